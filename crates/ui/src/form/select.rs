//! Choosing one of many.

use maud::{Markup, Render, html};

use super::choice::Choice;
use super::field::{Field, shared_setters};
use crate::{Lang, t};

/// Choose one of many, in a list that opens. For fewer than about seven answers [`super::Radios`] are easier.
#[derive(Clone, Debug)]
pub struct Select {
    field: Field,
    choices: Vec<Choice>,
    blank: bool,
}

impl Select {
    /// The question and its answers; the list starts with “Vælg” unless one is chosen.
    pub fn new(lang: Lang, name: impl Into<String>, label: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        let choices: Vec<Choice> = choices.into_iter().collect();
        Self {
            field: Field::new(lang, name, label),
            blank: !choices.iter().any(|choice| choice.chosen),
            choices,
        }
    }

    /// Chooses the answer with this value.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        for choice in &mut self.choices {
            choice.chosen = choice.value == value;
        }
        self.blank = !self.choices.iter().any(|choice| choice.chosen);
        self
    }

    shared_setters!();
}

impl Render for Select {
    fn render(&self) -> Markup {
        let field = &self.field;
        field.wrap(&html! {
            select id=(field.id) name=(field.name) class="form-select" aria-describedby=[field.described_by(None)]
                aria-invalid=[field.invalid()] required[field.required()] disabled[field.disabled] {
                @if self.blank || field.optional { option value="" { (t::choose(field.lang)) } }
                @for choice in &self.choices {
                    option value=(choice.value) selected[choice.chosen] disabled[choice.disabled] { (choice.label) }
                }
            }
        })
    }
}
