//! A text of several lines: an idea for a process, a note on access needs, a course's purpose.

use super::{ValueError, clean, text_backed};

/// Text of one or more lines, 1 to `MAX` characters, line ends as `\n`, at most one empty line in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: usize>(String);

text_backed!([const MAX: usize] Text<MAX>);

impl<const MAX: usize> Text<MAX> {
    /// How many characters fit: for the form's `maxlength`.
    pub const MAX: usize = MAX;

    /// Reads a text; line ends of every system become `\n`, blanks at the ends of lines go.
    ///
    /// # Errors
    /// [`ValueError::Empty`], [`ValueError::TooLong`], [`ValueError::HiddenCharacter`], [`ValueError::BrokenCharacter`].
    pub fn parse(raw: &str) -> Result<Self, ValueError> {
        let text = clean::lines(raw)?;
        clean::fits(&text, MAX)?;
        Ok(Self(text))
    }

    /// The paragraphs: what empty lines separate.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn line_ends_of_every_system_are_one_and_empty_lines_do_not_pile_up() {
        let text = Text::<100>::parse("  Første linje \r\nanden linje\r\n\r\n \r\n\r\nny tanke\u{2028}slut\n\n").unwrap();
        assert_eq!(text.as_str(), "Første linje\nanden linje\n\nny tanke\nslut");
        assert_eq!(
            text.paragraphs().collect::<Vec<_>>(),
            ["Første linje\nanden linje", "ny tanke\nslut"]
        );
    }

    #[test]
    fn indented_lists_keep_their_indent() {
        assert_eq!(
            Text::<50>::parse("Punkter:\n  - et\n\t- to").unwrap().as_str(),
            "Punkter:\n  - et\n - to"
        );
    }

    #[test]
    fn nothing_but_blank_lines_is_empty_and_overrides_are_refused() {
        assert_eq!(Text::<50>::parse(" \r\n\t\n\u{200b}"), Err(ValueError::Empty));
        assert_eq!(
            Text::<50>::parse("a\n\u{2066}b"),
            Err(ValueError::HiddenCharacter { found: '\u{2066}' })
        );
        assert_eq!(Text::<3>::parse("a\nbc"), Err(ValueError::TooLong { max: 3, length: 4 }));
    }

    proptest! {
        #[test]
        fn a_text_reads_back_as_itself(raw in "[ a-zæ\r\n\t\u{a0}\u{200b}\u{2028}]{0,60}") {
            if let Ok(text) = Text::<60>::parse(&raw) {
                prop_assert_eq!(Text::parse(text.as_str()), Ok(text.clone()));
                prop_assert!(!text.as_str().contains("\n\n\n") && !text.as_str().contains('\r'));
            }
        }
    }
}
