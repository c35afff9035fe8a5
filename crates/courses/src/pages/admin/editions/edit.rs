//! Planning an edition: new or stored.

use maud::{Markup, html};
use platform::web::{Answer, Error, Fields, Response, redirect_with_notice};
use ui::{Button, Choice, Crumb, Errors, Form, Page, Select};

use super::form::{self, CAPACITY, LISTS};
use super::view::{self, Choices};
use super::{fill, find};
use crate::actions::plan_edition::{self, Revised};
use crate::model::{Course, CourseId, EditionId, EditionRefusal, Season, When};
use crate::pages::admin::clash::{self, VERSION};
use crate::pages::admin::courses::none;
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{EDITION, EDITION_NEW, EDITION_PLAN, EDITIONS};
use crate::pages::admin::rows::Rows;
use crate::pages::admin::words;
use crate::store::catalogue::{self, StoredCourse};
use crate::store::editions::StoredEdition;
use crate::store::{edit_editions, edit_series, edit_venues};
use crate::t;

pub(super) async fn new(cx: Manager) -> Answer {
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let Some(course) = chosen(&cx.query, &courses)? else {
        return Ok(cx.page(&choose_course(&cx, &courses)));
    };
    let series = catalogue::series(&cx.app.db, cx.proof.scope).await?;
    let series = series.iter().find(|series| series.id == course.series_id).ok_or(Error::NotFound)?;
    let beside = edit_series::beside(&cx.app.db, cx.proof.scope, series.id)
        .await?
        .ok_or(Error::NotFound)?;
    let fields = fill::usual(cx.lang, &course.course, &series.practical, beside.usual_venue_id);
    let choices = choices(&cx, None).await?;
    Ok(cx.page(&new_page(&cx, course, &Rows::of(&fields, &LISTS), &Errors::default(), &choices)))
}

pub(super) async fn create(cx: Manager) -> Answer {
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let course = chosen(&cx.form, &courses)?.ok_or(Error::NotFound)?;
    let rows = Rows::of(&cx.form, &LISTS);
    let choices = choices(&cx, None).await?;
    if rows.only_rows {
        return Ok(cx.page(&new_page(&cx, course, &rows, &Errors::default(), &choices)));
    }
    let planned = match form::read(&rows.fields, cx.lang, &choices.venues, rows.count("days")) {
        Ok(planned) => planned,
        Err(errors) => return Ok(cx.page_with_mistakes(new_page(&cx, course, &rows, &errors, &choices))),
    };
    let id = plan_edition::create(&cx.app, &cx.proof, course.id, &planned).await?;
    Ok(redirect_with_notice(
        &cx,
        &url(&cx, EDITION, &[&id.to_string()]),
        t::admin_edition_created(cx.lang),
    ))
}

pub(super) async fn show(cx: Manager) -> Answer {
    let id: EditionId = cx.id("edition")?;
    let (stored, course, fields) = with_version(&cx, id).await?;
    let choices = choices(&cx, Some(&stored)).await?;
    Ok(cx.page(&edit_page(
        &cx,
        &stored,
        &course,
        &Rows::of(&fields, &LISTS),
        &Errors::default(),
        &choices,
        &html! {},
    )))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let id: EditionId = cx.id("edition")?;
    let (stored, course) = find(&cx.app, &cx.proof, id).await?;
    let choices = choices(&cx, Some(&stored)).await?;
    let rows = Rows::of(&cx.form, &LISTS);
    if rows.only_rows {
        return Ok(cx.page(&edit_page(&cx, &stored, &course, &rows, &Errors::default(), &choices, &html! {})));
    }
    let mistakes = |errors: &Errors| cx.page_with_mistakes(edit_page(&cx, &stored, &course, &rows, errors, &choices, &html! {}));
    let planned = match form::read(&rows.fields, cx.lang, &choices.venues, rows.count("days")) {
        Ok(planned) => planned,
        Err(errors) => return Ok(mistakes(&errors)),
    };
    match plan_edition::revise(&cx.app, &cx.proof, (id, clash::version_sent(&cx.form)), &planned).await? {
        Revised::Saved { told } => {
            let notice = if told == 0 {
                t::admin_saved(cx.lang).to_owned()
            } else {
                t::admin_edition_changed_told(cx.lang, parts::count(told))
            };
            Ok(redirect_with_notice(&cx, &url(&cx, EDITION, &[&id.to_string()]), &notice))
        }
        Revised::Clash => clashed(&cx, id, rows, &choices).await,
        Revised::Refused(refusal) => {
            let field = if matches!(refusal, EditionRefusal::BelowHeld { .. }) {
                CAPACITY.name
            } else {
                ""
            };
            Ok(mistakes(
                &[(field, words::edition_refusal(cx.lang, &refusal))].into_iter().collect(),
            ))
        }
    }
}

async fn clashed(cx: &Manager, id: EditionId, typed: Rows, choices: &Choices) -> Result<Response, Error> {
    let (stored, course, now) = with_version(cx, id).await?;
    let differences = clash::differences(&typed.fields, &now);
    let notice = clash::notice(cx.lang, &differences, |name| form::label(cx.lang, name));
    let rows = Rows::of(&typed.fields.with(VERSION, now.get(VERSION)), &LISTS);
    Ok(cx.page_with_mistakes(edit_page(cx, &stored, &course, &rows, &Errors::default(), choices, &notice)))
}

/// The version first, then the edition: a change in between is found out when saving.
async fn with_version(cx: &Manager, id: EditionId) -> Result<(StoredEdition, Course, Fields), Error> {
    let beside = edit_editions::beside(&cx.app.db, cx.proof.scope, id)
        .await?
        .ok_or(Error::NotFound)?;
    let (stored, course) = find(&cx.app, &cx.proof, id).await?;
    let fields = fill::stored(cx.lang, &stored, &beside).with(VERSION, clash::version(beside.changed_at));
    Ok((stored, course, fields))
}

async fn choices(cx: &Manager, stored: Option<&StoredEdition>) -> Result<Choices, Error> {
    let now = Season::of(cx.app.clock.today());
    let first_season = match stored.map(|stored| &stored.edition.plan().when) {
        Some(When::Season(window)) => window.first().min(now),
        _ => now,
    };
    Ok(Choices {
        venues: edit_venues::all(&cx.app.db, cx.proof.scope).await?,
        first_season,
    })
}

/// The course that was asked for; `None` if none was, not found if it is not of this house.
fn chosen<'a>(fields: &Fields, courses: &'a [StoredCourse]) -> Result<Option<&'a StoredCourse>, Error> {
    let asked = fields.get("course");
    if asked.is_empty() {
        return Ok(None);
    }
    let id: CourseId = asked.parse().map_err(|_| Error::NotFound)?;
    courses.iter().find(|course| course.id == id).map(Some).ok_or(Error::NotFound)
}

fn choose_course(cx: &Manager, courses: &[StoredCourse]) -> Page {
    let lang = cx.lang;
    let choices = courses
        .iter()
        .map(|course| Choice::new(course.id.to_string(), course.course.title.get(lang).as_str()));
    let fields = html! {
        (Select::new(lang, "course", t::admin_edition_choose_course(lang), choices))
        (Button::primary(t::admin_edition_continue(lang)))
    };
    let body = if courses.is_empty() {
        none(cx)
    } else {
        Form::get(href(cx, EDITION_NEW, &[])).body(&fields)
    };
    page(cx, t::admin_edition_new(lang).to_owned(), body).lead(t::admin_edition_choose_course_lead(lang))
}

fn new_page(cx: &Manager, course: &StoredCourse, rows: &Rows, errors: &Errors, choices: &Choices) -> Page {
    let fields = html! {
        (ui::hidden("course", &course.id.to_string()))
        (view::fields(cx.lang, rows, errors, choices, &html! {}))
    };
    let title = t::admin_edition_new_of(cx.lang, course.course.title.get(cx.lang));
    page(cx, title, parts::form(cx, EDITION_NEW, &[]).warn_unsaved().body(&fields))
}

fn edit_page(
    cx: &Manager,
    stored: &StoredEdition,
    course: &Course,
    rows: &Rows,
    errors: &Errors,
    choices: &Choices,
    notice: &Markup,
) -> Page {
    let id = stored.id.to_string();
    let fields = view::fields(cx.lang, rows, errors, choices, notice);
    let title = format!("{}: {}", t::admin_edition_plan(cx.lang), course.title.get(cx.lang));
    let here = Crumb::new(parts::when(cx.lang, &stored.edition.plan().when), href(cx, EDITION, &[&id]));
    let list = Crumb::new(t::admin_nav_editions(cx.lang), href(cx, EDITIONS, &[]));
    let body = parts::form(cx, EDITION_PLAN, &[&id]).warn_unsaved().body(&fields);
    page(cx, title, body).crumbs(parts::crumbs(cx, [list, here]))
}

fn page(cx: &Manager, title: String, body: Markup) -> Page {
    let list = Crumb::new(t::admin_nav_editions(cx.lang), href(cx, EDITIONS, &[]));
    Page::new(title, body).crumbs(parts::crumbs(cx, [list])).noindex()
}
