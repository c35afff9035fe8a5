//! XLSX. Cells are taken one by one: the library's table of a whole sheet reserves memory for every cell between the first and the last,
//! and a hostile file has them in opposite corners.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::cells::Filler;
use super::moment::{decimal, moment};
use super::{Format, ImportError, Limits, Notice, Row, Table};

impl From<XlsxError> for ImportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::OldOrLocked,
            error => Self::Damaged { detail: error.to_string() },
        }
    }
}

/// The first visible tab that holds something.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, ImportError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let visible: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut found: Option<Table> = None;
    let mut others = Vec::new();
    for name in visible {
        if found.is_some() {
            if has_contents(&mut book, &name)? {
                others.push(name);
            }
            continue;
        }
        let mut notices = Vec::new();
        let rows = sheet_rows(&mut book, &name, limits, &mut notices)?;
        if !rows.is_empty() {
            found = Some(Table {
                rows,
                format: Format::Xlsx { sheet: name },
                notices,
            });
        }
    }
    let mut table = found.ok_or(ImportError::Empty)?;
    if !others.is_empty() {
        table.notices.push(Notice::OtherSheets { names: others });
    }
    Ok(table)
}

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

fn has_contents(book: &mut Book<'_>, name: &str) -> Result<bool, ImportError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        if !matches!(cell.get_value(), DataRef::Empty) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn sheet_rows(book: &mut Book<'_>, name: &str, limits: &Limits, notices: &mut Vec<Notice>) -> Result<Vec<Row>, ImportError> {
    let mut filler = Filler::new(limits);
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        let value = cell.get_value();
        let text = shown(value);
        filler.put(number, column, &text)?;
        if matches!(value, DataRef::Error(_)) && notices.len() < Notice::ERRORS_TOLD {
            notices.push(Notice::ErrorCell {
                row: number,
                column,
                value: text,
            });
        }
    }
    Ok(filler.finish())
}

/// A cell as a Danish spreadsheet would show it, but days and times in the unmistakable order.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "ja".to_owned(),
        DataRef::Bool(false) => "nej".to_owned(),
        DataRef::DateTime(at) => time(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.replace('T', " "),
        DataRef::Error(error) => error.to_string(),
    }
}

fn time(at: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, millis) = at.to_ymd_hms_milli();
    let small = |value: u8| i8::try_from(value).ok();
    let built = || -> Option<DateTime> {
        let date = Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()?;
        let clock = Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
        // A quarter past nine is stored as a fraction of a day and comes back as 09:14:59.999.
        let carry = SignedDuration::from_secs(i64::from(millis >= 500));
        date.to_datetime(clock).checked_add(carry).ok()
    };
    built().map_or_else(
        || decimal(at.as_f64()),
        |built| moment(built, at.is_duration() || at.as_f64() < 1.0),
    )
}
