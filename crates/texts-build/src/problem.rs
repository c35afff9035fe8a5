//! A mistake in a text: where it is, what it is, how to mend it.

use std::fmt;

/// One mistake. Shown to whoever builds the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    file: String,
    line: usize,
    key: String,
    what: String,
    mend: String,
}

impl Problem {
    pub(crate) fn new(file: &str, line: usize, key: &str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Problem {
            file: file.to_owned(),
            line,
            key: key.to_owned(),
            what: what.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem {
            file,
            line,
            key,
            what,
            mend,
        } = self;
        let subject = if key.is_empty() { String::new() } else { format!("{key}: ") };
        write!(f, "{file}:{line}: {subject}{what}\n    mend: {mend}")
    }
}
