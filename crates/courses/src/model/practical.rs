//! What is usual in a series: shown under "practical", and filled in when somebody plans a new edition.

use jiff::civil::Time;
use platform::values::{BasisPoints, Email, Money};

use super::{Bilingual, Note, Venue};

/// The practical facts of a series. An edition may differ; then the edition is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practical {
    /// Price per person and unit without tax (course page: 3.000 kr.).
    pub price: Money,
    /// Rate of the tax on top.
    pub vat: BasisPoints,
    /// Where, unless online (course page: Sorøgade 6, København Ø).
    pub venue: Option<Venue>,
    /// When a day begins (course page: 09).
    pub start: Time,
    /// When a day ends (course page: 16).
    pub end: Time,
    /// What is served (course page: lunch and coffee).
    pub catering: Bilingual<Note>,
    /// How many days before the first day sign-up closes (course page: 10).
    pub deadline_days: u16,
    /// How many people it takes for a course to be held (course page: 18).
    pub min_seats: u16,
    /// Where to write.
    pub contact: Email,
}
