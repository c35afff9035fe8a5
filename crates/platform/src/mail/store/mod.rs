//! The mail table.

use db::{Db, Error, Tx, sql};
use jiff::Timestamp;
use uuid::Uuid;

use super::{MailId, Message, Sender};
use crate::OrgScope;
use crate::values::Email;

db::text_enum!(
    pub(super) enum State {
        Queued => "queued",
        Sending => "sending",
        Sent => "sent",
        Dead => "dead",
    }
);

/// The organisation, or the nil UUID for the installation itself: a unique index sees no `NULL` twice.
pub(super) fn owner(organisation: Option<OrgScope>) -> Uuid {
    organisation.map_or(Uuid::nil(), |scope| scope.id().as_uuid())
}

pub(super) struct Insert {
    pub(super) id: MailId,
    pub(super) message_id: String,
    pub(super) content: Vec<u8>,
    pub(super) created_at: Timestamp,
    pub(super) delete_after: Timestamp,
}

/// `false`: the event has its mail already.
pub(super) async fn insert(tx: &mut Tx, owner: Uuid, event: &str, message: &Message, sender: &Sender, mail: Insert) -> Result<bool, Error> {
    let rows = sql!(
        "INSERT INTO mail (id, organisation_id, event_key, message_id, thread, sender, recipient, recipient_key, subject, content, state, attempts,
                           created_at, delete_after)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', 0, $11, $12) ON CONFLICT (organisation_id, event_key) DO NOTHING"
    )
    .bind(mail.id)
    .bind(owner)
    .bind(event)
    .bind(mail.message_id)
    .bind(message.thread.as_deref())
    .bind(sender.email.as_str())
    .bind(message.to.as_str())
    .bind(message.to.key())
    .bind(&message.subject)
    .bind(mail.content)
    .bind(mail.created_at)
    .bind(mail.delete_after)
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

pub(super) async fn find_event(tx: &mut Tx, owner: Uuid, event: &str) -> Result<MailId, Error> {
    let (id,) = sql!("SELECT id FROM mail WHERE organisation_id = $1 AND event_key = $2")
        .bind(owner)
        .bind(event)
        .one::<(MailId,)>(tx)
        .await?;
    Ok(id)
}

/// Message-IDs of the thread's mails to the same person, oldest first: the one that began it and the newest few. More would make long headers for nothing.
pub(super) async fn earlier(tx: &mut Tx, owner: Uuid, thread: &str, recipient: &str) -> Result<Vec<String>, Error> {
    let mut ids = sql!("SELECT message_id FROM mail WHERE organisation_id = $1 AND thread = $2 AND recipient = $3 ORDER BY created_at, id")
        .bind(owner)
        .bind(thread)
        .bind(recipient)
        .all::<(String,)>(tx)
        .await?;
    if ids.len() > 10 {
        ids.drain(1..ids.len() - 9);
    }
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

db::row! {
    /// A mail that is being sent; `attempts` counts this attempt.
    struct Row {
        message_id: String,
        sender: String,
        recipient: String,
        content: Vec<u8>,
        attempts: i64,
    }
}

/// A mail that is being sent.
pub(super) struct Taken {
    pub(super) message_id: String,
    pub(super) sender: Email,
    pub(super) recipient: Email,
    pub(super) content: Vec<u8>,
    pub(super) attempts: i64,
}

/// Marks a mail as being sent and reads it. `None`: it is sent or gone. One that was given up starts afresh: the operator has asked for it.
pub(super) async fn take(tx: &mut Tx, id: MailId) -> Result<Option<Taken>, Error> {
    let row = sql!(
        "UPDATE mail SET state = 'sending', attempts = CASE WHEN state = 'dead' THEN 1 ELSE attempts + 1 END
         WHERE id = $1 AND state <> 'sent' RETURNING message_id, sender, recipient, content, attempts"
    )
    .bind(id)
    .optional::<Row>(tx)
    .await?;
    Ok(row.map(|row| Taken {
        message_id: row.message_id,
        sender: Email::stored(row.sender),
        recipient: Email::stored(row.recipient),
        content: row.content,
        attempts: row.attempts,
    }))
}

/// The attempt came to nothing: the mail waits for the next one or is given up.
pub(super) async fn keep(tx: &mut Tx, id: MailId, state: State) -> Result<(), Error> {
    sql!("UPDATE mail SET state = $2 WHERE id = $1")
        .bind(id)
        .bind(state)
        .execute(tx)
        .await
        .map(drop)
}

/// The mail has left. What it said is not kept: links in it open things.
pub(super) async fn sent(tx: &mut Tx, id: MailId, now: Timestamp) -> Result<(), Error> {
    sql!("UPDATE mail SET state = 'sent', sent_at = $2, content = $3 WHERE id = $1")
        .bind(id)
        .bind(now)
        .bind(Vec::new())
        .execute(tx)
        .await
        .map(drop)
}

/// In portions, so that no lock is held for long.
pub(super) async fn delete_expired(tx: &mut Tx, now: Timestamp) -> Result<u64, Error> {
    sql!("DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE delete_after <= $1 ORDER BY delete_after LIMIT 500)")
        .bind(now)
        .execute(tx)
        .await
}

db::row! {
    /// A mail to a person, as their own copy of their data tells of it.
    pub struct Told {
        /// What it was about.
        pub subject: String,
        /// When it was written.
        pub created_at: Timestamp,
        /// When it left; `None`: it has not.
        pub sent_at: Option<Timestamp>,
    }
}

/// Every mail to the mailbox, of all organisations: it is the person who asks.
pub(super) async fn to_mailbox_across_organisations(db: &Db, key: &str) -> Result<Vec<Told>, Error> {
    sql!("SELECT subject, created_at, sent_at FROM mail WHERE recipient_key = $1 ORDER BY created_at, id")
        .bind(key)
        .all(db)
        .await
}

/// Every mail to the mailbox, also those that wait.
pub(super) async fn forget_across_organisations(tx: &mut Tx, key: &str) -> Result<(), Error> {
    sql!("DELETE FROM mail WHERE recipient_key = $1")
        .bind(key)
        .execute(tx)
        .await
        .map(drop)
}

/// Mails of the installation itself whose event begins so.
pub(super) async fn forget_events(tx: &mut Tx, beginning: &str) -> Result<(), Error> {
    sql!("DELETE FROM mail WHERE organisation_id = $1 AND event_key LIKE $2")
        .bind(owner(None))
        .bind(format!("{beginning}%"))
        .execute(tx)
        .await
        .map(drop)
}

/// What was written to a person stays theirs when they move to another mailbox.
pub(super) async fn follow_across_organisations(tx: &mut Tx, before: &str, after: &str) -> Result<(), Error> {
    sql!("UPDATE mail SET recipient_key = $2 WHERE recipient_key = $1")
        .bind(before)
        .bind(after)
        .execute(tx)
        .await
        .map(drop)
}

pub(super) async fn counts(db: &Db) -> Result<Vec<(String, i64)>, Error> {
    sql!("SELECT state, COUNT(*) FROM mail WHERE state <> 'sent' GROUP BY state")
        .all(db)
        .await
}
