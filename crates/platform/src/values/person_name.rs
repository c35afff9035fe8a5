//! The name of a person.

use super::{Line, ValueError, text_backed};

/// A person's name as the person writes it, 1 to 100 characters with at least one letter. Nothing is known about its parts, order or capitals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

text_backed!([] PersonName);

impl PersonName {
    /// How many characters fit: for the form's `maxlength`.
    pub const MAX: usize = 100;

    /// Reads a name. Mail and web addresses are refused: they are slips of the form, or advertising that our confirmation mail would carry to a stranger.
    ///
    /// # Errors
    /// As [`Line::parse`]; [`ValueError::NoLetter`], [`ValueError::AddressInName`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let name = Line::<{ Self::MAX }>::parse(raw)?.into_string();
        let lower = name.to_lowercase();
        if lower.contains('@') || lower.contains("://") || lower.contains("www.") {
            return Err(ValueError::AddressInName);
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(ValueError::NoLetter);
        }
        Ok(Self(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_kinds_are_kept_as_written() {
        for name in [
            "Åse Østergård-Sørensen",
            "O’Neill",
            "von der Leyen",
            "X Æ A-12",
            "李小龍",
            "Nguyễn Thị Minh Khai",
            "D'Angelo, Bo (vikar)",
        ] {
            assert_eq!(PersonName::parse(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn a_mail_address_in_the_name_field_is_pointed_out() {
        for name in ["anne@nordby.example", "Vind penge på HTTPS://x.example", "besøg www.x.example"] {
            assert_eq!(PersonName::parse(name), Err(ValueError::AddressInName));
        }
        assert_eq!(PersonName::parse("12 - 34"), Err(ValueError::NoLetter));
    }
}
