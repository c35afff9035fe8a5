//! What a reader is handed, and what it hands back.

use crate::check::{Finding, Severity};

/// A file as rows of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The rows in the order of the file. Blank ones may be left out.
    pub rows: Vec<SheetRow>,
}

/// A row and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Number in the file, from 1, as a spreadsheet shows it.
    pub number: usize,
    /// The cells from column A. Blank ones at the end may be left out.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The text of a cell without blanks around it; nothing where there is no cell.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| bare(cell))
    }

    /// The cells that hold something, with their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells
            .iter()
            .map(|cell| bare(cell))
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }
}

/// Without blanks around it, and without the mark that some programs put at the beginning of a file and others take for text.
fn bare(cell: &str) -> &str {
    cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
}

impl Sheet {
    pub(super) fn filled_rows(&self) -> impl Iterator<Item = &SheetRow> {
        self.rows.iter().filter(|row| !row.is_blank())
    }
}

/// Rows numbered from 1.
impl<Row: IntoIterator<Item: Into<String>>> FromIterator<Row> for Sheet {
    fn from_iter<Rows: IntoIterator<Item = Row>>(rows: Rows) -> Self {
        let rows = rows.into_iter().enumerate();
        let row = |(index, row): (usize, Row)| SheetRow {
            number: index + 1,
            cells: row.into_iter().map(Into::into).collect(),
        };
        Self {
            rows: rows.map(row).collect(),
        }
    }
}

/// What was read, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    draft: T,
    /// In the order of the file.
    pub findings: Vec<Finding>,
}

impl<T> Reading<T> {
    pub(super) fn new(draft: T, mut findings: Vec<Finding>) -> Self {
        findings.sort_by(|one, other| one.place.cmp(&other.place));
        Self { draft, findings }
    }

    /// Whether nothing is wrong that stops a selection.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() != Severity::Error)
    }

    /// As much as could be read in spite of errors: enough to look for errors in the other files as well, so that all are told at once.
    /// Nothing may be drawn from it.
    #[must_use]
    pub const fn draft(&self) -> &T {
        &self.draft
    }

    /// The [draft](Self::draft) and all findings, apart.
    #[must_use]
    pub fn parts(self) -> (T, Vec<Finding>) {
        (self.draft, self.findings)
    }

    /// What was read, if nothing is wrong with it, and the warnings and notes about it.
    ///
    /// # Errors
    /// All findings, if one of them is an error.
    pub fn sound(self) -> Result<(T, Vec<Finding>), Vec<Finding>> {
        if self.is_sound() {
            Ok((self.draft, self.findings))
        } else {
            Err(self.findings)
        }
    }
}
