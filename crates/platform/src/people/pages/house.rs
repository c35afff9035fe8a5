//! What an organisation is called, and where the public writes to.

use maud::html;
use ui::{Button, Errors, Form, Input};

use super::{ORGANISATION, link_to};
use crate::people::actions::house::{self, HouseName};
use crate::people::rights::ManagePeople;
use crate::t;
use crate::values::Email;
use crate::web::{Answer, Check, Cx, Fields, Staff, redirect_with_notice};

type Owner = Cx<Staff<ManagePeople>>;

pub(super) async fn show(cx: Owner) -> Answer {
    let organisation = &cx.proof.organisation;
    let fields = Fields::default()
        .with("name", organisation.name.clone())
        .with("contact", organisation.contact_email.clone());
    Ok(cx.page(&page(&cx, &fields, &Errors::default())))
}

pub(super) async fn save(cx: Owner) -> Answer {
    let lang = cx.lang;
    let mut check = Check::new(&cx.form, lang);
    let name = check.required("name", t::people_house_name_missing(lang), HouseName::parse);
    let contact = check.required("contact", t::people_house_contact_missing(lang), Email::parse);
    match check.finish(name.zip(contact)) {
        Ok((name, contact)) => {
            house::change(&cx, &cx.proof, &name, &contact).await?;
            let to = link_to(lang, ORGANISATION, &[&cx.proof.organisation.slug]);
            Ok(redirect_with_notice(&cx, to.as_str(), t::people_saved(lang)))
        }
        Err(errors) => Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors))),
    }
}

fn page(cx: &Owner, fields: &Fields, errors: &Errors) -> ui::Page {
    let lang = cx.lang;
    let name = Input::text(lang, "name", t::people_house_name(lang))
        .hint(t::people_house_name_hint(lang))
        .value(fields.get("name"))
        .max_length(HouseName::MAX)
        .error(errors.get("name"));
    let contact = Input::email(lang, "contact", t::people_house_contact(lang))
        .hint(t::people_house_contact_hint(lang))
        .value(fields.get("contact"))
        .error(errors.get("contact"));
    let body = html! {
        (ui::error_summary(lang, errors))
        (Form::post(link_to(lang, ORGANISATION, &[&cx.proof.organisation.slug]), cx.form_token()).body(&html! {
            (name)
            (contact)
            (Button::primary(t::people_save(lang)))
        }))
    };
    ui::Page::new(t::people_house_title(lang), body).noindex()
}
