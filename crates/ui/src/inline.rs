//! Small things inside a sentence.

use maud::{Markup, html};

use crate::{Icon, Lang, t};

/// A moment or date: `machine` in the form HTML knows (`2026-03-14`, `2026-03-14T09:00+01:00`), `human` as people say it.
pub fn time(machine: &str, human: &str) -> Markup {
    html! { time datetime=(machine) { (human) } }
}

/// A few words that stay on one line: "09.00–16.00".
pub fn together(text: &str) -> Markup {
    html! { span class="together" { (text) } }
}

/// Text for screen readers only.
pub fn visually_hidden(text: &str) -> Markup {
    html! { span class="sr-only" { (text) } }
}

/// A value with a button that copies it; without script the value can be marked by hand and the button is absent.
/// `what` names the value for screen readers ("adressen").
pub fn copyable(lang: Lang, value: &str, what: &str) -> Markup {
    html! {
        span class="copyable" {
            code { (value) }
            button type="button" class="function-link" hidden data-copy=(value) data-copied=(t::copied(lang)) {
                (Icon::Copy.decorative()) span { (t::copy(lang)) } span class="sr-only" { " " (what) }
            }
        }
    }
}
