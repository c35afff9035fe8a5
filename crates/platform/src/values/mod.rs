//! Types that cannot be wrong: whoever holds an [`Email`] holds a usable mail address, whoever holds a [`Gln`] one whose check digit fits.
//!
//! Each type reads what people type with `parse`, mends what can be mended without guessing (spaces around and inside numbers, invisible characters that
//! come along when copying) and refuses the rest with a [`ValueError`] that names what is wrong. What was stored by this program is read back with
//! `stored`, which does not check again: rules may become stricter without making old rows unreadable.

mod clean;
mod cvr;
mod digits;
mod email;
mod error;
mod gln;
mod line;
mod money;
mod percent;
mod person_name;
mod phone;
mod slug;
mod text;
mod text_backed;
mod vat;

pub use cvr::Cvr;
pub use email::Email;
pub use error::ValueError;
pub use gln::Gln;
pub use line::Line;
pub use money::Money;
pub use percent::BasisPoints;
pub use person_name::PersonName;
pub use phone::Phone;
pub use slug::Slug;
pub use text::Text;
pub use vat::{Totals, VatClass, VatSubtotal};

use text_backed::text_backed;

/// Reads a field that may be left empty: nothing but blanks is `None`.
///
/// # Errors
/// As the type's own `parse`, except for [`ValueError::Empty`].
pub fn optional<T: std::str::FromStr<Err = ValueError>>(raw: &str) -> Result<Option<T>, ValueError> {
    match raw.parse() {
        Ok(value) => Ok(Some(value)),
        Err(ValueError::Empty) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_may_be_empty_still_refuses_what_is_wrong() {
        assert_eq!(optional::<Email>("  \u{a0} "), Ok(None));
        assert_eq!(optional::<Phone>("22 33 44 55"), Phone::parse("22334455").map(Some));
        assert_eq!(optional::<Cvr>("1234"), Err(ValueError::DigitCount { expected: 8, found: 4 }));
    }
}
