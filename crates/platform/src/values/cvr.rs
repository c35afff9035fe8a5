//! The number of a Danish company, association or authority.

use super::{ValueError, digits, text_backed};

/// A number of the Danish business register (CVR): eight digits that fit the register's check. Stored without spaces or `DK`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cvr(String);

text_backed!([] Cvr);

impl Cvr {
    /// Reads the number; `DK` or `CVR` in front, spaces, hyphens and dots are skipped. The check catches every single wrong digit.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::NotADigit`], [`ValueError::ForeignDigit`], [`ValueError::DigitCount`], [`ValueError::OnlyZeros`],
    /// [`ValueError::CheckDigit`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let number = digits::exactly(8, without_prefix(raw.trim()))?;
        // The register's own rule: weights 2 7 6 5 4 3 2 1, sum divisible by eleven.
        let sum = digits::weighted(&number, [2, 7, 6, 5, 4, 3, 2, 1].into_iter());
        if sum.is_multiple_of(11) {
            Ok(Self(number))
        } else {
            Err(ValueError::CheckDigit)
        }
    }

    /// The number as firms print it: `12 34 56 74`.
    #[must_use]
    pub fn grouped(&self) -> String {
        digits::grouped(&self.0, &[2, 2, 2, 2])
    }

    /// The VAT number: `DK` and the eight digits.
    #[must_use]
    pub fn vat_number(&self) -> String {
        format!("DK{}", self.0)
    }
}

fn without_prefix(raw: &str) -> &str {
    for prefix in ["DK", "CVR"] {
        if let Some(start) = raw.get(..prefix.len())
            && start.eq_ignore_ascii_case(prefix)
        {
            return raw[prefix.len()..].trim_start_matches([':', '.', ' ']);
        }
    }
    raw
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_as_it_stands_on_paper() {
        for raw in ["10000009", "DK 10 00 00 09", "cvr: 10-00-00-09", " dk10000009"] {
            assert_eq!(Cvr::parse(raw).unwrap().as_str(), "10000009", "{raw}");
        }
        let cvr = Cvr::parse("10000009").unwrap();
        assert_eq!((cvr.grouped().as_str(), cvr.vat_number().as_str()), ("10 00 00 09", "DK10000009"));
    }

    #[test]
    fn each_slip_has_its_own_answer() {
        assert_eq!(Cvr::parse("10000008"), Err(ValueError::CheckDigit));
        assert_eq!(Cvr::parse("1000000"), Err(ValueError::DigitCount { expected: 8, found: 7 }));
        assert_eq!(Cvr::parse("SE10000009"), Err(ValueError::NotADigit { found: 'S' }));
        assert_eq!(Cvr::parse("1000000９"), Err(ValueError::ForeignDigit { found: '９' }));
        assert_eq!(Cvr::parse("00000000"), Err(ValueError::OnlyZeros));
        assert_eq!(Cvr::parse("DK"), Err(ValueError::Empty));
    }

    proptest! {
        #[test]
        fn every_single_wrong_digit_is_caught(body in "[0-9]{7}", place in 0usize..8, shift in 1u8..10) {
            // One body in eleven has no check digit at all; the register leaves those numbers out.
            let valid = (0..10).find_map(|check| Cvr::parse(&format!("{body}{check}")).ok());
            prop_assume!(valid.is_some());
            let mut wrong = valid.unwrap().into_string().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + shift) % 10;
            prop_assert!(Cvr::parse(&String::from_utf8(wrong).unwrap()).is_err());
        }

        #[test]
        fn a_read_number_reads_back_grouped_and_as_vat_number(number in "[0-9]{8}") {
            if let Ok(cvr) = Cvr::parse(&number) {
                prop_assert_eq!(Cvr::parse(&cvr.grouped()), Ok(cvr.clone()));
                prop_assert_eq!(Cvr::parse(&cvr.vat_number()), Ok(cvr));
            }
        }
    }
}
