//! Moving the account to another mailbox: a link to the new one must be used by the person who is signed in.

use maud::html;
use ui::{Button, Errors, Form, Input};

use super::{PROFILE, PROFILE_MAIL, PROFILE_MAIL_LINK, below_profile, fresh, link_to, refusal, session, with_cookie};
use crate::people::actions::profile;
use crate::people::mail_link::{self, Link, Purpose};
use crate::t;
use crate::values::Email;
use crate::web::{Answer, Check, Core, Cx, Error, Fields, Person, redirect, redirect_with_notice};

pub(super) async fn show(cx: Cx<Person>) -> Answer {
    match fresh(&cx, PROFILE_MAIL) {
        Ok(()) => Ok(cx.page(&page(&cx, &Fields::default(), &Errors::default())?)),
        Err(again) => Ok(redirect(again.as_str())),
    }
}

pub(super) async fn ask(cx: Cx<Person>) -> Answer {
    if let Err(again) = fresh(&cx, PROFILE_MAIL) {
        return Ok(redirect(again.as_str()));
    }
    let lang = cx.lang;
    let mut check = Check::new(&cx.form, lang);
    let email = check.required("email", t::people_mailbox_missing(lang), Email::parse);
    match check.finish(email) {
        Ok(email) => {
            profile::ask_for_mailbox(&cx, cx.proof.account, &email).await?;
            Ok(redirect_with_notice(
                &cx,
                link_to(lang, PROFILE, &[]).as_str(),
                &t::people_mailbox_sent(lang, &email),
            ))
        }
        Err(errors) => Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors)?)),
    }
}

fn page(core: &Core, fields: &Fields, errors: &Errors) -> Result<ui::Page, Error> {
    let lang = core.lang;
    let email = Input::email(lang, "email", t::people_mailbox_new(lang))
        .hint(t::people_mailbox_new_hint(lang))
        .autocomplete("email")
        .value(fields.get("email"))
        .error(errors.get("email"));
    let body = html! {
        (ui::error_summary(lang, errors))
        p { (t::people_mailbox_now(lang, &session(core)?.email)) }
        (Form::post(link_to(lang, PROFILE_MAIL, &[]), core.form_token()).body(&html! {
            (email)
            (Button::primary(t::people_mailbox_button(lang)))
        }))
    };
    Ok(ui::Page::new(t::people_mailbox_page_title(lang), body)
        .crumbs(below_profile(lang))
        .noindex())
}

pub(super) async fn open(cx: Cx<Person>) -> Answer {
    let link = own_link(&cx).await?;
    Ok(cx.page(&confirmation(&cx, &link, None)))
}

pub(super) async fn confirm(cx: Cx<Person>) -> Answer {
    let lang = cx.lang;
    let link = own_link(&cx).await?;
    match profile::confirm_mailbox(&cx, session(&cx)?, cx.param("token")).await? {
        Ok(cookie) => Ok(with_cookie(
            redirect_with_notice(&cx, link_to(lang, PROFILE, &[]).as_str(), t::people_mailbox_changed(lang)),
            cookie,
        )),
        Err(refused) => Ok(cx.page_with_mistakes(confirmation(&cx, &link, Some(&refused.words(lang))))),
    }
}

/// Links of other people are as dead as old ones.
async fn own_link(cx: &Cx<Person>) -> Result<Link, Error> {
    let link = mail_link::look(&cx.app.db, &cx.app.clock, Purpose::ConfirmEmail, cx.param("token")).await?;
    link.filter(|link| link.account_id == Some(cx.proof.account))
        .ok_or_else(|| Error::dead_link(cx.lang))
}

fn confirmation(core: &Core, link: &Link, refused: Option<&str>) -> ui::Page {
    let lang = core.lang;
    let body = html! {
        (refusal(lang, refused))
        p { (t::people_mailbox_confirm_text(lang, &link.email)) }
        (Form::post(link_to(lang, PROFILE_MAIL_LINK, &[core.param("token")]), core.form_token()).body(&html! {
            (Button::primary(t::people_mailbox_confirm_button(lang)))
        }))
    };
    ui::Page::new(t::people_mailbox_confirm_title(lang), body)
        .crumbs(below_profile(lang))
        .noindex()
}
