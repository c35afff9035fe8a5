//! What it costs to give up a seat.

use jiff::civil::Date;
use platform::values::{BasisPoints, Money};
use serde::{Deserialize, Serialize};

/// One step of the terms: up to and including so many days before the first day, giving up costs this share of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeStep {
    /// Days between giving up and the first day.
    pub days_before: u16,
    /// The share of the price to pay, in basis points.
    pub fee: BasisPoints,
}

/// Terms of cancellation: steps with ever fewer days and ever higher fees. The course page has none, so these are the house's, and every registration keeps the
/// ones its payer accepted. A colleague who comes instead costs nothing, and if the house cancels nobody pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub struct CancellationTerms {
    steps: Vec<FeeStep>,
    later: BasisPoints,
}

/// Why terms cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermsFault {
    /// A step has as many days as the one before it, or more.
    #[error("days do not fall from step to step")]
    DaysDoNotFall,
    /// Giving up later would cost less.
    #[error("fees fall from step to step")]
    FeesFall,
}

impl CancellationTerms {
    /// Terms from their steps, earliest first, and the share to pay after the last.
    ///
    /// # Errors
    /// [`TermsFault`].
    pub fn new(steps: Vec<FeeStep>, later: BasisPoints) -> Result<Self, TermsFault> {
        let falls = |pair: &[FeeStep]| pair[1].days_before < pair[0].days_before;
        if !steps.windows(2).all(falls) {
            return Err(TermsFault::DaysDoNotFall);
        }
        let fees: Vec<BasisPoints> = steps.iter().map(|step| step.fee).chain([later]).collect();
        if !fees.is_sorted() {
            return Err(TermsFault::FeesFall);
        }
        Ok(Self { steps, later })
    }

    /// The house's own: free until sign-up closes, half until five days before, then all of it. With sign-up closing less than six days before, it is free
    /// until then and all of it after.
    #[must_use]
    pub fn usual(deadline_days: u16) -> Self {
        let free = FeeStep {
            days_before: deadline_days,
            fee: BasisPoints::ZERO,
        };
        let half = FeeStep {
            days_before: 5,
            fee: BasisPoints::percent(50),
        };
        let steps = if deadline_days > half.days_before {
            vec![free, half]
        } else {
            vec![free]
        };
        Self {
            steps,
            later: BasisPoints::WHOLE,
        }
    }

    /// The steps, earliest first.
    #[must_use]
    pub fn steps(&self) -> &[FeeStep] {
        &self.steps
    }

    /// The share to pay after the last step.
    #[must_use]
    pub const fn later(&self) -> BasisPoints {
        self.later
    }

    /// The share to pay for giving up on a day.
    #[must_use]
    pub fn share(&self, given_up_on: Date, first_day: Date) -> BasisPoints {
        let days = given_up_on.duration_until(first_day).as_hours() / 24;
        let step = self.steps.iter().find(|step| days >= i64::from(step.days_before));
        step.map_or(self.later, |step| step.fee)
    }

    /// What giving up a seat of this price costs on a day, without tax as the price is.
    #[must_use]
    pub fn fee(&self, price: Money, given_up_on: Date, first_day: Date) -> Money {
        price.share(self.share(given_up_on, first_day))
    }
}

/// Terms as they come out of a file or a row.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    steps: Vec<FeeStep>,
    later: BasisPoints,
}

impl TryFrom<Raw> for CancellationTerms {
    type Error = TermsFault;

    fn try_from(raw: Raw) -> Result<Self, TermsFault> {
        Self::new(raw.steps, raw.later)
    }
}

impl From<CancellationTerms> for Raw {
    fn from(terms: CancellationTerms) -> Self {
        Self {
            steps: terms.steps,
            later: terms.later,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const FIRST: Date = date(2023, 10, 26);
    const PRICE: Money = Money::kroner(3_000);

    #[test]
    fn free_until_signup_closes_half_until_five_days_before_then_all() {
        let terms = CancellationTerms::usual(10);
        let fee = |day| terms.fee(PRICE, date(2023, 10, day), FIRST);
        assert_eq!(fee(16), Money::ZERO);
        assert_eq!(fee(17), Money::kroner(1_500));
        assert_eq!(fee(21), Money::kroner(1_500));
        assert_eq!(fee(22), PRICE);
        assert_eq!(fee(27), PRICE);
    }

    #[test]
    fn a_short_deadline_has_no_half_price_after_full_price() {
        assert_eq!(CancellationTerms::usual(5).steps().len(), 1);
        let terms = CancellationTerms::usual(3);
        assert_eq!(terms.share(date(2023, 10, 23), FIRST), BasisPoints::ZERO);
        assert_eq!(terms.share(date(2023, 10, 24), FIRST), BasisPoints::WHOLE);
    }

    #[test]
    fn terms_that_reward_giving_up_late_are_refused() {
        let step = |days_before, percent| FeeStep {
            days_before,
            fee: BasisPoints::percent(percent),
        };
        assert_eq!(
            CancellationTerms::new(vec![step(10, 50), step(5, 20)], BasisPoints::WHOLE),
            Err(TermsFault::FeesFall)
        );
        assert_eq!(
            CancellationTerms::new(vec![step(5, 0), step(10, 50)], BasisPoints::WHOLE),
            Err(TermsFault::DaysDoNotFall)
        );
        assert!(CancellationTerms::new(vec![], BasisPoints::ZERO).is_ok());
    }

    #[test]
    fn the_terms_a_payer_accepted_read_back_from_the_row() {
        let terms = CancellationTerms::usual(10);
        let row = serde_json::to_string(&terms).unwrap();
        assert_eq!(
            row,
            r#"{"steps":[{"days_before":10,"fee":0},{"days_before":5,"fee":5000}],"later":10000}"#
        );
        assert_eq!(serde_json::from_str::<CancellationTerms>(&row).unwrap(), terms);
        assert!(serde_json::from_str::<CancellationTerms>(&row.replace("10000", "1")).is_err());
    }

    proptest! {
        #[test]
        fn waiting_never_makes_it_cheaper_and_it_never_costs_more_than_the_seat(deadline in 0u16..60, day in -80i32..10, price in 0i64..10_000_000) {
            let terms = CancellationTerms::usual(deadline);
            let early = FIRST.saturating_add(day.days());
            let late = early.saturating_add(1.day());
            let fee = |on| terms.fee(Money::ore(price), on, FIRST);
            prop_assert!(fee(early) <= fee(late));
            prop_assert!(fee(late) <= Money::ore(price));
            if super::super::DeadlineRule::DaysBefore(deadline).is_open_on(FIRST, early) {
                prop_assert_eq!(fee(early), Money::ZERO);
            }
        }
    }
}
