//! The part of the basis that is not trivial.
//!
//! A row that is not tight has its own logical column in the basis and decides nothing else. What must be inverted is the *kernel*: the tight rows, crossed with as many
//! structural columns of the basis. Pools with thousands of households have thousands of rows, of which a few dozen are tight; so the kernel stays small, and its inverse
//! is kept densely.

use super::index;

/// No place in the kernel.
const NONE: u32 = u32::MAX;

/// The inverse of the kernel: a line for each structural column of the basis, in it an entry for each tight row.
#[derive(Debug, Clone, Default)]
pub(super) struct Kernel {
    /// Where in the basis the column of each line stands.
    pub(super) positions: Vec<u32>,
    /// The row of each entry.
    pub(super) rows: Vec<u32>,
    line_of: Vec<u32>,
    entry_of: Vec<u32>,
    inverse: Vec<f64>,
    /// Room in a line.
    width: usize,
}

impl Kernel {
    /// A kernel whose inverse is yet to be set.
    pub(super) fn new(basis: usize, positions: Vec<u32>, rows: Vec<u32>) -> Self {
        let width = rows.len() + 8;
        let mut kernel = Self {
            line_of: vec![NONE; basis],
            entry_of: vec![NONE; basis],
            inverse: vec![0.0; positions.len() * width],
            positions,
            rows,
            width,
        };
        for (line, &position) in kernel.positions.iter().enumerate() {
            kernel.line_of[position as usize] = index(line);
        }
        for (entry, &row) in kernel.rows.iter().enumerate() {
            kernel.entry_of[row as usize] = index(entry);
        }
        kernel
    }

    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    /// One more row of the programme, which is not tight.
    pub(super) fn add_row(&mut self) {
        self.line_of.push(NONE);
        self.entry_of.push(NONE);
    }

    /// The line of a position; `None`: it holds the logical column of a row that is not tight.
    pub(super) fn line_of(&self, position: usize) -> Option<usize> {
        let line = self.line_of[position];
        (line != NONE).then_some(line as usize)
    }

    /// The entry of a row, if it is tight.
    pub(super) fn entry_of(&self, row: usize) -> Option<usize> {
        let entry = self.entry_of[row];
        (entry != NONE).then_some(entry as usize)
    }

    pub(super) fn line(&self, line: usize) -> &[f64] {
        &self.inverse[line * self.width..line * self.width + self.rows.len()]
    }

    pub(super) fn line_mut(&mut self, line: usize) -> &mut [f64] {
        &mut self.inverse[line * self.width..line * self.width + self.rows.len()]
    }

    /// Follows an exchange in the basis: what stands at `position` leaves. `column` is the entering column in terms of the basis, `line` the position's row of the
    /// inverse, `left` the row whose logical column leaves, `entered` the row whose logical column enters.
    pub(super) fn exchange(&mut self, position: usize, column: &[f64], line: &[f64], left: Option<usize>, entered: Option<usize>) {
        let pivot = column[position];
        let own = self.line_of(position);
        let compact: Vec<f64> = self.rows.iter().map(|&row| line[row as usize]).collect();
        let factors: Vec<f64> = self.positions.iter().map(|&at| column[at as usize] / pivot).collect();
        for (at, &factor) in factors.iter().enumerate() {
            if factor != 0.0 && Some(at) != own {
                add_scaled(self.line_mut(at), -factor, &compact);
            }
        }
        if let (Some(own), None) = (own, entered) {
            let line = self.line_mut(own);
            for (to, value) in line.iter_mut().zip(&compact) {
                *to = value / pivot;
            }
            return;
        }
        let entry = match (left, entered.and_then(|row| self.entry_of(row))) {
            (Some(left), Some(entry)) => {
                self.entry_of[self.rows[entry] as usize] = NONE;
                self.rows[entry] = index(left);
                self.entry_of[left] = index(entry);
                Some(entry)
            }
            (Some(left), None) => {
                self.widen();
                self.entry_of[left] = index(self.rows.len());
                self.rows.push(index(left));
                Some(self.rows.len() - 1)
            }
            (None, Some(entry)) => {
                self.remove_entry(entry);
                None
            }
            (None, None) => None,
        };
        if let Some(entry) = entry {
            for (at, &factor) in factors.iter().enumerate() {
                self.line_mut(at)[entry] = factor;
            }
        }
        match (own, entered) {
            (Some(own), Some(_)) => self.remove_line(own),
            (None, None) => {
                let line = self.positions.len();
                self.line_of[position] = index(line);
                self.positions.push(index(position));
                self.inverse.resize((line + 1) * self.width, 0.0);
                let new = self.line_mut(line);
                for (to, value) in new.iter_mut().zip(&compact) {
                    *to = value / pivot;
                }
                if let Some(entry) = entry {
                    new[entry] = -1.0 / pivot;
                }
            }
            _ => {}
        }
    }

    fn widen(&mut self) {
        if self.rows.len() < self.width {
            return;
        }
        let width = 2 * self.width;
        let mut inverse = vec![0.0; self.len() * width];
        for line in 0..self.len() {
            inverse[line * width..line * width + self.rows.len()].copy_from_slice(self.line(line));
        }
        self.inverse = inverse;
        self.width = width;
    }

    fn remove_entry(&mut self, entry: usize) {
        let last = self.rows.len() - 1;
        for line in 0..self.len() {
            self.line_mut(line).swap(entry, last);
        }
        self.entry_of[self.rows[entry] as usize] = NONE;
        self.rows.swap_remove(entry);
        if let Some(&moved) = self.rows.get(entry) {
            self.entry_of[moved as usize] = index(entry);
        }
    }

    fn remove_line(&mut self, line: usize) {
        let last = self.len() - 1;
        if line < last {
            let (start, width) = (line * self.width, self.rows.len());
            self.inverse.copy_within(last * self.width..last * self.width + width, start);
        }
        self.inverse.truncate(last * self.width);
        self.line_of[self.positions[line] as usize] = NONE;
        self.positions.swap_remove(line);
        if let Some(&moved) = self.positions.get(line) {
            self.line_of[moved as usize] = index(line);
        }
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

pub(super) fn add_scaled(to: &mut [f64], factor: f64, what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += factor * what;
    }
}
