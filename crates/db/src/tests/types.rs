//! What goes in comes out, on both engines.

use jiff::civil::{Date, Time, date, time};
use uuid::Uuid;

use super::shape::MIGRATIONS;
use crate::{Db, IntoValue, on_both, sql};

crate::id!(ThingId);
crate::text_enum!(
    enum Colour {
        Red => "red",
        Blue => "blue",
    }
);
crate::row!(
    #[derive(PartialEq)]
    struct Thing {
        id: ThingId,
        name: String,
        count: Option<i64>,
        flag: Option<bool>,
        bytes: Option<Vec<u8>>,
        share: Option<f64>,
        at: Option<jiff::Timestamp>,
        day: Option<Date>,
        hour: Option<Time>,
    }
);

async fn put(db: &Db, thing: &Thing) {
    let mut tx = db.begin().await.unwrap();
    let touched =
        sql!("INSERT INTO thing (id, name, count, flag, bytes, share, at, day, hour) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(thing.id)
            .bind(&thing.name)
            .bind(thing.count)
            .bind(thing.flag)
            .bind(&thing.bytes)
            .bind(thing.share)
            .bind(thing.at)
            .bind(thing.day)
            .bind(thing.hour)
            .execute(&mut tx)
            .await
            .unwrap();
    assert_eq!(touched, 1);
    tx.commit().await.unwrap();
}

async fn get(db: &Db, id: ThingId) -> Thing {
    sql!("SELECT id, name, count, flag, bytes, share, at, day, hour FROM thing WHERE id = $1")
        .bind(id)
        .one(db)
        .await
        .unwrap()
}

fn bare(number: u128, name: &str) -> Thing {
    Thing {
        id: ThingId::from_uuid(Uuid::from_u128(number)),
        name: name.into(),
        count: None,
        flag: None,
        bytes: None,
        share: None,
        at: None,
        day: None,
        hour: None,
    }
}

on_both!(
    MIGRATIONS,
    async fn values_survive_the_round_trip(db: Db) {
        // NULLs first: the statement is prepared with them and then reused with values
        let nothing = bare(1, "intet");
        let full = Thing {
            count: Some(i64::MIN),
            flag: Some(true),
            bytes: Some(vec![0, 255, 1]),
            share: Some(1.0),
            at: Some(jiff::Timestamp::from_microsecond(1_767_225_600_123_456).unwrap()),
            day: Some(date(2026, 8, 31)),
            hour: Some(time(9, 30, 0, 0)),
            ..bare(2, "Blåbærgrød på Ærø 🫐 «'\";--»")
        };
        let zero = Thing {
            count: Some(0),
            flag: Some(false),
            bytes: Some(Vec::new()),
            share: Some(-0.5),
            at: Some(jiff::Timestamp::UNIX_EPOCH),
            ..bare(3, "")
        };
        for thing in [&nothing, &full, &zero] {
            put(&db, thing).await;
            assert_eq!(&get(&db, thing.id).await, thing);
        }
    }
);

on_both!(
    MIGRATIONS,
    async fn ids_sort_as_they_do_in_rust(db: Db) {
        let mut ids: Vec<u128> = vec![1, 1 << 120, u128::MAX, 255 << 56, 256];
        for id in &ids {
            put(&db, &bare(*id, &id.to_string())).await;
        }
        ids.sort_unstable();
        let found = sql!("SELECT id FROM thing ORDER BY id").all::<(ThingId,)>(&db).await.unwrap();
        assert_eq!(found.iter().map(|(id,)| id.as_uuid().as_u128()).collect::<Vec<_>>(), ids);
    }
);

on_both!(
    MIGRATIONS,
    async fn letters_sort_alike_on_both_engines(db: Db) {
        for (number, name) in ["å", "a", "Z", "ø", "æ", "é"].into_iter().enumerate() {
            put(&db, &bare(number as u128, name)).await;
        }
        let found = sql!("SELECT name FROM thing ORDER BY name").all::<(String,)>(&db).await.unwrap();
        let found: String = found.into_iter().map(|(name,)| name).collect();
        assert_eq!(found, "Zaåæéø"); // by code point: sort what people see in Rust, or by a folded column
    }
);

on_both!(
    MIGRATIONS,
    async fn counts_sums_and_questions_are_read(db: Db) {
        put(
            &db,
            &Thing {
                count: Some(40),
                share: Some(1.5),
                ..bare(1, "a")
            },
        )
        .await;
        put(
            &db,
            &Thing {
                count: Some(2),
                share: Some(0.5),
                ..bare(2, "b")
            },
        )
        .await;
        let row: (i64, Option<i64>, f64, bool, u8) =
            sql!("SELECT COUNT(*), CAST(SUM(count) AS BIGINT), SUM(share), EXISTS (SELECT 1 FROM thing WHERE name = $1), 7 FROM thing")
                .bind("b")
                .one(&db)
                .await
                .unwrap();
        assert_eq!(row, (2, Some(42), 2.0, true, 7));
        let none = sql!("SELECT CAST(SUM(count) AS BIGINT) FROM thing WHERE name = $1")
            .bind("x")
            .one::<(Option<i64>,)>(&db);
        assert_eq!(none.await.unwrap(), (None,));
    }
);

on_both!(
    MIGRATIONS,
    async fn a_list_of_ids_finds_its_rows(db: Db) {
        for n in 1..=5 {
            put(&db, &bare(n, &n.to_string())).await;
        }
        let ask = async |ids: Vec<u128>| {
            sql!("SELECT name FROM thing WHERE name <> $1 AND id IN ($list) ORDER BY name")
                .bind("4")
                .bind_list(ids.into_iter().map(|n| ThingId::from_uuid(Uuid::from_u128(n))))
                .all::<(String,)>(&db)
                .await
                .unwrap()
                .len()
        };
        assert_eq!(ask(vec![]).await, 0);
        assert_eq!(ask(vec![2]).await, 1);
        assert_eq!(ask(vec![1, 2, 3, 4, 99]).await, 3);
        assert_eq!(ask((0..16_000).collect()).await, 4);
    }
);

on_both!(
    MIGRATIONS,
    async fn what_does_not_fit_is_explained_without_the_value(db: Db) {
        put(
            &db,
            &Thing {
                count: Some(70_000),
                day: None,
                ..bare(1, "hemmelig")
            },
        )
        .await;
        let ask = sql!("SELECT name FROM thing").one::<(i64,)>(&db);
        let said = ask.await.unwrap_err().to_string();
        assert!(said.contains("column 1: expected BIGINT, found TEXT"), "{said}");
        assert!(said.contains("types.rs:"), "{said}");

        crate::row!(
            #[allow(dead_code, reason = "never made")]
            struct Wrong {
                name: Colour,
            }
        );
        let said = sql!("SELECT name FROM thing").one::<Wrong>(&db).await.unwrap_err().to_string();
        assert!(
            said.contains("column name") && said.contains("Colour") && !said.contains("hemmelig"),
            "{said}"
        );

        let said = sql!("SELECT count FROM thing").one::<(u8,)>(&db).await.unwrap_err().to_string();
        assert!(said.contains("u8") && !said.contains("70000"), "{said}");
        let said = sql!("SELECT day FROM thing").one::<(String,)>(&db).await.unwrap_err().to_string();
        assert!(said.contains("NULL"), "{said}");
        assert!(sql!("SELECT day FROM thing").one::<(String, String)>(&db).await.is_err());
        let said = sql!("SELECT name FROM thing").one::<Thing>(&db).await.unwrap_err().to_string();
        assert!(said.contains("column id: there is no such column"), "{said}");
    }
);

#[test]
fn choices_and_ids_travel_as_json() {
    let id = ThingId::from_uuid(Uuid::from_u128(7));
    let json = serde_json::to_string(&(id, Colour::Blue)).unwrap();
    assert_eq!(json, r#"["00000000-0000-0000-0000-000000000007","blue"]"#);
    assert_eq!(serde_json::from_str::<(ThingId, Colour)>(&json).unwrap(), (id, Colour::Blue));
    assert!(serde_json::from_str::<Colour>("\"green\"").is_err());
    assert_eq!(format!("{:?}", "hemmelig".into_value()), "Text(…)");
    assert_eq!(Colour::ALL, [Colour::Red, Colour::Blue]);
}
