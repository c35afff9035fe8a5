//! Something that is wrong or worth knowing: in a file that can be read, with a file that cannot, or on the command line.

use documents::import::{ImportError, Notice};
use recruitment::words;
use serde_json::{Map, Value, json};
use sortition::check::{Finding, Parameter, Severity};
use texts::Lang;

use crate::t;

/// How many are told one by one on a terminal; programs get all.
const MOST_TOLD: usize = 100;

/// One thing that is wrong or worth knowing.
#[derive(Debug, Clone)]
pub(super) enum Complaint {
    /// Of the engine, with its place in a file.
    Finding(Finding),
    /// A file cannot be opened or written.
    Unreadable {
        /// What it should have held, as findings name it.
        source: &'static str,
        /// As given.
        path: String,
        /// What the system says.
        detail: String,
    },
    /// A file can be opened, and holds no table.
    NoTable {
        /// What it should have held.
        source: &'static str,
        /// As given.
        path: String,
        /// Why.
        error: ImportError,
    },
    /// A table was read, with something to look over.
    Notice {
        /// What it holds.
        source: &'static str,
        /// The notice.
        notice: Notice,
    },
    /// What was asked for does not go together. The code and how to say it.
    Asked {
        /// Like the engine's: lasting.
        code: &'static str,
        /// In both languages.
        said: [String; 2],
    },
}

impl Complaint {
    /// Something that was asked for.
    pub(super) fn asked(code: &'static str, said: impl Fn(Lang) -> String) -> Self {
        Self::Asked {
            code,
            said: Lang::ALL.map(said),
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::Finding(finding) => finding.severity(),
            Self::Notice { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Finding(finding) => finding.code.as_str(),
            Self::Unreadable { .. } => "file.unreadable",
            Self::NoTable { .. } => "file.no-table",
            Self::Notice { notice, .. } => match notice {
                Notice::GuessedEncoding => "file.encoding-guessed",
                Notice::OtherSheets { .. } => "file.other-sheets",
                Notice::ErrorCell { .. } => "file.error-cell",
            },
            Self::Asked { code, .. } => code,
        }
    }

    fn source(&self) -> &'static str {
        match self {
            Self::Finding(finding) => finding.place.source.as_str(),
            Self::Unreadable { source, .. } | Self::NoTable { source, .. } | Self::Notice { source, .. } => source,
            Self::Asked { .. } => "question",
        }
    }

    /// The sentence, with its place.
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Finding(finding) => words::finding(lang, finding),
            Self::Unreadable { path, detail, .. } => t::panel_unreadable(lang, path, detail),
            Self::NoTable { path, error, .. } => t::panel_no_table(lang, path, error.text(lang)),
            Self::Notice { source, notice } => t::panel_notice(lang, source, notice.text(lang)),
            Self::Asked { said, .. } => said[usize::from(lang == Lang::En)].clone(),
        }
    }

    fn parameters(&self) -> Map<String, Value> {
        let mut parameters = Map::new();
        match self {
            Self::Finding(finding) => {
                for (name, value) in finding.parameters() {
                    parameters.insert(name.to_owned(), parameter(value));
                }
            }
            Self::Unreadable { path, detail, .. } => {
                parameters.insert("path".to_owned(), path.as_str().into());
                parameters.insert("detail".to_owned(), detail.as_str().into());
            }
            Self::NoTable { path, error, .. } => {
                parameters.insert("path".to_owned(), path.as_str().into());
                parameters.insert("detail".to_owned(), error.to_string().into());
            }
            Self::Notice { .. } | Self::Asked { .. } => {}
        }
        parameters
    }

    fn json(&self) -> Value {
        let place = match self {
            Self::Finding(finding) => Some(&finding.place),
            _ => None,
        };
        let column = place.and_then(|place| place.column.as_ref());
        json!({
            "code": self.code(),
            "severity": self.severity().as_str(),
            "source": self.source(),
            "row": place.and_then(|place| place.row),
            "column": column.map(|column| column.name.as_str()),
            "column_letters": column.map(|column| documents::import::column_letters(column.number)),
            "parameters": self.parameters(),
            "da": self.text(Lang::Da),
            "en": self.text(Lang::En),
        })
    }
}

impl From<Finding> for Complaint {
    fn from(finding: Finding) -> Self {
        Self::Finding(finding)
    }
}

fn parameter(value: &Parameter) -> Value {
    match value {
        Parameter::Text(text) => text.as_str().into(),
        Parameter::Number(number) => (*number).into(),
        Parameter::List(list) => list.iter().map(String::as_str).collect(),
    }
}

/// All of them for programs.
pub(super) fn json(complaints: &[Complaint]) -> Value {
    complaints.iter().map(Complaint::json).collect()
}

/// For people: what stops first, and no more than one can read.
pub(super) fn lines(lang: Lang, complaints: &[Complaint]) -> Vec<String> {
    let mut sorted: Vec<&Complaint> = complaints.iter().collect();
    sorted.sort_by_key(|complaint| std::cmp::Reverse(complaint.severity()));
    let mut lines: Vec<String> = sorted.iter().take(MOST_TOLD).map(|complaint| marked(lang, complaint)).collect();
    if sorted.len() > MOST_TOLD {
        lines.push(t::panel_more(lang, words::plain_number(lang, sorted.len() - MOST_TOLD)));
    }
    lines
}

fn marked(lang: Lang, complaint: &Complaint) -> String {
    format!("  {}: {}", words::severity(lang, complaint.severity()), complaint.text(lang))
}
