//! The record, looked at from the side of the people: who could be drawn, and who is on the panel.

use std::collections::{BTreeMap, BTreeSet};

use sortition::record::{Level, Record, from, status};

/// How somebody of the pool stood before the draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Could be drawn.
    Drawable,
    /// Had a seat already.
    Selected,
    /// Could not be drawn.
    Excluded,
    /// Lives with somebody who had a seat.
    Housemate,
}

/// A feature with its values, as numbers of quotas.
pub(super) struct Feature<'a> {
    pub(super) name: &'a str,
    pub(super) quotas: Vec<usize>,
}

/// What several parts of the report need to know.
pub(super) struct Pool<'a> {
    pub(super) record: &'a Record,
    pub(super) features: Vec<Feature<'a>>,
    /// By place in the pool.
    pub(super) standing: Vec<Standing>,
    /// Whether somebody who can be drawn shares a household with others who can, and that matters.
    pub(super) shares_household: Vec<bool>,
    /// Everybody's chance, by place in the pool.
    pub(super) chance: Vec<f64>,
    /// The ids on each panel that came out, with those who had a seat; empty before the draw.
    pub(super) panels: Vec<BTreeSet<&'a str>>,
    /// The step of the proof that everybody belongs to.
    steps: BTreeMap<&'a str, usize>,
    values: BTreeMap<(&'a str, &'a str), usize>,
}

impl<'a> Pool<'a> {
    pub(super) fn of(record: &'a Record) -> Self {
        let standing = standing(record);
        let chance = record
            .pool
            .iter()
            .map(|person| record.probabilities.get(&person.id).copied().unwrap_or(0.0));
        let steps = record.certificate.levels.iter().enumerate();
        let values = record.quotas.iter().enumerate();
        Self {
            record,
            features: features(record),
            shares_household: shares_household(record, &standing),
            standing,
            chance: chance.collect(),
            panels: panels(record),
            steps: steps
                .flat_map(|(at, level)| level.people.iter().map(move |id| (id.as_str(), at)))
                .collect(),
            values: values
                .map(|(at, quota)| ((quota.feature.as_str(), quota.value.as_str()), at))
                .collect(),
        }
    }

    /// The people of a standing, by their places in the pool.
    pub(super) fn standing_as(&self, standing: Standing) -> Vec<usize> {
        (0..self.standing.len())
            .filter(|&person| self.standing[person] == standing)
            .collect()
    }

    /// Seats that are drawn, on all panels together.
    pub(super) fn open_seats(&self) -> u32 {
        let question = &self.record.question;
        let kept = u32::try_from(question.selected.len()).unwrap_or(u32::MAX);
        question.size.saturating_sub(kept).saturating_mul(question.parallel.max(1))
    }

    /// Whether chances mean anything here.
    pub(super) fn is_lottery(&self) -> bool {
        self.record.status != status::NO_LOTTERY
    }

    /// Whether anything is proven about the chances.
    pub(super) fn has_proof(&self) -> bool {
        let certificate = &self.record.certificate;
        !certificate.levels.is_empty() || certificate.prices.is_some()
    }

    /// The quota of somebody's value of each feature.
    pub(super) fn quotas_of(&self, person: usize) -> Vec<usize> {
        let values = &self.record.pool[person].values;
        let named = self.features.iter().zip(values);
        named
            .filter_map(|(feature, value)| self.values.get(&(feature.name, value.as_str())).copied())
            .collect()
    }

    /// The step of the proof that speaks of somebody.
    pub(super) fn step_of(&self, person: usize) -> Option<&'a Level> {
        let at = self.steps.get(self.record.pool[person].id.as_str())?;
        self.record.certificate.levels.get(*at)
    }

    /// Whether somebody was drawn or had a seat.
    pub(super) fn is_on_panel(&self, id: &str) -> bool {
        self.panels.iter().any(|panel| panel.contains(id))
    }

    /// How many have each value, by number of the quota.
    pub(super) fn counts(&self, people: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut counts = vec![0; self.record.quotas.len()];
        for person in people {
            for quota in self.quotas_of(person) {
                counts[quota] += 1;
            }
        }
        counts
    }
}

fn features(record: &Record) -> Vec<Feature<'_>> {
    let mut features: Vec<Feature<'_>> = Vec::new();
    for (at, quota) in record.quotas.iter().enumerate() {
        match features.iter_mut().find(|feature| feature.name == quota.feature) {
            Some(feature) => feature.quotas.push(at),
            None => features.push(Feature {
                name: &quota.feature,
                quotas: vec![at],
            }),
        }
    }
    features
}

fn standing(record: &Record) -> Vec<Standing> {
    let question = &record.question;
    let [selected, excluded] = [&question.selected, &question.excluded].map(|ids| ids.iter().collect::<BTreeSet<&String>>());
    let housed: BTreeSet<u32> = record
        .pool
        .iter()
        .filter(|person| question.one_per_household && selected.contains(&person.id))
        .filter_map(|person| person.household)
        .collect();
    let of = |person: &sortition::record::Person| {
        if selected.contains(&person.id) {
            Standing::Selected
        } else if excluded.contains(&person.id) {
            Standing::Excluded
        } else if person.household.is_some_and(|household| housed.contains(&household)) {
            Standing::Housemate
        } else {
            Standing::Drawable
        }
    };
    record.pool.iter().map(of).collect()
}

fn shares_household(record: &Record, standing: &[Standing]) -> Vec<bool> {
    let mut members: BTreeMap<u32, usize> = BTreeMap::new();
    let household = |person: usize| {
        let counts = record.question.one_per_household && standing[person] == Standing::Drawable;
        record.pool[person].household.filter(|_| counts)
    };
    for household in (0..standing.len()).filter_map(household) {
        *members.entry(household).or_default() += 1;
    }
    (0..standing.len())
        .map(|person| household(person).is_some_and(|household| members[&household] > 1))
        .collect()
}

/// Who sits on the panels that came out, with those who had a seat.
fn panels(record: &Record) -> Vec<BTreeSet<&str>> {
    let Some(draw) = &record.draw else {
        return Vec::new();
    };
    let parts = match draw.from.as_str() {
        from::TICKETS => record.panels.get(draw.panel).map(|panel| &panel.parts),
        from::LIST => record.lottery.as_ref().and_then(|lottery| lottery.parts.get(draw.panel)),
        _ => None,
    };
    let parts: Vec<&[String]> = match parts.filter(|parts| parts.len() > 1) {
        Some(parts) => parts.iter().map(Vec::as_slice).collect(),
        None => vec![&draw.members],
    };
    let kept = &record.question.selected;
    parts
        .into_iter()
        .map(|part| part.iter().chain(kept).map(String::as_str).collect())
        .collect()
}
