//! Everybody's chance, counted in trial draws: nothing else is known about it.

use std::collections::BTreeMap;

use super::attempt::{Attempt, Candidates};
use super::{GaveUp, asked, binomial, panel};
use crate::fair::{Phase, Watch};
use crate::model::Problem;
use crate::random::Stream;

/// Somebody's chance to be drawn, as far as trials tell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Chance {
    /// On how many of the trial panels.
    pub drawn: u32,
    /// The share of the trial panels.
    pub share: f64,
    /// The chance is at least this.
    pub low: f64,
    /// The chance is at most this.
    pub high: f64,
}

/// Chances counted in trials. They are those of a draw that ends with a panel.
///
/// For each person the interval from `low` to `high` holds the chance with a probability of at least [`Estimate::CONFIDENCE`], whatever the
/// chance (C. Clopper and E. Pearson, *The use of confidence or fiducial limits illustrated in the case of the binomial*, Biometrika 26,
/// 1934). That is a promise to one person who was named before: of a hundred intervals one may be wrong. Who looks for the lowest chance
/// looks at all of them, and finds in `lowest_at_most` what can be said then.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Trial draws.
    pub draws: u32,
    /// How many of them ended with a panel.
    pub succeeded: u32,
    /// Attempts of all draws together.
    pub attempts: u64,
    /// For each person of the pool. Those who are selected already or cannot be drawn have no chance, which is certain.
    pub chances: Vec<Chance>,
    /// Somebody who can be drawn has at most this chance, with the same confidence: each interval is wide enough that all of them together
    /// hold (C. E. Bonferroni, 1936). 1 if nobody can be drawn.
    pub lowest_at_most: f64,
}

impl Estimate {
    /// How sure the bounds are.
    pub const CONFIDENCE: f64 = 0.99;
}

/// Chances from so many trial draws of at most so many attempts each. Stopped before, from as many as were made.
///
/// # Errors
/// [`GaveUp`], if no draw ended with a panel.
pub fn estimate(problem: &Problem, draws: u32, attempts: u32, stream: &mut Stream, watch: &mut dyn Watch) -> Result<Estimate, GaveUp> {
    let (problem, order) = asked(problem)?;
    watch.phase(Phase::Chances);
    let candidates = Candidates::of(&problem);
    let mut attempt = Attempt::new(&candidates);
    let mut drawn = vec![0_u32; order.len()];
    let (mut made, mut succeeded, mut all_attempts) = (0, 0, 0);
    let mut stopped = false;
    for draw in 0..draws {
        watch.progress(f64::from(draw) / f64::from(draws));
        match panel(&mut attempt, attempts, stream, watch) {
            Ok(took) => {
                succeeded += 1;
                all_attempts += u64::from(took);
                attempt.members().for_each(|place| drawn[place] += 1);
            }
            Err(GaveUp::Stopped) => {
                stopped = true;
                break;
            }
            Err(_) => all_attempts += u64::from(attempts),
        }
        made += 1;
    }
    if succeeded == 0 {
        return Err(if stopped {
            GaveUp::Stopped
        } else {
            GaveUp::Attempts { attempts: all_attempts }
        });
    }
    let mut chances = vec![Chance::default(); order.len()];
    let mut known: BTreeMap<u32, Chance> = BTreeMap::new();
    for &place in candidates.people() {
        let chance = known.entry(drawn[place]).or_insert_with_key(|&drawn| chance(drawn, succeeded));
        chances[order[place]] = *chance;
    }
    Ok(Estimate {
        draws: made,
        succeeded,
        attempts: all_attempts,
        chances,
        lowest_at_most: known.first_key_value().map_or(1.0, |(&fewest, _)| {
            binomial::at_most(fewest, succeeded, (1.0 - Estimate::CONFIDENCE) / candidates.people().len() as f64)
        }),
    })
}

fn chance(drawn: u32, panels: u32) -> Chance {
    let side = (1.0 - Estimate::CONFIDENCE) / 2.0;
    Chance {
        drawn,
        share: f64::from(drawn) / f64::from(panels),
        low: binomial::at_least(drawn, panels, side),
        high: binomial::at_most(drawn, panels, side),
    }
}
