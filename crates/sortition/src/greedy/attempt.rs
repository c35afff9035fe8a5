//! One attempt at a panel, seat by seat.
//!
//! Who is left is a set of bits for everybody and one for each value, so that the j-th of those left with a value, in the order of ids, is
//! found by counting bits. How many are left with each value is kept up to date as people leave.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::model::Problem;
use crate::random::Stream;

/// Everybody who can be drawn, and what a panel must be like.
pub(super) struct Candidates {
    /// Numbers in the pool, ascending.
    people: Vec<usize>,
    features: usize,
    /// For each of them one value of each feature, numbered through all features.
    values: Vec<u32>,
    /// For each of them, the number of the household, if the rule is on and it is known.
    household: Vec<Option<usize>>,
    /// Who lives in each household.
    households: Vec<Vec<usize>>,
    /// For each value, fewest and most seats.
    quotas: Vec<(u32, u32)>,
    /// For each value, who has it.
    with: Vec<Vec<u64>>,
    /// For each value, how many have it.
    counts: Vec<u32>,
    seats: u32,
}

impl Candidates {
    /// Of a problem that fits.
    pub(super) fn of(problem: &Problem) -> Self {
        let people = problem.drawable();
        let mut quotas = Vec::new();
        let mut firsts = Vec::new();
        for feature in &problem.open_quotas().features {
            firsts.push(quotas.len() as u32);
            quotas.extend(feature.values.iter().map(|value| (value.quota.min, value.quota.max)));
        }
        let mut values = Vec::with_capacity(people.len() * firsts.len());
        let mut with = vec![vec![0; people.len().div_ceil(64)]; quotas.len()];
        let mut counts = vec![0; quotas.len()];
        for (candidate, &person) in people.iter().enumerate() {
            for (&value, first) in problem.pool.people[person].values.iter().zip(&firsts) {
                let value = first + u32::from(value);
                values.push(value);
                with[value as usize][candidate / 64] |= 1 << (candidate % 64);
                counts[value as usize] += 1;
            }
        }
        let (household, households) = households(problem, &people);
        Self {
            household,
            households,
            people,
            features: firsts.len(),
            values,
            quotas,
            with,
            counts,
            seats: problem.open_seats(),
        }
    }

    fn values(&self, candidate: usize) -> impl Iterator<Item = usize> + use<'_> {
        let first = candidate * self.features;
        self.values[first..first + self.features].iter().map(|&value| value as usize)
    }

    /// Numbers in the pool.
    pub(super) fn people(&self) -> &[usize] {
        &self.people
    }
}

/// The household of each person, and the people of each household.
fn households(problem: &Problem, people: &[usize]) -> (Vec<Option<usize>>, Vec<Vec<usize>>) {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut households = Vec::new();
    let mut of = vec![None; people.len()];
    for (candidate, &person) in people.iter().enumerate().filter(|_| problem.one_per_household) {
        let Some(household) = &problem.pool.people[person].household else {
            continue;
        };
        let number = *numbers.entry(household).or_insert(households.len());
        if number == households.len() {
            households.push(Vec::new());
        }
        households[number].push(candidate);
        of[candidate] = Some(number);
    }
    (of, households)
}

/// The seats that are given, and who is left for the others. Used again for the next attempt.
pub(super) struct Attempt<'c> {
    candidates: &'c Candidates,
    left: Vec<u64>,
    /// For each value, how many are left.
    remaining: Vec<u32>,
    /// For each value, how many have a seat.
    seated: Vec<u32>,
    members: Vec<usize>,
}

impl<'c> Attempt<'c> {
    pub(super) fn new(candidates: &'c Candidates) -> Self {
        Self {
            candidates,
            left: vec![0; candidates.people.len().div_ceil(64)],
            remaining: vec![0; candidates.quotas.len()],
            seated: vec![0; candidates.quotas.len()],
            members: Vec::new(),
        }
    }

    /// Who was drawn, as numbers in the pool, in the order in which they were drawn.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> {
        self.members.iter().map(|&candidate| self.candidates.people[candidate])
    }

    /// Draws a panel. `false`: this has failed.
    pub(super) fn make(&mut self, stream: &mut Stream) -> bool {
        self.begin();
        for _ in 0..self.candidates.seats {
            if !self.can_reach_minimums() {
                return false;
            }
            let Some(value) = self.most_urgent() else {
                return false;
            };
            let candidate = self.one_of(value, stream);
            self.seat(candidate);
        }
        // With all seats given nobody comes to the aid of a minimum any more. Maximums were never passed: full values were closed.
        let quotas = self.candidates.quotas.iter().zip(&self.seated);
        quotas.into_iter().all(|(&(min, max), seated)| (min..=max).contains(seated))
    }

    fn begin(&mut self) {
        self.members.clear();
        self.seated.fill(0);
        self.remaining.copy_from_slice(&self.candidates.counts);
        self.left.fill(u64::MAX);
        if let (Some(last), over @ 1..) = (self.left.last_mut(), self.candidates.people.len() % 64) {
            *last = (1 << over) - 1;
        }
        for value in 0..self.seated.len() {
            self.close_if_full(value);
        }
    }

    fn can_reach_minimums(&self) -> bool {
        let quotas = self.candidates.quotas.iter().zip(&self.seated).zip(&self.remaining);
        quotas
            .into_iter()
            .all(|((&(min, _), &seated), &remaining)| u64::from(seated) + u64::from(remaining) >= u64::from(min))
    }

    /// The value with the largest fraction `missing / left`. `None`: nobody is left.
    ///
    /// No minimum is higher than the number of people once it is known that all can be reached, so the products are far from what 64 bits
    /// hold.
    fn most_urgent(&self) -> Option<usize> {
        let urgency = |value: usize| {
            let missing = i64::from(self.candidates.quotas[value].0) - i64::from(self.seated[value]);
            (missing, i64::from(self.remaining[value]))
        };
        let values = (0..self.remaining.len()).filter(|&value| self.remaining[value] > 0);
        values.reduce(|best, value| {
            let ((best_missing, best_left), (missing, left)) = (urgency(best), urgency(value));
            match (missing * best_left).cmp(&(best_missing * left)) {
                Ordering::Greater => value,
                Ordering::Equal | Ordering::Less => best,
            }
        })
    }

    /// One of those left with the value, which somebody is.
    fn one_of(&self, value: usize, stream: &mut Stream) -> usize {
        let mut before = stream.below(u64::from(self.remaining[value])) as u32;
        for (at, (left, with)) in self.left.iter().zip(&self.candidates.with[value]).enumerate() {
            let mut bits = left & with;
            let here = bits.count_ones();
            if before >= here {
                before -= here;
                continue;
            }
            for _ in 0..before {
                bits &= bits - 1;
            }
            return at * 64 + bits.trailing_zeros() as usize;
        }
        unreachable!("as many people are left with a value as are counted")
    }

    fn seat(&mut self, candidate: usize) {
        let candidates = self.candidates;
        self.members.push(candidate);
        self.leave(candidate);
        if let Some(household) = candidates.household[candidate] {
            candidates.households[household].iter().for_each(|&housemate| self.leave(housemate));
        }
        for value in candidates.values(candidate) {
            self.seated[value] += 1;
        }
        for value in candidates.values(candidate) {
            self.close_if_full(value);
        }
    }

    /// Everybody left with a value that has its maximum leaves.
    fn close_if_full(&mut self, value: usize) {
        if self.seated[value] < self.candidates.quotas[value].1 {
            return;
        }
        for at in 0..self.left.len() {
            let mut bits = self.left[at] & self.candidates.with[value][at];
            while bits != 0 {
                self.leave(at * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }

    /// Who has left already stays away.
    fn leave(&mut self, candidate: usize) {
        let bit = 1 << (candidate % 64);
        if self.left[candidate / 64] & bit == 0 {
            return;
        }
        self.left[candidate / 64] &= !bit;
        for value in self.candidates.values(candidate) {
            self.remaining[value] -= 1;
        }
    }
}
