//! Looking after the queue: for the operator's page, metrics and readiness. All of it crosses organisations and shows no payload.

use db::{Db, Tx};
use jiff::{SignedDuration, Timestamp};

use super::{JobId, Queue, bell, store};
use crate::Clock;
use crate::organisation::OrganisationId;

db::text_enum!(
    /// Where a job stands.
    pub enum State {
        /// Waits for its time or its turn.
        Pending => "pending",
        /// Some process is doing it.
        Running => "running",
        /// Done; deleted after a week.
        Done => "done",
        /// Given up; waits for the operator.
        Dead => "dead",
    }
);

db::row! {
    /// A job as the operator sees it.
    pub struct JobRow {
        /// Its id.
        pub id: JobId,
        /// Its kind: `room.verb`.
        pub kind: String,
        /// The name of its queue.
        pub queue: String,
        /// Whose work it is; `None` is the installation's own.
        pub organisation_id: Option<OrganisationId>,
        /// Not before this instant.
        pub run_at: Timestamp,
        /// How often it was tried.
        pub attempts: i64,
        /// How often it may be tried.
        pub max_attempts: i64,
        /// What went wrong last; holds no personal data.
        pub last_error: Option<String>,
        /// Where it stands.
        pub state: State,
        /// When it was enqueued.
        pub created_at: Timestamp,
        /// When it was done or given up.
        pub finished_at: Option<Timestamp>,
    }
}

/// How much waits in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueDepth {
    /// Which queue.
    pub queue: Queue,
    /// Jobs that wait, also those whose time has not come.
    pub waiting: i64,
    /// Jobs that could run now.
    pub due: i64,
    /// Jobs that run.
    pub running: i64,
    /// Jobs given up.
    pub dead: i64,
    /// How long the oldest job that could run has been waiting.
    pub oldest_age: SignedDuration,
}

/// How much waits, for every queue.
///
/// # Errors
/// As the database's.
pub async fn depths_across_organisations(db: &Db, clock: &Clock) -> Result<Vec<QueueDepth>, db::Error> {
    let now = clock.now();
    let rows = store::admin::depths(db, now).await?;
    let depth = |queue: &Queue| {
        let found = rows.iter().find(|row| row.queue == queue.as_str());
        let count = |read: fn(&store::admin::Depth) -> i64| found.map_or(0, read);
        QueueDepth {
            queue: *queue,
            waiting: count(|row| row.waiting),
            due: count(|row| row.due),
            running: count(|row| row.running),
            dead: count(|row| row.dead),
            oldest_age: found
                .and_then(|row| row.oldest_due)
                .map_or(SignedDuration::ZERO, |oldest| now.duration_since(oldest)),
        }
    };
    Ok(Queue::ALL.iter().map(depth).collect())
}

/// Jobs in one state, newest first, `limit` at a time; `after` is the last one of the page before.
///
/// # Errors
/// As the database's.
pub async fn list_across_organisations(db: &Db, state: State, after: Option<JobId>, limit: u16) -> Result<Vec<JobRow>, db::Error> {
    store::admin::list(db, state, after, limit).await
}

/// Puts a job that was given up back in the queue with all its attempts. `false`: it is not dead any more, or newer work of the same kind is already waiting.
///
/// # Errors
/// As the database's.
pub async fn retry_across_organisations(tx: &mut Tx, clock: &Clock, id: JobId) -> Result<bool, db::Error> {
    let revived = store::admin::revive(tx, id, clock.now()).await?;
    if revived {
        bell::ring_after(tx).await?;
    }
    Ok(revived)
}

/// Deletes a job that was given up. `false`: it is not dead any more.
///
/// # Errors
/// As the database's.
pub async fn discard_across_organisations(tx: &mut Tx, id: JobId) -> Result<bool, db::Error> {
    store::admin::discard(tx, id).await
}
