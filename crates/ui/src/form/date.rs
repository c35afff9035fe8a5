//! A date one knows by heart: three small fields instead of a calendar.

use maud::{Markup, Render, html};

use super::field::{Field, shared_setters};
use crate::{Lang, t};

/// Day, month and year under one question. Sends `{name}-day`, `{name}-month`, `{name}-year`.
#[derive(Clone, Debug)]
pub struct DateField {
    field: Field,
    day: String,
    month: String,
    year: String,
}

impl DateField {
    /// The question.
    pub fn new(lang: Lang, name: impl Into<String>, question: impl Into<String>) -> Self {
        let field = Field::new(lang, name, question);
        Self {
            field,
            day: String::new(),
            month: String::new(),
            year: String::new(),
        }
    }

    /// What was answered before, as typed.
    #[must_use]
    pub fn value(mut self, day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        self.day = day.into();
        self.month = month.into();
        self.year = year.into();
        self
    }

    shared_setters!();

    fn part(&self, part: &str, label: &str, value: &str, length: u8) -> Markup {
        let id = format!("{}-{part}", self.field.id);
        html! {
            div class=(format!("form-group form-group-{part}")) {
                label class="form-label" for=(id) { (label) }
                input type="text" inputmode="numeric" id=(id) name=(format!("{}-{part}", self.field.name)) value=(value)
                    class="form-input" maxlength=(length) required[self.field.required()] disabled[self.field.disabled]
                    aria-invalid=[self.field.invalid()];
            }
        }
    }
}

impl Render for DateField {
    fn render(&self) -> Markup {
        let lang = self.field.lang;
        self.field.wrap_group(
            None,
            &html! {
                div class="date-group" {
                    (self.part("day", t::day(lang), &self.day, 2))
                    (self.part("month", t::month(lang), &self.month, 2))
                    (self.part("year", t::year(lang), &self.year, 4))
                }
            },
        )
    }
}
