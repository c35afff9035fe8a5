//! Reads the lists people send us: CSV from whatever program, XLSX and ODS.
//!
//! ```text
//! bytes ── read ──▶ Table ── all_or_nothing(columns, row by row) ──▶ every row as a value, or a Report of what to mend
//! ```
//!
//! A list is taken in whole or not at all: half an import is worse than none, because nobody knows which half. So everything that is
//! wrong is found in one go and told by row and column as the person sees them in the spreadsheet.
//!
//! The file is a stranger's. Every size is bounded before memory is spent on it ([`Limits`]), also what a compressed file unpacks to.

mod cells;
mod columns;
mod delimited;
mod encoding;
mod error;
mod moment;
mod open_cell;
mod open_document;
#[cfg(test)]
mod open_tests;
mod report;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod unpack;
mod workbook;

pub use columns::{Columns, Mapping};
pub use error::ImportError;
pub use report::{Finding, Problem, Report};
pub use rows::{RowReader, all_or_nothing};
pub use table::{Format, Limits, Notice, Row, Table, column_letters};
use unpack::Workbook;

/// Reads a file under the usual [`Limits`]. What it is shows in its bytes; `filename_hint` only tips the scale where they leave it open.
///
/// # Errors
/// [`ImportError`], whose text tells the person what to do about it.
pub fn read(bytes: &[u8], filename_hint: &str) -> Result<Table, ImportError> {
    read_within(bytes, filename_hint, &Limits::default())
}

/// [`read`] under limits of one's own.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], filename_hint: &str, limits: &Limits) -> Result<Table, ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: limits.bytes,
        });
    }
    let table = match bytes {
        // The library that reads workbooks calculates without checking here and there; a broken file may make it panic.
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            let read = match unpack::check(bytes, limits)? {
                Workbook::Xlsx => workbook::read,
                Workbook::Ods => open_document::read,
            };
            std::panic::catch_unwind(|| read(bytes, limits)).unwrap_or_else(|_| {
                Err(ImportError::Damaged {
                    detail: "the reader gave up".to_owned(),
                })
            })?
        }
        // The container of Excel before 2007, and of password-protected files of any age.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(ImportError::OldOrLocked),
        _ => delimited::read(bytes, filename_hint, limits)?,
    };
    if table.rows.is_empty() {
        Err(ImportError::Empty)
    } else {
        Ok(table)
    }
}
