//! PDF through Typst: a template of ours, data of theirs.
//!
//! The data reaches the template as a JSON file of the small world in [`world`] and is read there with `json("data.json")`. It is
//! never put into Typst source, so no text typed by a user can become markup or code. What the fonts cannot show, and what would break
//! the archive format, is mended first in [`glyphs`].

mod error;
mod fonts;
mod glyphs;
mod world;

use jiff::Timestamp;
use serde::Serialize;
use texts::Lang;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use error::PdfError;
use world::Desk;

/// Largest data a document may be made of, as bytes of JSON. Far above any real document; it bounds time and memory.
pub const MAX_DATA: usize = 2 * 1024 * 1024;

/// A document's layout: Typst source that begins with `#import "house.typ": *`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Short name, used in errors and as the file name inside the compiler: letters, digits, hyphens.
    pub name: &'static str,
    /// The Typst source. Fixed at compile time, hence `'static`: data goes in as data.
    pub source: &'static str,
}

/// What a PDF says about itself. Each document's data carries one under the key `meta`; the house style reads it.
#[derive(Clone, Debug, Serialize)]
pub struct Meta {
    /// Shown in the window's title bar and read out first.
    pub title: String,
    /// One sentence on what the document is.
    pub description: String,
    /// Who issued it.
    pub author: String,
    /// Search words.
    pub keywords: Vec<String>,
}

/// Sets `template` with `data` and returns the PDF: PDF/UA-1 and PDF/A-2a, `created` as its date, the same bytes for the same input.
///
/// The template finds the data in `data`, the language tag in `lang`. Characters that no font of the house covers are shown as `�`.
///
/// # Errors
/// [`PdfError::TooLarge`] for data over [`MAX_DATA`]; [`PdfError::Template`] with the line when the template does not compile with this
/// data or the result would break one of the two standards. What users type cannot cause either, short of a single text of 30,000
/// characters in a title: an error is a fault of the template.
pub fn render(template: &Template, data: &serde_json::Value, lang: Lang, created: Timestamp) -> Result<Vec<u8>, PdfError> {
    let (document, _warnings) = set(template, data, lang)?;
    let pdf = export(template, data, lang, &document, created);
    // Without this the compiler would keep pieces of every document ever set. Keeping those of the last few was measured and saves
    // nothing, since each document has other data; so nothing about anybody stays in memory.
    typst::comemo::evict(0);
    pdf
}

/// Lays the document out; the warnings are what the compiler would like mended.
fn set(template: &Template, data: &serde_json::Value, lang: Lang) -> Result<(PagedDocument, Vec<String>), PdfError> {
    let desk = Desk::new(template, data, lang)?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    let warnings = compiled.warnings.iter().map(|warning| warning.message.to_string()).collect();
    match compiled.output {
        Ok(document) => Ok((document, warnings)),
        Err(errors) => Err(PdfError::from_diagnostics(template, &desk, &errors)),
    }
}

fn export(
    template: &Template,
    data: &serde_json::Value,
    lang: Lang,
    document: &PagedDocument,
    created: Timestamp,
) -> Result<Vec<u8>, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| PdfError::Standards {
        message: error.message().to_string(),
    })?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Inddrag".to_owned())),
        timestamp: Some(pdf_time(created)?),
        standards,
        ..PdfOptions::default()
    };
    // The exporter checks both standards itself: a missing title, alternative text or heading level is refused here.
    typst_pdf::pdf(document, &options).map_err(|errors| match Desk::new(template, data, lang) {
        Ok(desk) => PdfError::from_diagnostics(template, &desk, &errors),
        Err(error) => error,
    })
}

fn pdf_time(created: Timestamp) -> Result<typst_pdf::Timestamp, PdfError> {
    let utc = created.to_zoned_datetime(jiff::tz::TimeZone::UTC).datetime();
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        part(utc.month()),
        part(utc.day()),
        part(utc.hour()),
        part(utc.minute()),
        part(utc.second()),
    )
    .map(typst_pdf::Timestamp::new_utc)
    .ok_or(PdfError::Time { created })
}

#[cfg(test)]
mod tests;
