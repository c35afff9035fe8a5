//! SQLite for tests: a copy of a migrated file.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::Mutex;

use super::{Folder, TestDatabase, fingerprint, options, then};
use crate::{Db, Migration};

/// A fresh, migrated SQLite database.
///
/// # Panics
/// If the migrations fail.
pub async fn sqlite(migrations: &[Migration]) -> TestDatabase {
    let template = template(migrations).await;
    let folder = Folder::new();
    let path = folder.path().join("test.db");
    std::fs::write(&path, &*template).expect("the temporary folder can be written to");
    let url = format!("sqlite://{}", path.display());
    let db = Db::open_with(&url, options()).await.expect("a fresh file opens");
    TestDatabase {
        db,
        url,
        _folder: Some(folder),
    }
}

/// The migrated file's bytes, made once for each list of migrations.
async fn template(migrations: &[Migration]) -> Arc<Vec<u8>> {
    static MADE: Mutex<Option<HashMap<String, Arc<Vec<u8>>>>> = Mutex::const_new(None);
    let mut made = MADE.lock().await;
    let made = made.get_or_insert_default();
    let fingerprint = fingerprint(migrations);
    if let Some(bytes) = made.get(&fingerprint) {
        return Arc::clone(bytes);
    }
    let folder = Folder::new();
    let path = folder.path().join("template.db");
    let db = Db::open_with(&path.display().to_string(), options())
        .await
        .expect("a fresh file opens");
    db.migrate(migrations, then())
        .await
        .unwrap_or_else(|error| panic!("on SQLite: {error}"));
    db.close().await;
    let bytes = Arc::new(std::fs::read(&path).expect("the file was just written"));
    made.insert(fingerprint, Arc::clone(&bytes));
    bytes
}
