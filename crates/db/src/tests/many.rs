//! Many rows.

use super::shape::MIGRATIONS;
use crate::{Db, IntoValue, Value, insert_many, on_both, sql};

fn rows(numbers: std::ops::Range<i64>) -> Vec<Vec<Value>> {
    let person = |n: i64| (n % 2 == 0).then(|| format!("person {n}"));
    numbers
        .map(|n| vec![1.into_value(), n.into_value(), person(n).into_value()])
        .collect()
}

const INTO: &str = "INSERT INTO seat (course, number, person) VALUES";

on_both!(
    MIGRATIONS,
    async fn ten_thousand_rows_arrive(db: Db) {
        let mut tx = db.begin().await.unwrap();
        assert_eq!(insert_many(&mut tx, INTO, rows(0..10_000), "").await.unwrap(), 10_000);
        assert_eq!(insert_many(&mut tx, INTO, Vec::new(), "").await.unwrap(), 0);
        tx.commit().await.unwrap();
        let found = sql!("SELECT COUNT(*), COUNT(person), MAX(number) FROM seat")
            .one::<(i64, i64, i64)>(&db)
            .await
            .unwrap();
        assert_eq!(found, (10_000, 5_000, 9_999));
    }
);

on_both!(
    MIGRATIONS,
    async fn rows_that_are_there_can_be_passed_over_or_changed(db: Db) {
        let mut tx = db.begin().await.unwrap();
        insert_many(&mut tx, INTO, rows(0..5), "").await.unwrap();
        let again = insert_many(&mut tx, INTO, rows(3..8), "ON CONFLICT (course, number) DO NOTHING")
            .await
            .unwrap();
        assert_eq!(again, 3);
        let none = insert_many(&mut tx, INTO, rows(3..8), "ON CONFLICT (course, number) DO NOTHING")
            .await
            .unwrap();
        assert_eq!(none, 0);
        let changed = "ON CONFLICT (course, number) DO UPDATE SET lock_count = seat.lock_count + 1";
        assert_eq!(insert_many(&mut tx, INTO, rows(7..9), changed).await.unwrap(), 2);
        let found = sql!("SELECT COUNT(*), CAST(SUM(lock_count) AS BIGINT) FROM seat")
            .one::<(i64, i64)>(&tx)
            .await
            .unwrap();
        assert_eq!(found, (9, 1));
        let error = insert_many(&mut tx, INTO, rows(0..1), "").await.unwrap_err();
        assert!(error.is_unique("seat_pkey") || error.is_unique("seat_person_key"), "{error}");
        assert!(error.to_string().contains("tests/many.rs"), "{error}");
    }
);
