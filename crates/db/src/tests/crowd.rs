//! Many people at once.

use std::time::Duration;

use super::shape::MIGRATIONS;
use crate::testing;
use crate::{Db, Engine, Error, on_both, sql};

/// One seat, many takers. Each looks whether it is free, and then takes it.
async fn take(db: &Db, person: i64, lock_first: bool) -> Result<bool, Error> {
    let mut tx = db.begin().await?;
    if lock_first {
        sql!("UPDATE seat SET lock_count = lock_count + 1 WHERE course = 0")
            .execute(&mut tx)
            .await?;
    }
    let (taken,) = sql!("SELECT COUNT(*) FROM seat WHERE course = 1").one::<(i64,)>(&tx).await?;
    if taken > 0 {
        return Ok(false);
    }
    tokio::time::sleep(Duration::from_millis(20)).await; // the others get their chance to look, too
    sql!("INSERT INTO seat (course, number) VALUES (1, $1)")
        .bind(person)
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(true)
}

/// How many of ten takers were told that they have the seat.
async fn takers(db: &Db, lock_first: bool) -> usize {
    let mut tx = db.begin().await.unwrap();
    sql!("INSERT INTO seat (course, number) VALUES (0, 0)")
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let all: Vec<_> = (0..10)
        .map(|person| {
            let db = db.clone();
            tokio::spawn(async move { take(&db, person, lock_first).await })
        })
        .collect();
    let mut happy = 0;
    for one in all {
        happy += usize::from(one.await.unwrap().unwrap());
    }
    happy
}

on_both!(
    MIGRATIONS,
    async fn a_row_locked_by_update_is_sold_once(db: Db) {
        assert_eq!(takers(&db, true).await, 1);
    }
);

on_both!(
    MIGRATIONS,
    /// The control: without the lock PostgreSQL sells the seat several times, so the story above does test something.
    /// SQLite has one writer at a time and would never.
    async fn without_the_lock_it_is_oversold_where_writers_run_side_by_side(db: Db) {
        let happy = takers(&db, false).await;
        assert_eq!(happy > 1, db.engine() == Engine::Postgres, "{happy} people have the one seat");
    }
);

on_both!(
    MIGRATIONS,
    async fn fifty_writers_all_come_through(db: Db) {
        let writers: Vec<_> = (0..50_i64)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for turn in 0..4 {
                        let mut tx = db.begin().await?;
                        sql!("INSERT INTO seat (course, number) VALUES ($1, $2)")
                            .bind(writer)
                            .bind(turn)
                            .execute(&mut tx)
                            .await?;
                        tx.commit().await?;
                        sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(&db).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        assert_eq!(sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(&db).await.unwrap(), (200,));
        let stats = db.stats();
        assert!(stats.size <= stats.max, "{stats:?}");
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_share_one_file() {
    let first = testing::sqlite(MIGRATIONS).await;
    let second = Db::open(first.url()).await.unwrap();
    let mut tx = first.db.begin().await.unwrap();
    sql!("INSERT INTO seat (course, number) VALUES (1, 1)")
        .execute(&mut tx)
        .await
        .unwrap();
    let waiting = tokio::spawn(async move {
        let mut tx = second.begin().await?; // waits for the other program's lock
        sql!("INSERT INTO seat (course, number) VALUES (1, 2)").execute(&mut tx).await?;
        tx.commit().await
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    tx.commit().await.unwrap();
    waiting.await.unwrap().unwrap();
    assert_eq!(sql!("SELECT COUNT(*) FROM seat").one::<(i64,)>(&first.db).await.unwrap(), (2,));
}

#[tokio::test]
async fn whoever_waits_too_long_for_the_lock_is_told_so() {
    let database = testing::sqlite(MIGRATIONS).await;
    let quick = crate::Options {
        busy_timeout: Duration::from_millis(50),
        acquire_timeout: Duration::from_millis(50),
        ..Default::default()
    };
    let impatient = Db::open_with(database.url(), quick).await.unwrap();
    let tx = database.db.begin().await.unwrap();
    let error = impatient.begin().await.unwrap_err();
    assert!(matches!(error, Error::Busy { .. }) && error.is_transient(), "{error}");
    drop(tx);
    let _held = impatient.begin().await.unwrap();
    let error = impatient.begin().await.unwrap_err();
    assert!(matches!(error, Error::Busy { .. }), "{error}");
}
