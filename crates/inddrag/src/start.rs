//! Opening what the program stands on: data folder, secret key, database, and the [`App`] made of them.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use db::Db;
use platform::app::Parts;
use platform::config::Config;
use platform::jobs::Registry;
use platform::limits::FloodGuard;
use platform::observe::Metrics;
use platform::{App, Clock, Keys, Random};

use crate::{Failure, rooms};

/// Locked while the site is served.
const IN_USE: &str = "in-use.lock";

/// Opens the database of a configuration, making the data folder first where it is the embedded one.
///
/// # Errors
/// What is wrong and how to mend it.
pub async fn open(config: &Config) -> Result<Db, Failure> {
    make_folder(&config.data)?;
    let options = db::Options {
        slow: config.slow_query,
        ..db::Options::default()
    };
    Ok(Db::open_with(config.database.reveal(), options).await?)
}

/// Says, for as long as the answer lives, that the site is being served from this data folder. Several processes may say so at once.
///
/// # Errors
/// What is wrong and how to mend it.
pub fn hold(data: &Path) -> Result<File, Failure> {
    let path = data.join(IN_USE);
    let file = File::create(&path).and_then(|file| file.try_lock_shared().map_err(std::io::Error::from).map(|()| file));
    file.map_err(|error| Failure::new(format!("{}: {error}. Is a backup just being restored?", path.display())))
}

/// Waits for nobody: makes sure that the site is not being served from this data folder, nor will be while the answer lives. The system takes the hold of a process
/// away that ends in whatever way.
///
/// # Errors
/// That it is being served.
pub fn hold_alone(data: &Path) -> Result<File, Failure> {
    let path = data.join(IN_USE);
    let file = File::create(&path).and_then(|file| file.try_lock().map_err(std::io::Error::from).map(|()| file));
    file.map_err(|error| match error.kind() {
        std::io::ErrorKind::WouldBlock => {
            Failure::new("the site is running: stop it first, or what people do now would be lost. Nothing has been changed.")
        }
        _ => Failure::new(format!("{}: {error}", path.display())),
    })
}

/// Puts the program together on an open, migrated database.
///
/// # Errors
/// What is wrong and how to mend it.
pub fn app(config: Config, db: Db, clock: Clock, random: Random) -> Result<(App, Arc<Registry<App>>), Failure> {
    let secret = secret(&config.data, &random)?;
    let rooms = rooms::all();
    let registry = rooms::registry(&rooms);
    let app = App::new(Parts {
        keys: Keys::new(secret),
        live: platform::live::Hub::new(&db, config.live_connections),
        flood: FloodGuard::new(config.requests_per_minute),
        metrics: Metrics::default(),
        navigation: rooms::navigation(&rooms),
        sitemaps: rooms.iter().filter_map(|room| room.sitemap).collect(),
        personal: rooms.iter().filter_map(|room| room.personal).collect(),
        db,
        clock,
        random,
        config,
    });
    Ok((app, Arc::new(registry)))
}

fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| {
        Failure::new(format!(
            "the data folder {} cannot be made: {error}. Choose another with --data, or give this account the right to write there.",
            folder.display()
        ))
    })
}

/// The installation's secret: made once, readable by this account only. Losing it signs nobody out; it only makes open forms be sent twice.
fn secret(data: &Path, random: &Random) -> Result<[u8; 32], Failure> {
    let path = data.join("secret.key");
    let failed = |error: std::io::Error| Failure::new(format!("the secret key {}: {error}", path.display()));
    if !path.exists() {
        // Written aside and linked into place, so that two processes starting at once agree on one key.
        let aside = data.join(format!("secret.key.{}", std::process::id()));
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&aside)
            .map_err(failed)?;
        file.write_all(&random.bytes::<32>())
            .and_then(|()| file.sync_all())
            .map_err(failed)?;
        let _ = fs::hard_link(&aside, &path);
        fs::remove_file(&aside).map_err(failed)?;
    }
    let bytes = fs::read(&path).map_err(failed)?;
    bytes.try_into().map_err(|_| {
        Failure::new(format!(
            "the secret key {} is damaged: it must hold 32 bytes. Delete it to get a new one.",
            path.display()
        ))
    })
}
