//! Why a command failed, in words for the operator, with how to mend it.

use platform::config::ConfigError;

/// A command that could not be done.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// What happened and how to mend it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self(error.to_string())
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Self(format!("database: {error}. `inddrag doctor` looks it over."))
    }
}
