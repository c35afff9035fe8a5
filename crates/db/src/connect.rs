//! How connections are set up on each engine.

use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use crate::Error;
use crate::translate::{self, NOWHERE};

/// Limits and thresholds. The defaults are meant for production.
#[derive(Debug, Clone)]
pub struct Options {
    /// Statements that take longer, waiting included, are logged with their place in the source; likewise transactions
    /// that wait longer to begin or stay open five times as long. Default 100 ms.
    pub slow: Duration,
    /// Reading connections on SQLite; there is always exactly one that writes. Default 4.
    pub sqlite_readers: u32,
    /// Connections on PostgreSQL. Default 12.
    pub postgres_connections: u32,
    /// How long to wait for a free connection. Default 10 s.
    pub acquire_timeout: Duration,
    /// How long another process may hold SQLite's write lock. Default 5 s.
    pub busy_timeout: Duration,
    /// How long one statement may take on PostgreSQL. Default 30 s.
    pub statement_timeout: Duration,
    /// Whether a commit reaches the disk before it is answered. Default yes; tests say no.
    pub durable: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            slow: Duration::from_millis(100),
            sqlite_readers: 4,
            postgres_connections: 12,
            acquire_timeout: Duration::from_secs(10),
            busy_timeout: Duration::from_secs(5),
            statement_timeout: Duration::from_secs(30),
            durable: true,
        }
    }
}

/// Prepared statements kept per connection. The whole program has some hundreds.
const STATEMENTS_KEPT: usize = 500;

/// Waiting is reported with the statement that waited and its place in the source, so the pool need not.
const NEVER: Duration = Duration::from_secs(86_400);

pub(crate) fn sqlite_options(path: &Path, options: &Options) -> SqliteConnectOptions {
    let synchronous = if options.durable {
        SqliteSynchronous::Full
    } else {
        SqliteSynchronous::Off
    };
    SqliteConnectOptions::new()
        .filename(path)
        .synchronous(synchronous)
        .foreign_keys(true)
        .busy_timeout(options.busy_timeout)
        .statement_cache_capacity(STATEMENTS_KEPT)
        .pragma("temp_store", "memory")
        .pragma("cache_size", "-16000") // 16 MB per connection
        .pragma("trusted_schema", "off")
        .row_buffer_size(256)
        .disable_statement_logging()
}

/// The one writer and the readers.
pub(crate) async fn sqlite(path: &Path, options: &Options) -> Result<(SqlitePool, SqlitePool), Error> {
    create_private(path).map_err(|error| Error::Connection(format!("cannot create {}: {error}", path.display())))?;
    let base = sqlite_options(path, options);
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(options.acquire_timeout)
            .acquire_slow_threshold(NEVER)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false) // there is no network that could have failed meanwhile
    };
    // setting the journal mode needs the whole file for a moment and does not wait, so only the writer does it
    let writer = pool()
        .max_connections(1)
        .connect_with(
            base.clone()
                .journal_mode(SqliteJournalMode::Wal)
                .pragma("journal_size_limit", "67108864")
                .optimize_on_close(options.durable, 400), // keeps the planner's idea of the tables fresh
        )
        .await
        .map_err(|error| match translate::error(&error, NOWHERE) {
            Error::Other { message, .. } => Error::Connection(format!("{}: {message}", path.display())),
            other => other,
        })?;
    let readers = pool()
        .max_connections(options.sqlite_readers.max(1))
        .connect_lazy_with(base.pragma("query_only", "on"));
    Ok((writer, readers))
}

/// Creates the file so that only its owner may read it; it will hold personal data. SQLite gives its other files the same rights.
pub(crate) fn create_private(path: &Path) -> std::io::Result<()> {
    let mut open = std::fs::OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    match open.open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

pub(crate) fn postgres_options(url: &str, options: &Options) -> Result<PgConnectOptions, Error> {
    let parsed: PgConnectOptions = url.parse().map_err(|_| {
        // the driver's message could repeat parts of the address
        Error::Address("the PostgreSQL address is not understood; write postgres://user:password@host:5432/database".into())
    })?;
    let mut parsed = parsed.statement_cache_capacity(STATEMENTS_KEPT).disable_statement_logging();
    if parsed.get_application_name().is_none() {
        parsed = parsed.application_name("inddrag");
    }
    if parsed.get_options().is_none() {
        // someone who sets options in the address (a pooler may refuse ours) takes over all of them
        let millis = |limit: Duration| format!("{}ms", limit.as_millis());
        let mut ours = vec![
            ("statement_timeout", millis(options.statement_timeout)),
            ("lock_timeout", millis(options.acquire_timeout)),
            ("idle_in_transaction_session_timeout", millis(options.statement_timeout * 2)),
        ];
        if !options.durable {
            ours.push(("synchronous_commit", "off".into()));
        }
        parsed = parsed.options(ours);
    }
    Ok(parsed)
}

/// Connects when first used, so that a program may start before its server.
pub(crate) fn postgres(url: &str, options: &Options) -> Result<PgPool, Error> {
    let connect = postgres_options(url, options)?;
    Ok(PgPoolOptions::new()
        .max_connections(options.postgres_connections.max(1))
        .acquire_timeout(options.acquire_timeout)
        .acquire_slow_threshold(NEVER)
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            // a question to the server before every statement would double the round trips; half a minute's silence earns one
            Box::pin(async move {
                if meta.idle_for > Duration::from_secs(30) {
                    return Ok(connection.ping().await.is_ok());
                }
                Ok(true)
            })
        })
        .connect_lazy_with(connect))
}
