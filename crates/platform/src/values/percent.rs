//! Percentages without fractions of a computer's making.

use serde::{Deserialize, Serialize};

use super::ValueError;

/// A share between 0 and 100 per cent in basis points: 2500 is 25 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct BasisPoints(u16);

impl BasisPoints {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// Everything.
    pub const WHOLE: Self = Self(10_000);

    /// Whole per cent; more than 100 counts as 100.
    #[must_use]
    pub const fn percent(percent: u16) -> Self {
        Self(if percent > 100 { 10_000 } else { percent * 100 })
    }

    /// The basis points.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0 as i64
    }

    /// Reads a percentage: `25`, `12,5 %`, `12.25`.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::NotAPercentage`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let bare = raw.trim().trim_end_matches('%').trim_end();
        if bare.is_empty() {
            return Err(ValueError::Empty);
        }
        let (whole, decimals) = bare.split_once([',', '.']).unwrap_or((bare, "0"));
        let is_number =
            |digits: &str, most: usize| (1..=most).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        if !is_number(whole, 3) || !is_number(decimals, 2) {
            return Err(ValueError::NotAPercentage);
        }
        let hundredths = format!("{whole}{decimals:0<2}");
        hundredths.parse::<i64>().map_err(|_| ValueError::NotAPercentage)?.try_into()
    }
}

impl TryFrom<i64> for BasisPoints {
    type Error = ValueError;

    fn try_from(points: i64) -> Result<Self, ValueError> {
        match u16::try_from(points) {
            Ok(points) if points <= Self::WHOLE.0 => Ok(Self(points)),
            _ => Err(ValueError::NotAPercentage),
        }
    }
}

impl From<BasisPoints> for i64 {
    fn from(share: BasisPoints) -> Self {
        share.get()
    }
}

impl db::IntoValue for BasisPoints {
    const KIND: db::Kind = db::Kind::Int;
    fn into_value(self) -> db::Value {
        db::Value::Int(self.get())
    }
}

impl db::Column for BasisPoints {
    fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::Problem> {
        cell.int()?.try_into().map_err(|_| db::Problem::not_a("percentage"))
    }
}

impl std::str::FromStr for BasisPoints {
    type Err = ValueError;

    fn from_str(raw: &str) -> Result<Self, ValueError> {
        Self::parse(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_in_both_notations() {
        for (raw, points) in [("25", 2_500), ("12,5 %", 1_250), ("0.25%", 25), ("100", 10_000), (" 7,05", 705)] {
            assert_eq!(BasisPoints::parse(raw).map(BasisPoints::get), Ok(points), "{raw}");
        }
        for raw in ["-1", "100,01", "1,234", "25 kr", "1 000", ",5", "５"] {
            assert_eq!(BasisPoints::parse(raw), Err(ValueError::NotAPercentage), "{raw}");
        }
        assert_eq!(BasisPoints::parse(" % "), Err(ValueError::Empty));
    }
}
