//! Goldilocks and minimax: neither very low nor very high chances.
//!
//! Both depend on the lowest chance `m` and the highest `M` only, and the best `m` for a given `M` is a concave function `m(M)` that leximin's first level gives: hold every class
//! at `n·M` seats and raise the lowest. Minimax takes the smallest `M` for which there is any panel. Goldilocks minimises `(n/k) M + γ (k/n) / m(M)`, a convex function of one
//! variable (Baharav and Flanigan, *Fair, manipulation-robust and transparent sortition*, 2024). What the two numbers leave open, leximin under the cap decides.
//!
//! Both are proven by prices `y` of the conditions, as leximin's levels are. With `h = Aᵀy`, every average panel `x` obeys `Σ h x ≤ r := Σ max(y·low, y·high)`. Where `h > 0`, `x` is at
//! least `n m`; where `h < 0`, it is at most `n M` and at most the seats the class can have. So
//!
//! `α m − Σ_{h<0} |h| min(n M, seats) ≤ r` with `α = Σ_{h>0} h n`.
//!
//! For minimax no `h` is positive, and the inequality says how low `M` can be. For goldilocks it is the line that touches the set of all possible `(m, M)` at the best point and
//! has the slope of the objective there, so that the convex objective has its minimum under it at that very point.

use super::leximin::{Level, Leximin, NONE, leximin, lowest};
use super::{Unfound, solved};
use crate::fair::Watch;
use crate::lp::Lp;
use crate::polytope::Polytope;

/// The best cap is searched until it is known this well.
const NARROW: f64 = 1e-9;

/// By which part a cap may give way to rounding.
const GIVE: f64 = 1e-8;

/// Chances under a cap.
pub(crate) struct Spread {
    /// The objective: no lottery has less.
    pub(crate) value: f64,
    /// The highest chance of anybody.
    pub(crate) cap: f64,
    /// What the cap leaves open.
    pub(crate) levels: Leximin,
    /// A price for each condition that proves the value; none where the work was broken off before.
    pub(crate) prices: Vec<f64>,
    /// Leximin's levels, without a cap, of those who have no chance, with their proofs; none for minimax, which does not ask for them.
    pub(crate) unreachable: Vec<Level>,
}

/// The highest chance as low as it can be, and then leximin.
pub(crate) fn minimax(polytope: &Polytope, watch: &mut dyn Watch) -> Result<Spread, Unfound> {
    let (cap, prices) = lowest_cap(polytope, watch)?;
    Ok(Spread {
        value: cap,
        cap,
        levels: under(polytope, cap, watch)?,
        prices,
        unreachable: Vec::new(),
    })
}

/// Goldilocks chances for `γ`.
pub(crate) fn goldilocks(polytope: &Polytope, gamma: f64, watch: &mut dyn Watch) -> Result<Spread, Unfound> {
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
    let (mut low, mut high) = (lowest_cap(polytope, watch)?.0, 1.0);
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
    let levels = under(polytope, cap, watch)?;
    let lowest = levels.lowest();
    let worth = (people / seats, gamma * seats / people / (lowest * lowest));
    let prices = if lowest > NONE && bound >= value {
        touching(polytope, &reachable, worth, &levels, cap, watch).unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(Spread {
        value: bound,
        cap,
        levels,
        prices,
        unreachable: uncapped.without_chance(),
    })
}

/// Prices of the line that touches all possible lowest chances `m` and highest chances `M` where `worth.0 · M − worth.1 · m` is least, near the best `levels` under `cap`.
///
/// A class has `n·m + s` seats. That it has no more than `n·M` and no more than it can have is said where it is violated, and at once for those who are at the cap.
fn touching(
    polytope: &Polytope,
    reachable: &[bool],
    worth: (f64, f64),
    levels: &Leximin,
    cap: f64,
    watch: &mut dyn Watch,
) -> Result<Vec<f64>, Unfound> {
    let (columns, people) = (polytope.columns(), &polytope.people);
    let mut lp = Lp::new(&polytope.row_bounds());
    lp.add_columns((0..polytope.classes()).map(|class| {
        let most = if reachable[class] { polytope.seats[class] } else { 0.0 };
        (0.0, most, 0.0, columns[class].clone())
    }));
    let all = |row: &crate::polytope::Row| {
        let entries = row.entries.iter().filter(|(class, _)| reachable[*class]);
        entries.map(|&(class, factor)| people[class] * factor).sum::<f64>()
    };
    // Both are at most one through the seats of classes, which have prices, and not through bounds, which have none.
    let lowest = lp.add_column(0.0, 2.0, -worth.1, polytope.rows.iter().map(all).enumerate());
    let highest = lp.add_column(0.0, 2.0, worth.0, std::iter::empty());
    let classes: Vec<usize> = (0..polytope.classes()).filter(|&class| reachable[class]).collect();
    let (mut is_capped, mut is_full) = (vec![false; polytope.classes()], vec![false; polytope.classes()]);
    let mut over: Vec<usize> = classes.iter().copied().filter(|&class| levels.chance[class] > cap - 1e-7).collect();
    loop {
        let row = |class: usize| {
            let entries = vec![(class, -1.0), (lowest, -people[class]), (highest, people[class])];
            (0.0, 2.0 * people[class], entries)
        };
        lp.add_rows(&over.iter().map(|&class| row(class)).collect::<Vec<_>>());
        for &class in &over {
            is_capped[class] = true;
        }
        solved(lp.solve(1_000_000, watch))?;
        let (m, most) = (lp.value(lowest), lp.value(highest));
        let seats = |class: usize| people[class] * m + lp.value(class);
        over = classes
            .iter()
            .copied()
            .filter(|&class| !is_capped[class] && seats(class) > people[class] * most + 1e-9)
            .collect();
        let full: Vec<usize> = classes
            .iter()
            .copied()
            .filter(|&class| !is_full[class] && seats(class) > polytope.seats[class] + 1e-9)
            .collect();
        if over.is_empty() && full.is_empty() {
            return Ok((0..polytope.rows.len()).map(|row| -lp.price(row)).collect());
        }
        let row = |class: usize| (0.0, polytope.seats[class], vec![(class, 1.0), (lowest, people[class])]);
        lp.add_rows(&full.iter().map(|&class| row(class)).collect::<Vec<_>>());
        for class in full {
            is_full[class] = true;
        }
    }
}

/// Leximin with nobody above a cap. At the lowest cap there is but one point left, and rounding may miss it; so the cap may give way by as little as nobody can notice.
fn under(polytope: &Polytope, cap: f64, watch: &mut dyn Watch) -> Result<Leximin, Unfound> {
    match leximin(&capped(polytope, cap), watch) {
        Err(Unfound::NoPanel) => leximin(&capped(polytope, cap * (1.0 + GIVE)), watch),
        found => found,
    }
}

/// Nobody with a higher chance.
fn capped(polytope: &Polytope, cap: f64) -> Polytope {
    let mut capped = polytope.clone();
    for (seats, people) in capped.seats.iter_mut().zip(&polytope.people) {
        *seats = seats.min(people * cap);
    }
    capped
}

/// The lowest cap under which there is an average panel, with prices that prove it: one programme, in which each class has `n·M − s` seats.
fn lowest_cap(polytope: &Polytope, watch: &mut dyn Watch) -> Result<(f64, Vec<f64>), Unfound> {
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
            return Ok((at, (0..polytope.rows.len()).map(|row| -lp.price(row)).collect()));
        }
        let row = |class: usize| (0.0, polytope.seats[class], vec![(class, -1.0), (cap, polytope.people[class])]);
        lp.add_rows(&out.iter().map(|&class| row(class)).collect::<Vec<_>>());
        for class in out {
            held[class] = true;
        }
    }
}
