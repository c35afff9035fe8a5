//! Goldilocks and minimax: neither very low nor very high chances.
//!
//! Both depend on the lowest chance `m` and the highest `M` only, and the best `m` for a given `M` is a concave function `m(M)` that leximin's first level gives: hold every class
//! at `n·M` seats and raise the lowest. Minimax takes the smallest `M` for which there is any panel. Goldilocks minimises `(n/k) M + γ (k/n) / m(M)`, a convex function of one
//! variable (Baharav and Flanigan, *Fair, manipulation-robust and transparent sortition*, 2024). What the two numbers leave open, leximin under the cap decides.

use super::leximin::{Leximin, NONE, leximin, lowest};
use super::{Unfound, solved};
use crate::fair::Watch;
use crate::lp::Lp;
use crate::polytope::Polytope;

/// The best cap is searched until it is known this well.
const NARROW: f64 = 1e-9;

/// By which part a cap may give way to rounding.
const GIVE: f64 = 1e-8;

/// The highest chance as low as it can be, and then leximin.
pub(crate) fn minimax(polytope: &Polytope, watch: &mut dyn Watch) -> Result<(f64, Leximin), Unfound> {
    let cap = lowest_cap(polytope, watch)?;
    Ok((cap, under(polytope, cap, watch)?))
}

/// Leximin with nobody above a cap. At the lowest cap there is but one point left, and rounding may miss it; so the cap may give way by as little as nobody can notice.
fn under(polytope: &Polytope, cap: f64, watch: &mut dyn Watch) -> Result<Leximin, Unfound> {
    match leximin(&capped(polytope, cap), watch) {
        Err(Unfound::NoPanel) => leximin(&capped(polytope, cap * (1.0 + GIVE)), watch),
        found => found,
    }
}

/// Goldilocks chances for `γ`: a value that nothing is below, the cap and the chances.
pub(crate) fn goldilocks(polytope: &Polytope, gamma: f64, watch: &mut dyn Watch) -> Result<(f64, f64, Leximin), Unfound> {
    let people: f64 = polytope.people.iter().sum();
    let seats = polytope.rows[0].high;
    let uncapped = leximin(polytope, watch)?;
    let reachable: Vec<bool> = uncapped.chance.iter().map(|&chance| chance > NONE).collect();
    let together = |cap: f64, lowest: f64| people / seats * cap + gamma * seats / people / lowest;
    let measure = |cap: f64, watch: &mut dyn Watch| match lowest(&capped(polytope, cap), &reachable, watch) {
        Ok(lowest) if lowest > NONE => together(cap, lowest),
        _ => f64::INFINITY,
    };
    // The golden section of a convex function.
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (lowest_cap(polytope, watch)?, 1.0);
    let mut best = (measure(low, watch), low);
    let mut keep = |cap: f64, watch: &mut dyn Watch| {
        let value = measure(cap, watch);
        if value < best.0 {
            best = (value, cap);
        }
        value
    };
    keep(high, watch);
    let (mut left, mut right) = (high - ratio * (high - low), low + ratio * (high - low));
    let (mut at_left, mut at_right) = (keep(left, watch), keep(right, watch));
    while high - low > NARROW && !watch.stop() {
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - ratio * (high - low);
            at_left = keep(left, watch);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + ratio * (high - low);
            at_right = keep(right, watch);
        }
    }
    let (value, cap) = best;
    // Broken off, it is only known that the cap is no lower, and the lowest chance no higher than without a cap.
    let bound = if high - low > NARROW {
        together(low, uncapped.lowest()).min(value)
    } else {
        value
    };
    Ok((bound, cap, under(polytope, cap, watch)?))
}

/// Nobody with a higher chance.
fn capped(polytope: &Polytope, cap: f64) -> Polytope {
    let mut capped = polytope.clone();
    for (seats, people) in capped.seats.iter_mut().zip(&polytope.people) {
        *seats = seats.min(people * cap);
    }
    capped
}

/// The lowest cap under which there is an average panel: one programme, in which each class has `n·M − s` seats.
fn lowest_cap(polytope: &Polytope, watch: &mut dyn Watch) -> Result<f64, Unfound> {
    let columns = polytope.columns();
    let mut lp = Lp::new(&polytope.row_bounds());
    let below = |class: usize| columns[class].iter().map(|&(row, factor)| (row, -factor)).collect::<Vec<_>>();
    lp.add_columns((0..polytope.classes()).map(|class| (0.0, polytope.people[class], 0.0, below(class))));
    let all = |row: &crate::polytope::Row| {
        row.entries
            .iter()
            .map(|&(class, factor)| polytope.people[class] * factor)
            .sum::<f64>()
    };
    let cap = lp.add_column(0.0, 1.0, 1.0, polytope.rows.iter().map(all).enumerate());
    let mut held = vec![false; polytope.classes()];
    loop {
        solved(lp.solve(1_000_000, watch))?;
        let at = lp.value(cap);
        // Seats are from none to what the class can have.
        let out: Vec<usize> = (0..polytope.classes())
            .filter(|&class| !held[class])
            .filter(|&class| {
                let seats = polytope.people[class] * at - lp.value(class);
                seats < -1e-9 || seats > polytope.seats[class] + 1e-9
            })
            .collect();
        if out.is_empty() {
            return Ok(at);
        }
        let row = |class: usize| (0.0, polytope.seats[class], vec![(class, -1.0), (cap, polytope.people[class])]);
        lp.add_rows(&out.iter().map(|&class| row(class)).collect::<Vec<_>>());
        for class in out {
            held[class] = true;
        }
    }
}
