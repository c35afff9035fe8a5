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
use crate::portfolio::{Composition, Portfolio, master, walk};
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

/// A panel that is less likely than this, with people on it who shall have no chance, is what rounding has left.
const SLIGHT: f64 = 1e-8;
/// After so many inequalities the search ends with what it has.
const MOST_LEARNT: usize = 500;
/// With more classes than this, what the walk leaves over is not met: the programme that does it is as large as the square of their number.
const MEETABLE: usize = 6000;

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
    let conditions = polytope.rows.len();
    let first = some_panel(&polytope, several, watch)?;
    let mut known = vec![Composition::of(&first)];
    // The best so far: it counts if the work is ended before there is a better one.
    let mut before: Option<Found> = None;
    loop {
        watch.phase(Phase::Chances);
        let Ok(aim) = Aim::of(&polytope, objective, watch) else {
            // There is a panel, so this is no proof that there is none.
            return Ok(before.unwrap_or_else(|| Found {
                aim: Aim::unknown(&polytope, objective, &first),
                portfolio: whole(Portfolio::default(), &known),
                polytope,
            }));
        };
        watch.phase(Phase::Panels);
        let (walked, left) = walk::walk(&polytope, several, &aim.seats, watch);
        let tolerance = TOLERANCE * polytope.rows[0].high;
        let stopped = watch.stop();
        if let (true, Some(before)) = (stopped && left > tolerance, before.take()) {
            return Ok(before);
        }
        if stopped || left <= tolerance || polytope.classes() > MEETABLE {
            let portfolio = whole(tidy(walked, &aim.seats), &known);
            return Ok(Found { polytope, aim, portfolio });
        }
        let mut start = walked;
        start.panels.extend(known.iter().map(|panel| (panel.clone(), 0.0)));
        watch.phase(Phase::Repair);
        let met = master::meet(&polytope, several, &aim.seats, start, tolerance, watch);
        let found = Found {
            polytope: polytope.clone(),
            portfolio: whole(tidy(met.portfolio, &aim.seats), &known),
            aim,
        };
        match met.cut {
            Some((worth, bound)) if !watch.stop() && polytope.rows.len() < conditions + MOST_LEARNT => {
                known = met.panels;
                polytope.rows.push(inequality(&polytope, &worth, bound));
                before = Some(found);
            }
            _ => return Ok(found),
        }
    }
}

/// A first panel, or the proof that there is none.
fn some_panel(polytope: &Polytope, several: &mut Several, watch: &mut dyn Watch) -> Result<Vec<u32>, Failure> {
    if let Some(panel) = walk::any(polytope, several, watch) {
        return Ok(panel);
    }
    let mut whole = Search::new(polytope);
    let mut nodes = 1000;
    loop {
        let found = whole.better(several, f64::NEG_INFINITY, nodes, watch);
        match found.panel {
            Some((panel, _)) => return Ok(panel),
            None if found.bound == f64::NEG_INFINITY => return Err(Failure::NoPanel),
            None if watch.stop() => return Err(Failure::Stopped),
            None => nodes = nodes.saturating_mul(4),
        }
    }
}

/// Without panels that rounding has left, which would show as a chance of people who shall have none.
fn tidy(mut portfolio: Portfolio, wanted: &[f64]) -> Portfolio {
    let is_left = |(panel, weight): &(Composition, f64)| *weight < SLIGHT && panel.seats().any(|(class, _)| wanted[class] < SLIGHT);
    portfolio.panels.retain(|panel| !is_left(panel));
    portfolio
}

/// Weights that sum to one, also when the walk was broken off.
fn whole(mut portfolio: Portfolio, known: &[Composition]) -> Portfolio {
    if portfolio.panels.is_empty() {
        portfolio.panels.extend(known.first().map(|panel| (panel.clone(), 1.0)));
    }
    let mut all: f64 = portfolio.panels.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 {
        portfolio.panels.truncate(1);
        portfolio.panels.iter_mut().for_each(|(_, weight)| *weight = 1.0);
        all = 1.0;
    }
    for (_, weight) in &mut portfolio.panels {
        *weight /= all;
    }
    portfolio
}

/// `Σ worth · seats ≤ bound`, in whole numbers as they are, else in numbers of moderate size.
fn inequality(polytope: &Polytope, worth: &[f64], bound: f64) -> Row {
    let is_whole = worth.iter().all(|worth| worth.fract() == 0.0);
    let most = worth.iter().fold(0.0_f64, |most, worth| most.max(worth.abs())).max(1e-12);
    let scale = if is_whole { 1.0 } else { most };
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
