//! One text of SQL, two engines.
//!
//! A small municipality runs the program on a laptop-sized server with SQLite in one file; a ministry runs it on
//! PostgreSQL. Rooms must not notice. So every statement is written once, in the SQL that both engines understand:
//!
//! ```
//! # async fn story(db: &db::Db) -> Result<(), db::Error> {
//! use db::sql;
//!
//! db::id!(CourseId);
//! db::row!(pub struct CourseRow { id: CourseId, name: String, note: Option<String> });
//!
//! let courses = sql!("SELECT id, name, note FROM course WHERE name >= $1 ORDER BY name")
//!     .bind("Keramik")
//!     .all::<CourseRow>(db)
//!     .await?;
//!
//! let mut tx = db.begin().await?;
//! sql!("UPDATE course SET note = $2 WHERE id = $1")
//!     .bind(courses[0].id)
//!     .bind(None::<String>)
//!     .execute(&mut tx)
//!     .await?;
//! tx.commit().await?;
//! # Ok(()) }
//! ```
//!
//! What holds everywhere:
//!
//! - **A write needs a transaction.** `execute` takes only a [`Tx`]; a [`Tx`] that is dropped is rolled back.
//! - **Statements are literals.** [`sql!`] registers text, file and line, and a test prepares all of them on both
//!   engines ([`testing::every_statement_prepares`]).
//! - **After an error inside a transaction the transaction is over**, on both engines (PostgreSQL insists, so SQLite is
//!   made to behave alike). Use `ON CONFLICT DO NOTHING` and look at the number of rows instead of catching errors.
//! - **Values never appear in errors or logs**, because they are people's data. Texts of statements do.
//!
//! Inside: the asynchronous part of the two drivers exists once, in `run`; only decoding is generic, so that hundreds of
//! statements in other crates stay cheap to compile. This crate is the only one that knows sqlx.

mod backup;
mod check;
mod column;
mod connect;
mod database;
mod engine;
mod error;
mod ids;
mod listen;
mod many;
mod migrate;
mod observe;
mod row;
mod run;
mod statement;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod text;
mod text_enum;
mod translate;
mod tx;
mod unique;
mod value;

#[cfg(test)]
mod tests;

pub use column::{Cell, Column, Problem};
pub use connect::Options;
pub use database::{Db, PoolStats, Read};
pub use engine::Engine;
pub use error::Error;
pub use listen::Listener;
pub use many::insert_many;
pub use migrate::{Applied, Migration, Pending};
pub use observe::{Observer, set_observer};
pub use row::{FromRow, Row};
pub use statement::{Registered, Statement, StatementInfo, statements};
pub use text_enum::UnknownText;
pub use tx::Tx;
pub use value::{IntoValue, Kind, Value};

#[doc(hidden)]
pub mod private {
    //! What the macros need at the place where they are written; not for people.
    pub use crate::migrate::number_of;
    pub use {inventory, serde, uuid};
}
