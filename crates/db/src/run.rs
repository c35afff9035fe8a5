//! The one place where a statement meets a driver.
//!
//! Nothing here is generic over the caller's types: it is compiled once, and `all`, `one` and the others only decode.

use std::time::Instant;

use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::sqlite::{SqliteArguments, SqliteConnection};
use sqlx::{Arguments, AssertSqlSafe, Encode, SqlSafeStr, SqlStr, Type};

use crate::database::Source;
use crate::row::RawRow;
use crate::tx::Connection;
use crate::{Db, Error, Kind, Row, Statement, StatementInfo, Value, observe, translate, unique};

/// How much of the answer is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    All,
    First,
    Count,
}

#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) rows: Vec<Row>,
    pub(crate) count: u64,
}

/// The longest `IN ($list)`: half of what SQLite takes, so that the other arguments fit as well.
const LIST_MAX: usize = 16_384;

pub(crate) async fn run(on: Source<'_>, statement: Statement, want: Want) -> Result<Outcome, Error> {
    let info = statement.info;
    let (text, values) = complete(statement)?;
    match on {
        Source::Db(db) => {
            if !info.reads {
                return Err(misuse(info, "this statement writes; run it in a transaction (db.begin())"));
            }
            read(db, info, text, values, want).await
        }
        Source::Tx(tx) => in_transaction(tx, info, text, values, want).await,
    }
}

/// A statement whose text was put together by this crate, such as a multi-row insert.
pub(crate) async fn run_made(tx: &crate::Tx, info: &'static StatementInfo, text: String, values: Vec<Value>) -> Result<u64, Error> {
    let text = AssertSqlSafe(text).into_sql_str();
    Ok(in_transaction(tx, info, text, values, Want::Count).await?.count)
}

async fn read(db: &Db, info: &'static StatementInfo, text: SqlStr, values: Vec<Value>, want: Want) -> Result<Outcome, Error> {
    let start = Instant::now();
    let taken = db.reader().await;
    let waited = start.elapsed();
    let outcome = match taken {
        Ok(mut connection) => with_connection(&mut connection, info, text, values, want).await,
        Err(error) => Err(translate::error(&error, &info.at())),
    };
    observe::statement_done(info, waited, start.elapsed() - waited, db.options().slow, outcome.is_err());
    outcome
}

async fn in_transaction(
    tx: &crate::Tx,
    info: &'static StatementInfo,
    text: SqlStr,
    values: Vec<Value>,
    want: Want,
) -> Result<Outcome, Error> {
    let start = Instant::now();
    let mut state = tx.state.lock().await;
    let waited = start.elapsed();
    if state.failed {
        return Err(Error::Aborted { at: info.at() });
    }
    // set before, cleared after: if the caller gives up in the middle (a browser hangs up), nothing half-done is committed
    state.failed = true;
    let outcome = with_connection(&mut state.connection, info, text, values, want).await;
    state.failed = outcome.is_err();
    drop(state);
    observe::statement_done(info, waited, start.elapsed() - waited, tx.db.options().slow, outcome.is_err());
    outcome
}

async fn with_connection(
    connection: &mut Connection,
    info: &'static StatementInfo,
    text: SqlStr,
    values: Vec<Value>,
    want: Want,
) -> Result<Outcome, Error> {
    match connection {
        Connection::Sqlite(connection) => on_sqlite(connection, info, text, values, want).await,
        Connection::Postgres(connection) => on_postgres(connection, info, text, values, want).await,
        Connection::SqliteTx(transaction) => on_sqlite(transaction, info, text, values, want).await,
        Connection::PostgresTx(transaction) => on_postgres(transaction, info, text, values, want).await,
    }
}

/// The two drivers have the same shape but share no trait that is worth its bounds.
macro_rules! drive {
    ($connection:ident, $arguments:ty, $variant:ident, $info:ident, $text:ident, $values:ident, $want:ident) => {{
        let mut arguments = <$arguments>::default();
        arguments.reserve($values.len(), 0);
        for value in $values {
            add(&mut arguments, value).map_err(|_| misuse($info, "an argument is too large to send"))?;
        }
        let query = sqlx::query_with($text, arguments);
        let row = |raw| Row {
            raw: RawRow::$variant(raw),
            from: $info,
        };
        match $want {
            Want::All => query.fetch_all(&mut *$connection).await.map(|rows| Outcome {
                rows: rows.into_iter().map(row).collect(),
                ..Outcome::default()
            }),
            Want::First => query.fetch_optional(&mut *$connection).await.map(|found| Outcome {
                rows: found.into_iter().map(row).collect(),
                ..Outcome::default()
            }),
            Want::Count => query.execute(&mut *$connection).await.map(|done| Outcome {
                count: done.rows_affected(),
                ..Outcome::default()
            }),
        }
    }};
}

async fn on_sqlite(
    connection: &mut SqliteConnection,
    info: &'static StatementInfo,
    text: SqlStr,
    values: Vec<Value>,
    want: Want,
) -> Result<Outcome, Error> {
    let outcome = drive!(connection, SqliteArguments, Sqlite, info, text, values, want);
    match outcome {
        Ok(outcome) => Ok(outcome),
        Err(error) => match translate::error(&error, &info.at()) {
            Error::UniqueViolation { constraint, at } => Err(Error::UniqueViolation {
                constraint: unique::name(connection, &constraint).await,
                at,
            }),
            other => Err(other),
        },
    }
}

async fn on_postgres(
    connection: &mut PgConnection,
    info: &'static StatementInfo,
    text: SqlStr,
    values: Vec<Value>,
    want: Want,
) -> Result<Outcome, Error> {
    let outcome = drive!(connection, PgArguments, Postgres, info, text, values, want);
    outcome.map_err(|error| translate::error(&error, &info.at()))
}

fn add<'t, A>(arguments: &mut A, value: Value) -> Result<(), sqlx::error::BoxDynError>
where
    A: Arguments,
    Option<i64>: Encode<'t, A::Database> + Type<A::Database>,
    Option<bool>: Encode<'t, A::Database> + Type<A::Database>,
    Option<String>: Encode<'t, A::Database> + Type<A::Database>,
    Option<uuid::Uuid>: Encode<'t, A::Database> + Type<A::Database>,
    Option<Vec<u8>>: Encode<'t, A::Database> + Type<A::Database>,
    Option<f64>: Encode<'t, A::Database> + Type<A::Database>,
{
    match value {
        Value::Null(Kind::Int) => arguments.add(None::<i64>),
        Value::Null(Kind::Bool) => arguments.add(None::<bool>),
        Value::Null(Kind::Text) => arguments.add(None::<String>),
        Value::Null(Kind::Uuid) => arguments.add(None::<uuid::Uuid>),
        Value::Null(Kind::Bytes) => arguments.add(None::<Vec<u8>>),
        Value::Null(Kind::Float) => arguments.add(None::<f64>),
        Value::Int(x) => arguments.add(Some(x)),
        Value::Bool(x) => arguments.add(Some(x)),
        Value::Text(x) => arguments.add(Some(x)),
        Value::Uuid(x) => arguments.add(Some(x)),
        Value::Bytes(x) => arguments.add(Some(x)),
        Value::Float(x) => arguments.add(Some(x)),
    }
}

/// Checks the number of arguments (SQLite would take a missing one for `NULL`) and writes out `$list`.
fn complete(statement: Statement) -> Result<(SqlStr, Vec<Value>), Error> {
    let Statement { info, mut values, list } = statement;
    if values.len() != info.arguments {
        let problem = format!("the statement has {} arguments, {} were bound", info.arguments, values.len());
        return Err(misuse(info, &problem));
    }
    match (list, info.list) {
        (None, false) => Ok((info.text.into_sql_str(), values)),
        (Some(list), true) if list.len() <= LIST_MAX => {
            // padded to a power of two with the last value again, so that few different texts are prepared
            let padded = list.len().next_power_of_two();
            let last = list.last().cloned().unwrap_or(Value::Null(Kind::Int));
            values.extend(list);
            values.resize(info.arguments + padded, last);
            let text = with_list(info, padded);
            Ok((AssertSqlSafe(text).into_sql_str(), values))
        }
        (Some(list), true) => Err(misuse(info, &format!("a list of {} is too long; ask in parts", list.len()))),
        (None, true) => Err(misuse(info, "$list is not bound; call bind_list")),
        (Some(_), false) => Err(misuse(info, "a list is bound, but the text has no $list")),
    }
}

/// The text with `$list` written out as that many numbered arguments. Only digits are added to what stands in the source.
pub(crate) fn with_list(info: &StatementInfo, count: usize) -> String {
    let numbers: Vec<String> = (info.arguments + 1..=info.arguments + count).map(|n| format!("${n}")).collect();
    info.text.replace("$list", &numbers.join(","))
}

fn misuse(info: &StatementInfo, problem: &str) -> Error {
    Error::Misuse {
        problem: problem.to_owned(),
        at: info.at(),
    }
}
