//! The interest lists: who waits for the next run of which course.

use documents::sheet::{Cell, Dialect, Sheet, Workbook};
use maud::{Markup, html};
use platform::web::{Answer, Error, MemberWith, Route, file, get, post, redirect_with_notice};
use texts::format;
use ui::{Button, Column, Confirm, Crumb, Icon, Level, Page, Table, cluster, empty_state, link_button, section};

use super::participants::{CSV, XLSX};
use super::parts::{self, Manager, count, href, url};
use super::paths::{EDITION_NEW, INTEREST, INTEREST_CSV, INTEREST_REMOVE, INTEREST_XLSX};
use crate::actions::edit_interest::{self, Format};
use crate::model::{CourseId, InterestId, Season};
use crate::pages::wording;
use crate::rights::ManageCourses;
use crate::store::catalogue::{self, StoredCourse};
use crate::store::interest::{self, Listed};
use crate::t;

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(INTEREST, MANAGE, show),
        get(INTEREST_XLSX, MANAGE, xlsx),
        get(INTEREST_CSV, MANAGE, csv),
        get(INTEREST_REMOVE, MANAGE, ask),
        post(INTEREST_REMOVE, MANAGE, remove),
    ]
}

/// What people are interested in: a course, or whatever a season brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Course(CourseId),
    Season(Season),
}

/// The lists with their names: courses in the house's order, then seasons.
async fn lists(cx: &Manager) -> Result<Vec<(Subject, String, Vec<Listed>)>, Error> {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let all = interest::all(db, scope).await?;
    let courses: Vec<StoredCourse> = catalogue::courses(db, scope).await?;
    let mut seasons: Vec<Season> = all.iter().filter_map(|entry| entry.season).collect();
    seasons.sort_unstable();
    seasons.dedup();
    let of_courses = courses
        .iter()
        .map(|course| (Subject::Course(course.id), course.course.title.get(lang).to_string()));
    let of_seasons = seasons
        .into_iter()
        .map(|season| (Subject::Season(season), wording::season(lang, season)));
    let entries = |subject: Subject| -> Vec<Listed> {
        let fits = |entry: &&Listed| match subject {
            Subject::Course(course) => entry.course_id == Some(course),
            Subject::Season(season) => entry.season == Some(season),
        };
        all.iter().filter(fits).cloned().collect()
    };
    Ok(of_courses
        .chain(of_seasons)
        .map(|(subject, name)| (subject, name, entries(subject)))
        .filter(|(.., entries)| !entries.is_empty())
        .collect())
}

async fn show(cx: Manager) -> Answer {
    let lang = cx.lang;
    let lists = lists(&cx).await?;
    let links = [
        link_button(t::admin_download_xlsx(lang), &href(&cx, INTEREST_XLSX, &[]), false),
        link_button(t::admin_download_csv(lang), &href(&cx, INTEREST_CSV, &[]), false),
    ];
    let body = html! {
        @if lists.is_empty() {
            (empty_state(Level::Two, Icon::Star, t::admin_interest_none(lang), t::admin_interest_none_text(lang), None))
        } @else {
            (cluster(&links))
            @for (number, (subject, name, entries)) in lists.iter().enumerate() {
                (section(Level::Two, &format!("list-{number}"), name, &list(&cx, *subject, name, entries)))
            }
        }
    };
    let page = Page::new(t::admin_nav_interest(lang), body)
        .crumbs(parts::crumbs(&cx, []))
        .lead(t::admin_interest_lead(lang));
    Ok(cx.page(&page.wide().noindex()))
}

fn list(cx: &Manager, subject: Subject, name: &str, entries: &[Listed]) -> Markup {
    let lang = cx.lang;
    let seats: i64 = entries.iter().map(|entry| entry.seats).sum();
    let columns = [
        Column::text(t::admin_people_name(lang)),
        Column::text(t::admin_people_organisation(lang)),
        Column::number(t::admin_house_interest_seats(lang)),
        Column::text(t::admin_interest_since(lang)),
        Column::actions(t::admin_actions(lang)),
    ];
    let rows = entries.iter().map(|entry| {
        let remove = href(cx, INTEREST_REMOVE, &[&entry.id.to_string()]);
        [
            html! { (entry.name) br; a href=(ui::Href::mail(entry.email.as_str())) { (entry.email) } },
            html! { (entry.organisation_name.as_ref().map(AsRef::<str>::as_ref).unwrap_or_default()) },
            html! { (entry.seats) },
            html! { (format::date_short(lang, format::today(entry.created_at))) },
            html! { a class="function-link" href=(remove) { (t::admin_remove(lang)) span class="sr-only" { " " (entry.name) } } },
        ]
    });
    html! {
        p { (t::admin_interest_count(lang, count(entries.len()), seats)) }
        @if let Subject::Course(course) = subject {
            p { a href=(href(cx, EDITION_NEW, &[]).query("course", course)) { (t::admin_edition_new(lang)) span class="sr-only" { ": " (name) } } }
        }
        (Table::new(lang, t::admin_interest_of(lang, name), columns).caption_hidden().compact().rows(rows).render())
    }
}

async fn xlsx(cx: Manager) -> Answer {
    let sheet = sheet(&cx).await?;
    let workbook = Workbook::new(
        t::admin_nav_interest(cx.lang),
        cx.proof.organisation.name.clone(),
        cx.lang,
        cx.app.clock.now(),
    )
    .with(sheet);
    let bytes = workbook.to_xlsx().map_err(|error| Error::Internal(error.to_string()))?;
    edit_interest::exported(&cx.app, &cx.proof, Format::Xlsx).await?;
    Ok(file(bytes, &format!("{}.xlsx", t::admin_interest_file(cx.lang)), XLSX))
}

async fn csv(cx: Manager) -> Answer {
    let bytes = sheet(&cx)
        .await?
        .to_csv(Dialect::DanishExcel, cx.lang)
        .map_err(|error| Error::Internal(error.to_string()))?;
    edit_interest::exported(&cx.app, &cx.proof, Format::Csv).await?;
    Ok(file(bytes, &format!("{}.csv", t::admin_interest_file(cx.lang)), CSV))
}

async fn sheet(cx: &Manager) -> Result<Sheet, Error> {
    let lang = cx.lang;
    let titles = [
        t::admin_interest_subject(lang),
        t::admin_people_name(lang),
        t::signup_email(lang),
        t::admin_people_organisation(lang),
        t::admin_house_interest_seats(lang),
        t::admin_interest_since(lang),
    ];
    let mut sheet = Sheet::new(t::admin_nav_interest(lang), &titles);
    for (_, name, entries) in lists(cx).await? {
        for entry in entries {
            sheet.push([
                Cell::from(name.as_str()),
                entry.name.as_str().into(),
                entry.email.as_str().into(),
                entry.organisation_name.as_ref().map(AsRef::<str>::as_ref).into(),
                entry.seats.into(),
                format::today(entry.created_at).into(),
            ]);
        }
    }
    Ok(sheet)
}

async fn find(cx: &Manager) -> Result<Listed, Error> {
    let id: InterestId = cx.id("entry")?;
    interest::all(&cx.app.db, cx.proof.scope)
        .await?
        .into_iter()
        .find(|entry| entry.id == id)
        .ok_or(Error::NotFound)
}

/// Taking somebody off a list asks first.
async fn ask(cx: Manager) -> Answer {
    let lang = cx.lang;
    let entry = find(&cx).await?;
    let name = entry.name.as_str();
    let confirm = Confirm::new(lang, t::admin_remove_sure(lang, name), t::admin_interest_remove_means(lang));
    let back = link_button(t::admin_cancel(lang), &href(&cx, INTEREST, &[]), false);
    let buttons = html! { div class="button-group" { (Button::danger(t::admin_remove(lang), confirm)) (back) } };
    let body = html! {
        p { (t::admin_interest_remove_means(lang)) }
        (parts::form(&cx, INTEREST_REMOVE, &[&entry.id.to_string()]).body(&buttons))
    };
    let list = Crumb::new(t::admin_nav_interest(lang), href(&cx, INTEREST, &[]));
    Ok(cx.page(
        &Page::new(t::admin_remove_sure(lang, name), body)
            .crumbs(parts::crumbs(&cx, [list]))
            .noindex(),
    ))
}

async fn remove(cx: Manager) -> Answer {
    let entry = find(&cx).await?;
    edit_interest::remove(&cx.app, &cx.proof, entry.id).await?;
    Ok(redirect_with_notice(&cx, &url(&cx, INTEREST, &[]), t::admin_removed(cx.lang)))
}
