//! Accepting an invitation.

use maud::{Markup, html};
use ui::{Button, Errors, Form, Input, Mood, hidden};

use super::{HOUSE, INVITATION, SIGN_IN, link_to, with_cookie};
use crate::people::actions::invite::{self, Acceptance};
use crate::people::invitation::{self, Invitation};
use crate::t;
use crate::values::PersonName;
use crate::web::{Answer, Check, Core, Cx, Error, Fields, Visitor, redirect_with_notice};

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let invitation = live(&cx).await?;
    let acceptance = invite::acceptance(&cx, &invitation).await?;
    Ok(cx.page(&page(&cx, &invitation, &acceptance, &Fields::default(), &Errors::default())))
}

pub(super) async fn accept(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let invitation = live(&cx).await?;
    let acceptance = invite::acceptance(&cx, &invitation).await?;
    let name = match acceptance {
        Acceptance::New => {
            let mut check = Check::new(&cx.form, lang);
            let name = check.required("name", t::people_name_missing(lang), PersonName::parse);
            match check.finish(name) {
                Ok(name) => Some(name),
                Err(errors) => return Ok(cx.page_with_mistakes(page(&cx, &invitation, &acceptance, &cx.form, &errors))),
            }
        }
        Acceptance::Own(_) => None,
        Acceptance::SignIn => return Ok(cx.page_with_mistakes(page(&cx, &invitation, &acceptance, &cx.form, &Errors::default()))),
    };
    let cookie = invite::accept(&cx, &invitation, cx.param("token"), name.as_ref()).await?;
    let to = link_to(lang, HOUSE, &[&invitation.slug]);
    Ok(with_cookie(
        redirect_with_notice(&cx, to.as_str(), &t::invitation_accepted(lang, &invitation.organisation)),
        cookie,
    ))
}

async fn live(core: &Core) -> Result<Invitation, Error> {
    let found = invitation::look_across_organisations(&core.app.db, &core.app.clock, core.param("token")).await?;
    found.ok_or_else(|| Error::dead_link(core.lang))
}

fn page(core: &Core, invitation: &Invitation, acceptance: &Acceptance, fields: &Fields, errors: &Errors) -> ui::Page {
    let lang = core.lang;
    let role = invitation.role.label(lang);
    let lead = match &invitation.invited_by {
        Some(name) => t::invitation_lead_by(lang, name, &invitation.organisation, role),
        None => t::invitation_lead(lang, &invitation.organisation, role),
    };
    let body = html! {
        (ui::error_summary(lang, errors))
        (other_account(core, invitation))
        p { (invitation.role.hint(lang)) }
        @match acceptance {
            Acceptance::SignIn => (sign_in_first(core, invitation)),
            Acceptance::New => (form(core, &html! {
                p { (t::invitation_new(lang, &invitation.email)) }
                (Input::text(lang, "name", t::people_name(lang)).hint(t::people_name_hint(lang)).autocomplete("name").value(fields.get("name"))
                    .max_length(PersonName::MAX).error(errors.get("name")))
            })),
            Acceptance::Own(_) => (form(core, &html! {})),
        }
    };
    ui::Page::new(t::invitation_title(lang, &invitation.organisation), body)
        .lead(lead)
        .noindex()
}

fn form(core: &Core, fields: &Markup) -> Markup {
    let lang = core.lang;
    Form::post(link_to(lang, INVITATION, &[core.param("token")]), core.form_token())
        .body(&html! { (fields) (Button::primary(t::invitation_button(lang))) })
}

/// The link of the invitation alone signs nobody in to an account that exists: its owner asks for a sign-in link and comes back here.
fn sign_in_first(core: &Core, invitation: &Invitation) -> Markup {
    let lang = core.lang;
    let here = INVITATION.url(lang, &[core.param("token")]);
    html! {
        p { (t::invitation_sign_in(lang, &invitation.email)) }
        (Form::post(link_to(lang, SIGN_IN, &[]), core.form_token()).body(&html! {
            (hidden("email", &invitation.email))
            (hidden("next", &here))
            (Button::primary(t::sign_in_button(lang)))
        }))
        p { a href=(link_to(lang, SIGN_IN, &[]).query("next", &here)) { (t::invitation_sign_in_otherwise(lang)) } }
    }
}

fn other_account(core: &Core, invitation: &Invitation) -> Markup {
    let lang = core.lang;
    let other = core
        .session
        .as_ref()
        .filter(|session| !session.email.eq_ignore_ascii_case(&invitation.email));
    html! {
        @if let Some(session) = other { (ui::alert(lang, Mood::Warning, &t::invitation_other(lang, &session.email, &invitation.email))) }
    }
}
