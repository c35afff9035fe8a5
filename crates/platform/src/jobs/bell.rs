//! Wakes workers when there is something to do, so that nobody waits for the next poll. Only a hint: polling is what can be relied on.
//!
//! Within a process the bell rings after every commit that enqueued. Other processes are told through PostgreSQL, but at most ten times a second, because each
//! notification makes the commits of all servers queue up behind one lock; whoever is not told finds the work at the next poll.

use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

/// The channel on PostgreSQL.
pub(super) const CHANNEL: &str = "inddrag_jobs";

const PAUSE: Duration = Duration::from_millis(100);

/// One bell for the process, not one for each database: in tests a worker is now and then woken for nothing.
static BELL: LazyLock<watch::Sender<()>> = LazyLock::new(|| watch::Sender::new(()));

static TOLD_OTHERS: Mutex<Option<Instant>> = Mutex::new(None);

/// Rings when the transaction is committed.
pub(super) async fn ring_after(tx: &mut db::Tx) -> Result<(), db::Error> {
    tx.after_commit(|| {
        BELL.send_replace(());
    });
    if is_time_to_tell_others() {
        tx.notify(CHANNEL, "").await?;
    }
    Ok(())
}

/// Hears every ring from now on, also those that come while it is looked away from.
pub(super) fn hear() -> watch::Receiver<()> {
    BELL.subscribe()
}

fn is_time_to_tell_others() -> bool {
    let mut told = TOLD_OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    let due = told.is_none_or(|at| at.elapsed() >= PAUSE);
    if due {
        *told = Some(Instant::now());
    }
    due
}
