//! Which chances to aim for.
//!
//! A lottery over panels gives each class of people an expected number of seats. All lotteries together give a body, the hull of the whole panels, and the fairest chances
//! are a point of it. Finding that point through panels is slow: there are more panels than atoms. But the hull lies within the [`Polytope`] of average panels, which
//! has only as many conditions as there are quotas. So the best point of the polytope is found first, which takes milliseconds and bounds what any lottery can reach. Then
//! panels are looked for whose average it is (`portfolio`). If there are such panels, the point is optimal and the bound is the proof. If not, the search yields an
//! inequality that all panels obey and the point does not; it becomes one more condition of the polytope, and the point is found anew.

pub(crate) mod leximin;
pub(crate) mod nash;
pub(crate) mod spread;

use crate::lp::End;

/// Why there are no chances to aim for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfound {
    /// There is no average panel, and so no panel at all.
    NoPanel,
    /// Stopped, or rounding stood in the way, before anything was known.
    Stopped,
}

/// How a programme ended that should have a best point.
pub(crate) fn solved(end: End) -> Result<(), Unfound> {
    match end {
        End::Optimal => Ok(()),
        End::Infeasible => Err(Unfound::NoPanel),
        End::Stopped => Err(Unfound::Stopped),
    }
}
