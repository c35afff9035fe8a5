//! What a panel is to the solvers: how many seats each class of interchangeable people gets.

/// A condition on the number of seats of some classes together: a quota, the panel's size, a household, or an inequality learnt on the way.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Classes and their factors, ascending.
    pub(crate) entries: Vec<(usize, f64)>,
}

/// All compositions that obey the conditions. Integer points are kinds of panels; the points between them are average panels.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Polytope {
    /// How many people each class has.
    pub(crate) people: Vec<f64>,
    /// How many seats each class can get at most.
    pub(crate) seats: Vec<f64>,
    pub(crate) rows: Vec<Row>,
}

impl Polytope {
    pub(crate) fn classes(&self) -> usize {
        self.people.len()
    }

    /// The conditions on each class.
    pub(crate) fn columns(&self) -> Vec<Vec<(usize, f64)>> {
        let mut columns = vec![Vec::new(); self.classes()];
        for (at, row) in self.rows.iter().enumerate() {
            for &(class, factor) in &row.entries {
                columns[class].push((at, factor));
            }
        }
        columns
    }

    pub(crate) fn row_bounds(&self) -> Vec<(f64, f64)> {
        self.rows.iter().map(|row| (row.low, row.high)).collect()
    }
}
