//! Work that comes round by the clock. Each occurrence becomes one job, exactly once, however many processes look at the clock and however long all of them
//! were down: the table remembers which occurrence is next, and whoever moves it on enqueues the job in the same transaction.

use jiff::civil::{self, Time};
use jiff::{SignedDuration, Timestamp};

use super::registry::{Registry, Scheduled};
use super::{Context, enqueue, store};
use crate::clock::zone;

/// How often a scheduled job comes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Once each day at this time in Denmark. Days that were missed are made up for, each by its own job: a reminder belongs to its day.
    Day(Time),
    /// Every so many minutes, counted from 1970 in UTC. Of missed ones only the newest is made up for: a pulse looks at the state of things, so one is enough.
    Minutes(u16),
}

impl Every {
    /// Each day at this time in Denmark.
    ///
    /// # Panics
    /// For a time that does not exist; in a constant, while compiling.
    #[must_use]
    pub const fn day_at(hour: i8, minute: i8) -> Self {
        Self::Day(civil::time(hour, minute, 0, 0))
    }

    /// The first occurrence after `after`. When the clocks go forward over it, it comes an hour later; when they go back, it comes once, the first time.
    #[must_use]
    pub fn next_after(self, after: Timestamp) -> Timestamp {
        match self {
            Self::Day(time) => {
                let mut date = after.to_zoned_datetime(zone()).date();
                loop {
                    match date.to_datetime(time).to_zoned_datetime(zone()) {
                        Ok(at) if at.timestamp() > after => return at.timestamp(),
                        Ok(_) => {}
                        Err(_) => return Timestamp::MAX,
                    }
                    match date.tomorrow() {
                        Ok(tomorrow) => date = tomorrow,
                        Err(_) => return Timestamp::MAX,
                    }
                }
            }
            Self::Minutes(_) => self.previous(after).checked_add(self.step()).unwrap_or(Timestamp::MAX),
        }
    }

    /// The text by which a changed schedule is noticed.
    fn rule(self) -> String {
        match self {
            Self::Day(time) => format!("daily {time}"),
            Self::Minutes(minutes) => format!("every {minutes} min"),
        }
    }

    fn step(self) -> SignedDuration {
        match self {
            Self::Day(_) => SignedDuration::from_hours(24),
            Self::Minutes(minutes) => SignedDuration::from_mins(i64::from(minutes.max(1))),
        }
    }

    /// For [`Every::Minutes`]: the newest occurrence at or before `now`.
    fn previous(self, now: Timestamp) -> Timestamp {
        let seconds = self.step().as_secs();
        Timestamp::from_second(now.as_second().div_euclid(seconds) * seconds).unwrap_or(now)
    }

    /// The occurrence to enqueue now that `stored` is due, and what comes after it.
    fn take(self, stored: Timestamp, now: Timestamp) -> (Timestamp, Timestamp) {
        let occurrence = match self {
            Self::Day(_) => stored,
            Self::Minutes(_) => self.previous(now),
        };
        (occurrence, self.next_after(occurrence))
    }
}

/// Enqueues every occurrence that is due and tells how many that were. A schedule seen for the first time, or changed, starts with the next occurrence from now.
pub(super) async fn tick<C: Context>(context: &C, registry: &Registry<C>) -> Result<u64, db::Error> {
    if registry.schedules().is_empty() {
        return Ok(0);
    }
    let stored = store::schedule::all(context.db()).await?;
    let mut enqueued = 0;
    for scheduled in registry.schedules() {
        let found = stored.iter().find(|row| row.kind == scheduled.kind);
        match found {
            Some(row) if row.rule == scheduled.every.rule() => enqueued += catch_up(context, scheduled, row.next_at).await?,
            _ => begin(context, scheduled).await?,
        }
    }
    Ok(enqueued)
}

async fn begin<C: Context>(context: &C, scheduled: &Scheduled) -> Result<(), db::Error> {
    let mut tx = context.db().begin().await?;
    let next_at = scheduled.every.next_after(context.clock().now());
    store::schedule::begin(&mut tx, scheduled.kind, &scheduled.every.rule(), next_at).await?;
    tx.commit().await
}

async fn catch_up<C: Context>(context: &C, scheduled: &Scheduled, mut stored: Timestamp) -> Result<u64, db::Error> {
    let mut enqueued = 0;
    while stored <= context.clock().now() {
        let (occurrence, next_at) = scheduled.every.take(stored, context.clock().now());
        let mut tx = context.db().begin().await?;
        if !store::schedule::advance(&mut tx, scheduled.kind, stored, next_at).await? {
            break; // another process took it
        }
        enqueue::prepared(&mut tx, context, (scheduled.make)(occurrence)).await?;
        tx.commit().await?;
        enqueued += 1;
        stored = next_at;
    }
    Ok(enqueued)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a fixed instant")
    }

    #[test]
    fn a_daily_time_is_danish_time_in_summer_and_winter() {
        let every = Every::day_at(3, 10);
        assert_eq!(every.next_after(at("2026-07-01T00:00:00Z")), at("2026-07-01T01:10:00Z"));
        assert_eq!(every.next_after(at("2026-07-01T01:10:00Z")), at("2026-07-02T01:10:00Z"));
        assert_eq!(every.next_after(at("2026-12-01T00:00:00Z")), at("2026-12-01T02:10:00Z"));
    }

    #[test]
    fn a_daily_time_comes_once_also_when_the_clocks_change() {
        let every = Every::day_at(2, 30);
        // 29 March 2026 has no 02:30; 25 October has two.
        let spring = every.next_after(at("2026-03-28T12:00:00Z"));
        assert_eq!(spring, at("2026-03-29T01:30:00Z"));
        assert_eq!(every.next_after(spring), at("2026-03-30T00:30:00Z"));
        let autumn = every.next_after(at("2026-10-24T12:00:00Z"));
        assert_eq!(autumn, at("2026-10-25T00:30:00Z"));
        assert_eq!(every.next_after(autumn), at("2026-10-26T01:30:00Z"));
    }

    #[test]
    fn a_pulse_keeps_step_and_makes_up_only_for_the_newest() {
        let every = Every::Minutes(15);
        assert_eq!(every.next_after(at("2026-07-01T10:00:00Z")), at("2026-07-01T10:15:00Z"));
        assert_eq!(every.next_after(at("2026-07-01T10:14:59Z")), at("2026-07-01T10:15:00Z"));
        assert_eq!(
            every.take(at("2026-07-01T10:15:00Z"), at("2026-07-01T12:20:00Z")),
            (at("2026-07-01T12:15:00Z"), at("2026-07-01T12:30:00Z"))
        );
    }
}
