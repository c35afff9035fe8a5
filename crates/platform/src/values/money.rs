//! Amounts of Danish money.

use serde::{Deserialize, Serialize};

use super::{BasisPoints, ValueError};

/// An amount in whole øre. Every sum is checked: too large is an error, never a wrapped number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// The largest amount that can be typed: a hundred billion kroner leaves room for every sum.
    pub const MAX_TYPED: Self = Self(10_000_000_000_000);

    /// An amount in øre.
    #[must_use]
    pub const fn ore(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount in whole kroner.
    #[must_use]
    pub const fn kroner(kroner: i32) -> Self {
        Self(kroner as i64 * 100)
    }

    /// The amount in øre: for the database and for `texts::format::money`.
    #[must_use]
    pub const fn in_ore(self) -> i64 {
        self.0
    }

    /// Whether nothing is to be paid.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The amount with two decimals and a point, as electronic invoices write it: `3000.00`.
    #[must_use]
    pub fn decimal(self) -> String {
        let size = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", size / 100, size % 100)
    }

    /// Both amounts together.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, ValueError> {
        self.0.checked_add(other.0).map(Self).ok_or(ValueError::AmountTooLarge)
    }

    /// What is left when the other amount is taken away.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, ValueError> {
        self.0.checked_sub(other.0).map(Self).ok_or(ValueError::AmountTooLarge)
    }

    /// The amount so many times.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn times(self, count: u32) -> Result<Self, ValueError> {
        self.0.checked_mul(i64::from(count)).map(Self).ok_or(ValueError::AmountTooLarge)
    }

    /// All amounts together.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, ValueError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// A share of the amount, rounded to whole øre, half an øre away from zero, so that a credit note undoes its invoice exactly. Never larger than the amount.
    #[must_use]
    pub fn share(self, share: BasisPoints) -> Self {
        let exact = i128::from(self.0) * i128::from(share.get());
        let rounded = (exact.abs() + 5_000) / 10_000 * exact.signum();
        // A share is at most the whole, so it fits again.
        Self(i64::try_from(rounded).unwrap_or(self.0))
    }

    /// Reads an amount in kroner in either notation: `3.000`, `3.000,50`, `3,000.50`, `3000,5`, with or without `kr.` or `DKK`.
    /// Exactly three digits after a single separator are thousands, for no price has three decimals.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::NotAnAmount`], [`ValueError::AmountTooLarge`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let lower = raw.to_lowercase();
        let trimmed = lower.trim();
        let trimmed = trimmed
            .strip_prefix("dkk")
            .or_else(|| trimmed.strip_prefix("kr."))
            .or_else(|| trimmed.strip_prefix("kr"))
            .unwrap_or(trimmed);
        let trimmed = trimmed
            .strip_suffix("kr.")
            .or_else(|| trimmed.strip_suffix("kr"))
            .or_else(|| trimmed.strip_suffix(",-"))
            .unwrap_or(trimmed);
        let bare: String = trimmed.chars().filter(|c| !c.is_whitespace()).collect();
        if bare.is_empty() {
            return Err(if lower.trim().is_empty() {
                ValueError::Empty
            } else {
                ValueError::NotAnAmount
            });
        }
        let (whole, ore) = split_decimals(&bare);
        let kroner = without_thousands(whole, &bare).ok_or(ValueError::NotAnAmount)?;
        let digits = format!("{kroner}{ore:0<2}");
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(ValueError::NotAnAmount);
        }
        match digits.parse() {
            Ok(amount) if amount <= Self::MAX_TYPED.0 => Ok(Self(amount)),
            _ => Err(ValueError::AmountTooLarge),
        }
    }
}

/// Parts kroner from one or two decimals.
fn split_decimals(bare: &str) -> (&str, &str) {
    match bare.rfind([',', '.']) {
        Some(place) if (1..=2).contains(&(bare.len() - place - 1)) => (&bare[..place], &bare[place + 1..]),
        _ => (bare, ""),
    }
}

/// The digits of a number written in groups of three, if it is: one separator throughout, and not the one that parts the decimals.
fn without_thousands(whole: &str, bare: &str) -> Option<String> {
    let Some(separator) = whole.chars().find(|c| matches!(c, ',' | '.')) else {
        return (!whole.is_empty()).then(|| whole.to_owned());
    };
    let decimal = bare[whole.len()..].chars().next();
    let groups: Vec<&str> = whole.split(separator).collect();
    let well_formed = decimal != Some(separator)
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.bytes().all(|digit| digit.is_ascii_digit()));
    well_formed.then(|| groups.concat())
}

impl db::IntoValue for Money {
    const KIND: db::Kind = db::Kind::Int;
    fn into_value(self) -> db::Value {
        db::Value::Int(self.0)
    }
}

impl db::Column for Money {
    fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::Problem> {
        cell.int().map(Self)
    }
}

impl std::str::FromStr for Money {
    type Err = ValueError;

    fn from_str(raw: &str) -> Result<Self, ValueError> {
        Self::parse(raw)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_in_danish_and_english_notation() {
        for (raw, ore) in [
            ("3000", 300_000),
            ("3.000", 300_000),
            ("3,000", 300_000),
            ("3.000,50 kr.", 300_050),
            ("DKK 3,000.50", 300_050),
            ("kr. 12,5", 1_250),
            ("1.234.567,89", 123_456_789),
            ("3 000", 300_000),
            ("750,-", 75_000),
            ("0", 0),
        ] {
            assert_eq!(Money::parse(raw), Ok(Money::ore(ore)), "{raw}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_not_guessed() {
        for raw in [
            "-5",
            "3.0000",
            "1.23.456",
            "1,234,5",
            "1.000.00",
            "tre",
            "kr.",
            "1.2345,00",
            ".5",
            "５",
            ".000",
        ] {
            assert_eq!(Money::parse(raw), Err(ValueError::NotAnAmount), "{raw}");
        }
        assert_eq!(Money::parse("99999999999999999999"), Err(ValueError::AmountTooLarge));
        assert_eq!(Money::parse(" "), Err(ValueError::Empty));
    }

    #[test]
    fn half_an_ore_rounds_away_from_zero_on_both_sides() {
        let rate = BasisPoints::percent(25);
        assert_eq!(Money::ore(300_000).share(rate), Money::ore(75_000));
        assert_eq!(Money::ore(2).share(rate), Money::ore(1));
        assert_eq!(Money::ore(1).share(rate), Money::ore(0));
        assert_eq!(Money::ore(-2).share(rate), Money::ore(-1));
        assert_eq!(Money::ore(i64::MIN).share(BasisPoints::WHOLE), Money::ore(i64::MIN));
    }

    #[test]
    fn too_large_a_sum_is_an_error_and_never_a_small_number() {
        let most = Money::ore(i64::MAX);
        assert_eq!(most.plus(Money::ore(1)), Err(ValueError::AmountTooLarge));
        assert_eq!(most.times(2), Err(ValueError::AmountTooLarge));
        assert_eq!(Money::ore(i64::MIN).minus(Money::ore(1)), Err(ValueError::AmountTooLarge));
    }

    proptest! {
        #[test]
        fn a_credit_undoes_its_charge(ore: i32, points in 0i64..=10_000) {
            let share = BasisPoints::try_from(points).unwrap();
            let charged = Money::ore(i64::from(ore)).share(share);
            let credited = Money::ore(-i64::from(ore)).share(share);
            prop_assert_eq!(charged.plus(credited), Ok(Money::ZERO));
            prop_assert!(charged.in_ore().abs() <= i64::from(ore).abs());
        }

        #[test]
        fn every_amount_reads_back_from_its_decimal_form(ore in 0..Money::MAX_TYPED.in_ore()) {
            prop_assert_eq!(Money::parse(&Money::ore(ore).decimal()), Ok(Money::ore(ore)));
        }

        #[test]
        fn no_text_makes_the_reader_stumble(raw in any::<String>()) {
            let _ = Money::parse(&raw);
        }
    }
}
