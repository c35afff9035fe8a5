//! Work after the transaction: mail to send, documents to make, what one room tells another, what comes round by the clock.
//!
//! A job is a row written in the same transaction as the change that causes it, so there is never a change without its consequence nor a consequence without
//! its change. A [`Worker`] takes jobs from the table, whichever process they came from, and calls the handler that the [`Registry`] knows for their kind:
//!
//! ```
//! use platform::jobs::{self, EnqueueOptions, Job, JobError, Queue, Registry};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct RefreshProgramme { course: i64 }
//!
//! impl Job for RefreshProgramme {
//!     const KIND: &'static str = "courses.refresh-programme";
//!     const QUEUE: Queue = Queue::Documents;
//! }
//!
//! async fn refresh(app: platform::App, job: RefreshProgramme) -> Result<(), JobError> {
//!     Ok(())
//! }
//!
//! fn jobs(registry: &mut Registry<platform::App>) {
//!     registry.on(refresh);
//! }
//!
//! # async fn story(app: platform::App, scope: platform::OrgScope) -> Result<(), db::Error> {
//! let mut tx = app.db.begin().await?;
//! let job = RefreshProgramme { course: 7 };
//! jobs::enqueue(&mut tx, &app.clock, &app.random, Some(scope), job, EnqueueOptions::once("7")).await?;
//! tx.commit().await?;
//! # Ok(()) }
//! ```
//!
//! What holds:
//!
//! - **A job runs at least once.** It runs twice only if the process dies, or loses the database, between the work and the note that it is done. Handlers bear
//!   that.
//! - **A running job is leased**, not locked: it may take minutes without holding up anybody, and is taken back when its process is silent for a minute. What
//!   computes for long does so in `tokio::task::spawn_blocking`, or it holds up everything else in its process.
//! - **A failed job comes back** after 2, 4, 8 … seconds, at most six hours, until its attempts are used up; then it is *dead* and waits for the operator, who
//!   tries it again or discards it. A panic is a failure like any other.
//! - **The clock is the program's**: due times, leases and schedules follow [`Clock`], so a test can turn a week by.
//! - **No personal data** in payloads and errors; [`Reason`] cannot even hold any.

mod admin;
mod attempt;
mod bell;
mod counters;
mod enqueue;
mod housekeeping;
mod job;
pub mod pages;
mod queue;
mod registry;
mod run_due;
mod schedule;
mod store;
mod worker;

pub use admin::{
    JobRow, QueueDepth, State, depths_across_organisations, discard_across_organisations, list_across_organisations,
    retry_across_organisations,
};
pub use counters::{Counters, QueueCounts};
pub use enqueue::{EnqueueOptions, enqueue};
pub use housekeeping::register;
pub use job::{Job, JobError, JobId, Reason};
pub use pages::{navigation, routes};
pub use queue::{Concurrency, Queue};
pub use registry::Registry;
pub use run_due::{Ran, run_due};
pub use schedule::Every;
pub use worker::Worker;

use crate::{App, Clock, Random};

/// What the queue needs of the program. [`App`] is one; tests may bring a smaller one.
pub trait Context: Clone + Send + Sync + 'static {
    /// The database with the queue in it.
    fn db(&self) -> &db::Db;
    /// What time it is.
    fn clock(&self) -> &Clock;
    /// Where ids and chance come from.
    fn random(&self) -> &Random;
}

impl Context for App {
    fn db(&self) -> &db::Db {
        &self.db
    }

    fn clock(&self) -> &Clock {
        &self.clock
    }

    fn random(&self) -> &Random {
        &self.random
    }
}
