//! Gathering settings as text, remembering where each came from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::{ConfigError, SETTINGS, Setting};

/// Where a value was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File(String),
    /// An environment variable.
    Environment(String),
    /// The command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(name) | Self::Environment(name) | Self::Flag(name) => f.write_str(name),
        }
    }
}

/// All settings as text.
#[derive(Debug)]
pub struct Values(BTreeMap<&'static str, (String, Origin)>);

impl Values {
    /// Defaults, then file, environment and flags.
    ///
    /// # Errors
    /// Unknown keys and unreadable files.
    pub fn gather(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
        flags: &BTreeMap<&'static str, String>,
    ) -> Result<Self, ConfigError> {
        let mut values: BTreeMap<_, _> = SETTINGS.iter().map(|s| (s.key, (s.default.to_owned(), Origin::Default))).collect();
        if let Some(path) = file {
            read_file(path, &mut values)?;
        }
        for (name, value) in environment {
            if !name.starts_with("INDDRAG_") {
                continue;
            }
            // Variables of tests and packaging share the prefix, so unknown ones are not an error here as they are in a file.
            if let Some(setting) = SETTINGS.iter().find(|s| s.variable() == name) {
                values.insert(setting.key, (value, Origin::Environment(name)));
            }
        }
        for (key, value) in flags {
            let setting = known(key, "command line")?;
            values.insert(setting.key, (value.clone(), Origin::Flag(format!("--{key}"))));
        }
        Ok(Self(values))
    }

    /// The value as written.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.0.get(key).map_or("", |(value, _)| value.trim())
    }

    /// Key, value (hidden where secret) and origin, for `doctor`.
    pub fn shown(&self) -> impl Iterator<Item = (&'static str, &str, &Origin)> {
        SETTINGS.iter().filter_map(|setting| {
            let (value, origin) = self.0.get(setting.key)?;
            let shown = if setting.secret && !value.is_empty() { "(hidden)" } else { value };
            Some((setting.key, shown, origin))
        })
    }

    pub(super) fn parse<T: FromStr>(&self, key: &'static str, expected: &str) -> Result<T, ConfigError> {
        self.text(key)
            .parse()
            .map_err(|_| self.invalid(key, &format!("expected {expected}")))
    }

    pub(super) fn list<T: FromStr>(&self, key: &'static str, expected: &str) -> Result<Vec<T>, ConfigError> {
        let parts = self.text(key).split(',').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| part.parse().map_err(|_| self.invalid(key, &format!("expected {expected}"))))
            .collect()
    }

    pub(super) fn flag(&self, key: &'static str) -> Result<bool, ConfigError> {
        match self.text(key) {
            "true" | "1" | "yes" => Ok(true),
            "false" | "0" | "no" | "" => Ok(false),
            _ => Err(self.invalid(key, "expected true or false")),
        }
    }

    pub(super) fn invalid(&self, key: &'static str, reason: &str) -> ConfigError {
        let origin = self.0.get(key).map_or_else(String::new, |(_, origin)| origin.to_string());
        ConfigError::Invalid {
            key,
            origin,
            reason: reason.to_owned(),
        }
    }
}

fn read_file(path: &Path, values: &mut BTreeMap<&'static str, (String, Origin)>) -> Result<(), ConfigError> {
    let file_error = |reason: String| ConfigError::File {
        path: path.display().to_string(),
        reason,
    };
    let text = std::fs::read_to_string(path).map_err(|error| file_error(error.to_string()))?;
    // Only the place is repeated from the parser's message: its excerpt could show a secret.
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        file_error(format!("line {line}: {}", error.message()))
    })?;
    for (key, value) in table {
        let setting = known(&key, &path.display().to_string())?;
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            toml::Value::Array(items) => items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join(","),
            _ => return Err(file_error(format!("`{key}` must be a text, a number, true/false or a list"))),
        };
        values.insert(setting.key, (value, Origin::File(path.display().to_string())));
    }
    Ok(())
}

fn known(key: &str, origin: &str) -> Result<&'static Setting, ConfigError> {
    SETTINGS.iter().find(|setting| setting.key == key).ok_or_else(|| {
        let start: String = key.chars().take(3).collect();
        let near: Vec<_> = SETTINGS.iter().map(|s| s.key).filter(|known| known.starts_with(&start)).collect();
        let suggestion = if near.is_empty() {
            "See `inddrag serve --help`.".to_owned()
        } else {
            format!("Did you mean {}?", near.join(" or "))
        };
        ConfigError::Unknown {
            key: key.to_owned(),
            origin: origin.to_owned(),
            suggestion,
        }
    })
}
