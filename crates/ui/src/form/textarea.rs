//! Fields of several lines.

use maud::{Markup, Render, html};

use super::field::{Field, shared_setters};
use crate::{Lang, t};

/// A field of several lines, optionally with a limit that the script counts down to.
#[derive(Clone, Debug)]
pub struct Textarea {
    field: Field,
    value: String,
    rows: u32,
    limit: Option<usize>,
}

impl Textarea {
    /// A field of five lines.
    pub fn new(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            field: Field::new(lang, name, label),
            value: String::new(),
            rows: 5,
            limit: None,
        }
    }

    /// What was answered before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Lines shown at first.
    #[must_use]
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    /// Longest answer in characters. One can type beyond it and is told so; the server must check it.
    #[must_use]
    pub fn limit(mut self, characters: usize) -> Self {
        self.limit = Some(characters);
        self
    }

    shared_setters!();
}

impl Render for Textarea {
    fn render(&self) -> Markup {
        let field = &self.field;
        let limit_id = format!("{}-limit", field.id);
        let described = field.described_by(self.limit.map(|_| limit_id.as_str()));
        field.wrap(&html! {
            textarea id=(field.id) name=(field.name) class="form-input" rows=(self.rows)
                aria-describedby=[described] aria-invalid=[field.invalid()] required[field.required()]
                disabled[field.disabled] data-limit=[self.limit] { (self.value) }
            @if let Some(limit) = self.limit {
                span class="form-hint character-limit" id=(limit_id) data-left=(t::limit_left(field.lang, "{n}"))
                    data-over=(t::limit_over(field.lang, "{n}")) { (t::limit(field.lang, limit)) }
            }
        })
    }
}
