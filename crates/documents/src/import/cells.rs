//! Puts cells into rows under the limits; both readers deliver here.

use super::{ImportError, Limits, Row};

/// Rows in the making.
pub(super) struct Filler<'l> {
    limits: &'l Limits,
    rows: Vec<Row>,
    filled: usize,
}

impl<'l> Filler<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            rows: Vec::new(),
            filled: 0,
        }
    }

    /// Puts `text` at row `number` (from 1) and `column` (from 0). Blank text leaves no trace. Rows may come in any order.
    pub(super) fn put(&mut self, number: usize, column: usize, text: &str) -> Result<(), ImportError> {
        let limits = self.limits;
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if number > limits.rows {
            return Err(ImportError::TooManyRows { limit: limits.rows });
        }
        if column >= limits.columns {
            return Err(ImportError::TooManyColumns { limit: limits.columns });
        }
        if text.len() > limits.cell_length && text.chars().count() > limits.cell_length {
            return Err(ImportError::CellTooLong {
                row: number,
                column,
                limit: limits.cell_length,
            });
        }
        self.filled += 1;
        if self.filled > limits.cells {
            return Err(ImportError::TooManyCells { limit: limits.cells });
        }
        let row = self.row(number);
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text.to_owned();
        Ok(())
    }

    fn row(&mut self, number: usize) -> &mut Row {
        let place = match self.rows.last() {
            // The usual case: the same row, or the next one.
            Some(last) if last.number == number => self.rows.len() - 1,
            Some(last) if last.number > number => match self.rows.binary_search_by_key(&number, |row| row.number) {
                Ok(place) => place,
                Err(place) => {
                    self.rows.insert(place, Row { number, cells: Vec::new() });
                    place
                }
            },
            _ => {
                self.rows.push(Row { number, cells: Vec::new() });
                self.rows.len() - 1
            }
        };
        &mut self.rows[place]
    }

    pub(super) fn finish(self) -> Vec<Row> {
        self.rows
    }
}
