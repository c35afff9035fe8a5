//! What a file holds once it is read: rows of text, numbered as the person sees them.

/// How much is taken in. Each bound is checked before the memory for it is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes of all the parts of a compressed file together.
    pub unpacked: u64,
    /// Highest row number.
    pub rows: usize,
    /// Highest column number.
    pub columns: usize,
    /// Cells with something in them.
    pub cells: usize,
    /// Characters in a cell.
    pub cell_length: usize,
}

impl Default for Limits {
    /// Room for the register of a large municipality's staff, and no more.
    fn default() -> Self {
        Self {
            bytes: 10 << 20,
            unpacked: 64 << 20,
            rows: 50_000,
            columns: 200,
            cells: 1_000_000,
            cell_length: 32_767,
        }
    }
}

/// A list as text. Blank rows are left out, and blank cells at the end of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The rows that hold something, the heading row among them.
    pub rows: Vec<Row>,
    /// What the file turned out to be.
    pub format: Format,
    /// What the person should know although the file could be read.
    pub notices: Vec<Notice>,
}

/// A row and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Number in the file, from 1, as a spreadsheet shows it: blank rows count, and a cell with line breaks is one row.
    pub number: usize,
    /// The cells from column A. Numbers are written with a decimal comma, days as `2026-10-26`, times as `2026-10-26 09:15`, yes and no as
    /// `ja` and `nej`.
    pub cells: Vec<String>,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with separators.
    Csv {
        /// `;`, `,` or tab.
        delimiter: char,
        /// Name of the character encoding.
        encoding: &'static str,
    },
    /// An Excel file.
    Xlsx {
        /// Name of the tab that was read.
        sheet: String,
    },
    /// An OpenDocument file, as LibreOffice writes it.
    Ods {
        /// Name of the tab that was read.
        sheet: String,
    },
}

/// Something the reader decided on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The text was not UTF-8 and was read as Windows-1252; letters like æ, ø and å should be looked over.
    GuessedEncoding,
    /// There are other tabs with contents; only the first was read.
    OtherSheets {
        /// Their names.
        names: Vec<String>,
    },
    /// A cell shows an error such as `#N/A`.
    ErrorCell {
        /// Row number as in [`Row::number`].
        row: usize,
        /// Column from 0.
        column: usize,
        /// What it shows.
        value: String,
    },
}

impl Notice {
    /// Cells with an error that are told one by one; more of them have the same cause.
    pub(super) const ERRORS_TOLD: usize = 20;

    /// The notice in words.
    #[must_use]
    pub fn text(&self, lang: texts::Lang) -> String {
        use crate::t;
        match self {
            Self::GuessedEncoding => t::import_guessed_encoding(lang).to_owned(),
            Self::OtherSheets { names } => t::import_other_sheets(lang, texts::format::list(lang, names)),
            Self::ErrorCell { row, column, value } => t::import_error_cell(lang, row, column_letters(*column), value),
        }
    }
}

/// The letters a spreadsheet shows over a column: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_letters).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
