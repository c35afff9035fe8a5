//! The shape of the database, over time.

use super::shape::MIGRATIONS;
use crate::{Db, Error, Migration, on_both, sql};

const NOTHING: &[Migration] = &[];

const fn step(number: u32, name: &'static str, sql: &'static str) -> Migration {
    Migration {
        room: "house",
        number,
        name,
        sql,
    }
}

const FIRST: Migration = step(
    1,
    "0001_rooms",
    "-- a semicolon; in a comment, and 'one' in a text\nCREATE TABLE room (id BIGINT PRIMARY KEY, name TEXT NOT NULL DEFAULT 'a;b');\nINSERT INTO room (id) VALUES (1);\n",
);
const SECOND: Migration = step(2, "0002_doors", "ALTER TABLE room ADD COLUMN doors BIGINT NOT NULL DEFAULT 1;");

fn now() -> jiff::Timestamp {
    "2026-08-31T10:00:00.5Z".parse().unwrap()
}

on_both!(
    NOTHING,
    async fn migrations_are_applied_once_and_in_order(db: Db) {
        assert_eq!(db.pending(&[FIRST, SECOND]).await.unwrap().len(), 2);
        let applied = db.migrate(&[FIRST], now()).await.unwrap();
        assert_eq!(applied.iter().map(|one| one.name).collect::<Vec<_>>(), ["0001_rooms"]);
        assert_eq!(db.pending(&[FIRST, SECOND]).await.unwrap()[0].name, "0002_doors");
        assert_eq!(db.migrate(&[FIRST, SECOND], now()).await.unwrap().len(), 1);
        assert!(db.migrate(&[FIRST, SECOND], now()).await.unwrap().is_empty());
        let found = sql!("SELECT name, doors FROM room").one::<(String, i64)>(&db).await.unwrap();
        assert_eq!(found, ("a;b".into(), 1));
        let (at,) = sql!("SELECT MAX(applied_at) FROM migration")
            .one::<(jiff::Timestamp,)>(&db)
            .await
            .unwrap();
        assert_eq!(at, now());
    }
);

on_both!(
    NOTHING,
    async fn a_changed_file_is_refused(db: Db) {
        db.migrate(&[FIRST], now()).await.unwrap();
        let ends = step(1, "0001_rooms", Box::leak(FIRST.sql.replace('\n', "\r\n").into_boxed_str()));
        assert!(db.migrate(&[ends], now()).await.unwrap().is_empty(), "only line ends differ");
        let changed = step(1, "0001_rooms", "CREATE TABLE room (id BIGINT)");
        for said in [
            db.migrate(&[changed], now()).await.unwrap_err(),
            db.pending(&[changed]).await.unwrap_err(),
        ] {
            assert!(said.to_string().contains("house/0001_rooms was changed"), "{said}");
        }
    }
);

on_both!(
    NOTHING,
    async fn an_older_program_keeps_its_hands_off(db: Db) {
        db.migrate(&[FIRST, SECOND], now()).await.unwrap();
        let said = db.migrate(&[FIRST], now()).await.unwrap_err().to_string();
        assert!(
            said.contains("the program is older than its database") && said.contains("house/0002_doors"),
            "{said}"
        );
        assert!(!said.contains("0001"), "{said}");
    }
);

on_both!(
    NOTHING,
    async fn a_migration_that_breaks_leaves_nothing_of_itself(db: Db) {
        let broken = step(2, "0002_broken", "CREATE TABLE half (id BIGINT); INSERT INTO nowhere VALUES (1);");
        let said = db.migrate(&[FIRST, broken], now()).await.unwrap_err();
        assert!(
            matches!(said, Error::Migration(_)) && said.to_string().contains("house/0002_broken"),
            "{said}"
        );
        assert_eq!(db.migrate(&[FIRST, SECOND], now()).await.unwrap().len(), 1, "the first one stayed");
        assert!(sql!("SELECT id FROM half").all::<(i64,)>(&db).await.is_err());
        let twice = db.migrate(&[FIRST, SECOND, step(2, "0002_again", "")], now()).await.unwrap_err();
        assert!(twice.to_string().contains("have the number 2"), "{twice}");
    }
);

on_both!(
    NOTHING,
    async fn servers_that_start_together_do_not_meet(db: Db) {
        let starts: Vec<_> = (0..5)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { db.migrate(&[FIRST, SECOND], now()).await.map(|done| done.len()) })
            })
            .collect();
        let mut sum = 0;
        for start in starts {
            sum += start.await.unwrap().unwrap();
        }
        assert_eq!(sum, 2);
    }
);

on_both!(
    MIGRATIONS,
    async fn the_tables_of_the_stories_are_there(db: Db) {
        assert!(db.pending(MIGRATIONS).await.unwrap().is_empty());
        assert!(sql!("SELECT number FROM seat").all::<(i64,)>(&db).await.unwrap().is_empty());
    }
);
