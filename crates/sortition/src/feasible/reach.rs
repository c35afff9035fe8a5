//! Who can sit on no panel at all, and why.

use super::conflict::{Conflict, smallest};
use super::{Conditions, NODES, is_possible};
use crate::fair::Watch;
use crate::integer::Integer;
use crate::model::Problem;

/// People whom no panel has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// Their numbers in the pool.
    pub people: Vec<usize>,
    /// For each feature, the number of their value.
    pub values: Vec<u16>,
    /// What stands against them: these conditions cannot be met by a panel with one of them on it.
    pub because: Conflict,
}

/// Everybody who can sit on no panel, class by class. Empty where there is no panel at all, and where all seats are taken. Stopped, it leaves out those for whom
/// it is not proven.
#[must_use]
pub fn unreachable(problem: &Problem, watch: &mut dyn Watch) -> Vec<Unreachable> {
    let conditions = Conditions::of(problem);
    let reached = reached(&conditions, watch);
    if !reached.contains(&true) {
        return Vec::new();
    }
    let left: Vec<usize> = (0..reached.len()).filter(|&class| !reached[class]).collect();
    let mut found = Vec::new();
    for class in left {
        let mut integer = Integer::new(&conditions.polytope);
        integer.lp.set_bounds(class, 1.0, conditions.polytope.seats[class].max(1.0));
        if is_possible(&mut integer, watch) != Some(false) {
            continue;
        }
        let own = &conditions.classes.classes[class];
        found.push(Unreachable {
            people: own.people.clone(),
            values: own.values.clone(),
            because: smallest(&conditions, integer, watch),
        });
    }
    found
}

/// Which classes have a panel. Each programme asks for a panel with as many classes as possible that have none yet.
pub(super) fn reached(conditions: &Conditions, watch: &mut dyn Watch) -> Vec<bool> {
    let classes = conditions.polytope.classes();
    let mut reached = vec![false; classes];
    let mut integer = Integer::new(&conditions.polytope);
    for class in 0..classes {
        integer.value(class, 1.0);
    }
    loop {
        let found = integer.better(0.5, NODES, watch);
        let Some((panel, _)) = found.panel else {
            break;
        };
        for class in (0..classes).filter(|&class| panel[class] > 0) {
            reached[class] = true;
            integer.value(class, 0.0);
        }
    }
    reached
}
