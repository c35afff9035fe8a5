//! A text on one line: a title, the name of an organisation, a reference.

use super::{ValueError, clean, text_backed};

/// Text on one line, 1 to `MAX` characters, without control characters or direction overrides, and therefore safe in a mail header.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize>(String);

text_backed!([const MAX: usize] Line<MAX>);

impl<const MAX: usize> Line<MAX> {
    /// How many characters fit: for the form's `maxlength`.
    pub const MAX: usize = MAX;

    /// Reads a line; runs of blanks and line breaks become one space.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::TooLong`], [`ValueError::HiddenCharacter`], [`ValueError::BrokenCharacter`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let line = clean::one_line(raw)?;
        clean::fits(&line, MAX)?;
        Ok(Self(line))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_pasted_from_a_document_becomes_one_clean_line() {
        let line = Line::<40>::parse("\u{feff}  Nordby\u{a0}\tKom\u{ad}mune \r\n Teknik og Miljø \u{200b}").unwrap();
        assert_eq!(line.as_str(), "Nordby Kommune Teknik og Miljø");
    }

    #[test]
    fn letters_that_need_joiners_and_combining_marks_stay_whole() {
        for name in ["می\u{200c}خواهم", "👩\u{200d}🏫", "Łódź", "ǫ\u{301}"] {
            assert_eq!(Line::<20>::parse(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn characters_that_mislead_readers_are_refused_by_name() {
        assert_eq!(
            Line::<20>::parse("gnp\u{202e}fdp"),
            Err(ValueError::HiddenCharacter { found: '\u{202e}' })
        );
        assert_eq!(Line::<20>::parse("a\u{0}b"), Err(ValueError::HiddenCharacter { found: '\u{0}' }));
        assert_eq!(Line::<20>::parse("bor\u{fffd}d"), Err(ValueError::BrokenCharacter));
    }

    #[test]
    fn length_is_counted_in_characters_after_trimming() {
        assert_eq!(Line::<3>::parse("  æøå ").unwrap().as_str(), "æøå");
        assert_eq!(Line::<3>::parse("æøåé"), Err(ValueError::TooLong { max: 3, length: 4 }));
        assert_eq!(Line::<3>::parse(" \n\u{a0}"), Err(ValueError::Empty));
    }

    proptest! {
        #[test]
        fn a_line_reads_back_as_itself_and_holds_no_control_character(raw in any::<String>()) {
            if let Ok(line) = Line::<30>::parse(&raw) {
                prop_assert_eq!(Line::parse(line.as_str()), Ok(line.clone()));
                prop_assert!(!line.as_str().chars().any(char::is_control));
                prop_assert!((1..=30).contains(&line.as_str().chars().count()));
                prop_assert_eq!(line.as_str().trim(), line.as_str());
            }
        }
    }
}
