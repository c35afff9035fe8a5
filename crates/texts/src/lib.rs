//! Languages: which ones there are, and how each of them writes dates, money, numbers and lists.
//!
//! The texts themselves live beside the code that shows them, in `texts/da.ftl` and `texts/en.ftl` of each crate, and become typed
//! functions through `texts-build`. This crate is what those functions stand on, and the only place that knows that Danish writes
//! `3.000,50 kr.` where English writes `DKK 3,000.50`.

pub mod format;
mod lang;

pub use lang::{Lang, UnknownLang};

/// What the generated text functions call. Not for hand-written code: use [`format`](mod@format).
#[doc(hidden)]
pub mod generated {
    use std::fmt::{Display, Write};

    /// Appends a value as it prints itself.
    pub fn display(out: &mut String, value: &(impl Display + ?Sized)) {
        // Writing to a String only fails when the value's own Display does; then what it managed to write stands.
        let _ = write!(out, "{value}");
    }

    /// Appends a whole number with the thousands separator of the language.
    pub fn number(out: &mut String, lang: crate::Lang, value: i64) {
        out.push_str(&crate::format::number(lang, value));
    }
}
