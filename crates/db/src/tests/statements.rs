//! Statements know where they are, fit the database, and are watched.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::shape::MIGRATIONS;
use crate::{Db, on_both, sql, statements, testing};

on_both!(
    MIGRATIONS,
    async fn every_statement_prepares(db: Db) {
        assert!(statements().count() > 20);
        let failures = testing::every_statement_prepares(&db).await;
        // wrong on purpose: `nowhere` and `half` never exist, `room` only elsewhere, `::` only on PostgreSQL
        let on_purpose = |text: &str| ["nowhere", "half", "room", "::"].iter().any(|word| text.contains(word));
        let wrong: Vec<_> = failures.iter().filter(|failure| !on_purpose(failure.text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        // those that are wrong on purpose are found, with their place
        let found = failures.iter().find(|failure| failure.text.contains("nowhere")).unwrap();
        assert!(found.at.contains("src/tests/errors.rs:"), "{found}");
        assert!(testing::every_statement_prepares_in(&db, &["courses"]).await.is_empty());
    }
);

static SEEN: AtomicU32 = AtomicU32::new(0);

on_both!(
    MIGRATIONS,
    async fn an_observer_sees_place_and_time(db: Db) {
        crate::set_observer(|info, took| {
            if info.text == "SELECT 17" && took < Duration::from_secs(60) {
                assert!(info.at().contains("statements.rs") && info.room == "db");
                SEEN.fetch_add(1, Ordering::SeqCst);
            }
        });
        let before = SEEN.load(Ordering::SeqCst);
        sql!("SELECT 17").one::<(i64,)>(&db).await.unwrap();
        let tx = db.begin().await.unwrap();
        sql!("SELECT 17").one::<(i64,)>(&tx).await.unwrap();
        assert!(SEEN.load(Ordering::SeqCst) >= before + 2);
    }
);

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn what_is_slow_is_logged_with_its_place_and_without_values() {
    let database = testing::sqlite(MIGRATIONS).await;
    let strict = crate::Options {
        slow: Duration::ZERO,
        ..Default::default()
    };
    let db = Db::open_with(database.url(), strict).await.unwrap();
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let mut tx = db.begin().await.unwrap();
    sql!("INSERT INTO seat (course, number, person) VALUES (1, 1, $1)")
        .bind("hemmelig")
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    drop(guard);
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(!said.contains("hemmelig"), "{said}");
    for part in [
        "slow statement",
        "slow to begin",
        "open for long",
        "src/tests/statements.rs:",
        "duration_ms=",
    ] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
}

/// A statement that is refused for that reason.
fn refused<'a>(failures: &'a [testing::Unprepared], text: &str) -> Option<&'a str> {
    failures
        .iter()
        .find(|failure| failure.text == text)
        .map(|failure| failure.problem.as_str())
}

#[test]
fn words_that_only_one_engine_knows_are_found() {
    let _ = sql!("SELECT name::text FROM thing");
    let failures = testing::every_statement_is_portable();
    assert!(refused(&failures, "SELECT name::text FROM thing").unwrap().contains("CAST"));
    assert_eq!(failures.len(), 1, "{failures:#?}");
}

on_both!(
    MIGRATIONS,
    async fn statements_that_forget_the_organisation_are_found(db: Db) {
        let _ = sql!("SELECT id FROM member WHERE name = $1");
        let _ = sql!("SELECT id FROM member WHERE organisation_id = $1 AND name = $2");
        let _ = sql!("DELETE FROM member /* all organisations */ WHERE name = $1");
        let failures = testing::every_statement_names_its_organisation(&db).await;
        assert!(
            refused(&failures, "SELECT id FROM member WHERE name = $1")
                .unwrap()
                .contains("member")
        );
        assert_eq!(failures.len(), 1, "{failures:#?}");
    }
);
