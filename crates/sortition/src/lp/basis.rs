//! The basis: its inverse, the values of its columns and the reduced costs of all others.

use super::kernel::{Kernel, add_scaled, dot};
use super::{Lp, OPTIMAL, Place, REFACTOR, index};

impl Lp {
    /// Makes the inverse anew. A column that the others already express gives its place to a row.
    pub(super) fn refactor(&mut self) {
        loop {
            let (columns, rows) = (self.kernel.positions.clone(), self.kernel.rows.clone());
            let n = columns.len();
            let mut matrix = vec![0.0; n * n];
            for (line, &position) in columns.iter().enumerate() {
                for &(row, value) in self.column(self.basis[position as usize] as usize) {
                    if let Some(entry) = self.kernel.entry_of(row as usize) {
                        matrix[entry * n + line] = value;
                    }
                }
            }
            let mut inverse = vec![0.0; n * n];
            for row in 0..n {
                inverse[row * n + row] = 1.0;
            }
            let row_of = eliminate(&mut matrix, &mut inverse, n, n);
            self.changes = 0;
            if !row_of.contains(&None) {
                for (line, row) in row_of.into_iter().flatten().enumerate() {
                    self.kernel.line_mut(line).copy_from_slice(&inverse[row * n..(row + 1) * n]);
                }
                return;
            }
            let is_used = |row: &usize| row_of.contains(&Some(*row));
            let unused: Vec<usize> = (0..n).filter(|row| !is_used(row)).collect();
            let dropped = (0..n).filter(|&line| row_of[line].is_none());
            for (line, row) in dropped.zip(unused) {
                self.settle(columns[line] as usize, rows[row] as usize);
            }
            self.rebuild();
        }
    }

    /// A structural column of the basis gives its position to the logical column of a row.
    fn settle(&mut self, position: usize, row: usize) {
        self.place[self.basis[position] as usize] = Place::Lower;
        let logical = self.columns() + row;
        self.basis[position] = index(logical);
        self.place[logical] = Place::Basic(index(position));
    }

    /// Makes the kernel anew from the basis, without its inverse.
    fn rebuild(&mut self) {
        let columns = self.columns();
        let mut is_tight = vec![true; self.rows];
        let mut positions = Vec::new();
        for (position, &variable) in self.basis.iter().enumerate() {
            match (variable as usize).checked_sub(columns) {
                Some(row) => is_tight[row] = false,
                None => positions.push(index(position)),
            }
        }
        let rows = (0..self.rows).filter(|&row| is_tight[row]).map(index).collect();
        self.kernel = Kernel::new(self.rows, positions, rows);
        self.weight.fill(1.0);
    }

    /// Every row in the basis: a start that always holds.
    pub(super) fn start_over(&mut self) {
        for row in 0..self.rows {
            let out = self.basis[row] as usize;
            self.place[out] = Place::Lower;
        }
        for row in 0..self.rows {
            let logical = self.columns() + row;
            self.basis[row] = index(logical);
            self.place[logical] = Place::Basic(index(row));
        }
        self.rebuild();
        self.changes = 0;
    }

    /// Puts columns into the basis, as many as are independent; rows fill up the rest.
    pub(crate) fn crash(&mut self, columns: impl IntoIterator<Item = usize>) {
        self.start_over();
        let wanted: Vec<usize> = columns.into_iter().take(self.rows).collect();
        let mut matrix = vec![0.0; self.rows * wanted.len()];
        for (at, &variable) in wanted.iter().enumerate() {
            for &(row, value) in self.column(variable) {
                matrix[row as usize * wanted.len() + at] = value;
            }
        }
        let row_of = eliminate(&mut matrix, &mut [], self.rows, wanted.len());
        for (&variable, row) in wanted.iter().zip(row_of) {
            let Some(row) = row else { continue };
            let logical = self.columns() + row;
            self.place[logical] = Place::Lower;
            self.basis[row] = index(variable);
            self.place[variable] = Place::Basic(index(row));
        }
        self.rebuild();
        self.refactor();
    }

    /// Values of the basic columns.
    pub(super) fn values(&mut self) {
        let mut right = vec![0.0; self.rows];
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
        self.basic = self.solved(&right);
    }

    /// Reduced costs of all columns that can move.
    pub(super) fn reduced_costs(&mut self) {
        let mut compact = vec![0.0; self.kernel.len()];
        for (line, &position) in self.kernel.positions.iter().enumerate() {
            let cost = self.cost[self.basis[position as usize] as usize];
            if cost != 0.0 {
                add_scaled(&mut compact, cost, self.kernel.line(line));
            }
        }
        let mut price = vec![0.0; self.rows];
        for (&row, compact) in self.kernel.rows.iter().zip(compact) {
            price[row as usize] = compact;
        }
        for at in 0..self.movable.len() {
            let variable = self.movable[at] as usize;
            self.reduced[variable] = match self.place[variable] {
                Place::Basic(_) => 0.0,
                _ => self.cost[variable] - self.along(&price, variable),
            };
        }
    }

    /// The price of a row: what the objective gains for each unit of its activity.
    pub(crate) fn price(&self, row: usize) -> f64 {
        let Some(entry) = self.kernel.entry_of(row) else {
            return 0.0;
        };
        let lines = self.kernel.positions.iter().enumerate();
        lines
            .map(|(line, &position)| self.cost[self.basis[position as usize] as usize] * self.kernel.line(line)[entry])
            .sum()
    }

    /// Puts every column outside the basis at the bound its reduced cost prefers, which makes the basis dual feasible.
    pub(super) fn prepare(&mut self) {
        if self.changes >= REFACTOR {
            self.refactor();
        }
        self.movable.clear();
        let movable = (0..self.lower.len()).filter(|&variable| self.lower[variable] < self.upper[variable]);
        self.movable.extend(movable.map(index));
        self.reduced_costs();
        for &variable in &self.movable {
            let variable = variable as usize;
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
        let mut vector = vec![0.0; self.rows];
        self.add_to(&mut vector, variable, 1.0);
        self.solved(&vector)
    }

    /// A vector over the rows in terms of the basis, by position.
    pub(super) fn solved(&self, vector: &[f64]) -> Vec<f64> {
        let kernel = &self.kernel;
        let compact: Vec<f64> = kernel.rows.iter().map(|&row| vector[row as usize]).collect();
        let filled: Vec<usize> = (0..compact.len()).filter(|&entry| compact[entry] != 0.0).collect();
        let is_sparse = 4 * filled.len() < compact.len();
        let mut result = vec![0.0; self.rows];
        let mut rest: Vec<f64> = vector.iter().map(|value| -value).collect();
        for (line, &position) in kernel.positions.iter().enumerate() {
            let entries = kernel.line(line);
            let value = if is_sparse {
                filled.iter().map(|&entry| entries[entry] * compact[entry]).sum()
            } else {
                dot(entries, &compact)
            };
            result[position as usize] = value;
            if value != 0.0 && kernel.len() < self.rows {
                self.add_to(&mut rest, self.basis[position as usize] as usize, value);
            }
        }
        for (position, result) in result.iter_mut().enumerate() {
            if kernel.line_of(position).is_none() {
                *result = rest[self.basis[position] as usize - self.columns()];
            }
        }
        result
    }

    /// A row of the whole inverse.
    pub(super) fn inverse_row(&self, position: usize) -> Vec<f64> {
        let kernel = &self.kernel;
        let mut row = vec![0.0; self.rows];
        if let Some(line) = kernel.line_of(position) {
            for (&at, &value) in kernel.rows.iter().zip(kernel.line(line)) {
                row[at as usize] = value;
            }
            return row;
        }
        let own = self.basis[position] as usize - self.columns();
        let mut compact = vec![0.0; kernel.len()];
        for (line, &position) in kernel.positions.iter().enumerate() {
            let column = self.column(self.basis[position as usize] as usize);
            if let Some((_, factor)) = column.iter().find(|(row, _)| *row as usize == own) {
                add_scaled(&mut compact, *factor, kernel.line(line));
            }
        }
        for (&at, value) in kernel.rows.iter().zip(compact) {
            row[at as usize] = value;
        }
        row[own] = -1.0;
        row
    }

    /// Puts a column into the basis in place of another one. `column` is the entering one in terms of the old basis, `row` the position's row of the inverse.
    pub(super) fn replace(&mut self, position: usize, entering: usize, column: &[f64], row: &[f64], leaves_to: Place) {
        let columns = self.columns();
        let leaving = self.basis[position] as usize;
        self.kernel
            .exchange(position, column, row, leaving.checked_sub(columns), entering.checked_sub(columns));
        self.place[leaving] = leaves_to;
        self.place[entering] = Place::Basic(index(position));
        self.basis[position] = index(entering);
        self.changes += 1;
        self.steps += 1;
    }

    /// After a step: with a fresh inverse now and then, so that rounding does not add up.
    pub(super) fn refresh(&mut self) -> bool {
        if self.changes < REFACTOR.max(self.kernel.len()) {
            return false;
        }
        self.refactor();
        self.values();
        self.reduced_costs();
        true
    }
}

/// Clears column after column but for a pivot, and gives the pivot's row of each; `None`: the others already express it. What is done to the `rows` of the matrix is done
/// to those of `inverse`, which is square, or empty where nobody wants it.
fn eliminate(matrix: &mut [f64], inverse: &mut [f64], rows: usize, columns: usize) -> Vec<Option<usize>> {
    let mut is_used = vec![false; rows];
    let mut row_of = vec![None; columns];
    for column in 0..columns {
        let size = |row: usize| matrix[row * columns + column].abs();
        let largest = (0..rows)
            .filter(|&row| !is_used[row])
            .max_by(|&one, &other| size(one).total_cmp(&size(other)));
        let Some(pivot) = largest.filter(|&row| size(row) > 1e-9) else {
            continue;
        };
        is_used[pivot] = true;
        row_of[column] = Some(pivot);
        clear(matrix, columns, pivot, column, inverse, rows);
    }
    row_of
}

fn clear(matrix: &mut [f64], columns: usize, pivot: usize, column: usize, inverse: &mut [f64], rows: usize) {
    let scale = 1.0 / matrix[pivot * columns + column];
    let scaled = |values: &mut [f64]| -> Vec<f64> {
        values.iter_mut().for_each(|value| *value *= scale);
        values.to_vec()
    };
    let pivot_row = scaled(&mut matrix[pivot * columns..(pivot + 1) * columns]);
    let pivot_inverse = if inverse.is_empty() {
        Vec::new()
    } else {
        scaled(&mut inverse[pivot * rows..(pivot + 1) * rows])
    };
    for row in (0..rows).filter(|&row| row != pivot) {
        let factor = matrix[row * columns + column];
        if factor != 0.0 {
            // What is left of the column is cleared already.
            add_scaled(
                &mut matrix[row * columns + column..(row + 1) * columns],
                -factor,
                &pivot_row[column..],
            );
            if !inverse.is_empty() {
                add_scaled(&mut inverse[row * rows..(row + 1) * rows], -factor, &pivot_inverse);
            }
        }
    }
}
