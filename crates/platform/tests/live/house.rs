//! A hub that runs, and what followers write down.

use std::time::Duration;

use db::Db;
use jiff::Timestamp;
use platform::Clock;
use platform::live::{self, Delivery, Hub, Subscription};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub(crate) fn clock() -> Clock {
    Clock::standing_at("2026-10-20T08:00:00Z".parse::<Timestamp>().unwrap())
}

/// A hub under way; stops when told, or with the runtime.
pub(crate) struct Running {
    pub(crate) hub: Hub,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

impl Running {
    pub(crate) fn start(db: &Db) -> Self {
        let hub = Hub::new(db, 100);
        let (stop, stopped) = oneshot::channel::<()>();
        let ended = tokio::spawn(hub.clone().run(async { drop(stopped.await) }));
        Self { hub, stop, ended }
    }

    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.ended.await.unwrap();
    }
}

/// Publishes one event in a transaction of its own.
pub(crate) async fn publish(db: &Db, clock: &Clock, topic: &str, data: &str) -> i64 {
    let mut tx = db.begin().await.unwrap();
    let number = live::publish(&mut tx, clock, topic, "note", data).await.unwrap();
    tx.commit().await.unwrap();
    number
}

/// The next delivery; a test that waits longer than half a minute has lost something.
pub(crate) async fn next(subscription: &mut Subscription) -> Delivery {
    let waited = tokio::time::timeout(Duration::from_secs(30), subscription.next()).await;
    waited.expect("an event within half a minute").expect("the hub runs")
}

pub(crate) async fn next_number(subscription: &mut Subscription) -> i64 {
    match next(subscription).await {
        Delivery::Event(event) => event.number,
        Delivery::Reset(number) => panic!("reset to {number}"),
    }
}

/// Whether nothing comes for a while.
pub(crate) async fn is_quiet(subscription: &mut Subscription) -> bool {
    tokio::time::timeout(Duration::from_millis(200), subscription.next()).await.is_err()
}
