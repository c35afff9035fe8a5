//! Nash welfare: the product of all chances as high as it can be.
//!
//! `Σ n log x` over the average panels, by Newton's method along a barrier. The Hessian is diagonal, so each step solves a system as large as the number of conditions.
//! Conditions that leave no room inside are kept as equations. The result is judged apart from how it was found: for chances `p`, no lottery can do better in
//! `Σ log p` than by `max Σ 1/p − n` over the average panels (concavity), which is one linear programme.

use super::leximin::{Level, leximin};
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// Corners that make up the starting point.
const CORNERS: u32 = 40;
/// Less room than this is none.
const ROOM: f64 = 1e-7;

/// Chances with the highest product, over those who can have any.
pub(crate) struct Nash {
    /// The chance of the people of each class.
    pub(crate) chance: Vec<f64>,
    /// No lottery has more of `Σ log p` over all people with a chance.
    pub(crate) bound: f64,
    /// A price for each condition that proves the bound, and what a seat of each class is worth.
    pub(crate) prices: Vec<f64>,
    /// Leximin's levels of those who have no chance, with their proofs.
    pub(crate) unreachable: Vec<Level>,
}

/// `None`: there is no panel.
pub(crate) fn nash(polytope: &Polytope) -> Option<Nash> {
    let start = leximin(polytope)?;
    let reachable: Vec<bool> = start.chance.iter().map(|&chance| chance > 1e-9).collect();
    let mut seats = inside(polytope, &start.seats(polytope))?;
    Barrier::new(polytope, &seats, &reachable).climb(&mut seats);
    let chance: Vec<f64> = (0..polytope.classes())
        .map(|class| {
            if reachable[class] {
                (seats[class].min(polytope.seats[class]) / polytope.people[class]).min(1.0)
            } else {
                0.0
            }
        })
        .collect();
    let people = |class: usize| if reachable[class] { polytope.people[class] } else { 0.0 };
    let welfare: f64 = (0..polytope.classes())
        .filter(|&class| reachable[class])
        .map(|class| people(class) * chance[class].ln())
        .sum();
    let (best, prices) = dearest(polytope, |class| if reachable[class] { 1.0 / chance[class] } else { 0.0 })?;
    let all: f64 = (0..polytope.classes()).map(people).sum();
    Some(Nash {
        bound: welfare + (best - all).max(0.0),
        chance,
        prices,
        unreachable: start.without_chance(),
    })
}

/// A point away from every bound that can be kept away from: the average of the given one and of many corners. Corners lie in all directions, chosen by a fixed
/// sequence that fills space evenly (the golden ratio's multiples), so that the result is the same everywhere. Where all of them lie at a bound, corners are looked for
/// that do not, until there are none.
fn inside(polytope: &Polytope, start: &[f64]) -> Option<Vec<f64>> {
    let columns = polytope.columns();
    let mut lp = Lp::new(&polytope.row_bounds());
    lp.add_columns(
        columns
            .into_iter()
            .enumerate()
            .map(|(class, column)| (0.0, polytope.seats[class], 0.0, column)),
    );
    let mut sum = start.to_vec();
    let mut direction = 0.5_f64;
    for _ in 0..CORNERS {
        for class in 0..polytope.classes() {
            direction = (direction + 0.618_033_988_749_894_9).fract();
            lp.set_cost(class, direction - 0.5);
        }
        direction = (direction * 7.0 + 0.1).fract();
        if lp.solve(1_000_000) != End::Optimal {
            return None;
        }
        for (class, sum) in sum.iter_mut().enumerate() {
            *sum += lp.value(class);
        }
    }
    let mut points = f64::from(CORNERS + 1);
    let mut before = f64::INFINITY;
    loop {
        let average: Vec<f64> = sum.iter().map(|sum| sum / points).collect();
        let (pinned, away) = away(polytope, &average);
        if pinned == 0.0 || pinned >= before {
            return Some(average);
        }
        before = pinned;
        for (class, cost) in away.into_iter().enumerate() {
            lp.set_cost(class, cost);
        }
        if lp.solve(1_000_000) != End::Optimal {
            return None;
        }
        for (class, sum) in sum.iter_mut().enumerate() {
            *sum += lp.value(class);
        }
        points += 1.0;
    }
}

/// How many bounds a point is at, and costs that lead away from all of them together.
fn away(polytope: &Polytope, seats: &[f64]) -> (f64, Vec<f64>) {
    let mut pinned = 0.0;
    let mut away = vec![0.0; polytope.classes()];
    for (class, away) in away.iter_mut().enumerate() {
        if polytope.seats[class] > 0.0 && polytope.seats[class] - seats[class] <= ROOM {
            pinned += 1.0;
            *away += 1.0;
        }
    }
    for row in polytope.rows.iter().filter(|row| row.low < row.high) {
        let activity: f64 = row.entries.iter().map(|&(class, factor)| seats[class] * factor).sum();
        let side = f64::from(u8::from(row.high - activity <= ROOM)) - f64::from(u8::from(activity - row.low <= ROOM));
        pinned += side.abs();
        for &(class, factor) in &row.entries {
            away[class] += side * factor;
        }
    }
    (pinned, away)
}

/// The most that an average panel can be worth, and the prices of the conditions.
fn dearest(polytope: &Polytope, worth: impl Fn(usize) -> f64) -> Option<(f64, Vec<f64>)> {
    let columns = polytope.columns();
    let mut lp = Lp::new(&polytope.row_bounds());
    lp.add_columns(
        columns
            .into_iter()
            .enumerate()
            .map(|(class, column)| (0.0, polytope.seats[class], -worth(class), column)),
    );
    (lp.solve(1_000_000) == End::Optimal).then(|| (-lp.objective(), (0..polytope.rows.len()).map(|row| -lp.price(row)).collect()))
}

struct Barrier<'a> {
    polytope: &'a Polytope,
    columns: Vec<Vec<(usize, f64)>>,
    /// Classes that can have more or less.
    free: Vec<usize>,
    /// Conditions that leave no room, and what their activity must be.
    equal: Vec<Option<f64>>,
}

impl<'a> Barrier<'a> {
    fn new(polytope: &'a Polytope, inside: &[f64], reachable: &[bool]) -> Self {
        let mut barrier = Self {
            polytope,
            columns: polytope.columns(),
            free: Vec::new(),
            equal: Vec::new(),
        };
        barrier.free = (0..polytope.classes())
            .filter(|&class| reachable[class] && polytope.seats[class] - inside[class] > ROOM)
            .collect();
        barrier.equal = polytope
            .rows
            .iter()
            .zip(barrier.activity(inside))
            .map(|(row, activity)| [row.low, row.high].into_iter().find(|bound| (activity - bound).abs() <= ROOM))
            .collect();
        barrier
    }

    /// Moves `seats`, which obey all conditions, to the highest welfare.
    fn climb(&mut self, seats: &mut [f64]) {
        let mut strength = 1.0;
        while strength > 1e-13 {
            for _ in 0..40 {
                if self.newton(seats, strength) < 1e-9 {
                    break;
                }
            }
            strength *= 0.15;
        }
    }

    fn activity(&self, seats: &[f64]) -> Vec<f64> {
        self.polytope
            .rows
            .iter()
            .map(|row| row.entries.iter().map(|&(class, factor)| seats[class] * factor).sum())
            .collect()
    }

    /// One step. Gives the decrement: how much better a quadratic model expected to get.
    fn newton(&self, seats: &mut [f64], strength: f64) -> f64 {
        let rows = self.polytope.rows.len();
        let activity = self.activity(seats);
        // Gradient and diagonal Hessian of what is minimised, by class.
        let mut gradient = vec![0.0; seats.len()];
        let mut inverse = vec![0.0; seats.len()];
        for &class in &self.free {
            let (x, people) = (seats[class], self.polytope.people[class]);
            let room = self.polytope.seats[class] - x;
            gradient[class] = -people / x + strength / room;
            inverse[class] = 1.0 / (people / (x * x) + strength / (room * room));
        }
        // Each condition has a barrier of its own: slope and curvature in its activity.
        let mut slope = vec![0.0; rows];
        let mut curvature = vec![0.0; rows];
        for (at, row) in self.polytope.rows.iter().enumerate().filter(|(at, _)| self.equal[*at].is_none()) {
            let (below, above) = (activity[at] - row.low, row.high - activity[at]);
            slope[at] = strength * (1.0 / above - 1.0 / below);
            curvature[at] = strength * (1.0 / (above * above) + 1.0 / (below * below));
        }
        // (H + Aᵀ C A) d = −(g + Aᵀ s)  ⇔  with v = C A d:  (C⁻¹ + A H⁻¹ Aᵀ) v = −A H⁻¹ (g + Aᵀ s).
        let mut whole = gradient.clone();
        for &class in &self.free {
            for &(row, factor) in &self.columns[class] {
                whole[class] += factor * slope[row];
            }
        }
        let mut system = vec![0.0; rows * rows];
        let mut right = vec![0.0; rows];
        for &class in &self.free {
            for &(row, factor) in &self.columns[class] {
                right[row] -= factor * inverse[class] * whole[class];
                for &(other, second) in &self.columns[class] {
                    system[row * rows + other] += factor * inverse[class] * second;
                }
            }
        }
        for row in 0..rows {
            let diagonal = &mut system[row * rows + row];
            match self.equal[row] {
                None => *diagonal += 1.0 / curvature[row],
                Some(bound) => {
                    right[row] -= bound - activity[row];
                    // Equations may say the same thing twice.
                    *diagonal += 1e-13 * (1.0 + *diagonal);
                }
            }
        }
        solve(&mut system, &mut right, rows);
        let mut step = vec![0.0; seats.len()];
        let mut decrement = 0.0;
        for &class in &self.free {
            let pull: f64 = self.columns[class].iter().map(|&(row, factor)| factor * right[row]).sum();
            step[class] = -inverse[class] * (whole[class] + pull);
            decrement -= step[class] * whole[class];
        }
        let length = self.length(seats, &activity, &step);
        for &class in &self.free {
            seats[class] += length * step[class];
        }
        decrement
    }

    /// As far as the bounds allow, at most the whole step.
    fn length(&self, seats: &[f64], activity: &[f64], step: &[f64]) -> f64 {
        let mut longest: f64 = 1.0;
        let mut hold = |at: f64, change: f64, low: f64, high: f64| {
            if change < 0.0 {
                longest = longest.min(0.95 * (at - low) / -change);
            } else if change > 0.0 {
                longest = longest.min(0.95 * (high - at) / change);
            }
        };
        for &class in &self.free {
            hold(seats[class], step[class], 0.0, self.polytope.seats[class]);
        }
        let changes = self.activity(step);
        for (at, row) in self.polytope.rows.iter().enumerate().filter(|(at, _)| self.equal[*at].is_none()) {
            hold(activity[at], changes[at], row.low, row.high);
        }
        longest
    }
}

/// Solves a symmetric positive system by Cholesky's method; the solution replaces the right side.
fn solve(system: &mut [f64], right: &mut [f64], n: usize) {
    for column in 0..n {
        for row in column..n {
            let sum: f64 = (0..column).map(|k| system[row * n + k] * system[column * n + k]).sum();
            let value = system[row * n + column] - sum;
            system[row * n + column] = if row == column {
                value.max(1e-300).sqrt()
            } else {
                value / system[column * n + column]
            };
        }
    }
    for row in 0..n {
        let sum: f64 = (0..row).map(|k| system[row * n + k] * right[k]).sum();
        right[row] = (right[row] - sum) / system[row * n + row];
    }
    for row in (0..n).rev() {
        let sum: f64 = (row + 1..n).map(|k| system[k * n + row] * right[k]).sum();
        right[row] = (right[row] - sum) / system[row * n + row];
    }
}
