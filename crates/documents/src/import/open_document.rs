//! ODS, the spreadsheets of LibreOffice. Read event by event: a cell may say that it is repeated a thousand million times, so limits have to
//! hold before anything is laid out.

use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::cells::Filler;
use super::open_cell::{Cell, Value};
use super::{Format, ImportError, Limits, Notice, Table};

impl From<quick_xml::Error> for ImportError {
    fn from(error: quick_xml::Error) -> Self {
        Self::Damaged { detail: error.to_string() }
    }
}

/// The contents as a stream of events.
pub(super) type Events<'b> = Reader<BufReader<ZipFile<'b, Cursor<&'b [u8]>>>>;

/// The first visible tab that holds something.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if is_locked(&mut archive)? {
        return Err(ImportError::OldOrLocked);
    }
    let contents = archive.by_name("content.xml")?;
    let mut events = Reader::from_reader(BufReader::new(contents));
    events.config_mut().expand_empty_elements = true;
    let mut book = Book {
        events,
        limits,
        hidden: HashSet::new(),
        found: None,
        others: Vec::new(),
    };
    book.read()?;
    let mut table = book.found.ok_or(ImportError::Empty)?;
    if !book.others.is_empty() {
        table.notices.push(Notice::OtherSheets { names: book.others });
    }
    Ok(table)
}

/// Whether the parts are encrypted, which the list of parts says.
fn is_locked(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, ImportError> {
    let Some(index) = archive.index_for_name("META-INF/manifest.xml") else {
        return Ok(false);
    };
    let mut manifest = Vec::new();
    let read = archive.by_index(index)?.read_to_end(&mut manifest);
    read.map_err(|error| ImportError::Damaged { detail: error.to_string() })?;
    Ok(String::from_utf8_lossy(&manifest).contains("encryption-data"))
}

struct Book<'b, 'l> {
    events: Events<'b>,
    limits: &'l Limits,
    /// Styles of tabs that are not shown.
    hidden: HashSet<String>,
    found: Option<Table>,
    /// Further tabs with contents.
    others: Vec<String>,
}

impl Book<'_, '_> {
    fn read(&mut self) -> Result<(), ImportError> {
        let mut buffer = Vec::new();
        let mut style = None;
        loop {
            buffer.clear();
            match self.events.read_event_into(&mut buffer)? {
                Event::Start(start) => match start.name().0 {
                    "style:style" => style = attribute(&start, "style:name")?,
                    "style:table-properties" if attribute(&start, "table:display")?.as_deref() == Some("false") => {
                        self.hidden.extend(style.take());
                    }
                    "table:table" => {
                        let start = start.into_owned();
                        self.tab(&start)?;
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn tab(&mut self, start: &BytesStart<'_>) -> Result<(), ImportError> {
        let style = attribute(start, "table:style-name")?;
        if style.is_some_and(|style| self.hidden.contains(&style)) {
            return skip(&mut self.events, start);
        }
        let name = attribute(start, "table:name")?.unwrap_or_default();
        let mut tab = Tab {
            filler: Filler::new(self.limits),
            notices: Vec::new(),
            number: 1,
            only_whether: self.found.is_some(),
            holds: false,
        };
        tab.read(&mut self.events, self.limits)?;
        if !tab.holds {
            return Ok(());
        }
        if self.found.is_some() {
            self.others.push(name);
        } else {
            self.found = Some(Table {
                rows: tab.filler.finish(),
                format: Format::Ods { sheet: name },
                notices: tab.notices,
            });
        }
        Ok(())
    }
}

/// A tab in the making.
struct Tab<'l> {
    filler: Filler<'l>,
    notices: Vec<Notice>,
    /// Of the next row, from 1.
    number: usize,
    /// The tab is not the one that is read; only whether it holds something counts.
    only_whether: bool,
    holds: bool,
}

impl Tab<'_> {
    fn read(&mut self, events: &mut Events<'_>, limits: &Limits) -> Result<(), ImportError> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match events.read_event_into(&mut buffer)? {
                Event::Start(start) => match start.name().0 {
                    "table:table-row" => {
                        let times = repeated(&start, "table:number-rows-repeated")?;
                        let cells = row(events, limits)?;
                        self.take(&cells, times)?;
                    }
                    // Drawings, and tables within the table.
                    "table:shapes" | "table:table" | "office:forms" => {
                        let start = start.into_owned();
                        skip(events, &start)?;
                    }
                    _ => {}
                },
                Event::End(end) if end.name().0 == "table:table" => return Ok(()),
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
    }

    /// Puts a row in as often as it is repeated. Rows and cells that hold nothing cost nothing.
    fn take(&mut self, cells: &[(usize, usize, Value)], times: usize) -> Result<(), ImportError> {
        self.holds |= !cells.is_empty();
        if cells.is_empty() || self.only_whether {
            self.number = self.number.saturating_add(times);
            return Ok(());
        }
        for _ in 0..times {
            for (first, count, value) in cells {
                for column in *first..first.saturating_add(*count) {
                    self.filler.put(self.number, column, &value.text)?;
                    if value.is_error && self.notices.len() < Notice::ERRORS_TOLD {
                        self.notices.push(Notice::ErrorCell {
                            row: self.number,
                            column,
                            value: value.text.clone(),
                        });
                    }
                }
            }
            self.number = self.number.saturating_add(1);
        }
        Ok(())
    }
}

/// The cells of a row that hold something: first column, number of columns, value.
fn row(events: &mut Events<'_>, limits: &Limits) -> Result<Vec<(usize, usize, Value)>, ImportError> {
    let mut buffer = Vec::new();
    let mut cells = Vec::new();
    let mut column = 0_usize;
    loop {
        buffer.clear();
        match events.read_event_into(&mut buffer)? {
            Event::Start(start) if matches!(start.name().0, "table:table-cell" | "table:covered-table-cell") => {
                let times = repeated(&start, "table:number-columns-repeated")?;
                let value = Cell::of(&start)?.read(events, limits.cell_length)?;
                if !value.text.trim().is_empty() {
                    cells.push((column, times, value));
                }
                column = column.saturating_add(times);
            }
            Event::End(end) if end.name().0 == "table:table-row" => return Ok(cells),
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

/// The value of an attribute, if it is there.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, ImportError> {
    let found = start.try_get_attribute(name).map_err(quick_xml::Error::from)?;
    let value = found.map(|found| found.normalized_value(XmlVersion::Implicit1_0));
    Ok(value.transpose()?.map(std::borrow::Cow::into_owned))
}

/// How often something is there; once where it does not say so, or says nonsense.
fn repeated(start: &BytesStart<'_>, name: &str) -> Result<usize, ImportError> {
    let times = attribute(start, name)?.and_then(|times| times.parse::<u32>().ok());
    Ok(times.map_or(1, |times| times as usize).max(1))
}

/// Everything up to the end of an element that has begun.
pub(super) fn skip(events: &mut Events<'_>, start: &BytesStart<'_>) -> Result<(), ImportError> {
    events.read_to_end_into(start.to_end().name(), &mut Vec::new())?;
    Ok(())
}

pub(super) fn cut_off() -> ImportError {
    ImportError::Damaged {
        detail: "the contents end too early".to_owned(),
    }
}
