//! Topics and their events.

use std::sync::Arc;

use db::{Error, Read, Tx, sql};
use jiff::Timestamp;

use super::Event;

/// At most this many events are read at a time.
pub(super) const PORTION: u16 = 200;

/// Takes the next number of a topic. The row stays locked until the commit, so that numbers become visible in order and without gaps.
pub(super) async fn next_number(tx: &mut Tx, topic: &str) -> Result<i64, Error> {
    let (number,) = sql!(
        "INSERT INTO live_topic (topic, last) VALUES ($1, 1)
         ON CONFLICT (topic) DO UPDATE SET last = live_topic.last + 1 RETURNING last"
    )
    .bind(topic)
    .one::<(i64,)>(tx)
    .await?;
    Ok(number)
}

pub(super) async fn insert(tx: &mut Tx, topic: &str, number: i64, name: &str, data: &str, now: Timestamp) -> Result<(), Error> {
    sql!("INSERT INTO live_event (topic, number, name, data, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(topic)
        .bind(number)
        .bind(name)
        .bind(data)
        .bind(now)
        .execute(tx)
        .await
        .map(drop)
}

/// Events after a number, in order, at most [`PORTION`].
pub(super) async fn after(on: &impl Read, topic: &str, number: i64) -> Result<Vec<Event>, Error> {
    let rows = sql!("SELECT number, name, data FROM live_event WHERE topic = $1 AND number > $2 ORDER BY number LIMIT $3")
        .bind(topic)
        .bind(number)
        .bind(PORTION)
        .all::<(i64, String, String)>(on)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(number, name, data)| Event {
            number,
            name: name.into(),
            data: data.into(),
        })
        .collect())
}

/// The number of a topic's last event; 0 before the first.
pub(super) async fn position(on: &impl Read, topic: &str) -> Result<i64, Error> {
    let row = sql!("SELECT last FROM live_topic WHERE topic = $1")
        .bind(topic)
        .optional::<(i64,)>(on)
        .await?;
    Ok(row.map_or(0, |(last,)| last))
}

/// The number before the first event since an instant; the last number if there was none.
pub(super) async fn position_before(on: &impl Read, topic: &str, since: Timestamp) -> Result<i64, Error> {
    let (first,) = sql!("SELECT MIN(number) FROM live_event WHERE topic = $1 AND created_at >= $2")
        .bind(topic)
        .bind(since)
        .one::<(Option<i64>,)>(on)
        .await?;
    match first {
        Some(first) => Ok(first - 1),
        None => position(on, topic).await,
    }
}

/// The last numbers of several topics.
pub(super) async fn positions(on: &impl Read, topics: &[Arc<str>]) -> Result<Vec<(String, i64)>, Error> {
    sql!("SELECT topic, last FROM live_topic WHERE topic IN ($list)")
        .bind_list(topics.iter().map(|topic| &**topic))
        .all(on)
        .await
}

/// Deletes old events in portions, so that no lock is held for long. The topics stay: their numbers are never used again.
pub(super) async fn delete_before(tx: &mut Tx, before: Timestamp) -> Result<u64, Error> {
    sql!(
        "DELETE FROM live_event WHERE (topic, number) IN
         (SELECT topic, number FROM live_event WHERE created_at < $1 ORDER BY created_at LIMIT 1000)"
    )
    .bind(before)
    .execute(tx)
    .await
}
