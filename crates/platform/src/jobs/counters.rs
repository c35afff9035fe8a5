//! What workers of this process have done, for metrics.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Queue;
use super::attempt::Outcome;

/// Counters since the start of the process. Cheap to clone; all clones show the same.
#[derive(Debug, Clone, Default)]
pub struct Counters(Arc<[PerQueue; 5]>);

#[derive(Debug, Default)]
struct PerQueue {
    started: AtomicU64,
    ended: AtomicU64,
    done: AtomicU64,
    failed: AtomicU64,
    dead: AtomicU64,
}

/// The counters of one queue at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueCounts {
    /// Which queue.
    pub queue: Queue,
    /// Jobs that run now.
    pub running: u64,
    /// Attempts that succeeded.
    pub done: u64,
    /// Attempts that failed and are tried again.
    pub failed: u64,
    /// Jobs given up.
    pub dead: u64,
}

impl Counters {
    /// All queues.
    #[must_use]
    pub fn read(&self) -> Vec<QueueCounts> {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Queue::ALL
            .iter()
            .map(|queue| {
                let of = &self.0[*queue as usize];
                QueueCounts {
                    queue: *queue,
                    running: count(&of.started).saturating_sub(count(&of.ended)),
                    done: count(&of.done),
                    failed: count(&of.failed),
                    dead: count(&of.dead),
                }
            })
            .collect()
    }

    pub(super) fn started(&self, queue: Queue) {
        self.0[queue as usize].started.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn ended(&self, queue: Queue, outcome: Outcome) {
        let of = &self.0[queue as usize];
        of.ended.fetch_add(1, Ordering::Relaxed);
        match outcome {
            Outcome::Done => of.done.fetch_add(1, Ordering::Relaxed),
            Outcome::Postponed => of.failed.fetch_add(1, Ordering::Relaxed),
            Outcome::Buried => of.dead.fetch_add(1, Ordering::Relaxed),
            Outcome::Lost => 0,
        };
    }
}
