//! The days of an edition.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One day of an edition, on Danish clocks (course page: 09 to 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// When it begins.
    pub start: Time,
    /// When it ends, on the same date.
    pub end: Time,
}

/// Why some days cannot be those of an edition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayFault {
    /// No day at all.
    #[error("no day")]
    None,
    /// More than [`Days::MAX`].
    #[error("more than {} days", Days::MAX)]
    TooMany,
    /// A day ends before it begins.
    #[error("{date} ends before it begins")]
    EndsBeforeStart {
        /// The day.
        date: Date,
    },
    /// A date stands there twice.
    #[error("{date} stands there twice")]
    Twice {
        /// The day.
        date: Date,
    },
}

impl Day {
    /// A day.
    ///
    /// # Errors
    /// [`DayFault::EndsBeforeStart`].
    pub fn new(date: Date, start: Time, end: Time) -> Result<Self, DayFault> {
        if end <= start {
            return Err(DayFault::EndsBeforeStart { date });
        }
        Ok(Self { date, start, end })
    }

    /// The moment it begins.
    #[must_use]
    pub fn starts_at(&self) -> Timestamp {
        moment(self.date, self.start)
    }

    /// The moment it ends.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        moment(self.date, self.end)
    }
}

/// The moment at which clocks in Denmark show this. In the hour that spring skips it is an hour later, in the hour that autumn repeats the first of the two.
pub(super) fn moment(date: Date, time: Time) -> Timestamp {
    // Fails only within a day of the years -9999 and 9999.
    texts::format::time_zone()
        .to_timestamp(date.to_datetime(time))
        .unwrap_or(Timestamp::MAX)
}

/// The days of an edition: at least one, in order, no date twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days(Vec<Day>);

impl Days {
    /// The most days an edition has.
    pub const MAX: usize = 20;

    /// Puts days in order.
    ///
    /// # Errors
    /// [`DayFault`].
    pub fn new(mut days: Vec<Day>) -> Result<Self, DayFault> {
        if days.is_empty() {
            return Err(DayFault::None);
        }
        if days.len() > Self::MAX {
            return Err(DayFault::TooMany);
        }
        days.sort_unstable();
        for day in &days {
            Day::new(day.date, day.start, day.end)?;
        }
        if let Some(pair) = days.windows(2).find(|pair| pair[0].date == pair[1].date) {
            return Err(DayFault::Twice { date: pair[0].date });
        }
        Ok(Self(days))
    }

    /// The days in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Day] {
        &self.0
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> u16 {
        // At most `MAX`.
        u16::try_from(self.0.len()).unwrap_or(u16::MAX)
    }

    /// The date on which it begins.
    #[must_use]
    pub fn first(&self) -> Date {
        self.0[0].date
    }

    /// The date on which it ends.
    #[must_use]
    pub fn last(&self) -> Date {
        self.0[self.0.len() - 1].date
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn day(month: i8, day: i8) -> Day {
        Day::new(date(2023, month, day), time(9, 0, 0, 0), time(16, 0, 0, 0)).unwrap()
    }

    #[test]
    fn a_course_day_begins_at_nine_on_danish_clocks_in_summer_and_winter() {
        assert_eq!(day(10, 12).starts_at(), "2023-10-12T07:00:00Z".parse().unwrap());
        assert_eq!(day(10, 26).ends_at(), "2023-10-26T14:00:00Z".parse().unwrap());
        assert_eq!(day(11, 2).starts_at(), "2023-11-02T08:00:00Z".parse().unwrap());
    }

    #[test]
    fn days_are_kept_in_order_and_no_date_twice() {
        let days = Days::new(vec![day(10, 27), day(10, 26)]).unwrap();
        assert_eq!(
            (days.first(), days.last(), days.count()),
            (date(2023, 10, 26), date(2023, 10, 27), 2)
        );
        assert_eq!(Days::new(vec![]), Err(DayFault::None));
        assert_eq!(Days::new(vec![day(10, 26); 21]), Err(DayFault::TooMany));
        assert_eq!(
            Days::new(vec![day(10, 26), day(10, 27), day(10, 26)]),
            Err(DayFault::Twice { date: date(2023, 10, 26) })
        );
    }

    #[test]
    fn a_day_that_ends_before_it_begins_is_refused_however_it_comes_in() {
        let backwards = Day {
            date: date(2023, 10, 26),
            start: time(16, 0, 0, 0),
            end: time(9, 0, 0, 0),
        };
        let fault = DayFault::EndsBeforeStart { date: backwards.date };
        assert_eq!(Day::new(backwards.date, backwards.start, backwards.end), Err(fault.clone()));
        assert_eq!(Days::new(vec![backwards]), Err(fault));
    }
}
