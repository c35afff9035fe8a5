//! The errors of a form: which field, which sentence; shown at the field and all together on top.

use maud::{Markup, html};

use super::id_of;
use crate::{Lang, t};

/// What is wrong in a form, in the order of its fields.
///
/// ```
/// let mut errors = ui::Errors::default();
/// errors.add("mail", "Skriv din e-mailadresse, for eksempel navn@kommune.dk");
/// assert_eq!(errors.get("navn"), None);
/// assert!(!errors.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<(String, String)>);

impl Errors {
    /// Notes what is wrong with a field and how to mend it. An empty name means the form as a whole.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push((field.into(), message.into()));
    }

    /// The first message about this field, for its `error(…)`.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Fields and messages.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, message)| (field.as_str(), message.as_str()))
    }
}

impl<F: Into<String>, M: Into<String>> FromIterator<(F, M)> for Errors {
    fn from_iter<I: IntoIterator<Item = (F, M)>>(iter: I) -> Self {
        Self(iter.into_iter().map(|(field, message)| (field.into(), message.into())).collect())
    }
}

/// All errors on top of the form, each a link to its field; takes focus when the page loads. Nothing when all is well.
pub fn error_summary(lang: Lang, errors: &Errors) -> Markup {
    if errors.is_empty() {
        html! {}
    } else {
        summary(lang, errors, true)
    }
}

/// The summary; only the gallery shows one without taking focus.
pub(crate) fn summary(lang: Lang, errors: &Errors, takes_focus: bool) -> Markup {
    html! {
        div class="alert alert-error error-summary" tabindex="-1" role="group" aria-labelledby="error-summary-title"
            data-error-summary[takes_focus] {
            (crate::Icon::Error.classed("icon-svg alert-icon"))
            div class="alert-body" {
                h2 class="alert-heading" id="error-summary-title" { (t::errors_title(lang, i64::try_from(errors.0.len()).unwrap_or(i64::MAX))) }
                ul class="alert-text" {
                    @for (field, message) in errors.iter() {
                        li {
                            @if field.is_empty() { (message) }
                            @else { a class="function-link" href=(format!("#{}", id_of(field))) { (message) } }
                        }
                    }
                }
            }
        }
    }
}
