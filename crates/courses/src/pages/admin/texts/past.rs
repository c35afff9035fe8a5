//! Courses of earlier years: the list, and each of them.

use maud::{Markup, html};
use platform::web::{Answer, Error, redirect_with_notice};
use ui::{Button, Column, Confirm, Crumb, Errors, Icon, Level, Page, Table, empty_state, link_button};

use super::past_form;
use crate::actions::write_words;
use crate::model::{PastCourse, PastCourseId, Years};
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{PAST, PAST_NEW, PAST_ONE, PAST_REMOVE, TEXTS};
use crate::pages::admin::words;
use crate::store::words as stored_words;
use crate::t;

pub(super) async fn list(cx: Manager) -> Answer {
    let lang = cx.lang;
    let past = stored_words::past_courses(&cx.app.db, cx.proof.scope).await?;
    let columns = [
        Column::text(t::admin_course_column(lang)),
        Column::text(t::past_column_year(lang)),
        Column::text(t::admin_past_kind(lang)),
        Column::number(t::past_column_participants(lang)),
    ];
    let rows = past.iter().map(|(id, past)| {
        [
            html! { a href=(href(&cx, PAST_ONE, &[&id.to_string()])) { (past.title.get(lang)) } },
            html! { (years(past.years)) },
            html! { (words::past_kind(lang, past.kind)) },
            html! { (past.participants) },
        ]
    });
    let new = link_button(t::admin_past_new(lang), &href(&cx, PAST_NEW, &[]), true);
    let empty = empty_state(
        Level::Two,
        Icon::Calendar,
        t::past_empty_title(lang),
        t::admin_past_none_text(lang),
        Some(new.clone()),
    );
    let body = html! {
        @if !past.is_empty() { p { (new) } }
        (Table::new(lang, t::admin_past_title(lang), columns).caption_hidden().rows(rows).empty(empty).render())
    };
    let hub = Crumb::new(t::admin_nav_texts(lang), href(&cx, TEXTS, &[]));
    Ok(cx.page(
        &Page::new(t::admin_past_title(lang), body)
            .crumbs(parts::crumbs(&cx, [hub]))
            .noindex(),
    ))
}

fn years(years: Years) -> String {
    if years.first() == years.last() {
        years.first().to_string()
    } else {
        format!("{}–{}", years.first(), years.last())
    }
}

pub(super) async fn new(cx: Manager) -> Answer {
    let fields = past_form::view(cx.lang, &past_form::blank(), &Errors::default());
    Ok(cx.page(&page(
        &cx,
        t::admin_past_new(cx.lang),
        parts::form(&cx, PAST_NEW, &[]).warn_unsaved().body(&fields),
    )))
}

pub(super) async fn create(cx: Manager) -> Answer {
    match past_form::read(&cx.form, cx.lang) {
        Ok(past) => {
            write_words::save_past(&cx.app, &cx.proof, None, &past).await?;
            Ok(redirect_with_notice(&cx, &url(&cx, PAST, &[]), t::admin_saved(cx.lang)))
        }
        Err(errors) => {
            let fields = past_form::view(cx.lang, &cx.form, &errors);
            Ok(cx.page_with_mistakes(page(
                &cx,
                t::admin_past_new(cx.lang),
                parts::form(&cx, PAST_NEW, &[]).warn_unsaved().body(&fields),
            )))
        }
    }
}

pub(super) async fn show(cx: Manager) -> Answer {
    let (id, past) = find(&cx).await?;
    let fields = past_form::view(cx.lang, &past_form::filled(&past), &Errors::default());
    Ok(cx.page(&one(&cx, id, &past, &fields)))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let (id, stored) = find(&cx).await?;
    match past_form::read(&cx.form, cx.lang) {
        Ok(past) => {
            write_words::save_past(&cx.app, &cx.proof, Some(id), &past).await?;
            Ok(redirect_with_notice(&cx, &url(&cx, PAST, &[]), t::admin_saved(cx.lang)))
        }
        Err(errors) => Ok(cx.page_with_mistakes(one(&cx, id, &stored, &past_form::view(cx.lang, &cx.form, &errors)))),
    }
}

pub(super) async fn remove(cx: Manager) -> Answer {
    write_words::remove_past(&cx.app, &cx.proof, cx.id("past")?).await?;
    Ok(redirect_with_notice(&cx, &url(&cx, PAST, &[]), t::admin_removed(cx.lang)))
}

async fn find(cx: &Manager) -> Result<(PastCourseId, PastCourse), Error> {
    let asked: PastCourseId = cx.id("past")?;
    let all = stored_words::past_courses(&cx.app.db, cx.proof.scope).await?;
    all.into_iter().find(|(id, _)| *id == asked).ok_or(Error::NotFound)
}

fn one(cx: &Manager, id: PastCourseId, past: &PastCourse, fields: &Markup) -> Page {
    let (lang, id) = (cx.lang, id.to_string());
    let title = past.title.get(lang).as_str();
    let confirm = Confirm::new(lang, t::admin_remove_sure(lang, title), t::admin_remove_means(lang));
    let body = html! {
        (parts::form(cx, PAST_ONE, &[&id]).warn_unsaved().body(fields))
        (ui::divider())
        (parts::form(cx, PAST_REMOVE, &[&id]).body(&html! { (Button::danger(t::admin_remove(lang), confirm)) }))
    };
    page(cx, title, body)
}

fn page(cx: &Manager, title: &str, body: Markup) -> Page {
    let way = [
        Crumb::new(t::admin_nav_texts(cx.lang), href(cx, TEXTS, &[])),
        Crumb::new(t::admin_past_title(cx.lang), href(cx, PAST, &[])),
    ];
    Page::new(title, body).crumbs(parts::crumbs(cx, way)).noindex()
}
