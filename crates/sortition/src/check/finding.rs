//! One thing that is wrong or worth knowing, and where.

use std::sync::Arc;

use super::{Code, Severity};

/// Which of the inputs a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The settings.
    Settings,
    /// The file of quotas.
    Quotas,
    /// The file of people.
    People,
    /// The file of those who are already selected.
    Selected,
    /// The file of those who cannot be drawn.
    Excluded,
    /// What was asked for: seats, panels.
    Question,
}

impl Source {
    /// The source as a word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Quotas => "quotas",
            Self::People => "people",
            Self::Selected => "selected",
            Self::Excluded => "excluded",
            Self::Question => "question",
        }
    }
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    /// From 0.
    pub number: usize,
    /// Its heading as it stands in the file.
    pub name: String,
}

/// Where a finding points. Places sort as one reads: by file, then row, then column; what is about a whole file comes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which input.
    pub source: Source,
    /// Number of the row as a spreadsheet shows it, from 1.
    pub row: Option<usize>,
    /// The column.
    pub column: Option<Column>,
}

impl Place {
    /// The input as a whole.
    #[must_use]
    pub const fn file(source: Source) -> Self {
        Self {
            source,
            row: None,
            column: None,
        }
    }

    /// A whole row.
    #[must_use]
    pub const fn row(source: Source, row: usize) -> Self {
        Self {
            source,
            row: Some(row),
            column: None,
        }
    }

    /// A cell.
    #[must_use]
    pub const fn cell(source: Source, row: usize, column: usize, name: String) -> Self {
        let column = Some(Column { number: column, name });
        Self {
            source,
            row: Some(row),
            column,
        }
    }
}

/// A value that a finding carries for the sentence made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parameter {
    /// A word of the file or of a format.
    Text(String),
    /// A number.
    Number(u64),
    /// Several words; shared, since the same list goes with every row of a misread column.
    List(Arc<[String]>),
}

impl From<&str> for Parameter {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Parameter {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Parameter {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Parameter {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Parameter {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Parameter {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<Vec<String>> for Parameter {
    fn from(list: Vec<String>) -> Self {
        Self::List(list.into())
    }
}

impl From<&Arc<[String]>> for Parameter {
    fn from(list: &Arc<[String]>) -> Self {
        Self::List(Arc::clone(list))
    }
}

/// One thing that is wrong or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// In the order of [`Code::parameters`].
    values: Vec<Parameter>,
}

impl Finding {
    /// A finding with values in the order of the code's parameters.
    pub(crate) fn new<const N: usize>(code: Code, place: Place, values: [Parameter; N]) -> Self {
        debug_assert_eq!(N, code.parameters().len(), "{}", code.as_str());
        Self {
            code,
            place,
            values: values.into(),
        }
    }

    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Names and values for the sentence.
    pub fn parameters(&self) -> impl Iterator<Item = (&'static str, &Parameter)> {
        self.code.parameters().iter().copied().zip(&self.values)
    }

    /// One value by its name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}
