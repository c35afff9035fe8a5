//! The register that letters are drawn from: ids, strata, addresses, areas; and what pool to expect of the letters.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};
use sortition::invite::{Forecast, Frame, Group, Resident, Response, forecast};
use sortition::model::{Feature, Quotas};
use sortition::read::{self, PeopleSettings, Sheet, SheetRow};
use sortition::record::Input;
use sortition::write::Rows;
use texts::Lang;

use recruitment::words;

use super::arguments::{count, names, path, word};
use super::complaint::Complaint;
use super::files::File;
use super::invite::unsuited;
use crate::t;

/// How wide the intervals of expected numbers are.
const LEVEL: f64 = 0.95;

/// Everybody who could get a letter.
pub(super) struct Register {
    pub(super) frame: Frame,
    /// What the strata are called.
    pub(super) strata: Vec<String>,
    /// One for each stratum.
    pub(super) weights: Option<Vec<f64>>,
    /// Area and region of each person.
    pub(super) areas: Vec<(String, String)>,
    /// The quotas, and each person's values; `None` for people with another value.
    quotas: Option<(Quotas, Vec<Option<Vec<u16>>>)>,
    headings: Vec<String>,
    kept: Vec<Vec<String>>,
    pub(super) inputs: Vec<Input>,
    /// Warnings and notes.
    pub(super) complaints: Vec<Complaint>,
}

impl Register {
    /// Reads the register with everything the arguments want of it.
    pub(super) fn read(people: &Path, matches: &ArgMatches) -> Result<Self, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let mut inputs = Vec::new();
        let sheet = open("people", people, &mut inputs, &mut complaints);
        let quotas_sheet = path(matches, "features").and_then(|path| open("quotas", path, &mut inputs, &mut complaints));
        let weights_sheet = path(matches, "weights").and_then(|path| open("weights", path, &mut inputs, &mut complaints));
        let quotas = quotas_sheet.map(|sheet| {
            let reading = read::quotas(&sheet);
            let quotas = reading.draft().clone();
            complaints.extend(reading.findings.into_iter().map(Complaint::from));
            quotas
        });
        let Some(sheet) = sheet else { return Err(complaints) };
        let all = |name: &str| names(matches, name).unwrap_or_default();
        let (strata, address) = (all("strata"), all("households"));
        let place: Vec<String> = [word(matches, "area"), word(matches, "region")]
            .into_iter()
            .flatten()
            .map(str::to_owned)
            .collect();
        let mut keep = all("keep");
        let shown = keep.len();
        keep.extend(strata.iter().chain(&place).cloned());
        keep.extend(
            quotas
                .iter()
                .flat_map(|quotas| quotas.features.iter().map(|feature| feature.name.clone())),
        );
        let settings = PeopleSettings {
            id_column: word(matches, "id").map(str::to_owned),
            columns_to_keep: keep,
            address_columns: address,
        };
        // A feature that everybody has, since a register needs none.
        let reading = read::people(&sheet, &Quotas::default(), &settings);
        let register = reading.draft().clone();
        complaints.extend(reading.findings.into_iter().map(Complaint::from));
        if complaints.iter().any(Complaint::is_error) {
            return Err(complaints);
        }
        let column: HashMap<String, usize> = register
            .kept
            .headings
            .iter()
            .enumerate()
            .rev()
            .map(|(at, heading)| (plain(heading), at))
            .collect();
        let cell =
            |cells: &'_ [String], name: &String| -> String { column.get(&plain(name)).map_or_else(String::new, |&at| cells[at].clone()) };
        let mut numbers: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let of_person: Vec<Vec<String>> = register
            .kept
            .cells
            .iter()
            .map(|cells| strata.iter().map(|name| cell(cells, name)).collect())
            .collect();
        for stratum in &of_person {
            numbers.insert(stratum.clone(), 0);
        }
        // Numbered by name, so that the order of the register does not matter.
        (0..).zip(numbers.values_mut()).for_each(|(number, at)| *at = number);
        let weights = weights_sheet.map(|sheet| weights(&sheet, &strata, &numbers, &mut complaints));
        if complaints.iter().any(Complaint::is_error) {
            return Err(complaints);
        }
        let people = register.pool.people.iter().zip(&of_person).map(|(person, stratum)| Resident {
            id: person.id.clone(),
            stratum: numbers[stratum],
            household: person.household.clone(),
        });
        let frame = Frame {
            people: people.collect(),
            strata: numbers.len(),
        };
        let areas = register.kept.cells.iter().map(|cells| {
            let named = |at: usize| place.get(at).map_or_else(String::new, |name| cell(cells, name));
            (named(0), named(1))
        });
        let areas = areas.collect();
        let quotas = quotas.map(|quotas| {
            let values = register.kept.cells.iter().map(|cells| values(&quotas, |name| cell(cells, name)));
            let values = values.collect();
            (quotas, values)
        });
        // Id, what was asked to be kept, and the address; other columns were read for the draw alone.
        let address = settings.address_columns.iter().filter_map(|name| column.get(&plain(name)).copied());
        let mut shown: Vec<usize> = (0..=shown).chain(address).collect();
        shown.sort_unstable();
        shown.dedup();
        let cut = |cells: &Vec<String>| shown.iter().filter_map(|&at| cells.get(at).cloned()).collect::<Vec<_>>();
        Ok(Self {
            frame,
            strata: numbers.keys().map(|names| names.join(" / ")).collect(),
            weights,
            areas,
            quotas,
            headings: cut(&register.kept.headings),
            kept: register.kept.cells.iter().map(cut).collect(),
            inputs,
            complaints,
        })
    }

    /// A list of people with the chance that each had.
    pub(super) fn list(&self, people: &[usize], chance: impl Fn(usize) -> String) -> Rows {
        let with = |mut cells: Vec<String>, last: String| {
            cells.push(last);
            cells
        };
        let rows = people.iter().map(|&person| with(self.kept[person].clone(), chance(person)));
        std::iter::once(with(self.headings.clone(), "chance".to_owned()))
            .chain(rows)
            .collect()
    }

    /// What pool to expect from these letters, for programs and for people; nothing where response or quotas are not known.
    pub(super) fn forecast(
        &self,
        matches: &ArgMatches,
        invited: &[usize],
        response: Option<Response>,
        factor: u32,
        lang: Lang,
    ) -> Result<(Value, Vec<String>), Vec<Complaint>> {
        let (Some(response), Some((quotas, values))) = (response, &self.quotas) else {
            return Ok((Value::Null, Vec::new()));
        };
        let mut letters: BTreeMap<&Vec<u16>, u64> = BTreeMap::new();
        invited
            .iter()
            .filter_map(|&person| values[person].as_ref())
            .for_each(|values| *letters.entry(values).or_default() += 1);
        let groups: Vec<Group> = letters
            .into_iter()
            .map(|(values, letters)| Group {
                values: values.clone(),
                letters,
                response,
            })
            .collect();
        let factor = count(matches, "factor").unwrap_or(factor);
        let size = count(matches, "size").unwrap_or(0);
        let pool = forecast(quotas, size, &groups, factor, LEVEL).map_err(|why| vec![unsuited(why)])?;
        let json_of = |one: &Forecast| json!({ "expected": one.expected, "low": one.low, "high": one.high, "wanted": one.wanted, "enough": one.enough });
        let mut lines = vec![t::panel_pool_expected(lang, words::forecast(lang, &pool.pool))];
        let mut of_values = Vec::new();
        for (feature, value, one) in quotas.values() {
            let (name, expected) = (&quotas.features[feature].name, &pool.values[feature][value]);
            lines.push(format!(
                "  {}: {}",
                words::trait_name(lang, name, &one.name),
                words::forecast(lang, expected)
            ));
            let mut fact = json_of(expected);
            fact["feature"] = name.as_str().into();
            fact["value"] = one.name.as_str().into();
            of_values.push(fact);
        }
        let facts = json!({
            "level": LEVEL,
            "pool": json_of(&pool.pool),
            "values": of_values,
            "all_at_least": pool.all_at_least,
            "all_at_most": pool.all_at_most,
        });
        Ok((facts, lines))
    }
}

fn open(source: &'static str, path: &Path, inputs: &mut Vec<Input>, complaints: &mut Vec<Complaint>) -> Option<Sheet> {
    let read = File::read(source, path).and_then(|file| {
        inputs.push(file.input());
        file.register(complaints)
    });
    read.map_err(|complaint| complaints.push(complaint)).ok()
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The values of a person; `None` if one of them has no quota.
fn values(quotas: &Quotas, cell: impl Fn(&String) -> String) -> Option<Vec<u16>> {
    let number = |feature: &Feature| {
        let text = plain(&cell(&feature.name));
        let place = feature.values.iter().position(|value| plain(&value.name) == text)?;
        u16::try_from(place).ok()
    };
    quotas.features.iter().map(number).collect()
}

/// The weight of each stratum from a table of the columns of strata and a column `weight`.
fn weights(sheet: &Sheet, strata: &[String], numbers: &BTreeMap<Vec<String>, usize>, complaints: &mut Vec<Complaint>) -> Vec<f64> {
    let mut weights = vec![None; numbers.len()];
    let cell = |row: &SheetRow, column: usize| row.cells.get(column).map_or("", |cell| cell.trim()).to_owned();
    let headings: Vec<String> = sheet
        .rows
        .first()
        .map(|row| row.cells.iter().map(|cell| plain(cell)).collect())
        .unwrap_or_default();
    let find = |name: &str| headings.iter().position(|heading| *heading == plain(name));
    let columns: Option<Vec<usize>> = strata.iter().map(|name| find(name)).collect();
    let (Some(columns), Some(weight)) = (columns, find("weight")) else {
        complaints.push(Complaint::asked("invite.weights-columns", |lang| {
            t::panel_weights_columns(lang, strata.join(", "))
        }));
        return Vec::new();
    };
    let known: HashMap<Vec<String>, usize> = numbers
        .iter()
        .map(|(names, &at)| (names.iter().map(|name| plain(name)).collect(), at))
        .collect();
    for row in &sheet.rows[1..] {
        let names: Vec<String> = columns.iter().map(|&column| plain(&cell(row, column))).collect();
        let number = cell(row, weight).replace(',', ".").parse::<f64>();
        match number {
            Ok(number) if number.is_finite() && number >= 0.0 => {
                if let Some(&at) = known.get(&names) {
                    weights[at] = Some(number);
                }
            }
            _ => complaints.push(Complaint::asked("invite.weight", |lang| {
                t::panel_weight(lang, row.number, cell(row, weight))
            })),
        }
    }
    for (names, &at) in numbers {
        if weights[at].is_none() {
            complaints.push(Complaint::asked("invite.weight-missing", |lang| {
                t::panel_weight_missing(lang, names.join(" / "))
            }));
        }
    }
    weights.into_iter().map(Option::unwrap_or_default).collect()
}
