//! The dual simplex method with bound flipping (the long-step rule) and dual steepest edge.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::kernel::dot;
use super::{End, FEASIBLE, Lp, PIVOT, Place};
use crate::fair::Watch;

/// After so many steps, and more for a large kernel, circles are suspected.
const LONG: u64 = 300;
/// By how much costs are shifted against circles.
const SHIFT: f64 = 1e-7;
/// Steps in a row that are no good, after which rounding has the last word.
const FUTILE: u32 = 100;

/// A column that would reach the other side of zero. The first to do so is the greatest; of several, the one with the safest pivot.
struct Breakpoint {
    ratio: f64,
    alpha: f64,
    variable: usize,
}

impl Ord for Breakpoint {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .ratio
            .total_cmp(&self.ratio)
            .then(self.alpha.abs().total_cmp(&other.alpha.abs()))
            .then(other.variable.cmp(&self.variable))
    }
}

impl PartialOrd for Breakpoint {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Breakpoint {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Breakpoint {}

impl Lp {
    /// Goes on until `last` steps were made in all.
    pub(super) fn dual(&mut self, last: u64, watch: &mut dyn Watch) -> End {
        let mut shifts = Vec::new();
        let end = self.dual_steps(last, watch, &mut shifts);
        if !shifts.is_empty() {
            for (variable, shift) in shifts {
                self.cost[variable] -= shift;
            }
            self.reduced_costs();
        }
        end
    }

    fn dual_steps(&mut self, last: u64, watch: &mut dyn Watch, shifts: &mut Vec<(usize, f64)>) -> End {
        let n = self.rows;
        let mut alphas = vec![0.0; self.lower.len()];
        let mut breakpoints: Vec<Breakpoint> = Vec::new();
        let mut ask = self.steps + self.patience();
        let mut futile = 0;
        let began = self.steps;
        loop {
            if shifts.is_empty() && self.steps - began > LONG + 10 * self.kernel.len() as u64 {
                *shifts = self.shift_costs();
            }
            if self.steps >= ask {
                ask = self.steps + self.patience();
                if watch.stop() {
                    return End::Stopped;
                }
            }
            if self.steps >= last || futile > FUTILE {
                return End::Stopped;
            }
            let Some((position, violation)) = self.most_violated() else {
                return End::Optimal;
            };
            let leaving = self.basis[position] as usize;
            let sign = if violation > 0.0 { 1.0 } else { -1.0 };
            let row = self.inverse_row(position);
            breakpoints.clear();
            for &variable in &self.movable {
                let variable = variable as usize;
                let place = self.place[variable];
                if matches!(place, Place::Basic(_)) {
                    continue;
                }
                let alpha = self.along(&row, variable);
                alphas[variable] = alpha;
                let towards = sign * alpha;
                if (place == Place::Lower && towards > PIVOT) || (place == Place::Upper && towards < -PIVOT) {
                    breakpoints.push(Breakpoint {
                        ratio: (self.reduced[variable] / towards).max(0.0),
                        alpha,
                        variable,
                    });
                }
            }
            let Some((entering, flipped)) = self.long_step(&mut breakpoints, violation.abs()) else {
                if self.is_contradiction(&row) {
                    return End::Infeasible;
                }
                futile += 1;
                self.steps += 1;
                if self.changes == 0 {
                    self.weight[position] *= 1e6;
                } else {
                    self.refactor();
                    self.reduced_costs();
                    self.values();
                }
                continue;
            };
            let column = self.in_basis(entering);
            if column[position].abs() < PIVOT || (column[position] - alphas[entering]).abs() > 1e-6 * (1.0 + alphas[entering].abs()) {
                futile += 1;
                self.steps += 1;
                if self.changes == 0 {
                    // The inverse is fresh and the pivot is still no good: leave it to the next row.
                    self.weight[position] *= 1e6;
                    continue;
                }
                self.refactor();
                self.reduced_costs();
                self.values();
                continue;
            }
            futile = 0;
            // Dual step.
            let step = self.reduced[entering] / alphas[entering];
            if step != 0.0 {
                for &variable in &self.movable {
                    let variable = variable as usize;
                    if !matches!(self.place[variable], Place::Basic(_)) {
                        self.reduced[variable] -= step * alphas[variable];
                    }
                }
            }
            self.reduced[entering] = 0.0;
            self.reduced[leaving] = -step;
            // Flips move the basic values.
            if !flipped.is_empty() {
                let mut moved = vec![0.0; n];
                for variable in flipped {
                    let span = self.upper[variable] - self.lower[variable];
                    let (to, change) = if self.place[variable] == Place::Lower {
                        (Place::Upper, span)
                    } else {
                        (Place::Lower, -span)
                    };
                    self.place[variable] = to;
                    self.add_to(&mut moved, variable, change);
                }
                let moved = self.solved(&moved);
                for (basic, moved) in self.basic.iter_mut().zip(moved) {
                    *basic -= moved;
                }
            }
            // Primal step.
            let bound = if sign > 0.0 { self.upper[leaving] } else { self.lower[leaving] };
            let length = (self.basic[position] - bound) / column[position];
            let start = self.value(entering);
            self.update_weights(position, &column, &row);
            for at in 0..n {
                self.basic[at] -= length * column[at];
            }
            self.basic[position] = start + length;
            self.replace(
                position,
                entering,
                &column,
                &row,
                if sign > 0.0 { Place::Upper } else { Place::Lower },
            );
            self.refresh();
        }
    }

    /// People with the same chance have the same cost, and among many equal costs steps may go in circles. Costs that are made a little dearer, each by another
    /// amount, let every step count. Gives what is to be taken away again.
    fn shift_costs(&mut self) -> Vec<(usize, f64)> {
        let mut shifts = Vec::new();
        let mut scatter = 0.5_f64;
        for &variable in &self.movable {
            let variable = variable as usize;
            scatter = (scatter + 0.618_033_988_749_894_9).fract();
            let size = SHIFT * (1.0 + scatter) * (1.0 + self.cost[variable].abs());
            let shift = match self.place[variable] {
                Place::Basic(_) => continue,
                Place::Lower => size,
                Place::Upper => -size,
            };
            self.cost[variable] += shift;
            self.reduced[variable] += shift;
            shifts.push((variable, shift));
        }
        shifts
    }

    /// Whether the rows, weighted like this, prove that there is no point: each point obeys `weights · (A x − r) = 0`, whatever rounding has done to the basis.
    fn is_contradiction(&self, weights: &[f64]) -> bool {
        let (mut least, mut most) = (0.0, 0.0);
        for variable in 0..self.lower.len() {
            let factor = self.along(weights, variable);
            let (one, other) = (factor * self.lower[variable], factor * self.upper[variable]);
            least += one.min(other);
            most += one.max(other);
        }
        least > FEASIBLE / 2.0 || most < -FEASIBLE / 2.0
    }

    /// The position whose value is furthest outside its bounds, in the measure of steepest edge, and by how much: above is positive.
    fn most_violated(&self) -> Option<(usize, f64)> {
        let mut best = None;
        let mut most = 0.0;
        for (position, &variable) in self.basis.iter().enumerate() {
            let value = self.basic[position];
            let (lower, upper) = (self.lower[variable as usize], self.upper[variable as usize]);
            let violation = if value > upper + FEASIBLE {
                value - upper
            } else if value < lower - FEASIBLE {
                value - lower
            } else {
                continue;
            };
            let measure = violation * violation / self.weight[position];
            if measure > most {
                most = measure;
                best = Some((position, violation));
            }
        }
        best
    }

    /// Passes breakpoints while the violation is not used up. Gives the entering column and those that change sides; `None`: nothing stops the step.
    fn long_step(&self, breakpoints: &mut Vec<Breakpoint>, violation: f64) -> Option<(usize, Vec<usize>)> {
        let mut first = BinaryHeap::from(std::mem::take(breakpoints));
        let mut left = violation;
        let mut flipped = Vec::new();
        let mut found = None;
        while let Some(point) = first.pop() {
            let span = self.upper[point.variable] - self.lower[point.variable];
            let use_up = span * point.alpha.abs();
            if use_up >= left - FEASIBLE || !use_up.is_finite() {
                found = Some(point.variable);
                break;
            }
            left -= use_up;
            flipped.push(point.variable);
        }
        *breakpoints = first.into_vec();
        found.map(|variable| (variable, flipped))
    }

    fn update_weights(&mut self, position: usize, column: &[f64], row: &[f64]) {
        let n = self.rows;
        let pivot = column[position];
        let own = dot(row, row);
        let taus = self.solved(row);
        for at in 0..n {
            if at == position || column[at] == 0.0 {
                continue;
            }
            let ratio = column[at] / pivot;
            self.weight[at] = (self.weight[at] - 2.0 * ratio * taus[at] + ratio * ratio * own).max(1e-4);
        }
        self.weight[position] = (own / (pivot * pivot)).max(1e-4);
    }
}
