//! Who is behind the house.

use maud::html;
use platform::web::{Answer, Cx, Visitor};
use ui::{Level, Page, section};

use super::house::{House, section as words};
use crate::model::PageTextKey;
use crate::pages::wording;
use crate::t;

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let house = House::read(&cx.app.db, cx.proof.scope, cx.app.clock.today()).await?;
    let texts = words(
        &cx.app.db,
        cx.proof.scope,
        &[PageTextKey::About, PageTextKey::Mission, PageTextKey::History],
    )
    .await?;
    let body = html! {
        @for series in &house.series { (wording::paragraphs(series.series.stance.get(lang))) }
        @for text in &texts {
            (section(Level::Two, text.key.as_str(), text.heading.get(lang).as_str(), &wording::paragraphs(text.body.get(lang))))
        }
        (section(Level::Two, "providers", t::about_providers(lang), &html! {
            @for provider in house.series.iter().flat_map(|series| &series.series.providers) {
                (section(Level::Three, provider.slug.as_str(), provider.name.as_str(), &wording::paragraphs(provider.profile.get(lang))))
            }
        }))
    };
    Ok(cx.page(&Page::new(t::about_title(lang), body)))
}
