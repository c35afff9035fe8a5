//! The job table: enqueueing, claiming and finishing.

pub(super) mod admin;
pub(super) mod schedule;

use db::{Engine, Error, Statement, StatementInfo, Tx, sql};
use jiff::Timestamp;

use super::enqueue::Prepared;
use super::{JobId, Queue, Reason};
use crate::OrgScope;

pub(super) struct NewJob {
    pub(super) id: JobId,
    pub(super) organisation: Option<OrgScope>,
    pub(super) run_at: Timestamp,
    pub(super) dedup_key: Option<String>,
    pub(super) created_at: Timestamp,
}

pub(super) async fn insert(tx: &mut Tx, job: &Prepared, row: NewJob) -> Result<JobId, Error> {
    let statement = sql!(
        "INSERT INTO job (id, kind, queue, payload, organisation_id, run_at, attempts, max_attempts, dedup_key, again, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, FALSE, 'pending', $9)
         ON CONFLICT (dedup_key) WHERE state IN ('pending', 'running')
         DO UPDATE SET again = (job.state = 'running'),
                       run_at = CASE WHEN job.run_at > excluded.run_at OR (job.state = 'running' AND NOT job.again) THEN excluded.run_at ELSE job.run_at END
         RETURNING id"
    );
    let (id,) = statement
        .bind(row.id)
        .bind(job.kind)
        .bind(job.queue)
        .bind(&job.payload)
        .bind(row.organisation.map(OrgScope::id))
        .bind(row.run_at)
        .bind(job.max_attempts)
        .bind(row.dedup_key)
        .bind(row.created_at)
        .one::<(JobId,)>(tx)
        .await?;
    Ok(id)
}

db::row! {
    /// A job that this process has taken on. `attempts` counts this attempt, and with `locked_by` tells it from every other attempt.
    pub(super) struct Claimed {
        pub(super) id: JobId,
        pub(super) kind: String,
        pub(super) payload: String,
        pub(super) organisation_id: Option<crate::organisation::OrganisationId>,
        pub(super) attempts: i64,
        pub(super) max_attempts: i64,
        pub(super) locked_by: String,
    }
}

/// Which queues have a job that is due. Read before claiming, because on SQLite a claim takes the only write lock.
pub(super) async fn due(db: &db::Db, now: Timestamp) -> Result<Vec<Queue>, Error> {
    let rows = sql!("SELECT DISTINCT queue FROM job WHERE state = 'pending' AND run_at <= $1")
        .bind(now)
        .all::<(String,)>(db)
        .await?;
    // While a new version is rolled out there may be queues that this process does not know yet.
    Ok(rows.iter().filter_map(|(queue,)| queue.parse().ok()).collect())
}

/// Takes the oldest due job of a queue.
///
/// The island of SQL that differs: on PostgreSQL several processes claim at the same moment, and each must skip what another is just taking instead of waiting
/// for it. SQLite has one writer at a time and does not know the words.
pub(super) async fn claim(tx: &mut Tx, queue: Queue, worker: &str, now: Timestamp, until: Timestamp) -> Result<Option<Claimed>, Error> {
    static POSTGRES: StatementInfo = StatementInfo::new(
        "UPDATE job SET state = 'running', attempts = attempts + 1, locked_by = $2, locked_until = $4
         WHERE id = (SELECT id FROM job WHERE queue = $1 AND state = 'pending' AND run_at <= $3 ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, kind, payload, organisation_id, attempts, max_attempts, locked_by",
        file!(),
        line!(),
        env!("CARGO_PKG_NAME"),
    );
    let statement = match tx.engine() {
        Engine::Postgres => Statement::new(&POSTGRES),
        Engine::Sqlite => sql!(
            "UPDATE job SET state = 'running', attempts = attempts + 1, locked_by = $2, locked_until = $4
             WHERE id = (SELECT id FROM job WHERE queue = $1 AND state = 'pending' AND run_at <= $3 ORDER BY run_at, id LIMIT 1)
             RETURNING id, kind, payload, organisation_id, attempts, max_attempts, locked_by"
        ),
    };
    statement.bind(queue).bind(worker).bind(now).bind(until).optional(tx).await
}

/// Says that the job is still being done. `false`: it was taken away meanwhile.
pub(super) async fn prolong(tx: &mut Tx, job: &Claimed, until: Timestamp) -> Result<bool, Error> {
    let rows = sql!("UPDATE job SET locked_until = $4 WHERE id = $1 AND locked_by = $2 AND attempts = $3 AND state = 'running'")
        .bind(job.id)
        .bind(&job.locked_by)
        .bind(job.attempts)
        .bind(until)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}

/// The job is done; or, if it was asked for again meanwhile, waits to be done once more.
pub(super) async fn finish(tx: &mut Tx, job: &Claimed, now: Timestamp) -> Result<bool, Error> {
    let rows = sql!(
        "UPDATE job SET state = CASE WHEN again THEN 'pending' ELSE 'done' END, finished_at = CASE WHEN again THEN NULL ELSE $4 END,
                        attempts = CASE WHEN again THEN 0 ELSE attempts END,
                        again = FALSE, locked_by = NULL, locked_until = NULL, last_error = NULL
         WHERE id = $1 AND locked_by = $2 AND attempts = $3 AND state = 'running'"
    )
    .bind(job.id)
    .bind(&job.locked_by)
    .bind(job.attempts)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// The attempt failed; the next one is at `run_at`.
pub(super) async fn postpone(tx: &mut Tx, job: &Claimed, run_at: Timestamp, reason: &Reason) -> Result<bool, Error> {
    let rows = sql!(
        "UPDATE job SET state = 'pending', run_at = $4, last_error = $5, again = FALSE, locked_by = NULL, locked_until = NULL
         WHERE id = $1 AND locked_by = $2 AND attempts = $3 AND state = 'running'"
    )
    .bind(job.id)
    .bind(&job.locked_by)
    .bind(job.attempts)
    .bind(run_at)
    .bind(reason.as_str())
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// The job has failed for good and waits for the operator; or, if it was asked for again meanwhile, starts afresh.
pub(super) async fn bury(tx: &mut Tx, job: &Claimed, now: Timestamp, reason: &Reason) -> Result<bool, Error> {
    let rows = sql!(
        "UPDATE job SET state = CASE WHEN again THEN 'pending' ELSE 'dead' END, finished_at = CASE WHEN again THEN NULL ELSE $4 END,
                        attempts = CASE WHEN again THEN 0 ELSE attempts END,
                        again = FALSE, locked_by = NULL, locked_until = NULL, last_error = $5
         WHERE id = $1 AND locked_by = $2 AND attempts = $3 AND state = 'running'"
    )
    .bind(job.id)
    .bind(&job.locked_by)
    .bind(job.attempts)
    .bind(now)
    .bind(reason.as_str())
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// The process stops before the job is done: another may have it at once, and the attempt does not count.
pub(super) async fn give_back(tx: &mut Tx, job: &Claimed) -> Result<(), Error> {
    sql!(
        "UPDATE job SET state = 'pending', attempts = attempts - 1, again = FALSE, locked_by = NULL, locked_until = NULL
         WHERE id = $1 AND locked_by = $2 AND attempts = $3 AND state = 'running'"
    )
    .bind(job.id)
    .bind(&job.locked_by)
    .bind(job.attempts)
    .execute(tx)
    .await
    .map(drop)
}

/// Whether a lease has run out, which means that the process that held it is gone.
pub(super) async fn has_expired(db: &db::Db, now: Timestamp) -> Result<bool, Error> {
    let found = sql!("SELECT id FROM job WHERE state = 'running' AND locked_until <= $1 LIMIT 1")
        .bind(now)
        .optional::<(JobId,)>(db)
        .await?;
    Ok(found.is_some())
}

/// Puts jobs whose lease has run out back in the queue; those that have used up their attempts go to the operator, so that a job that kills every process that
/// tries it stops doing so. Tells how many there were.
pub(super) async fn take_back_expired(tx: &mut Tx, now: Timestamp) -> Result<u64, Error> {
    sql!(
        "UPDATE job SET state = CASE WHEN attempts >= max_attempts THEN 'dead' ELSE 'pending' END,
                        finished_at = CASE WHEN attempts >= max_attempts THEN $1 ELSE NULL END,
                        last_error = 'the process that did it stopped', again = FALSE, locked_by = NULL, locked_until = NULL
         WHERE state = 'running' AND locked_until <= $1"
    )
    .bind(now)
    .execute(tx)
    .await
}

/// Deletes finished jobs that nobody needs to see any more, in portions, so that no lock is held for long.
pub(super) async fn delete_done_before(tx: &mut Tx, before: Timestamp) -> Result<u64, Error> {
    sql!("DELETE FROM job WHERE id IN (SELECT id FROM job WHERE state = 'done' AND finished_at < $1 ORDER BY finished_at LIMIT 1000)")
        .bind(before)
        .execute(tx)
        .await
}
