//! Whether the quotas can be met, and what to change if not: before anything is drawn, and in words a project lead can act on.
//!
//! Every question can be watched and stopped; what it then gives is right, and may be less than there is.

mod conflict;
mod reach;
mod relax;

pub use conflict::{Bound, Conflict, Side, conflict};
pub use reach::{Unreachable, unreachable};
pub use relax::{CannotRelax, Change, Relaxation, for_everybody, relaxations};

use crate::fair::Watch;
use crate::integer::Integer;
use crate::model::{Classes, Problem};
use crate::polytope::Polytope;

/// Programmes solved for one question before it counts as open.
const NODES: u64 = 20_000;

/// Whether there is a panel at all. `None`: it was not found out with the work that is spent on it.
#[must_use]
pub fn is_feasible(problem: &Problem, watch: &mut dyn Watch) -> Option<bool> {
    is_possible(&mut Integer::new(&Conditions::of(problem).polytope), watch)
}

/// A problem with its conditions numbered.
struct Conditions {
    classes: Classes,
    polytope: Polytope,
    /// For each quota, in the order of the file, its feature and value. Its condition is one further on: the first is the panel's size.
    quotas: Vec<(usize, usize)>,
}

impl Conditions {
    fn of(problem: &Problem) -> Self {
        let classes = problem.classes();
        let polytope = classes.polytope(problem);
        let quotas = problem.quotas.values().map(|(feature, value, _)| (feature, value)).collect();
        Self { classes, polytope, quotas }
    }

    /// The conditions that keep households apart.
    fn households(&self) -> std::ops::Range<usize> {
        1 + self.quotas.len()..self.polytope.rows.len()
    }

    /// The widest that the activity of a condition can be.
    fn widest(&self, row: usize) -> (f64, f64) {
        let most = self.polytope.rows[row]
            .entries
            .iter()
            .map(|&(class, factor)| self.polytope.people[class] * factor)
            .sum();
        (0.0, most)
    }
}

/// Whether there is a whole panel. `None`: left open.
fn is_possible(integer: &mut Integer, watch: &mut dyn Watch) -> Option<bool> {
    let found = integer.better(f64::NEG_INFINITY, NODES, watch);
    match found.panel {
        Some(_) => Some(true),
        None if found.bound == f64::NEG_INFINITY => Some(false),
        None => None,
    }
}
