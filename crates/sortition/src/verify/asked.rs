//! The question of a record, read as it stands.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::report::Fault;
use crate::record::Record;

/// The question with numbers instead of ids.
pub(super) struct Asked<'a> {
    pub(super) record: &'a Record,
    number: HashMap<&'a str, usize>,
    /// For each person, the places of the quotas of their values.
    pub(super) quotas_of: Vec<Vec<usize>>,
    /// Who has a seat already.
    pub(super) selected: Vec<usize>,
    pub(super) is_drawable: Vec<bool>,
    /// Seats of one panel that are still to be drawn.
    pub(super) open_seats: usize,
}

impl<'a> Asked<'a> {
    pub(super) fn read(record: &'a Record) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut features: Vec<&str> = Vec::new();
        let mut place: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        for (quota, one) in record.quotas.iter().enumerate() {
            let feature = features.iter().position(|&name| name == one.feature).unwrap_or_else(|| {
                features.push(&one.feature);
                features.len() - 1
            });
            if place.insert((feature, &one.value), quota).is_some() || one.min > one.max {
                faults.push(Fault::Quota { quota });
            }
        }
        let mut number = HashMap::new();
        let mut quotas_of = Vec::with_capacity(record.pool.len());
        for (at, person) in record.pool.iter().enumerate() {
            let id = || person.id.clone();
            if number.insert(person.id.as_str(), at).is_some() {
                faults.push(Fault::Twice { id: id() });
            }
            let quotas: Vec<usize> = person
                .values
                .iter()
                .enumerate()
                .filter_map(|(feature, value)| place.get(&(feature, value.as_str())).copied())
                .collect();
            if quotas.len() != features.len() || person.values.len() != features.len() {
                faults.push(Fault::Values { id: id() });
            }
            quotas_of.push(quotas);
        }
        let mut numbers = |ids: &[String]| -> Vec<usize> {
            let mut found = Vec::new();
            let mut seen = HashSet::new();
            for id in ids {
                match number.get(id.as_str()) {
                    None => faults.push(Fault::Unknown { id: id.clone() }),
                    Some(_) if !seen.insert(id) => faults.push(Fault::Twice { id: id.clone() }),
                    Some(&person) => found.push(person),
                }
            }
            found
        };
        let question = &record.question;
        let (selected, excluded) = (numbers(&question.selected), numbers(&question.excluded));
        let open_seats = (question.size as usize).checked_sub(selected.len());
        if open_seats.is_none() || question.parallel == 0 {
            faults.push(Fault::Number {
                field: "size",
                stated: Some(f64::from(question.size)),
                found: None,
            });
        }
        let (Some(open_seats), true) = (open_seats, faults.is_empty()) else {
            return Err(faults);
        };
        let housed: HashSet<u32> = selected
            .iter()
            .filter(|_| question.one_per_household)
            .filter_map(|&person| record.pool[person].household)
            .collect();
        let out: HashSet<usize> = selected.iter().chain(&excluded).copied().collect();
        let is_drawable = record
            .pool
            .iter()
            .enumerate()
            .map(|(at, person)| !out.contains(&at) && person.household.is_none_or(|household| !housed.contains(&household)))
            .collect();
        Ok(Self {
            record,
            number,
            quotas_of,
            selected,
            is_drawable,
            open_seats,
        })
    }

    /// Somebody's number in the pool.
    pub(super) fn person(&self, id: &str) -> Option<usize> {
        self.number.get(id).copied()
    }

    /// Those who can be drawn.
    pub(super) fn drawable(&self) -> impl Iterator<Item = usize> {
        (0..self.is_drawable.len()).filter(|&person| self.is_drawable[person])
    }

    /// The household that the rule looks at.
    pub(super) fn household(&self, person: usize) -> Option<u32> {
        let household = self.record.pool[person].household;
        household.filter(|_| self.record.question.one_per_household)
    }

    /// What the record says of somebody's chance.
    pub(super) fn chance(&self, person: usize) -> f64 {
        self.record.probabilities.get(&self.record.pool[person].id).copied().unwrap_or(0.0)
    }

    /// For each quota, the fewest and most seats that are still to be drawn for it on one panel.
    pub(super) fn open_quotas(&self) -> Vec<(u32, u32)> {
        let kept = self.counts(&self.selected);
        let less = |number: u32, kept: usize| number.saturating_sub(u32::try_from(kept).unwrap_or(u32::MAX));
        let quotas = self.record.quotas.iter().zip(kept);
        quotas.map(|(quota, kept)| (less(quota.min, kept), less(quota.max, kept))).collect()
    }

    /// How many of these people each quota counts.
    pub(super) fn counts(&self, people: &[usize]) -> Vec<usize> {
        let mut counts = vec![0; self.record.quotas.len()];
        for &person in people {
            for &quota in &self.quotas_of[person] {
                counts[quota] += 1;
            }
        }
        counts
    }
}
