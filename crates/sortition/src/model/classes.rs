//! People whom the conditions cannot tell apart are one class, and share their chance.
//!
//! Without a rule about households, people with the same values of all features are one class. With it, it matters whom one lives with: the values of all members of a
//! household, sorted, are its *signature*, and a class is a signature together with the values of one of its members. Exchanging two people of one class (and, with
//! them, their households) changes no condition; a fair distribution can therefore be made to give them the same chance (`docs/sortition/mathematics.md`).
//!
//! Everything here is in an order that does not depend on that of the pool: classes by values and then by signature, signatures by the values of their members, people by
//! id, households by their smallest id. Whoever sorts the file in another way gets the same chances, the same panels and the same draw.

use std::collections::HashMap;

use super::{Person, Problem};
use crate::polytope::{Polytope, Row};

/// People whom the conditions cannot tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// For each feature, the number of the value.
    pub values: Vec<u16>,
    /// Numbers of the people in the pool, by id.
    pub people: Vec<usize>,
    /// The number of the signature, for those who share a household with others who can be drawn.
    pub signature: Option<usize>,
}

/// The classes of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes {
    /// By values, then by signature, those without one first.
    pub classes: Vec<Class>,
    /// For each signature, its households, by their smallest id, with the numbers of their members in the pool, by id.
    pub signatures: Vec<Vec<Vec<usize>>>,
    /// The class of each person of the pool; `None`: cannot be drawn.
    pub of: Vec<Option<usize>>,
}

impl Classes {
    pub(super) fn of(problem: &Problem) -> Self {
        let people = &problem.pool.people;
        let drawable = problem.drawable();
        let kinds = kinds(problem, &drawable);
        let signatures = if problem.one_per_household {
            signatures(people, &drawable, &kinds)
        } else {
            Vec::new()
        };
        let mut signature_of: Vec<Option<usize>> = vec![None; people.len()];
        for (number, households) in signatures.iter().enumerate() {
            for &member in households.iter().flatten() {
                signature_of[member] = Some(number);
            }
        }
        let class = |person: usize| (kinds[person], signature_of[person]);
        let mut sorted = drawable;
        sorted.sort_unstable_by(|&one, &other| {
            let by_class = class(one).cmp(&class(other));
            by_class.then_with(|| id(people, one).cmp(&id(people, other)))
        });
        let mut of = vec![None; people.len()];
        let same = sorted.chunk_by(|&one, &other| class(one) == class(other));
        let classes = same.enumerate().map(|(number, members)| {
            for &person in members {
                of[person] = Some(number);
            }
            Class {
                values: people[members[0]].values.clone(),
                people: members.to_vec(),
                signature: signature_of[members[0]],
            }
        });
        let classes = classes.collect();
        Self { classes, signatures, of }
    }

    /// The conditions on how many seats the classes get, for all panels that are drawn at once together.
    pub(crate) fn polytope(&self, problem: &Problem) -> Polytope {
        self.together(problem, problem.parallel)
    }

    /// The conditions on `panels` panels together.
    pub(crate) fn together(&self, problem: &Problem, panels: u32) -> Polytope {
        let panels = f64::from(panels);
        let mut rows = Vec::new();
        let size = f64::from(problem.open_seats()) * panels;
        rows.push(Row {
            low: size,
            high: size,
            entries: (0..self.classes.len()).map(|class| (class, 1.0)).collect(),
        });
        let quotas = problem.open_quotas();
        let mut of_value: Vec<Vec<Vec<(usize, f64)>>> = quotas
            .features
            .iter()
            .map(|feature| vec![Vec::new(); feature.values.len()])
            .collect();
        for (number, class) in self.classes.iter().enumerate() {
            for (feature, &value) in class.values.iter().enumerate() {
                of_value[feature][usize::from(value)].push((number, 1.0));
            }
        }
        for (feature, value, one) in quotas.values() {
            rows.push(Row {
                low: f64::from(one.quota.min) * panels,
                high: f64::from(one.quota.max) * panels,
                entries: std::mem::take(&mut of_value[feature][value]),
            });
        }
        let mut of_signature: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.signatures.len()];
        for (number, class) in self.classes.iter().enumerate() {
            if let Some(signature) = class.signature {
                of_signature[signature].push((number, 1.0));
            }
        }
        // A household has one seat, on one panel: its members may not meet on different panels either, for the panels are drawn at once.
        for (households, entries) in self.signatures.iter().zip(of_signature) {
            rows.push(Row {
                low: 0.0,
                high: count(households.len()),
                entries,
            });
        }
        let seats = |class: &Class| {
            class.signature.map_or(class.people.len(), |signature| {
                self.signatures[signature].len().min(class.people.len())
            })
        };
        Polytope {
            people: self.classes.iter().map(|class| count(class.people.len())).collect(),
            seats: self.classes.iter().map(|class| count(seats(class)).min(size)).collect(),
            rows,
        }
    }
}

/// What sorts people; the number only where a file gives two people the same id.
fn id(people: &[Person], person: usize) -> (&str, usize) {
    (&people[person].id, person)
}

/// A number for the values of each of these people: the same for the same values, and in the order of the values.
fn kinds(problem: &Problem, drawable: &[usize]) -> Vec<u64> {
    let people = &problem.pool.people;
    let mut kinds = vec![0_u64; people.len()];
    let mut different = 1_u64;
    for feature in 0..problem.quotas.features.len() {
        let value = |person: usize| u64::from(people[person].values[feature]);
        let values = drawable.iter().map(|&person| value(person) + 1).max().unwrap_or(1);
        if different.checked_mul(values).is_none() {
            different = ranked(&mut kinds, drawable);
        }
        for &person in drawable {
            kinds[person] = kinds[person] * values + value(person);
        }
        different *= values;
    }
    kinds
}

/// Puts in place of each number its rank among those of these people, and counts the ranks: at most one for each person, so that there is room for more values.
fn ranked(kinds: &mut [u64], drawable: &[usize]) -> u64 {
    let mut sorted = drawable.to_vec();
    sorted.sort_unstable_by_key(|&person| kinds[person]);
    let mut rank = 0;
    let mut before = None;
    for &person in &sorted {
        let kind = kinds[person];
        rank += u64::from(before.is_some_and(|before| before != kind));
        before = Some(kind);
        kinds[person] = rank;
    }
    rank + 1
}

/// Households of several people who can be drawn, by what the values of their members are.
fn signatures(people: &[Person], drawable: &[usize], kinds: &[u64]) -> Vec<Vec<Vec<usize>>> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut households: Vec<Vec<usize>> = Vec::new();
    for &person in drawable {
        if let Some(household) = people[person].household.as_deref() {
            let number = *numbers.entry(household).or_insert(households.len());
            if number == households.len() {
                households.push(Vec::new());
            }
            households[number].push(person);
        }
    }
    let shared = households.into_iter().filter(|members| members.len() > 1);
    let mut sorted: Vec<(Vec<u64>, Vec<usize>)> = shared
        .map(|mut members| {
            let mut signature: Vec<u64> = members.iter().map(|&member| kinds[member]).collect();
            signature.sort_unstable();
            members.sort_unstable_by_key(|&member| id(people, member));
            (signature, members)
        })
        .collect();
    sorted.sort_unstable_by(|(one, members), (other, others)| {
        let by_signature = one.cmp(other);
        by_signature.then_with(|| id(people, members[0]).cmp(&id(people, others[0])))
    });
    let same = sorted.chunk_by(|(one, _), (other, _)| one == other);
    same.map(|households| households.iter().map(|(_, members)| members.clone()).collect())
        .collect()
}

/// Numbers of people are exact in floating point.
#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
fn count(people: usize) -> f64 {
    people as f64
}
