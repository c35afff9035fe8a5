//! The dual simplex method with bound flipping (the long-step rule) and dual steepest edge.

use super::basis::dot;
use super::{End, FEASIBLE, Lp, PIVOT, Place};

/// A column that would reach the other side of zero.
struct Breakpoint {
    ratio: f64,
    alpha: f64,
    variable: usize,
}

impl Lp {
    pub(super) fn dual(&mut self, limit: u64) -> End {
        let n = self.rows;
        let last = self.steps + limit;
        let mut alphas = vec![0.0; self.lower.len()];
        let mut breakpoints: Vec<Breakpoint> = Vec::new();
        loop {
            if self.steps >= last {
                return End::Stopped;
            }
            let Some((position, violation)) = self.most_violated() else {
                return End::Optimal;
            };
            let leaving = self.basis[position] as usize;
            let sign = if violation > 0.0 { 1.0 } else { -1.0 };
            let row: Vec<f64> = self.inverse[position * n..(position + 1) * n].to_vec();
            breakpoints.clear();
            for variable in 0..self.lower.len() {
                let place = self.place[variable];
                if matches!(place, Place::Basic(_)) {
                    continue;
                }
                let alpha = self.along(&row, variable);
                alphas[variable] = alpha;
                let towards = sign * alpha;
                if self.lower[variable] < self.upper[variable]
                    && ((place == Place::Lower && towards > PIVOT) || (place == Place::Upper && towards < -PIVOT))
                {
                    breakpoints.push(Breakpoint {
                        ratio: (self.reduced[variable] / towards).max(0.0),
                        alpha,
                        variable,
                    });
                }
            }
            let Some((entering, flipped)) = self.long_step(&mut breakpoints, violation.abs()) else {
                return End::Infeasible;
            };
            let column = self.in_basis(entering);
            if column[position].abs() < PIVOT || (column[position] - alphas[entering]).abs() > 1e-6 * (1.0 + alphas[entering].abs()) {
                if self.changes == 0 {
                    // The inverse is fresh and the pivot is still no good: leave it to the next row.
                    self.weight[position] *= 1e6;
                    self.steps += 1;
                    continue;
                }
                self.refactor();
                self.reduced_costs();
                self.values();
                continue;
            }
            // Dual step.
            let step = self.reduced[entering] / alphas[entering];
            if step != 0.0 {
                for variable in 0..self.lower.len() {
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
                for at in 0..n {
                    self.basic[at] -= dot(&self.inverse[at * n..(at + 1) * n], &moved);
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
            self.replace(position, entering, &column, if sign > 0.0 { Place::Upper } else { Place::Lower });
            self.refresh();
        }
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
    fn long_step(&self, breakpoints: &mut [Breakpoint], violation: f64) -> Option<(usize, Vec<usize>)> {
        breakpoints.sort_unstable_by(|a, b| {
            a.ratio
                .total_cmp(&b.ratio)
                .then(b.alpha.abs().total_cmp(&a.alpha.abs()))
                .then(a.variable.cmp(&b.variable))
        });
        let mut left = violation;
        let mut flipped = Vec::new();
        for point in breakpoints.iter() {
            let span = self.upper[point.variable] - self.lower[point.variable];
            let use_up = span * point.alpha.abs();
            if use_up >= left - FEASIBLE || !use_up.is_finite() {
                return Some((point.variable, flipped));
            }
            left -= use_up;
            flipped.push(point.variable);
        }
        None
    }

    fn update_weights(&mut self, position: usize, column: &[f64], row: &[f64]) {
        let n = self.rows;
        let pivot = column[position];
        let own = dot(row, row);
        for at in 0..n {
            if at == position || column[at] == 0.0 {
                continue;
            }
            let ratio = column[at] / pivot;
            let tau = dot(&self.inverse[at * n..(at + 1) * n], row);
            self.weight[at] = (self.weight[at] - 2.0 * ratio * tau + ratio * ratio * own).max(1e-4);
        }
        self.weight[position] = (own / (pivot * pivot)).max(1e-4);
    }
}
