//! Copying a SQLite database while it runs.

use std::path::Path;

use sqlx::ConnectOptions;

use crate::connect;
use crate::database::Pools;
use crate::{Db, Error, translate};

impl Db {
    /// Copies a SQLite database into a new file while others read and write. The copy shows one moment and stands alone.
    ///
    /// # Errors
    /// [`Error::Connection`] if the file exists or cannot be written; [`Error::Misuse`] on PostgreSQL, with the mend.
    pub async fn backup_to(&self, to: &Path) -> Result<(), Error> {
        let Pools::Sqlite { path, .. } = self.pools() else {
            return Err(Error::Misuse {
                problem: "PostgreSQL is backed up with its own tool: pg_dump --format=custom --file=backup.dump <database>".into(),
                at: "backup".into(),
            });
        };
        let broken = |error: std::io::Error| Error::Connection(format!("cannot write {}: {error}", to.display()));
        if to.exists() {
            return Err(broken(std::io::ErrorKind::AlreadyExists.into()));
        }
        // under another name until it is whole, so that nobody mistakes half a copy for a backup
        let mut half = to.as_os_str().to_owned();
        half.push(".part");
        let half = Path::new(&half);
        let _ = std::fs::remove_file(half); // left over from an attempt that was interrupted
        connect::create_private(half).map_err(broken)?;
        let Some(half_text) = half.to_str() else {
            return Err(broken(std::io::ErrorKind::InvalidFilename.into()));
        };
        let wrong = |error: sqlx::Error| translate::error(&error, "backup");
        let mut connection = connect::sqlite_options(path, self.options()).connect().await.map_err(wrong)?;
        let copied = sqlx::query("VACUUM INTO $1").bind(half_text).execute(&mut connection).await;
        let _ = sqlx::Connection::close(connection).await; // it only read
        if let Err(error) = copied {
            let _ = std::fs::remove_file(half); // the first error is the one to tell
            return Err(wrong(error));
        }
        std::fs::File::open(half).and_then(|file| file.sync_all()).map_err(broken)?;
        std::fs::rename(half, to).map_err(broken)?;
        if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            // the new name, too, must survive a power cut
            std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(broken)?;
        }
        Ok(())
    }
}
