//! The file: JSON with a row for each person, panel and level.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::ser::{Formatter, Serializer};

use super::{FORMAT, Record};

/// Why a file is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is another kind of file, or of another version.
    Format {
        /// What it says it is.
        found: String,
    },
    /// It is no JSON, or something is missing or of the wrong kind.
    Text {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the reader says, in English.
        message: String,
    },
}

#[derive(Deserialize)]
struct Format {
    format: String,
}

impl Record {
    /// The file. The same record gives the same bytes; numbers are the shortest that read back to the same.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut bytes = Vec::new();
        self.serialize(&mut Serializer::with_formatter(&mut bytes, Rows::default()))
            .expect("memory takes everything, and the keys of a record are texts");
        bytes.push(b'\n');
        String::from_utf8(bytes).expect("JSON is UTF-8")
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn from_json(text: &str) -> Result<Self, Unreadable> {
        let wrong = |error: serde_json::Error| Unreadable::Text {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        };
        let Format { format } = serde_json::from_str(text).map_err(wrong)?;
        if format != FORMAT {
            return Err(Unreadable::Format { found: format });
        }
        serde_json::from_str(text).map_err(wrong)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    List,
    Fields,
}

/// Breaks lines between the fields of the record and of its parts, and between the entries of lists in both; everything deeper stands in one row.
#[derive(Default)]
struct Rows {
    inside: Vec<Kind>,
    is_filled: bool,
}

impl Rows {
    fn breaks(&self) -> bool {
        match self.inside.as_slice() {
            [_] | [_, _] => true,
            [_, part, entries] => *part == Kind::Fields && *entries == Kind::List,
            _ => false,
        }
    }

    fn begin<W: io::Write + ?Sized>(&mut self, out: &mut W, kind: Kind, bracket: &[u8]) -> io::Result<()> {
        self.inside.push(kind);
        self.is_filled = false;
        out.write_all(bracket)
    }

    fn end<W: io::Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        let breaks = self.breaks() && self.is_filled;
        self.inside.pop();
        if breaks {
            self.line(out)?;
        }
        self.is_filled = true;
        out.write_all(bracket)
    }

    fn entry<W: io::Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        if self.breaks() {
            self.line(out)?;
        }
        Ok(())
    }

    fn line<W: io::Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        self.inside.iter().try_for_each(|_| out.write_all(b" "))
    }
}

impl Formatter for Rows {
    fn begin_array<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, Kind::List, b"[")
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, Kind::Fields, b"{")
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }
}
