//! CSV. For people XLSX is the safer choice: a CSV file does not say which separator or which decimal sign it was written with.

use texts::Lang;

use super::{Cell, Sheet, SheetError, inert};
use crate::t;

/// Which of the two habits of writing CSV. Both are UTF-8 with line ends as RFC 4180 has them; dates are written `2026-10-26`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Semicolon, decimal comma, and a byte order mark, without which Excel garbles æ, ø and å.
    DanishExcel,
    /// Comma, decimal point, no byte order mark: for other programs.
    Plain,
}

impl Dialect {
    fn delimiter(self) -> u8 {
        match self {
            Self::DanishExcel => b';',
            Self::Plain => b',',
        }
    }

    fn decimal_sign(self) -> char {
        match self {
            Self::DanishExcel => ',',
            Self::Plain => '.',
        }
    }
}

pub(super) fn write(sheet: &Sheet, dialect: Dialect, lang: Lang) -> Result<Vec<u8>, SheetError> {
    let mut out = Vec::new();
    if dialect == Dialect::DanishExcel {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(dialect.delimiter())
        .terminator(::csv::Terminator::CRLF)
        .from_writer(out);
    let failed = |error: ::csv::Error| SheetError::Format(error.to_string());
    let columns = sheet.headings.len();
    writer
        .write_record(sheet.headings.iter().map(|heading| inert::guarded(heading).into_owned()))
        .map_err(failed)?;
    for row in &sheet.rows {
        let padding = std::iter::repeat_n(&Cell::Empty, columns - row.len());
        writer
            .write_record(row.iter().chain(padding).map(|cell| shown(cell, dialect, lang)))
            .map_err(failed)?;
    }
    writer.into_inner().map_err(|error| SheetError::Format(error.to_string()))
}

fn shown(cell: &Cell, dialect: Dialect, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => inert::guarded(text).into_owned(),
        // Typed numbers may begin with a minus: they are ours and nothing follows them.
        Cell::Integer(number) => number.to_string(),
        Cell::Money(oere) => {
            let sign = if *oere < 0 { "-" } else { "" };
            let oere = oere.unsigned_abs();
            format!("{sign}{}{}{:02}", oere / 100, dialect.decimal_sign(), oere % 100)
        }
        Cell::Date(date) => date.to_string(),
        Cell::DateTime(at) => at.strftime("%Y-%m-%d %H:%M").to_string(),
        Cell::Bool(true) => t::sheet_yes(lang).to_owned(),
        Cell::Bool(false) => t::sheet_no(lang).to_owned(),
    }
}
