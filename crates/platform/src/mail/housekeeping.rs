//! Mails are people's data: each row is deleted when its time is up. Also tells how many wait, for metrics.

use db::Db;
use serde::{Deserialize, Serialize};

use super::{Context, outbox, store};
use crate::jobs::{Every, Job, JobError, Queue, Registry};

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
