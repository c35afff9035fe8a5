//! Cards: one thing, one link.

use maud::{Markup, html};

use crate::{Href, Icon, Level};

/// A card about one thing. The heading is its only link and covers the whole card.
#[derive(Clone, Debug)]
pub struct Card {
    level: Level,
    heading: String,
    href: Option<Href>,
    kicker: Option<Markup>,
    body: Markup,
    footer: Option<Markup>,
}

impl Card {
    /// A card with this heading and text.
    pub fn new(level: Level, heading: impl Into<String>, body: Markup) -> Self {
        Self {
            level,
            heading: heading.into(),
            href: None,
            kicker: None,
            body,
            footer: None,
        }
    }

    /// Makes the heading, and by it the card, a link.
    #[must_use]
    pub fn link(mut self, href: Href) -> Self {
        self.href = Some(href);
        self
    }

    /// A line above the heading: a date, a badge.
    #[must_use]
    pub fn kicker(mut self, kicker: Markup) -> Self {
        self.kicker = Some(kicker);
        self
    }

    /// A line at the bottom: price, seats.
    #[must_use]
    pub fn footer(mut self, footer: Markup) -> Self {
        self.footer = Some(footer);
        self
    }

    /// The card as an article.
    pub fn render(&self) -> Markup {
        let heading = html! {
            @if let Some(href) = &self.href { a class="card-link" href=(href) { (self.heading) } }
            @else { (self.heading) }
        };
        html! {
            div class={ "card" @if self.href.is_some() { " card--link" } } {
                div class="card-content" {
                    (self.level.wrap(&heading, None, Some("card-heading")))
                    @if let Some(kicker) = &self.kicker { div class="card-subheading" { (kicker) } }
                    div class="card-text" { (self.body) }
                    @if let Some(footer) = &self.footer { div class="card-footer" { (footer) } }
                }
                @if self.href.is_some() { (Icon::ArrowForward.classed("icon-svg card-icon")) }
            }
        }
    }
}

/// Cards in a grid, as a list so that their number is read aloud.
pub fn card_grid(cards: &[Card]) -> Markup {
    html! { ul class="card-grid no-max-width" { @for card in cards { li { (card.render()) } } } }
}
