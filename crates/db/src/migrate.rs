//! Migrations: numbered SQL files, one text for both engines, forward only.
//!
//! Types that both engines understand: `UUID`, `TEXT`, `BIGINT`, `BOOLEAN`, `BYTEA`, `DOUBLE PRECISION`. SQLite takes any
//! word for a type and stores what it is given.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::translate;
use crate::tx::Connection;
use crate::{Db, Engine, Error, Tx, sql};

/// One step of the database's shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// The crate it belongs to.
    pub room: &'static str,
    /// Counts up within the room.
    pub number: u32,
    /// The file's name without `.sql`.
    pub name: &'static str,
    /// Statements, separated by semicolons.
    pub sql: &'static str,
}

/// A migration that was applied just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The crate it belongs to.
    pub room: &'static str,
    /// Its number within the room.
    pub number: u32,
    /// Its name.
    pub name: &'static str,
}

/// A migration that [`Db::migrate`] would apply.
pub type Pending = Applied;

impl Migration {
    /// SHA-256 of the text with line ends made alike, so that a checkout on another system is the same migration.
    #[must_use]
    pub fn checksum(&self) -> String {
        use std::fmt::Write;
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(self.sql.replace("\r\n", "\n")) {
            let _ = write!(text, "{byte:02x}"); // writing to a String cannot fail
        }
        text
    }

    fn applied(&self) -> Applied {
        Applied {
            room: self.room,
            number: self.number,
            name: self.name,
        }
    }
}

crate::row!(
    struct Known {
        room: String,
        number: u32,
        name: String,
        checksum: String,
    }
);

type History = BTreeMap<(String, u32), Known>;

impl Db {
    /// Brings the database up to date: applies, in the order given, what is missing, each in a transaction of its own.
    ///
    /// Several servers may start at the same time; one applies, the others wait for it. `now` is recorded.
    ///
    /// # Errors
    /// [`Error::Migration`] if an applied file was changed later, or if the database has migrations this program does not
    /// know (then nothing is done); otherwise what the engine says, with the name of the file.
    pub async fn migrate(&self, migrations: &[Migration], now: jiff::Timestamp) -> Result<Vec<Applied>, Error> {
        self.create_table().await?;
        compare(migrations, &self.history().await?)?;
        let mut done = Vec::new();
        for migration in migrations {
            if self.apply(migration, now).await? {
                tracing::info!(room = migration.room, migration = migration.name, "migration applied");
                done.push(migration.applied());
            }
        }
        Ok(done)
    }

    /// What [`Db::migrate`] would apply. Changes nothing.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn pending(&self, migrations: &[Migration]) -> Result<Vec<Pending>, Error> {
        let history = match self.history().await {
            Ok(history) => history,
            // a new database has no such table
            Err(Error::Other { .. }) => History::new(),
            Err(error) => return Err(error),
        };
        compare(migrations, &history)?;
        let missing = migrations.iter().filter(|one| !history.contains_key(&key(one)));
        Ok(missing.map(Migration::applied).collect())
    }

    async fn history(&self) -> Result<History, Error> {
        let rows = sql!("SELECT room, number, name, checksum FROM migration")
            .all::<Known>(self)
            .await?;
        Ok(rows.into_iter().map(|row| ((row.room.clone(), row.number), row)).collect())
    }

    /// A transaction that no other migrating program can be in at the same time.
    async fn begin_alone(&self) -> Result<Tx, Error> {
        let mut tx = self.begin().await?;
        if self.engine() == Engine::Postgres {
            // waiting for the others and rebuilding a large table may take longer than a statement usually may; but then
            // waiting for a table that is in use must be short, because everybody else queues up behind us
            let number = "7524617163201"; // any number that nobody else uses
            raw(&mut tx, "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0").await?;
            raw_text(&mut tx, format!("SELECT pg_advisory_xact_lock({number})")).await?;
            raw(&mut tx, "SET LOCAL lock_timeout = '10s'").await?;
        }
        Ok(tx)
    }

    async fn create_table(&self) -> Result<(), Error> {
        let mut tx = self.begin_alone().await?;
        raw(
            &mut tx,
            "CREATE TABLE IF NOT EXISTS migration (
                room TEXT NOT NULL,
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at BIGINT NOT NULL,
                PRIMARY KEY (room, number)
            )",
        )
        .await?;
        tx.commit().await
    }

    /// Applies one migration unless somebody else did meanwhile.
    async fn apply(&self, migration: &Migration, now: jiff::Timestamp) -> Result<bool, Error> {
        let mut tx = self.begin_alone().await?;
        let known = sql!("SELECT checksum FROM migration WHERE room = $1 AND number = $2")
            .bind(migration.room)
            .bind(migration.number)
            .optional::<(String,)>(&tx)
            .await?;
        if known.is_some() {
            return Ok(false);
        }
        raw(&mut tx, migration.sql).await.map_err(|error| {
            Error::Migration(format!(
                "migration {}/{} cannot be applied: {error}",
                migration.room, migration.name
            ))
        })?;
        sql!("INSERT INTO migration (room, number, name, checksum, applied_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(migration.room)
            .bind(migration.number)
            .bind(migration.name)
            .bind(migration.checksum())
            .bind(now)
            .execute(&mut tx)
            .await?;
        tx.commit().await?;
        Ok(true)
    }
}

fn key(migration: &Migration) -> (String, u32) {
    (migration.room.to_owned(), migration.number)
}

/// Whether program and database have the same past.
fn compare(migrations: &[Migration], history: &History) -> Result<(), Error> {
    let mut ours = BTreeMap::new();
    for migration in migrations {
        if let Some(other) = ours.insert(key(migration), migration) {
            return Err(Error::Migration(format!(
                "two migrations of {} have the number {}: {} and {}",
                migration.room, migration.number, other.name, migration.name
            )));
        }
    }
    let unknown: Vec<String> = history
        .values()
        .filter(|known| !ours.contains_key(&(known.room.clone(), known.number)))
        .map(|known| format!("{}/{}", known.room, known.name))
        .collect();
    if !unknown.is_empty() {
        return Err(Error::Migration(format!(
            "the program is older than its database, which already has {}; start the newer program, or restore a backup from before the upgrade",
            unknown.join(", ")
        )));
    }
    for (key, migration) in ours {
        if history.get(&key).is_some_and(|known| known.checksum != migration.checksum()) {
            return Err(Error::Migration(format!(
                "migration {}/{} was changed after it had been applied; put the old text back and write a new migration",
                migration.room, migration.name
            )));
        }
    }
    Ok(())
}

/// Runs text as it is, several statements at once.
async fn raw(tx: &mut Tx, text: &'static str) -> Result<(), Error> {
    raw_text(tx, text.to_owned()).await
}

async fn raw_text(tx: &mut Tx, text: String) -> Result<(), Error> {
    let state = tx.state.get_mut();
    state.failed = true;
    let query = sqlx::raw_sql(sqlx::AssertSqlSafe(text));
    match &mut state.connection {
        Connection::SqliteTx(transaction) => query.execute(&mut **transaction).await.map(drop),
        Connection::PostgresTx(transaction) => query.execute(&mut **transaction).await.map(drop),
        Connection::Sqlite(_) | Connection::Postgres(_) => Ok(()), // `begin` makes only the other two
    }
    .map_err(|error| translate::error(&error, "migration"))?;
    state.failed = false;
    Ok(())
}

/// The number at the front of a migration's name. Called by [`migrations!`](crate::migrations!) while compiling.
#[doc(hidden)]
#[must_use]
pub const fn number_of(name: &str) -> u32 {
    let bytes = name.as_bytes();
    assert!(bytes.len() > 5 && bytes[4] == b'_', "a migration is named like 0001_what_it_does");
    let mut number = 0;
    let mut i = 0;
    while i < 4 {
        assert!(bytes[i].is_ascii_digit(), "a migration is named like 0001_what_it_does");
        number = number * 10 + (bytes[i] - b'0') as u32;
        i += 1;
    }
    number
}

/// The migrations of a crate, from the files `migrations/<name>.sql` beside its `Cargo.toml`, as `&'static [Migration]`.
///
/// ```ignore
/// pub fn migrations() -> &'static [db::Migration] {
///     db::migrations!("courses", ["0001_catalogue", "0002_editions"])
/// }
/// ```
#[macro_export]
macro_rules! migrations {
    ($room:literal, [$($name:literal),* $(,)?]) => {{
        const MIGRATIONS: &[$crate::Migration] = &[$(
            $crate::Migration {
                room: $room,
                number: $crate::private::number_of($name),
                name: $name,
                sql: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/", $name, ".sql")),
            },
        )*];
        MIGRATIONS
    }};
}
