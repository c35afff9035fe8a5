//! A second opinion: what the engine claims of a lottery, asked of another solver.
//!
//! The engine proves its chances with a simplex method, a search and classes of interchangeable people that are its own. A mistake in one
//! of them could be in result and proof alike. HiGHS is other people's work in another language, and is asked here about people, not about
//! classes: each has a column of their own, and the conditions are written down anew from the quotas.
//!
//! Two questions together leave nothing to believe. *Can averages do better?* Linear programmes over the average panels, with the
//! inequalities that the engine has learnt. *Does every whole panel obey those inequalities, and the prices of each level?* Integer
//! programmes over whole panels, with the conditions of the quotas alone.
//!
//! A crate beside the house, for HiGHS takes minutes and more tools to build; nothing that runs knows it.

mod averages;
mod conditions;
mod lottery;
mod opinion;
mod prices;
mod whole;

pub use opinion::{Claim, Opinion, Verdict};

use sortition::fair::{Objective, Outcome};
use sortition::model::Problem;

use conditions::Conditions;
use whole::Answer;

/// Chances closer than this are the same.
pub const TOLERANCE: f64 = 1e-6;

/// Whether there is a panel at all. `None`: left open.
#[must_use]
pub fn is_possible(problem: &Problem) -> Option<bool> {
    match whole::panel(&Conditions::of(problem)) {
        Answer::Panel(_) => Some(true),
        Answer::None => Some(false),
        Answer::Open => None,
    }
}

/// What HiGHS says to each claim of a lottery.
#[must_use]
pub fn opinions(problem: &Problem, outcome: &Outcome) -> Vec<Opinion> {
    let conditions = Conditions::of(problem);
    let classes = problem.classes();
    let mut opinions = vec![
        Opinion::new(Claim::Possible, whole::panel(&conditions).verdict_where_there_is_one()),
        Opinion::new(Claim::Lottery, lottery::verdict(&conditions, outcome)),
    ];
    opinions.extend(prices::learnt(&conditions, &classes, outcome));
    match outcome.objective {
        Objective::Nash => opinions.extend(prices::nash(&conditions, outcome)),
        Objective::Leximin | Objective::Maximin | Objective::Minimax | Objective::Goldilocks { .. } => {
            opinions.extend(averages::spread(&conditions, &classes, outcome));
            opinions.extend(averages::levels(&conditions, &classes, outcome));
            opinions.extend(prices::levels(&conditions, problem, &classes, outcome));
        }
    }
    opinions
}
