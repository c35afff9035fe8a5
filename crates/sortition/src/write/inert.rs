//! Text that a spreadsheet would take for a formula, made harmless and back again.
//!
//! The rule is the same as in the lists of the rest of the program, so that one reader undoes both. It spares no telephone numbers: a
//! spreadsheet that opens `+4512345678` calculates it, shows 4512345678 and saves that, and the number is lost; behind an apostrophe it
//! survives, and reads as it was written.

use std::borrow::Cow;

/// Whether a spreadsheet that opens a CSV file might calculate with this text. Blanks and apostrophes in front do not make it safe; the
/// wide forms are there because East Asian versions read them as the plain ones.
fn looks_like_a_formula(text: &str) -> bool {
    let start = text.trim_start_matches(['\'', ' ', '\u{a0}']).chars().next();
    matches!(start, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// The text with an apostrophe in front when it needs one.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_a_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Takes off what [`guarded`] put on: to be done by whoever reads CSV.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| looks_like_a_formula(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_and_telephone_numbers_get_an_apostrophe_and_ordinary_text_does_not() {
        for text in [
            "=1+1",
            "+45 12 34 56 78",
            "+4512345678",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "'=1",
            "＝1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "Åse", "'t Hooft", "1-2", "0045 12 34 56 78", "18-29"] {
            assert_eq!(guarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back_as_it_was(text in "[' =+@\\-\t\ra-c]{0,6}") {
            let safe = guarded(&text).into_owned();
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(unguarded(&safe), text);
        }
    }
}
