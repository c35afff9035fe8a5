//! Looking a database over for damage.

use sqlx::Row as _;

use crate::database::Pools;
use crate::{Db, Error, translate};

impl Db {
    /// Whether the storage is whole: SQLite reads every page and follows every reference; PostgreSQL, which checks its own pages, is only asked for an answer.
    ///
    /// # Errors
    /// [`Error::Other`] says what is damaged; otherwise as any statement.
    pub async fn check(&self) -> Result<(), Error> {
        let Pools::Sqlite { readers, .. } = self.pools() else {
            return self.ping().await;
        };
        let wrong = |error: sqlx::Error| translate::error(&error, "check");
        let damaged = |message: String| Error::Other {
            code: "integrity".into(),
            message,
            at: "check".into(),
        };
        let pages = sqlx::query("PRAGMA integrity_check(5)").fetch_all(readers).await.map_err(wrong)?;
        let pages: Vec<String> = pages.iter().map(|row| row.get(0)).collect();
        if pages != ["ok"] {
            return Err(damaged(pages.join("; ")));
        }
        let rows = sqlx::query("PRAGMA foreign_key_check").fetch_all(readers).await.map_err(wrong)?;
        match rows.first() {
            None => Ok(()),
            Some(row) => Err(damaged(format!(
                "{} references do not hold, the first in {}",
                rows.len(),
                row.get::<String, _>(0)
            ))),
        }
    }
}
