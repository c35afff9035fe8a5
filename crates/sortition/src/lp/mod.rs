//! Linear programmes with few rows and many columns, each column between two finite bounds.
//!
//! Choosing chances under quotas has one row for each quota and one column for each kind of people: tens of rows, up to many thousands of columns. Because every column
//! is boxed, any basis can be made dual feasible by putting each other column at its better bound; so one method, the bounded dual simplex with bound flipping, starts
//! cold, goes on after changed costs or bounds, and goes on after added rows.
//!
//! The programme is: minimise `cost · x` where `lower ≤ x ≤ upper` and, for each row `i`, `low ≤ (A x)_i ≤ high`. Internally each row has a logical column:
//! `A x − r = 0` with `low ≤ r ≤ high`.

mod basis;
mod dual;
mod kernel;
mod primal;

use crate::fair::Watch;
use kernel::Kernel;

/// How far a value may be outside its bounds.
pub(crate) const FEASIBLE: f64 = 1e-9;
/// How far a reduced cost may be on the wrong side of zero.
pub(crate) const OPTIMAL: f64 = 1e-9;
/// Smaller numbers are not divided by.
const PIVOT: f64 = 1e-8;
/// The inverse is made anew after so many changes of the basis, or later if it is larger.
const REFACTOR: usize = 64;
/// Whether to stop is asked after so many entries of columns were looked at: well under a hundredth of a second.
const PATIENCE: usize = 1_000_000;

/// Where a column stands that is not in the basis, or its position in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Basic(u32),
    Lower,
    Upper,
}

/// How solving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// No better point exists.
    Optimal,
    /// No point exists.
    Infeasible,
    /// The limit on steps was reached, somebody said stop, or rounding stood in the way.
    Stopped,
}

/// A row to be added: the bounds of its activity, and columns with their entries.
pub(crate) type NewRow = (f64, f64, Vec<(usize, f64)>);

/// A linear programme with the basis of its last solution.
#[derive(Debug, Clone)]
pub(crate) struct Lp {
    rows: usize,
    /// Sparse columns, one after another.
    starts: Vec<u32>,
    entries: Vec<(u32, f64)>,
    /// Of columns, then of rows.
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    place: Vec<Place>,
    basis: Vec<u32>,
    kernel: Kernel,
    basic: Vec<f64>,
    /// Of those that can move.
    reduced: Vec<f64>,
    /// Columns whose bounds leave them room.
    movable: Vec<u32>,
    /// Dual steepest edge.
    weight: Vec<f64>,
    changes: usize,
    steps: u64,
}

impl Lp {
    /// A programme with rows and no columns. Every row is in the basis.
    pub(crate) fn new(row_bounds: &[(f64, f64)]) -> Self {
        let rows = row_bounds.len();
        Self {
            rows,
            starts: vec![0],
            entries: Vec::new(),
            lower: row_bounds.iter().map(|bounds| bounds.0).collect(),
            upper: row_bounds.iter().map(|bounds| bounds.1).collect(),
            cost: vec![0.0; rows],
            place: (0..rows).map(|row| Place::Basic(index(row))).collect(),
            basis: (0..rows).map(index).collect(),
            kernel: Kernel::new(rows, Vec::new(), Vec::new()),
            basic: vec![0.0; rows],
            reduced: vec![0.0; rows],
            movable: Vec::new(),
            weight: vec![1.0; rows],
            changes: 0,
            steps: 0,
        }
    }

    /// Adds a column at its lower bound.
    pub(crate) fn add_column(&mut self, lower: f64, upper: f64, cost: f64, entries: impl IntoIterator<Item = (usize, f64)>) -> usize {
        let at = self.columns();
        self.entries.extend(entries.into_iter().map(|(row, value)| (index(row), value)));
        self.starts.push(index(self.entries.len()));
        // Logical columns come after the structural ones.
        for variable in &mut self.basis {
            if *variable as usize >= at {
                *variable += 1;
            }
        }
        self.lower.insert(at, lower);
        self.upper.insert(at, upper);
        self.cost.insert(at, cost);
        self.place.insert(at, Place::Lower);
        self.reduced.insert(at, 0.0);
        at
    }

    /// Adds many columns at once; see [`Lp::add_column`].
    pub(crate) fn add_columns(&mut self, columns: impl IntoIterator<Item = (f64, f64, f64, Vec<(usize, f64)>)>) {
        let at = self.columns();
        let logical = self.lower.split_off(at);
        let logical_upper = self.upper.split_off(at);
        let logical_cost = self.cost.split_off(at);
        let logical_place = self.place.split_off(at);
        for (lower, upper, cost, entries) in columns {
            self.entries.extend(entries.into_iter().map(|(row, value)| (index(row), value)));
            self.starts.push(index(self.entries.len()));
            self.lower.push(lower);
            self.upper.push(upper);
            self.cost.push(cost);
            self.place.push(Place::Lower);
        }
        let more = index(self.columns() - at);
        for variable in &mut self.basis {
            if *variable as usize >= at {
                *variable += more;
            }
        }
        self.lower.extend(logical);
        self.upper.extend(logical_upper);
        self.cost.extend(logical_cost);
        self.place.extend(logical_place);
        self.reduced.resize(self.lower.len(), 0.0);
    }

    /// Adds rows over the columns that are there. They are in the basis, so what was optimal stays dual feasible.
    pub(crate) fn add_rows(&mut self, rows: &[NewRow]) {
        let columns = self.columns();
        let mut more: Vec<Vec<(u32, f64)>> = vec![Vec::new(); columns];
        for (at, (low, high, entries)) in rows.iter().enumerate() {
            let row = self.rows + at;
            for &(column, value) in entries {
                more[column].push((index(row), value));
            }
            self.lower.push(*low);
            self.upper.push(*high);
            self.cost.push(0.0);
            self.place.push(Place::Basic(index(row)));
            self.basis.push(index(self.lower.len() - 1));
            self.kernel.add_row();
        }
        let mut starts = Vec::with_capacity(columns + 1);
        let mut all = Vec::with_capacity(self.entries.len() + more.iter().map(Vec::len).sum::<usize>());
        starts.push(0);
        for (column, more) in more.into_iter().enumerate() {
            all.extend_from_slice(self.column(column));
            all.extend(more);
            starts.push(index(all.len()));
        }
        self.starts = starts;
        self.entries = all;
        self.rows += rows.len();
        self.reduced.resize(self.lower.len(), 0.0);
        self.basic.resize(self.rows, 0.0);
        self.weight.resize(self.rows, 1.0);
    }

    /// How many structural columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn set_cost(&mut self, column: usize, cost: f64) {
        self.cost[column] = cost;
    }

    pub(crate) fn cost(&self, column: usize) -> f64 {
        self.cost[column]
    }

    pub(crate) fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        self.lower[column] = lower;
        self.upper[column] = upper;
    }

    pub(crate) fn set_row_bounds(&mut self, row: usize, low: f64, high: f64) {
        let at = self.columns() + row;
        self.lower[at] = low;
        self.upper[at] = high;
    }

    pub(crate) fn bounds(&self, column: usize) -> (f64, f64) {
        (self.lower[column], self.upper[column])
    }

    /// Changes the entries of a column, whose pattern of rows stays.
    pub(crate) fn scale_entries(&mut self, column: usize, mut value: impl FnMut(usize) -> f64) {
        let range = self.starts[column] as usize..self.starts[column + 1] as usize;
        for (row, entry) in &mut self.entries[range] {
            *entry = value(*row as usize);
        }
        if matches!(self.place[column], Place::Basic(_)) {
            self.changes = REFACTOR;
        }
    }

    /// The value of a column.
    pub(crate) fn value(&self, variable: usize) -> f64 {
        match self.place[variable] {
            Place::Basic(position) => self.basic[position as usize],
            Place::Lower => self.lower[variable],
            Place::Upper => self.upper[variable],
        }
    }

    /// Whether the column is in the basis.
    pub(crate) fn is_basic(&self, variable: usize) -> bool {
        matches!(self.place[variable], Place::Basic(_))
    }

    /// What the objective gains for each unit of the column.
    pub(crate) fn reduced_cost(&self, variable: usize) -> f64 {
        self.reduced[variable]
    }

    pub(crate) fn objective(&self) -> f64 {
        (0..self.columns()).map(|column| self.cost[column] * self.value(column)).sum()
    }

    pub(crate) fn column(&self, column: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[column] as usize..self.starts[column + 1] as usize]
    }

    /// Solves from the basis there is, and once more from the start if rounding has spoilt that.
    pub(crate) fn solve(&mut self, limit: u64, watch: &mut dyn Watch) -> End {
        let is_void = |(low, high): (&f64, &f64)| *low > high + FEASIBLE;
        if self.lower.iter().zip(&self.upper).any(is_void) {
            return End::Infeasible;
        }
        let last = self.steps + limit;
        let end = self.warm(last, watch);
        if end != End::Stopped || self.steps >= last || watch.stop() {
            return end;
        }
        self.start_over();
        self.warm(last, watch)
    }

    fn warm(&mut self, last: u64, watch: &mut dyn Watch) -> End {
        self.prepare();
        match self.dual(last, watch) {
            End::Optimal => self.primal(last, watch),
            end => end,
        }
    }

    /// After how many steps to ask whether to stop.
    fn patience(&self) -> u64 {
        1 + (PATIENCE / (1 + self.entries.len() + self.kernel.len() * self.kernel.len())).min(50) as u64
    }
}

/// Sizes fit 32 bits: a pool has at most some hundred thousand people.
fn index(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than four thousand million entries")
}
