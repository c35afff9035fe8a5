//! A telephone number.

use super::{ValueError, digits, text_backed};

/// A telephone number with its country code, as `+4512345678` (ITU-T E.164). Eight digits without a code are Danish.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

text_backed!([] Phone);

impl Phone {
    /// Reads a number; `00` counts as `+`, and blanks, hyphens, dots, slashes and brackets are skipped.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::NotADigit`], [`ValueError::ForeignDigit`], [`ValueError::PhoneLength`], [`ValueError::PhoneStart`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let bare: String = raw.chars().filter(|c| !matches!(c, '(' | ')' | '/')).collect();
        // Invisible characters may stand before the plus, so look for it rather than at the first place.
        let (before, after) = bare.split_once('+').unwrap_or(("", &bare));
        if before.chars().any(char::is_alphanumeric) {
            return Err(ValueError::NotADigit { found: '+' });
        }
        let has_plus = after.len() < bare.len();
        let number = digits::digits(after)?;
        let international = match number.strip_prefix("00") {
            Some(rest) if !has_plus => rest.to_owned(),
            _ if has_plus => number,
            _ if number.len() == 8 => format!("45{number}"),
            _ => return Err(ValueError::PhoneLength { found: number.len() }),
        };
        match international.strip_prefix("45") {
            Some(danish) if danish.len() != 8 => Err(ValueError::PhoneLength {
                found: international.len(),
            }),
            Some(danish) if danish.starts_with(['0', '1']) => Err(ValueError::PhoneStart),
            None if !(7..=15).contains(&international.len()) => Err(ValueError::PhoneLength {
                found: international.len(),
            }),
            None if international.starts_with('0') => Err(ValueError::PhoneStart),
            _ => Ok(Self(format!("+{international}"))),
        }
    }

    /// The number as people read it: `12 34 56 78` in Denmark, else with its country code.
    #[must_use]
    pub fn readable(&self) -> String {
        match self.0.strip_prefix("+45") {
            Some(danish) => digits::grouped(danish, &[2, 2, 2, 2]),
            None => self.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn danish_numbers_are_the_same_however_they_are_written() {
        for raw in [
            "22334455",
            "22 33 44 55",
            "+45 22 33 44 55",
            "0045-22334455",
            "(+45) 22.33.44.55",
            "\u{202a}+45 22334455\u{202c}",
        ] {
            let phone = Phone::parse(raw).unwrap();
            assert_eq!((phone.as_str(), phone.readable().as_str()), ("+4522334455", "22 33 44 55"), "{raw}");
        }
        assert_eq!(Phone::parse("+46 8 123 456 78").unwrap().readable(), "+46812345678");
        assert_eq!(Phone::parse("+298 201234").unwrap().as_str(), "+298201234");
    }

    #[test]
    fn each_slip_has_its_own_answer() {
        assert_eq!(Phone::parse(""), Err(ValueError::Empty));
        assert_eq!(Phone::parse("2233445"), Err(ValueError::PhoneLength { found: 7 }));
        assert_eq!(Phone::parse("+45 2233445"), Err(ValueError::PhoneLength { found: 9 }));
        assert_eq!(Phone::parse("12334455"), Err(ValueError::PhoneStart));
        assert_eq!(Phone::parse("+0 1234567"), Err(ValueError::PhoneStart));
        assert_eq!(Phone::parse("22334455 lok. 12"), Err(ValueError::NotADigit { found: 'l' }));
        assert_eq!(Phone::parse("45+22334455"), Err(ValueError::NotADigit { found: '+' }));
        assert_eq!(Phone::parse("+1234567890123456"), Err(ValueError::PhoneLength { found: 16 }));
    }

    proptest! {
        #[test]
        fn a_read_number_reads_back_from_both_its_forms(raw in "(\\+|00)?[0-9 ]{6,18}") {
            if let Ok(phone) = Phone::parse(&raw) {
                prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone.clone()));
                prop_assert_eq!(Phone::parse(&phone.readable()), Ok(phone));
            }
        }
    }
}
