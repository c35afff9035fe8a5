//! Several views of one thing.

use maud::{Markup, html};

use crate::Href;

/// One view: its name and its content under a unique `id`.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Id of the content, also the link target.
    pub id: String,
    /// Name on the tab.
    pub title: String,
    /// The content.
    pub body: Markup,
}

impl Tab {
    /// A view.
    pub fn new(id: impl Into<String>, title: impl Into<String>, body: Markup) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            body,
        }
    }
}

/// Views on one page. Without script they are a list of links and sections below each other; the script makes them tabs
/// with arrow keys.
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        div class="tab-container" data-tabs {
            ul class="tab-list" aria-label=(label) {
                @for tab in tabs {
                    li { a class="tab-button" id=(format!("{}-tab", tab.id)) href=(Href::fragment(&tab.id)) { (tab.title) } }
                }
            }
            @for tab in tabs {
                section class="tab-panel" id=(tab.id) data-title=(tab.title) aria-labelledby=(format!("{}-tab", tab.id)) { (tab.body) }
            }
        }
    }
}

/// Views on pages of their own: (name, address, whether this is the current one).
pub fn tab_links(label: &str, tabs: &[(&str, Href, bool)]) -> Markup {
    html! {
        nav class="tab-container" aria-label=(label) {
            ul class="tab-list" {
                @for (title, href, current) in tabs {
                    li { a class="tab-button" href=(href) aria-current=[current.then_some("page")] { (title) } }
                }
            }
        }
    }
}
