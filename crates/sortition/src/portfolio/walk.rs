//! The walk along faces: take a whole panel that obeys every condition the rest obeys with equality, give it as much weight as the rest can spare, and go on with what
//! is left. Each step makes one more condition an equality, so there are at most as many steps as classes and conditions together (Carathéodory's theorem, done).

use super::Portfolio;
use super::several::Several;
use crate::fair::Watch;
use crate::integer::Integer;
use crate::polytope::Polytope;

/// Programmes spent on one panel before the walk gives up.
const NODES: u64 = 3000;
const EQUAL: f64 = 1e-10;

/// Panels with weights that together are at most one, and what weight is left over.
pub(crate) fn walk(polytope: &Polytope, several: &mut Several, seats: &[f64], watch: &mut dyn Watch) -> (Portfolio, f64) {
    let classes = polytope.classes();
    let mut integer = Integer::new(polytope);
    let mut rest = seats.to_vec();
    let mut left = 1.0;
    let mut panels = Vec::new();
    let mut is_fixed = vec![false; classes];
    let mut is_equal = vec![false; polytope.rows.len()];
    let mut activity: Vec<f64> = polytope
        .rows
        .iter()
        .map(|row| row.entries.iter().map(|&(class, factor)| rest[class] * factor).sum())
        .collect();
    while left > 1e-9 && !watch.stop() {
        watch.progress(1.0 - left);
        for class in (0..classes).filter(|&class| !is_fixed[class]) {
            let top = polytope.seats[class];
            let at = if rest[class] <= EQUAL {
                0.0
            } else if rest[class] >= top * left - EQUAL {
                top
            } else {
                integer.value(class, rest[class] / left);
                continue;
            };
            integer.value(class, 0.0);
            integer.lp.set_bounds(class, at, at);
            rest[class] = at * left;
        }
        for class in 0..classes {
            is_fixed[class] = {
                let (low, high) = integer.lp.bounds(class);
                low >= high
            };
        }
        for (at, row) in polytope.rows.iter().enumerate() {
            for bound in [row.low, row.high] {
                if !is_equal[at] && (activity[at] - bound * left).abs() <= EQUAL * (1.0 + bound) {
                    is_equal[at] = true;
                    integer.lp.set_row_bounds(at, bound, bound);
                }
            }
        }
        let Some(panel) = several.good(&mut integer, NODES, |class| rest[class] / left) else {
            break;
        };
        let mut share: f64 = left;
        for class in (0..classes).filter(|&class| !is_fixed[class]) {
            let (count, top) = (f64::from(panel[class]), polytope.seats[class]);
            if count > 0.0 {
                share = share.min(rest[class] / count);
            }
            if count < top {
                share = share.min((left * top - rest[class]) / (top - count));
            }
        }
        let own: Vec<f64> = polytope
            .rows
            .iter()
            .map(|row| row.entries.iter().map(|&(class, factor)| f64::from(panel[class]) * factor).sum())
            .collect();
        for (at, row) in polytope.rows.iter().enumerate().filter(|(at, _)| !is_equal[*at]) {
            if own[at] > row.low {
                share = share.min((activity[at] - left * row.low) / (own[at] - row.low));
            }
            if own[at] < row.high {
                share = share.min((left * row.high - activity[at]) / (row.high - own[at]));
            }
        }
        if share <= 0.0 {
            break;
        }
        for class in 0..classes {
            rest[class] -= share * f64::from(panel[class]);
        }
        for (activity, own) in activity.iter_mut().zip(own) {
            *activity -= share * own;
        }
        left -= share;
        panels.push((panel, share));
    }
    (Portfolio { panels }, left)
}
