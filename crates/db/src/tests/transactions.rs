//! What a transaction promises.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::shape::MIGRATIONS;
use crate::{Db, Engine, Error, Tx, on_both, sql};

async fn add(tx: &mut Tx, number: i64) -> Result<u64, Error> {
    sql!("INSERT INTO seat (course, number) VALUES (1, $1)")
        .bind(number)
        .execute(tx)
        .await
}

async fn seats(db: &Db) -> i64 {
    sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(db).await.unwrap().0
}

on_both!(
    MIGRATIONS,
    async fn a_dropped_transaction_leaves_nothing(db: Db) {
        let mut tx = db.begin().await.unwrap();
        add(&mut tx, 1).await.unwrap();
        drop(tx);
        assert_eq!(seats(&db).await, 0);
        // and the connection is usable again
        let mut tx = db.begin().await.unwrap();
        add(&mut tx, 1).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(seats(&db).await, 1);
    }
);

on_both!(
    MIGRATIONS,
    async fn others_see_a_change_after_the_commit_and_not_before(db: Db) {
        let mut tx = db.begin().await.unwrap();
        add(&mut tx, 1).await.unwrap();
        let (inside,) = sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(&tx).await.unwrap();
        assert_eq!((inside, seats(&db).await), (1, 0));
        tx.commit().await.unwrap();
        assert_eq!(seats(&db).await, 1);
    }
);

on_both!(
    MIGRATIONS,
    async fn a_failed_statement_ends_the_transaction_on_both_engines_alike(db: Db) {
        let mut tx = db.begin().await.unwrap();
        add(&mut tx, 1).await.unwrap();
        assert!(matches!(add(&mut tx, 1).await, Err(Error::UniqueViolation { .. })));
        assert!(matches!(add(&mut tx, 2).await, Err(Error::Aborted { .. })));
        assert!(matches!(tx.commit().await, Err(Error::Aborted { .. })));
        assert_eq!(seats(&db).await, 0);
    }
);

on_both!(
    MIGRATIONS,
    async fn a_statement_given_up_half_way_keeps_the_transaction_from_committing(db: Db) {
        // one step only, as when a browser hangs up and the handler is dropped
        let mut one_step = std::task::Context::from_waker(std::task::Waker::noop());
        let tx = loop {
            let mut tx = db.begin().await.unwrap();
            add(&mut tx, 1).await.unwrap();
            let given_up = std::pin::pin!(add(&mut tx, 2)).as_mut().poll(&mut one_step).is_pending();
            // the engine works on a thread of its own and may be done within that step: then there was nothing to give up
            if given_up {
                break tx;
            }
        };
        assert!(matches!(tx.commit().await, Err(Error::Aborted { .. })));
        assert_eq!(seats(&db).await, 0);
    }
);

on_both!(
    MIGRATIONS,
    async fn finding_nothing_is_no_failure(db: Db) {
        let mut tx = db.begin().await.unwrap();
        let missing = sql!("SELECT number FROM seat WHERE course = 9").one::<(i64,)>(&tx).await;
        assert!(missing.unwrap_err().is_not_found());
        let missing = sql!("SELECT number FROM seat WHERE course = 9").optional::<(i64,)>(&tx).await;
        assert_eq!(missing.unwrap(), None);
        add(&mut tx, 1).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(seats(&db).await, 1);
    }
);

on_both!(
    MIGRATIONS,
    async fn wake_ups_come_after_the_commit_only(db: Db) {
        let woken = Arc::new(AtomicU32::new(0));
        for commit in [false, true] {
            let mut tx = db.begin().await.unwrap();
            add(&mut tx, 1).await.unwrap();
            let woken = Arc::clone(&woken);
            tx.after_commit(move || {
                woken.fetch_add(1, Ordering::SeqCst);
            });
            if commit {
                tx.commit().await.unwrap();
            }
        }
        assert_eq!(woken.load(Ordering::SeqCst), 1);
    }
);

on_both!(
    MIGRATIONS,
    async fn a_snapshot_shows_one_moment_and_cannot_write(db: Db) {
        let snapshot = db.snapshot().await.unwrap();
        let count = async || sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(&snapshot).await.unwrap().0;
        assert_eq!(count().await, 0);
        let mut tx = db.begin().await.unwrap();
        add(&mut tx, 1).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((count().await, seats(&db).await), (0, 1));

        let mut snapshot = db.snapshot().await.unwrap();
        assert!(add(&mut snapshot, 2).await.is_err());
    }
);

on_both!(
    MIGRATIONS,
    async fn a_write_outside_a_transaction_is_refused(db: Db) {
        let written = sql!("INSERT INTO seat (course, number) VALUES (1, 1) RETURNING number").all::<(i64,)>(&db);
        let said = written.await.unwrap_err().to_string();
        assert!(said.contains("db.begin()"), "{said}");
        assert_eq!(seats(&db).await, 0);
        let mut tx = db.begin().await.unwrap();
        let written = sql!("INSERT INTO seat (course, number) VALUES (1, 1) RETURNING number").one::<(i64,)>(&tx);
        assert_eq!(written.await.unwrap(), (1,));
        assert_eq!(add(&mut tx, 2).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(seats(&db).await, 2);
    }
);

on_both!(
    MIGRATIONS,
    async fn other_servers_hear_of_a_commit(db: Db) {
        let listener = db.listen("seats").await.unwrap();
        let mut tx = db.begin().await.unwrap();
        tx.notify("seats", "sæde 1").await.unwrap();
        tx.commit().await.unwrap();
        match listener {
            Some(mut listener) => assert_eq!(listener.recv().await.unwrap().as_deref(), Some("sæde 1")),
            None => assert_eq!(db.engine(), Engine::Sqlite),
        }
    }
);
