//! How each language writes dates, times, money, numbers, shares, sizes and lists.
//!
//! Money, shares and sizes hold a no-break space (U+00A0) between number and unit, so that a line never ends between them. Negative
//! values carry a real minus (U+2212), which screen readers read and which lines up in columns. Nothing here depends on the machine's
//! language settings, time zone or installed time zone data.

mod dates;
mod numbers;
mod relative;

pub use dates::{date, date_short, date_span, datetime, local, month_year, time, time_span, time_zone, today, weekday_date};
pub use numbers::{decimal, file_size, list, money, number, percent};
pub use relative::{relative, relative_date};

/// The no-break space between a number and its unit.
pub const NBSP: char = '\u{a0}';

/// The real minus sign.
pub const MINUS: char = '\u{2212}';
