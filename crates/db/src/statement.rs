//! Statements: literals that know where they were written.

use crate::database::{Read, Source};
use crate::run::{self, Outcome, Want};
use crate::text;
use crate::{Error, FromRow, IntoValue, Tx, Value};

/// Where a statement was written, and what it says.
#[derive(Debug)]
pub struct StatementInfo {
    /// The SQL.
    pub text: &'static str,
    /// Source file.
    pub file: &'static str,
    /// Line in it.
    pub line: u32,
    /// Cargo package.
    pub room: &'static str,
    pub(crate) arguments: usize,
    pub(crate) reads: bool,
    pub(crate) list: bool,
}

impl StatementInfo {
    /// Called by [`sql!`](crate::sql!).
    ///
    /// # Panics
    /// While compiling, if the text cannot work: `NOT IN ($list)`, a `$0`, a gap in the numbers.
    #[must_use]
    pub const fn new(text: &'static str, file: &'static str, line: u32, room: &'static str) -> StatementInfo {
        StatementInfo {
            text,
            file,
            line,
            room,
            arguments: text::arguments(text),
            reads: text::reads(text),
            list: text::find(text, "$list", 0).is_some(),
        }
    }

    /// `file:line`, as errors and logs show it.
    #[must_use]
    pub fn at(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// An entry in the list of all statements.
pub struct Registered(pub &'static StatementInfo);

inventory::collect!(Registered);

/// All statements of the program, in no particular order.
pub fn statements() -> impl Iterator<Item = &'static StatementInfo> {
    inventory::iter::<Registered>.into_iter().map(|entry| entry.0)
}

/// A statement with its arguments. See the crate's front page.
#[derive(Debug)]
#[must_use = "a statement does nothing until it is run"]
pub struct Statement {
    pub(crate) info: &'static StatementInfo,
    pub(crate) values: Vec<Value>,
    pub(crate) list: Option<Vec<Value>>,
}

impl Statement {
    /// Called by [`sql!`](crate::sql!).
    pub fn new(info: &'static StatementInfo) -> Statement {
        Statement {
            info,
            values: Vec::with_capacity(info.arguments),
            list: None,
        }
    }

    /// Binds the next argument: the first call is `$1`.
    pub fn bind(mut self, value: impl IntoValue) -> Statement {
        self.values.push(value.into_value());
        self
    }

    /// Binds the values of `IN ($list)`, which may stand once in a statement, after the last numbered argument.
    /// An empty list matches nothing.
    ///
    /// # Errors
    /// When run, [`Error::Misuse`] if there are more than 16 384 values.
    pub fn bind_list<T: IntoValue>(mut self, values: impl IntoIterator<Item = T>) -> Statement {
        let mut list: Vec<Value> = values.into_iter().map(T::into_value).collect();
        if list.is_empty() {
            list.push(Value::Null(T::KIND)); // nothing equals NULL
        }
        self.list = Some(list);
        self
    }

    /// All rows.
    ///
    /// # Errors
    /// What the engine says, or [`Error::Decode`].
    pub async fn all<T: FromRow>(self, on: &impl Read) -> Result<Vec<T>, Error> {
        let rows = self.run(on.source(), Want::All).await?.rows;
        rows.iter().map(T::from_row).collect()
    }

    /// The first row, which must be there. Give the statement an `ORDER BY` or a unique condition.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is none; otherwise as [`Statement::all`].
    pub async fn one<T: FromRow>(self, on: &impl Read) -> Result<T, Error> {
        let info = self.info;
        self.optional(on).await?.ok_or_else(|| Error::NotFound { at: info.at() })
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// As [`Statement::all`].
    pub async fn optional<T: FromRow>(self, on: &impl Read) -> Result<Option<T>, Error> {
        let rows = self.run(on.source(), Want::First).await?.rows;
        rows.first().map(T::from_row).transpose()
    }

    /// Runs a writing statement and tells how many rows it touched. Writes need a transaction:
    ///
    /// ```compile_fail
    /// # async fn story(db: &db::Db) -> Result<(), db::Error> {
    /// db::sql!("DELETE FROM course").execute(db).await?; // expected `&mut Tx`
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// What the engine says. The transaction is over then.
    pub async fn execute(self, tx: &mut Tx) -> Result<u64, Error> {
        Ok(self.run(Source::Tx(tx), Want::Count).await?.count)
    }

    /// The erased middle: not generic, so it is compiled once.
    async fn run(self, on: Source<'_>, want: Want) -> Result<Outcome, Error> {
        Box::pin(run::run(on, self, want)).await
    }
}

/// A statement. The text is a literal (or a `const`), the same for both engines, with `$1`, `$2`, … for arguments.
///
/// ```
/// # async fn story(db: &db::Db, ids: Vec<i64>) -> Result<(), db::Error> {
/// let (seats,) = db::sql!("SELECT CAST(SUM(seats) AS BIGINT) FROM edition WHERE year = $1")
///     .bind(2026)
///     .one::<(Option<i64>,)>(db)
///     .await?;
/// let names = db::sql!("SELECT name FROM course WHERE id IN ($list)").bind_list(ids).all::<(String,)>(db).await?;
/// # Ok(()) }
/// ```
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        static STATEMENT: $crate::StatementInfo = $crate::StatementInfo::new($text, file!(), line!(), env!("CARGO_PKG_NAME"));
        $crate::private::inventory::submit! { $crate::Registered(&STATEMENT) }
        $crate::Statement::new(&STATEMENT)
    }};
}
