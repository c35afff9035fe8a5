//! Hearing what other servers say, over PostgreSQL.

use sqlx::postgres::{PgListener, PgPoolOptions};

use crate::connect;
use crate::database::Pools;
use crate::{Db, Error, translate};

/// Hears notifications of one channel. Holds a connection of its own.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    /// Waits for the next notification. `None` means that the connection was lost and made again: something may have been
    /// missed, so look.
    ///
    /// # Errors
    /// [`Error::Connection`] if it could not be made again; try later.
    pub async fn recv(&mut self) -> Result<Option<String>, Error> {
        let heard = self.0.try_recv().await.map_err(|error| translate::error(&error, "listen"))?;
        Ok(heard.map(|notification| notification.payload().to_owned()))
    }
}

impl Db {
    /// Listens to a channel on PostgreSQL. `None` on SQLite, where there is only this process and
    /// [`Tx::after_commit`](crate::Tx::after_commit) is enough.
    ///
    /// Notifications are hints. Polling now and then is what can be relied on.
    ///
    /// # Errors
    /// [`Error::Connection`].
    pub async fn listen(&self, channel: &str) -> Result<Option<Listener>, Error> {
        let Pools::Postgres { url, .. } = self.pools() else {
            return Ok(None);
        };
        let wrong = |error: sqlx::Error| translate::error(&error, "listen");
        let own = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(self.options().acquire_timeout)
            .connect_lazy_with(connect::postgres_options(url, self.options())?);
        let mut listener = PgListener::connect_with(&own).await.map_err(wrong)?;
        listener.listen(channel).await.map_err(wrong)?;
        Ok(Some(Listener(listener)))
    }
}
