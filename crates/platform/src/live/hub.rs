//! One hub in each process knows who follows what, reads what is new once, and hands it to all of them.

use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use db::Db;
use tokio::sync::{broadcast, watch};

use super::pump;
use super::subscription::Subscription;
use super::{Event, Full};

/// Events a follower may be behind before it reads from the table instead.
const BUFFER: usize = 128;

/// Live updates of this process. Cheap to clone.
#[derive(Clone)]
pub struct Hub(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) db: Db,
    most: usize,
    open: AtomicUsize,
    delivered: AtomicU64,
    topics: Mutex<HashMap<Arc<str>, Topic>>,
    pub(super) stopping: watch::Sender<bool>,
}

struct Topic {
    sender: broadcast::Sender<Item>,
    followers: usize,
    /// Number of the last event handed out; `None` before the first look.
    cursor: Option<i64>,
}

/// What followers are handed.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Event(Event),
    /// There is something new; look it up.
    Look,
}

impl std::fmt::Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hub({} of {} open)", self.open(), self.0.most)
    }
}

impl Hub {
    /// A hub that holds at most `most` followers. It hands out what was missed; [`Hub::run`] makes it hand out what happens.
    #[must_use]
    pub fn new(db: &Db, most: usize) -> Self {
        Self(Arc::new(Inner {
            db: db.clone(),
            most,
            open: AtomicUsize::new(0),
            delivered: AtomicU64::new(0),
            topics: Mutex::default(),
            stopping: watch::Sender::new(false),
        }))
    }

    /// Hands out events until `stop` is ready; then all followers are let go, so that their connections can end.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        tokio::select! {
            () = pump::run(&self) => {}
            () = stop => {}
        }
        self.0.stopping.send_replace(true);
    }

    /// Follows a topic. `last_seen` is the number of the last event the follower has ([`super::position`] for one who begins with now); it gets everything after
    /// it, in order, without gap or double.
    ///
    /// # Errors
    /// [`Full`] if there are as many followers as there may be.
    pub fn subscribe(&self, topic: &str, last_seen: i64) -> Result<Subscription, Full> {
        let admitted = self
            .0
            .open
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |open| (open < self.0.most).then_some(open + 1));
        admitted.map_err(|_| Full)?;
        let topic: Arc<str> = topic.into();
        let receiver = self.with_topics(|topics| {
            let entry = topics.entry(Arc::clone(&topic)).or_insert_with(|| Topic {
                sender: broadcast::Sender::new(BUFFER),
                followers: 0,
                cursor: None,
            });
            entry.followers += 1;
            entry.sender.subscribe()
        });
        Ok(Subscription::new(self.clone(), topic, receiver, last_seen))
    }

    /// How many follow something now.
    #[must_use]
    pub fn open(&self) -> i64 {
        i64::try_from(self.0.open.load(Ordering::Relaxed)).unwrap_or(i64::MAX)
    }

    /// How many events followers were handed since the start.
    #[must_use]
    pub fn delivered(&self) -> u64 {
        self.0.delivered.load(Ordering::Relaxed)
    }

    pub(super) fn count_delivered(&self) {
        self.0.delivered.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn leave(&self, topic: &Arc<str>) {
        self.0.open.fetch_sub(1, Ordering::SeqCst);
        self.with_topics(|topics| {
            let Some(entry) = topics.get_mut(topic) else { return };
            entry.followers -= 1;
            if entry.followers == 0 {
                topics.remove(topic);
            }
        });
    }

    /// What somebody follows here.
    pub(super) fn followed(&self) -> Vec<Arc<str>> {
        self.with_topics(|topics| topics.keys().cloned().collect())
    }

    /// How far a topic was handed out: `None` if nobody follows it, `Some(None)` if it was not looked at yet.
    pub(super) fn cursor(&self, topic: &str) -> Option<Option<i64>> {
        self.with_topics(|topics| topics.get(topic).map(|entry| entry.cursor))
    }

    /// Hands items to all followers of a topic and remembers how far it came.
    pub(super) fn hand_out(&self, topic: &str, items: impl IntoIterator<Item = Item>, cursor: i64) {
        self.with_topics(|topics| {
            let Some(entry) = topics.get_mut(topic) else { return };
            entry.cursor = Some(cursor);
            for item in items {
                let _ = entry.sender.send(item); // the last follower may just have left
            }
        });
    }

    fn with_topics<T>(&self, work: impl FnOnce(&mut HashMap<Arc<str>, Topic>) -> T) -> T {
        work(&mut self.0.topics.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
