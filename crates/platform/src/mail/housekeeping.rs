//! Mails are people's data: each row is deleted when its time is up, or when the person wants to be forgotten. Also tells how many wait, for metrics.

use db::{Db, Tx};
use serde::{Deserialize, Serialize};

use super::{Context, Told, outbox, store};
use crate::jobs::{Every, Job, JobError, Queue, Registry};
use crate::values::Email;

#[derive(Debug, Serialize, Deserialize)]
struct DeleteExpired {}

impl Job for DeleteExpired {
    const KIND: &'static str = "mail.delete-expired";
    const QUEUE: Queue = Queue::Housekeeping;
}

/// Adds sending and housekeeping.
pub fn register<C: Context>(registry: &mut Registry<C>) {
    registry.on(outbox::send::<C>);
    registry.on(delete_expired::<C>);
    registry.schedule(Every::day_at(3, 20), |_| DeleteExpired {});
}

async fn delete_expired<C: Context>(context: C, _: DeleteExpired) -> Result<(), JobError> {
    loop {
        let mut tx = context.db().begin().await?;
        let deleted = store::delete_expired(&mut tx, context.clock().now()).await?;
        tx.commit().await?;
        if deleted == 0 {
            return Ok(());
        }
    }
}

/// What we have written to a person, for their copy of their data.
///
/// # Errors
/// As the database's.
pub(crate) async fn to_mailbox_across_organisations(db: &Db, mailbox: &Email) -> Result<Vec<Told>, db::Error> {
    store::to_mailbox_across_organisations(db, &mailbox.key()).await
}

/// Deletes what we have written to a person, also what has not left yet.
///
/// # Errors
/// As the database's.
pub(crate) async fn forget_across_organisations(tx: &mut Tx, mailbox: &Email) -> Result<(), db::Error> {
    store::forget_across_organisations(tx, &mailbox.key()).await
}

/// Deletes mails of the installation itself whose event begins so. The beginning is made of our own words and ids.
///
/// # Errors
/// As the database's.
pub(crate) async fn forget_events(tx: &mut Tx, beginning: &str) -> Result<(), db::Error> {
    store::forget_events(tx, beginning).await
}

/// Counts what was written to a person's mailbox until now among the mails of the new one, so that it is in their copy and goes with them.
///
/// # Errors
/// As the database's.
pub(crate) async fn follow_across_organisations(tx: &mut Tx, before: &Email, after: &Email) -> Result<(), db::Error> {
    store::follow_across_organisations(tx, &before.key(), &after.key()).await
}

/// Mails that have not left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsent {
    /// Waiting for their first or next attempt.
    pub queued: i64,
    /// On their way just now, or when a process died.
    pub sending: i64,
    /// Given up.
    pub dead: i64,
}

/// How many mails have not left.
///
/// # Errors
/// As the database's.
pub async fn unsent_across_organisations(db: &Db) -> Result<Unsent, db::Error> {
    let counts = store::counts(db).await?;
    let count = |state: store::State| {
        counts
            .iter()
            .find(|(found, _)| found == state.as_str())
            .map_or(0, |(_, count)| *count)
    };
    Ok(Unsent {
        queued: count(store::State::Queued),
        sending: count(store::State::Sending),
        dead: count(store::State::Dead),
    })
}
