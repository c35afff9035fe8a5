//! How long things took.

use std::time::Duration;

/// Durations of one kind, and what went wrong.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    micros: Vec<u64>,
    /// How many went wrong.
    pub errors: u64,
    /// The first few things that went wrong, in words.
    pub examples: Vec<String>,
}

/// How many examples of errors are kept of one kind.
const EXAMPLES: usize = 3;

impl Tally {
    /// Counts one that went well.
    pub fn well(&mut self, took: Duration) {
        self.micros.push(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    }

    /// Counts one that went wrong. Its time counts too: an error must not make the rest look fast.
    pub fn wrong(&mut self, took: Duration, why: String) {
        self.well(took);
        self.errors += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(why);
        }
    }

    /// Adds another tally's.
    pub fn add(&mut self, other: &Tally) {
        self.micros.extend(&other.micros);
        self.errors += other.errors;
        let room = EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(other.examples.iter().take(room).cloned());
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.micros.len()
    }

    /// The time within which `percent` of 100 were done, in milliseconds (nearest rank); zero where there are none.
    #[must_use]
    pub fn within(&self, percent: f64) -> f64 {
        let mut sorted = self.micros.clone();
        sorted.sort_unstable();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a rank below the count"
        )]
        let rank = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
        #[expect(clippy::cast_precision_loss, reason = "milliseconds for people")]
        sorted
            .get(rank.clamp(1, sorted.len().max(1)) - 1)
            .map_or(0.0, |micros| *micros as f64 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_really_happened() {
        let mut tally = Tally::default();
        assert_eq!(tally.within(95.0), 0.0);
        (1..=100).for_each(|milli| tally.well(Duration::from_millis(milli)));
        assert_eq!(
            (tally.within(50.0), tally.within(95.0), tally.within(99.0), tally.within(100.0)),
            (50.0, 95.0, 99.0, 100.0)
        );
        tally.wrong(Duration::from_secs(1), "lost".into());
        assert_eq!((tally.count(), tally.errors, tally.within(100.0)), (101, 1, 1000.0));
    }
}
