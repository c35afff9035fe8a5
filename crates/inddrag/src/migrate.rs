//! `inddrag migrate`: bring the database up to date without serving.

use platform::config::Config;

use crate::{Failure, rooms, start};

pub(crate) async fn migrate(config: &Config, dry_run: bool) -> Result<(), Failure> {
    let db = start::open(config).await?;
    let migrations = rooms::migrations();
    if dry_run {
        for pending in db.pending(&migrations).await? {
            println!("missing: {} {}", pending.room, pending.name);
        }
        return Ok(());
    }
    let applied = db.migrate(&migrations, platform::Clock::system().now()).await?;
    println!("{} applied, the database is up to date", applied.len());
    Ok(())
}
