//! An address in a mail.

use std::fmt;

/// A web address that is safe to put into a mail: `https://…` or `http://…`, without blanks, quotes or control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

/// The text is no web address. It is not repeated, because it may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a web address: it must begin with https:// or http:// and hold no blanks or quotes")]
pub struct NotALink;

impl Link {
    /// Reads an address.
    ///
    /// # Errors
    /// [`NotALink`].
    pub fn parse(text: &str) -> Result<Self, NotALink> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or(NotALink)?;
        let is_allowed = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
        if rest.is_empty() || rest.starts_with('/') || !rest.chars().all(is_allowed) {
            return Err(NotALink);
        }
        Ok(Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn only_web_addresses_are_links() {
        assert!(Link::parse("https://kurser.example/tilmelding/abc?x=1#y").is_ok());
        assert!(Link::parse("http://127.0.0.1:8080/").is_ok());
        for wrong in [
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "ftp://x",
            "/local",
            "https://x/\"onclick",
            "https://x/ y",
            "https://x/\r\nBcc:",
            "https://ø.dk",
        ] {
            assert!(Link::parse(wrong).is_err(), "{wrong}");
        }
    }
}
