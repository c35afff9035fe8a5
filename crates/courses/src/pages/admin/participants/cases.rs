//! The cases participants bring, for those who teach.

use maud::{Markup, html};
use platform::web::Answer;
use ui::{Badge, Card, Icon, Level, Page, badge, card_grid, empty_state};

use super::list::{Edition, Viewer};
use crate::pages::admin::parts::count;
use crate::pages::admin::words;
use crate::t;

pub(super) async fn show(cx: Viewer) -> Answer {
    let lang = cx.lang;
    let edition = Edition::read(&cx).await?;
    let all = edition.taking_part().count();
    let cards: Vec<Card> = edition
        .taking_part()
        .filter_map(|seat| {
            let participant = &seat.seat.participant;
            let case = participant.own_case.as_ref()?;
            let from = [seat.organisation(), participant.title.as_ref().map(AsRef::as_ref)];
            let from: Vec<&str> = from.into_iter().flatten().collect();
            let kicker = html! { (badge(Badge::Info, words::case_stage(lang, case.stage))) " " (from.join(", ")) };
            let text: Markup = crate::pages::wording::paragraphs(&case.text);
            Some(Card::new(Level::Two, participant.name.as_str(), text).kicker(kicker))
        })
        .collect();
    let lead = t::admin_cases_lead(lang, count(cards.len()), count(all));
    let body = html! {
        @if cards.is_empty() {
            (empty_state(Level::Two, Icon::Document, t::admin_cases_none(lang), t::admin_cases_none_text(lang), None))
        } @else { (card_grid(&cards)) }
    };
    let title = t::admin_cases_title(lang, edition.course.title.get(lang));
    Ok(cx.page(
        &Page::new(title, body)
            .crumbs(edition.crumbs_of_people(&cx))
            .lead(lead)
            .wide()
            .noindex(),
    ))
}
