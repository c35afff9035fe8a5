//! XLSX: a bold heading row that stays in view, filters, widths after the contents, and a print that repeats the headings.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rust_xlsxwriter::{self as xlsx, DocProperties, ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};
use texts::Lang;

use super::{Cell, Sheet, SheetError, Workbook, inert};
use crate::t;

/// Most characters a cell can hold; counted as the format counts them, in UTF-16.
const LONGEST_TEXT: usize = 32_767;

/// Longest name of a tab.
const LONGEST_NAME: usize = 31;

/// Widths in characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 60;

/// Rows looked at to find the width of a column: enough for an impression, cheap for a long list.
const ROWS_MEASURED: usize = 1_000;

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Format(error.to_string())
    }
}

struct Formats {
    heading: Format,
    text: Format,
    guarded: Format,
    integer: Format,
    money: Format,
    date: Format,
    datetime: Format,
}

impl Formats {
    fn new(lang: Lang) -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_text_wrap(),
            text: top().set_text_wrap(),
            // The mark that Excel sets when a person types an apostrophe: the text stays text also when the cell is edited.
            guarded: top().set_text_wrap().set_quote_prefix(),
            integer: top().set_num_format("0"),
            money: top().set_num_format(lang.pick("#,##0.00 \"kr.\"", "\"DKK\" #,##0.00")),
            date: top().set_num_format(lang.pick("dd-mm-yyyy", "yyyy-mm-dd")),
            datetime: top().set_num_format(lang.pick("dd-mm-yyyy hh:mm", "yyyy-mm-dd hh:mm")),
        }
    }
}

pub(super) fn write(book: &Workbook) -> Result<Vec<u8>, SheetError> {
    let mut file = xlsx::Workbook::new();
    let created = excel_time(book.created.to_zoned_datetime(TimeZone::UTC).datetime());
    let mut properties = DocProperties::new().set_title(&book.title).set_author(&book.author);
    if let Some(created) = created {
        properties = properties.set_creation_datetime(&created);
    }
    file.set_properties(&properties);
    let formats = Formats::new(book.lang);
    let mut names: Vec<String> = Vec::new();
    for sheet in &book.sheets {
        let name = tab_name(&sheet.name, &names);
        write_sheet(file.add_worksheet().set_name(&name)?, sheet, &formats, book.lang)?;
        names.push(name);
    }
    Ok(file.save_to_buffer()?)
}

fn write_sheet(out: &mut Worksheet, sheet: &Sheet, formats: &Formats, lang: Lang) -> Result<(), SheetError> {
    for (column, heading) in sheet.headings.iter().enumerate() {
        let column = column_number(column)?;
        out.write_string_with_format(0, column, mended(heading, lang), &formats.heading)?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        let row = u32::try_from(row + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, cell) in cells.iter().enumerate() {
            write_cell(out, row, column_number(column)?, cell, formats, lang)?;
        }
    }
    for column in 0..sheet.headings.len() {
        let width = u32::try_from(width(sheet, column)).unwrap_or(u32::MAX);
        out.set_column_width(column_number(column)?, f64::from(width))?;
    }
    if let Some(last) = sheet.headings.len().checked_sub(1) {
        let rows = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        out.set_freeze_panes(1, 0)?;
        out.autofilter(0, 0, rows, column_number(last)?)?;
        out.set_repeat_rows(0, 0)?;
    }
    out.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_cell(out: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats, lang: Lang) -> Result<(), SheetError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let format = if inert::guarded(text).len() == text.len() {
                &formats.text
            } else {
                &formats.guarded
            };
            out.write_string_with_format(row, column, mended(text, lang), format)?;
        }
        // A cell is a floating point number: exact up to 2^53. Beyond that the digits matter more than the sum.
        Cell::Integer(number) if number.unsigned_abs() > 1 << 53 => {
            out.write_string_with_format(row, column, number.to_string(), &formats.text)?;
        }
        #[allow(clippy::cast_precision_loss, reason = "checked by the arm above")]
        Cell::Integer(number) => {
            out.write_number_with_format(row, column, *number as f64, &formats.integer)?;
        }
        #[allow(clippy::cast_precision_loss, reason = "to the øre up to 90,000 billion kroner")]
        Cell::Money(oere) => {
            out.write_number_with_format(row, column, *oere as f64 / 100.0, &formats.money)?;
        }
        Cell::Date(date) => write_time(out, row, column, date.at(0, 0, 0, 0), &formats.date, date.to_string())?,
        Cell::DateTime(at) => {
            write_time(out, row, column, *at, &formats.datetime, at.strftime("%Y-%m-%d %H:%M").to_string())?;
        }
        Cell::Bool(yes) => {
            out.write_boolean(row, column, *yes)?;
        }
    }
    Ok(())
}

/// Spreadsheets know no day before 1900; an older one is written as text.
fn write_time(out: &mut Worksheet, row: u32, column: u16, at: DateTime, format: &Format, as_text: String) -> Result<(), SheetError> {
    match excel_time(at) {
        Some(time) => out.write_datetime_with_format(row, column, &time, format)?,
        None => out.write_string(row, column, as_text)?,
    };
    Ok(())
}

fn excel_time(at: DateTime) -> Option<ExcelDateTime> {
    let year = u16::try_from(at.year()).ok().filter(|year| *year >= 1900)?;
    let part = |value: i8| u8::try_from(value).ok();
    let date = ExcelDateTime::from_ymd(year, part(at.month())?, part(at.day())?).ok()?;
    date.and_hms(u16::try_from(at.hour()).ok()?, part(at.minute())?, f64::from(at.second()))
        .ok()
}

fn column_number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

/// Line ends in the one form that spreadsheets know, and what does not fit in a cell cut with a word about it.
fn mended(text: &str, lang: Lang) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let length = text.encode_utf16().count();
    if length <= LONGEST_TEXT {
        return text;
    }
    let note = t::sheet_cut(lang, length);
    let mut room = LONGEST_TEXT - note.encode_utf16().count();
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    cut.push_str(&note);
    cut
}

/// A name the format allows: no `[]:*?/\`, no apostrophe at either end, not `History`, at most 31 characters, and none twice.
fn tab_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted
        .chars()
        .map(|c| {
            if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect();
    let plain = plain.trim_matches([' ', '\'']);
    let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") {
        "Ark"
    } else {
        plain
    };
    let mut number = 1_usize;
    loop {
        let ending = if number == 1 { String::new() } else { format!(" ({number})") };
        let room = LONGEST_NAME - ending.len();
        let mut used = 0;
        let start: String = plain
            .chars()
            .take_while(|c| {
                used += c.len_utf16();
                used <= room
            })
            .collect();
        let name = format!("{}{ending}", start.trim_end_matches([' ', '\'']));
        if !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

fn width(sheet: &Sheet, column: usize) -> usize {
    // Room for the arrow of the filter beside the heading.
    let heading = sheet.headings[column].chars().count() + 3;
    let widest = sheet
        .rows
        .iter()
        .take(ROWS_MEASURED)
        .filter_map(|row| row.get(column))
        .map(shown_width)
        .max();
    heading.max(widest.unwrap_or(0) + 1).clamp(NARROWEST, WIDEST)
}

fn shown_width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Integer(number) => number.to_string().len(),
        // Thousands, decimals and the currency beside the digits.
        Cell::Money(oere) => oere.to_string().len() * 4 / 3 + 6,
        Cell::Date(_) => 10,
        Cell::DateTime(_) => 16,
        Cell::Bool(_) => 6,
    }
}
