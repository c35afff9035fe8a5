//! A few sentences with a list.

use std::fmt;

/// What is said first, a list of points, and what is said at the end: a terminal shows it as lines, a page as paragraph and list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// Said first.
    pub lead: String,
    /// The list.
    pub points: Vec<String>,
    /// Said at the end, sentence by sentence.
    pub close: Vec<String>,
}

impl fmt::Display for Passage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.lead)?;
        for point in &self.points {
            write!(out, "\n  - {point}")?;
        }
        for sentence in &self.close {
            write!(out, "\n{sentence}")?;
        }
        Ok(())
    }
}
