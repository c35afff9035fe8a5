//! Seasons: what a course house promises before it knows the date (course page: "autumn 2023/spring 2024").

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use platform::values::ValueError;
use serde::{Deserialize, Serialize};

db::text_enum!(
    /// Half a year of teaching.
    pub enum Half {
        /// January to June.
        Spring => "spring",
        /// July to December.
        Autumn => "autumn",
    }
);

/// Spring or autumn of a year, in order of time. Written and stored as `2026-autumn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Season {
    year: i16,
    half: Half,
}

impl Season {
    /// The years a season can be in.
    pub const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

    /// A season.
    ///
    /// # Errors
    /// [`ValueError::NotAChoice`] for a year outside [`Season::YEARS`].
    pub fn new(year: i16, half: Half) -> Result<Self, ValueError> {
        if Self::YEARS.contains(&year) {
            Ok(Self { year, half })
        } else {
            Err(ValueError::NotAChoice)
        }
    }

    /// The season a date falls in; dates outside [`Season::YEARS`] count as the nearest season.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let half = if date.month() <= 6 { Half::Spring } else { Half::Autumn };
        let year = date.year();
        match (year < *Self::YEARS.start(), year > *Self::YEARS.end()) {
            (true, _) => Self {
                year: *Self::YEARS.start(),
                half: Half::Spring,
            },
            (_, true) => Self {
                year: *Self::YEARS.end(),
                half: Half::Autumn,
            },
            _ => Self { year, half },
        }
    }

    /// Its year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Spring or autumn.
    #[must_use]
    pub const fn half(self) -> Half {
        self.half
    }

    /// The season so many half years later. Ends at the last year there is.
    #[must_use]
    pub fn later(self, half_years: u8) -> Self {
        (0..half_years).fold(self, |season, _| match season.half {
            Half::Spring => Self {
                half: Half::Autumn,
                ..season
            },
            Half::Autumn if season.year == *Self::YEARS.end() => season,
            Half::Autumn => Self {
                year: season.year + 1,
                half: Half::Spring,
            },
        })
    }

    /// The first day: 1 January or 1 July.
    #[must_use]
    pub const fn first_day(self) -> Date {
        match self.half {
            Half::Spring => date(self.year, 1, 1),
            Half::Autumn => date(self.year, 7, 1),
        }
    }

    /// The last day: 30 June or 31 December.
    #[must_use]
    pub const fn last_day(self) -> Date {
        match self.half {
            Half::Spring => date(self.year, 6, 30),
            Half::Autumn => date(self.year, 12, 31),
        }
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.half)
    }
}

impl FromStr for Season {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let (year, half) = text.split_once('-').ok_or(ValueError::NotAChoice)?;
        let year_is_plain = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        match (year_is_plain, year.parse(), half.parse()) {
            (true, Ok(year), Ok(half)) => Self::new(year, half),
            _ => Err(ValueError::NotAChoice),
        }
    }
}

impl TryFrom<String> for Season {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        text.parse()
    }
}

impl From<Season> for String {
    fn from(season: Season) -> Self {
        season.to_string()
    }
}

impl db::IntoValue for Season {
    const KIND: db::Kind = db::Kind::Text;
    fn into_value(self) -> db::Value {
        db::Value::Text(self.to_string())
    }
}

impl db::Column for Season {
    fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::Problem> {
        cell.text()?.parse().map_err(|_| db::Problem::not_a("season"))
    }
}

/// A stretch of seasons in which a course is planned, such as autumn 2026/spring 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SeasonWindow {
    first: Season,
    last: Season,
}

impl SeasonWindow {
    /// From one season to another, both included; given backwards they are turned around.
    #[must_use]
    pub fn new(one: Season, other: Season) -> Self {
        Self {
            first: one.min(other),
            last: one.max(other),
        }
    }

    /// A single season.
    #[must_use]
    pub fn only(season: Season) -> Self {
        Self::new(season, season)
    }

    /// The first season.
    #[must_use]
    pub const fn first(self) -> Season {
        self.first
    }

    /// The last season; the same as the first if there is only one.
    #[must_use]
    pub const fn last(self) -> Season {
        self.last
    }

    /// Whether a date falls in it.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        (self.first.first_day()..=self.last.last_day()).contains(&date)
    }

    /// Whether its last day has gone by.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        today > self.last.last_day()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn season(text: &str) -> Season {
        text.parse().unwrap()
    }

    #[test]
    fn spring_comes_before_autumn_and_autumn_before_the_next_spring() {
        assert!(season("2026-spring") < season("2026-autumn"));
        assert!(season("2026-autumn") < season("2027-spring"));
        assert_eq!(season("2026-autumn").later(1), season("2027-spring"));
        assert_eq!(season("2026-autumn").later(4), season("2028-autumn"));
    }

    #[test]
    fn the_window_of_the_course_page_holds_both_its_seasons_and_nothing_else() {
        let window = SeasonWindow::new(season("2024-spring"), season("2023-autumn"));
        assert_eq!((window.first(), window.last()), (season("2023-autumn"), season("2024-spring")));
        assert!(window.contains(date(2023, 7, 1)) && window.contains(date(2024, 6, 30)));
        assert!(!window.contains(date(2023, 6, 30)) && !window.contains(date(2024, 7, 1)));
        assert!(!window.is_over(date(2024, 6, 30)) && window.is_over(date(2024, 7, 1)));
    }

    #[test]
    fn only_seasons_are_read_as_seasons() {
        for text in [
            "",
            "2026",
            "2026-summer",
            "1999-spring",
            "+026-spring",
            "26-spring",
            "2026-autumn ",
            "２０２６-spring",
        ] {
            assert_eq!(text.parse::<Season>(), Err(ValueError::NotAChoice), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_date_is_in_its_season_and_seasons_read_back(days in 0i32..73_000) {
            let day = date(2000, 1, 1).saturating_add(jiff::Span::new().days(days));
            let season = Season::of(day);
            prop_assert!(SeasonWindow::only(season).contains(day));
            prop_assert_eq!(season.to_string().parse(), Ok(season));
            prop_assert!(season.later(1) > season || season.year() == 2199);
            prop_assert_eq!(season.last_day().tomorrow().map(Season::of).ok(), Some(season.later(1)));
        }
    }
}
