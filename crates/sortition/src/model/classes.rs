//! People whom the conditions cannot tell apart are one class, and share their chance.
//!
//! Without a rule about households, people with the same values of all features are one class. With it, it matters whom one lives with: the values of all members of a
//! household, sorted, are its *signature*, and a class is a signature together with the values of one of its members. Exchanging two people of one class (and, with
//! them, their households) changes no condition; a fair distribution can therefore be made to give them the same chance (`docs/sortition/mathematics.md`).

use std::collections::HashMap;

use super::Problem;
use crate::polytope::{Polytope, Row};

/// People whom the conditions cannot tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// For each feature, the number of the value.
    pub values: Vec<u16>,
    /// Numbers of the people in the pool, ascending.
    pub people: Vec<usize>,
    /// The number of the signature, for those who share a household with others who can be drawn.
    pub signature: Option<usize>,
}

/// The classes of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes {
    /// In the order in which their first members stand in the pool.
    pub classes: Vec<Class>,
    /// For each signature, its households with the numbers of their members in the pool.
    pub signatures: Vec<Vec<Vec<usize>>>,
    /// The class of each person of the pool; `None`: cannot be drawn.
    pub of: Vec<Option<usize>>,
}

impl Classes {
    pub(super) fn of(problem: &Problem) -> Self {
        let people = &problem.pool.people;
        let drawable = problem.drawable();
        let mut households: HashMap<&str, Vec<usize>> = HashMap::new();
        if problem.one_per_household {
            for &person in &drawable {
                if let Some(household) = &people[person].household {
                    households.entry(household).or_default().push(person);
                }
            }
        }
        let mut signatures: Vec<Vec<Vec<usize>>> = Vec::new();
        let mut signature_numbers: HashMap<Vec<&[u16]>, usize> = HashMap::new();
        let mut signature_of: HashMap<usize, usize> = HashMap::new();
        for &person in &drawable {
            let Some(members) = people[person].household.as_deref().and_then(|household| households.get(household)) else {
                continue;
            };
            if members.len() < 2 || members[0] != person {
                continue;
            }
            let mut signature: Vec<&[u16]> = members.iter().map(|&member| people[member].values.as_slice()).collect();
            signature.sort_unstable();
            let next = signatures.len();
            let number = *signature_numbers.entry(signature).or_insert(next);
            if number == next {
                signatures.push(Vec::new());
            }
            signatures[number].push(members.clone());
            signature_of.extend(members.iter().map(|&member| (member, number)));
        }
        let mut classes: Vec<Class> = Vec::new();
        let mut numbers: HashMap<(Option<usize>, &[u16]), usize> = HashMap::new();
        let mut of = vec![None; people.len()];
        for &person in &drawable {
            let signature = signature_of.get(&person).copied();
            let values = people[person].values.as_slice();
            let number = *numbers.entry((signature, values)).or_insert_with(|| {
                classes.push(Class {
                    values: values.to_vec(),
                    people: Vec::new(),
                    signature,
                });
                classes.len() - 1
            });
            classes[number].people.push(person);
            of[person] = Some(number);
        }
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

/// Numbers of people are exact in floating point.
#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
fn count(people: usize) -> f64 {
    people as f64
}
