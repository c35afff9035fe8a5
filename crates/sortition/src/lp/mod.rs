//! Linear programmes with few rows and many columns, each column between two finite bounds.
//!
//! Choosing chances under quotas has one row for each quota and one column for each kind of people: tens of rows, up to many thousands of columns. Because every column
//! is boxed, any basis can be made dual feasible by putting each other column at its better bound; so one method, the bounded dual simplex with bound flipping, starts
//! cold, goes on after changed costs or bounds, and goes on after added rows. The inverse of the basis is small and kept densely.
//!
//! The programme is: minimise `cost · x` where `lower ≤ x ≤ upper` and, for each row `i`, `low ≤ (A x)_i ≤ high`. Internally each row has a logical column:
//! `A x − r = 0` with `low ≤ r ≤ high`.

mod basis;
mod dual;
mod primal;

/// How far a value may be outside its bounds.
pub(crate) const FEASIBLE: f64 = 1e-9;
/// How far a reduced cost may be on the wrong side of zero.
pub(crate) const OPTIMAL: f64 = 1e-9;
/// Smaller numbers are not divided by.
const PIVOT: f64 = 1e-8;
/// The inverse is made anew after so many changes of the basis.
const REFACTOR: usize = 64;

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
    /// The limit on steps was reached.
    Stopped,
}

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
    /// `rows × rows`, row after row.
    inverse: Vec<f64>,
    basic: Vec<f64>,
    reduced: Vec<f64>,
    /// Dual steepest edge.
    weight: Vec<f64>,
    changes: usize,
    steps: u64,
}

impl Lp {
    /// A programme with rows and no columns. Every row is in the basis.
    pub(crate) fn new(row_bounds: &[(f64, f64)]) -> Self {
        let rows = row_bounds.len();
        let mut lp = Self {
            rows,
            starts: vec![0],
            entries: Vec::new(),
            lower: row_bounds.iter().map(|bounds| bounds.0).collect(),
            upper: row_bounds.iter().map(|bounds| bounds.1).collect(),
            cost: vec![0.0; rows],
            place: (0..rows).map(|row| Place::Basic(index(row))).collect(),
            basis: (0..rows).map(index).collect(),
            inverse: Vec::new(),
            basic: vec![0.0; rows],
            reduced: vec![0.0; rows],
            weight: vec![1.0; rows],
            changes: 0,
            steps: 0,
        };
        lp.refactor();
        lp
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

    /// Adds a row over the columns that are there. It is in the basis, so what was optimal stays dual feasible.
    pub(crate) fn add_row(&mut self, low: f64, high: f64, entries: &[(usize, f64)]) {
        self.add_rows([(low, high, entries.to_vec())]);
    }

    /// Adds many rows at once; see [`Lp::add_row`].
    pub(crate) fn add_rows(&mut self, rows: impl IntoIterator<Item = (f64, f64, Vec<(usize, f64)>)>) {
        let columns = self.columns();
        let mut more = vec![Vec::new(); columns];
        for (low, high, entries) in rows {
            let row = index(self.rows);
            for (column, value) in entries {
                more[column].push((row, value));
            }
            self.lower.push(low);
            self.upper.push(high);
            self.cost.push(0.0);
            self.place.push(Place::Basic(row));
            self.basis.push(index(self.lower.len() - 1));
            self.reduced.push(0.0);
            self.basic.push(0.0);
            self.weight.push(1.0);
            self.rows += 1;
        }
        let mut starts = Vec::with_capacity(columns + 1);
        let mut all = Vec::new();
        starts.push(0);
        for (column, more) in more.into_iter().enumerate() {
            all.extend_from_slice(self.column(column));
            all.extend(more);
            starts.push(index(all.len()));
        }
        self.starts = starts;
        self.entries = all;
        self.refactor();
    }

    /// How many structural columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn set_cost(&mut self, column: usize, cost: f64) {
        self.cost[column] = cost;
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

    /// The price of a row: what the objective gains for each unit of its activity.
    pub(crate) fn price(&self, row: usize) -> f64 {
        self.reduced[self.columns() + row]
    }

    pub(crate) fn objective(&self) -> f64 {
        (0..self.columns()).map(|column| self.cost[column] * self.value(column)).sum()
    }

    pub(crate) fn column(&self, column: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[column] as usize..self.starts[column + 1] as usize]
    }

    /// Puts columns into the basis, as many as are independent; rows fill up the rest.
    pub(crate) fn crash(&mut self, columns: impl IntoIterator<Item = usize>) {
        for variable in std::mem::take(&mut self.basis) {
            self.place[variable as usize] = Place::Lower;
        }
        let wanted: Vec<usize> = columns.into_iter().take(self.rows).collect();
        let rows = (0..self.rows - wanted.len()).map(|row| self.columns() + row);
        let basis: Vec<usize> = wanted.iter().copied().chain(rows).collect();
        for (position, &variable) in basis.iter().enumerate() {
            self.place[variable] = Place::Basic(index(position));
        }
        self.basis = basis.into_iter().map(index).collect();
        self.weight = vec![1.0; self.rows];
        self.refactor();
    }

    /// Solves from the basis there is.
    pub(crate) fn solve(&mut self, limit: u64) -> End {
        self.prepare();
        match self.dual(limit) {
            End::Optimal => self.primal(limit),
            end => end,
        }
    }
}

/// Sizes fit 32 bits: a pool has at most some hundred thousand people.
fn index(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than four thousand million entries")
}
