//! The file of those who are already selected, when seats of an earlier round are filled up.

use std::collections::{HashMap, HashSet};

use super::heading::{Headings, top};
use super::people_columns::ROW_IDS;
use super::values::Values;
use super::{People, PeopleSettings, Reading, Sheet, SheetRow};
use crate::check::{Code, Finding, Place, Source};
use crate::model::{Pool, Quotas};

/// A row with so many filled cells is no title.
const CELLS_OF_HEADINGS: usize = 5;

/// Somebody who is already selected and not in the pool, for example because the pool holds only those who remained after an earlier round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// What the file calls the person.
    pub id: String,
    /// Number of the row.
    pub row: usize,
    /// For each feature the number of the value, if the file tells all of them: then the person can be added to the pool and counted.
    pub values: Option<Vec<u16>>,
    /// The address, if the file tells the whole of it.
    pub household: Option<String>,
}

/// Those who are already selected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selected {
    /// Those in the pool, by their numbers, ascending.
    pub people: Vec<usize>,
    /// Those who are not.
    pub absent: Vec<Absent>,
    /// All addresses in the file, as [`Pool::address`] writes them.
    pub addresses: HashSet<String>,
}

impl Selected {
    /// The people of the pool who are not selected and live at an address of somebody who is, ascending: under the household rule they are
    /// left out.
    #[must_use]
    pub fn housemates(&self, pool: &Pool) -> Vec<usize> {
        let of_the_pool = self
            .people
            .iter()
            .filter_map(|&person| pool.people.get(person)?.household.as_deref());
        let taken: HashSet<&str> = self.addresses.iter().map(String::as_str).chain(of_the_pool).collect();
        let lives_there = |household: Option<&str>| household.is_some_and(|household| taken.contains(household));
        (0..pool.people.len())
            .filter(|person| self.people.binary_search(person).is_err() && lives_there(pool.people[*person].household.as_deref()))
            .collect()
    }
}

/// Reads who is already selected: only ids, addresses and, for people who are not in the pool, features. Titles may stand above the
/// headings.
#[must_use]
pub fn selected(sheet: &Sheet, people: &People, quotas: &Quotas, settings: &PeopleSettings) -> Reading<Selected> {
    let mut findings = Vec::new();
    let ids: Vec<&str> = settings
        .id_column
        .as_ref()
        .map_or_else(|| ROW_IDS.into_iter().rev().collect(), |name| vec![name.as_str()]);
    let Some((headings, index)) = headings(sheet, &ids) else {
        findings.push(Finding::new(Code::SelectedNobody, Place::file(Source::Selected), []));
        return Reading::new(Selected::default(), findings);
    };
    let id_name = ids.iter().find(|name| headings.has(name)).unwrap_or(&ids[ids.len() - 1]);
    let Some(id) = headings.need(id_name, &mut findings) else {
        return Reading::new(Selected::default(), findings);
    };
    let find = |name: &String, findings: &mut Vec<Finding>| headings.find(name, findings);
    let address: Option<Vec<usize>> = settings.address_columns.iter().map(|name| find(name, &mut findings)).collect();
    let features: Option<Vec<usize>> = quotas.features.iter().map(|feature| find(&feature.name, &mut findings)).collect();
    if address.is_none() {
        let missing: Vec<String> = settings
            .address_columns
            .iter()
            .filter(|name| !headings.has(name))
            .cloned()
            .collect();
        findings.push(Finding::new(
            Code::SelectedAddressesUnknown,
            Place::file(Source::Selected),
            [missing.into()],
        ));
    }
    let mut reader = Reader {
        headings,
        id,
        address: address.unwrap_or_default(),
        features,
        values: Values::new(quotas),
        numbers: people
            .pool
            .people
            .iter()
            .enumerate()
            .map(|(number, person)| (person.id.as_str(), number))
            .collect(),
        rows: HashMap::new(),
        findings,
        selected: Selected::default(),
    };
    for row in sheet.filled_rows().skip(index + 1) {
        reader.row(row);
    }
    let Reader {
        mut findings,
        mut selected,
        ..
    } = reader;
    selected.people.sort_unstable();
    if selected.people.is_empty() && selected.absent.is_empty() {
        findings.push(Finding::new(Code::SelectedNobody, Place::file(Source::Selected), []));
    }
    Reading::new(selected, findings)
}

/// The first row that has the column of the ids and enough other cells to be no title; or any that has it; or the first.
fn headings<'s>(sheet: &'s Sheet, ids: &[&str]) -> Option<(Headings<'s>, usize)> {
    let rows = || top(sheet).map(|(index, row)| (Headings::new(Source::Selected, row), row, index));
    let has_id = |headings: &Headings<'_>| ids.iter().any(|name| headings.has(name));
    rows()
        .find(|(headings, row, _)| has_id(headings) && row.filled().count() >= CELLS_OF_HEADINGS)
        .or_else(|| rows().find(|(headings, ..)| has_id(headings)))
        .or_else(|| rows().next())
        .map(|(headings, _, index)| (headings, index))
}

struct Reader<'s> {
    headings: Headings<'s>,
    id: usize,
    address: Vec<usize>,
    features: Option<Vec<usize>>,
    values: Values,
    /// The number of each person of the pool, by id.
    numbers: HashMap<&'s str, usize>,
    /// The row of each id.
    rows: HashMap<&'s str, usize>,
    findings: Vec<Finding>,
    selected: Selected,
}

impl<'s> Reader<'s> {
    fn row(&mut self, row: &'s SheetRow) {
        let id = row.cell(self.id);
        let place = self.headings.cell(row.number, self.id);
        if id.is_empty() {
            self.findings.push(Finding::new(Code::IdMissing, place, []));
            return;
        }
        let household = Pool::address(self.address.iter().map(|&column| row.cell(column)));
        self.selected.addresses.extend(household.clone());
        if let Some(&first) = self.rows.get(id) {
            self.findings
                .push(Finding::new(Code::SelectedTwice, place, [id.into(), first.into()]));
            return;
        }
        self.rows.insert(id, row.number);
        if let Some(&person) = self.numbers.get(id) {
            self.selected.people.push(person);
            return;
        }
        let values = self.known_values(row);
        let code = if values.is_some() {
            Code::SelectedNotInPool
        } else {
            Code::SelectedValuesUnknown
        };
        self.findings.push(Finding::new(code, place, [id.into()]));
        self.selected.absent.push(Absent {
            id: id.to_owned(),
            row: row.number,
            values,
            household,
        });
    }

    /// The values of all features, if the file tells them. It need not: a blank or unknown one is no error here.
    fn known_values(&mut self, row: &SheetRow) -> Option<Vec<u16>> {
        let Self {
            features,
            values,
            headings,
            ..
        } = self;
        let columns = features.as_ref()?.iter().enumerate();
        columns
            .map(|(feature, &column)| values.read(feature, row.cell(column), || headings.cell(row.number, column)).ok())
            .collect()
    }
}
