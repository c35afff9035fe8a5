//! What a seat costs.

use platform::values::{Money, Totals, ValueError, VatClass};

db::text_enum!(
    /// What the price is for (course page: 3.000 per person and course; the workshop is paid per day).
    pub enum PriceUnit {
        /// The whole course, however many days it has.
        Course => "course",
        /// Each day.
        Day => "day",
    }
);

/// The price of an edition for one person, without tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Price {
    /// Per course or per day.
    pub amount: Money,
    /// Which of the two.
    pub unit: PriceUnit,
    /// How it is taxed.
    pub vat: VatClass,
}

impl Price {
    /// The price of the course page: 3.000 kr. without tax, 25 % on top.
    #[must_use]
    pub const fn of_the_course_page(unit: PriceUnit) -> Self {
        Self {
            amount: Money::kroner(3_000),
            unit,
            vat: VatClass::DANISH,
        }
    }

    /// What one seat costs without tax.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn per_seat(self, days: u16) -> Result<Money, ValueError> {
        match self.unit {
            PriceUnit::Course => Ok(self.amount),
            PriceUnit::Day => self.amount.times(days.into()),
        }
    }

    /// What some seats cost: one net line per seat, tax once on their sum.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn totals(self, seats: u16, days: u16) -> Result<Totals, ValueError> {
        let seat = self.per_seat(days)?;
        Totals::of((0..seats).map(|_| (seat, self.vat)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seat_costs_3_750_and_the_two_day_workshop_7_500_with_tax() {
        let course = Price::of_the_course_page(PriceUnit::Course);
        let workshop = Price::of_the_course_page(PriceUnit::Day);
        assert_eq!(course.totals(1, 1).unwrap().gross, Money::kroner(3_750));
        assert_eq!(course.totals(1, 2).unwrap().gross, Money::kroner(3_750));
        assert_eq!(workshop.totals(1, 2).unwrap().gross, Money::kroner(7_500));
    }

    #[test]
    fn all_five_courses_of_the_page_cost_18_000_and_22_500_with_tax() {
        let course = Price::of_the_course_page(PriceUnit::Course);
        let workshop = Price::of_the_course_page(PriceUnit::Day);
        let seats = [course, course, course, workshop, course]
            .map(|price| (price.per_seat(if price.unit == PriceUnit::Day { 2 } else { 1 }).unwrap(), price.vat));
        let totals = Totals::of(seats).unwrap();
        assert_eq!((totals.net, totals.gross), (Money::kroner(18_000), Money::kroner(22_500)));
    }

    #[test]
    fn an_internal_course_may_cost_nothing() {
        let free = Price {
            amount: Money::ZERO,
            ..Price::of_the_course_page(PriceUnit::Course)
        };
        assert!(free.totals(20, 1).unwrap().gross.is_zero());
    }
}
