//! Courses held, with how many took part, and what they said.

use maud::{Markup, html};
use platform::web::{Answer, Cx, Visitor};
use texts::{Lang, format};
use ui::{Column, Icon, Level, Page, Table, empty_state, section};

use super::course::quotes;
use crate::model::{Half, Mode, PastCourse, PastKind, Season};
use crate::pages::wording;
use crate::store::words;
use crate::t;

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let past: Vec<_> = words::past_courses(&cx.app.db, cx.proof.scope)
        .await?
        .into_iter()
        .map(|(_, past)| past)
        .collect();
    let said: Vec<_> = words::testimonials(&cx.app.db, cx.proof.scope)
        .await?
        .into_iter()
        .map(|(_, said)| said)
        .collect();
    let said: Vec<_> = said.iter().filter(|said| said.may_be_shown()).collect();
    let body = html! {
        @if past.is_empty() { (empty_state(Level::Two, Icon::Info, t::past_empty_title(lang), t::past_empty_text(lang), None)) }
        @else { (table(lang, &past)) }
        @if !said.is_empty() { (section(Level::Two, "said", t::course_said(lang), &quotes(lang, &said))) }
    };
    Ok(cx.page(&Page::new(t::past_title(lang), body).lead(t::past_lead(lang))))
}

fn table(lang: Lang, past: &[PastCourse]) -> Markup {
    let columns = [
        Column::text(t::past_column_course(lang)),
        Column::text(t::past_column_year(lang)),
        Column::number(t::past_column_participants(lang)),
    ];
    Table::new(lang, t::past_table(lang), columns)
        .caption_hidden()
        .rows(past.iter().map(|past| {
            let kind = match (past.kind, past.mode) {
                (PastKind::Training, _) => Some(t::past_training(lang)),
                (PastKind::Course, Some(Mode::Online)) => Some(t::when_online(lang)),
                _ => None,
            };
            [
                html! { (past.title.get(lang)) @if let Some(kind) = kind { " · " (kind) } br; span class="form-hint" { (past.note.get(lang)) } },
                html! { (years(lang, past)) },
                html! { (format::number(lang, i64::from(past.participants))) },
            ]
        }))
        .render()
}

fn years(lang: Lang, past: &PastCourse) -> String {
    let (first, last) = (past.years.first(), past.years.last());
    let season = past
        .half
        .filter(|_| first == last)
        .and_then(|half: Half| Season::new(first, half).ok());
    match season {
        Some(season) => wording::season(lang, season),
        None if first == last => first.to_string(),
        None => format!("{first}–{last}"),
    }
}
