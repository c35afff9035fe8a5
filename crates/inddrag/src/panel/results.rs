//! The files of a record: lists, reports, and what may be handed on.

use std::collections::{HashMap, HashSet};

use recruitment::Beside;
use serde_json::Value;
use sortition::model::Problem;
use sortition::record::{Record, from};
use sortition::write::{self, Rows};
use texts::Lang;

use super::archive::zipped;
use super::complaint::Complaint;
use super::output::Folder;
use crate::t;

/// What the files are made of.
pub(super) struct Results<'r> {
    pub(super) record: &'r Record,
    pub(super) problem: &'r Problem,
    /// The lists of those drawn and of those who can still be drawn.
    pub(super) selected: Rows,
    pub(super) remaining: Rows,
    /// For the version for the public.
    pub(super) salt: Option<&'r str>,
}

impl Results<'_> {
    /// All files of the folder.
    pub(super) fn folder(&self) -> Result<Folder, Complaint> {
        let mut folder = Folder::default();
        folder.put("selected.csv", write::csv(&by_panel(self.selected.clone(), self.record)));
        folder.put("remaining.csv", write::csv(&self.remaining));
        folder.put("record.json", self.record.to_json());
        let timeless = Record {
            seconds: 0.0,
            cpu_seconds: 0.0,
            ..self.record.clone()
        };
        let own = Handed::of(&timeless, self.summary());
        folder.put("report.html", own.report.clone());
        folder.put("report.en.html", own.report_en.clone());
        if let Some(panels) = &own.panels {
            folder.put("panels.csv", panels.clone());
        }
        folder.put("summary.csv", own.summary.clone());
        let handed = match self.salt {
            None => own,
            Some(salt) => {
                folder.put("public.json", timeless.pseudonymous(salt).to_json());
                folder.put("receipts.csv", write::csv(&receipts(self.record, salt)));
                Handed::of(&timeless.pseudonymous(salt), self.summary())
            }
        };
        folder.put("record.zip", handed.zipped()?);
        Ok(folder)
    }

    /// The panel as it will sit, in percent.
    fn summary(&self) -> String {
        let drawn = self.record.draw.as_ref().map(|draw| draw.members.as_slice()).unwrap_or_default();
        let mut panel = self.problem.selected.clone();
        panel.extend(numbers(self.problem, drawn));
        write::csv(&write::summary(self.problem, &panel))
    }
}

/// What may be handed on. How long the machine took is not in it: it says nothing of the draw.
struct Handed {
    record: String,
    report: String,
    report_en: String,
    panels: Option<String>,
    summary: String,
}

impl Handed {
    fn of(record: &Record, summary: String) -> Self {
        Self {
            record: record.to_json(),
            report: report(record, Lang::Da),
            report_en: report(record, Lang::En),
            panels: record.lottery.as_ref().map(|lottery| write::csv(&numbered(&lottery.panels))),
            summary,
        }
    }

    fn zipped(&self) -> Result<Vec<u8>, Complaint> {
        let files = [
            ("record.json", Some(&self.record)),
            ("report.html", Some(&self.report)),
            ("report.en.html", Some(&self.report_en)),
            ("panels.csv", self.panels.as_ref()),
            ("summary.csv", Some(&self.summary)),
        ];
        let files = files
            .iter()
            .filter_map(|(name, contents)| Some((*name, contents.as_deref()?.as_bytes())));
        zipped(files).map_err(|error| Complaint::asked("output.unwritable", |lang| t::panel_unwritable(lang, "record.zip", &error)))
    }
}

/// The report, with the files that lie beside it in the folder and in what is handed on.
fn report(record: &Record, lang: Lang) -> String {
    let beside = Beside {
        other_language: Some(lang.pick("report.en.html", "report.html")),
        record: Some("record.json"),
        panels: record.lottery.as_ref().map(|_| "panels.csv"),
        ..Beside::default()
    };
    recruitment::report(record, lang, &beside)
}

/// Numbered panels in columns, as [`write::panels`] has them.
fn numbered(panels: &[Vec<String>]) -> Rows {
    let headings = (0..panels.len()).map(|number| format!("Assembly {number}")).collect();
    let seats = panels.iter().map(Vec::len).max().unwrap_or(0);
    let row = |seat: usize| panels.iter().map(|panel| panel.get(seat).cloned().unwrap_or_default()).collect();
    std::iter::once(headings).chain((0..seats).map(row)).collect()
}

/// What everybody is called in the version for the public, to be told to each alone.
fn receipts(record: &Record, salt: &str) -> Rows {
    let people = record
        .pool
        .iter()
        .map(|person| vec![person.id.clone(), Record::pseudonym(&person.id, salt)]);
    std::iter::once(vec!["id".to_owned(), "pseudonym".to_owned()])
        .chain(people)
        .collect()
}

/// The list of those drawn with the number of their panel, from 1, where several were drawn at once.
fn by_panel(selected: Rows, record: &Record) -> Rows {
    let Some(draw) = &record.draw else { return selected };
    let parts = match (&record.lottery, draw.from.as_str()) {
        (Some(lottery), from::LIST) => lottery.parts.get(draw.panel),
        _ => record.panels.get(draw.panel).map(|panel| &panel.parts),
    };
    let Some(parts) = parts.filter(|parts| parts.len() > 1) else {
        return selected;
    };
    let of_id: HashMap<&str, usize> = (1..)
        .zip(parts)
        .flat_map(|(number, part)| part.iter().map(move |id| (id.as_str(), number)))
        .collect();
    let number = |row: &Vec<String>| row.first().and_then(|id| of_id.get(id.as_str())).map(ToString::to_string);
    let with = |(at, mut row): (usize, Vec<String>)| {
        let cell = if at == 0 { Some("panel".to_owned()) } else { number(&row) };
        row.push(cell.unwrap_or_default());
        row
    };
    selected.into_iter().enumerate().map(with).collect()
}

/// The numbers of people in the pool.
pub(super) fn numbers(problem: &Problem, ids: &[String]) -> Vec<usize> {
    let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let people = problem.pool.people.iter().enumerate();
    people
        .filter(|(_, person)| wanted.contains(person.id.as_str()))
        .map(|(number, _)| number)
        .collect()
}

/// The first fields of the record, which say what came out.
pub(super) fn head(record: &Record) -> serde_json::Map<String, Value> {
    const HEAD: [&str; 17] = [
        "format",
        "program",
        "objective",
        "status",
        "value",
        "bound",
        "gap",
        "min",
        "max",
        "gini",
        "geometric_mean",
        "unreachable",
        "probabilities",
        "panels",
        "levels",
        "seconds",
        "cpu_seconds",
    ];
    let mut head = serde_json::Map::new();
    if let Ok(Value::Object(mut all)) = serde_json::to_value(record) {
        for name in HEAD {
            head.extend(all.remove(name).map(|value| (name.to_owned(), value)));
        }
        head.extend(all.remove("draw").map(|value| ("draw".to_owned(), value)));
    }
    head
}
