//! Live updates: what happens is shown on pages that are open, and a page that lost the line for a while gets exactly what it missed.
//!
//! An event is a row written with the change it tells of. Within a topic ("the seats of this course") events are numbered without gaps, and browsers remember the
//! number of the last one they got; so whatever happens to connections, processes and hints, everybody gets every event once and in order:
//!
//! ```
//! # async fn story(app: platform::App) -> Result<(), db::Error> {
//! use platform::live;
//!
//! let mut tx = app.db.begin().await?;
//! live::publish(&mut tx, &app.clock, "course/7/da", "swap", "<p id=\"seats\">3 pladser</p>").await?;
//! tx.commit().await?;
//! # Ok(()) }
//!
//! async fn follow(cx: platform::web::Cx<platform::web::Visitor>) -> platform::web::Answer {
//!     platform::live::sse(&cx.app, "course/7/da", &cx.headers).await
//! }
//! ```
//!
//! The [`Hub`] of each process reads what is new once, however many follow. It learns of it by a hint (from this process after the commit, from other processes
//! through PostgreSQL) and, because hints can be lost, by looking every two seconds.

mod bell;
mod housekeeping;
mod hub;
mod publish;
mod pump;
mod sse;
mod store;
mod subscription;

use std::sync::Arc;

pub use housekeeping::register;
pub use hub::Hub;
pub use publish::{position, publish};
pub use sse::{sse, sse_from};
pub use subscription::{Delivery, Subscription};

/// Something that happened, as open pages are told. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place in its topic, counted from 1.
    pub number: i64,
    /// What kind of event; the script on the page knows some.
    pub name: Arc<str>,
    /// What goes with it.
    pub data: Arc<str>,
}

/// There are as many followers as this process may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this process holds as many live connections as it may")]
pub struct Full;
