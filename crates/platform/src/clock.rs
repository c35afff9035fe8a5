//! The time of day as a value: the program reads the system's clock through here, tests turn their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// The time zone in which people read dates and deadlines are kept.
pub const ZONE: &str = "Europe/Copenhagen";

/// Where "now" comes from. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    /// Microseconds since 1970 UTC, moved by hand.
    Turned(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until [`Clock::advance`] moves it. All clones move together.
    #[must_use]
    pub fn standing_at(now: Timestamp) -> Self {
        Self(Source::Turned(Arc::new(AtomicI64::new(now.as_microsecond()))))
    }

    /// The current instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp::now(),
            Source::Turned(micros) => Timestamp::from_microsecond(micros.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX),
        }
    }

    /// Today's date where the users live.
    #[must_use]
    pub fn today(&self) -> Date {
        zone().to_datetime(self.now()).date()
    }

    /// Moves a standing clock forward; does nothing to the system's clock.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Turned(micros) = &self.0 {
            let step = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            micros.fetch_add(step, Ordering::SeqCst);
        }
    }
}

/// [`ZONE`] as a loaded time zone; UTC where the machine has no time zone data (`doctor` reports that).
#[must_use]
pub fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_only_by_hand_and_for_all_its_clones() {
        let start: Timestamp = "2026-10-25T00:30:00Z".parse().expect("a fixed instant");
        let clock = Clock::standing_at(start);
        let clone = clock.clone();
        clock.advance(SignedDuration::from_hours(1));
        assert_eq!(clone.now(), "2026-10-25T01:30:00Z".parse().expect("a fixed instant"));
    }

    #[test]
    fn today_is_the_date_in_copenhagen() {
        let clock = Clock::standing_at("2026-06-30T22:30:00Z".parse().expect("a fixed instant"));
        assert_eq!(clock.today(), jiff::civil::date(2026, 7, 1));
    }
}
