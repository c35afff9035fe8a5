//! The folder of an earlier selection, read again.

use std::path::{Path, PathBuf};

use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};
use sortition::record::{Record, Unreadable};
use sortition::write::Rows;

use super::complaint::Complaint;
use super::files::File;
use crate::t;

/// A record with its folder.
#[derive(Debug)]
pub(super) struct Earlier {
    pub(super) path: PathBuf,
    pub(super) record: Record,
}

impl Earlier {
    /// Reads `record.json` of a folder, or a file that is given itself.
    pub(super) fn open(path: &Path) -> Result<Self, Complaint> {
        let file = match path.is_dir() {
            true => path.join("record.json"),
            false => path.to_owned(),
        };
        let named = file.display().to_string();
        let read = File::read("record", &file)?;
        let record = Record::from_json(read.text()?).map_err(|why| unreadable(&named, &why))?;
        let folder = file.parent().map_or_else(PathBuf::new, Path::to_owned);
        Ok(Self { path: folder, record })
    }

    /// A list of the folder, headings first.
    pub(super) fn list(&self, name: &str) -> Result<Rows, Complaint> {
        let file = File::read("record", &self.path.join(name))?;
        let sheet = file.sheet(&mut Vec::new())?;
        let width = sheet.rows.first().map_or(0, |headings| headings.cells.len());
        let row = |cells: Vec<String>| {
            let mut cells = cells;
            cells.resize(width.max(cells.len()), String::new());
            cells
        };
        Ok(sheet.rows.into_iter().map(|one| row(one.cells)).collect())
    }

    /// The people who were drawn, as numbers in the pool, and with them those who had a seat before.
    pub(super) fn panel(&self, problem: &Problem) -> Vec<usize> {
        let drawn = self.record.draw.as_ref().map(|draw| draw.members.as_slice()).unwrap_or_default();
        let mut panel = super::results::numbers(problem, drawn);
        panel.extend(&problem.selected);
        panel.sort_unstable();
        panel
    }
}

fn unreadable(path: &str, why: &Unreadable) -> Complaint {
    match why {
        Unreadable::Format { found } => Complaint::asked("record.format", |lang| t::panel_record_format(lang, path, found)),
        Unreadable::Text { line, column, message } => {
            Complaint::asked("record.damaged", |lang| t::panel_record_damaged(lang, path, line, column, message))
        }
    }
}

/// The question of a record as the engine takes it. `None`: it contradicts itself, as no record of ours does.
pub(super) fn problem(record: &Record) -> Option<Problem> {
    let mut quotas = Quotas::default();
    for quota in &record.quotas {
        let at = quotas.features.iter().position(|feature| feature.name == quota.feature);
        let at = at.unwrap_or_else(|| {
            quotas.features.push(Feature {
                name: quota.feature.clone(),
                values: Vec::new(),
            });
            quotas.features.len() - 1
        });
        quotas.features[at].values.push(Value {
            name: quota.value.clone(),
            quota: Quota::new(quota.min, quota.max),
        });
    }
    let number = |(feature, name): (&Feature, &String)| {
        let place = feature.values.iter().position(|value| value.name == *name)?;
        u16::try_from(place).ok()
    };
    let people = record.pool.iter().map(|person| {
        let values: Option<Vec<u16>> = quotas.features.iter().zip(&person.values).map(number).collect();
        Some(Person {
            id: person.id.clone(),
            values: values?,
            household: person.household.map(|household| household.to_string()),
        })
    });
    let pool = Pool {
        people: people.collect::<Option<_>>()?,
    };
    let mut problem = Problem::new(quotas, pool, record.question.size);
    problem.one_per_household = record.question.one_per_household;
    problem.parallel = record.question.parallel;
    problem.selected = super::results::numbers(&problem, &record.question.selected);
    problem.excluded = super::results::numbers(&problem, &record.question.excluded);
    problem.fits().is_ok().then_some(problem)
}

/// That a record cannot be understood although it can be read.
pub(super) fn contradicts() -> Complaint {
    Complaint::asked("record.contradicts", |lang| t::panel_record_contradicts(lang).to_owned())
}
