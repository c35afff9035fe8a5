//! The file of people.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::heading::Headings;
use super::people_columns::{self, Columns};
use super::values::Values;
use super::{Reading, Sheet, SheetRow};
use crate::check::{Code, Finding, Place, Source};
use crate::model::{Person, Pool, Quotas};

/// Which columns of the file of people are for what. Features need no setting: their columns are called as in the quotas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleSettings {
    /// The column of the ids. `None`: people are r0, r1, … in the order of the file, blank rows not counted.
    pub id_column: Option<String>,
    /// Columns that go into the lists of the result as they are.
    pub columns_to_keep: Vec<String>,
    /// Columns that together are the address. They go into the lists of the result, too.
    pub address_columns: Vec<String>,
}

/// What goes into the lists of the result: id, columns to keep, address, and features that are not among those.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// The headings.
    pub headings: Vec<String>,
    /// For each person of the pool, what the file says under them.
    pub cells: Vec<Vec<String>>,
}

/// The people of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// Who can be drawn.
    pub pool: Pool,
    /// What goes into the lists of the result.
    pub kept: Kept,
}

/// Reads the people. Everybody needs one of the values of each feature; an address that is not whole is nobody else's.
///
/// Rows without an id are left out with a warning, and so is a row that is there twice, alike in every cell. Rows that share an id and
/// differ are an error: nobody can say which of them is right.
#[must_use]
pub fn people(sheet: &Sheet, quotas: &Quotas, settings: &PeopleSettings) -> Reading<People> {
    let mut findings = Vec::new();
    let Some((headings, index)) = people_columns::headings(sheet, quotas, settings) else {
        findings.push(Finding::new(Code::SheetEmpty, Place::file(Source::People), []));
        return Reading::new(People::default(), findings);
    };
    let columns = Columns::find(&headings, quotas, settings, &mut findings);
    let mut reader = Reader {
        values: Values::new(quotas),
        settings,
        people: People {
            kept: Kept {
                headings: columns.kept_headings(&headings),
                ..Kept::default()
            },
            ..People::default()
        },
        headings,
        columns,
        findings,
        rows: HashMap::new(),
    };
    let mut incomplete = 0_usize;
    let mut rows = sheet.filled_rows().skip(index + 1).enumerate().peekable();
    if rows.peek().is_none() {
        reader
            .findings
            .push(Finding::new(Code::SheetNoRows, Place::file(Source::People), []));
    }
    for (number, row) in rows {
        if let Some(person) = reader.row(number, row) {
            incomplete += usize::from(person.household.is_none());
            let kept = reader.columns.kept(&person.id, row);
            reader.people.pool.people.push(person);
            reader.people.kept.cells.push(kept);
        }
    }
    let Reader {
        mut findings,
        columns,
        people,
        ..
    } = reader;
    if incomplete > 0 && !columns.address.is_empty() {
        findings.push(Finding::new(
            Code::AddressesIncomplete,
            Place::file(Source::People),
            [incomplete.into()],
        ));
    }
    Reading::new(people, findings)
}

struct Reader<'s> {
    values: Values,
    settings: &'s PeopleSettings,
    headings: Headings<'s>,
    columns: Columns,
    findings: Vec<Finding>,
    people: People,
    /// The row of each id.
    rows: HashMap<&'s str, &'s SheetRow>,
}

impl<'s> Reader<'s> {
    /// The person in a row, `number` rows below the headings; `None` for a row that is left out or wrong.
    fn row(&mut self, number: usize, row: &'s SheetRow) -> Option<Person> {
        let id = match (self.columns.id, &self.settings.id_column) {
            (Some(column), _) => self.known_once(column, row)?.to_owned(),
            (None, None) => format!("r{number}"),
            // The column is missing, which was told; the other cells are looked at nevertheless.
            (None, Some(_)) => String::new(),
        };
        let mut values = Some(Vec::with_capacity(self.columns.features.len()));
        for feature in 0..self.columns.features.len() {
            let value = self.columns.features[feature].and_then(|column| {
                let read = self
                    .values
                    .read(feature, row.cell(column), || self.headings.cell(row.number, column));
                read.map_err(|finding| self.findings.push(finding)).ok()
            });
            match (value, &mut values) {
                (Some(value), Some(values)) => values.push(value),
                _ => values = None,
            }
        }
        let household = Pool::address(self.columns.address.iter().map(|&column| row.cell(column)));
        let is_named = self.columns.id.is_some() || self.settings.id_column.is_none();
        values.filter(|_| is_named).map(|values| Person { id, values, household })
    }

    /// The id of a row that has one and is the first with it.
    fn known_once(&mut self, column: usize, row: &'s SheetRow) -> Option<&'s str> {
        let id = row.cell(column);
        let place = self.headings.cell(row.number, column);
        if id.is_empty() {
            self.findings.push(Finding::new(Code::IdMissing, place, []));
            return None;
        }
        let first = match self.rows.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(row);
                return Some(id);
            }
            Entry::Occupied(first) => *first.get(),
        };
        let width = first.cells.len().max(row.cells.len());
        let differing: Vec<String> = (0..width)
            .filter(|&column| first.cell(column) != row.cell(column))
            .map(|column| self.headings.name(column))
            .collect();
        self.findings.push(if differing.is_empty() {
            Finding::new(Code::IdTwiceSame, place, [id.into(), first.number.into()])
        } else {
            Finding::new(Code::IdTwiceDifferent, place, [id.into(), first.number.into(), differing.into()])
        });
        None
    }
}
