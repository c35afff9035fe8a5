//! The fair lottery: chances that are best by an objective, with panels that give them and a proof that none are better.

mod aim;
mod figures;
mod outcome;
mod watch;

pub use figures::Figures;
pub use outcome::{Level, Outcome, Proof, Status};
pub(crate) use outcome::{levels, value};
pub use watch::{Phase, Unwatched, Watch};

use crate::model::{Problem, Unfit};
use crate::polytope::{Polytope, Row};
pub use crate::portfolio::deal::Panel;
use crate::portfolio::several::{Search, Several};
use crate::portfolio::{Portfolio, master, walk};
use aim::Aim;

/// What the chances shall be like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Objective {
    /// The lowest chance as high as it can be, then the next lowest, and so on. What we recommend.
    Leximin,
    /// The lowest chance as high as it can be. Among the distributions that achieve it, leximin's.
    Maximin,
    /// The product of all chances as high as it can be.
    Nash,
    /// Neither very low nor very high chances: `(n/k)·max p + γ·(k/n)/min p` as low as it can be; what that leaves open, leximin decides.
    Goldilocks {
        /// How much low chances weigh against high ones; 1 is usual.
        gamma: f64,
    },
    /// The highest chance as low as it can be; what that leaves open, leximin decides.
    Minimax,
}

/// Why there are no chances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The problem contradicts itself.
    Unfit(Unfit),
    /// No panel obeys the quotas: proven.
    NoPanel,
    /// Stopped before any panel was found.
    Stopped,
}

impl From<Unfit> for Failure {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

/// Seats that may be missing or too many over all classes together, for each person of the panel's size: far below what anybody could notice in a draw.
const TOLERANCE: f64 = 3e-9;

/// The fairest chances by an objective.
///
/// # Errors
/// [`Failure`].
pub fn fair(problem: &Problem, objective: Objective, watch: &mut dyn Watch) -> Result<Outcome, Failure> {
    problem.fits()?;
    watch.phase(Phase::Types);
    let classes = problem.classes();
    let polytope = classes.polytope(problem);
    let mut several = Several::of(problem, &classes);
    let found = search(&polytope, &mut several, objective, watch)?;
    watch.phase(Phase::Deal);
    Ok(outcome::outcome(problem, &classes, &mut several, objective, found))
}

/// What the search has found.
struct Found {
    /// With the inequalities that were learnt.
    polytope: Polytope,
    aim: Aim,
    portfolio: Portfolio,
}

fn search(polytope: &Polytope, several: &mut Several, objective: Objective, watch: &mut dyn Watch) -> Result<Found, Failure> {
    let mut polytope = polytope.clone();
    let mut known = vec![some_panel(&polytope, several, watch)?];
    loop {
        watch.phase(Phase::Chances);
        let aim = Aim::of(&polytope, objective).ok_or(Failure::NoPanel)?;
        watch.phase(Phase::Panels);
        let (walked, left) = walk::walk(&polytope, several, &aim.seats, watch);
        let tolerance = TOLERANCE * polytope.rows[0].high;
        let stopped = watch.stop();
        if stopped || left <= tolerance {
            let portfolio = whole(walked, &known);
            return Ok(Found { polytope, aim, portfolio });
        }
        let mut start = walked;
        start.panels.extend(known.iter().map(|panel| (panel.clone(), 0.0)));
        watch.phase(Phase::Repair);
        let met = master::meet(&polytope, several, &aim.seats, start, tolerance, watch);
        match met.cut {
            Some((worth, bound)) if !watch.stop() => {
                known = met.panels;
                polytope.rows.push(inequality(&polytope, &worth, bound));
            }
            _ => {
                return Ok(Found {
                    polytope,
                    aim,
                    portfolio: met.portfolio,
                });
            }
        }
    }
}

/// A first panel, or the proof that there is none.
fn some_panel(polytope: &Polytope, several: &mut Several, watch: &mut dyn Watch) -> Result<Vec<u32>, Failure> {
    let mut whole = Search::new(polytope);
    let mut nodes = 1000;
    loop {
        let found = whole.better(several, f64::NEG_INFINITY, nodes);
        match found.panel {
            Some((panel, _)) => return Ok(panel),
            None if found.bound == f64::NEG_INFINITY => return Err(Failure::NoPanel),
            None if watch.stop() => return Err(Failure::Stopped),
            None => nodes *= 4,
        }
    }
}

/// Weights that sum to one, also when the walk was broken off.
fn whole(mut portfolio: Portfolio, known: &[Vec<u32>]) -> Portfolio {
    if portfolio.panels.is_empty() {
        portfolio.panels.extend(known.first().map(|panel| (panel.clone(), 1.0)));
    }
    let all: f64 = portfolio.panels.iter().map(|(_, weight)| weight).sum();
    for (_, weight) in &mut portfolio.panels {
        *weight /= all;
    }
    portfolio
}

/// `Σ worth · seats ≤ bound`, in numbers of moderate size.
fn inequality(polytope: &Polytope, worth: &[f64], bound: f64) -> Row {
    let scale = worth.iter().fold(0.0_f64, |most, worth| most.max(worth.abs())).max(1e-12);
    let entries: Vec<(usize, f64)> = worth
        .iter()
        .enumerate()
        .map(|(class, worth)| (class, worth / scale))
        .filter(|(_, worth)| worth.abs() > 1e-12)
        .collect();
    let low = entries
        .iter()
        .map(|&(class, worth)| worth.min(0.0) * polytope.seats[class])
        .sum::<f64>()
        - 1.0;
    Row {
        low,
        high: bound / scale,
        entries,
    }
}
