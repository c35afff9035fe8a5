//! Checking forms: every field is read once, every mistake is found at once, and nothing typed is lost.

use texts::Lang;
use ui::Errors;

use super::{Fields, words};
use crate::values::ValueError;

/// A form being checked.
pub struct Check<'a> {
    fields: &'a Fields,
    lang: Lang,
    /// What has been found so far.
    pub errors: Errors,
}

impl<'a> Check<'a> {
    /// Starts checking what was sent.
    #[must_use]
    pub fn new(fields: &'a Fields, lang: Lang) -> Self {
        Self {
            fields,
            lang,
            errors: Errors::default(),
        }
    }

    /// The language of the mistakes' texts.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The raw text of a field.
    #[must_use]
    pub fn raw(&self, field: &str) -> &'a str {
        self.fields.get(field)
    }

    /// A field that must be filled in. `missing` is the text where it is blank: "Skriv dit navn."
    pub fn required<T>(&mut self, field: &str, missing: &str, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<T> {
        match parse(self.fields.get(field)) {
            Ok(value) => Some(value),
            Err(ValueError::Empty) => self.wrong(field, missing),
            Err(error) => self.wrong(field, words::value_error(self.lang, &error)),
        }
    }

    /// A field that may be left blank: `Some(None)` then, `None` only where it is wrong.
    pub fn optional<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<Option<T>> {
        match parse(self.fields.get(field)) {
            Ok(value) => Some(Some(value)),
            Err(ValueError::Empty) => Some(None),
            Err(error) => self.wrong(field, words::value_error(self.lang, &error)),
        }
    }

    /// A box that must be ticked.
    pub fn ticked(&mut self, field: &str, missing: &str) -> Option<()> {
        if self.fields.has(field) {
            Some(())
        } else {
            self.wrong(field, missing)
        }
    }

    /// Notes a mistake the field's own rules cannot find. Gives `None`, so that it can stand where a value would.
    pub fn wrong<T>(&mut self, field: &str, text: impl Into<String>) -> Option<T> {
        self.errors.add(field, text);
        None
    }

    /// The result, if nothing was wrong.
    ///
    /// # Errors
    /// All mistakes.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Errors> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }
}
