//! What a finding carries, as words and numbers of a language.

use sortition::check::{Finding, Parameter};
use texts::{Lang, format};

use super::place::letters;
use super::trait_name;
use crate::t;

/// Values by their names.
pub(super) struct Values<'a> {
    lang: Lang,
    known: Vec<(&'static str, &'a Parameter)>,
}

impl<'a> Values<'a> {
    pub(super) fn of(lang: Lang, finding: &'a Finding) -> Self {
        Self::new(lang, finding.parameters().collect())
    }

    pub(super) const fn new(lang: Lang, known: Vec<(&'static str, &'a Parameter)>) -> Self {
        Self { lang, known }
    }

    fn get(&self, name: &str) -> Option<&Parameter> {
        let found = self.known.iter().find(|(known, _)| *known == name);
        debug_assert!(found.is_some(), "the finding carries no {name}");
        found.map(|(_, value)| *value)
    }

    /// The value for a reader: numbers with their separators, lists in quotation marks.
    pub(super) fn text(&self, name: &str) -> String {
        match self.get(name) {
            None => String::new(),
            Some(Parameter::Text(text)) => text.clone(),
            Some(Parameter::Number(_)) => format::number(self.lang, self.number(name)),
            Some(Parameter::List(list)) if list.is_empty() => t::nothing_there(self.lang).to_owned(),
            Some(Parameter::List(list)) => {
                let quoted: Vec<String> = list.iter().map(|word| t::quoted(self.lang, word)).collect();
                format::list(self.lang, &quoted)
            }
        }
    }

    /// A number that chooses a form of words.
    pub(super) fn number(&self, name: &str) -> i64 {
        match self.get(name) {
            Some(Parameter::Number(number)) => i64::try_from(*number).unwrap_or(i64::MAX),
            _ => 0,
        }
    }

    /// The number of a row, which spreadsheets show without separators.
    pub(super) fn row(&self, name: &str) -> String {
        self.number(name).to_string()
    }

    /// The letter of a column.
    pub(super) fn column(&self, name: &str) -> String {
        letters(usize::try_from(self.number(name)).unwrap_or_default())
    }

    /// The feature with its value.
    pub(super) fn trait_name(&self) -> String {
        trait_name(self.lang, &self.text("feature"), &self.text("value"))
    }
}
