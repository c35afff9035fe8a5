//! One cell of an OpenDocument spreadsheet: a typed value in its attributes, and paragraphs as it is shown.

use jiff::Unit;
use jiff::civil::{Date, DateTime};
use quick_xml::events::{BytesStart, Event};

use super::ImportError;
use super::moment::{decimal, moment};
use super::open_document::{Events, attribute, cut_off, skip};

/// What a cell holds, as text.
pub(super) struct Value {
    pub(super) text: String,
    /// It shows an error such as `#N/A`.
    pub(super) is_error: bool,
}

/// A cell whose contents are still to come.
pub(super) struct Cell {
    end: String,
    kind: String,
    value: Option<String>,
    is_error: bool,
}

impl Cell {
    pub(super) fn of(start: &BytesStart<'_>) -> Result<Self, ImportError> {
        let kind = attribute(start, "office:value-type")?.unwrap_or_default();
        let name = match kind.as_str() {
            "boolean" => "office:boolean-value",
            "date" => "office:date-value",
            "time" => "office:time-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        Ok(Self {
            end: start.name().0.to_owned(),
            value: attribute(start, name)?,
            is_error: attribute(start, "calcext:value-type")?.as_deref() == Some("error"),
            kind,
        })
    }

    /// Reads the cell to its end. Comments and drawings in it are not its value. No more than a little over `longest` characters are kept.
    pub(super) fn read(self, events: &mut Events<'_>, longest: usize) -> Result<Value, ImportError> {
        let mut shown = Shown {
            text: String::new(),
            // Four bytes are the longest character; the limit itself is for whoever counts characters.
            most: longest.saturating_add(1).saturating_mul(4),
        };
        let mut buffer = Vec::new();
        let mut paragraphs = 0_u32;
        loop {
            buffer.clear();
            match events.read_event_into(&mut buffer)? {
                Event::Start(start) if start.name().0 == "text:p" => {
                    if paragraphs > 0 {
                        shown.push("\n");
                    }
                    paragraphs += 1;
                    shown.paragraph(events)?;
                }
                Event::Start(start) => {
                    let start = start.into_owned();
                    skip(events, &start)?;
                }
                Event::End(end) if end.name().0 == self.end => break,
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
        let shown = shown.text;
        let value = self.value.unwrap_or_default();
        let text = match self.kind.as_str() {
            "float" | "currency" | "percentage" if !self.is_error => number(&value, &shown),
            "boolean" if value.eq_ignore_ascii_case("true") => "ja".to_owned(),
            "boolean" => "nej".to_owned(),
            "date" => date(&value).unwrap_or(value),
            "time" => time(&value).unwrap_or(value),
            _ if shown.is_empty() => value,
            _ => shown,
        };
        Ok(Value {
            text,
            is_error: self.is_error,
        })
    }
}

/// The number as a Danish spreadsheet shows it; a telephone number that is formatted to show its leading zeros keeps them.
fn number(value: &str, shown: &str) -> String {
    let digits = shown.trim();
    let is_padded = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_padded && digits.trim_start_matches('0') == value.trim_start_matches('0') {
        return digits.to_owned();
    }
    value.parse::<f64>().map_or_else(|_| value.to_owned(), decimal)
}

/// `2026-10-26` or `2026-10-26T09:15:00`.
fn date(value: &str) -> Option<String> {
    let at: DateTime = match value.parse::<Date>() {
        Ok(day) if !value.contains('T') => day.into(),
        _ => value.parse().ok()?,
    };
    Some(moment(at.round(Unit::Second).ok()?, false))
}

/// `PT09H15M00S`. Durations of a day and more keep their hours.
fn time(value: &str) -> Option<String> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds: f64 = rest.trim_end_matches('S').replace(',', ".").parse().ok()?;
    let (hours, minutes): (u64, u64) = (hours.parse().ok()?, minutes.parse().ok()?);
    if !(0.0..60.0).contains(&seconds) || minutes >= 60 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 60")]
    let all = hours.checked_mul(3600)? + minutes * 60 + seconds.round() as u64;
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    Some(match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    })
}

/// The text that a cell shows, in the making.
struct Shown {
    text: String,
    /// Bytes that are kept.
    most: usize,
}

impl Shown {
    fn push(&mut self, text: &str) {
        if self.text.len() < self.most {
            self.text.push_str(text);
        }
    }

    /// Blanks in a row are one, as everywhere in this format; more of them have an element of their own.
    fn words(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                ' ' | '\t' | '\r' | '\n' if self.text.ends_with([' ', '\n', '\t']) => {}
                ' ' | '\t' | '\r' | '\n' => self.push(" "),
                letter => self.push(letter.encode_utf8(&mut [0; 4])),
            }
        }
    }

    fn paragraph(&mut self, events: &mut Events<'_>) -> Result<(), ImportError> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match events.read_event_into(&mut buffer)? {
                Event::Text(text) => self.words(&text.xml10_content()),
                Event::CData(text) => self.words(&text.xml10_content()),
                Event::GeneralRef(name) => match (name.resolve_char_ref()?, quick_xml::escape::resolve_predefined_entity(&name)) {
                    (Some(letter), _) => self.push(letter.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => self.push(text),
                    // Whatever the document declares itself is nothing to us.
                    (None, None) => {}
                },
                Event::Start(start) => match start.name().0 {
                    "text:s" => {
                        let blanks = attribute(&start, "text:c")?.and_then(|blanks| blanks.parse::<usize>().ok());
                        let room = self.most.saturating_sub(self.text.len());
                        self.push(&" ".repeat(blanks.unwrap_or(1).min(room)));
                    }
                    "text:tab" => self.push("\t"),
                    "text:line-break" => self.push("\n"),
                    "office:annotation" | "draw:frame" | "draw:custom-shape" | "text:note" | "text:ruby-text" => {
                        let start = start.into_owned();
                        skip(events, &start)?;
                    }
                    _ => {}
                },
                Event::End(end) if end.name().0 == "text:p" => return Ok(()),
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them_and_zeros_in_front_stay() {
        for (value, shown, text) in [
            ("30", "30,00", "30"),
            ("0.3", "30 %", "0,3"),
            ("12345678", "0012345678", "0012345678"),
            ("0", "00", "00"),
            ("1234", "0099", "1234"),
            ("1e3", "1000", "1000"),
            ("tre", "", "tre"),
        ] {
            assert_eq!(number(value, shown), text);
        }
    }

    #[test]
    fn days_and_times_are_as_in_every_other_spreadsheet() {
        assert_eq!(date("2026-10-26").as_deref(), Some("2026-10-26"));
        assert_eq!(date("2026-10-26T09:14:59.999999").as_deref(), Some("2026-10-26 09:15"));
        assert_eq!(date("2026-10-26T00:00:00").as_deref(), Some("2026-10-26"));
        assert_eq!(date("i morgen"), None);
        for (value, text) in [
            ("PT09H15M00S", Some("09:15")),
            ("PT09H14M59.9999S", Some("09:15")),
            ("PT27H00M01S", Some("27:00:01")),
            ("PT99999999999999999999H00M00S", None),
            ("9:15", None),
        ] {
            assert_eq!(time(value).as_deref(), text);
        }
    }
}
