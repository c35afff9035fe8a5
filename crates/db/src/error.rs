//! What can go wrong, in words that may be logged: never a bound value, never a password.

/// An error from a database. The same mistake gives the same variant on both engines.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `one` found no row.
    #[error("no row found ({at})")]
    NotFound {
        /// File and line of the statement.
        at: String,
    },
    /// A value that must be unique is there already. Ask with [`Error::is_unique`].
    #[error("{constraint} must be unique ({at})")]
    UniqueViolation {
        /// Name of the constraint or index; see [`Error::is_unique`] for how it is the same on both engines.
        constraint: String,
        /// File and line of the statement.
        at: String,
    },
    /// A row points to a row that is not there, or a row is deleted that others point to.
    #[error("a reference to another row does not hold ({at})")]
    ForeignKey {
        /// File and line of the statement.
        at: String,
    },
    /// A `CHECK` said no.
    #[error("check {constraint} failed ({at})")]
    Check {
        /// Name of the constraint on PostgreSQL, name or expression on SQLite.
        constraint: String,
        /// File and line of the statement.
        at: String,
    },
    /// `NULL` in a `NOT NULL` column.
    #[error("{column} must have a value ({at})")]
    NotNull {
        /// Name of the column (on SQLite with its table).
        column: String,
        /// File and line of the statement.
        at: String,
    },
    /// Somebody else holds the lock, or no connection was free in time, or two transactions got in each other's way.
    /// The whole transaction may be tried again.
    #[error("the database is busy: {reason} ({at})")]
    Busy {
        /// What was waited for.
        reason: String,
        /// File and line of the statement.
        at: String,
    },
    /// The statement took longer than allowed and was stopped.
    #[error("the statement took too long and was stopped ({at})")]
    Timeout {
        /// File and line of the statement.
        at: String,
    },
    /// The database cannot be reached, or the connection broke.
    #[error("the database cannot be reached: {0}")]
    Connection(String),
    /// The address of the database is not understood.
    #[error("{0}")]
    Address(String),
    /// A column is missing from the row or holds something that the Rust type cannot be.
    #[error("column {column}: {problem} ({at})")]
    Decode {
        /// Name of the column, or its position.
        column: String,
        /// What was expected and what was found (types, never the value).
        problem: String,
        /// File and line of the statement.
        at: String,
    },
    /// An earlier statement in this transaction failed, or was abandoned half-way; nothing of it is kept.
    #[error("the transaction had failed before and was rolled back ({at})")]
    Aborted {
        /// File and line of the statement, or `commit`.
        at: String,
    },
    /// The statement is used in a way that cannot work; a mistake in the program.
    #[error("{problem} ({at})")]
    Misuse {
        /// What is wrong, and the mend.
        problem: String,
        /// File and line of the statement.
        at: String,
    },
    /// Migrations and the database do not fit together.
    #[error("{0}")]
    Migration(String),
    /// Anything else the engine says.
    #[error("database error {code}: {message} ({at})")]
    Other {
        /// SQLSTATE on PostgreSQL, extended result code on SQLite.
        code: String,
        /// The engine's message where it is known to hold no values.
        message: String,
        /// File and line of the statement.
        at: String,
    },
}

impl Error {
    /// Whether this is the violation of the unique constraint of that name, on either engine.
    ///
    /// Names are portable as follows:
    /// - `CREATE UNIQUE INDEX edition_code_once ON edition (…)` has its own name. Prefer this.
    /// - a primary key is `table_pkey`.
    /// - `UNIQUE (a, b)` or `a TEXT UNIQUE` inside `CREATE TABLE` is `table_a_b_key`.
    ///
    /// SQLite reports columns, not names, so the name is looked up afterwards. If two unique indexes of a table have the
    /// same columns (partial indexes with different `WHERE`), SQLite cannot tell which; then both names are answered with yes.
    #[must_use]
    pub fn is_unique(&self, name: &str) -> bool {
        match self {
            Error::UniqueViolation { constraint, .. } => constraint.split(crate::unique::OR).any(|one| one == name),
            _ => false,
        }
    }

    /// Whether trying the whole transaction again may help.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Error::Busy { .. } | Error::Connection(_))
    }

    /// Whether `one` found no row.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Error::NotFound { .. })
    }
}
