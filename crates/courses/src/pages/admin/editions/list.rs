//! The list of editions.

use jiff::civil::Date;
use maud::{Markup, html};
use platform::web::{Answer, Cx, Staff};
use texts::format;
use ui::{
    Button, Choice, Column, Form, Icon, Input, Level, Page, Select, Sort, Table, empty_state, filter_bar, link_button, results_region,
};

use super::filter::{Filter, SortKey, States};
use crate::model::{Course, EditionState, Season};
use crate::pages::admin::parts::{self, count, href};
use crate::pages::admin::paths::{EDITION, EDITION_NEW, EDITIONS};
use crate::pages::admin::words;
use crate::pages::wording;
use crate::rights::{ManageCourses, SeeHouse};
use crate::store::catalogue::{self, StoredCourse};
use crate::store::editions::{self, StoredEdition};
use crate::t;

type Member = Cx<Staff<SeeHouse>>;

/// The results, which a changed filter replaces.
const RESULTS: &str = "editions";

pub(super) async fn show(cx: Member) -> Answer {
    let (lang, db, scope) = (cx.lang, &cx.app.db, cx.proof.scope);
    let filter = Filter::of(&cx.query);
    let courses = catalogue::courses(db, scope).await?;
    let editions = editions::all(db, scope).await?;
    let seasons = seasons(&editions, cx.app.clock.today());
    let mut shown: Vec<(StoredEdition, Course)> = editions
        .into_iter()
        .filter_map(|stored| {
            let course = courses.iter().find(|course| course.id == stored.course_id)?.course.clone();
            filter.shows(lang, &stored, &course).then_some((stored, course))
        })
        .collect();
    filter.sort(lang, &mut shown);
    let may_plan = <ManageCourses as platform::web::Right>::allows(cx.proof.role);
    let body = html! {
        @if may_plan { p { (link_button(t::admin_edition_new(lang), &href(&cx, EDITION_NEW, &[]), true)) } }
        (filter_form(&cx, &filter, &seasons, &courses))
        (results_region(RESULTS, &t::admin_edition_count(lang, count(shown.len())), &table(&cx, &filter, &shown)))
    };
    let page = Page::new(t::admin_nav_editions(lang), body)
        .crumbs(parts::crumbs(&cx, []))
        .lead(t::admin_edition_list_lead(lang));
    Ok(cx.page(&page.wide().noindex()))
}

/// Every season in which something is or was planned, newest first.
fn seasons(editions: &[StoredEdition], today: Date) -> Vec<Season> {
    let of = |stored: &StoredEdition| match &stored.edition.plan().when {
        crate::model::When::Season(window) => window.first(),
        crate::model::When::Days(days) => Season::of(days.first()),
    };
    let mut seasons: Vec<Season> = editions.iter().map(of).chain([Season::of(today)]).collect();
    seasons.sort_unstable();
    seasons.dedup();
    seasons.reverse();
    seasons
}

fn filter_form(cx: &Member, filter: &Filter, seasons: &[Season], courses: &[StoredCourse]) -> Markup {
    let lang = cx.lang;
    let states = [
        Choice::new("", t::admin_edition_filter_current(lang)),
        Choice::new("any", t::admin_edition_filter_any(lang)),
    ]
    .into_iter()
    .chain(
        EditionState::ALL
            .iter()
            .map(|state| Choice::new(state.as_str(), words::edition_state(lang, *state))),
    );
    let chosen_season = filter.season.map_or_else(String::new, |season| season.to_string());
    let any = || [Choice::new("", t::admin_edition_filter_any(lang))].into_iter();
    let season_choices = any().chain(
        seasons
            .iter()
            .map(|season| Choice::new(season.to_string(), wording::season(lang, *season))),
    );
    let chosen_course = filter.course.map_or_else(String::new, |course| course.to_string());
    let course_choices = any().chain(
        courses
            .iter()
            .map(|course| Choice::new(course.id.to_string(), course.course.title.get(lang).as_str())),
    );
    let fields = html! {
        (Input::text(lang, "q", t::admin_edition_search(lang)).value(filter.search.clone()).unmarked())
        (Select::new(lang, "state", t::admin_edition_filter_state(lang), states).value(filter.state_word()))
        (Select::new(lang, "season", t::admin_edition_filter_season(lang), season_choices).value(&chosen_season))
        (Select::new(lang, "course", t::admin_edition_filter_course(lang), course_choices).value(&chosen_course))
        (Button::secondary(t::admin_filter(lang)))
    };
    Form::get(href(cx, EDITIONS, &[])).live_filter(RESULTS).body(&filter_bar(&fields))
}

fn table(cx: &Member, filter: &Filter, shown: &[(StoredEdition, Course)]) -> Markup {
    let lang = cx.lang;
    let sortable = |column: Column, key: SortKey| {
        let now = (filter.sort == key).then_some(if filter.descending { Sort::Descending } else { Sort::Ascending });
        let address = format!("{}{}", parts::url(cx, EDITIONS, &[]), filter.sorted_by(key));
        column.sortable(ui::Href::local(address), now)
    };
    let columns = [
        sortable(Column::text(t::admin_edition_column_course(lang)), SortKey::Course),
        sortable(Column::text(t::admin_edition_column_when(lang)), SortKey::When),
        sortable(Column::text(t::admin_edition_column_state(lang)), SortKey::State),
        sortable(Column::number(t::admin_edition_column_seats(lang)), SortKey::Seats),
        sortable(Column::text(t::admin_edition_column_deadline(lang)), SortKey::Deadline),
    ];
    let rows = shown.iter().map(|(stored, course)| {
        let plan = stored.edition.plan();
        let seats = plan.capacity.map_or_else(
            || stored.seats_held.to_string(),
            |capacity| format!("{} / {}", stored.seats_held, capacity.get()),
        );
        let deadline = stored
            .edition
            .last_signup_day()
            .map_or_else(String::new, |day| format::date_short(lang, day));
        [
            html! { a href=(href(cx, EDITION, &[&stored.id.to_string()])) { (course.title.get(lang)) } },
            html! { (parts::when(lang, &plan.when)) },
            parts::state_badge(lang, stored.edition.state()),
            html! { (seats) },
            html! { (deadline) },
        ]
    });
    let all = link_button(
        t::admin_edition_filter_any(lang),
        &href(cx, EDITIONS, &[]).query("state", "any"),
        false,
    );
    let action = if filter.states == States::Any { None } else { Some(all) };
    let empty = empty_state(
        Level::Two,
        Icon::Calendar,
        t::admin_edition_none(lang),
        t::admin_edition_none_text(lang),
        action,
    );
    Table::new(lang, t::admin_nav_editions(lang), columns)
        .caption_hidden()
        .rows(rows)
        .empty(empty)
        .render()
}
