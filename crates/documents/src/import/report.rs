//! What to mend in a list before it can be taken in.

use texts::{Lang, format};

use super::column_letters;
use crate::t;

/// One thing to mend, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Row number as the spreadsheet shows it, from 1.
    pub row: usize,
    /// Column from 0 and its heading; none when it is about the row as a whole.
    pub column: Option<(usize, String)>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There are headings and nothing below them.
    NoRows,
    /// A column that must be there is not.
    ColumnMissing {
        /// Its Danish heading.
        da: &'static str,
        /// Its English heading.
        en: &'static str,
    },
    /// Two columns for the same thing.
    ColumnTwice {
        /// The column it stands in first, from 0.
        first: usize,
    },
    /// A cell that must be filled is empty.
    Missing,
    /// Not a whole number.
    NotANumber {
        /// What stands there.
        value: String,
    },
    /// Not an amount of money.
    NotAnAmount {
        /// What stands there.
        value: String,
    },
    /// Not a day, or one that can be read in two ways.
    NotADate {
        /// What stands there.
        value: String,
    },
    /// Neither yes nor no.
    NotYesOrNo {
        /// What stands there.
        value: String,
    },
    /// Too much text.
    TooLong {
        /// How long it is, in characters.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// The same value stands further up, where each must differ.
    Twice {
        /// The row with the first one.
        first: usize,
    },
    /// A word that is none of those allowed.
    NotOneOf {
        /// What stands there.
        value: String,
        /// What may stand there.
        allowed: Vec<String>,
    },
    /// A rule of the room that reads the list, told by the room.
    Other {
        /// Name of the rule, for programs.
        code: &'static str,
        /// The sentence in Danish.
        da: String,
        /// The sentence in English.
        en: String,
    },
}

/// Longest piece of a cell that is quoted in a finding.
const LONGEST_QUOTE: usize = 40;

impl Problem {
    /// Short name of the kind of problem, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRows => "no-rows",
            Self::ColumnMissing { .. } => "column-missing",
            Self::ColumnTwice { .. } => "column-twice",
            Self::Missing => "missing",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotAnAmount { .. } => "not-an-amount",
            Self::NotADate { .. } => "not-a-date",
            Self::NotYesOrNo { .. } => "not-yes-or-no",
            Self::TooLong { .. } => "too-long",
            Self::Twice { .. } => "twice",
            Self::NotOneOf { .. } => "not-one-of",
            Self::Other { code, .. } => code,
        }
    }

    /// The problem as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoRows => t::import_no_rows(lang).to_owned(),
            Self::ColumnMissing { da, en } => t::import_column_missing(lang, lang.pick(da, en)),
            Self::ColumnTwice { first } => t::import_column_twice(lang, column_letters(*first)),
            Self::Missing => t::import_missing(lang).to_owned(),
            Self::NotANumber { value } => t::import_not_a_number(lang, quoted(value)),
            Self::NotAnAmount { value } => t::import_not_an_amount(lang, quoted(value)),
            Self::NotADate { value } => t::import_not_a_date(lang, quoted(value)),
            Self::NotYesOrNo { value } => t::import_not_yes_or_no(lang, quoted(value)),
            Self::TooLong { length, limit } => t::import_too_long(lang, length, limit),
            Self::Twice { first } => t::import_twice(lang, first),
            Self::NotOneOf { value, allowed } => t::import_not_one_of(lang, quoted(value), format::list(lang, allowed)),
            Self::Other { da, en, .. } => lang.pick(da, en).clone(),
        }
    }
}

fn quoted(value: &str) -> String {
    let mut short: String = value.chars().take(LONGEST_QUOTE).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    short.replace('\n', " ")
}

impl Finding {
    /// About a row or the list as a whole.
    #[must_use]
    pub fn of_file(row: usize, problem: Problem) -> Self {
        Self {
            row,
            column: None,
            problem,
        }
    }

    /// About one cell.
    #[must_use]
    pub fn of_cell(row: usize, column: usize, heading: String, problem: Problem) -> Self {
        Self {
            row,
            column: Some((column, heading)),
            problem,
        }
    }

    /// Place and problem in one line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let problem = self.problem.text(lang);
        match &self.column {
            Some((column, heading)) => t::import_at_cell(lang, self.row, column_letters(*column), quoted(heading), problem),
            None => t::import_at_row(lang, self.row, problem),
        }
    }
}

/// All that is to mend. A list with thousands of faults has one cause; the first findings are kept and the rest counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Finding>,
    left_out: usize,
}

impl Report {
    /// Most findings kept.
    pub const LIMIT: usize = 200;

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        if self.findings.len() < Self::LIMIT {
            self.findings.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// Whether there is nothing to mend.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many there are, those not kept among them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.len() + self.left_out
    }

    /// Those kept, in the order of the list.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A line for each, and one for those not kept.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self.findings.iter().map(|finding| finding.text(lang)).collect();
        if self.left_out > 0 {
            lines.push(t::import_left_out(lang, i64::try_from(self.left_out).unwrap_or(i64::MAX)));
        }
        lines
    }
}
