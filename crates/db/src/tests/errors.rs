//! Mistakes are named alike on both engines, and never repeat what people wrote.

use super::shape::MIGRATIONS;
use crate::{Db, Error, IntoValue, on_both, sql};

const SECRET: &str = "0101701234"; // what a Danish civil registration number looks like

async fn fails(db: &Db, statement: crate::Statement) -> Error {
    let mut tx = db.begin().await.unwrap();
    let error = statement.execute(&mut tx).await.unwrap_err();
    for said in [error.to_string(), format!("{error:?}")] {
        assert!(!said.contains(SECRET), "{said}");
        assert!(said.contains("errors.rs:"), "{said}");
    }
    error
}

on_both!(
    MIGRATIONS,
    async fn violations_carry_the_same_names(db: Db) {
        let mut tx = db.begin().await.unwrap();
        sql!("INSERT INTO thing (id, name) VALUES ($1, $2)")
            .bind(uuid::Uuid::nil())
            .bind(SECRET)
            .execute(&mut tx)
            .await
            .unwrap();
        sql!("INSERT INTO seat (course, number, person) VALUES (1, 1, $1)")
            .bind(SECRET)
            .execute(&mut tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();

        let double = || sql!("INSERT INTO thing (id, name) VALUES ($1, $2)");
        let error = fails(&db, double().bind(uuid::Uuid::max()).bind(SECRET)).await;
        assert!(error.is_unique("thing_name_once"), "{error}");
        assert!(!error.is_unique("thing_pkey"));
        let error = fails(&db, double().bind(uuid::Uuid::nil()).bind("x")).await;
        assert!(error.is_unique("thing_pkey"), "{error}");

        let double = || sql!("INSERT INTO seat (course, number, person) VALUES ($1, $2, $3)");
        let error = fails(&db, double().bind(1).bind(2).bind(SECRET)).await;
        assert!(error.is_unique("seat_person_key"), "{error}");
        let error = fails(&db, double().bind(1).bind(1).bind("x")).await;
        assert!(error.is_unique("seat_pkey"), "{error}");

        let error = fails(&db, sql!("INSERT INTO part (id, thing) VALUES (1, $1)").bind(uuid::Uuid::max())).await;
        assert!(matches!(error, Error::ForeignKey { .. }), "{error}");
        let error = fails(&db, sql!("INSERT INTO seat (course, number, taken) VALUES (5, 5, 2)")).await;
        assert!(matches!(error, Error::Check { .. }), "{error}");
        let error = fails(&db, sql!("UPDATE seat SET course = $1").bind(None::<i64>)).await;
        assert!(
            matches!(&error, Error::NotNull { column, .. } if column.ends_with("course")),
            "{error}"
        );
    }
);

on_both!(
    MIGRATIONS,
    async fn the_engines_other_complaints_hold_no_values(db: Db) {
        let error = fails(&db, sql!("INSERT INTO nowhere (a) VALUES ($1)").bind(SECRET)).await;
        assert!(error.to_string().contains("nowhere"), "{error}");
        // PostgreSQL's own message would be: invalid input syntax for type bigint: "0101701234x"
        let error = sql!("SELECT CAST($1 AS BIGINT)")
            .bind(format!("{SECRET}x"))
            .one::<(i64,)>(&db)
            .await;
        if let Err(error) = error {
            assert!(!format!("{error} {error:?}").contains(SECRET), "{error}");
        }
    }
);

on_both!(
    MIGRATIONS,
    async fn a_wrong_number_of_arguments_is_noticed(db: Db) {
        let error = sql!("SELECT name FROM thing WHERE name = $1")
            .all::<(String,)>(&db)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("1 arguments, 0 were bound"), "{error}");
        let error = sql!("SELECT name FROM thing WHERE id IN ($list)")
            .all::<(String,)>(&db)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("bind_list"), "{error}");
        let error = sql!("SELECT name FROM thing")
            .bind_list([1, 2])
            .all::<(String,)>(&db)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("no $list"), "{error}");
        let mut tx = db.begin().await.unwrap();
        let rows = vec![vec![1.into_value()], vec![]];
        let error = crate::insert_many(&mut tx, "INSERT INTO seat (course) VALUES", rows, "")
            .await
            .unwrap_err();
        assert!(error.to_string().contains("equal length"), "{error}");
    }
);

#[tokio::test]
async fn an_unreachable_server_is_named_without_its_password() {
    let quick = crate::Options {
        acquire_timeout: std::time::Duration::from_millis(500),
        ..Default::default()
    };
    let db = Db::open_with("postgres://anna:hemmelig@127.0.0.1:1/kurser", quick).await.unwrap();
    assert_eq!(db.address(), "postgres://127.0.0.1:1/kurser");
    let error = db.ping().await.unwrap_err();
    assert!(error.is_transient(), "{error}");
    assert!(!format!("{error} {error:?} {db:?}").contains("hemmelig"));
    let error = Db::open("postgres://anna:hemmelig@[wrong/kurser").await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hemmelig"), "{error}");
    let error = Db::open("/no/such/folder/a.db").await.unwrap_err();
    assert!(error.to_string().contains("/no/such/folder/a.db"), "{error}");
}
