//! How an installation is set up: by file, environment and flag, from one table of settings.
//!
//! Later wins: default < file < environment < flag. [`SETTINGS`] is the only list; the help of the command line, the table in `docs/` and the error texts
//! follow from it.

mod settings;
mod values;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use settings::{SETTINGS, Setting, table};
pub use values::{Origin, Values};

use crate::mail::{Sender, Transport};

/// The settings, checked and typed.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address people use, without a slash at the end.
    pub public_url: String,
    /// Folder for the embedded database, the secret key and the mail folder.
    pub data: PathBuf,
    /// Database address; contains a password on PostgreSQL.
    pub database: Secret,
    /// Demo content, demo logins, `/_ui` and `/_mail`.
    pub demo: bool,
    /// How mail leaves.
    pub mail: Transport,
    /// Sender of all mail.
    pub mail_from: String,
    /// Sign-in with the organisation's own identity provider.
    pub oidc: Option<Oidc>,
    /// Where metrics are served, if anywhere.
    pub metrics_listen: Option<SocketAddr>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Which log lines are written, in `tracing` filter syntax.
    pub log: String,
    /// Log lines as JSON instead of text.
    pub log_json: bool,
    /// Statements slower than this are logged.
    pub slow_query: Duration,
    /// Requests a minute from one address before the answer is 429.
    pub requests_per_minute: u32,
    /// Sign-ups and other public forms an hour from one address.
    pub forms_per_hour: u32,
    /// Mail links an hour to one mailbox.
    pub mail_links_per_hour: u32,
    /// Open live connections a process holds.
    pub live_connections: usize,
}

/// An identity provider that speaks OpenID Connect.
#[derive(Clone, Debug)]
pub struct Oidc {
    /// Its address, as in its discovery document.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our password there.
    pub client_secret: Secret,
    /// What the button says: "Log ind med …".
    pub name: String,
    /// Mail domains for which its word is enough to find an existing account.
    pub domains: Vec<String>,
}

/// Text that is never logged or printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides `text`.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that needs it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// What is wrong with a setting, where it came from and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A key nobody knows.
    #[error("{origin}: unknown setting `{key}`. {suggestion}")]
    Unknown {
        /// The key as written.
        key: String,
        /// Where it was written.
        origin: String,
        /// The nearest known keys.
        suggestion: String,
    },
    /// A value that cannot be used. The value itself is not repeated: it may be a secret.
    #[error("{origin}: setting `{key}` cannot be used: {reason}")]
    Invalid {
        /// The setting.
        key: &'static str,
        /// Where the value was written.
        origin: String,
        /// What is expected.
        reason: String,
    },
    /// The configuration file cannot be read.
    #[error("configuration file {path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What the system or the parser says.
        reason: String,
    },
}

impl Config {
    /// Puts the settings together. `environment` is all of it: what does not start with `INDDRAG_` is ignored; `flags` are pairs of key and value.
    ///
    /// # Errors
    /// [`ConfigError`] names the setting, its origin and what is expected.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
        flags: &BTreeMap<&'static str, String>,
    ) -> Result<Self, ConfigError> {
        let values = Values::gather(file, environment, flags)?;
        Self::from_values(&values)
    }

    /// Types what [`Values::gather`] gathered.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_values(values: &Values) -> Result<Self, ConfigError> {
        let data = PathBuf::from(values.text("data"));
        let listen: SocketAddr = values.parse("listen", "an address and port such as 127.0.0.1:8080")?;
        let public_url = match values.text("public-url") {
            "" => format!("http://{listen}"),
            url if url.starts_with("http://") || url.starts_with("https://") => url.trim_end_matches('/').to_owned(),
            _ => return Err(values.invalid("public-url", "an address that starts with https:// or http://")),
        };
        let database = match values.text("database") {
            "" => data.join("inddrag.sqlite3").display().to_string(),
            url => url.to_owned(),
        };
        let mail = match values.text("mail") {
            "" => Transport::folder(data.join("mail")),
            setting => Transport::parse(setting).map_err(|error| values.invalid("mail", &error.to_string()))?,
        };
        Ok(Self {
            listen,
            public_url,
            database: Secret::new(database),
            demo: values.flag("demo")?,
            mail,
            mail_from: match Sender::parse(values.text("mail-from")) {
                Ok(_) => values.text("mail-from").to_owned(),
                Err(error) => return Err(values.invalid("mail-from", &error.to_string())),
            },
            oidc: oidc(values)?,
            metrics_listen: match values.text("metrics-listen") {
                "" => None,
                _ => Some(values.parse("metrics-listen", "an address and port such as 127.0.0.1:9464, or nothing")?),
            },
            trusted_proxies: values.list("trusted-proxies", "addresses separated by commas, such as 10.0.0.2, ::1")?,
            log: values.text("log").to_owned(),
            log_json: match values.text("log-format") {
                "json" => true,
                "text" => false,
                _ => return Err(values.invalid("log-format", "text or json")),
            },
            slow_query: Duration::from_millis(values.parse("slow-query-ms", "a whole number of milliseconds")?),
            requests_per_minute: values.parse("requests-per-minute", "a whole number")?,
            forms_per_hour: values.parse("forms-per-hour", "a whole number")?,
            mail_links_per_hour: values.parse("mail-links-per-hour", "a whole number")?,
            live_connections: values.parse("live-connections", "a whole number")?,
            data,
        })
    }

    /// Whether people reach us over TLS, which decides cookie flags and HSTS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The host name people use, without port.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.public_url.split_once("://").map_or(self.public_url.as_str(), |(_, rest)| rest);
        host_of(rest)
    }
}

/// The host of `host:port`, also for `[::1]:8080`.
#[must_use]
pub fn host_of(authority: &str) -> &str {
    let authority = authority.split('/').next().unwrap_or(authority);
    match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => authority.split(':').next().unwrap_or(authority),
    }
}

fn oidc(values: &Values) -> Result<Option<Oidc>, ConfigError> {
    if values.text("oidc-issuer").is_empty() {
        return Ok(None);
    }
    for key in ["oidc-client-id", "oidc-client-secret"] {
        if values.text(key).is_empty() {
            return Err(values.invalid(key, "needed because oidc-issuer is set"));
        }
    }
    Ok(Some(Oidc {
        issuer: values.text("oidc-issuer").to_owned(),
        client_id: values.text("oidc-client-id").to_owned(),
        client_secret: Secret::new(values.text("oidc-client-secret")),
        name: values.text("oidc-name").to_owned(),
        domains: values.list("oidc-domains", "mail domains separated by commas")?,
    }))
}

#[cfg(test)]
mod tests;
