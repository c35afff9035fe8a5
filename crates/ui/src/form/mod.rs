//! Forms: every control has its label, its hint and its error, tied together for screen readers.

mod choice;
mod date;
mod depending;
mod errors;
mod field;
mod file;
mod group;
mod input;
mod select;
mod textarea;

use maud::{Markup, html};

pub use choice::{Checkbox, Checkboxes, Choice, Radios};
pub use date::DateField;
pub use depending::{depending, unless_ticked};
pub(crate) use errors::summary;
pub use errors::{Errors, error_summary};
pub use field::{Width, id_of};
pub use file::FileField;
pub use group::{fieldset, filter_bar};
pub use input::Input;
pub use select::Select;
pub use textarea::Textarea;

use crate::Href;

/// Name of the hidden field that proves a form came from our own page.
pub const CSRF_FIELD: &str = "csrf";

/// A value sent along unseen. Never trust it more than what people type.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// A form. The browser's own bubbles are off (`novalidate`): our errors come from the server, in the page's language,
/// and stay while one mends them.
#[derive(Clone, Debug)]
pub struct Form {
    action: Href,
    csrf: Option<String>,
    id: Option<String>,
    multipart: bool,
    warn_unsaved: bool,
    live_filter: Option<String>,
}

impl Form {
    /// A form that changes something; cannot be made without the token that proves its origin.
    pub fn post(action: Href, csrf: impl Into<String>) -> Self {
        Self {
            csrf: Some(csrf.into()),
            ..Self::get(action)
        }
    }

    /// A form that only asks: filters and searches. Its address can be shared.
    pub fn get(action: Href) -> Self {
        Self {
            action,
            csrf: None,
            id: None,
            multipart: false,
            warn_unsaved: false,
            live_filter: None,
        }
    }

    /// An id, for scripts and links.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sends files too.
    #[must_use]
    pub fn multipart(mut self) -> Self {
        self.multipart = true;
        self
    }

    /// Warns before leaving the page with changes not sent.
    #[must_use]
    pub fn warn_unsaved(mut self) -> Self {
        self.warn_unsaved = true;
        self
    }

    /// With script, a change in the form fetches the page and swaps the [`crate::results_region`] with this id. The form
    /// must still have a button for those without.
    #[must_use]
    pub fn live_filter(mut self, results_id: impl Into<String>) -> Self {
        self.live_filter = Some(results_id.into());
        self
    }

    /// The form around its fields and buttons.
    pub fn body(&self, body: &Markup) -> Markup {
        html! {
            form id=[self.id.as_ref()] action=(self.action) novalidate
                method=(if self.csrf.is_some() { "post" } else { "get" })
                enctype=[self.multipart.then_some("multipart/form-data")]
                data-unsaved[self.warn_unsaved] data-live-filter=[self.live_filter.as_ref()] {
                @if let Some(csrf) = &self.csrf { (hidden(CSRF_FIELD, csrf)) }
                (body)
            }
        }
    }
}
