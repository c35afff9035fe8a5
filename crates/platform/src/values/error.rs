//! Everything that can be wrong with what somebody typed into a field.

use std::fmt;

/// Why a value was refused. Each variant says what is wrong and, in its description, how to mend it; the words for people follow from [`ValueError::code`]
/// and the variant's figures in the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// Nothing was given. Mend: fill the field in.
    Empty,
    /// Longer than there is room for. Mend: shorten by `length - max` characters.
    TooLong {
        /// How many characters there is room for.
        max: usize,
        /// How many were given, after trimming.
        length: usize,
    },
    /// A character that cannot be seen and could mislead readers: a control character or one that turns the direction of the text.
    /// Mend: type the text instead of copying it.
    HiddenCharacter {
        /// The character; show it as its code point.
        found: char,
    },
    /// A character was lost on its way (U+FFFD). Mend: type the text again.
    BrokenCharacter,
    /// A name without a single letter. Mend: write the name with letters.
    NoLetter,
    /// A mail or web address where a name belongs. Mend: write the name here and the address in its own field.
    AddressInName,
    /// No `@`. Mend: write the whole address, such as `navn@kommune.dk`.
    EmailWithoutAt,
    /// More than one address. Mend: write one; further people get their own row.
    EmailSeveral,
    /// A letter such as `ø` that mail addresses cannot carry here. Mend: write the address as the mail system writes it.
    EmailNotAscii {
        /// The first such character.
        found: char,
    },
    /// The part before the `@` cannot be right. Mend: check for spaces and misplaced dots.
    EmailBeforeAt,
    /// The part after the `@` cannot be right. Mend: check that it ends like `.dk`.
    EmailAfterAt,
    /// Something other than digits in a number. Mend: digits only; spaces and hyphens are fine.
    NotADigit {
        /// The first such character.
        found: char,
    },
    /// A digit of another script or width, which looks the same but is not. Mend: type the digits on the keyboard.
    ForeignDigit {
        /// The first such digit.
        found: char,
    },
    /// Too few or too many digits. Mend: compare the number with its source.
    DigitCount {
        /// How many digits the number has.
        expected: usize,
        /// How many were given.
        found: usize,
    },
    /// The number contradicts its own check digit. Mend: compare each digit with its source; one is wrong.
    CheckDigit,
    /// Nothing but zeros. Mend: write the real number.
    OnlyZeros,
    /// A telephone number with too few or too many digits. Mend: eight digits, or country code and number.
    PhoneLength {
        /// How many digits were given, country code included.
        found: usize,
    },
    /// A Danish telephone number that begins with 0 or 1. Mend: write `+` and the country code if it is a foreign number.
    PhoneStart,
    /// A character that cannot stand in a name for an address. Mend: `a` to `z`, digits and hyphens.
    SlugCharacter {
        /// The first such character.
        found: char,
    },
    /// A hyphen at the start, at the end or after another hyphen. Mend: leave single hyphens between words.
    SlugHyphen,
    /// Not an amount of money. Mend: write it like `3.000` or `3.000,50`.
    NotAnAmount,
    /// More than any amount we handle. Mend: check the number of zeros.
    AmountTooLarge,
    /// Not a percentage between 0 and 100 with at most two decimals. Mend: write it like `25` or `12,5`.
    NotAPercentage,
    /// None of the choices on offer. Mend: choose one of the list.
    NotAChoice,
}

impl ValueError {
    /// A name for the variant that never changes: key of the texts, and stable for those who read our answers by program.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too-long",
            Self::HiddenCharacter { .. } => "hidden-character",
            Self::BrokenCharacter => "broken-character",
            Self::NoLetter => "no-letter",
            Self::AddressInName => "address-in-name",
            Self::EmailWithoutAt => "email-without-at",
            Self::EmailSeveral => "email-several",
            Self::EmailNotAscii { .. } => "email-not-ascii",
            Self::EmailBeforeAt => "email-before-at",
            Self::EmailAfterAt => "email-after-at",
            Self::NotADigit { .. } => "not-a-digit",
            Self::ForeignDigit { .. } => "foreign-digit",
            Self::DigitCount { .. } => "digit-count",
            Self::CheckDigit => "check-digit",
            Self::OnlyZeros => "only-zeros",
            Self::PhoneLength { .. } => "phone-length",
            Self::PhoneStart => "phone-start",
            Self::SlugCharacter { .. } => "slug-character",
            Self::SlugHyphen => "slug-hyphen",
            Self::NotAnAmount => "not-an-amount",
            Self::AmountTooLarge => "amount-too-large",
            Self::NotAPercentage => "not-a-percentage",
            Self::NotAChoice => "not-a-choice",
        }
    }
}

impl fmt::Display for ValueError {
    /// For logs, without what was typed: that may be personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self {
            Self::TooLong { max, length } => write!(f, " ({length} of at most {max})"),
            Self::DigitCount { expected, found } => write!(f, " ({found} of {expected})"),
            Self::PhoneLength { found } => write!(f, " ({found})"),
            Self::HiddenCharacter { found } => write!(f, " (U+{:04X})", u32::from(*found)),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for ValueError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_names_the_figures_but_not_what_was_typed() {
        assert_eq!(
            ValueError::TooLong { max: 10, length: 12 }.to_string(),
            "too-long (12 of at most 10)"
        );
        assert_eq!(ValueError::NotADigit { found: 'x' }.to_string(), "not-a-digit");
        assert_eq!(
            ValueError::HiddenCharacter { found: '\u{202e}' }.to_string(),
            "hidden-character (U+202E)"
        );
    }
}
