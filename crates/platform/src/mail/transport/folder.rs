//! Mail as files. A file appears whole or not at all, under a name that follows from the mail, so that a second attempt after a crash finds it there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Outgoing, SendError};

pub(super) async fn drop_into(folder: PathBuf, mail: &Outgoing<'_>) -> Result<(), SendError> {
    let name = mail.message_id.trim_matches(['<', '>']).to_owned();
    let content = mail.content.to_vec();
    on_disk(move || write(&folder, &name, &content)).await
}

pub(super) async fn check(folder: PathBuf) -> Result<(), SendError> {
    on_disk(move || {
        fs::create_dir_all(&folder)?;
        let probe = folder.join(".probe");
        fs::write(&probe, b"")?;
        fs::remove_file(&probe)
    })
    .await
}

async fn on_disk(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> Result<(), SendError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the mail folder cannot be written");
            Err(SendError::Later("the mail folder cannot be written".into()))
        }
        Err(_) => Err(SendError::Later("writing to the mail folder was broken off".into())),
    }
}

fn write(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let whole = folder.join(format!("{name}.eml"));
    if whole.exists() {
        return Ok(()); // an attempt before a crash came this far
    }
    // A dot in front: readers of the folder pass over it. The same name each time, so that nothing is left lying when an attempt breaks off.
    let part = folder.join(format!(".{name}.part"));
    let mut file = File::create(&part)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&part, &whole)?;
    // The new name, too, must survive a power cut before the mail counts as sent.
    File::open(folder)?.sync_all()
}
