//! Text that a spreadsheet would take for a formula, made harmless and back again.

use std::borrow::Cow;

/// Whether a spreadsheet that opens a CSV file might calculate with this text. Blanks and apostrophes in front do not make it safe; the
/// wide forms are there because East Asian versions read them as the plain ones.
fn looks_like_a_formula(text: &str) -> bool {
    let start = text.trim_start_matches(['\'', ' ', '\u{a0}']).chars().next();
    matches!(start, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// The text with an apostrophe in front when it needs one.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_a_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Takes off what [`guarded`] put on. A file of ours that was sent back reads as it was written.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| looks_like_a_formula(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_get_an_apostrophe_and_ordinary_text_does_not() {
        for text in [
            "=1+1",
            "+45 12 34 56 78",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n",
            " =1",
            "'=1",
            "＝1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "Åse", "'t Hooft", "1-2", "a=b", "3.000,-"] {
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
