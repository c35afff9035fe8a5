//! A copy that stands alone.

use super::shape::MIGRATIONS;
use crate::{Db, Engine, on_both, sql, testing};

#[tokio::test]
async fn a_copy_opens_when_the_original_is_gone() {
    let folder = testing::sqlite(MIGRATIONS).await; // lends its folder
    let copy = std::path::Path::new(folder.url().trim_start_matches("sqlite://")).with_file_name("kopi æø.db");
    {
        let original = testing::sqlite(MIGRATIONS).await;
        let mut tx = original.db.begin().await.unwrap();
        sql!("INSERT INTO seat (course, number) VALUES (1, 1)")
            .execute(&mut tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut unfinished = original.db.begin().await.unwrap();
        sql!("INSERT INTO seat (course, number) VALUES (1, 2)")
            .execute(&mut unfinished)
            .await
            .unwrap();
        // a writer does not hold up the copy, and what is not committed is not in it
        original.db.backup_to(&copy).await.unwrap();
        let again = original.db.backup_to(&copy).await.unwrap_err();
        assert!(again.to_string().contains("exists"), "{again}");
    }
    assert!(!copy.with_extension("db.part").exists());
    let db = Db::open(copy.to_str().unwrap()).await.unwrap();
    assert!(db.migrate(MIGRATIONS, jiff::Timestamp::UNIX_EPOCH).await.unwrap().is_empty());
    assert_eq!(sql!("SELECT number FROM seat").all::<(i64,)>(&db).await.unwrap(), [(1,)]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

on_both!(
    MIGRATIONS,
    async fn postgres_points_to_its_own_tool(db: Db) {
        let to = std::env::temp_dir().join("inddrag-no-such-folder/x.db");
        let said = db.backup_to(&to).await.unwrap_err().to_string();
        assert_eq!(said.contains("pg_dump"), db.engine() == Engine::Postgres, "{said}");
    }
);
