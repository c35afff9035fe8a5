//! The number by which Danish authorities receive invoices.

use super::{ValueError, digits, text_backed};

/// An EAN location number (GLN): 13 digits, the last one the GS1 check digit. Stored without spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gln(String);

text_backed!([] Gln);

impl Gln {
    /// Reads the number; spaces, hyphens and dots are skipped. The check digit catches every single wrong digit.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::NotADigit`], [`ValueError::ForeignDigit`], [`ValueError::DigitCount`], [`ValueError::OnlyZeros`],
    /// [`ValueError::CheckDigit`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let number = digits::exactly(13, raw)?;
        // GS1 General Specifications 7.9: weights 1 and 3 in turn from the left, sum with the check digit divisible by ten.
        let sum = digits::weighted(&number, [1, 3].into_iter().cycle());
        if sum.is_multiple_of(10) {
            Ok(Self(number))
        } else {
            Err(ValueError::CheckDigit)
        }
    }

    /// The number as authorities print it: `5798 0008 8001 6` in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        digits::grouped(&self.0, &[4, 4, 4, 1])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_from_a_letterhead_is_read_and_grouped_again() {
        let gln = Gln::parse(" 57 98000-88\u{a0}0016 ").unwrap();
        assert_eq!(gln.as_str(), "5798000880016");
        assert_eq!(gln.grouped(), "5798 0008 8001 6");
        assert_eq!(Gln::parse(&gln.grouped()), Ok(gln));
    }

    #[test]
    fn each_slip_has_its_own_answer() {
        assert_eq!(Gln::parse("5798000880017"), Err(ValueError::CheckDigit));
        assert_eq!(Gln::parse("12345674"), Err(ValueError::DigitCount { expected: 13, found: 8 }));
        assert_eq!(Gln::parse("EAN 5798000880016"), Err(ValueError::NotADigit { found: 'E' }));
        assert_eq!(Gln::parse("５798000880016"), Err(ValueError::ForeignDigit { found: '５' }));
        assert_eq!(Gln::parse("0000000000000"), Err(ValueError::OnlyZeros));
        assert_eq!(Gln::parse("  "), Err(ValueError::Empty));
    }

    proptest! {
        #[test]
        fn every_single_wrong_digit_is_caught(body in "[0-9]{12}", place in 0usize..13, shift in 1u8..10) {
            let valid: Vec<Gln> = (0..10).filter_map(|check| Gln::parse(&format!("{body}{check}")).ok()).collect();
            prop_assume!(body != "000000000000");
            prop_assert_eq!(valid.len(), 1, "exactly one check digit fits");
            let mut wrong = valid[0].as_str().as_bytes().to_vec();
            wrong[place] = b'0' + (wrong[place] - b'0' + shift) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert!(Gln::parse(&wrong).is_err(), "{} for {}", wrong, valid[0]);
        }
    }
}
