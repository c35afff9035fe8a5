//! Why a file could not be read at all, in words for the person who sent it.

use texts::{Lang, format};

use crate::t;

use super::column_letters;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing in it.
    #[error("the file holds no rows")]
    Empty,
    /// More bytes than allowed.
    #[error("the file has {bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// Largest size.
        limit: usize,
    },
    /// A compressed file whose parts are larger than allowed, declared or in truth.
    #[error("the file unpacks to more than {limit} bytes")]
    Bomb {
        /// Most bytes unpacked.
        limit: u64,
    },
    /// Something stands in a row below the last one allowed.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// Highest row number.
        limit: usize,
    },
    /// Something stands in a column beyond the last one allowed.
    #[error("more than {limit} columns")]
    TooManyColumns {
        /// Highest column number.
        limit: usize,
    },
    /// More filled cells than allowed.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// Most cells.
        limit: usize,
    },
    /// One cell with more text than allowed.
    #[error("row {row}, column {column}: more than {limit} characters")]
    CellTooLong {
        /// Row number, from 1.
        row: usize,
        /// Column, from 0.
        column: usize,
        /// Most characters.
        limit: usize,
    },
    /// A quotation mark that is never closed swallows the rest of the file.
    #[error("row {row}: a quotation mark is never closed")]
    OpenQuote {
        /// Row in which it opens, from 1.
        row: usize,
    },
    /// Excel's format before 2007, or a file with a password.
    #[error("an old or password-protected spreadsheet")]
    OldOrLocked,
    /// Compressed, but not a spreadsheet: Word, plain zip.
    #[error("a compressed file that is not a spreadsheet")]
    NotAWorkbook,
    /// Neither text nor a workbook.
    #[error("neither text nor a workbook")]
    NotATable,
    /// A workbook that cannot be made out.
    #[error("damaged workbook: {detail}")]
    Damaged {
        /// For the log.
        detail: String,
    },
}

impl ImportError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let size = |bytes: u64| format::file_size(lang, bytes);
        let number = |count: usize| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            Self::Empty => t::import_empty(lang).to_owned(),
            Self::TooLarge { bytes, limit } => t::import_too_large(lang, size(*bytes as u64), size(*limit as u64)),
            Self::Bomb { limit } => t::import_bomb(lang, size(*limit)),
            Self::TooManyRows { limit } => t::import_too_many_rows(lang, number(*limit)),
            Self::TooManyColumns { limit } => t::import_too_many_columns(lang, number(*limit)),
            Self::TooManyCells { limit } => t::import_too_many_cells(lang, number(*limit)),
            Self::CellTooLong { row, column, limit } => t::import_cell_too_long(lang, row, column_letters(*column), number(*limit)),
            Self::OpenQuote { row } => t::import_open_quote(lang, row),
            Self::OldOrLocked => t::import_old_or_locked(lang).to_owned(),
            Self::NotAWorkbook => t::import_not_a_workbook(lang).to_owned(),
            Self::NotATable => t::import_not_a_table(lang).to_owned(),
            Self::Damaged { .. } => t::import_damaged(lang).to_owned(),
        }
    }
}
