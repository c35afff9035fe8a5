//! Telling open pages something, in the transaction that makes it true.

use db::Tx;

use super::{bell, store};
use crate::Clock;

/// Tells everybody who follows `topic`, after the commit. Answers the event's number.
///
/// The topic's row is locked until the commit, so publish late in a transaction, several topics in the order of their names, and what comes in floods (votes) once
/// for each batch.
///
/// # Errors
/// As the database's; then the transaction is over.
pub async fn publish(tx: &mut Tx, clock: &Clock, topic: &str, name: &str, data: &str) -> Result<i64, db::Error> {
    let number = store::next_number(tx, topic).await?;
    store::insert(tx, topic, number, name, data, clock.now()).await?;
    bell::ring_after(tx, topic).await?;
    Ok(number)
}

/// The number of a topic's last event. A page that is rendered in the same transaction and follows from this number misses nothing.
///
/// # Errors
/// As the database's.
pub async fn position(on: &impl db::Read, topic: &str) -> Result<i64, db::Error> {
    store::position(on, topic).await
}
