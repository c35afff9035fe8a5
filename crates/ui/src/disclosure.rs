//! Text that opens on demand, with the browser's own `<details>`: no script needed.

use maud::{Markup, html};

use crate::Level;

/// One text behind a summary.
pub fn details(summary: &str, body: &Markup) -> Markup {
    open_details(summary, false, body)
}

/// One text behind a summary that may start open, such as a part of a form in which something is wrong.
pub fn open_details(summary: &str, open: bool, body: &Markup) -> Markup {
    html! {
        details class="details" open[open] {
            summary class="details-summary" { (summary) }
            div class="details-text" { (body) }
        }
    }
}

/// Several texts behind headings, such as questions and answers. `open` of the first element says whether it starts
/// open.
pub fn accordion(level: Level, items: &[(&str, bool, Markup)]) -> Markup {
    html! {
        div class="accordion" {
            @for (heading, open, body) in items {
                details class="accordion-item" open[*open] {
                    summary class="accordion-button" {
                        (level.heading_with(heading, None, Some("accordion-title")))
                    }
                    div class="accordion-content" { (body) }
                }
            }
        }
    }
}
