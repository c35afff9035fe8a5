//! The basis: its inverse, the values of its columns and the reduced costs of all others.

use super::{Lp, OPTIMAL, Place, REFACTOR};

impl Lp {
    /// Makes the inverse anew, and with it values and reduced costs. A column that the others already express gives its place to a row.
    pub(super) fn refactor(&mut self) {
        let n = self.rows;
        let mut matrix = vec![0.0; n * n];
        for (position, &variable) in self.basis.iter().enumerate() {
            let variable = variable as usize;
            if variable >= self.columns() {
                matrix[(variable - self.columns()) * n + position] = -1.0;
            } else {
                for &(row, value) in self.column(variable) {
                    matrix[row as usize * n + position] = value;
                }
            }
        }
        let mut inverse = vec![0.0; n * n];
        for row in 0..n {
            inverse[row * n + row] = 1.0;
        }
        let mut dropped = Vec::new();
        let mut used = vec![false; n];
        let mut row_of = vec![usize::MAX; n];
        for position in 0..n {
            let pivot = (0..n)
                .filter(|&row| !used[row])
                .max_by(|&a, &b| matrix[a * n + position].abs().total_cmp(&matrix[b * n + position].abs()));
            let Some(pivot) = pivot.filter(|&row| matrix[row * n + position].abs() > 1e-9) else {
                dropped.push(position);
                continue;
            };
            used[pivot] = true;
            row_of[position] = pivot;
            eliminate(&mut matrix, &mut inverse, n, pivot, position);
        }
        if !dropped.is_empty() {
            for (position, row) in dropped.into_iter().zip((0..n).filter(|&row| !used[row]).collect::<Vec<_>>()) {
                let out = self.basis[position] as usize;
                self.place[out] = Place::Lower;
                let logical = self.columns() + row;
                self.basis[position] = super::index(logical);
                self.place[logical] = Place::Basic(super::index(position));
            }
            self.weight.fill(1.0);
            return self.refactor();
        }
        self.inverse.resize(n * n, 0.0);
        for (position, &row) in row_of.iter().enumerate() {
            self.inverse[position * n..(position + 1) * n].copy_from_slice(&inverse[row * n..(row + 1) * n]);
        }
        self.changes = 0;
    }

    /// Values of the basic columns.
    pub(super) fn values(&mut self) {
        let n = self.rows;
        let mut right = vec![0.0; n];
        for variable in 0..self.lower.len() {
            let value = match self.place[variable] {
                Place::Basic(_) => continue,
                Place::Lower => self.lower[variable],
                Place::Upper => self.upper[variable],
            };
            if value != 0.0 {
                self.add_to(&mut right, variable, -value);
            }
        }
        for position in 0..n {
            self.basic[position] = dot(&self.inverse[position * n..(position + 1) * n], &right);
        }
    }

    /// Reduced costs of all columns.
    pub(super) fn reduced_costs(&mut self) {
        let n = self.rows;
        let mut price = vec![0.0; n];
        for (position, &variable) in self.basis.iter().enumerate() {
            let cost = self.cost[variable as usize];
            if cost != 0.0 {
                add_scaled(&mut price, cost, &self.inverse[position * n..(position + 1) * n]);
            }
        }
        for variable in 0..self.lower.len() {
            self.reduced[variable] = match self.place[variable] {
                Place::Basic(_) => 0.0,
                _ => self.cost[variable] - self.along(&price, variable),
            };
        }
    }

    /// Puts every column outside the basis at the bound its reduced cost prefers, which makes the basis dual feasible.
    pub(super) fn prepare(&mut self) {
        if self.changes >= REFACTOR || self.inverse.len() != self.rows * self.rows {
            self.refactor();
        }
        self.reduced_costs();
        for variable in 0..self.lower.len() {
            let reduced = self.reduced[variable];
            if self.place[variable] == Place::Lower && reduced < -OPTIMAL {
                self.place[variable] = Place::Upper;
            } else if self.place[variable] == Place::Upper && reduced > OPTIMAL {
                self.place[variable] = Place::Lower;
            }
        }
        self.values();
    }

    /// `vector += factor · column`.
    pub(super) fn add_to(&self, vector: &mut [f64], variable: usize, factor: f64) {
        if variable >= self.columns() {
            vector[variable - self.columns()] -= factor;
        } else {
            for &(row, value) in self.column(variable) {
                vector[row as usize] += factor * value;
            }
        }
    }

    /// `vector · column`.
    pub(super) fn along(&self, vector: &[f64], variable: usize) -> f64 {
        if variable >= self.columns() {
            -vector[variable - self.columns()]
        } else {
            self.column(variable).iter().map(|&(row, value)| vector[row as usize] * value).sum()
        }
    }

    /// The column in terms of the basis.
    pub(super) fn in_basis(&self, variable: usize) -> Vec<f64> {
        let n = self.rows;
        let mut result = vec![0.0; n];
        let each = |row: usize, value: f64, result: &mut [f64]| {
            for (position, result) in result.iter_mut().enumerate() {
                *result += value * self.inverse[position * n + row];
            }
        };
        if variable >= self.columns() {
            each(variable - self.columns(), -1.0, &mut result);
        } else {
            for &(row, value) in self.column(variable) {
                each(row as usize, value, &mut result);
            }
        }
        result
    }

    /// Puts a column into the basis in place of another one. `column` is the entering one in terms of the old basis.
    pub(super) fn replace(&mut self, position: usize, entering: usize, column: &[f64], leaves_to: Place) {
        let n = self.rows;
        let leaving = self.basis[position] as usize;
        self.place[leaving] = leaves_to;
        self.place[entering] = Place::Basic(super::index(position));
        self.basis[position] = super::index(entering);
        let pivot = 1.0 / column[position];
        let (before, rest) = self.inverse.split_at_mut(position * n);
        let (row, after) = rest.split_at_mut(n);
        for value in row.iter_mut() {
            *value *= pivot;
        }
        for (other, chunk) in before.chunks_exact_mut(n).enumerate() {
            if column[other] != 0.0 {
                add_scaled(chunk, -column[other], row);
            }
        }
        for (other, chunk) in after.chunks_exact_mut(n).enumerate() {
            let factor = column[position + 1 + other];
            if factor != 0.0 {
                add_scaled(chunk, -factor, row);
            }
        }
        self.changes += 1;
        self.steps += 1;
    }

    /// After a step: with a fresh inverse now and then, so that rounding does not add up.
    pub(super) fn refresh(&mut self) -> bool {
        if self.changes < REFACTOR {
            return false;
        }
        self.refactor();
        self.values();
        self.reduced_costs();
        true
    }
}

/// Clears a column but for its pivot.
fn eliminate(matrix: &mut [f64], inverse: &mut [f64], n: usize, pivot: usize, position: usize) {
    let factor = 1.0 / matrix[pivot * n + position];
    for at in 0..n {
        matrix[pivot * n + at] *= factor;
        inverse[pivot * n + at] *= factor;
    }
    let pivot_row = matrix[pivot * n..(pivot + 1) * n].to_vec();
    let pivot_inverse = inverse[pivot * n..(pivot + 1) * n].to_vec();
    for row in (0..n).filter(|&row| row != pivot) {
        let factor = matrix[row * n + position];
        if factor != 0.0 {
            add_scaled(&mut matrix[row * n..(row + 1) * n], -factor, &pivot_row);
            add_scaled(&mut inverse[row * n..(row + 1) * n], -factor, &pivot_inverse);
        }
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add_scaled(to: &mut [f64], factor: f64, what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += factor * what;
    }
}
