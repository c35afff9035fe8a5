//! Signing in: a mail link for everybody, a passkey or the organisation's own provider for those who have one.

use maud::{Markup, html};
use ui::{Button, Errors, Form, Input, Level, Mood, hidden};

use super::{DEMO_SIGN_IN, HOUSES, OIDC, SENT, SIGN_IN, USE_PASSKEY, USE_PASSKEY_BEGIN, link_to, passkeys};
use crate::people::actions::sign_in;
use crate::people::relying_party;
use crate::t;
use crate::values::Email;
use crate::web::{Answer, Check, Core, Cx, Fields, Visitor, local_path, redirect};

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let fields = Fields::default().with("next", local_path(cx.query.get("next")).unwrap_or_default());
    Ok(cx.page(&page(&cx, &fields, &Errors::default())))
}

pub(super) async fn ask(cx: Cx<Visitor>) -> Answer {
    let mut check = Check::new(&cx.form, cx.lang);
    let email = check.required("email", t::sign_in_email_missing(cx.lang), Email::parse);
    let email = match check.finish(email) {
        Ok(email) => email,
        Err(errors) => return Ok(cx.page_with_mistakes(page(&cx, &cx.form, &errors))),
    };
    sign_in::ask(&cx, &email, local_path(cx.form.get("next")).unwrap_or_default()).await?;
    Ok(redirect(link_to(cx.lang, SENT, &[]).as_str()))
}

fn page(core: &Core, fields: &Fields, errors: &Errors) -> ui::Page {
    let lang = core.lang;
    let next = local_path(fields.get("next")).unwrap_or_default();
    let body = html! {
        (ui::error_summary(lang, errors))
        (already(core, next))
        @if core.app.config.demo {
            (ui::Alert::new(Mood::Info, html! { a href=(link_to(lang, DEMO_SIGN_IN, &[])) { (t::sign_in_demo_link(lang)) } }).render(lang))
        }
        (by_mail(core, fields, errors))
        @if relying_party::works_here(core) {
            (ui::section(Level::Two, "adgangsnoegle", t::sign_in_passkey_title(lang), &by_passkey(core, next)))
        }
        @if let Some(oidc) = &core.app.config.oidc {
            (ui::section(Level::Two, "organisation", &t::sign_in_oidc_title(lang, &oidc.name), &by_provider(core, &oidc.name, next)))
        }
    };
    ui::Page::new(t::sign_in_title(lang), body).lead(t::sign_in_lead(lang)).noindex()
}

/// Somebody who is signed in comes here by an old bookmark, or to prove once more who they are.
fn already(core: &Core, next: &str) -> Markup {
    let lang = core.lang;
    let Some(session) = &core.session else { return html! {} };
    if core.query.has("igen") {
        return ui::alert(lang, Mood::Info, t::sign_in_again(lang));
    }
    let on = if next.is_empty() {
        link_to(lang, HOUSES, &[])
    } else {
        ui::Href::local(next.to_owned())
    };
    let text = html! { (t::sign_in_already(lang, &session.name)) " " a href=(on) { (t::sign_in_already_link(lang)) } };
    ui::Alert::new(Mood::Info, text).render(lang)
}

fn by_mail(core: &Core, fields: &Fields, errors: &Errors) -> Markup {
    let lang = core.lang;
    let email = Input::email(lang, "email", t::sign_in_email(lang))
        .hint(t::sign_in_email_hint(lang))
        .autocomplete("email")
        .value(fields.get("email"))
        .error(errors.get("email"));
    Form::post(link_to(lang, SIGN_IN, &[]), core.form_token()).body(&html! {
        (hidden("next", fields.get("next")))
        (email)
        (Button::primary(t::sign_in_button(lang)))
    })
}

fn by_passkey(core: &Core, next: &str) -> Markup {
    let lang = core.lang;
    let form = Form::post(link_to(lang, USE_PASSKEY, &[]), core.form_token()).body(&html! {
        (hidden("next", next))
        (passkeys::answer_fields())
        (Button::secondary(t::sign_in_passkey_button(lang)))
    });
    html! {
        p { (t::sign_in_passkey_text(lang)) }
        (passkeys::ceremony(lang, "get", &link_to(lang, USE_PASSKEY_BEGIN, &[]), &form))
    }
}

fn by_provider(core: &Core, name: &str, next: &str) -> Markup {
    let lang = core.lang;
    Form::post(link_to(lang, OIDC, &[]), core.form_token()).body(&html! {
        (hidden("next", next))
        (Button::secondary(t::sign_in_oidc_button(lang, name)))
    })
}
