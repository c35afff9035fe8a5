//! Everything the house writes that is not a course.

use maud::{Markup, html};
use platform::web::Answer;
use ui::{Column, Level, Page, Table, link_button, section};

use crate::model::PageTextKey;
use crate::pages::admin::courses::publish_badge;
use crate::pages::admin::parts::{self, Manager, href};
use crate::pages::admin::paths::{PAGE_TEXT, PAST, SERIES, SERIES_NEW, WORDS};
use crate::pages::admin::words;
use crate::store::catalogue::{self, StoredSeries};
use crate::store::words as stored_words;
use crate::t;

pub(super) async fn show(cx: Manager) -> Answer {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let series = catalogue::series(db, scope).await?;
    let written = stored_words::page_texts(db, scope).await?;
    let columns = [Column::text(t::admin_text_section(lang)), Column::text(t::admin_text_heading(lang))];
    let sections = Table::new(lang, t::admin_text_sections(lang), columns)
        .caption_hidden()
        .rows(PageTextKey::ALL.iter().map(|key| {
            let heading = written
                .iter()
                .find(|text| text.key == *key)
                .map(|text| text.heading.get(lang).as_str());
            [
                html! { a href=(href(&cx, PAGE_TEXT, &[key.as_str()])) { (words::page_text(lang, *key)) } },
                html! { (heading.unwrap_or(t::admin_text_not_written(lang))) },
            ]
        }));
    let body = html! {
        (section(Level::Two, "series", t::admin_series_list(lang), &series_list(&cx, &series)))
        (section(Level::Two, "sections", t::admin_text_sections(lang), &sections.render()))
        (section(Level::Two, "more", t::admin_text_more(lang), &html! {
            ul {
                li { a href=(href(&cx, PAST, &[])) { (t::admin_past_title(lang)) } }
                li { a href=(href(&cx, WORDS, &[])) { (t::admin_words_title(lang)) } }
            }
        }))
    };
    Ok(cx.page(
        &Page::new(t::admin_nav_texts(lang), body)
            .crumbs(parts::crumbs(&cx, []))
            .lead(t::admin_texts_lead(lang))
            .noindex(),
    ))
}

fn series_list(cx: &Manager, series: &[StoredSeries]) -> Markup {
    let lang = cx.lang;
    let columns = [
        Column::text(t::admin_course_series(lang)),
        Column::text(t::admin_course_shown(lang)),
    ];
    let table = Table::new(lang, t::admin_series_list(lang), columns)
        .caption_hidden()
        .rows(series.iter().map(|one| {
            let link = html! { a href=(href(cx, SERIES, &[&one.id.to_string()])) { (one.series.title.get(lang)) } };
            [link, publish_badge(lang, one.published)]
        }));
    html! {
        @if !series.is_empty() { (table.render()) }
        p { (link_button(t::admin_series_new(lang), &href(cx, SERIES_NEW, &[]), series.is_empty())) }
    }
}
