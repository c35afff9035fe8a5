//! One field that searches.

use maud::{Markup, html};

use crate::{Href, Icon, Lang, id_of, t};

/// A search that works with and without script; `label` says what is searched ("Søg i kurser").
pub fn search_form(lang: Lang, action: &Href, label: &str, name: &str, value: &str) -> Markup {
    let id = id_of(name);
    html! {
        search {
            form class="search-form" method="get" action=(action) {
                div class="form-group search" {
                    label for=(id) class="sr-only" { (label) }
                    input class="form-input" id=(id) name=(name) type="search" value=(value) autocomplete="off";
                    button class="button button-search" type="submit" {
                        (Icon::Search.decorative()) span { (t::search(lang)) }
                    }
                }
            }
        }
    }
}
