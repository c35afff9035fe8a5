//! How mail leaves: through a mail server, or into a folder.

mod folder;
mod setting;
mod smtp;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use smtp::Smtp;

use crate::jobs::Reason;
use crate::values::Email;

pub use setting::NotATransport;

/// How mail leaves. Cheap to clone; clones share their connections. Shows no password.
#[derive(Clone)]
pub struct Transport(Arc<Kind>);

enum Kind {
    Folder(PathBuf),
    Smtp(Smtp),
}

/// A mail as a transport takes it.
pub(super) struct Outgoing<'a> {
    /// With its angle brackets.
    pub(super) message_id: &'a str,
    pub(super) sender: &'a Email,
    pub(super) recipient: &'a Email,
    pub(super) content: &'a [u8],
}

/// Why a mail did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SendError {
    /// It may leave later: the network, the server or our settings are at fault.
    Later(Reason),
    /// This mail will never leave: the server refuses it for good.
    Never(Reason),
}

impl Transport {
    /// Reads the setting: `smtp://user:password@host:587` (STARTTLS is required; `?tls=none` switches it off), `smtps://host` (TLS from the start) or
    /// `folder:PATH`. `?ca=/path/to/root.pem` adds a certificate authority. Special characters in user and password are percent-encoded.
    ///
    /// # Errors
    /// [`NotATransport`] says what is wrong without repeating any of it.
    pub fn parse(setting: &str) -> Result<Self, NotATransport> {
        setting::parse(setting).map(|kind| Self(Arc::new(kind)))
    }

    /// Mail is put into a folder, one file each: for demos, tests and programs that carry it on.
    #[must_use]
    pub fn folder(path: PathBuf) -> Self {
        Self(Arc::new(Kind::Folder(path)))
    }

    /// The folder, if mail goes into one.
    #[must_use]
    pub fn folder_path(&self) -> Option<&Path> {
        match &*self.0 {
            Kind::Folder(path) => Some(path),
            Kind::Smtp(_) => None,
        }
    }

    /// Tries the way without sending anything: signs in at the server, or writes to the folder.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn check(&self) -> Result<(), Reason> {
        let checked = match &*self.0 {
            Kind::Folder(path) => folder::check(path.clone()).await,
            Kind::Smtp(smtp) => smtp.check().await,
        };
        checked.map_err(|(SendError::Later(reason) | SendError::Never(reason))| reason)
    }

    pub(super) async fn send(&self, mail: &Outgoing<'_>) -> Result<(), SendError> {
        match &*self.0 {
            Kind::Folder(path) => folder::drop_into(path.clone(), mail).await,
            Kind::Smtp(smtp) => smtp.send(mail).await,
        }
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Folder(path) => write!(f, "folder:{}", path.display()),
            Kind::Smtp(smtp) => smtp.fmt(f),
        }
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transport({self})")
    }
}
