//! What the drivers say, in our words. The same mistake becomes the same variant on both engines, and nothing that could
//! hold a value passes.

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::postgres::PgDatabaseError;

use crate::Error;

/// Where an error happened that belongs to no statement.
pub(crate) const NOWHERE: &str = "connecting";

pub(crate) fn error(error: &sqlx::Error, at: &str) -> Error {
    let at = at.to_owned();
    let other = |code: &str, message: String| Error::Other {
        code: code.to_owned(),
        message,
        at: at.clone(),
    };
    match error {
        sqlx::Error::Database(said) => match said.try_downcast_ref::<PgDatabaseError>() {
            Some(postgres) => from_postgres(postgres, at),
            None => from_sqlite(&**said, at),
        },
        sqlx::Error::PoolTimedOut => Error::Busy {
            reason: "no connection was free in time".into(),
            at,
        },
        sqlx::Error::PoolClosed => Error::Connection("it was closed".into()),
        sqlx::Error::Io(io) => Error::Connection(io.to_string()),
        sqlx::Error::Tls(tls) => Error::Connection(format!("no encrypted connection: {tls}")),
        sqlx::Error::WorkerCrashed => Error::Connection("its thread has stopped".into()),
        sqlx::Error::Configuration(_) => Error::Address("the database address or one of its options is not understood".into()),
        sqlx::Error::Protocol(_) => other("protocol", "the server's answer was not understood".into()),
        sqlx::Error::Encode(_) => other("encode", "an argument cannot be sent".into()),
        sqlx::Error::RowNotFound => Error::NotFound { at },
        _ => other("driver", "the driver failed".into()),
    }
}

/// See <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn from_postgres(said: &PgDatabaseError, at: String) -> Error {
    let name = |found: Option<&str>| found.unwrap_or("(unnamed)").to_owned();
    match said.code() {
        "23505" => Error::UniqueViolation {
            constraint: name(said.constraint()),
            at,
        },
        "23503" | "23001" => Error::ForeignKey { at },
        "23514" => Error::Check {
            constraint: name(said.constraint()),
            at,
        },
        "23502" => Error::NotNull {
            column: name(said.column()),
            at,
        },
        "40001" | "40P01" => Error::Busy {
            reason: "two transactions got in each other's way".into(),
            at,
        },
        "55P03" => Error::Busy {
            reason: "somebody else holds the lock".into(),
            at,
        },
        "57014" => Error::Timeout { at },
        "25P02" => Error::Aborted { at },
        "25P03" | "57P01" | "57P02" | "57P03" | "53300" => Error::Connection(said.message().to_owned()),
        code if code.starts_with("08") || code.starts_with("28") || code.starts_with("3D") => Error::Connection(said.message().to_owned()),
        code => {
            // messages of class 22 (data) and some others repeat the value; those of class 42 (the statement) only repeat
            // the statement, and the others here speak of the server's condition
            let safe = ["25", "42", "53", "54", "55", "57", "58", "XX"]
                .iter()
                .any(|class| code.starts_with(class));
            Error::Other {
                code: code.to_owned(),
                message: if safe {
                    said.message().to_owned()
                } else {
                    "the value or its type does not fit".into()
                },
                at,
            }
        }
    }
}

/// See <https://www.sqlite.org/rescode.html>. SQLite's messages name tables, columns and conditions, not values.
fn from_sqlite(said: &dyn DatabaseError, at: String) -> Error {
    let message = said.message();
    let after = |lead: &str| message.strip_prefix(lead).unwrap_or(message).to_owned();
    match said.kind() {
        ErrorKind::UniqueViolation => {
            return Error::UniqueViolation {
                constraint: after("UNIQUE constraint failed: "),
                at,
            };
        }
        ErrorKind::ForeignKeyViolation => return Error::ForeignKey { at },
        ErrorKind::CheckViolation => {
            return Error::Check {
                constraint: after("CHECK constraint failed: "),
                at,
            };
        }
        ErrorKind::NotNullViolation => {
            return Error::NotNull {
                column: after("NOT NULL constraint failed: "),
                at,
            };
        }
        _ => {}
    }
    let code: u32 = said.code().and_then(|code| code.parse().ok()).unwrap_or(1);
    match code & 0xff {
        5 | 6 => Error::Busy {
            reason: "somebody else holds the lock".into(),
            at,
        },
        9 => Error::Timeout { at },
        14 => Error::Connection(message.to_owned()),
        _ => Error::Other {
            code: code.to_string(),
            message: message.to_owned(),
            at,
        },
    }
}
