//! Deleting one's account. Typing one's own mail address is the question "are you sure?" that cannot be answered by accident.

use maud::html;
use ui::{Button, Errors, Form, Input, Level, Mood};

use super::sign_out::good_bye;
use super::{PROFILE_DATA, PROFILE_DELETE, below_profile, fresh, link_to, refusal, session};
use crate::people::actions::erase;
use crate::t;
use crate::values::Email;
use crate::web::{Answer, Check, Core, Cx, Error, Fields, Person, redirect};

pub(super) async fn show(cx: Cx<Person>) -> Answer {
    match fresh(&cx, PROFILE_DELETE) {
        Ok(()) => Ok(cx.page(&page(&cx, &Fields::default(), &Errors::default(), None)?)),
        Err(again) => Ok(redirect(again.as_str())),
    }
}

pub(super) async fn delete(cx: Cx<Person>) -> Answer {
    if let Err(again) = fresh(&cx, PROFILE_DELETE) {
        return Ok(redirect(again.as_str()));
    }
    let lang = cx.lang;
    let own = Email::stored(session(&cx)?.email.clone()).key();
    let mut check = Check::new(&cx.form, lang);
    let typed = check.required("email", t::people_delete_missing(lang), Email::parse);
    let typed = typed.and_then(|email| {
        if email.key() == own {
            Some(email)
        } else {
            check.wrong("email", t::people_delete_other(lang))
        }
    });
    if let Err(errors) = check.finish(typed) {
        return Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors, None)?));
    }
    match erase::erase(&cx, cx.proof.account).await? {
        Ok(()) => Ok(good_bye(&cx, t::people_deleted(lang))),
        Err(refused) => Ok(cx.page_with_mistakes(page(&cx, &cx.form, &Errors::default(), Some(&refused.words(lang)))?)),
    }
}

fn page(core: &Core, fields: &Fields, errors: &Errors, refused: Option<&str>) -> Result<ui::Page, Error> {
    let lang = core.lang;
    let email = Input::email(lang, "email", t::people_delete_field(lang))
        .hint(t::people_delete_hint(lang, &session(core)?.email))
        .autocomplete("off")
        .value(fields.get("email"))
        .error(errors.get("email"));
    let question = ui::Confirm::new(lang, t::people_delete_question(lang), t::people_delete_consequence(lang));
    let body = html! {
        (ui::error_summary(lang, errors))
        (refusal(lang, refused))
        (ui::section(Level::Two, "hvad", t::people_delete_what_title(lang), &html! {
            ul {
                li { (t::people_delete_what_account(lang)) }
                li { (t::people_delete_what_rooms(lang)) }
                li { (t::people_delete_what_stays(lang)) }
            }
            p { a href=(link_to(lang, PROFILE_DATA, &[])) { (t::people_export_link(lang)) } }
        }))
        (ui::alert(lang, Mood::Warning, t::people_delete_warning(lang)))
        (Form::post(link_to(lang, PROFILE_DELETE, &[]), core.form_token()).body(&html! {
            (email)
            (Button::danger(t::people_delete_button(lang), question))
        }))
    };
    Ok(ui::Page::new(t::people_delete_title(lang), body)
        .crumbs(below_profile(lang))
        .noindex())
}
