//! Writing a course: new or stored.

use maud::{Markup, html};
use platform::web::{Answer, Error, Fields, Paths, Response, redirect_with_notice};
use ui::{Button, Crumb, Errors, Icon, Page, cluster, link_button};

use super::form::{self, LISTS, SLUG};
use super::view;
use crate::actions::write_course::{self, Written};
use crate::model::{CourseId, CourseSeriesId};
use crate::pages::admin::clash::{self, VERSION};
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{COURSE, COURSE_NEW, COURSE_PREVIEW, COURSE_PUBLISH, COURSES, EDITION_NEW, SERIES_NEW};
use crate::pages::admin::rows::Rows;
use crate::store::catalogue::{self, StoredCourse, StoredSeries};
use crate::store::edit_courses;
use crate::t;

/// A course of this house, drafts included.
pub(super) async fn find(cx: &Manager, id: CourseId) -> Result<StoredCourse, Error> {
    catalogue::courses(&cx.app.db, cx.proof.scope)
        .await?
        .into_iter()
        .find(|course| course.id == id)
        .ok_or(Error::NotFound)
}

pub(super) async fn new(cx: Manager) -> Answer {
    let series = catalogue::series(&cx.app.db, cx.proof.scope).await?;
    if series.is_empty() {
        return Ok(cx.page(&without_series(&cx)));
    }
    let fields = form::blank().with("parts-0-da", "").with("outcomes-0-da", "");
    let rows = Rows::of(&fields, &LISTS);
    Ok(cx.page(&new_page(&cx, &rows, &Errors::default(), &series)))
}

pub(super) async fn create(cx: Manager) -> Answer {
    let series = catalogue::series(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&cx.form, &LISTS);
    if rows.only_rows {
        return Ok(cx.page(&new_page(&cx, &rows, &Errors::default(), &series)));
    }
    let read = form::read(&rows.fields, cx.lang, &ids(&series));
    let (of, course) = match read {
        Ok(read) => read,
        Err(errors) => return Ok(cx.page_with_mistakes(new_page(&cx, &rows, &errors, &series))),
    };
    match write_course::create(&cx.app, &cx.proof, of, &course).await? {
        Written::Saved(id) => Ok(redirect_with_notice(
            &cx,
            &url(&cx, COURSE, &[&id.to_string()]),
            t::admin_course_created(cx.lang),
        )),
        Written::Clash | Written::SlugTaken => Ok(cx.page_with_mistakes(new_page(&cx, &rows, &slug_taken(&cx), &series))),
    }
}

pub(super) async fn show(cx: Manager) -> Answer {
    let id: CourseId = cx.id("course")?;
    let (stored, fields) = with_version(&cx, id).await?;
    let series = catalogue::series(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&fields, &LISTS);
    Ok(cx.page(&edit_page(&cx, &stored, &rows, &Errors::default(), &series, &html! {})))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let id: CourseId = cx.id("course")?;
    let stored = find(&cx, id).await?;
    let series = catalogue::series(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&cx.form, &LISTS);
    if rows.only_rows {
        return Ok(cx.page(&edit_page(&cx, &stored, &rows, &Errors::default(), &series, &html! {})));
    }
    let mistakes = |errors: &Errors| cx.page_with_mistakes(edit_page(&cx, &stored, &rows, errors, &series, &html! {}));
    let (of, course) = match form::read(&rows.fields, cx.lang, &ids(&series)) {
        Ok(read) => read,
        Err(errors) => return Ok(mistakes(&errors)),
    };
    match write_course::save(&cx.app, &cx.proof, (id, clash::version_sent(&cx.form)), of, &course).await? {
        Written::Saved(_) => Ok(redirect_with_notice(
            &cx,
            &url(&cx, COURSE, &[&id.to_string()]),
            t::admin_saved(cx.lang),
        )),
        Written::SlugTaken => Ok(mistakes(&slug_taken(&cx))),
        Written::Clash => clashed(&cx, id, rows, &series).await,
    }
}

/// What was typed stands in the form; what the other person saved stands above it. Saving again then counts.
async fn clashed(cx: &Manager, id: CourseId, typed: Rows, series: &[StoredSeries]) -> Result<Response, Error> {
    let (stored, now) = with_version(cx, id).await?;
    let differences = clash::differences(&typed.fields, &now);
    let notice = clash::notice(cx.lang, &differences, |name| form::label(cx.lang, name));
    let rows = Rows::of(&typed.fields.with(VERSION, now.get(VERSION)), &LISTS);
    Ok(cx.page_with_mistakes(edit_page(cx, &stored, &rows, &Errors::default(), series, &notice)))
}

/// The version first, then the course: a change in between is found out when saving.
async fn with_version(cx: &Manager, id: CourseId) -> Result<(StoredCourse, Fields), Error> {
    let changed_at = edit_courses::version(&cx.app.db, cx.proof.scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let stored = find(cx, id).await?;
    let fields = form::filled(&stored).with(VERSION, clash::version(changed_at));
    Ok((stored, fields))
}

fn ids(series: &[StoredSeries]) -> Vec<CourseSeriesId> {
    series.iter().map(|one| one.id).collect()
}

fn slug_taken(cx: &Manager) -> Errors {
    [(SLUG.name, t::admin_course_slug_taken(cx.lang))].into_iter().collect()
}

fn new_page(cx: &Manager, rows: &Rows, errors: &Errors, series: &[StoredSeries]) -> Page {
    let fields = view::fields(cx.lang, rows, errors, series, &html! {});
    page(
        cx,
        t::admin_course_new(cx.lang),
        parts::form(cx, COURSE_NEW, &[]).warn_unsaved().body(&fields),
    )
}

fn edit_page(cx: &Manager, stored: &StoredCourse, rows: &Rows, errors: &Errors, series: &[StoredSeries], notice: &Markup) -> Page {
    let id = stored.id.to_string();
    let fields = view::fields(cx.lang, rows, errors, series, notice);
    let body = html! {
        (beside(cx, stored))
        (parts::form(cx, COURSE, &[&id]).warn_unsaved().body(&fields))
    };
    page(cx, stored.course.title.get(cx.lang).as_str(), body)
}

/// What one can do with a stored course besides writing it.
fn beside(cx: &Manager, stored: &StoredCourse) -> Markup {
    let (lang, id) = (cx.lang, stored.id.to_string());
    let preview = link_button(t::admin_preview(lang), &href(cx, COURSE_PREVIEW, &[&id]), false);
    let plan = link_button(t::admin_edition_new(lang), &href(cx, EDITION_NEW, &[]).query("course", &id), false);
    cluster(&[
        super::publish_badge(lang, stored.published),
        publish_form(cx, stored, COURSE),
        preview,
        plan,
    ])
}

/// The button that shows a course to the public or hides it; `back` is the page it stands on.
pub(super) fn publish_form(cx: &Manager, stored: &StoredCourse, back: Paths) -> Markup {
    let (lang, id) = (cx.lang, stored.id.to_string());
    let (text, to) = if stored.published {
        (t::admin_unpublish(lang), "no")
    } else {
        (t::admin_publish(lang), "yes")
    };
    let button = Button::plain(Icon::Visibility, text)
        .name("publish", to)
        .about(stored.course.title.get(lang).as_str());
    parts::form(cx, COURSE_PUBLISH, &[&id]).body(&html! { @if back == COURSES { (ui::hidden("back", "list")) } (button) })
}

fn without_series(cx: &Manager) -> Page {
    let lang = cx.lang;
    let action = link_button(t::admin_series_new(lang), &href(cx, SERIES_NEW, &[]), true);
    let body = ui::empty_state(
        ui::Level::Two,
        Icon::Info,
        t::admin_course_needs_series(lang),
        t::admin_course_needs_series_text(lang),
        Some(action),
    );
    page(cx, t::admin_course_new(lang), body)
}

fn page(cx: &Manager, title: &str, body: Markup) -> Page {
    let list = Crumb::new(t::admin_nav_courses(cx.lang), href(cx, COURSES, &[]));
    Page::new(title, body).crumbs(parts::crumbs(cx, [list])).wide().noindex()
}
