//! Several fields that belong together.

use maud::{Markup, html};

/// Fields that belong together under one legend ("Faktura"), with optional help.
pub fn fieldset(legend: &str, hint: Option<&str>, fields: &Markup) -> Markup {
    html! {
        fieldset class="field-group" {
            legend class="h3" { (legend) }
            @if let Some(hint) = hint { span class="form-hint" { (hint) } }
            (fields)
        }
    }
}

/// The fields of a filter and its button in a row, below each other on a phone.
pub fn filter_bar(fields: &Markup) -> Markup {
    html! { div class="filters" { (fields) } }
}
