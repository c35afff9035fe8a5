//! The smallest changes to the quotas that make a panel possible.
//!
//! A quota may be widened within its flex. Lowering `min` by one costs `1 + 2/min`, because a small minimum protects a small group and means more to it; raising `max` by one
//! costs 1. (The same weights as in the tool most organisers know, so that proposals can be compared.)

use super::reach::reached;
use super::{Conditions, NODES};
use crate::fair::Watch;
use crate::integer::Integer;
use crate::model::Problem;
use crate::polytope::Polytope;

/// A quota with other ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Number of the feature.
    pub feature: usize,
    /// Number of its value.
    pub value: usize,
    /// The new lower end, for the whole panel.
    pub min: u32,
    /// The new upper end, for the whole panel.
    pub max: u32,
}

/// Changes that make a panel possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Relaxation {
    /// In the order of the file.
    pub changes: Vec<Change>,
    /// How much they cost together; see the module's text.
    pub cost: f64,
    /// `false`: there may be a cheaper one; the search was ended.
    pub cheapest: bool,
}

/// Even the widest quotas that the flex allows leave no panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CannotRelax;

impl Relaxation {
    /// The problem with these changes.
    #[must_use]
    pub fn apply(&self, problem: &Problem) -> Problem {
        let mut relaxed = problem.clone();
        for change in &self.changes {
            let quota = &mut relaxed.quotas.features[change.feature].values[change.value].quota;
            quota.min = change.min;
            quota.max = change.max;
            quota.min_flex = quota.min_flex.min(change.min);
        }
        relaxed
    }
}

/// Up to `count` relaxations, the cheapest first; each changes something that the ones before leave alone, or changes it less. Empty where nothing needs to be changed.
///
/// Stopped, it gives those that were found by then.
///
/// # Errors
/// [`CannotRelax`], also if it was stopped before the first was found.
pub fn relaxations(problem: &Problem, count: usize, watch: &mut dyn Watch) -> Result<Vec<Relaxation>, CannotRelax> {
    let mut search = Widened::of(problem);
    let mut found: Vec<Relaxation> = Vec::new();
    while found.len() < count {
        let Some((moves, cheapest)) = search.cheapest(watch) else {
            break;
        };
        if moves.is_empty() {
            return Ok(Vec::new());
        }
        found.push(search.relaxation(problem, &moves, cheapest));
        search.forbid(&moves);
    }
    if found.is_empty() { Err(CannotRelax) } else { Ok(found) }
}

/// A relaxation after which everybody sits on some panel, as far as the flex allows; with the people who are out of reach even so. It is put together class by class and
/// need not be the cheapest.
///
/// Stopped, it counts as out of reach whoever is not within it yet.
///
/// # Errors
/// [`CannotRelax`], also if it was stopped before there was a panel.
pub fn for_everybody(problem: &Problem, watch: &mut dyn Watch) -> Result<(Relaxation, Vec<usize>), CannotRelax> {
    let mut relaxed = problem.clone();
    if let Some(first) = relaxations(problem, 1, watch)?.first() {
        relaxed = first.apply(&relaxed);
    }
    let mut out_of_reach = Vec::new();
    let mut given_up = Vec::new();
    loop {
        let conditions = Conditions::of(&relaxed);
        let reached = reached(&conditions, watch);
        let Some(class) = (0..reached.len()).find(|class| !reached[*class] && !given_up.contains(class)) else {
            break;
        };
        let mut search = Widened::of(&relaxed);
        search.integer.lp.set_bounds(class, 1.0, conditions.polytope.seats[class].max(1.0));
        match search.cheapest(watch) {
            Some((moves, cheapest)) if !moves.is_empty() => relaxed = search.relaxation(&relaxed, &moves, cheapest).apply(&relaxed),
            _ => {
                given_up.push(class);
                out_of_reach.extend_from_slice(&conditions.classes.classes[class].people);
            }
        }
    }
    out_of_reach.sort_unstable();
    Ok((difference(problem, &relaxed), out_of_reach))
}

/// What was changed between two versions of the quotas.
fn difference(before: &Problem, after: &Problem) -> Relaxation {
    let mut cost = 0.0;
    let mut changes = Vec::new();
    for ((feature, value, old), (_, _, new)) in before.quotas.values().zip(after.quotas.values()) {
        let (old, new) = (old.quota, new.quota);
        if (old.min, old.max) != (new.min, new.max) {
            cost += f64::from(old.min - new.min) * weight(old.min) + f64::from(new.max - old.max);
            changes.push(Change {
                feature,
                value,
                min: new.min,
                max: new.max,
            });
        }
    }
    Relaxation {
        changes,
        cost,
        cheapest: false,
    }
}

fn weight(min: u32) -> f64 {
    if min == 0 { 0.0 } else { 1.0 + 2.0 / f64::from(min) }
}

/// One step of an end of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    /// Number of the quota.
    quota: usize,
    lowers_min: bool,
    by: u32,
}

/// The programme with two more columns for each quota: how far `min` is lowered and `max` raised.
struct Widened {
    conditions: Conditions,
    classes: usize,
    integer: Integer,
}

impl Widened {
    fn of(problem: &Problem) -> Self {
        let conditions = Conditions::of(problem);
        let classes = conditions.polytope.classes();
        let panels = f64::from(problem.parallel);
        let open = problem.open_quotas();
        let mut widened: Polytope = conditions.polytope.clone();
        let mut worth = Vec::new();
        for (at, (_, _, value)) in open.values().enumerate() {
            let quota = value.quota;
            let relaxed = quota.relaxed(problem.size);
            let down = f64::from(quota.min - relaxed.min.min(quota.min)) * panels;
            let up = f64::from(relaxed.max.max(quota.max) - quota.max) * panels;
            for (factor, most, cost) in [(1.0, down, weight(quota.min)), (-1.0, up, 1.0)] {
                widened.rows[at + 1].entries.push((widened.people.len(), factor));
                widened.people.push(1.0);
                widened.seats.push(most);
                worth.push(-cost);
            }
        }
        let mut integer = Integer::new(&widened);
        for (at, worth) in worth.into_iter().enumerate() {
            integer.value(classes + at, worth);
        }
        Self {
            conditions,
            classes,
            integer,
        }
    }

    /// The cheapest moves, and whether they are proven to be.
    fn cheapest(&mut self, watch: &mut dyn Watch) -> Option<(Vec<Move>, bool)> {
        let found = self.integer.best(f64::NEG_INFINITY, NODES, watch);
        let (panel, value) = found.panel?;
        let moves = panel[self.classes..]
            .iter()
            .enumerate()
            .filter(|(_, by)| **by > 0)
            .map(|(at, &by)| Move {
                quota: at / 2,
                lowers_min: at % 2 == 0,
                by,
            })
            .collect();
        Some((moves, found.bound <= value + 1e-6))
    }

    /// Not these moves again.
    fn forbid(&mut self, moves: &[Move]) {
        let entries: Vec<(usize, f64)> = moves
            .iter()
            .map(|one| (self.classes + 2 * one.quota + usize::from(!one.lowers_min), 1.0))
            .collect();
        let total: u32 = moves.iter().map(|one| one.by).sum();
        self.integer.lp.add_rows(&[(0.0, f64::from(total) - 1.0, entries)]);
    }

    fn relaxation(&self, problem: &Problem, moves: &[Move], cheapest: bool) -> Relaxation {
        let mut relaxed = problem.clone();
        for one in moves {
            let (feature, value) = self.conditions.quotas[one.quota];
            let quota = &mut relaxed.quotas.features[feature].values[value].quota;
            // For several panels at once the moves are of all of them together.
            let by = one.by.div_ceil(problem.parallel);
            if one.lowers_min {
                quota.min = quota.min.saturating_sub(by);
            } else {
                quota.max += by;
            }
        }
        Relaxation {
            cheapest,
            ..difference(problem, &relaxed)
        }
    }
}
