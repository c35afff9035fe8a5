//! Does every statement of the program fit the database, on this engine?

use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};

use crate::tx::Connection;
use crate::{Db, StatementInfo, run, statements};

/// A statement that the engine refuses to prepare.
#[derive(Debug)]
pub struct Unprepared {
    /// `file:line`.
    pub at: String,
    /// The statement.
    pub text: &'static str,
    /// What the engine says.
    pub problem: String,
}

impl std::fmt::Display for Unprepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}\n    {}", self.at, self.problem, self.text)
    }
}

/// Prepares every registered statement and answers those that do not fit.
///
/// PostgreSQL may say that it cannot determine the type of an argument, for example in `$1 IS NULL`; write
/// `CAST($1 AS TEXT) IS NULL`.
///
/// # Panics
/// If the database cannot be reached.
pub async fn every_statement_prepares(db: &Db) -> Vec<Unprepared> {
    prepare(db, |_| true).await
}

/// Like [`every_statement_prepares`], but only for the statements of those crates.
///
/// # Panics
/// If the database cannot be reached.
pub async fn every_statement_prepares_in(db: &Db, rooms: &[&str]) -> Vec<Unprepared> {
    prepare(db, |info| rooms.contains(&info.room)).await
}

async fn prepare(db: &Db, wanted: impl Fn(&StatementInfo) -> bool) -> Vec<Unprepared> {
    let mut connection = db.reader().await.expect("the database can be reached");
    let mut failures = Vec::new();
    for info in statements().filter(|info| wanted(info)) {
        let text = AssertSqlSafe(run::with_list(info, 1)).into_sql_str();
        let problem = match &mut connection {
            Connection::Sqlite(connection) => connection.prepare(text).await.err(),
            Connection::Postgres(connection) => connection.prepare(text).await.err(),
            Connection::SqliteTx(_) | Connection::PostgresTx(_) => None, // a reader is no transaction
        };
        if let Some(problem) = problem {
            failures.push(Unprepared {
                at: info.at(),
                text: info.text,
                problem: problem.to_string(),
            });
        }
    }
    failures.sort_by(|a, b| a.at.cmp(&b.at));
    failures
}
