//! Parts of a page that change while it is open.
//!
//! The script opens an `EventSource` on the given path. Two kinds of event are known: [`EVENT_SWAP`], whose data is HTML
//! with elements that replace those with the same `id` on the page, and [`EVENT_ANNOUNCE`], whose data is a sentence
//! read out politely. Focus never moves. Without script the page is simply as it was when it was fetched, so a live page
//! offers a link to itself.

use maud::{Markup, html};

use crate::{Href, Lang, t};

/// Event name: the data is HTML whose elements replace those with the same id.
pub const EVENT_SWAP: &str = "swap";
/// Event name: too much was missed; the script fetches the page and takes the live parts from it.
pub const EVENT_RESET: &str = "reset";
/// Event name: the data is a sentence for the polite live region.
pub const EVENT_ANNOUNCE: &str = "announce";

/// Listens to `source` for as long as the page is open. `here` is the page itself, offered to those without script.
pub fn live(lang: Lang, source: &Href, here: &Href, body: &Markup) -> Markup {
    html! {
        div data-live=(source) {
            (body)
            p class="live-status" hidden data-live-lost { (t::live_lost(lang)) }
            noscript { p { a href=(here) { (t::live_reload(lang)) } } }
        }
    }
}

/// An element that swap events can replace; render it through this function in the page and in the event alike.
pub fn live_target(id: &str, body: &Markup) -> Markup {
    html! { div id=(id) data-live-part { (body) } }
}

/// As [`live_target`], and `said` is read out when it is replaced: a short text may not say by itself what it is about.
pub fn live_target_said(id: &str, said: &str, body: &Markup) -> Markup {
    html! { div id=(id) data-live-part data-announce=(said) { (body) } }
}

/// The results of a [`crate::Form::live_filter`]: replaced when the filter changes, and `count` ("12 kurser") is then
/// read out politely.
pub fn results_region(id: &str, count: &str, body: &Markup) -> Markup {
    html! {
        div id=(id) class="results" {
            p class="results-count" data-announce { (count) }
            (body)
        }
    }
}
