//! How numbers and moments of a spreadsheet become text, whichever kind of file they stand in.

use jiff::civil::{DateTime, Time};

/// Up to 15 digits, which is all a spreadsheet keeps; the rest is the noise of binary fractions.
pub(super) fn decimal(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string().replace('.', ",")
}

/// The moment in the unmistakable order: a day alone at midnight, a time of day alone where the day means nothing, seconds only where there are any.
pub(super) fn moment(at: DateTime, of_day_only: bool) -> String {
    let seconds = if at.second() == 0 { "" } else { ":%S" };
    let pattern = if of_day_only {
        format!("%H:%M{seconds}")
    } else if at.time() == Time::midnight() {
        "%Y-%m-%d".to_owned()
    } else {
        format!("%Y-%m-%d %H:%M{seconds}")
    };
    at.strftime(&pattern).to_string()
}
