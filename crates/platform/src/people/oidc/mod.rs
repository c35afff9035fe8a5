//! Signing in with an organisation's own identity provider (OpenID Connect, authorisation code with PKCE).
//!
//! The provider says who somebody is; it never decides what they may do here. Its word on a mail address counts only where the address is verified and its
//! domain is one the provider answers for (`trusted`); after that the provider's own number for the person is what links the two.

mod exchange;
mod provider;

use http::StatusCode;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use self::exchange::Trouble;
use super::actions::sign_in::{self, Entered, Method};
use super::ceremony::{self, Kind};
use super::{AccountId, account, identity};
use crate::config;
use crate::values::Email;
use crate::web::{Core, Error};
use crate::{limits, t};

/// What is remembered while the person is at the provider.
#[derive(Serialize, Deserialize)]
struct Remembered {
    state: String,
    nonce: String,
    verifier: String,
    next: String,
}

/// Who the provider says somebody is.
struct Claimed {
    /// Its number for the person.
    subject: String,
    /// Only an address the provider says it has verified.
    email: Option<Email>,
}

/// The provider's address to send the person to.
///
/// # Errors
/// [`Error::NotFound`] without a provider, [`Error::Refused`] when it does not answer, [`Error::TooMany`], and the database's.
pub async fn begin(core: &Core, next: &str) -> Result<String, Error> {
    let app = &core.app;
    let settings = settings(core)?;
    let remembered = Remembered {
        state: app.random.token(),
        nonce: app.random.token(),
        verifier: app.random.token(),
        next: next.to_owned(),
    };
    let client = exchange::client(core, settings)
        .await
        .map_err(|trouble| trouble_page(core, &trouble))?;
    let hour = jiff::SignedDuration::from_hours(1);
    let mut tx = app.db.begin().await?;
    let from = limits::take(
        &mut tx,
        &app.clock,
        &app.keys,
        "oidc-from",
        &limits::address_key(core.peer),
        app.config.forms_per_hour,
        hour,
    )
    .await?;
    from.map_err(Error::TooMany)?;
    let id = ceremony::begin(&mut tx, &app.clock, &app.random, Kind::Oidc, core.visit_id(), None, &remembered).await?;
    tx.commit().await?;
    // The state names the ceremony and proves that the answer belongs to this very request.
    let state = format!("{id}.{}", remembered.state);
    Ok(exchange::address(&client, state, remembered.nonce, remembered.verifier))
}

/// Signs in with what the provider sent the person back with.
///
/// # Errors
/// [`Error::Refused`] in words for the person: broken off there, does not fit, unknown here.
pub async fn finish(core: &Core) -> Result<Entered, Error> {
    let app = &core.app;
    let settings = settings(core)?;
    let remembered = remembered(core, settings).await?;
    if core.query.has("error") {
        return Err(refused(t::oidc_broken_off_title(core.lang), t::oidc_broken_off_text(core.lang)));
    }
    let claimed = exchange::claims(core, settings, core.query.get("code"), remembered.nonce, remembered.verifier).await;
    let claimed = claimed.map_err(|trouble| trouble_page(core, &trouble))?;
    let account = known(core, settings, &claimed).await?;
    let mut tx = app.db.begin().await?;
    identity::link(&mut tx, &app.clock, &settings.issuer, &claimed.subject, account).await?;
    let cookie = sign_in::enter(&mut tx, core, account, Method::Oidc).await?;
    tx.commit().await?;
    Ok(Entered {
        cookie,
        next: remembered.next,
    })
}

/// The first half of the ceremony that this answer belongs to: of this browser, not used before, not too old.
async fn remembered(core: &Core, settings: &config::Oidc) -> Result<Remembered, Error> {
    let unfit = |why: &str| trouble_page(core, &Trouble::Unfit(why.to_owned()));
    let (id, state) = core.query.get("state").split_once('.').ok_or_else(|| unfit("no state"))?;
    if core.query.find("iss").is_some_and(|issuer| issuer != settings.issuer) {
        return Err(unfit("answer of another issuer"));
    }
    let mut tx = core.app.db.begin().await?;
    let remembered: Option<Remembered> = ceremony::take(&mut tx, &core.app.clock, Kind::Oidc, id, core.visit_id(), None).await?;
    tx.commit().await?;
    let remembered = remembered.ok_or_else(|| unfit("state unknown, used, too old or of another browser"))?;
    if bool::from(remembered.state.as_bytes().ct_eq(state.as_bytes())) {
        Ok(remembered)
    } else {
        Err(unfit("wrong state"))
    }
}

/// The account of what the provider claims: linked before, or found by a mail address the provider may vouch for.
async fn known(core: &Core, settings: &config::Oidc, claimed: &Claimed) -> Result<AccountId, Error> {
    let lang = core.lang;
    let mut tx = core.app.db.begin().await?;
    if let Some(account) = identity::account_of(&mut tx, &settings.issuer, &claimed.subject).await? {
        return Ok(account);
    }
    let unverified = || refused(t::oidc_unverified_title(lang), t::oidc_unverified_text(lang, &settings.name));
    let email = claimed.email.as_ref().ok_or_else(unverified)?;
    if !trusted(&settings.domains, email) {
        return Err(refused(
            t::oidc_foreign_title(lang),
            t::oidc_foreign_text(lang, &settings.name, email.domain()),
        ));
    }
    let unknown = || {
        refused(
            t::oidc_unknown_title(lang),
            t::oidc_unknown_text(lang, email, &core.organisation.contact_email),
        )
    };
    account::by_email(&mut tx, email)
        .await?
        .map(|account| account.id)
        .ok_or_else(unknown)
}

/// Whether the provider answers for the address: its domain is on the list, whole and not by its ending (T55).
fn trusted(domains: &[String], email: &Email) -> bool {
    domains
        .iter()
        .any(|domain| domain.trim().trim_end_matches('.').eq_ignore_ascii_case(email.domain()))
}

fn settings(core: &Core) -> Result<&config::Oidc, Error> {
    core.app.config.oidc.as_ref().ok_or(Error::NotFound)
}

fn refused(title: &str, text: impl Into<String>) -> Error {
    Error::Refused {
        status: StatusCode::FORBIDDEN,
        title: title.to_owned(),
        text: text.into(),
    }
}

/// What went wrong goes to the log; the person is told what can be done.
fn trouble_page(core: &Core, trouble: &Trouble) -> Error {
    let lang = core.lang;
    tracing::warn!(%trouble, "signing in with the identity provider failed");
    let (status, title, text) = match trouble {
        Trouble::Unfit(_) => (StatusCode::BAD_REQUEST, t::oidc_unfit_title(lang), t::oidc_unfit_text(lang)),
        Trouble::Silent(_) => (StatusCode::BAD_GATEWAY, t::oidc_silent_title(lang), t::oidc_silent_text(lang)),
    };
    Error::Refused {
        status,
        title: title.to_owned(),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t55_a_domain_is_trusted_whole_and_not_by_its_ending() {
        let trusts = |domains: &[&str], email: &str| {
            let domains: Vec<String> = domains.iter().map(|domain| (*domain).to_owned()).collect();
            trusted(&domains, &Email::parse(email).expect("an address"))
        };
        assert!(trusts(&["nordby.example", "tekno.example"], "anne@nordby.example"));
        assert!(trusts(&["Nordby.example."], "anne@NORDBY.example"));
        for hostile in [
            "anne@evilnordby.example",
            "anne@evil.nordby.example",
            "anne@nordby.example.evil.example",
            "nordby.example@evil.example",
        ] {
            assert!(!trusts(&["nordby.example"], hostile), "{hostile}");
        }
        assert!(!trusts(&[], "anne@nordby.example"));
        assert!(!trusts(&["", "example", "*"], "anne@nordby.example"));
    }
}
