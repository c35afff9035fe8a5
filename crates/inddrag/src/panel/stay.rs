//! How likely people are to stay: said for all, said for each, or learnt from past panels.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Value, json};
use sortition::check::Severity;
use sortition::model::Problem;
use sortition::read::{self, PeopleSettings, Sheet};
use sortition::reserve::{PastMember, StayModel, learn};

use super::complaint::Complaint;
use super::files::File;
use crate::t;

/// The probabilities of a panel.
#[derive(Debug)]
pub(super) struct Stay {
    /// In the order of the panel.
    pub(super) of_panel: Vec<f64>,
    /// What was learnt.
    pub(super) model: Value,
}

impl Stay {
    /// The same for everybody.
    pub(super) fn alike(stay: f64, panel: &[usize]) -> Result<Self, Vec<Complaint>> {
        if !(0.0..=1.0).contains(&stay) {
            return Err(vec![Complaint::asked("reserve.stay", |lang| t::panel_stay_range(lang, stay))]);
        }
        Ok(Self {
            of_panel: vec![stay; panel.len()],
            model: Value::Null,
        })
    }
}

/// A file with an id and a probability in each row; a heading is left out.
pub(super) fn told_by_file(path: &Path, problem: &Problem, panel: &[usize]) -> Result<Stay, Vec<Complaint>> {
    let sheet = sheet(path)?;
    let mut complaints = Vec::new();
    let mut of_id: HashMap<&str, f64> = HashMap::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        let cell = |column: usize| row.cells.get(column).map_or("", |cell| cell.trim());
        match cell(1).replace(',', ".").parse::<f64>() {
            Ok(stay) if (0.0..=1.0).contains(&stay) => {
                of_id.insert(cell(0), stay);
            }
            // Headings are words.
            Err(_) if at == 0 => {}
            _ => complaints.push(Complaint::asked("reserve.stay-cell", |lang| {
                t::panel_stay_cell(lang, row.number, cell(1))
            })),
        }
    }
    let mut of_panel = Vec::with_capacity(panel.len());
    for &person in panel {
        let id = problem.pool.people[person].id.as_str();
        match of_id.get(id) {
            Some(&stay) => of_panel.push(stay),
            None => complaints.push(Complaint::asked("reserve.stay-missing", |lang| t::panel_stay_missing(lang, id))),
        }
    }
    if complaints.is_empty() {
        Ok(Stay {
            of_panel,
            model: Value::Null,
        })
    } else {
        Err(complaints)
    }
}

/// From the file of past panels: those who were initially selected, and whether they dropped out.
pub(super) fn learnt(path: &Path, problem: &Problem, panel: &[usize]) -> Result<Stay, Vec<Complaint>> {
    let sheet = sheet(path)?;
    let settings = PeopleSettings {
        id_column: None,
        columns_to_keep: vec!["Initially Selected".to_owned(), "Dropped".to_owned()],
        address_columns: Vec::new(),
    };
    let reading = read::people(&sheet, &problem.quotas, &settings);
    if !reading.is_sound() {
        let errors = reading.findings.into_iter().filter(|finding| finding.severity() == Severity::Error);
        return Err(errors.map(Complaint::from).collect());
    }
    let past = reading.draft();
    let is_yes = |cells: &[String], column: usize| cells.get(column).is_some_and(|cell| cell.eq_ignore_ascii_case("yes"));
    let members: Vec<PastMember> = past
        .pool
        .people
        .iter()
        .zip(&past.kept.cells)
        .filter(|(_, cells)| is_yes(cells, 1))
        .map(|(person, cells)| PastMember {
            values: person.values.clone(),
            stayed: !is_yes(cells, 2),
        })
        .collect();
    let values: Vec<usize> = problem.quotas.features.iter().map(|feature| feature.values.len()).collect();
    let model =
        learn(&values, &members).map_err(|_| vec![Complaint::asked("reserve.untaught", |lang| t::panel_untaught(lang).to_owned())])?;
    Ok(Stay {
        of_panel: panel
            .iter()
            .map(|&person| model.stay(&problem.pool.people[person].values))
            .collect(),
        model: told(problem, &model, members.len()),
    })
}

fn told(problem: &Problem, model: &StayModel, members: usize) -> Value {
    let factors = problem.quotas.values().map(|(feature, value, one)| {
        json!({
            "feature": problem.quotas.features[feature].name,
            "value": one.name,
            "factor": model.factors[feature][value],
        })
    });
    json!({
        "members": members,
        "base": model.base,
        "factors": factors.collect::<Vec<_>>(),
        "converged": model.converged,
    })
}

fn sheet(path: &Path) -> Result<Sheet, Vec<Complaint>> {
    let file = File::read("stay", path).map_err(|complaint| vec![complaint])?;
    file.sheet(&mut Vec::new()).map_err(|complaint| vec![complaint])
}
