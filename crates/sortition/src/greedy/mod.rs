//! Legacy: one panel, drawn person by person where it is tightest.
//!
//! The way the Sortition Foundation drew most of its panels before there were fair lotteries, written down as LEGACY by B. Flanigan, P.
//! Gölz, A. Gupta, B. Hennig and A. Procaccia, *Fair algorithms for selecting citizens' assemblies*, Nature 596, 2021. It is here so that
//! what it did can be repeated and compared, not because we recommend it. Each seat is given like this:
//!
//! 1. Every value that somebody left can still be drawn with has an urgency, `(min − seated) / left`: how many of its minimum are missing,
//!    for each of those left. The most urgent value comes next, also when nothing is missing anywhere; of equally urgent ones the first in
//!    the order of the quotas. The fractions are compared in whole numbers.
//! 2. One of the people left with this value is drawn, each with the same chance. They leave the pool, and with the household rule
//!    everybody they live with.
//! 3. When a value has its maximum, everybody left with it leaves the pool too.
//! 4. When a value's minimum can no longer be reached, the attempt has failed and all seats are drawn anew.
//!
//! People are counted in the order of their ids, so that the order of the file does not matter.
//!
//! # What it does not promise
//!
//! *Nobody has set the chances, and nobody knows them.* People with a rare combination of values are hardly ever drawn, because a seat
//! given for the sake of one value seldom fits their others, and failed attempts weigh most against them. The lowest chance anybody had, as
//! counted in trials on the pools of that study (at most, with 99 % confidence), beside the lowest of
//! [leximin](crate::fair::Objective::Leximin):
//!
//! | pool | people | seats | legacy | leximin |
//! |---|---|---|---|---|
//! | mass_24 | 70 | 24 | 14.94 % | 20.0 % |
//! | sf_c_44 | 161 | 44 | 0.15 % | 8.6 % |
//! | hd_30 | 239 | 30 | 0.09 % | 5.1 % |
//! | sf_b_20 | 250 | 20 | 0.17 % | 4.0 % |
//! | sf_a_35 | 312 | 35 | 0.32 % | 6.7 % |
//! | obf_30 | 321 | 30 | 0.03 % | 4.7 % |
//! | nexus_170 | 342 | 170 | 2.24 % | 32.5 % |
//! | sf_d_40 | 404 | 40 | 0.11 % | 4.7 % |
//! | cca_75 | 825 | 75 | 0.03 % | 2.4 % |
//! | sf_e_110 | 1727 | 110 | 0.03 % | 2.6 % |
//!
//! *Giving up proves nothing.* There may be panels that no attempt has found; [`feasible`](crate::feasible) knows.
//!
//! *It draws one panel at a time.* Panels at once, with nobody on two of them, are refused: the later ones would be drawn from what the
//! earlier ones left over, with yet other chances. So is a [list](crate::read::Algorithm::gives_list) of panels to draw one from, which
//! would look like a lottery with known chances.

mod attempt;
mod binomial;
mod estimate;

pub use estimate::{Chance, Estimate, estimate};

use crate::fair::{Phase, Watch};
use crate::model::{Problem, Unfit};
use crate::random::Stream;
use attempt::{Attempt, Candidates};

/// How many attempts others make who draw like this, where nothing else is said.
pub const ATTEMPTS: u32 = 100;

/// A panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Numbers in the pool of those who were drawn, ascending; those who were selected already are not among them.
    pub members: Vec<usize>,
    /// Which attempt succeeded, counted from 1.
    pub attempts: u32,
}

/// Why nobody was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GaveUp {
    /// The problem contradicts itself.
    Unfit(Unfit),
    /// Several panels at once are no question for this way.
    Parallel {
        /// How many were asked for.
        panels: u32,
    },
    /// No attempt ended with a panel. There may be panels all the same.
    Attempts {
        /// How many were made.
        attempts: u64,
    },
    /// Stopped before any attempt ended with a panel.
    Stopped,
}

impl From<Unfit> for GaveUp {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

/// One panel, in at most so many attempts.
///
/// # Errors
/// [`GaveUp`].
pub fn draw(problem: &Problem, attempts: u32, stream: &mut Stream, watch: &mut dyn Watch) -> Result<Drawn, GaveUp> {
    let (problem, order) = asked(problem)?;
    watch.phase(Phase::Panels);
    let candidates = Candidates::of(&problem);
    let mut attempt = Attempt::new(&candidates);
    let made = panel(&mut attempt, attempts, stream, watch)?;
    let mut members: Vec<usize> = attempt.members().map(|place| order[place]).collect();
    members.sort_unstable();
    Ok(Drawn { members, attempts: made })
}

/// The problem in the order of ids, if it is one for this way.
fn asked(problem: &Problem) -> Result<(Problem, Vec<usize>), GaveUp> {
    problem.fits()?;
    match problem.parallel {
        1 => Ok(problem.by_id()),
        panels => Err(GaveUp::Parallel { panels }),
    }
}

/// Makes attempts until one succeeds, and says how many it took.
fn panel(attempt: &mut Attempt<'_>, attempts: u32, stream: &mut Stream, watch: &mut dyn Watch) -> Result<u32, GaveUp> {
    for made in 1..=attempts {
        if watch.stop() {
            return Err(GaveUp::Stopped);
        }
        if attempt.make(stream) {
            return Ok(made);
        }
    }
    Err(GaveUp::Attempts {
        attempts: u64::from(attempts),
    })
}
