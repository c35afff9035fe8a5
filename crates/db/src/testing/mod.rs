//! Throw-away databases: each test has its own, migrated, on both engines.
//!
//! ```text
//! db::on_both!(
//!     migrations(),
//!     /// What the story is about.
//!     async fn full_edition_offers_interest_list(db: Db) {
//!         …
//!     }
//! );
//! ```
//!
//! makes the tests `full_edition_offers_interest_list::sqlite` and `…::postgres`. SQLite databases are copies of one
//! migrated file; PostgreSQL databases are copies of one migrated database on a server that this module starts for the
//! test process and that stops with it. Without PostgreSQL installed those tests say `skipped` and pass, unless
//! `INDDRAG_REQUIRE_POSTGRES=1`.
//!
//! Functions here panic with an explanation when something is wrong, as tests do.

mod folder;
mod house_rules;
mod postgres;
mod prepares;
mod server;
mod sqlite;

use folder::Folder;

pub use house_rules::{every_statement_is_portable, every_statement_names_its_organisation};
pub use postgres::postgres;
pub use prepares::{Unprepared, every_statement_prepares, every_statement_prepares_in};
pub use sqlite::sqlite;

use crate::{Db, Engine, Migration, Options};

/// A database of one test. It goes when this is dropped (on PostgreSQL: with the server, at the end of the process).
#[derive(Debug)]
pub struct TestDatabase {
    /// The open database.
    pub db: Db,
    /// Its address, for a child process.
    pub url: String,
    _folder: Option<Folder>,
}

impl TestDatabase {
    /// Its address, for a child process.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A fresh database on that engine; `None` if it is not installed here.
///
/// # Panics
/// If the migrations fail, or PostgreSQL is required and missing.
pub async fn on(engine: Engine, migrations: &[Migration]) -> Option<TestDatabase> {
    match engine {
        Engine::Sqlite => Some(sqlite(migrations).await),
        Engine::Postgres => postgres(migrations).await,
    }
}

/// What [`on_both!`](crate::on_both!) calls: runs the story on a fresh database in a runtime of its own.
///
/// # Panics
/// If the story does.
pub fn run<F>(engine: Engine, migrations: impl AsRef<[Migration]>, story: impl FnOnce(Db) -> F)
where
    F: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime needs only threads");
    runtime.block_on(async {
        let Some(database) = on(engine, migrations.as_ref()).await else {
            return;
        };
        story(database.db.clone()).await;
        database.db.close().await;
        if engine == Engine::Postgres {
            postgres::forget(&database.url).await;
        }
    });
}

/// Quick rather than durable: a test's database need not survive a power cut.
fn options() -> Options {
    Options {
        durable: false,
        ..Options::default()
    }
}

/// A moment for `applied_at`; which one does not matter.
fn then() -> jiff::Timestamp {
    jiff::Timestamp::from_second(1_767_225_600).expect("2026 is in range")
}

/// What distinguishes one list of migrations from another.
fn fingerprint(migrations: &[Migration]) -> String {
    let all: String = migrations
        .iter()
        .map(|one| format!("{}/{} {}\n", one.room, one.name, one.checksum()))
        .collect();
    let whole = Migration {
        room: "",
        number: 0,
        name: "",
        sql: Box::leak(all.into_boxed_str()),
    };
    whole.checksum()[..16].to_owned()
}

/// Makes two tests of one story; see [`testing`](crate::testing).
#[macro_export]
macro_rules! on_both {
    ($migrations:expr, $( $(#[$meta:meta])* async fn $name:ident($db:ident : $type:ty $(,)?) $body:block $(,)? )+) => { $(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "a short story may need nothing from outside")]
            use super::*;

            async fn story($db: $type) $body

            #[test]
            fn sqlite() { $crate::testing::run($crate::Engine::Sqlite, $migrations, story); }

            #[test]
            fn postgres() { $crate::testing::run($crate::Engine::Postgres, $migrations, story); }
        }
    )+ };
}
