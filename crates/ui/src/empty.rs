//! The page when there is nothing yet: what it is for, and what to do.

use maud::{Markup, html};

use crate::{Icon, Level};

/// Says why nothing is here and what to do next; `action` is a button or link, if there is anything to do.
pub fn empty_state(level: Level, icon: Icon, title: &str, next: &str, action: Option<Markup>) -> Markup {
    html! {
        div class="empty-state" {
            (icon.classed("icon-svg empty-state-icon"))
            (level.heading_with(title, None, Some("empty-state-title")))
            p class="empty-state-text" { (next) }
            @if let Some(action) = action { div class="empty-state-action" { (action) } }
        }
    }
}
