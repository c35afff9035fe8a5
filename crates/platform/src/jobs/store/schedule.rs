//! Where each schedule has come to.

use db::{Db, Error, Tx, sql};
use jiff::Timestamp;

db::row! {
    pub(in crate::jobs) struct Stored {
        pub(in crate::jobs) kind: String,
        pub(in crate::jobs) rule: String,
        pub(in crate::jobs) next_at: Timestamp,
    }
}

pub(in crate::jobs) async fn all(db: &Db) -> Result<Vec<Stored>, Error> {
    sql!("SELECT kind, rule, next_at FROM job_schedule").all(db).await
}

/// Starts a schedule, or starts it anew if its rule has changed. Changes nothing if another process has just done so.
pub(in crate::jobs) async fn begin(tx: &mut Tx, kind: &str, rule: &str, next_at: Timestamp) -> Result<(), Error> {
    sql!(
        "INSERT INTO job_schedule (kind, rule, next_at) VALUES ($1, $2, $3)
         ON CONFLICT (kind) DO UPDATE SET rule = excluded.rule, next_at = excluded.next_at WHERE job_schedule.rule <> excluded.rule"
    )
    .bind(kind)
    .bind(rule)
    .bind(next_at)
    .execute(tx)
    .await
    .map(drop)
}

/// Moves on from one occurrence to the next. Only one caller is told `true` for each occurrence.
pub(in crate::jobs) async fn advance(tx: &mut Tx, kind: &str, from: Timestamp, to: Timestamp) -> Result<bool, Error> {
    let rows = sql!("UPDATE job_schedule SET next_at = $3 WHERE kind = $1 AND next_at = $2")
        .bind(kind)
        .bind(from)
        .bind(to)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}
