//! Writing a series: new or stored.

use maud::{Markup, html};
use platform::web::{Answer, Error, Fields, Response, redirect_with_notice};
use ui::{Button, Crumb, Errors, Icon, Page, cluster};

use super::form::{self, LISTS, SLUG};
use super::view;
use crate::actions::write_course::Written;
use crate::actions::write_series;
use crate::model::{CourseSeriesId, Venue, VenueId};
use crate::pages::admin::clash::{self, VERSION};
use crate::pages::admin::courses::publish_badge;
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{SERIES, SERIES_NEW, SERIES_PUBLISH, TEXTS};
use crate::pages::admin::rows::Rows;
use crate::store::catalogue::{self, StoredSeries};
use crate::store::{edit_series, edit_venues};
use crate::t;

pub(super) async fn new(cx: Manager) -> Answer {
    let venues = edit_venues::all(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&form::blank(&cx.proof.organisation.contact_email), &LISTS);
    Ok(cx.page(&new_page(&cx, &rows, &Errors::default(), &venues)))
}

pub(super) async fn create(cx: Manager) -> Answer {
    let venues = edit_venues::all(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&cx.form, &LISTS);
    if rows.only_rows {
        return Ok(cx.page(&new_page(&cx, &rows, &Errors::default(), &venues)));
    }
    let draft = match form::read(&rows.fields, cx.lang, &venues, rows.count("providers")) {
        Ok(draft) => draft,
        Err(errors) => return Ok(cx.page_with_mistakes(new_page(&cx, &rows, &errors, &venues))),
    };
    match write_series::create(&cx.app, &cx.proof, &draft).await? {
        Written::Saved(id) => Ok(redirect_with_notice(
            &cx,
            &url(&cx, SERIES, &[&id.to_string()]),
            t::admin_series_created(cx.lang),
        )),
        Written::Clash | Written::SlugTaken => Ok(cx.page_with_mistakes(new_page(&cx, &rows, &slug_taken(&cx), &venues))),
    }
}

pub(super) async fn show(cx: Manager) -> Answer {
    let id: CourseSeriesId = cx.id("series")?;
    let (stored, fields) = with_version(&cx, id).await?;
    let venues = edit_venues::all(&cx.app.db, cx.proof.scope).await?;
    Ok(cx.page(&edit_page(
        &cx,
        &stored,
        &Rows::of(&fields, &LISTS),
        &Errors::default(),
        &venues,
        &html! {},
    )))
}

pub(super) async fn save(cx: Manager) -> Answer {
    let id: CourseSeriesId = cx.id("series")?;
    let stored = find(&cx, id).await?;
    let venues = edit_venues::all(&cx.app.db, cx.proof.scope).await?;
    let rows = Rows::of(&cx.form, &LISTS);
    if rows.only_rows {
        return Ok(cx.page(&edit_page(&cx, &stored, &rows, &Errors::default(), &venues, &html! {})));
    }
    let mistakes = |errors: &Errors| cx.page_with_mistakes(edit_page(&cx, &stored, &rows, errors, &venues, &html! {}));
    let draft = match form::read(&rows.fields, cx.lang, &venues, rows.count("providers")) {
        Ok(draft) => draft,
        Err(errors) => return Ok(mistakes(&errors)),
    };
    match write_series::save(&cx.app, &cx.proof, (id, clash::version_sent(&cx.form)), &draft).await? {
        Written::Saved(_) => Ok(redirect_with_notice(
            &cx,
            &url(&cx, SERIES, &[&id.to_string()]),
            t::admin_saved(cx.lang),
        )),
        Written::SlugTaken => Ok(mistakes(&slug_taken(&cx))),
        Written::Clash => clashed(&cx, id, rows, &venues).await,
    }
}

pub(super) async fn publish(cx: Manager) -> Answer {
    let id: CourseSeriesId = cx.id("series")?;
    let published = match cx.form.get("publish") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::Unreadable),
    };
    write_series::publish(&cx.app, &cx.proof, id, published).await?;
    let notice = if published {
        t::admin_published_now(cx.lang)
    } else {
        t::admin_hidden_now(cx.lang)
    };
    Ok(redirect_with_notice(&cx, &url(&cx, SERIES, &[&id.to_string()]), notice))
}

async fn clashed(cx: &Manager, id: CourseSeriesId, typed: Rows, venues: &[(VenueId, Venue)]) -> Result<Response, Error> {
    let (stored, now) = with_version(cx, id).await?;
    let differences = clash::differences(&typed.fields, &now);
    let notice = clash::notice(cx.lang, &differences, |name| form::label(cx.lang, name));
    let rows = Rows::of(&typed.fields.with(VERSION, now.get(VERSION)), &LISTS);
    Ok(cx.page_with_mistakes(edit_page(cx, &stored, &rows, &Errors::default(), venues, &notice)))
}

async fn find(cx: &Manager, id: CourseSeriesId) -> Result<StoredSeries, Error> {
    catalogue::series(&cx.app.db, cx.proof.scope)
        .await?
        .into_iter()
        .find(|series| series.id == id)
        .ok_or(Error::NotFound)
}

/// The version first, then the series: a change in between is found out when saving.
async fn with_version(cx: &Manager, id: CourseSeriesId) -> Result<(StoredSeries, Fields), Error> {
    let beside = edit_series::beside(&cx.app.db, cx.proof.scope, id).await?.ok_or(Error::NotFound)?;
    let stored = find(cx, id).await?;
    let fields = form::filled(cx.lang, &stored, beside.usual_venue_id).with(VERSION, clash::version(beside.changed_at));
    Ok((stored, fields))
}

fn slug_taken(cx: &Manager) -> Errors {
    [(SLUG.name, t::admin_series_slug_taken(cx.lang))].into_iter().collect()
}

fn new_page(cx: &Manager, rows: &Rows, errors: &Errors, venues: &[(VenueId, Venue)]) -> Page {
    let fields = view::fields(cx.lang, rows, errors, venues, &html! {});
    page(
        cx,
        t::admin_series_new(cx.lang),
        parts::form(cx, SERIES_NEW, &[]).warn_unsaved().body(&fields),
    )
}

fn edit_page(cx: &Manager, stored: &StoredSeries, rows: &Rows, errors: &Errors, venues: &[(VenueId, Venue)], notice: &Markup) -> Page {
    let (lang, id) = (cx.lang, stored.id.to_string());
    let fields = view::fields(lang, rows, errors, venues, notice);
    let (text, to) = if stored.published {
        (t::admin_unpublish(lang), "no")
    } else {
        (t::admin_publish(lang), "yes")
    };
    let button = Button::plain(Icon::Visibility, text)
        .name("publish", to)
        .about(stored.series.title.get(lang).as_str());
    let body = html! {
        (cluster(&[publish_badge(lang, stored.published), parts::form(cx, SERIES_PUBLISH, &[&id]).body(&html! { (button) })]))
        (parts::form(cx, SERIES, &[&id]).warn_unsaved().body(&fields))
    };
    page(cx, stored.series.title.get(lang).as_str(), body)
}

fn page(cx: &Manager, title: &str, body: Markup) -> Page {
    let texts = Crumb::new(t::admin_nav_texts(cx.lang), href(cx, TEXTS, &[]));
    Page::new(title, body).crumbs(parts::crumbs(cx, [texts])).wide().noindex()
}
