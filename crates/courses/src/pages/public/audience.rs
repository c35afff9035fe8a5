//! Who the courses are for.

use maud::html;
use platform::web::{Answer, Cx, Visitor};
use ui::{Level, Page, section};

use super::house::section as words;
use crate::model::PageTextKey;
use crate::pages::wording;
use crate::t;

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let keys = [
        PageTextKey::WhoCanTakePart,
        PageTextKey::NoExperience,
        PageTextKey::BringACase,
        PageTextKey::Others,
    ];
    let texts = words(&cx.app.db, cx.proof.scope, &keys).await?;
    let body = html! {
        @for text in &texts {
            // The page's own heading is not said twice.
            @if text.heading.get(lang).as_str() == t::audience_title(lang) { (wording::paragraphs(text.body.get(lang))) }
            @else { (section(Level::Two, text.key.as_str(), text.heading.get(lang).as_str(), &wording::paragraphs(text.body.get(lang)))) }
        }
    };
    Ok(cx.page(&Page::new(t::audience_title(lang), body)))
}
