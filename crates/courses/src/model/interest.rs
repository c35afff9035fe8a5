//! Interest in a run that has no date yet (course page: "register interest for a new start").

use jiff::Span;
use jiff::civil::Date;
use platform::values::{Email, Line, PersonName, ValueError};

use super::{CourseId, Season};

/// What somebody is interested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InterestIn {
    /// The next run of a course.
    Course(CourseId),
    /// Whatever is held in a season.
    Season(Season),
}

/// How many seats somebody hopes for: 1 to 50.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InterestSeats(u8);

impl InterestSeats {
    /// The most seats one entry can hope for.
    pub const MAX: u8 = 50;

    /// A number of seats.
    ///
    /// # Errors
    /// [`ValueError::NotAChoice`] outside 1 to [`InterestSeats::MAX`].
    pub fn new(seats: u8) -> Result<Self, ValueError> {
        if (1..=Self::MAX).contains(&seats) {
            Ok(Self(seats))
        } else {
            Err(ValueError::NotAChoice)
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Somebody's interest. The list measures demand and is asked first when a date is set; it promises nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestEntry {
    /// In what.
    pub interest_in: InterestIn,
    /// Whose.
    pub name: PersonName,
    /// Where to write.
    pub email: Email,
    /// For which organisation, if any.
    pub organisation: Option<Line<120>>,
    /// For how many.
    pub seats: InterestSeats,
    /// When the entry was made, or last confirmed by its owner.
    pub made_on: Date,
}

impl InterestEntry {
    /// How many months an entry is kept.
    pub const KEPT_MONTHS: i32 = 24;

    /// The day from which the entry must be gone: 24 months after it was made. 29 February counts as 28 February where there is none.
    #[must_use]
    pub fn delete_by(&self) -> Date {
        self.made_on.saturating_add(Span::new().months(Self::KEPT_MONTHS))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn entry(made_on: Date) -> InterestEntry {
        InterestEntry {
            interest_in: InterestIn::Season("2026-autumn".parse().unwrap()),
            name: "Anne Holm".parse().unwrap(),
            email: "anne@nordby.example".parse().unwrap(),
            organisation: None,
            seats: InterestSeats::new(2).unwrap(),
            made_on,
        }
    }

    #[test]
    fn interest_is_forgotten_after_two_years() {
        assert_eq!(entry(date(2026, 3, 31)).delete_by(), date(2028, 3, 31));
        assert_eq!(entry(date(2024, 2, 29)).delete_by(), date(2026, 2, 28));
    }

    #[test]
    fn nobody_is_interested_in_no_seat_or_in_a_whole_stadium() {
        assert_eq!(InterestSeats::new(0), Err(ValueError::NotAChoice));
        assert_eq!(InterestSeats::new(51), Err(ValueError::NotAChoice));
        assert_eq!(InterestSeats::new(50).map(InterestSeats::get), Ok(50));
    }
}
