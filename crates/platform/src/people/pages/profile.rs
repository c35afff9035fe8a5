//! One's own profile: what one is called, the language of mails, and the way to everything else about the account.

use maud::{Markup, html};
use texts::Lang;
use ui::{Button, Choice, Errors, Form, Href, Input, Level, Radios};

use super::{PROFILE, PROFILE_DATA, PROFILE_DELETE, PROFILE_MAIL, SECURITY, link_to, session};
use crate::people::account;
use crate::people::actions::profile;
use crate::t;
use crate::values::{PersonName, ValueError};
use crate::web::{Answer, Check, Core, Cx, Error, Fields, Person, redirect_with_notice};

pub(super) async fn show(cx: Cx<Person>) -> Answer {
    let account = account::by_id(&cx.app.db, cx.proof.account).await?;
    let fields = Fields::default().with("name", account.name).with("language", account.language);
    Ok(cx.page(&page(&cx, &fields, &Errors::default())?))
}

pub(super) async fn save(cx: Cx<Person>) -> Answer {
    let lang = cx.lang;
    let mut check = Check::new(&cx.form, lang);
    let name = check.required("name", t::people_name_missing(lang), PersonName::parse);
    let language = check.required("language", t::people_language_missing(lang), |text| {
        Lang::parse(text).ok_or(ValueError::NotAChoice)
    });
    match check.finish(name.zip(language)) {
        Ok((name, language)) => {
            profile::change(&cx, cx.proof.account, &name, language).await?;
            Ok(redirect_with_notice(
                &cx,
                link_to(lang, PROFILE, &[]).as_str(),
                t::people_saved(lang),
            ))
        }
        Err(errors) => Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors)?)),
    }
}

fn page(core: &Core, fields: &Fields, errors: &Errors) -> Result<ui::Page, Error> {
    let lang = core.lang;
    let session = session(core)?;
    let name = Input::text(lang, "name", t::people_name(lang))
        .hint(t::people_name_hint(lang))
        .autocomplete("name")
        .value(fields.get("name"))
        .max_length(PersonName::MAX)
        .error(errors.get("name"));
    let choices = Lang::ALL.map(|each| Choice::new(each.code(), each.own_name()).chosen(each.code() == fields.get("language")));
    let language = Radios::new(lang, "language", t::people_language(lang), choices).error(errors.get("language"));
    let body = html! {
        (ui::error_summary(lang, errors))
        (Form::post(link_to(lang, PROFILE, &[]), core.form_token()).body(&html! {
            (name)
            (language)
            (Button::primary(t::people_save(lang)))
        }))
        (way("mail", t::people_mailbox(lang), &t::people_mailbox_now(lang, &session.email), &link_to(lang, PROFILE_MAIL, &[]), t::people_mailbox_page_title(lang)))
        (way("sikkerhed", t::people_security_title(lang), t::people_security_lead(lang), &link_to(lang, SECURITY, &[]), t::people_security_link(lang)))
        (way("data", t::people_export_title(lang), t::people_export_text(lang), &link_to(lang, PROFILE_DATA, &[]), t::people_export_link(lang)))
        (way("slet", t::people_delete_title(lang), t::people_delete_lead(lang), &link_to(lang, PROFILE_DELETE, &[]), t::people_delete_link(lang)))
    };
    Ok(ui::Page::new(t::people_profile_title(lang), body).noindex())
}

fn way(id: &str, title: &str, text: &str, to: &Href, link: &str) -> Markup {
    ui::section(Level::Two, id, title, &html! { p { (text) } p { a href=(to) { (link) } } })
}
