//! Looking after the queue, for the operator.

use db::{Error, Read, Tx, sql};
use jiff::Timestamp;

use crate::jobs::{JobId, JobRow, State};

db::row! {
    pub(in crate::jobs) struct Depth {
        pub(in crate::jobs) queue: String,
        pub(in crate::jobs) waiting: i64,
        pub(in crate::jobs) due: i64,
        pub(in crate::jobs) running: i64,
        pub(in crate::jobs) dead: i64,
        pub(in crate::jobs) oldest_due: Option<Timestamp>,
    }
}

pub(in crate::jobs) async fn depths(on: &impl Read, now: Timestamp) -> Result<Vec<Depth>, Error> {
    sql!(
        "SELECT queue,
                CAST(SUM(CASE WHEN state = 'pending' THEN 1 ELSE 0 END) AS BIGINT) AS waiting,
                CAST(SUM(CASE WHEN state = 'pending' AND run_at <= $1 THEN 1 ELSE 0 END) AS BIGINT) AS due,
                CAST(SUM(CASE WHEN state = 'running' THEN 1 ELSE 0 END) AS BIGINT) AS running,
                CAST(SUM(CASE WHEN state = 'dead' THEN 1 ELSE 0 END) AS BIGINT) AS dead,
                CAST(MIN(CASE WHEN state = 'pending' AND run_at <= $1 THEN run_at END) AS BIGINT) AS oldest_due
         FROM job WHERE state IN ('pending', 'running', 'dead') GROUP BY queue ORDER BY queue"
    )
    .bind(now)
    .all(on)
    .await
}

/// Newest first; `after` is the id of the last one of the page before.
pub(in crate::jobs) async fn list(on: &impl Read, state: State, after: Option<JobId>, limit: u16) -> Result<Vec<JobRow>, Error> {
    sql!(
        "SELECT id, kind, queue, organisation_id, run_at, attempts, max_attempts, last_error, state, created_at, finished_at
         FROM job WHERE state = $1 AND ($2 IS NULL OR id < $2) ORDER BY id DESC LIMIT $3"
    )
    .bind(state)
    .bind(after)
    .bind(limit)
    .all(on)
    .await
}

pub(in crate::jobs) async fn revive(tx: &mut Tx, id: JobId, now: Timestamp) -> Result<bool, Error> {
    let rows = sql!(
        "UPDATE job SET state = 'pending', attempts = 0, run_at = $2, finished_at = NULL
         WHERE id = $1 AND state = 'dead'
           AND NOT EXISTS (SELECT 1 FROM job newer WHERE newer.dedup_key = job.dedup_key AND newer.state IN ('pending', 'running'))"
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

pub(in crate::jobs) async fn discard(tx: &mut Tx, id: JobId) -> Result<bool, Error> {
    Ok(sql!("DELETE FROM job WHERE id = $1 AND state = 'dead'")
        .bind(id)
        .execute(tx)
        .await?
        == 1)
}
