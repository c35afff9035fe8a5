//! What came out, in the words of people: chances, panels, levels, and how far from the best it can be.

use super::{Figures, Found, Objective};
use crate::chances::leximin::{self, NONE};
use crate::model::{Classes, Problem};
use crate::polytope::Row;
use crate::portfolio::deal::{Panel, deal};
use crate::portfolio::several::Several;

/// Whether the best was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The chances are the best there are, to within [`Outcome::TOLERANCE`].
    Certified,
    /// Stopped before: the chances may be worse than the best by the gap, and not by more.
    Bounded,
}

/// People with the same chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Their chance.
    pub chance: f64,
    /// How many they are.
    pub people: usize,
}

/// What proves that no lottery does better. Classes are numbered as in [`Problem::classes`]; conditions are the panel's size, the quotas in the order of the file, the
/// households by signature, and the learnt inequalities.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// For each level in turn, the classes that cannot have more, their chance, and a price for each condition (none: the classes have all seats they can have).
    pub levels: Vec<(f64, Vec<usize>, Vec<f64>)>,
    /// For Nash, minimax and goldilocks, a price for each condition.
    pub prices: Vec<f64>,
    /// Levels of those who have no chance in any lottery, in the form of `levels`; where the objective depends on who they are.
    pub unreachable: Vec<(f64, Vec<usize>, Vec<f64>)>,
    /// The highest chance under which the levels hold.
    pub cap: f64,
    /// Inequalities that all panels obey, as factors of classes and a bound, learnt because the quotas alone promised more than panels can give.
    pub learnt: Vec<(Vec<(usize, f64)>, f64)>,
}

/// A lottery and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was asked for.
    pub objective: Objective,
    /// Whether it was reached.
    pub status: Status,
    /// The objective of these chances: the lowest chance (leximin, maximin), the highest (minimax), `Σ log p` (Nash), the sum of both (goldilocks).
    pub value: f64,
    /// No lottery has a better objective.
    pub bound: f64,
    /// How far the chances can be from the best: over all levels for the objectives that leximin decides, else between value and bound.
    pub gap: f64,
    /// The chance of each person of the pool to be drawn; those who are selected already have none here.
    pub chances: Vec<f64>,
    /// The panels and how likely each is.
    pub panels: Vec<Panel>,
    /// The chances in steps, ascending.
    pub levels: Vec<Level>,
    /// The chances in figures, over those who can be drawn.
    pub figures: Figures,
    /// Why none are better.
    pub proof: Proof,
}

impl Outcome {
    /// A gap below this is none.
    pub const TOLERANCE: f64 = 1e-6;
    /// A gap below this part of the lowest chance is none.
    pub const RELATIVE: f64 = 1e-4;
}

pub(super) fn outcome(problem: &Problem, classes: &Classes, several: &mut Several, objective: Objective, found: Found) -> Outcome {
    let panels = deal(classes, several, &found.portfolio);
    let mut chances = vec![0.0; problem.pool.people.len()];
    for panel in &panels {
        for &member in &panel.members {
            chances[member] += panel.probability;
        }
    }
    let mut drawable: Vec<f64> = classes
        .of
        .iter()
        .zip(&chances)
        .filter(|(class, _)| class.is_some())
        .map(|(_, chance)| *chance)
        .collect();
    // Sums of them are then the same to the last bit, however the pool is sorted.
    drawable.sort_unstable_by(f64::total_cmp);
    let figures = Figures::of(&drawable);
    let value = value(problem, objective, &figures, &drawable);
    let gap = gap(classes, &found, objective, &chances, value);
    let enough = match objective {
        Objective::Leximin | Objective::Maximin => Outcome::TOLERANCE.min(Outcome::RELATIVE * figures.min.max(NONE)),
        _ => Outcome::TOLERANCE * value.abs().max(1.0),
    };
    let conditions = found.polytope.rows.len() - learnt(classes, problem, &found.polytope.rows).len();
    Outcome {
        objective,
        status: if gap <= enough { Status::Certified } else { Status::Bounded },
        value,
        bound: found.aim.bound,
        gap,
        levels: levels(&drawable),
        chances,
        panels,
        figures,
        proof: Proof {
            levels: found.aim.levels.map_or_else(Vec::new, |levels| in_parts(levels.levels)),
            prices: found.aim.prices,
            unreachable: in_parts(found.aim.unreachable),
            cap: found.aim.cap,
            learnt: found.polytope.rows[conditions..]
                .iter()
                .map(|row| (row.entries.clone(), row.high))
                .collect(),
        },
    }
}

fn in_parts(levels: Vec<leximin::Level>) -> Vec<(f64, Vec<usize>, Vec<f64>)> {
    let parts = |level: leximin::Level| (level.chance, level.classes, level.prices);
    levels.into_iter().map(parts).collect()
}

fn learnt<'a>(classes: &Classes, problem: &Problem, rows: &'a [Row]) -> &'a [Row] {
    let given = 1 + problem.quotas.values().count() + classes.signatures.len();
    &rows[given..]
}

/// The objective of chances, which `drawable` holds for those who can be drawn.
pub(crate) fn value(problem: &Problem, objective: Objective, figures: &Figures, drawable: &[f64]) -> f64 {
    match objective {
        Objective::Leximin | Objective::Maximin => figures.min,
        Objective::Minimax => figures.max,
        Objective::Nash => drawable.iter().filter(|&&chance| chance > NONE).map(|chance| chance.ln()).sum(),
        Objective::Goldilocks { gamma } => {
            #[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
            let even = f64::from(problem.open_seats() * problem.parallel) / drawable.len() as f64;
            figures.max / even + gamma * even / figures.min
        }
    }
}

/// The largest shortfall at any level, or the distance of value and bound.
fn gap(classes: &Classes, found: &Found, objective: Objective, chances: &[f64], value: f64) -> f64 {
    let mut gap = match objective {
        Objective::Leximin | Objective::Maximin | Objective::Minimax => (found.aim.bound - value).abs(),
        Objective::Nash => (found.aim.bound - value).max(0.0),
        Objective::Goldilocks { .. } => (value - found.aim.bound).max(0.0),
    };
    if let (Objective::Leximin, Some(found_levels)) = (objective, &found.aim.levels) {
        // Each level's own proof, calculated anew from its prices, against what the people of the level really have.
        let mut fixed = vec![None; classes.classes.len()];
        for level in &found_levels.levels {
            let bound = level.bound(&found.polytope, &fixed);
            for &class in &level.classes {
                let people = &classes.classes[class].people;
                gap = people.iter().map(|&person| bound - chances[person]).fold(gap, f64::max);
                fixed[class] = Some(level.chance);
            }
        }
    }
    gap
}

/// Chances in steps, ascending.
pub(crate) fn levels(chances: &[f64]) -> Vec<Level> {
    let mut sorted = chances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut levels: Vec<Level> = Vec::new();
    for chance in sorted {
        match levels.last_mut() {
            Some(level) if chance - level.chance < Outcome::TOLERANCE => level.people += 1,
            _ => levels.push(Level { chance, people: 1 }),
        }
    }
    levels
}
