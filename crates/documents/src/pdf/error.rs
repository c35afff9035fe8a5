//! Why a PDF could not be made: for the log and for whoever wrote the template. Users only hear that the document failed.

use jiff::Timestamp;
use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

use super::world::Desk;
use super::{MAX_DATA, Template};

/// Why [`render`](super::render) gave no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The template does not compile with this data, or the result breaks PDF/UA-1 or PDF/A-2a.
    #[error("template {template}: {}{message}", place(.file, .line))]
    Template {
        /// [`Template::name`].
        template: &'static str,
        /// The file the fault is in: the template's own or the shared house style. Empty when unknown.
        file: String,
        /// Line in that file, from 1.
        line: Option<usize>,
        /// What the compiler said, with its hints.
        message: String,
    },
    /// The data is more than [`MAX_DATA`] bytes of JSON.
    #[error("template {template}: {bytes} bytes of data, at most {MAX_DATA} are allowed")]
    TooLarge {
        /// [`Template::name`].
        template: &'static str,
        /// Size of the data given.
        bytes: usize,
    },
    /// [`Template::name`] cannot be a file name.
    #[error("template name {name:?} cannot be a file name")]
    Name {
        /// The name given.
        name: &'static str,
    },
    /// The PDF writer does not know the two standards together.
    #[error("PDF standards refused: {message}")]
    Standards {
        /// What it said.
        message: String,
    },
    /// A time of making outside what PDF can write (years 0 to 9999).
    #[error("{created} cannot be written as a PDF date")]
    Time {
        /// The time given.
        created: Timestamp,
    },
}

impl PdfError {
    /// The first of the compiler's findings, with the place and its hints: later ones mostly follow from it.
    pub(super) fn from_diagnostics(template: &Template, desk: &Desk, errors: &[SourceDiagnostic]) -> Self {
        let Some(first) = errors.first() else {
            return Self::Template {
                template: template.name,
                file: String::new(),
                line: None,
                message: "failed without a message".to_owned(),
            };
        };
        let id = first.span.id();
        let file = id.map(|id| id.get().vpath().get_without_slash().to_owned()).unwrap_or_default();
        let line = id
            .zip(desk.range(first.span))
            .and_then(|(id, range)| desk.source(id).ok()?.lines().byte_to_line(range.start))
            .map(|from_zero| from_zero + 1);
        let hints: String = first.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
        Self::Template {
            template: template.name,
            file,
            line,
            message: format!("{}{hints}", first.message),
        }
    }
}

fn place(file: &str, line: &Option<usize>) -> String {
    match line {
        Some(line) => format!("{file} line {line}: "),
        None if file.is_empty() => String::new(),
        None => format!("{file}: "),
    }
}
