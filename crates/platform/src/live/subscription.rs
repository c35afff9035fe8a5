//! One follower of one topic: first what it has missed, from the table, then what the hub hands out.
//!
//! Numbers within a topic have no gaps, so a follower always knows whether the next event is the next one. Whatever goes wrong on the way (too slow for the buffer,
//! a hint lost, joined in the middle), it notices and reads the table.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{broadcast, watch};

use super::Event;
use super::hub::{Hub, Item};
use super::store;

/// What a follower gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The next event.
    Event(Event),
    /// What comes next is not known any more, because the follower was away too long: fetch the page anew and go on from this number.
    Reset(i64),
}

/// A follower. Dropped, it makes room for another.
pub struct Subscription {
    hub: Hub,
    topic: Arc<str>,
    receiver: broadcast::Receiver<Item>,
    stopping: watch::Receiver<bool>,
    /// Number of the last event delivered.
    last: i64,
    /// Read from the table and not delivered yet.
    read: VecDeque<Event>,
    /// The table may hold more than was read.
    is_behind: bool,
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Subscription({} after {})", self.topic, self.last)
    }
}

impl Subscription {
    pub(super) fn new(hub: Hub, topic: Arc<str>, receiver: broadcast::Receiver<Item>, last: i64) -> Self {
        let stopping = hub.0.stopping.subscribe();
        Self {
            hub,
            topic,
            receiver,
            stopping,
            last,
            read: VecDeque::new(),
            is_behind: true,
        }
    }

    /// The next delivery; waits for it. `None`: the process is stopping.
    ///
    /// May be given up and called again: nothing is lost.
    pub async fn next(&mut self) -> Option<Delivery> {
        loop {
            if *self.stopping.borrow() {
                return None;
            }
            if let Some(event) = self.read.pop_front() {
                return Some(self.deliver(event));
            }
            if self.is_behind {
                match self.catch_up().await {
                    Ok(Some(reset)) => return Some(reset),
                    Ok(None) => {}
                    Err(error) => {
                        tracing::warn!(%error, "live events cannot be read; next try in a second");
                        tokio::time::sleep(Duration::from_secs(1)).await;
                    }
                }
                continue;
            }
            let item = tokio::select! {
                _ = self.stopping.wait_for(|stopping| *stopping) => return None,
                item = self.receiver.recv() => item,
            };
            let last = self.last;
            match item {
                Ok(Item::Event(event)) if event.number == last + 1 => return Some(self.deliver(event)),
                Ok(Item::Event(event)) if event.number <= last => {} // was read from the table
                Ok(Item::Event(_) | Item::Look) | Err(broadcast::error::RecvError::Lagged(_)) => self.is_behind = true,
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }

    fn deliver(&mut self, event: Event) -> Delivery {
        self.last = event.number;
        self.hub.count_delivered();
        Delivery::Event(event)
    }

    /// Reads what the table has after the last delivery. What is committed later comes through the receiver, which was there before.
    async fn catch_up(&mut self) -> Result<Option<Delivery>, db::Error> {
        let db = &self.hub.0.db;
        let last = self.last;
        let mut events = store::after(db, &self.topic, last).await?;
        if events.is_empty() {
            let position = store::position(db, &self.topic).await?;
            if position > last {
                // One was just committed, or those in between were deleted as too old.
                events = store::after(db, &self.topic, last).await?;
            }
            if position != last && events.is_empty() {
                return Ok(Some(self.reset(position)));
            }
        }
        if events.first().is_some_and(|first| first.number != last + 1) {
            let position = store::position(db, &self.topic).await?;
            return Ok(Some(self.reset(position)));
        }
        self.is_behind = events.len() == usize::from(store::PORTION);
        self.read = events.into();
        Ok(None)
    }

    fn reset(&mut self, position: i64) -> Delivery {
        self.last = position;
        self.is_behind = false;
        Delivery::Reset(position)
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.hub.leave(&self.topic);
    }
}
