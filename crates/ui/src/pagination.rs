//! Leafing through a long list.

use maud::{Markup, html};

use crate::{Href, Icon, Lang, t};

/// Links to the pages of a list. `current` counts from 1; `href` makes the address of a page number. Nothing is shown
/// for a single page.
pub fn pagination(lang: Lang, current: usize, total: usize, href: impl Fn(usize) -> Href) -> Markup {
    if total <= 1 {
        return html! {};
    }
    let current = current.clamp(1, total);
    html! {
        nav class="pagination" aria-label=(t::pagination(lang)) {
            @if current > 1 {
                a class="button button-arrow button-previous" href=(href(current - 1)) rel="prev" {
                    (Icon::ChevronLeft.decorative()) span class="pagination-nav-link" { (t::previous_page(lang)) }
                }
            }
            span class="pagination-mobile" { (t::page_of(lang, current, total)) }
            ul class="pagination__items" {
                @for item in shown(current, total) {
                    @match item {
                        Some(number) => (number_link(lang, number, number == current, &href(number))),
                        None => li class="pagination-item pagination-overflow" {
                            span class="sr-only" { (t::pages_left_out(lang)) } span aria-hidden="true" { "…" }
                        }
                    }
                }
            }
            @if current < total {
                a class="button button-arrow button-next" href=(href(current + 1)) rel="next" {
                    span class="pagination-nav-link" { (t::next_page(lang)) } (Icon::ChevronRight.decorative())
                }
            }
        }
    }
}

fn number_link(lang: Lang, number: usize, current: bool, href: &Href) -> Markup {
    let class = if current {
        "button current-page"
    } else {
        "button button-secondary"
    };
    html! {
        li class="pagination-item pagination-number" {
            a class=(class) href=(href) aria-label=(t::page_number(lang, number)) aria-current=[current.then_some("page")] {
                (number)
            }
        }
    }
}

/// First, last, current and its neighbours; `None` where some are left out.
fn shown(current: usize, total: usize) -> Vec<Option<usize>> {
    let mut items = Vec::new();
    let mut last = 0;
    for page in 1..=total {
        if total <= 7 || page == 1 || page == total || page.abs_diff(current) <= 1 {
            if page > last + 1 {
                items.push(None);
            }
            items.push(Some(page));
            last = page;
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_show_ends_and_neighbourhood() {
        assert_eq!(shown(1, 3), [Some(1), Some(2), Some(3)]);
        let middle = shown(10, 20);
        assert_eq!(middle, [Some(1), None, Some(9), Some(10), Some(11), None, Some(20)]);
        assert_eq!(shown(1, 9), [Some(1), Some(2), None, Some(9)]);
    }

    #[test]
    fn a_single_page_needs_no_leafing() {
        assert_eq!(pagination(Lang::Da, 1, 1, |_| Href::local("/")).into_string(), "");
    }

    #[test]
    fn a_page_beyond_the_end_shows_the_last() {
        let html = pagination(Lang::Da, 99, 2, |page| Href::local("/x").query("side", page)).into_string();
        assert!(html.contains(r#"href="/x?side=1" rel="prev""#), "{html}");
        assert!(!html.contains("rel=\"next\""), "{html}");
    }
}
