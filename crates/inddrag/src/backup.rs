//! `inddrag backup` and `inddrag restore` for the embedded database. PostgreSQL has its own tools, which we name.

use std::fs;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use db::Db;
use platform::Clock;
use platform::config::Config;

use crate::{Failure, rooms, start};

pub(crate) async fn backup(config: &Config, to: &Path) -> Result<(), Failure> {
    if config.database.reveal().starts_with("postgres") {
        return Err(Failure::new(
            "a PostgreSQL database is backed up by its own tools while the site runs: pg_dump --format=custom --file=FILE DATABASE",
        ));
    }
    if to.exists() {
        return Err(Failure::new(format!(
            "{} exists already; choose another name, so that no backup is overwritten",
            to.display()
        )));
    }
    // Opening a file that is missing makes it, and a copy of nothing looks like a backup until the day it is needed.
    let from = file_of(config);
    if !from.exists() {
        return Err(Failure::new(format!(
            "there is no database at {}. Name the data folder with --data or the database with --database.",
            from.display()
        )));
    }
    let db = start::open(config).await?;
    db.backup_to(to).await?;
    println!("{} ({} bytes)", to.display(), fs::metadata(to).map_or(0, |file| file.len()));
    Ok(())
}

pub(crate) async fn restore(config: &Config, from: &Path) -> Result<(), Failure> {
    if config.database.reveal().starts_with("postgres") {
        return Err(Failure::new(
            "a PostgreSQL database is restored by its own tools: pg_restore --clean --if-exists --dbname=DATABASE FILE",
        ));
    }
    if !from.is_file() {
        return Err(Failure::new(format!("{} does not exist", from.display())));
    }
    let target = file_of(config);
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    fs::create_dir_all(&config.data).map_err(|error| Failure::new(format!("{}: {error}", config.data.display())))?;
    let _alone = start::hold_alone(&config.data)?;
    // Copied and checked under another name: until it is whole and good, the database that is there stays in its place.
    let half = with_ending(&target, ".restoring");
    let usable = match copy(from, &half) {
        Ok(()) => check_copy(&half)
            .await
            .map_err(|reason| format!("is not a backup this program can use: {reason}")),
        Err(error) => Err(format!("cannot be copied: {error}")),
    };
    if let Err(reason) = usable {
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(with_ending(&half, ending)); // the reason is the thing to tell
        }
        return Err(Failure::new(format!("{} {reason}. Nothing has been changed.", from.display())));
    }
    let stamp = Clock::system().now().strftime("%Y%m%d-%H%M%S");
    for ending in ["", "-wal", "-shm"] {
        let file = with_ending(&target, ending);
        if file.exists() {
            let aside = with_ending(&target, &format!(".before-restore-{stamp}{ending}"));
            fs::rename(&file, &aside).map_err(|error| Failure::new(format!("{} cannot be moved aside: {error}", file.display())))?;
        }
    }
    let placed = fs::rename(&half, &target).and_then(|()| fs::File::open(folder)?.sync_all());
    placed.map_err(|error| Failure::new(format!("{} cannot be put in place: {error}", half.display())))?;
    println!(
        "{} is now the database. `inddrag serve` brings it up to date if it is older than this program.",
        target.display()
    );
    Ok(())
}

/// The file of the embedded database; its address may be written in the ways that [`Db::open`] reads.
fn file_of(config: &Config) -> PathBuf {
    let address = config.database.reveal().trim();
    let path = address.strip_prefix("sqlite://").or_else(|| address.strip_prefix("sqlite:"));
    PathBuf::from(path.unwrap_or(address))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A copy that only this account may read, whoever may read the backup, and that survives a power cut.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut source = fs::File::open(from)?;
    let mut copy = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(to)?;
    std::io::copy(&mut source, &mut copy)?;
    copy.sync_all()
}

/// Refuses what is no backup of ours, or one of a newer program.
async fn check_copy(copy: &Path) -> Result<(), db::Error> {
    let db = Db::open(&copy.display().to_string()).await?;
    let outcome = async {
        db.check().await?;
        db.pending(&rooms::migrations()).await?;
        db::sql!("SELECT COUNT(*) AS n FROM organisation").one::<(i64,)>(&db).await
    }
    .await;
    db.close().await;
    outcome.map(|_| ())
}
