//! The chances aimed for, by objective, and what they prove.

use super::Objective;
use crate::chances::leximin::{Level, Leximin, leximin};
use crate::chances::nash;
use crate::chances::spread::{self, Spread};
use crate::polytope::Polytope;

/// The best point of the polytope by an objective.
pub(super) struct Aim {
    /// Expected seats of each class.
    pub(super) seats: Vec<f64>,
    /// The objective there: no lottery is better.
    pub(super) bound: f64,
    /// Levels with their proofs, for the objectives that leximin decides.
    pub(super) levels: Option<Leximin>,
    /// Prices of the conditions that prove the bound of Nash, minimax and goldilocks.
    pub(super) prices: Vec<f64>,
    /// The levels of those who have no chance in any lottery, where the objective depends on who they are.
    pub(super) unreachable: Vec<Level>,
    /// Under which highest chance the levels were found.
    pub(super) cap: f64,
}

impl Aim {
    /// `None`: there is no average panel.
    pub(super) fn of(polytope: &Polytope, objective: Objective) -> Option<Self> {
        match objective {
            Objective::Leximin | Objective::Maximin => {
                let levels = leximin(polytope)?;
                Some(Self {
                    seats: levels.seats(polytope),
                    bound: levels.lowest(),
                    unreachable: levels.without_chance(),
                    levels: Some(levels),
                    prices: Vec::new(),
                    cap: 1.0,
                })
            }
            Objective::Minimax => Some(Self::under_a_cap(polytope, spread::minimax(polytope)?)),
            Objective::Goldilocks { gamma } => Some(Self::under_a_cap(polytope, spread::goldilocks(polytope, gamma)?)),
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
                    unreachable: found.unreachable,
                    cap: 1.0,
                })
            }
        }
    }

    fn under_a_cap(polytope: &Polytope, spread: Spread) -> Self {
        Self {
            seats: spread.levels.seats(polytope),
            bound: spread.value,
            levels: Some(spread.levels),
            prices: spread.prices,
            unreachable: spread.unreachable,
            cap: spread.cap,
        }
    }
}
