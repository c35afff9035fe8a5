//! Which quotas contradict each other: a set that cannot be met together, while leaving out any one of them would do.

use super::{Conditions, is_possible};
use crate::fair::Watch;
use crate::integer::Integer;
use crate::model::Problem;

/// The lower or the upper end of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Too few.
    Min,
    /// Too many.
    Max,
}

/// One end of one quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// Number of the feature.
    pub feature: usize,
    /// Number of its value.
    pub value: usize,
    /// Which end.
    pub side: Side,
}

/// Conditions that contradict each other, for a panel of the wanted size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Ends of quotas, in the order of the file. Without any one of them the others can be met, if `minimal`.
    pub bounds: Vec<Bound>,
    /// The rule of one per household is part of it.
    pub households: bool,
    /// `false`: some question took too long and was left open; the set may hold more than it must.
    pub minimal: bool,
}

/// A minimal set of conditions that contradict each other. `None`: there is a panel, or it is not known.
///
/// Every condition is left out in turn; if the rest can be met without it, it belongs to the set and comes back (the deletion filter of J. Chinneck, *Feasibility and
/// Infeasibility in Optimization*, 2008). Stopped, it gives what is left of the conditions by then, or `None` if it is not known yet whether there is a panel.
#[must_use]
pub fn conflict(problem: &Problem, watch: &mut dyn Watch) -> Option<Conflict> {
    let conditions = Conditions::of(problem);
    let mut integer = Integer::new(&conditions.polytope);
    (is_possible(&mut integer, watch) == Some(false)).then(|| smallest(&conditions, integer, watch))
}

/// From a programme that cannot be met.
pub(super) fn smallest(conditions: &Conditions, mut integer: Integer, watch: &mut dyn Watch) -> Conflict {
    let mut minimal = true;
    let mut needed = |integer: &mut Integer| match is_possible(integer, watch) {
        Some(possible) => possible,
        None => {
            minimal = false;
            true
        }
    };
    let households = conditions.households();
    let mut has_households = false;
    if !households.is_empty() {
        for row in households.clone() {
            let (low, high) = conditions.widest(row);
            integer.lp.set_row_bounds(row, low, high);
        }
        let before: Vec<(f64, f64)> = (0..conditions.polytope.classes()).map(|class| integer.lp.bounds(class)).collect();
        for (class, &(low, high)) in before.iter().enumerate() {
            // Only the household rule holds a class below its size or that of the panel.
            let alone = conditions.polytope.people[class].min(conditions.polytope.rows[0].high);
            integer.lp.set_bounds(class, low, high.max(alone));
        }
        has_households = needed(&mut integer);
        if has_households {
            for (class, &(low, high)) in before.iter().enumerate() {
                integer.lp.set_bounds(class, low, high);
            }
            for row in households {
                let own = &conditions.polytope.rows[row];
                integer.lp.set_row_bounds(row, own.low, own.high);
            }
        }
    }
    let mut bounds = Vec::new();
    for (at, &(feature, value)) in conditions.quotas.iter().enumerate() {
        let row = at + 1;
        let own = &conditions.polytope.rows[row];
        let widest = conditions.widest(row);
        let (mut low, mut high) = (own.low, own.high);
        for side in [Side::Min, Side::Max] {
            let before = (low, high);
            match side {
                Side::Min => low = widest.0,
                Side::Max => high = widest.1.max(low),
            }
            if before == (low, high) {
                continue;
            }
            integer.lp.set_row_bounds(row, low, high);
            if needed(&mut integer) {
                (low, high) = before;
                integer.lp.set_row_bounds(row, low, high);
                bounds.push(Bound { feature, value, side });
            }
        }
    }
    Conflict {
        bounds,
        households: has_households,
        minimal,
    }
}
