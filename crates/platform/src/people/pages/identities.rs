//! The part of the security page about identities at a provider.

use maud::{Markup, html};
use texts::format::{date, local};
use ui::{Button, Confirm, Form, Level, hidden};

use super::{IDENTITY_UNLINK, SECURITY, link_to, session};
use crate::people::actions::identities;
use crate::people::identity::{self, Listed};
use crate::t;
use crate::web::{Answer, Core, Cx, Error, Person, redirect_with_notice};

pub(super) async fn unlink(cx: Cx<Person>) -> Answer {
    identities::unlink(&cx, session(&cx)?, cx.form.get("issuer"), cx.form.get("subject")).await?;
    let back = link_to(cx.lang, SECURITY, &[]);
    Ok(redirect_with_notice(&cx, back.as_str(), t::identity_unlinked(cx.lang)))
}

/// Nothing for those who have none: most people never meet a provider.
pub(super) async fn section(core: &Core) -> Result<Markup, Error> {
    let lang = core.lang;
    let listed = identity::list(&core.app.db, session(core)?.account_id).await?;
    if listed.is_empty() {
        return Ok(Markup::default());
    }
    let body = html! {
        p { (t::identity_text(lang)) }
        ul { @for identity in &listed { li { (one(core, identity)) } } }
    };
    Ok(ui::section(Level::Two, "udbyder", t::identity_title(lang), &body))
}

fn one(core: &Core, identity: &Listed) -> Markup {
    let lang = core.lang;
    let provider = match &core.app.config.oidc {
        Some(oidc) if oidc.issuer == identity.issuer => &oidc.name,
        _ => &identity.issuer,
    };
    let confirm = Confirm::new(
        lang,
        t::identity_unlink_question(lang, provider),
        t::identity_unlink_consequence(lang),
    );
    html! {
        p { (t::identity_since(lang, provider, date(lang, local(identity.created_at).date()))) }
        (Form::post(link_to(lang, IDENTITY_UNLINK, &[]), core.form_token()).body(&html! {
            (hidden("issuer", &identity.issuer))
            (hidden("subject", &identity.subject))
            (Button::danger(t::identity_unlink(lang), confirm).about(provider.clone()))
        }))
    }
}
