//! Which engine an address means, and how an address may be shown to people.

use std::path::PathBuf;

use crate::Error;

/// The two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// One file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// The name for logs and metrics.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
    }
}

impl std::fmt::Display for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A parsed address. Kept apart from opening so that parsing can be tested without a database.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address {
    File(PathBuf),
    Server(String),
}

impl Address {
    /// A plain path and `sqlite:`, `sqlite://path`, `sqlite:///path` mean a file; `postgres://` and `postgresql://` a server.
    pub(crate) fn parse(text: &str) -> Result<Address, Error> {
        let wrong = |what: &str| {
            Err(Error::Address(format!(
                "{what}; write a path, sqlite:///path/to/file.db or postgres://user:password@host/database"
            )))
        };
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Address::Server(text.to_owned()));
        }
        let path = text
            .strip_prefix("sqlite://")
            .or_else(|| text.strip_prefix("sqlite:"))
            .unwrap_or(text);
        if path.is_empty() {
            return wrong("the database address is empty");
        }
        if path.contains(":memory:") {
            // each connection would see its own empty database
            return wrong("a database in memory cannot be shared by several connections");
        }
        if path.contains("://") {
            // the text may hold a password, so it is not repeated
            return wrong("the database address names an unknown kind of database");
        }
        Ok(Address::File(PathBuf::from(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_understood() {
        let file = |text: &str| Address::parse(text).unwrap();
        assert_eq!(file("sqlite:///srv/a.db"), Address::File("/srv/a.db".into()));
        assert_eq!(file("sqlite://data/a.db"), Address::File("data/a.db".into()));
        assert_eq!(file("/srv/æ ø.db"), Address::File("/srv/æ ø.db".into()));
        assert!(matches!(file("postgresql://x/y"), Address::Server(_)));
    }

    #[test]
    fn a_wrong_address_is_explained_without_repeating_it() {
        for text in ["", "sqlite::memory:", "mysql://root:hemmelig@host/x"] {
            let said = Address::parse(text).unwrap_err().to_string();
            assert!(said.contains("postgres://user"), "{said}");
            assert!(!said.contains("hemmelig"), "{said}");
        }
    }
}
