//! Mail is written into the database with the change that causes it, and leaves by a job. What happened once is told once.

use db::Tx;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::compose::{Stamp, compose};
use super::store::{self, Insert};
use super::transport::{Outgoing, SendError};
use super::{Context, MailId, Message};
use crate::OrgScope;
use crate::jobs::{self, EnqueueOptions, Job, JobError, Queue};

/// How long we remember that a mail was written. What it said is gone once it has left.
pub const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Sends one mail.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Send {
    mail: MailId,
}

impl Job for Send {
    const KIND: &'static str = "mail.send";
    const QUEUE: Queue = Queue::Mail;
    /// About two days, so that a mail server can be down over a weekend's first half without anybody noticing more than a delay.
    const MAX_ATTEMPTS: u16 = 20;
}

/// Writes a mail into the outbox, to leave after the commit. `event` names what happened, such as `signup-confirmed/<id>`: a second mail of the same organisation
/// with the same event is not written, and the first one's id is answered. `None` as organisation is the installation itself, for sign-in links.
///
/// # Errors
/// As the database's; then the transaction is over.
pub async fn enqueue<C: Context>(
    tx: &mut Tx,
    context: &C,
    organisation: Option<OrgScope>,
    event: &str,
    message: Message,
) -> Result<MailId, db::Error> {
    let now = context.clock().now();
    let sender = context.sender();
    let owner = store::owner(organisation);
    let earlier = match &message.thread {
        Some(thread) => store::earlier(tx, owner, thread, message.to.as_str()).await?,
        None => Vec::new(),
    };
    let stamp = Stamp {
        id: MailId::from_uuid(context.random().id(now)),
        sender: &sender,
        at: now,
        earlier: &earlier,
    };
    let mail = Insert {
        id: stamp.id,
        message_id: stamp.message_id(),
        content: compose(&message, &stamp),
        created_at: now,
        delete_after: now.checked_add(KEPT).unwrap_or(Timestamp::MAX),
    };
    if !store::insert(tx, owner, event, &message, &sender, mail).await? {
        return store::find_event(tx, owner, event).await;
    }
    let job = Send { mail: stamp.id };
    jobs::enqueue(tx, context.clock(), context.random(), organisation, job, EnqueueOptions::default()).await?;
    Ok(stamp.id)
}

/// One attempt. The row says `sending` before the mail can leave and `sent` right after it has left; see the module's page for what lies between.
pub(super) async fn send<C: Context>(context: C, Send { mail: id }: Send) -> Result<(), JobError> {
    let mut tx = context.db().begin().await?;
    let taken = store::take(&mut tx, id).await?;
    tx.commit().await?;
    let Some(mail) = taken else {
        return Ok(()); // sent already, or deleted because it grew too old
    };
    let outgoing = Outgoing {
        message_id: &mail.message_id,
        sender: &mail.sender,
        recipient: &mail.recipient,
        content: &mail.content,
    };
    let sent = context.transport().send(&outgoing).await;
    let mut tx = context.db().begin().await?;
    let outcome = match sent {
        Ok(()) => {
            store::sent(&mut tx, id, context.clock().now()).await?;
            Ok(())
        }
        Err(SendError::Later(reason)) if mail.attempts < i64::from(Send::MAX_ATTEMPTS) => {
            store::keep(&mut tx, id, store::State::Queued).await?;
            Err(JobError::Retry(reason))
        }
        Err(SendError::Never(reason) | SendError::Later(reason)) => {
            store::keep(&mut tx, id, store::State::Dead).await?;
            Err(JobError::Dead(reason))
        }
    };
    tx.commit().await?;
    outcome
}
