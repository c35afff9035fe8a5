//! A link of a mail. Opening it shows a button and changes nothing, because mail filters open links; pressing the button signs in.

use maud::html;
use ui::{Button, Form, hidden};

use super::{SIGN_IN, SIGN_IN_LINK, link_to, welcome};
use crate::people::actions::sign_in;
use crate::people::mail_link::{self, Link, Purpose};
use crate::t;
use crate::web::{Answer, Core, Cx, Error, Visitor};

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let link = mail_link::look(&cx.app.db, &cx.app.clock, Purpose::SignIn, cx.param("token")).await?;
    let link = link.ok_or_else(|| Error::dead_link(cx.lang))?;
    Ok(cx.page(&page(&cx, &link)))
}

pub(super) async fn press(cx: Cx<Visitor>) -> Answer {
    let token = cx.param("token");
    let link = mail_link::look(&cx.app.db, &cx.app.clock, Purpose::SignIn, token)
        .await?
        .ok_or_else(|| Error::dead_link(cx.lang))?;
    if !link.is_for(cx.visit_id()) {
        return Ok(cx.page_with_mistakes(elsewhere(&cx, &link)));
    }
    Ok(welcome(&cx, sign_in::with_link(&cx, token).await?))
}

fn page(core: &Core, link: &Link) -> ui::Page {
    let lang = core.lang;
    if !link.is_for(core.visit_id()) {
        return elsewhere(core, link);
    }
    let body = html! {
        p { (t::sign_in_link_text(lang, &link.email)) }
        (Form::post(link_to(lang, SIGN_IN_LINK, &[core.param("token")]), core.form_token()).body(&html! {
            (Button::primary(t::sign_in_link_button(lang)))
        }))
    };
    ui::Page::new(t::sign_in_link_title(lang), body).noindex()
}

/// The link was asked for in another browser: go back there with the code, or ask for a link here.
fn elsewhere(core: &Core, link: &Link) -> ui::Page {
    let lang = core.lang;
    let body = html! {
        p { (t::sign_in_elsewhere_code(lang)) }
        p { (t::sign_in_elsewhere_here(lang)) }
        (Form::post(link_to(lang, SIGN_IN, &[]), core.form_token()).body(&html! {
            (hidden("email", &link.email))
            (hidden("next", &link.next_path))
            (Button::primary(t::sign_in_elsewhere_button(lang)))
        }))
        p class="form-hint" { (t::sign_in_elsewhere_warning(lang)) }
    };
    ui::Page::new(t::sign_in_elsewhere_title(lang), body).noindex()
}
