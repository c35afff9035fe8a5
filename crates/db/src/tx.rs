//! Transactions.

use std::panic::Location;
use std::time::{Duration, Instant};

use sqlx::pool::PoolConnection;
use sqlx::{Postgres, Sqlite, Transaction};
use tokio::sync::Mutex;

use crate::{Db, Engine, Error, observe, translate};

/// A connection of either engine, alone or in a transaction.
pub(crate) enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    SqliteTx(Transaction<'static, Sqlite>),
    PostgresTx(Transaction<'static, Postgres>),
}

pub(crate) struct State {
    pub(crate) connection: Connection,
    /// A statement failed or was abandoned; nothing may follow.
    pub(crate) failed: bool,
}

/// A transaction. Dropped without [`Tx::commit`], nothing of it is kept.
///
/// On SQLite it holds the only write lock, so keep it short: no mail, no network, no rendering inside.
/// To lock a row against other transactions on both engines, write to it:
/// `UPDATE edition SET lock_count = lock_count + 1 WHERE id = $1`.
///
/// Once a statement has failed, every further one answers [`Error::Aborted`] and so does the commit.
#[must_use = "a transaction that is dropped is rolled back"]
pub struct Tx {
    pub(crate) db: Db,
    // behind a lock so that reading takes `&Tx`: then `all(tx)` works for `tx: &mut Tx` without moving it
    pub(crate) state: Mutex<State>,
    after: std::sync::Mutex<Vec<AfterCommit>>,
    _held: Held,
}

/// Notices transactions that stay open for long, because everybody else who writes waits for them.
struct Held {
    since: Instant,
    place: &'static Location<'static>,
    too_long: Duration,
}

impl Drop for Held {
    fn drop(&mut self) {
        observe::ended(self.place, self.since.elapsed(), self.too_long);
    }
}

type AfterCommit = Box<dyn FnOnce() + Send>;

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tx on {}", self.engine())
    }
}

impl Tx {
    pub(crate) fn new(db: Db, connection: Connection, place: &'static Location<'static>) -> Tx {
        let held = Held {
            since: Instant::now(),
            place,
            too_long: db.options().slow * 5,
        };
        Tx {
            db,
            state: Mutex::new(State { connection, failed: false }),
            after: std::sync::Mutex::default(),
            _held: held,
        }
    }

    /// Which engine this runs on. Only for the few islands where SQL must differ.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// Makes everything permanent, then runs what was given to [`Tx::after_commit`].
    ///
    /// # Errors
    /// [`Error::Aborted`] if a statement had failed (PostgreSQL would silently roll back); otherwise what the engine says.
    /// After a [`Error::Connection`] it is unknown whether the commit happened.
    pub async fn commit(self) -> Result<(), Error> {
        let state = self.state.into_inner();
        let at = "commit";
        if state.failed {
            return Err(Error::Aborted { at: at.into() });
        }
        match state.connection {
            Connection::SqliteTx(transaction) => transaction.commit().await,
            Connection::PostgresTx(transaction) => transaction.commit().await,
            Connection::Sqlite(_) | Connection::Postgres(_) => Ok(()),
        }
        .map_err(|error| translate::error(&error, at))?;
        let after = self.after.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        for wake_up in after {
            wake_up();
        }
        Ok(())
    }

    /// Runs `f` right after a successful commit, in this process: wake-ups of waiting tasks, nothing that must not be lost.
    pub fn after_commit(&mut self, f: impl FnOnce() + Send + 'static) {
        self.after
            .get_mut()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(Box::new(f));
    }

    /// Tells other servers on the same PostgreSQL, at the commit, that there is something to look at. Does nothing on SQLite.
    ///
    /// Only a hint, at most once per batch: notifications can be lost, and each one makes commits of all servers queue up.
    ///
    /// # Errors
    /// What the engine says, for example for a payload over 8000 bytes.
    pub async fn notify(&mut self, channel: &str, payload: &str) -> Result<(), Error> {
        if self.engine() == Engine::Postgres {
            sql_notify(self, channel, payload).await?;
        }
        Ok(())
    }
}

/// Not registered with `sql!`, because SQLite has no such function.
async fn sql_notify(tx: &mut Tx, channel: &str, payload: &str) -> Result<(), Error> {
    static NOTIFY: crate::StatementInfo = crate::StatementInfo::new("SELECT pg_notify($1, $2)", file!(), line!(), env!("CARGO_PKG_NAME"));
    crate::Statement::new(&NOTIFY).bind(channel).bind(payload).execute(tx).await?;
    Ok(())
}
