//! What a job is: a value with a kind, and the two ways in which doing it can fail.

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Queue;

db::id!(/// A job in the queue.
    JobId);

/// Work to be done after a transaction. The value is stored as JSON, so it holds ids, never people's data, and its fields may only be added to while old
/// jobs can still be waiting.
///
/// **A job can run twice**: a process may die after doing the work and before noting it. Whatever a handler does must be right the second time too.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Its name in the table: `room.verb`. Never changes once jobs of it exist.
    const KIND: &'static str;
    /// Which queue it waits in.
    const QUEUE: Queue;
    /// After this many failures it waits for the operator.
    const MAX_ATTEMPTS: u16 = 10;
    /// An attempt that takes longer is broken off and counts as failed.
    const TIME_LIMIT: Duration = Duration::from_secs(10 * 60);
}

/// Why a handler could not do its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobError {
    /// It may work later: tried again after a growing pause, until [`Job::MAX_ATTEMPTS`].
    Retry(Reason),
    /// It will never work: goes straight to the operator's list.
    Dead(Reason),
}

impl JobError {
    /// Try again later.
    #[must_use]
    pub fn retry(reason: impl Into<Reason>) -> Self {
        Self::Retry(reason.into())
    }

    /// Never try again.
    #[must_use]
    pub fn dead(reason: impl Into<Reason>) -> Self {
        Self::Dead(reason.into())
    }
}

/// Errors of the database are tried again: most pass, and a mistake in a statement is mended by a new version before the attempts are used up.
impl From<db::Error> for JobError {
    fn from(error: db::Error) -> Self {
        Self::Retry(error.into())
    }
}

/// A reason that is safe to store and show to the operator. It can be made only from texts of the program itself (and from [`db::Error`], which holds no
/// values), so people's data cannot slip into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// A text with a number, such as a status code.
    #[must_use]
    pub fn numbered(text: &'static str, number: impl Into<i64>) -> Self {
        Self(format!("{text} {}", number.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&'static str> for Reason {
    fn from(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

impl From<db::Error> for Reason {
    fn from(error: db::Error) -> Self {
        Self(error.to_string())
    }
}
