//! What is being mixed: classes of people, and the profiles that they count for.

use std::collections::HashMap;

use crate::model::{Classes, Problem};
use crate::polytope::Polytope;

/// A problem in numbers.
pub(super) struct Setting {
    pub(super) classes: Classes,
    pub(super) polytope: Polytope,
    /// Bounds of the quotas, numbered through all features.
    pub(super) quotas: Vec<(u32, u32)>,
    /// For each class, the quotas that its people count for.
    pub(super) quotas_of: Vec<Vec<usize>>,
    /// Profiles of all sets that somebody who can be drawn has. The others are as they are.
    pub(super) profiles: Vec<Profile>,
    /// For each class, the profiles of its people.
    pub(super) profiles_of: Vec<Vec<usize>>,
    /// The value of perfect mixture.
    pub(super) least: f64,
    /// The excess of profiles that nobody has who can be drawn: part of the excess of every panel.
    pub(super) fixed: f64,
    /// The excess of every panel is a multiple of this. 0: not known.
    pub(super) step: f64,
}

/// A value of each feature of a set.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// How many of those already selected have it.
    pub(super) kept: u32,
    /// Fewer people than this are too few.
    pub(super) floor: u32,
    /// More people than this are too many.
    pub(super) ceiling: u32,
    /// What each person too few costs.
    pub(super) below: f64,
    /// What each person too many costs.
    pub(super) above: f64,
}

impl Profile {
    /// One of so many of a set, for a panel of this size.
    fn of(profiles: u32, size: u32) -> Self {
        let (floor, rest) = (size / profiles, size % profiles);
        let share = f64::from(rest) / f64::from(profiles);
        Self {
            kept: 0,
            floor,
            ceiling: floor + u32::from(rest > 0),
            below: if rest > 0 { 2.0 * (1.0 - share) } else { 1.0 },
            above: if rest > 0 { 2.0 * share } else { 1.0 },
        }
    }

    /// What so many people who are drawn cost, beyond what is unavoidable.
    pub(super) fn excess(&self, drawn: u32) -> f64 {
        let people = self.kept + drawn;
        f64::from(self.floor.saturating_sub(people)) * self.below + f64::from(people.saturating_sub(self.ceiling)) * self.above
    }
}

impl Setting {
    /// Of a problem that fits.
    pub(super) fn new(problem: &Problem, subsets: &[Vec<usize>]) -> Self {
        let classes = problem.classes();
        let polytope = classes.polytope(problem);
        let mut firsts = Vec::new();
        let mut quotas = Vec::new();
        for feature in &problem.open_quotas().features {
            firsts.push(quotas.len());
            quotas.extend(feature.values.iter().map(|value| (value.quota.min, value.quota.max)));
        }
        let number = |values: &[u16]| {
            values
                .iter()
                .zip(&firsts)
                .map(|(&value, first)| first + usize::from(value))
                .collect()
        };
        let mut setting = Self {
            quotas_of: classes.classes.iter().map(|class| number(&class.values)).collect(),
            profiles_of: vec![Vec::new(); classes.classes.len()],
            classes,
            polytope,
            quotas,
            profiles: Vec::new(),
            least: 0.0,
            fixed: 0.0,
            step: 0.0,
        };
        let mut fraction = 1;
        for subset in subsets {
            let profiles: u32 = subset
                .iter()
                .map(|&feature| problem.quotas.features[feature].values.len() as u32)
                .product();
            setting.count(problem, subset, profiles);
            // Of one set: multiples of 2 g / profiles, where g divides both profiles and rest. If there is no rest, as many people are too
            // many as too few.
            let parts = profiles / greatest_common_divisor(profiles, problem.size % profiles);
            fraction = lowest_common_multiple(fraction, u64::from(parts));
        }
        if fraction <= FINEST {
            setting.step = 2.0 / fraction as f64;
        }
        setting
    }

    /// Takes a set of so many profiles into account.
    fn count(&mut self, problem: &Problem, subset: &[usize], profiles: u32) {
        let rest = problem.size % profiles;
        let one = Profile::of(profiles, problem.size);
        self.least += 2.0 * f64::from(rest) * f64::from(profiles - rest) / f64::from(profiles);
        let mut numbers: HashMap<Vec<u16>, usize> = HashMap::new();
        let of = |values: &[u16]| subset.iter().map(|&feature| values[feature]).collect::<Vec<u16>>();
        for (class, own) in self.classes.classes.iter().zip(&mut self.profiles_of) {
            let next = self.profiles.len();
            let number = *numbers.entry(of(&class.values)).or_insert(next);
            if number == next {
                self.profiles.push(one.clone());
            }
            own.push(number);
        }
        let mut settled: HashMap<Vec<u16>, u32> = HashMap::new();
        for &person in &problem.selected {
            let profile = of(&problem.pool.people[person].values);
            match numbers.get(&profile) {
                Some(&number) => self.profiles[number].kept += 1,
                None => *settled.entry(profile).or_default() += 1,
            }
        }
        let empty = profiles as usize - numbers.len() - settled.len();
        self.fixed += empty as f64 * one.excess(0);
        // Sums in the order of numbers of people: the order of a hash is another on every machine.
        let mut settled: Vec<u32> = settled.into_values().collect();
        settled.sort_unstable();
        self.fixed += settled.iter().map(|&people| one.excess(people)).sum::<f64>();
    }
}

/// Finer steps than one in so many say nothing.
const FINEST: u64 = 1_000_000;

fn greatest_common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 {
        one
    } else {
        greatest_common_divisor(other, one % other)
    }
}

fn lowest_common_multiple(one: u64, other: u64) -> u64 {
    let (mut divisor, mut rest) = (one, other);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    (one / divisor).saturating_mul(other)
}
