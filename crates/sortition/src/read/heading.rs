//! Headings: which row they stand in, and which column holds what.

use std::sync::Arc;

use super::{Sheet, SheetRow};
use crate::check::{Code, Finding, Place, Source};

/// Rows at the top of a file among which the headings are looked for: titles and notes above them are short.
const ROWS_LOOKED_AT: usize = 20;

/// A name or value as it is compared: without regard to case, to blanks around it or to doubled blanks.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.trim_matches('\u{feff}').split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase));
    }
    plain
}

/// The filled rows at the top of the file, each with its place among all filled rows.
pub(super) fn top(sheet: &Sheet) -> impl Iterator<Item = (usize, &SheetRow)> {
    sheet.filled_rows().enumerate().take(ROWS_LOOKED_AT)
}

/// The headings of a file.
pub(super) struct Headings<'s> {
    source: Source,
    row: &'s SheetRow,
    plain: Vec<String>,
    found: Arc<[String]>,
}

impl<'s> Headings<'s> {
    /// The headings in `row`.
    pub(super) fn new(source: Source, row: &'s SheetRow) -> Self {
        let cells = || (0..row.cells.len()).map(|column| row.cell(column));
        Self {
            source,
            row,
            plain: cells().map(plain).collect(),
            found: cells().filter(|cell| !cell.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// A heading as it stands in the file.
    pub(super) fn name(&self, column: usize) -> String {
        self.row.cell(column).to_owned()
    }

    /// All columns of that name.
    fn all(&self, name: &str) -> impl Iterator<Item = usize> {
        let wanted = plain(name);
        self.plain
            .iter()
            .enumerate()
            .filter(move |(_, heading)| !wanted.is_empty() && **heading == wanted)
            .map(|(column, _)| column)
    }

    /// Whether there is a column of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The first column of that name; that there are more of them is told once.
    pub(super) fn find(&self, name: &str, findings: &mut Vec<Finding>) -> Option<usize> {
        let mut columns = self.all(name);
        let first = columns.next()?;
        for again in columns {
            let place = self.cell(self.row.number, again);
            let finding = Finding::new(Code::ColumnTwice, place, [self.name(again).into(), first.into()]);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        Some(first)
    }

    /// The column of that name; that there is none is told once.
    pub(super) fn need(&self, name: &str, findings: &mut Vec<Finding>) -> Option<usize> {
        let found = self.find(name, findings);
        if found.is_none() {
            let place = Place::row(self.source, self.row.number);
            let finding = Finding::new(Code::ColumnMissing, place, [name.trim().into(), (&self.found).into()]);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        found
    }

    /// A cell under one of the headings.
    pub(super) fn cell(&self, row: usize, column: usize) -> Place {
        Place::cell(self.source, row, column, self.name(column))
    }

    /// All headings that hold something.
    pub(super) const fn found(&self) -> &Arc<[String]> {
        &self.found
    }
}
