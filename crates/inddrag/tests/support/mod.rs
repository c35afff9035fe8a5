//! What the stories of rush, crash and restore stand on: a place of their own on either engine, and the program in it.
#![allow(dead_code, unused_imports, unused_macros, reason = "each story needs some of it")]

pub(crate) mod house;
pub(crate) mod ledger;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use db::Engine;
use db::testing::TestDatabase;
use load::program::Installation;

/// A data folder and, on PostgreSQL, a database: all of it goes when the story ends.
pub(crate) struct Place {
    folder: PathBuf,
    server: Option<TestDatabase>,
}

impl Place {
    /// `None` where the engine is not installed.
    async fn on(engine: Engine) -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(db::testing::on(engine, &[]).await?),
        };
        let name = format!("inddrag-story-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder); // of an earlier process with the same number
        std::fs::create_dir_all(&folder).expect("the folder for temporary files can be written to");
        Some(Self { folder, server })
    }

    pub(crate) fn engine(&self) -> Engine {
        if self.server.is_some() { Engine::Postgres } else { Engine::Sqlite }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The program's data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// The address of the PostgreSQL database; `None` for the embedded one.
    pub(crate) fn database(&self) -> Option<String> {
        self.server.as_ref().map(|server| server.url().to_owned())
    }

    /// A second, empty PostgreSQL database.
    pub(crate) async fn another_database(&self) -> Option<String> {
        db::testing::on(Engine::Postgres, &[]).await.map(|server| server.url().to_owned())
    }

    /// The real program here, not started yet.
    pub(crate) fn installation(&self) -> Installation {
        let installation = Installation::new(env!("CARGO_BIN_EXE_inddrag"), self.data()).expect("a data folder and a free port");
        // Crashes leave warnings; what matters in the log of a failed story are they, not a line for each request.
        installation.on(self.database()).with("log", "warn")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder); // a leftover in the temporary folder is no reason to fail a test
    }
}

/// What [`on_both!`] calls.
pub(crate) fn tell<F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(Place) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime needs only threads").block_on(async {
        if let Some(place) = Place::on(engine).await {
            story(place).await;
        }
    });
}

/// Makes two tests of one story, `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($( $(#[$meta:meta])* async fn $name:ident($place:ident : $type:ty) $body:block )+) => { $(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "a short story may need nothing from outside")]
            use super::*;

            async fn story($place: $type) $body

            #[test]
            fn sqlite() { $crate::support::tell(db::Engine::Sqlite, story); }

            #[test]
            fn postgres() { $crate::support::tell(db::Engine::Postgres, story); }
        }
    )+ };
}
pub(crate) use on_both;

/// A number from the environment, for longer runs than usual.
pub(crate) fn setting(variable: &str, usual: usize) -> usize {
    std::env::var(variable)
        .ok()
        .map_or(usual, |text| text.parse().expect("a whole number"))
}
