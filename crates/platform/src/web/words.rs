//! The words for what is wrong with a value.

use texts::Lang;

use crate::t;
use crate::values::ValueError;

/// What is wrong and how to mend it, for the person at the form.
#[must_use]
pub fn value_error(lang: Lang, error: &ValueError) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match error {
        ValueError::Empty => t::value_empty(lang).to_owned(),
        ValueError::TooLong { max, length } => t::value_too_long(lang, count(*max), count(*length)),
        ValueError::HiddenCharacter { found } => t::value_hidden(lang, format!("{:04X}", u32::from(*found))),
        ValueError::BrokenCharacter => t::value_broken(lang).to_owned(),
        ValueError::NoLetter => t::value_no_letter(lang).to_owned(),
        ValueError::AddressInName => t::value_address_in_name(lang).to_owned(),
        ValueError::EmailWithoutAt => t::value_email_without_at(lang).to_owned(),
        ValueError::EmailSeveral => t::value_email_several(lang).to_owned(),
        ValueError::EmailNotAscii { found } => t::value_email_not_ascii(lang, found),
        ValueError::EmailBeforeAt => t::value_email_before_at(lang).to_owned(),
        ValueError::EmailAfterAt => t::value_email_after_at(lang).to_owned(),
        ValueError::NotADigit { found } => t::value_not_a_digit(lang, found),
        ValueError::ForeignDigit { .. } => t::value_foreign_digit(lang).to_owned(),
        ValueError::DigitCount { expected, found } => t::value_digit_count(lang, count(*expected), count(*found)),
        ValueError::CheckDigit => t::value_check_digit(lang).to_owned(),
        ValueError::OnlyZeros => t::value_only_zeros(lang).to_owned(),
        ValueError::PhoneLength { found } => t::value_phone_length(lang, count(*found)),
        ValueError::PhoneStart => t::value_phone_start(lang).to_owned(),
        ValueError::SlugCharacter { found } => t::value_slug_character(lang, found),
        ValueError::SlugHyphen => t::value_slug_hyphen(lang).to_owned(),
        ValueError::NotAnAmount => t::value_not_an_amount(lang).to_owned(),
        ValueError::AmountTooLarge => t::value_amount_too_large(lang).to_owned(),
        ValueError::NotAPercentage => t::value_not_a_percentage(lang).to_owned(),
        ValueError::NotAChoice => t::value_not_a_choice(lang).to_owned(),
    }
}
