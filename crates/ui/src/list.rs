//! Facts in pairs.

use maud::{Markup, html};

use crate::{Href, Lang, t};

/// One pair of a list: what it is, and what it says, perhaps with a link to change it.
#[derive(Clone, Debug)]
pub struct Definition {
    term: String,
    value: Markup,
    change: Option<Href>,
}

impl Definition {
    /// A fact.
    pub fn new(term: impl Into<String>, value: Markup) -> Self {
        Self {
            term: term.into(),
            value,
            change: None,
        }
    }

    /// A fact in plain text.
    pub fn text(term: impl Into<String>, value: &str) -> Self {
        Self::new(term, html! { (value) })
    }

    /// A link to change it.
    #[must_use]
    pub fn change(mut self, href: Href) -> Self {
        self.change = Some(href);
        self
    }
}

/// Facts beside a text: date, place, price.
pub fn definitions(items: &[Definition]) -> Markup {
    html! {
        dl class="facts" {
            @for item in items { div { dt { (item.term) } dd { (item.value) } } }
        }
    }
}

/// Answers to look over before sending, each with a link to change it.
pub fn structured_list(lang: Lang, items: &[Definition]) -> Markup {
    html! {
        dl class="structured-facts" {
            @for item in items {
                div {
                    dt { (item.term) }
                    dd { (item.value) }
                    @if let Some(href) = &item.change {
                        dd class="d-print-none" {
                            a href=(href) { (t::change(lang)) span class="sr-only" { " " (item.term) } }
                        }
                    }
                }
            }
        }
    }
}

/// Numbers that matter today, each with what it counts and perhaps a link to the things counted.
pub fn key_figures(figures: &[(&str, &str, Option<Href>)]) -> Markup {
    html! {
        ul class="key-figures no-max-width" {
            @for (number, what, href) in figures {
                li {
                    span class="key-figure" { (number) } " "
                    @if let Some(href) = href { a class="key-figure-words" href=(href) { (what) } }
                    @else { span class="key-figure-words" { (what) } }
                }
            }
        }
    }
}
