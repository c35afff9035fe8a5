//! What people change about themselves: name, language, mailbox, and which browsers are signed in.

use http::HeaderValue;
use serde_json::json;
use texts::Lang;

use super::{Outcome, Refusal, note, within_the_hour};
use crate::mail;
use crate::people::mail_link::{self, Purpose, Request};
use crate::people::session::SessionId;
use crate::people::{AccountId, Session, account, mails, session};
use crate::values::{Email, PersonName};
use crate::web::{Core, Error};

/// Stores name and language of mails.
///
/// # Errors
/// As the database's.
pub async fn change(core: &Core, account: AccountId, name: &PersonName, lang: Lang) -> Result<(), Error> {
    let mut tx = core.app.db.begin().await?;
    account::set_profile(&mut tx, account, name.as_str(), lang).await?;
    note(
        &mut tx,
        &core.app,
        None,
        account,
        "account.changed",
        ("account", account.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Sends a link to a new mailbox. Whether the mailbox has an account already is not said before the link is used, which only its owner can.
///
/// # Errors
/// [`Error::TooMany`], and the database's.
pub async fn ask_for_mailbox(core: &Core, owner: AccountId, email: &Email) -> Result<(), Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    within_the_hour(&mut tx, app, "mail-change", &owner.to_string(), app.config.mail_links_per_hour).await?;
    within_the_hour(&mut tx, app, "mail-link-to", &email.key(), app.config.mail_links_per_hour).await?;
    let account = account::find(&mut tx, owner).await?;
    let request = Request {
        purpose: Purpose::ConfirmEmail,
        email,
        account: Some(owner),
        browser: None,
        next: "",
    };
    let issued = mail_link::issue(&mut tx, &app.clock, &app.random, &app.keys, request).await?;
    mails::confirm_mailbox(&mut tx, core, &account, email, &issued).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves the account to the mailbox whose link was used. The old mailbox is told; other browsers are signed out. The answer is this session's new cookie.
///
/// # Errors
/// [`Error::dead_link`], and the database's.
pub async fn confirm_mailbox(core: &Core, session: &Session, token: &str) -> Outcome<HeaderValue> {
    let app = &core.app;
    let owner = session.account_id;
    let mut tx = app.db.begin().await?;
    let spent = mail_link::spend(&mut tx, &app.clock, Purpose::ConfirmEmail, token, core.visit_id(), Some(owner)).await?;
    let email = Email::stored(spent.ok_or_else(|| Error::dead_link(core.lang))?.email);
    let before = account::find(&mut tx, owner).await?;
    if !account::set_email(&mut tx, owner, &email).await? {
        return Ok(Err(Refusal::MailTaken));
    }
    let left = Email::stored(before.email.clone());
    mail_link::leave(&mut tx, &left).await?;
    session::end_others(&mut tx, owner, session.id).await?;
    let cookie = session::rotate(&mut tx, &app.random, &app.config, session.id).await?;
    mails::mailbox_changed(&mut tx, core, &before, &email).await?;
    mail::follow_across_organisations(&mut tx, &left, &email).await?;
    note(
        &mut tx,
        app,
        None,
        owner,
        "account.mailbox-changed",
        ("account", owner.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(Ok(cookie))
}

/// Signs one of the account's browsers out.
///
/// # Errors
/// [`Error::NotFound`] for one that is not one's own, and the database's.
pub async fn sign_out(core: &Core, owner: AccountId, id: SessionId) -> Result<(), Error> {
    let mut tx = core.app.db.begin().await?;
    if !session::end(&mut tx, owner, id).await? {
        return Err(Error::NotFound);
    }
    note(
        &mut tx,
        &core.app,
        None,
        owner,
        "account.signed-out-elsewhere",
        ("session", id.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Signs the account out everywhere, here too.
///
/// # Errors
/// As the database's.
pub async fn sign_out_everywhere(core: &Core, owner: AccountId) -> Result<(), Error> {
    let mut tx = core.app.db.begin().await?;
    let sessions = session::end_all(&mut tx, owner).await?;
    note(
        &mut tx,
        &core.app,
        None,
        owner,
        "account.signed-out-everywhere",
        ("account", owner.as_uuid()),
        json!({ "sessions": sessions }),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
