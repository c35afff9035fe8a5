//! How parts stand beside and below each other; pages need no class names of their own.

use maud::{Markup, html};

use crate::{Href, Icon, Level};

/// A part of a page under its heading; `id` makes it a link target.
pub fn section(level: Level, id: &str, heading: &str, body: &Markup) -> Markup {
    let heading_id = format!("{id}-heading");
    html! {
        section class="page-section" id=(id) aria-labelledby=(heading_id) {
            (level.heading_with(heading, Some(&heading_id), None))
            (body)
        }
    }
}

/// The first, larger paragraph of a page.
pub fn lead(text: &str) -> Markup {
    html! { p class="font-lead" { (text) } }
}

/// Parts below each other with even distance.
pub fn stack(parts: &[Markup]) -> Markup {
    html! { div class="stack" { @for part in parts { (part) } } }
}

/// Small things in a row that wraps: badges, buttons, tags.
pub fn cluster(parts: &[Markup]) -> Markup {
    html! { div class="cluster" { @for part in parts { (part) } } }
}

/// Parts in columns where there is room: a main part and an aside.
pub fn grid(main: &Markup, aside: &Markup) -> Markup {
    html! { div class="with-aside" { div { (main) } div { (aside) } } }
}

/// As [`grid`], with the aside first for those who read from top to bottom: what one must know before the main part.
pub fn grid_after(aside: &Markup, main: &Markup) -> Markup {
    html! { div class="with-aside aside-first" { div { (aside) } div { (main) } } }
}

/// Parts of equal weight beside each other where there is room: a text in two languages, the controls of a filter.
pub fn columns(parts: &[Markup]) -> Markup {
    html! { div class="columns" { @for part in parts { div { (part) } } } }
}

/// A line between two parts.
pub fn divider() -> Markup {
    html! { hr; }
}

/// A link back to where one came from.
pub fn back_link(text: &str, href: &Href) -> Markup {
    html! { div class="back" { a class="back-link" href=(href) { (Icon::ChevronLeft.decorative()) (text) } } }
}
