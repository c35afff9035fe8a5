//! Value added tax (moms), the way the European invoice standard EN 16931 adds it up.

use serde::{Deserialize, Serialize};

use super::{BasisPoints, Money, ValueError};

/// How a sale is taxed (EN 16931 categories S and E).
///
/// A setting per course and never a constant: courses for firms and institutions carry 25 %, some professional training is exempt, and practice changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "category", content = "rate")]
pub enum VatClass {
    /// Taxed at a rate (category S).
    Standard(BasisPoints),
    /// Exempt (category E); the reason stands on the invoice.
    Exempt,
}

impl VatClass {
    /// The Danish rate, 25 %.
    pub const DANISH: Self = Self::Standard(BasisPoints::percent(25));

    /// The letter of the category in EN 16931; also what is stored.
    #[must_use]
    pub const fn category(self) -> &'static str {
        match self {
            Self::Standard(_) => "S",
            Self::Exempt => "E",
        }
    }

    /// The rate; none for exempt sales.
    #[must_use]
    pub const fn rate(self) -> BasisPoints {
        match self {
            Self::Standard(rate) => rate,
            Self::Exempt => BasisPoints::ZERO,
        }
    }

    /// The class from its stored category and rate.
    ///
    /// # Errors
    /// [`ValueError::NotAChoice`] for another letter, [`ValueError::NotAPercentage`] for an impossible rate or an exempt sale with one.
    pub fn stored(category: &str, basis_points: i64) -> Result<Self, ValueError> {
        match (category, BasisPoints::try_from(basis_points)?) {
            ("S", rate) => Ok(Self::Standard(rate)),
            ("E", BasisPoints::ZERO) => Ok(Self::Exempt),
            ("E", _) => Err(ValueError::NotAPercentage),
            _ => Err(ValueError::NotAChoice),
        }
    }
}

/// The tax of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatSubtotal {
    /// The class.
    pub class: VatClass,
    /// Sum of the net lines of the class.
    pub net: Money,
    /// The tax on that sum.
    pub vat: Money,
}

/// What is to be paid: net, tax and both together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// One row per class, in order of the classes.
    pub subtotals: Vec<VatSubtotal>,
    /// Sum of all lines without tax.
    pub net: Money,
    /// Sum of the tax.
    pub vat: Money,
    /// What the payer pays.
    pub gross: Money,
}

impl Totals {
    /// Adds up net lines. The tax is calculated once per class on the sum of its lines and rounded half up to øre (EN 16931: BR-CO-14, BR-S-09), never per line
    /// or seat, which would make the parts differ from the whole.
    ///
    /// # Errors
    /// [`ValueError::AmountTooLarge`].
    pub fn of(lines: impl IntoIterator<Item = (Money, VatClass)>) -> Result<Self, ValueError> {
        let mut nets = std::collections::BTreeMap::<VatClass, Money>::new();
        for (net, class) in lines {
            let sum = nets.entry(class).or_default();
            *sum = sum.plus(net)?;
        }
        let subtotals: Vec<VatSubtotal> = nets
            .into_iter()
            .map(|(class, net)| VatSubtotal {
                class,
                net,
                vat: net.share(class.rate()),
            })
            .collect();
        let net = Money::sum(subtotals.iter().map(|subtotal| subtotal.net))?;
        let vat = Money::sum(subtotals.iter().map(|subtotal| subtotal.vat))?;
        Ok(Self {
            subtotals,
            net,
            vat,
            gross: net.plus(vat)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_course_for_one_person_is_3_750_with_tax() {
        let totals = Totals::of([(Money::kroner(3_000), VatClass::DANISH)]).unwrap();
        assert_eq!(
            (totals.net, totals.vat, totals.gross),
            (Money::kroner(3_000), Money::kroner(750), Money::kroner(3_750))
        );
    }

    #[test]
    fn the_tax_is_rounded_once_on_the_sum_and_not_on_each_line() {
        // Three lines of 10,02 kr.: each alone would round 250,5 øre up to 251, together 753 where the sum gives 752.
        let totals = Totals::of(std::iter::repeat_n((Money::ore(1_002), VatClass::DANISH), 3)).unwrap();
        assert_eq!(totals.vat, Money::ore(752));
    }

    #[test]
    fn exempt_and_taxed_lines_stand_apart() {
        let totals = Totals::of([(Money::kroner(100), VatClass::Exempt), (Money::kroner(100), VatClass::DANISH)]).unwrap();
        assert_eq!(totals.subtotals.len(), 2);
        assert_eq!(totals.gross, Money::kroner(225));
        assert_eq!(Totals::of([]).unwrap(), Totals::default());
    }

    #[test]
    fn a_class_reads_back_from_what_is_stored() {
        for class in [VatClass::DANISH, VatClass::Exempt, VatClass::Standard(BasisPoints::ZERO)] {
            assert_eq!(VatClass::stored(class.category(), class.rate().get()), Ok(class));
        }
        assert_eq!(VatClass::stored("E", 2_500), Err(ValueError::NotAPercentage));
        assert_eq!(VatClass::stored("Z", 0), Err(ValueError::NotAChoice));
    }

    fn a_class() -> impl Strategy<Value = VatClass> {
        prop_oneof![
            Just(VatClass::Exempt),
            (0i64..=10_000).prop_map(|points| VatClass::Standard(BasisPoints::try_from(points).unwrap()))
        ]
    }

    proptest! {
        #[test]
        fn parts_and_whole_always_agree(lines in prop::collection::vec((-10_000_000i64..10_000_000, a_class()), 0..30)) {
            let lines: Vec<(Money, VatClass)> = lines.into_iter().map(|(ore, class)| (Money::ore(ore), class)).collect();
            let totals = Totals::of(lines.clone()).unwrap();
            prop_assert_eq!(Money::sum(lines.iter().map(|line| line.0)), Ok(totals.net));
            prop_assert_eq!(totals.net.plus(totals.vat), Ok(totals.gross));
            prop_assert_eq!(Money::sum(totals.subtotals.iter().map(|part| part.net)), Ok(totals.net));
            prop_assert_eq!(Money::sum(totals.subtotals.iter().map(|part| part.vat)), Ok(totals.vat));
            for part in &totals.subtotals {
                let exact = part.net.in_ore() * part.class.rate().get();
                prop_assert!((part.vat.in_ore() * 10_000 - exact).abs() <= 5_000, "no more than half an øre off");
            }
        }

        #[test]
        fn the_order_of_lines_does_not_matter(lines in prop::collection::vec((0i64..1_000_000, a_class()), 0..20)) {
            let forward = Totals::of(lines.iter().map(|&(ore, class)| (Money::ore(ore), class)));
            let backward = Totals::of(lines.iter().rev().map(|&(ore, class)| (Money::ore(ore), class)));
            prop_assert_eq!(forward, backward);
        }
    }
}
