//! The list of courses, in the order the public sees them.

use maud::{Markup, html};
use platform::web::{Answer, Error, redirect_with_notice};
use ui::{Button, Column, Icon, Level, Page, Table, cluster, empty_state, link_button};

use super::edit::publish_form;
use crate::actions::write_course::{self, Shift};
use crate::model::CourseId;
use crate::pages::admin::parts::{self, Manager, count, href, url};
use crate::pages::admin::paths::{COURSE, COURSE_NEW, COURSE_SHIFT, COURSES, EDITIONS};
use crate::store::catalogue::{self, StoredCourse};
use crate::store::editions;
use crate::t;

pub(super) async fn show(cx: Manager) -> Answer {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let courses = catalogue::courses(db, scope).await?;
    let editions = editions::all(db, scope).await?;
    let running = |id: CourseId| {
        editions
            .iter()
            .filter(|edition| edition.course_id == id && !edition.edition.state().is_final())
            .count()
    };
    let new = link_button(t::admin_course_new(lang), &href(&cx, COURSE_NEW, &[]), true);
    let columns = [
        Column::text(t::admin_course_column(lang)),
        Column::text(t::admin_course_shown(lang)),
        Column::number(t::admin_nav_editions(lang)),
        Column::actions(t::admin_actions(lang)),
    ];
    let last = courses.len().saturating_sub(1);
    let rows = courses.iter().enumerate().map(|(place, course)| {
        let id = course.id.to_string();
        let editions = html! { a href=(href(&cx, EDITIONS, &[]).query("course", &id)) { (count(running(course.id))) } };
        let title = course.course.title.get(lang).as_str();
        [
            html! { a href=(href(&cx, COURSE, &[&id])) { (title) } },
            super::publish_badge(lang, course.published),
            editions,
            actions(&cx, course, place > 0, place < last),
        ]
    });
    let table = Table::new(lang, t::admin_nav_courses(lang), columns)
        .caption_hidden()
        .rows(rows)
        .empty(none(&cx));
    let body = html! {
        @if !courses.is_empty() { p { (new) } }
        (table.render())
    };
    Ok(cx.page(
        &Page::new(t::admin_nav_courses(lang), body)
            .crumbs(parts::crumbs(&cx, []))
            .lead(t::admin_course_list_lead(lang))
            .wide()
            .noindex(),
    ))
}

/// There is no course yet: how to write the first.
pub(in crate::pages::admin) fn none(cx: &Manager) -> Markup {
    let lang = cx.lang;
    let new = link_button(t::admin_course_new(lang), &href(cx, COURSE_NEW, &[]), true);
    empty_state(
        Level::Two,
        Icon::Student,
        t::admin_course_none(lang),
        t::admin_course_none_text(lang),
        Some(new),
    )
}

fn actions(cx: &Manager, course: &StoredCourse, up: bool, down: bool) -> Markup {
    let (lang, id) = (cx.lang, course.id.to_string());
    let about = course.course.title.get(lang).as_str();
    let button = |icon, text, to| Button::plain(icon, text).name("shift", to).about(about);
    let shift = html! {
        @if up { (button(Icon::ArrowUp, t::admin_move_up(lang), "up")) }
        " "
        @if down { (button(Icon::ArrowDown, t::admin_move_down(lang), "down")) }
    };
    cluster(&[
        publish_form(cx, course, COURSES),
        parts::form(cx, COURSE_SHIFT, &[&id]).body(&shift),
    ])
}

pub(super) async fn publish(cx: Manager) -> Answer {
    let id: CourseId = cx.id("course")?;
    let published = match cx.form.get("publish") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::Unreadable),
    };
    write_course::publish(&cx.app, &cx.proof, id, published).await?;
    let notice = if published {
        t::admin_published_now(cx.lang)
    } else {
        t::admin_hidden_now(cx.lang)
    };
    let back = if cx.form.get("back") == "list" {
        url(&cx, COURSES, &[])
    } else {
        url(&cx, COURSE, &[&id.to_string()])
    };
    Ok(redirect_with_notice(&cx, &back, notice))
}

pub(super) async fn shift(cx: Manager) -> Answer {
    let id: CourseId = cx.id("course")?;
    write_course::shift(&cx.app, &cx.proof, id, direction(&cx)?).await?;
    Ok(redirect_with_notice(&cx, &url(&cx, COURSES, &[]), t::admin_saved(cx.lang)))
}

/// Up or down, as the pressed button says.
pub(in crate::pages::admin) fn direction(cx: &Manager) -> Result<Shift, Error> {
    match cx.form.get("shift") {
        "up" => Ok(Shift::Up),
        "down" => Ok(Shift::Down),
        _ => Err(Error::Unreadable),
    }
}
