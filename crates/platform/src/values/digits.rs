//! Numbers made of digits, as people write them: in groups, with hyphens, copied from an address book.

use super::ValueError;
use super::clean::{Meaning, meaning};

/// The digits of a number. Blanks, hyphens, dots and invisible characters between them are skipped; also the direction marks that address books wrap
/// telephone numbers in, which would be refused in text.
pub(super) fn digits(raw: &str) -> Result<String, ValueError> {
    let mut digits = String::new();
    for c in raw.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            // A digit to Unicode, but not one of ours: full-width, Arabic-Indic and so on.
            _ if c.is_numeric() => return Err(ValueError::ForeignDigit { found: c }),
            _ if meaning(c)? == Meaning::Letter => return Err(ValueError::NotADigit { found: c }),
            _ => {}
        }
    }
    if digits.is_empty() { Err(ValueError::Empty) } else { Ok(digits) }
}

/// As [`digits`], with exactly `expected` of them, not all zero.
pub(super) fn exactly(expected: usize, raw: &str) -> Result<String, ValueError> {
    let digits = digits(raw)?;
    if digits.len() != expected {
        return Err(ValueError::DigitCount {
            expected,
            found: digits.len(),
        });
    }
    if digits.bytes().all(|digit| digit == b'0') {
        return Err(ValueError::OnlyZeros);
    }
    Ok(digits)
}

/// The sum of the digits times their weights.
pub(super) fn weighted(digits: &str, weights: impl Iterator<Item = u32>) -> u32 {
    digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum()
}

/// The digits in groups of the given sizes, separated by spaces.
pub(super) fn grouped(digits: &str, sizes: &[usize]) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for &size in sizes {
        let (group, after) = rest.split_at(size.min(rest.len()));
        groups.push(group);
        rest = after;
    }
    if !rest.is_empty() {
        groups.push(rest);
    }
    groups.join(" ")
}
