//! Small marks of state, and tags that lead to everything with that tag.

use maud::{Markup, html};

use crate::Href;

/// The look of a badge. The text must say the state by itself; colour only repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// No judgement.
    Neutral,
    /// Good to know.
    Info,
    /// In order.
    Success,
    /// To watch.
    Warning,
    /// Wrong or late.
    Error,
}

/// A mark of state: `badge(Badge::Success, "Ledige pladser")`.
pub fn badge(look: Badge, text: &str) -> Markup {
    let class = match look {
        Badge::Neutral => "badge",
        Badge::Info => "badge badge-info",
        Badge::Success => "badge badge-success",
        Badge::Warning => "badge badge-warning",
        Badge::Error => "badge badge-error",
    };
    html! { span class=(class) { (text) } }
}

/// A tag that leads to everything carrying it.
pub fn tag_link(text: &str, href: &Href) -> Markup {
    html! { a class="tag" href=(href) { (text) } }
}
