//! The chances aimed for, by objective, and what they prove.

use super::{Objective, Watch};
use crate::chances::leximin::{Level, Leximin, leximin};
use crate::chances::spread::{self, Spread};
use crate::chances::{Unfound, nash};
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
    /// The best there is, or where the work was stopped, the best that is known.
    pub(super) fn of(polytope: &Polytope, objective: Objective, watch: &mut dyn Watch) -> Result<Self, Unfound> {
        let aim = match objective {
            Objective::Leximin | Objective::Maximin => {
                let levels = leximin(polytope, watch)?;
                Self {
                    seats: levels.seats(polytope),
                    bound: levels.lowest(),
                    unreachable: levels.without_chance(),
                    levels: Some(levels),
                    prices: Vec::new(),
                    cap: 1.0,
                }
            }
            Objective::Minimax => Self::under_a_cap(polytope, spread::minimax(polytope, watch)?),
            Objective::Goldilocks { gamma } => Self::under_a_cap(polytope, spread::goldilocks(polytope, gamma, watch)?),
            Objective::Nash => {
                let found = nash::nash(polytope, watch)?;
                let seats = found
                    .chance
                    .iter()
                    .zip(&polytope.people)
                    .map(|(chance, people)| chance * people)
                    .collect();
                Self {
                    seats,
                    bound: found.bound,
                    levels: None,
                    prices: found.prices,
                    unreachable: found.unreachable,
                    cap: 1.0,
                }
            }
        };
        Ok(aim)
    }

    /// Nothing is known but a panel: its seats, and what holds of every lottery.
    pub(super) fn unknown(polytope: &Polytope, objective: Objective, panel: &[u32]) -> Self {
        let even = polytope.rows[0].high / polytope.people.iter().sum::<f64>();
        Self {
            seats: panel.iter().map(|&seats| f64::from(seats)).collect(),
            bound: match objective {
                Objective::Leximin | Objective::Maximin => 1.0,
                Objective::Minimax => even,
                Objective::Goldilocks { gamma } => 1.0 + gamma * even,
                Objective::Nash => 0.0,
            },
            levels: None,
            prices: Vec::new(),
            unreachable: Vec::new(),
            cap: 1.0,
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
