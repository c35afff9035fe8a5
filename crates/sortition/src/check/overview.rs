//! Counts beside targets: what the pool has, what the panel wants.

use crate::model::{Pool, Problem};

/// A value beside its quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueOverview {
    /// As the file of quotas writes it.
    pub name: String,
    /// How many in the pool have it, those who are selected or excluded among them.
    pub people: u32,
    /// How many of them can still be drawn.
    pub drawable: u32,
    /// How many have a seat already.
    pub selected: u32,
    /// Fewest seats.
    pub min: u32,
    /// Most seats.
    pub max: u32,
}

/// A feature with its values, and their sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureOverview {
    /// As the file of quotas writes it.
    pub name: String,
    /// The values in the order of the file.
    pub values: Vec<ValueOverview>,
    /// Sum of the minimums; must not exceed the seats.
    pub min: u64,
    /// Sum of the maximums; must not be below the seats.
    pub max: u64,
}

/// The whole pool beside the quotas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Seats of a panel.
    pub size: u32,
    /// People in the pool.
    pub people: usize,
    /// How many of them can still be drawn.
    pub drawable: usize,
    /// How many have a seat already.
    pub selected: usize,
    /// The features in the order of the file.
    pub features: Vec<FeatureOverview>,
}

impl Overview {
    /// How many of a hundred people of the pool `people` are. 0 for an empty pool.
    #[must_use]
    pub fn percent_of_pool(&self, people: u32) -> f64 {
        percent(people, u32::try_from(self.people).unwrap_or(u32::MAX))
    }

    /// How many of a hundred seats `seats` are. 0 for a panel without seats.
    #[must_use]
    pub fn percent_of_panel(&self, seats: u32) -> f64 {
        percent(seats, self.size)
    }
}

/// `part` of a hundred of `whole`; 0 of nothing.
pub(crate) fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) * 100.0 / f64::from(whole)
    }
}

/// Counts the pool beside the quotas. What does not fit ([`Problem::fits`]) is not counted.
#[must_use]
pub fn overview(problem: &Problem) -> Overview {
    let quotas = &problem.quotas.features;
    let within: Vec<usize> = problem
        .selected
        .iter()
        .copied()
        .filter(|&person| person < problem.pool.people.len())
        .collect();
    let drawable = if within.len() == problem.selected.len() {
        problem.drawable()
    } else {
        Vec::new()
    };
    let all: Vec<usize> = (0..problem.pool.people.len()).collect();
    let counts = [&all, &drawable, &within].map(|people| counts(problem, people));
    let value = |feature: usize, value: usize| {
        let one = &quotas[feature].values[value];
        let [people, drawable, selected] = [0, 1, 2].map(|which: usize| counts[which][feature][value]);
        ValueOverview {
            name: one.name.clone(),
            people,
            drawable,
            selected,
            min: one.quota.min,
            max: one.quota.max,
        }
    };
    let features = quotas.iter().enumerate().map(|(number, feature)| FeatureOverview {
        name: feature.name.clone(),
        values: (0..feature.values.len()).map(|one| value(number, one)).collect(),
        min: feature.values.iter().map(|value| u64::from(value.quota.min)).sum(),
        max: feature.values.iter().map(|value| u64::from(value.quota.max)).sum(),
    });
    Overview {
        size: problem.size,
        people: problem.pool.people.len(),
        drawable: drawable.len(),
        selected: within.len(),
        features: features.collect(),
    }
}

/// How many of `people` have each value.
pub(crate) fn counts(problem: &Problem, people: &[usize]) -> Vec<Vec<u32>> {
    let mut counts: Vec<Vec<u32>> = problem
        .quotas
        .features
        .iter()
        .map(|feature| vec![0; feature.values.len()])
        .collect();
    let Pool { people: pool } = &problem.pool;
    for person in people.iter().filter_map(|&person| pool.get(person)) {
        for (counts, &value) in counts.iter_mut().zip(&person.values) {
            if let Some(count) = counts.get_mut(usize::from(value)) {
                *count += 1;
            }
        }
    }
    counts
}
