//! Lists for a spreadsheet: typed cells in named sheets, written as XLSX or CSV.
//!
//! What people typed stays text. A cell that begins with `=`, `+`, `-`, `@` or a control character is written so that no spreadsheet takes
//! it for a formula: in XLSX as a text cell, in CSV with an apostrophe before it ([`crate::import`] takes it off again). Numbers, amounts and
//! dates are real ones that can be summed and sorted.

mod csv;
pub(crate) mod inert;
#[cfg(test)]
mod tests;
mod xlsx;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use texts::Lang;

pub use csv::Dialect;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text as typed.
    Text(String),
    /// A whole number to calculate with. Numbers that name something (GLN, telephone) are text.
    Integer(i64),
    /// An amount in øre, shown in kroner.
    Money(i64),
    /// A day.
    Date(Date),
    /// A day and a time of day, as the clock on the wall shows it.
    DateTime(DateTime),
    /// Yes or no.
    Bool(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<DateTime> for Cell {
    fn from(at: DateTime) -> Self {
        Self::DateTime(at)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A list with a heading over each column.
#[derive(Clone, Debug)]
pub struct Sheet {
    name: String,
    headings: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// An empty list. `name` is what the tab is called; characters that spreadsheets forbid there are replaced and a long name is cut.
    #[must_use]
    pub fn new(name: impl Into<String>, headings: &[&str]) -> Self {
        Self {
            name: name.into(),
            headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row below the others. A short row leaves the last columns empty; a row longer than the headings fails on writing.
    pub fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        self.rows.push(row.into_iter().collect());
    }

    /// The list as CSV. `lang` decides between `ja` and `yes`.
    ///
    /// # Errors
    /// [`SheetError::RowTooLong`].
    pub fn to_csv(&self, dialect: Dialect, lang: Lang) -> Result<Vec<u8>, SheetError> {
        self.check()?;
        csv::write(self, dialect, lang)
    }

    fn check(&self) -> Result<(), SheetError> {
        match self.rows.iter().position(|row| row.len() > self.headings.len()) {
            Some(row) => Err(SheetError::RowTooLong {
                sheet: self.name.clone(),
                row,
                headings: self.headings.len(),
            }),
            None => Ok(()),
        }
    }
}

/// A spreadsheet file of one or more lists.
#[derive(Clone, Debug)]
pub struct Workbook {
    title: String,
    author: String,
    lang: Lang,
    created: Timestamp,
    sheets: Vec<Sheet>,
}

impl Workbook {
    /// A file without lists yet. Title, author and `created` become its properties; `lang` decides how dates and amounts are shown.
    #[must_use]
    pub fn new(title: impl Into<String>, author: impl Into<String>, lang: Lang, created: Timestamp) -> Self {
        Self {
            title: title.into(),
            author: author.into(),
            lang,
            created,
            sheets: Vec::new(),
        }
    }

    /// Adds a list as the last tab.
    #[must_use]
    pub fn with(mut self, sheet: Sheet) -> Self {
        self.sheets.push(sheet);
        self
    }

    /// The file. The same workbook gives the same bytes.
    ///
    /// # Errors
    /// [`SheetError`] for a row longer than its headings, a list beyond what a spreadsheet holds (1,048,576 rows, 16,384 columns), or a
    /// workbook without a list.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, SheetError> {
        if self.sheets.is_empty() {
            return Err(SheetError::NoSheet);
        }
        self.sheets.iter().try_for_each(Sheet::check)?;
        xlsx::write(self)
    }
}

/// Why no file could be written: always a mistake of the caller or a list too large for the format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A workbook needs at least one list.
    #[error("a workbook without a sheet")]
    NoSheet,
    /// More cells than headings, which would leave a column without a name.
    #[error("sheet {sheet:?}, row {row}: more cells than the {headings} headings")]
    RowTooLong {
        /// Name of the list.
        sheet: String,
        /// The row, from 0, not counting the headings.
        row: usize,
        /// How many headings there are.
        headings: usize,
    },
    /// The format cannot hold it.
    #[error("cannot be written: {0}")]
    Format(String),
}
