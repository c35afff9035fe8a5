//! Rows, and how they become structs and tuples.

use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use crate::column::{Cell, Column, Raw};
use crate::{Error, StatementInfo};

/// One row of an answer, from either engine.
pub struct Row {
    pub(crate) raw: RawRow,
    pub(crate) from: &'static StatementInfo,
}

pub(crate) enum RawRow {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// Shows no values.
impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Row of {}", self.from.at())
    }
}

impl Row {
    /// The value of the column with that name.
    ///
    /// # Errors
    /// [`Error::Decode`] if there is no such column or it holds something else.
    pub fn get<T: Column>(&self, name: &str) -> Result<T, Error> {
        let cell = match &self.raw {
            RawRow::Sqlite(row) => row.try_get_raw(name).map(Raw::Sqlite),
            RawRow::Postgres(row) => row.try_get_raw(name).map(Raw::Postgres),
        };
        self.read(cell, name)
    }

    /// The value of the column at that position, counted from 0.
    ///
    /// # Errors
    /// [`Error::Decode`] if there is no such column or it holds something else.
    pub fn at<T: Column>(&self, position: usize) -> Result<T, Error> {
        // the PostgreSQL driver checks the position, the SQLite driver does not
        if position >= self.columns() {
            return Err(self.wrong(&(position + 1).to_string(), "there is no such column in the answer"));
        }
        let cell = match &self.raw {
            RawRow::Sqlite(row) => row.try_get_raw(position).map(Raw::Sqlite),
            RawRow::Postgres(row) => row.try_get_raw(position).map(Raw::Postgres),
        };
        self.read(cell, &(position + 1).to_string())
    }

    /// How many columns the row has.
    #[must_use]
    pub fn columns(&self) -> usize {
        match &self.raw {
            RawRow::Sqlite(row) => row.len(),
            RawRow::Postgres(row) => row.len(),
        }
    }

    fn read<T: Column>(&self, cell: Result<Raw<'_>, sqlx::Error>, column: &str) -> Result<T, Error> {
        let raw = cell.map_err(|_| self.wrong(column, "there is no such column in the answer"))?;
        T::from_cell(Cell(raw)).map_err(|problem| self.wrong(column, &problem.0))
    }

    fn wrong(&self, column: &str, problem: &str) -> Error {
        Error::Decode {
            column: column.to_owned(),
            problem: problem.to_owned(),
            at: self.from.at(),
        }
    }
}

/// What a row can become. Made by [`row!`](crate::row!) for structs; tuples read columns by position.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    /// [`Error::Decode`] naming the column.
    fn from_row(row: &Row) -> Result<Self, Error>;
}

macro_rules! tuples {
    ($($($name:ident $position:tt),+;)+) => { $(
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row) -> Result<Self, Error> { Ok(($(row.at::<$name>($position)?,)+)) }
        }
    )+ };
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}

/// A struct that is read from the columns with the names of its fields.
///
/// ```
/// db::row!(
///     /// A course as the catalogue shows it.
///     #[derive(PartialEq)]
///     pub struct CourseRow {
///         /// What people call it.
///         pub name: String,
///         /// Seats, if limited.
///         pub seats: Option<i64>,
///     }
/// );
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name { $( $(#[$field_meta])* $field_vis $field: $type, )* }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row) -> ::core::result::Result<Self, $crate::Error> {
                ::core::result::Result::Ok($name { $( $field: row.get::<$type>(stringify!($field))?, )* })
            }
        }
    };
}
