//! After asking for a link: look into the mailbox, or type the code of the mail here. The page is the same whether the mailbox has an account or not.

use maud::html;
use ui::{Button, Errors, Form, Input, Width};

use super::{SENT, SIGN_IN, link_to, welcome};
use crate::mail::pages::MAILBOX;
use crate::people::actions::sign_in::{self, CodeAnswer};
use crate::people::mail_link::{self, CODE_DIGITS};
use crate::t;
use crate::web::{Answer, Core, Cx, Visitor, redirect};

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    match mail_link::asked_by(&cx.app.db, &cx.app.clock, cx.visit_id()).await? {
        Some(link) => Ok(cx.page(&page(&cx, &link.email, &Errors::default()))),
        None => Ok(redirect(link_to(cx.lang, SIGN_IN, &[]).as_str())),
    }
}

pub(super) async fn type_code(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let Some(link) = mail_link::asked_by(&cx.app.db, &cx.app.clock, cx.visit_id()).await? else {
        return Ok(cx.page_with_mistakes(too_late(&cx)));
    };
    let typed = cx.form.get("code");
    let mut errors = Errors::default();
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    if digits != CODE_DIGITS || typed.chars().any(|c| !c.is_ascii_digit() && !c.is_whitespace() && c != '-') {
        // Not counted as a try: it cannot have been right.
        errors.add("code", t::sign_in_code_digits(lang));
        return Ok(cx.page_with_mistakes(page(&cx, &link.email, &errors)));
    }
    match sign_in::with_code(&cx, typed).await? {
        CodeAnswer::In(entered) => Ok(welcome(&cx, entered)),
        CodeAnswer::Wrong(left) if left > 0 => {
            errors.add("code", t::sign_in_code_wrong(lang, left));
            Ok(cx.page_with_mistakes(page(&cx, &link.email, &errors)))
        }
        CodeAnswer::Wrong(_) | CodeAnswer::Dead => Ok(cx.page_with_mistakes(too_late(&cx))),
    }
}

fn page(core: &Core, email: &str, errors: &Errors) -> ui::Page {
    let lang = core.lang;
    let code = Input::text(lang, "code", t::sign_in_code(lang))
        .hint(t::sign_in_code_hint(lang))
        .inputmode("numeric")
        .autocomplete("one-time-code")
        .width(Width::Short)
        .error(errors.get("code"));
    let body = html! {
        (ui::error_summary(lang, errors))
        p { (t::sign_in_sent_text(lang)) }
        (Form::post(link_to(lang, SENT, &[]), core.form_token()).body(&html! {
            (code)
            (Button::primary(t::sign_in_code_button(lang)))
        }))
        (ui::details(t::sign_in_sent_missing(lang), &html! {
            ul {
                li { (t::sign_in_sent_missing_spam(lang)) }
                li { (t::sign_in_sent_missing_other(lang)) }
            }
            p { a href=(link_to(lang, SIGN_IN, &[])) { (t::sign_in_sent_again(lang)) } }
        }))
        @if core.app.config.demo { p { a href=(link_to(lang, MAILBOX, &[])) { (t::sign_in_sent_demo(lang)) } } }
    };
    ui::Page::new(t::sign_in_sent_title(lang), body)
        .lead(t::sign_in_sent_lead(lang, email))
        .noindex()
}

fn too_late(core: &Core) -> ui::Page {
    let lang = core.lang;
    let body = html! {
        p { (t::sign_in_code_dead(lang)) }
        (ui::link_button(t::sign_in_sent_again(lang), &link_to(lang, SIGN_IN, &[]), true))
    };
    ui::Page::new(t::sign_in_code_dead_title(lang), body).noindex()
}
