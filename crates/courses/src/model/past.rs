//! Courses held in earlier years, with how many took part.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Half, Mode, Note, Title};

db::text_enum!(
    /// What was held.
    pub enum PastKind {
        /// One or more courses.
        Course => "course",
        /// Training of facilitators.
        Training => "training",
    }
);

/// The year or years in which it was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(i16, i16)", into = "(i16, i16)")]
pub struct Years {
    last: i16,
    first: i16,
}

impl Years {
    /// From one year to another, both included; given backwards they are turned around.
    #[must_use]
    pub fn new(one: i16, other: i16) -> Self {
        Self {
            first: one.min(other),
            last: one.max(other),
        }
    }

    /// The first year.
    #[must_use]
    pub const fn first(self) -> i16 {
        self.first
    }

    /// The last year; the same as the first if it was only one.
    #[must_use]
    pub const fn last(self) -> i16 {
        self.last
    }
}

impl From<(i16, i16)> for Years {
    fn from((one, other): (i16, i16)) -> Self {
        Self::new(one, other)
    }
}

impl From<Years> for (i16, i16) {
    fn from(years: Years) -> Self {
        (years.first, years.last)
    }
}

/// Something held in earlier years. Newest first means by last year, then first year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastCourse {
    /// What it was called or about.
    pub title: Bilingual<Title>,
    /// Course or training.
    pub kind: PastKind,
    /// When.
    pub years: Years,
    /// In which half of the year, if only one.
    pub half: Option<Half>,
    /// How, where known.
    pub mode: Option<Mode>,
    /// How many took part.
    pub participants: u32,
    /// Who took part and what it was about, in a sentence.
    pub note: Bilingual<Note>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_given_backwards_are_turned_around_and_sort_by_their_end() {
        let long = Years::new(2023, 2020);
        assert_eq!((long.first(), long.last()), (2020, 2023));
        assert!(Years::new(2022, 2022) < long);
        assert!(long < Years::new(2023, 2023));
    }
}
