//! Does everything that is due, here and now, one job after the other: for tests, and for commands that must not leave work behind.

use super::attempt::{self, Outcome};
use super::registry::Registry;
use super::{Context, schedule, store, worker};

/// More jobs than this in one go means that a job enqueues itself without end.
const LIMIT: u64 = 100_000;

/// What [`run_due`] did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    /// Attempts that succeeded.
    pub done: u64,
    /// Attempts that failed and are tried again later.
    pub postponed: u64,
    /// Jobs given up.
    pub dead: u64,
}

/// Runs everything that is due by the clock of `context`, schedules included, and what those jobs enqueue, until nothing is left. The oldest first.
///
/// # Errors
/// As the database's.
///
/// # Panics
/// After 100 000 jobs: then a job enqueues itself without end.
pub async fn run_due<C: Context>(context: &C, registry: &Registry<C>) -> Result<Ran, db::Error> {
    let name = context.random().token();
    let mut ran = Ran::default();
    loop {
        schedule::tick(context, registry).await?;
        worker::take_back_expired(context).await?;
        let before = ran;
        for queue in store::due(context.db(), context.clock().now()).await? {
            while let Some(job) = attempt::claim(context, queue, &name).await? {
                match attempt::attempt(context, registry, &job).await {
                    Outcome::Done => ran.done += 1,
                    Outcome::Postponed => ran.postponed += 1,
                    Outcome::Buried => ran.dead += 1,
                    Outcome::Lost => {}
                }
                assert!(
                    ran.done + ran.postponed + ran.dead < LIMIT,
                    "jobs without end; the last one was of kind {}",
                    job.kind
                );
            }
        }
        if ran == before {
            return Ok(ran);
        }
    }
}
