//! What a browser sent in a form or query: names and values, exactly as typed, so that a form can be shown again with nothing lost.

use percent_encoding::percent_decode;

/// The most fields a form may have.
const MOST_FIELDS: usize = 600;

/// A file sent with a form. Its name is shown as text only, never used as a path (T5, T47).
#[derive(Debug, Clone)]
pub struct Upload {
    /// The form field.
    pub field: String,
    /// The name its owner gave it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Names and values in the order they were sent.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    /// Files, if the form was multipart.
    pub uploads: Vec<Upload>,
}

/// Why a form or query cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Bytes that are not UTF-8.
    Encoding,
    /// More than 600 fields.
    TooMany,
}

impl Fields {
    /// Reads `a=1&b=2` with percent codes.
    ///
    /// # Errors
    /// [`Unreadable`] for text that is not UTF-8 and for too many fields.
    pub fn parse(encoded: &[u8]) -> Result<Self, Unreadable> {
        let mut fields = Self::default();
        for pair in encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = pair.get(equals + 1..).unwrap_or_default();
            fields.push(decode(&pair[..equals])?, decode(value)?)?;
        }
        Ok(fields)
    }

    /// Adds a field.
    ///
    /// # Errors
    /// [`Unreadable::TooMany`].
    pub fn push(&mut self, name: String, value: String) -> Result<(), Unreadable> {
        if self.pairs.len() >= MOST_FIELDS {
            return Err(Unreadable::TooMany);
        }
        self.pairs.push((name, value));
        Ok(())
    }

    /// The first value of a field, or nothing typed.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or("")
    }

    /// The first value of a field, if it was sent at all.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a checkbox or button of this name was sent.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every field, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Sets a field, replacing what was sent; for forms that start filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.pairs.retain(|(key, _)| key != name);
        self.pairs.push((name.to_owned(), value.into()));
        self
    }

    /// The file of a field, if one with content was sent.
    #[must_use]
    pub fn upload(&self, field: &str) -> Option<&Upload> {
        self.uploads.iter().find(|upload| upload.field == field && !upload.bytes.is_empty())
    }
}

fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let text = percent_decode(&spaced).decode_utf8().map_err(|_| Unreadable::Encoding)?;
    Ok(clean(&text))
}

/// Line ends as `\n`, and no NUL, which PostgreSQL cannot store.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_typed() {
        let fields = Fields::parse("navn=%C3%86sel+%26+S%C3%B8n&tom=&gentaget=1&gentaget=2".as_bytes()).expect("readable");
        assert_eq!(fields.get("navn"), "Æsel & Søn");
        assert!(fields.has("tom") && fields.get("tom").is_empty());
        assert_eq!(fields.all("gentaget").collect::<Vec<_>>(), ["1", "2"]);
        assert!(!fields.has("andet"));
    }

    #[test]
    fn text_that_is_not_utf8_is_refused_instead_of_garbled() {
        assert_eq!(Fields::parse(b"navn=%E6sel").err(), Some(Unreadable::Encoding));
    }

    #[test]
    fn too_many_fields_are_refused() {
        assert_eq!(Fields::parse("a=1&".repeat(601).as_bytes()).err(), Some(Unreadable::TooMany));
    }
}
