//! Adding passkeys and signing in with them. Each is two requests: the browser gets a challenge, asks the person, and sends the signed answer.
//!
//! What the server remembers between the two is taken out of the database before the answer is judged, so an answer counts once.

use http::{HeaderValue, StatusCode};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Webauthn, WebauthnError,
};

use super::sign_in::{self, Entered, Method};
use super::{note, within_the_hour};
use crate::people::ceremony::{self, Kind};
use crate::people::passkey::{self, PasskeyId};
use crate::people::{Session, account, mails, relying_party, session};
use crate::values::Line;
use crate::web::{Core, Error};
use crate::{limits, t};

/// Room for what a person calls a passkey.
pub type Label = Line<60>;

/// A challenge for a new passkey, as JSON for the browser.
///
/// # Errors
/// As the database's; [`Error::NotFound`] where passkeys cannot work.
pub async fn begin_adding(core: &Core, session: &Session) -> Result<Value, Error> {
    let app = &core.app;
    let webauthn = webauthn(core)?;
    let known = passkey::credential_ids(&app.db, session.account_id).await?;
    let (challenge, state) = webauthn
        .start_passkey_registration(session.account_id.as_uuid(), &session.email, &session.name, Some(known))
        .map_err(|error| broken(&error))?;
    let mut challenge = as_json(&challenge)?;
    // Signing in starts without a name, so the key itself must know whose it is.
    challenge["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
    challenge["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
    let mut tx = app.db.begin().await?;
    let id = ceremony::begin(
        &mut tx,
        &app.clock,
        &app.random,
        Kind::AddPasskey,
        core.visit_id(),
        Some(session.account_id),
        &state,
    )
    .await?;
    tx.commit().await?;
    challenge["ceremony"] = json!(id);
    Ok(challenge)
}

/// Adds the passkey the browser made. The answer is this session's new cookie.
///
/// # Errors
/// [`Error::Refused`] for an answer that does not fit, and the database's.
pub async fn finish_adding(core: &Core, session: &Session, ceremony: &str, credential: &str, label: &Label) -> Result<HeaderValue, Error> {
    let app = &core.app;
    let owner = session.account_id;
    let mut tx = app.db.begin().await?;
    let state: Option<PasskeyRegistration> =
        ceremony::take(&mut tx, &app.clock, Kind::AddPasskey, ceremony, core.visit_id(), Some(owner)).await?;
    tx.commit().await?;
    let state = state.ok_or_else(|| refused(core))?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(credential).map_err(|_| refused(core))?;
    let key = webauthn(core)?
        .finish_passkey_registration(&answer, &state)
        .map_err(|error| judged(core, &error))?;
    let mut tx = app.db.begin().await?;
    let id = passkey::add(&mut tx, &app.clock, &app.random, owner, label.as_str(), &key)
        .await?
        .ok_or_else(|| refused(core))?;
    note(
        &mut tx,
        app,
        None,
        owner,
        "account.passkey-added",
        ("passkey", id.as_uuid()),
        json!({}),
    )
    .await?;
    let account = account::find(&mut tx, owner).await?;
    mails::passkey_added(&mut tx, core, &account, label.as_str(), id).await?;
    let cookie = session::rotate(&mut tx, &app.random, &app.config, session.id).await?;
    tx.commit().await?;
    Ok(cookie)
}

/// A challenge for signing in, as JSON for the browser.
///
/// # Errors
/// [`Error::TooMany`], [`Error::NotFound`] where passkeys cannot work, and the database's.
pub async fn begin_using(core: &Core) -> Result<Value, Error> {
    let app = &core.app;
    let (challenge, state) = webauthn(core)?
        .start_discoverable_authentication()
        .map_err(|error| broken(&error))?;
    let mut challenge = as_json(&challenge)?;
    // The person has pressed a button and expects a dialog, not a suggestion while typing.
    if let Some(challenge) = challenge.as_object_mut() {
        challenge.remove("mediation");
    }
    let mut tx = app.db.begin().await?;
    within_the_hour(
        &mut tx,
        app,
        "passkey-from",
        &limits::address_key(core.peer),
        app.config.forms_per_hour,
    )
    .await?;
    let id = ceremony::begin(&mut tx, &app.clock, &app.random, Kind::UsePasskey, core.visit_id(), None, &state).await?;
    tx.commit().await?;
    challenge["ceremony"] = json!(id);
    Ok(challenge)
}

/// Signs in with the browser's answer.
///
/// # Errors
/// [`Error::Refused`] for an answer that does not fit, and the database's.
pub async fn finish_using(core: &Core, ceremony: &str, credential: &str, next: &str) -> Result<Entered, Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let state: Option<DiscoverableAuthentication> =
        ceremony::take(&mut tx, &app.clock, Kind::UsePasskey, ceremony, core.visit_id(), None).await?;
    tx.commit().await?;
    let state = state.ok_or_else(|| refused(core))?;
    let answer: PublicKeyCredential = serde_json::from_str(credential).map_err(|_| refused(core))?;
    let webauthn = webauthn(core)?;
    let (user, credential_id) = webauthn
        .identify_discoverable_authentication(&answer)
        .map_err(|error| judged(core, &error))?;
    let mut tx = app.db.begin().await?;
    let found = passkey::find(&mut tx, &app.clock, credential_id).await?;
    // The key says whose it is, and so do we; both must agree.
    let mut found = found.filter(|found| found.account.as_uuid() == user).ok_or_else(|| refused(core))?;
    let result = webauthn
        .finish_discoverable_authentication_v2(&answer, state, &found.key)
        .map_err(|error| judged(core, &error))?;
    if found.key.update_credential(&result) == Some(true) {
        passkey::update(&mut tx, found.id, &found.key).await?;
    }
    let cookie = sign_in::enter(&mut tx, core, found.account, Method::Passkey).await?;
    tx.commit().await?;
    Ok(Entered {
        cookie,
        next: next.to_owned(),
    })
}

/// Gives one of one's own passkeys another name.
///
/// # Errors
/// [`Error::NotFound`] for one that is not one's own, and the database's.
pub async fn rename(core: &Core, session: &Session, id: PasskeyId, label: &Label) -> Result<(), Error> {
    let mut tx = core.app.db.begin().await?;
    if !passkey::rename(&mut tx, session.account_id, id, label.as_str()).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Removes one of one's own passkeys.
///
/// # Errors
/// [`Error::NotFound`] for one that is not one's own, and the database's.
pub async fn remove(core: &Core, session: &Session, id: PasskeyId) -> Result<(), Error> {
    let mut tx = core.app.db.begin().await?;
    if !passkey::remove(&mut tx, session.account_id, id).await? {
        return Err(Error::NotFound);
    }
    note(
        &mut tx,
        &core.app,
        None,
        session.account_id,
        "account.passkey-removed",
        ("passkey", id.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

fn webauthn(core: &Core) -> Result<Webauthn, Error> {
    relying_party::of(&core.app.config, &core.organisation.name).ok_or(Error::NotFound)
}

fn as_json(challenge: &impl serde::Serialize) -> Result<Value, Error> {
    serde_json::to_value(challenge).map_err(|error| Error::Internal(error.to_string()))
}

/// The library's own doing.
fn broken(error: &WebauthnError) -> Error {
    Error::Internal(format!("passkey: {error:?}"))
}

/// The answer does not fit. Why is for the log: a person can only try again or take another way.
fn judged(core: &Core, error: &WebauthnError) -> Error {
    tracing::info!(?error, "a passkey's answer was refused");
    refused(core)
}

fn refused(core: &Core) -> Error {
    Error::Refused {
        status: StatusCode::BAD_REQUEST,
        title: t::passkey_refused_title(core.lang).to_owned(),
        text: t::passkey_refused_text(core.lang).to_owned(),
    }
}
