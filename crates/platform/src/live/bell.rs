//! Tells the hubs of this process which topics have something new. Only a hint: a hub also looks by itself now and then.

use std::sync::{Arc, LazyLock};

use db::Tx;
use tokio::sync::broadcast;

/// The channel on PostgreSQL. Its payload is topics, one on each line.
pub(super) const CHANNEL: &str = "inddrag_live";

/// One bell for the process, not one for each database: in tests a hub now and then looks for nothing.
static BELL: LazyLock<broadcast::Sender<Arc<str>>> = LazyLock::new(|| broadcast::Sender::new(1024));

/// Rings when the transaction is committed.
///
/// A hub of this process then tells other processes, several topics at a time: a notification in every transaction would make the commits of all servers queue
/// up. A process without a hub, such as a command, has to do it here.
pub(super) async fn ring_after(tx: &mut Tx, topic: &str) -> Result<(), db::Error> {
    if BELL.receiver_count() == 0 {
        tx.notify(CHANNEL, topic).await?;
    }
    let topic: Arc<str> = topic.into();
    tx.after_commit(move || {
        let _ = BELL.send(topic); // nobody listens: then nobody is told
    });
    Ok(())
}

/// Hears every ring from now on.
pub(super) fn hear() -> broadcast::Receiver<Arc<str>> {
    BELL.subscribe()
}
