//! The chances aimed for, by objective, and what they prove.

use super::Objective;
use crate::chances::leximin::{Leximin, leximin};
use crate::chances::{nash, spread};
use crate::polytope::Polytope;

/// The best point of the polytope by an objective.
pub(super) struct Aim {
    /// Expected seats of each class.
    pub(super) seats: Vec<f64>,
    /// The objective there: no lottery is better.
    pub(super) bound: f64,
    /// Levels with their proofs, for the objectives that leximin decides.
    pub(super) levels: Option<Leximin>,
    /// Prices of the conditions that prove the bound of Nash.
    pub(super) prices: Vec<f64>,
    /// Under which highest chance the levels were found.
    pub(super) cap: f64,
}

impl Aim {
    /// `None`: there is no average panel.
    pub(super) fn of(polytope: &Polytope, objective: Objective) -> Option<Self> {
        match objective {
            Objective::Leximin | Objective::Maximin => {
                let levels = leximin(polytope)?;
                let bound = levels.lowest();
                Some(Self::levels(polytope, levels, bound, 1.0))
            }
            Objective::Minimax => {
                let (cap, levels) = spread::minimax(polytope)?;
                Some(Self::levels(polytope, levels, cap, cap))
            }
            Objective::Goldilocks { gamma } => {
                let (bound, cap, levels) = spread::goldilocks(polytope, gamma)?;
                Some(Self::levels(polytope, levels, bound, cap))
            }
            Objective::Nash => {
                let found = nash::nash(polytope)?;
                let seats = found
                    .chance
                    .iter()
                    .zip(&polytope.people)
                    .map(|(chance, people)| chance * people)
                    .collect();
                Some(Self {
                    seats,
                    bound: found.bound,
                    levels: None,
                    prices: found.prices,
                    cap: 1.0,
                })
            }
        }
    }

    fn levels(polytope: &Polytope, levels: Leximin, bound: f64, cap: f64) -> Self {
        Self {
            seats: levels.seats(polytope),
            bound,
            levels: Some(levels),
            prices: Vec::new(),
            cap,
        }
    }
}
