//! Documents: what people print, open in a spreadsheet, or drop into a calendar.
//!
//! Everything here is a pure function: values in, bytes out (or bytes in, a table out). No file, no network and no clock is touched at
//! run time: fonts and templates are compiled in, and the time of making is a parameter, so that the same input gives the same bytes
//! and a stored hash stays true. It is its own crate because Typst is slow to compile, and the rest of the house should not wait for it.
//!
//! - [`pdf`] sets a template with data as a PDF that a screen reader can read (PDF/UA-1) and an archive will accept (PDF/A-2a).
//!   [`flyer`] is the first of the documents.
//! - [`sheet`] writes lists as XLSX and CSV, with text that can never turn into a formula.
//! - [`import`] reads the CSV and XLSX files people send us, within limits, and says line by line what to mend.
//! - [`calendar`] writes invitations, changes and cancellations (iCalendar).

pub mod calendar;
pub mod flyer;
pub mod import;
pub mod pdf;
mod qr;
pub mod sheet;

/// The texts of this crate, generated from `texts/da.ftl` and `texts/en.ftl`.
mod t {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
