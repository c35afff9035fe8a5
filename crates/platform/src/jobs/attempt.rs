//! One attempt at a job: start its handler, keep the lease alive meanwhile, note how it ended.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::registry::{Handler, Registry};
use super::store::{self, Claimed};
use super::{Context, JobError, Queue, Reason};
use crate::OrgScope;

/// How long a job belongs to a process that gives no sign of life.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// How often the process gives one.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// The longest pause between attempts.
const LONGEST_PAUSE: i64 = 6 * 60 * 60;
/// How often the outcome is tried to be noted while the database is busy or gone.
const NOTING_ATTEMPTS: u32 = 5;

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    Postponed,
    Buried,
    /// The lease was lost, or the outcome could not be noted; another process does the job again.
    Lost,
}

/// Takes the oldest due job of a queue, if there is one.
pub(super) async fn claim<C: Context>(context: &C, queue: Queue, worker: &str) -> Result<Option<Claimed>, db::Error> {
    let now = context.clock().now();
    let mut tx = context.db().begin().await?;
    let claimed = store::claim(&mut tx, queue, worker, now, lease(now)).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Does a job and notes the outcome.
pub(super) async fn attempt<C: Context>(context: &C, registry: &Registry<C>, job: &Claimed) -> Outcome {
    // A task of its own, so that a handler that computes without a pause does not stop it. It ends with this attempt, however that ends.
    let mut lease = JoinSet::new();
    lease.spawn(keep_lease(context.clone(), job.clone()));
    let result = tokio::select! {
        result = guarded(context, registry.handler(&job.kind), job) => result,
        _ = lease.join_next() => {
            tracing::warn!(kind = job.kind, job = %job.id, "another process has taken this job over; it is broken off here");
            return Outcome::Lost;
        }
    };
    for number in 1..=NOTING_ATTEMPTS {
        match note(context, job, &result).await {
            Ok(outcome) => return outcome,
            Err(error) => {
                tracing::warn!(kind = job.kind, job = %job.id, %error, "the outcome of a job could not be noted yet");
                tokio::time::sleep(Duration::from_millis(100 << number)).await;
            }
        }
    }
    Outcome::Lost
}

/// The handler with its time limit; a panic becomes an ordinary failure.
async fn guarded<C: Context>(context: &C, handler: Option<&Handler<C>>, job: &Claimed) -> Result<(), JobError> {
    let Some(handler) = handler else {
        // Perhaps enqueued by a newer version that is just being rolled out.
        return Err(JobError::retry("nobody here does jobs of this kind"));
    };
    let scope = job.organisation_id.map(OrgScope::of_job);
    // Starting is inside too: the part of a handler before its first `await` may panic as well.
    let work = AssertUnwindSafe(async { handler.start(context.clone(), scope, &job.payload).await }).catch_unwind();
    match tokio::time::timeout(handler.limit, work).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(JobError::retry("the handler panicked")),
        Err(_) => Err(JobError::retry("the handler took too long")),
    }
}

/// Returns only when the lease is lost.
async fn keep_lease<C: Context>(context: C, job: Claimed) {
    loop {
        tokio::time::sleep(HEARTBEAT).await;
        let kept = async {
            let mut tx = context.db().begin().await?;
            let kept = store::prolong(&mut tx, &job, lease(context.clock().now())).await?;
            tx.commit().await?;
            Ok::<_, db::Error>(kept)
        };
        match kept.await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(kind = job.kind, job = %job.id, %error, "the lease of a job could not be prolonged"),
        }
    }
}

async fn note<C: Context>(context: &C, job: &Claimed, result: &Result<(), JobError>) -> Result<Outcome, db::Error> {
    let now = context.clock().now();
    let mut tx = context.db().begin().await?;
    let (outcome, noted) = match result {
        Ok(()) => (Outcome::Done, store::finish(&mut tx, job, now).await?),
        Err(JobError::Retry(reason)) if job.attempts < job.max_attempts => {
            let run_at = now.checked_add(pause(context, job.attempts)).unwrap_or(Timestamp::MAX);
            (Outcome::Postponed, store::postpone(&mut tx, job, run_at, reason).await?)
        }
        Err(JobError::Retry(reason) | JobError::Dead(reason)) => (Outcome::Buried, store::bury(&mut tx, job, now, reason).await?),
    };
    tx.commit().await?;
    if !noted {
        return Ok(Outcome::Lost);
    }
    log(job, outcome, result.as_ref().err());
    Ok(outcome)
}

fn log(job: &Claimed, outcome: Outcome, error: Option<&JobError>) {
    let reason: Option<&Reason> = error.map(|error| match error {
        JobError::Retry(reason) | JobError::Dead(reason) => reason,
    });
    let reason = reason.map_or("", Reason::as_str);
    let (kind, attempt) = (job.kind.as_str(), job.attempts);
    match outcome {
        Outcome::Done => tracing::debug!(kind, job = %job.id, attempt, "job done"),
        Outcome::Postponed => tracing::info!(kind, job = %job.id, attempt, reason, "job failed and is tried again later"),
        Outcome::Buried => tracing::error!(kind, job = %job.id, attempt, reason, "job failed for good and waits for the operator"),
        Outcome::Lost => {}
    }
}

/// 2, 4, 8 … seconds, each a quarter shorter or longer by chance, so that jobs that failed together do not come back together.
fn pause<C: Context>(context: &C, attempts: i64) -> SignedDuration {
    let exponent = u32::try_from(attempts).unwrap_or(u32::MAX).min(20);
    let millis = (1_i64 << exponent).min(LONGEST_PAUSE) * 1000;
    let chance = i64::from(u16::from_be_bytes(context.random().bytes::<2>()));
    SignedDuration::from_millis(millis * 3 / 4 + millis / 2 * chance / i64::from(u16::MAX))
}

fn lease(now: Timestamp) -> Timestamp {
    now.checked_add(LEASE).unwrap_or(Timestamp::MAX)
}
