//! What is looked at and changed directly in the database, past the program.

use std::fs;
use std::path::Path;
use std::time::Duration;

use db::{Db, sql};
use tokio::time::{Instant, sleep};

use crate::Failure;
use crate::sign_up::Edition;

/// The most seats an edition may have.
pub const MOST_SEATS: i64 = 1000;

/// How many there are of each, counted in the database.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stored {
    /// Orders.
    pub orders: i64,
    /// Seats that are held.
    pub seats: i64,
    /// Mails that belong to those seats: one to its holder for each day, because a mail can invite to one event only.
    pub due: i64,
    /// Mails written, sent or not.
    pub mails: i64,
    /// Mails that have left.
    pub sent: i64,
}

impl Stored {
    /// Counts.
    ///
    /// # Errors
    /// As the database's.
    pub async fn count(db: &Db) -> Result<Self, Failure> {
        let (orders,) = sql!("SELECT COUNT(*) FROM course_order").one::<(i64,)>(db).await?;
        let (seats,) = sql!("SELECT COUNT(*) FROM registration WHERE state = 'confirmed'")
            .one::<(i64,)>(db)
            .await?;
        let (due,) =
            sql!("SELECT COUNT(*) FROM registration r JOIN edition_day d ON d.edition_id = r.edition_id WHERE r.state = 'confirmed'")
                .one::<(i64,)>(db)
                .await?;
        let (mails,) = sql!("SELECT COUNT(*) FROM mail").one::<(i64,)>(db).await?;
        let (sent,) = sql!("SELECT COUNT(*) FROM mail WHERE state = 'sent'").one::<(i64,)>(db).await?;
        Ok(Self {
            orders,
            seats,
            due,
            mails,
            sent,
        })
    }

    /// What has come since.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            orders: self.orders - before.orders,
            seats: self.seats - before.seats,
            due: self.due - before.due,
            mails: self.mails - before.mails,
            sent: self.sent - before.sent,
        }
    }
}

/// Gives editions so many seats.
///
/// # Errors
/// As the database's, or if an edition is not there.
pub async fn set_capacity(db: &Db, editions: &[Edition], seats: i64) -> Result<(), Failure> {
    let mut tx = db.begin().await?;
    for edition in editions {
        let id: uuid::Uuid = edition.id.parse().map_err(|error| Failure::new(&edition.id, error))?;
        let changed = sql!("UPDATE edition SET capacity = $2 WHERE id = $1")
            .bind(id)
            .bind(seats)
            .execute(&mut tx)
            .await?;
        if changed != 1 {
            return Err(Failure::new("no edition with the id", &edition.id));
        }
    }
    Ok(tx.commit().await?)
}

/// Leaves an edition with exactly so many free seats.
///
/// # Errors
/// As the database's.
pub async fn leave_seats(db: &Db, edition: &Edition, free: i64) -> Result<(), Failure> {
    let held = seats_held(db, edition).await?;
    set_capacity(db, std::slice::from_ref(edition), held + free).await
}

/// How many seats of an edition are held.
///
/// # Errors
/// As the database's.
pub async fn seats_held(db: &Db, edition: &Edition) -> Result<i64, Failure> {
    let id: uuid::Uuid = edition.id.parse().map_err(|error| Failure::new(&edition.id, error))?;
    let (held,) = sql!("SELECT COUNT(*) FROM registration WHERE edition_id = $1 AND state IN ('confirmed', 'attended', 'no-show')")
        .bind(id)
        .one::<(i64,)>(db)
        .await?;
    Ok(held)
}

/// Files in a mail folder; those that are being written do not count.
#[must_use]
pub fn mail_files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            !name.starts_with('.') && name.ends_with(".eml")
        })
        .count()
}

/// Waits until every mail has left; gives how long that took, or `None` if some are still there when the time is up.
///
/// # Errors
/// As the database's.
pub async fn wait_for_mail(db: &Db, patience: Duration) -> Result<Option<Duration>, Failure> {
    let started = Instant::now();
    loop {
        let (waiting,) = sql!("SELECT COUNT(*) FROM mail WHERE state <> 'sent'").one::<(i64,)>(db).await?;
        if waiting == 0 {
            return Ok(Some(started.elapsed()));
        }
        if started.elapsed() > patience {
            return Ok(None);
        }
        sleep(Duration::from_millis(100)).await;
    }
}
