//! How far something is. The text says it; the bar shows it.

use maud::{Markup, html};

/// Progress of `done` out of `total`, with the text that says the same ("18 af 24 pladser er taget").
pub fn progress(id: &str, label: &str, text: &str, done: u64, total: u64) -> Markup {
    let total = total.max(1);
    html! {
        div class="progress" {
            label for=(id) class="progress-label" { (label) }
            progress id=(id) max=(total) value=(done.min(total)) { (text) }
            p class="progress-text" { (text) }
        }
    }
}

/// Work of unknown length is under way; `text` says which.
pub fn spinner(text: &str) -> Markup {
    html! {
        div class="spinner-box" {
            div class="spinner" aria-hidden="true" {}
            div class="spinner-status" role="status" { (text) }
        }
    }
}
