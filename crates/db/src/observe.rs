//! Eyes on statements: a hook for metrics, and a warning for slow ones. Neither ever sees a value.

use std::panic::Location;
use std::sync::OnceLock;
use std::time::Duration;

use crate::StatementInfo;

/// Called after every statement with how long the engine took; must be quick and must not use the database.
pub type Observer = fn(&'static StatementInfo, Duration);

static OBSERVER: OnceLock<Observer> = OnceLock::new();

/// Installs the observer of this process. Answers `false` if there was one already; the first one stays.
pub fn set_observer(observer: Observer) -> bool {
    OBSERVER.set(observer).is_ok()
}

/// `waited` is the time until a connection (or the transaction's turn) was there, `took` the statement itself.
pub(crate) fn statement_done(info: &'static StatementInfo, waited: Duration, took: Duration, slow: Duration, failed: bool) {
    if let Some(observer) = OBSERVER.get() {
        observer(info, took);
    }
    if waited + took >= slow {
        tracing::warn!(
            target: "db::slow",
            at = %info.at(),
            room = info.room,
            duration_ms = millis(took),
            waited_ms = millis(waited),
            failed,
            "slow statement"
        );
    }
}

/// A transaction waited that long for its turn.
pub(crate) fn began(place: &Location<'_>, waited: Duration, slow: Duration) {
    if waited >= slow {
        tracing::warn!(target: "db::slow", at = %at(place), waited_ms = millis(waited), "slow to begin a transaction");
    }
}

/// A transaction was open that long.
pub(crate) fn ended(place: &Location<'_>, open: Duration, too_long: Duration) {
    if open >= too_long {
        tracing::warn!(target: "db::slow", at = %at(place), open_ms = millis(open), "transaction was open for long");
    }
}

/// `file:line`, as [`StatementInfo::at`] writes it.
pub(crate) fn at(place: &Location<'_>) -> String {
    format!("{}:{}", place.file(), place.line())
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
