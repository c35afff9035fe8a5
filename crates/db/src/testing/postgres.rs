//! PostgreSQL for tests: a copy of a migrated database on our own server.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::sync::Mutex;

use super::{TestDatabase, fingerprint, options, server, then};
use crate::{Db, Migration};

/// A fresh, migrated PostgreSQL database; `None` if PostgreSQL is not installed.
///
/// # Panics
/// If the migrations fail, the server does not start, or `INDDRAG_REQUIRE_POSTGRES=1` and PostgreSQL is not installed.
pub async fn postgres(migrations: &[Migration]) -> Option<TestDatabase> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Some(server) = server::server() else {
        assert!(
            std::env::var("INDDRAG_REQUIRE_POSTGRES").as_deref() != Ok("1"),
            "INDDRAG_REQUIRE_POSTGRES=1, but PostgreSQL is not installed"
        );
        println!("skipped: PostgreSQL not installed");
        return None;
    };
    let template = template(server, migrations).await;
    let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    run_on(&server.url("postgres"), format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    let url = server.url(&name);
    let db = Db::open_with(&url, options()).await.expect("the address is well-formed");
    Some(TestDatabase { db, url, _folder: None })
}

/// Drops the database of a test that is done, to keep disk use low.
pub(super) async fn forget(url: &str) {
    if let Some((server, name)) = url.rsplit_once('/') {
        run_on(
            &format!("{server}/postgres"),
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        )
        .await;
    }
}

/// The name of a migrated database, made once for each list of migrations. Nobody may be connected to it when it is copied.
async fn template(server: &server::Server, migrations: &[Migration]) -> String {
    static MADE: Mutex<Option<HashSet<String>>> = Mutex::const_new(None);
    let mut made = MADE.lock().await;
    let made = made.get_or_insert_default();
    let name = format!("template_{}", fingerprint(migrations));
    if !made.contains(&name) {
        // after a failed attempt there may be half a template
        run_on(&server.url("postgres"), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run_on(&server.url("postgres"), format!("CREATE DATABASE {name}")).await;
        let db = Db::open_with(&server.url(&name), options())
            .await
            .expect("the address is well-formed");
        db.migrate(migrations, then())
            .await
            .unwrap_or_else(|error| panic!("on PostgreSQL: {error}"));
        db.close().await;
        made.insert(name.clone());
    }
    name
}

/// Runs a statement that cannot be in a transaction, on a connection of its own.
async fn run_on(url: &str, text: String) {
    use sqlx::Connection;
    let mut connection = sqlx::PgConnection::connect(url).await.expect("the test server is running");
    // a backend that was told to go may take a moment to leave a template
    let mut tries = 0;
    while let Err(error) = sqlx::raw_sql(sqlx::AssertSqlSafe(text.clone())).execute(&mut connection).await {
        tries += 1;
        assert!(tries < 50, "{text}: {error}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let _ = connection.close().await; // it has done its work
}
