//! The mailbox of a demo: every mail that was sent lies in a folder, and these pages show it, so that one can walk through the product without a mail server. Only
//! there in a demo.

mod list;
mod show;

use std::path::PathBuf;

use crate::App;
use crate::web::{DemoOnly, Error, Paths, Route, get};

/// All mails.
pub const MAILBOX: Paths = Paths::new("/_mail", "/en/_mail");
/// One mail.
pub const MAIL: Paths = Paths::new("/_mail/{id}", "/en/_mail/{id}");
/// The HTML of a mail by itself, in a sandbox.
pub const MAIL_HTML: Paths = Paths::new("/_mail/{id}/html", "/en/_mail/{id}/html");
/// A file of a mail, by its place.
pub const MAIL_FILE: Paths = Paths::new("/_mail/{id}/del/{part}", "/en/_mail/{id}/part/{part}");

/// The mailbox's routes.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get(MAILBOX, DemoOnly, list::show),
        get(MAIL, DemoOnly, show::show),
        get(MAIL_HTML, DemoOnly, show::html),
        get(MAIL_FILE, DemoOnly, show::file),
    ]
}

/// Where mail lies. A demo may also send real mail; then there is no mailbox to look into.
fn folder(app: &App) -> Result<PathBuf, Error> {
    app.config.mail.folder_path().map(PathBuf::from).ok_or(Error::NotFound)
}

/// Reading the folder is short, but waits on the disk.
async fn on_disk<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(error)) => Err(Error::Internal(format!("the mail folder cannot be read: {error}"))),
        Err(_) => Err(Error::Internal("reading the mail folder was broken off".to_owned())),
    }
}
