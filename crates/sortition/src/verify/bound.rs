//! What prices prove.
//!
//! Each condition says that a sum over people lies between two numbers. Multiplied by its price `y` and added up, all conditions together say `Σ h p ≤ r` for the chances `p` of every
//! lottery: `h` is the sum of the prices of all conditions that count a person, and `r` the sum of the larger of `y·low` and `y·high`. That holds for any prices. For those of
//! the record, it says what is to be proven:
//!
//! * A step of leximin: who has `h > 0` and is not yet settled has at least `z`, who is settled at least what they have; who has `h < 0` has at most the seats there are. What
//!   is left says how high `z` can be.
//! * Nash: `Σ log p` of another lottery `q` is at most `Σ log p + Σ q/p − n` (a logarithm is below its tangents), and `Σ q/p ≤ r + Σ max(1/p − h, 0) q`.
//! * Minimax and goldilocks: `α m − Σ_{h<0} |h| min(n M, seats) ≤ r` for the lowest chance `m` and the highest `M`. That is a convex region of the plane, and the smallest `M` in it,
//!   or the smallest `M/e + γ e/m` (`e` the chance if all had the same), is easily found.

use super::groups::{Groups, Weighed};

/// What prices leave for those who are below zero when nobody has a higher chance than `cap`, and whoever does not count has none.
fn below_of(groups: &Groups, weighed: &Weighed, cap: f64, counts: &[bool]) -> f64 {
    let pairs = groups.groups.iter().zip(&weighed.worth);
    pairs
        .filter(|(group, _)| group.people.iter().any(|&person| counts[person]))
        .map(|(group, &worth)| (-worth).max(0.0) * group.seats.min(group.size() * cap))
        .sum()
}

/// As [`below_of`], and all count.
fn below(groups: &Groups, weighed: &Weighed, cap: f64) -> f64 {
    let pairs = groups.groups.iter().zip(&weighed.worth);
    pairs
        .map(|(group, &worth)| (-worth).max(0.0) * group.seats.min(group.size() * cap))
        .sum()
}

/// The highest chance that all can have together who are not settled, if those who are have theirs. Infinite: the prices do not speak of them.
pub(super) fn step(groups: &Groups, weighed: &Weighed, settled: &[Option<f64>]) -> f64 {
    let mut room = weighed.room + below(groups, weighed, 1.0);
    let mut together = 0.0;
    for (group, &worth) in groups.groups.iter().zip(&weighed.worth).filter(|(_, worth)| **worth > 0.0) {
        for &person in &group.people {
            match settled[person] {
                Some(chance) => room -= worth * chance,
                None => together += worth,
            }
        }
    }
    if together > 0.0 { room / together } else { f64::INFINITY }
}

/// The most seats that a group with `worth > 0` can have, whatever the others have.
pub(super) fn alone(groups: &Groups, weighed: &Weighed, worth: f64) -> f64 {
    (weighed.room + below(groups, weighed, 1.0)) / worth
}

/// No lottery has more of `Σ log p` than these chances by more than this. `chance` is of each person; nobody without a chance counts.
pub(super) fn nash(groups: &Groups, weighed: &Weighed, chance: &[f64], none: f64) -> f64 {
    let mut most = weighed.room;
    let mut reached = 0.0;
    for (group, &worth) in groups.groups.iter().zip(&weighed.worth) {
        let mut dearest: f64 = 0.0;
        for &person in &group.people {
            let wants = if chance[person] > none {
                reached += 1.0;
                1.0 / chance[person]
            } else {
                0.0
            };
            dearest = dearest.max(wants - worth);
        }
        most += dearest * group.seats;
    }
    (most - reached).max(0.0)
}

/// Where `Σ_{h<0} |h| min(n M, seats)` bends, ascending, from 0 to 1.
fn bends(groups: &Groups, weighed: &Weighed) -> Vec<f64> {
    let pairs = groups.groups.iter().zip(&weighed.worth).filter(|(_, worth)| **worth < 0.0);
    let mut bends: Vec<f64> = pairs
        .map(|(group, _)| (group.seats / group.size()).min(1.0))
        .chain([0.0, 1.0])
        .collect();
    bends.sort_by(f64::total_cmp);
    bends.dedup();
    bends
}

/// The lowest that the highest chance can be.
pub(super) fn minimax(groups: &Groups, weighed: &Weighed) -> f64 {
    let over = |cap: f64| weighed.room + below(groups, weighed, cap);
    if over(0.0) >= 0.0 {
        return 0.0;
    }
    let bends = bends(groups, weighed);
    for pair in bends.windows(2) {
        let (from, to) = (over(pair[0]), over(pair[1]));
        if to >= 0.0 {
            return pair[0] + (pair[1] - pair[0]) * -from / (to - from);
        }
    }
    1.0
}

/// The least `M/even + γ·even/m` for any lowest chance `m` of those who count and highest chance `M`. Who does not count has no chance in any lottery. Without prices it is
/// known only that `m` is at most `M`, and then the sum is at least `2 √γ`: enough where everybody can have the same.
pub(super) fn goldilocks(groups: &Groups, weighed: &Weighed, counts: &[bool], even: f64, gamma: f64) -> f64 {
    let mut together = 0.0;
    for (group, &worth) in groups.groups.iter().zip(&weighed.worth).filter(|(_, worth)| **worth > 0.0) {
        together += worth * super::chances::number(group.people.iter().filter(|&&person| counts[person]).count());
    }
    let alike = 2.0 * gamma.sqrt();
    if together <= 0.0 {
        return alike;
    }
    let over = |cap: f64| weighed.room + below_of(groups, weighed, cap, counts);
    let value = |cap: f64| {
        let lowest = over(cap) / together;
        if lowest > 0.0 {
            cap / even + gamma * even / lowest
        } else {
            f64::INFINITY
        }
    };
    let mut least = f64::INFINITY;
    for pair in bends(groups, weighed).windows(2) {
        let (low, high) = (pair[0], pair[1]);
        // Between two bends `over` is a line `a + b M`; the derivative is zero where (a + b M)² = γ even² together b.
        let slope = (over(high) - over(low)) / (high - low);
        let best = if slope > 0.0 {
            low + ((gamma * even * even * together * slope).sqrt() - over(low)) / slope
        } else {
            low
        };
        let best = value(best.clamp(low, high));
        least = least.min(best).min(value(low)).min(value(high));
    }
    least.max(alike)
}
