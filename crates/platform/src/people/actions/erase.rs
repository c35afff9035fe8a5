//! Deleting an account, with everything rooms keep about the person and need not keep.

use serde_json::json;

use super::{Outcome, Refusal, note};
use crate::mail;
use crate::people::{AccountId, account, invitation, mail_link, mails, membership};
use crate::values::Email;
use crate::web::{Core, Error};

/// Deletes the account. Entries of the audit log stay and say "a deleted person": they never held a name.
///
/// # Errors
/// As the database's.
pub async fn erase(core: &Core, id: AccountId) -> Outcome<()> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let alone = membership::owned_alone_across_organisations(&mut tx, id).await?;
    if !alone.is_empty() {
        return Ok(Err(Refusal::SoleOwner(alone)));
    }
    let account = account::find(&mut tx, id).await?;
    for room in &app.personal {
        (room.erase)(&mut tx, id, &account.email).await?;
    }
    let mailbox = Email::stored(account.email.clone());
    mail::forget_across_organisations(&mut tx, &mailbox).await?;
    mail::forget_events(&mut tx, &mails::mailbox_asked(id)).await?;
    let key = mailbox.key();
    mail_link::forget(&mut tx, &key).await?;
    invitation::forget_across_organisations(&mut tx, &key).await?;
    account::delete(&mut tx, id).await?;
    note(&mut tx, app, None, id, "account.erased", ("account", id.as_uuid()), json!({})).await?;
    // Last, so that the good-bye is not erased with the rest; that it was sent is forgotten as of every mail, after some weeks.
    mails::erased(&mut tx, core, &account).await?;
    tx.commit().await.map_err(Error::from)?;
    Ok(Ok(()))
}
