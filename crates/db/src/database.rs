//! The handle everybody holds.

use std::panic::Location;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use sqlx::postgres::PgPool;
use sqlx::sqlite::SqlitePool;

use crate::connect::{self, Options};
use crate::engine::Address;
use crate::tx::Connection;
use crate::{Engine, Error, Tx, observe, translate};

/// A database. Cheap to clone; all clones share the same connections.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    pools: Pools,
    options: Options,
}

pub(crate) enum Pools {
    Sqlite {
        path: PathBuf,
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres {
        url: String,
        pool: PgPool,
    },
}

/// Shows where the database is, never its password.
impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({})", self.address())
    }
}

/// How busy the connections are, for metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolStats {
    /// Open connections. On SQLite this counts the writer.
    pub size: u32,
    /// Of these, how many have nothing to do.
    pub idle: u32,
    /// How many there may be.
    pub max: u32,
    /// Whether SQLite's one writing connection is in use; always `false` on PostgreSQL.
    pub writer_busy: bool,
}

impl Db {
    /// Opens a database with the limits of production.
    ///
    /// A path, `sqlite:path` or `sqlite:///path/file.db` is a file, made if missing; `postgres://user:password@host/name`
    /// a server, which is first contacted when needed ([`Db::ping`] to know at once).
    ///
    /// # Errors
    /// [`Error::Address`] or, for a file, [`Error::Connection`].
    pub async fn open(url: &str) -> Result<Db, Error> {
        Db::open_with(url, Options::default()).await
    }

    /// Opens a database with own limits.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_with(url: &str, options: Options) -> Result<Db, Error> {
        let pools = match Address::parse(url)? {
            Address::File(path) => {
                let (writer, readers) = connect::sqlite(&path, &options).await?;
                Pools::Sqlite { path, writer, readers }
            }
            Address::Server(url) => {
                let pool = connect::postgres(&url, &options)?;
                Pools::Postgres { url, pool }
            }
        };
        Ok(Db(Arc::new(Inner { pools, options })))
    }

    /// Which engine this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.pools() {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres { .. } => Engine::Postgres,
        }
    }

    /// Where the database is, for logs and the status page: without user name and password.
    #[must_use]
    pub fn address(&self) -> String {
        match self.pools() {
            Pools::Sqlite { path, .. } => path.display().to_string(),
            Pools::Postgres { pool, .. } => {
                let to = pool.connect_options();
                let host = to
                    .get_socket()
                    .map_or_else(|| to.get_host().to_owned(), |dir| dir.display().to_string());
                format!("postgres://{host}:{}/{}", to.get_port(), to.get_database().unwrap_or_default())
            }
        }
    }

    /// Begins a transaction: on SQLite with the write lock at once, on PostgreSQL as read committed.
    ///
    /// # Errors
    /// [`Error::Busy`] if it is not one's turn in time; [`Error::Connection`].
    #[track_caller]
    pub fn begin(&self) -> impl Future<Output = Result<Tx, Error>> + Send {
        self.begin_as("BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL READ COMMITTED", true, Location::caller())
    }

    /// A transaction for several reads that must show the same moment, such as an export. It cannot write, and on SQLite
    /// it does not hold up writers.
    ///
    /// # Errors
    /// [`Error::Busy`] if no connection is free in time; [`Error::Connection`].
    #[track_caller]
    pub fn snapshot(&self) -> impl Future<Output = Result<Tx, Error>> + Send {
        let postgres = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        self.begin_as("BEGIN DEFERRED", postgres, false, Location::caller())
    }

    async fn begin_as(
        &self,
        on_sqlite: &'static str,
        on_postgres: &'static str,
        writes: bool,
        place: &'static Location<'static>,
    ) -> Result<Tx, Error> {
        let start = Instant::now();
        let connection = match self.pools() {
            Pools::Sqlite { writer, .. } if writes => writer.begin_with(on_sqlite).await.map(Connection::SqliteTx),
            Pools::Sqlite { readers, .. } => readers.begin_with(on_sqlite).await.map(Connection::SqliteTx),
            Pools::Postgres { pool, .. } => pool.begin_with(on_postgres).await.map(Connection::PostgresTx),
        };
        observe::began(place, start.elapsed(), self.options().slow);
        match connection {
            Ok(connection) => Ok(Tx::new(self.clone(), connection, place)),
            Err(error) => Err(translate::error(&error, &observe::at(place))),
        }
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// [`Error::Connection`] or [`Error::Busy`].
    pub async fn ping(&self) -> Result<(), Error> {
        crate::sql!("SELECT 1").all::<(i64,)>(self).await.map(drop)
    }

    /// Waits for running statements and closes all connections. SQLite's side files are folded into the main file.
    pub async fn close(&self) {
        match self.pools() {
            Pools::Sqlite { writer, readers, .. } => {
                // the writer last, so that it is the one that folds the log in
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { pool, .. } => pool.close().await,
        }
    }

    /// How busy the connections are.
    #[must_use]
    pub fn stats(&self) -> PoolStats {
        let count = |idle: usize| u32::try_from(idle).unwrap_or(u32::MAX);
        let options = self.options();
        match self.pools() {
            Pools::Sqlite { writer, readers, .. } => PoolStats {
                size: writer.size() + readers.size(),
                idle: count(writer.num_idle() + readers.num_idle()),
                max: 1 + options.sqlite_readers.max(1),
                writer_busy: writer.size() > 0 && writer.num_idle() == 0,
            },
            Pools::Postgres { pool, .. } => PoolStats {
                size: pool.size(),
                idle: count(pool.num_idle()),
                max: options.postgres_connections.max(1),
                writer_busy: false,
            },
        }
    }

    pub(crate) async fn reader(&self) -> Result<Connection, sqlx::Error> {
        match self.pools() {
            Pools::Sqlite { readers, .. } => readers.acquire().await.map(Connection::Sqlite),
            Pools::Postgres { pool, .. } => pool.acquire().await.map(Connection::Postgres),
        }
    }

    pub(crate) fn pools(&self) -> &Pools {
        &self.0.pools
    }

    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }
}

/// What can be read from: a [`Db`] or a [`Tx`].
pub trait Read: sealed::Sealed + Sync {
    #[doc(hidden)]
    fn source(&self) -> Source<'_>;
}

#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Source<'a> {
    Db(&'a Db),
    Tx(&'a Tx),
}

impl Read for Db {
    fn source(&self) -> Source<'_> {
        Source::Db(self)
    }
}

impl Read for Tx {
    fn source(&self) -> Source<'_> {
        Source::Tx(self)
    }
}

// so that `all(&db)` works where `db` already is a reference
impl<R: Read> Read for &R {
    fn source(&self) -> Source<'_> {
        (**self).source()
    }
}

impl<R: Read> Read for &mut R {
    fn source(&self) -> Source<'_> {
        (**self).source()
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Db {}
    impl Sealed for super::Tx {}
    impl<R: Sealed> Sealed for &R {}
    impl<R: Sealed> Sealed for &mut R {}
}
