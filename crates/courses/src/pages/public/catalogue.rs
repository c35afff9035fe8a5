//! The catalogue: courses by season, searchable.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use platform::web::{Answer, Cx, Visitor};
use texts::{Lang, format};
use ui::{
    Button, Card, Choice, Form, Href, Icon, Input, Level, Page, Select, card_grid, empty_state, filter_bar, link_button, results_region,
    section,
};

use super::house::{House, Shown};
use crate::model::{Course, PublicStatus, Season};
use crate::pages::paths::{CATALOGUE, COURSE, FLYER};
use crate::pages::wording;
use crate::store::catalogue::StoredCourse;
use crate::t;

/// Where a card stands: by season; what has no time comes after, what is over last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Season(Season),
    Window(Season, Season),
    NoEdition,
    Over,
}

pub(super) async fn show(cx: Cx<Visitor>) -> Answer {
    let lang = cx.lang;
    let house = House::read(&cx.app.db, cx.proof.scope, cx.app.clock.today()).await?;
    let query = cx.query.get("q").trim().to_lowercase();
    let only_open = cx.query.get("show") == "open";
    let Some(series) = house.series.first() else {
        let empty = empty_state(
            Level::Two,
            Icon::Info,
            t::catalogue_none_title(lang),
            t::catalogue_none_text(lang),
            None,
        );
        return Ok(cx.page(&Page::new(t::nav_courses(lang), empty)));
    };
    let names: Vec<_> = series.series.providers.iter().map(|provider| provider.name.as_str()).collect();
    let body = html! {
        @if !names.is_empty() { p { (t::catalogue_offered_by(lang, format::list(lang, &names))) } }
        (wording::paragraphs(series.series.intro.get(lang)))
        (filters(lang, cx.query.get("q"), only_open))
        (results(lang, &house, &query, only_open))
    };
    let flyer = link_button(t::catalogue_flyer(lang), &Href::local(FLYER.url(lang, &[])), false);
    let page = Page::new(series.series.title.get(lang).as_str(), body)
        .lead(series.series.tagline.get(lang).as_str())
        .description(series.series.tagline.get(lang).as_str())
        .banner(flyer);
    Ok(cx.page(&page))
}

fn filters(lang: Lang, query: &str, only_open: bool) -> Markup {
    let action = Href::local(CATALOGUE.url(lang, &[]));
    let choices = [
        Choice::new("all", t::catalogue_filter_all(lang)).chosen(!only_open),
        Choice::new("open", t::catalogue_filter_open(lang)).chosen(only_open),
    ];
    let fields = filter_bar(&html! {
        (Input::text(lang, "q", t::catalogue_search(lang)).unmarked().value(query).max_length(100))
        (Select::new(lang, "show", t::catalogue_status_filter(lang), choices).unmarked())
        (Button::secondary(t::catalogue_filter_button(lang)))
    });
    Form::get(action).live_filter("results").body(&fields)
}

fn results(lang: Lang, house: &House, query: &str, only_open: bool) -> Markup {
    let matching: Vec<&StoredCourse> = house.courses.iter().filter(|course| matches(lang, &course.course, query)).collect();
    let mut groups: BTreeMap<Group, Vec<(Option<Date>, Card)>> = BTreeMap::new();
    let mut count = 0;
    for course in matching {
        let mut editions: Vec<&Shown> = house.editions.iter().filter(|shown| shown.stored.course_id == course.id).collect();
        editions.retain(|shown| !only_open || shown.status.takes_signups());
        if editions.is_empty() {
            if !only_open {
                groups
                    .entry(Group::NoEdition)
                    .or_default()
                    .push((None, card(lang, &course.course, None)));
                count += 1;
            }
            continue;
        }
        count += 1;
        for shown in editions {
            groups
                .entry(group(shown))
                .or_default()
                .push((shown.stored.first_day(), card(lang, &course.course, Some(shown))));
        }
    }
    // By date; what is over, with the latest first.
    for (group, cards) in &mut groups {
        cards.sort_by_key(|(day, _)| *day);
        if *group == Group::Over {
            cards.reverse();
        }
    }
    let body = html! {
        @if groups.is_empty() {
            (empty_state(Level::Two, Icon::Search, t::catalogue_empty_title(lang), t::catalogue_empty_text(lang),
                Some(link_button(t::catalogue_all(lang), &Href::local(CATALOGUE.url(lang, &[])), false))))
        }
        @for (number, (group, cards)) in groups.into_iter().enumerate() {
            @let heading = heading(lang, &group);
            @let cards: Vec<Card> = cards.into_iter().map(|(_, card)| card).collect();
            (section(Level::Two, &format!("group-{number}"), &heading, &card_grid(&cards)))
        }
    };
    results_region("results", &t::catalogue_results(lang, count), &body)
}

fn matches(lang: Lang, course: &Course, query: &str) -> bool {
    let texts = [
        course.title.get(lang).as_str(),
        course.teaser.get(lang).as_str(),
        course.purpose.get(lang).as_str(),
    ];
    let subtitle = course.subtitle.as_ref().map(|subtitle| subtitle.get(lang).as_str());
    query
        .split_whitespace()
        .all(|word| texts.iter().copied().chain(subtitle).any(|text| text.to_lowercase().contains(word)))
}

fn group(shown: &Shown) -> Group {
    match (shown.status, shown.stored.first_day()) {
        (PublicStatus::Held | PublicStatus::Cancelled | PublicStatus::Moved, _) => Group::Over,
        (_, Some(day)) => Group::Season(Season::of(day)),
        (PublicStatus::InterestOnly { season: Some(window) }, None) if window.first() == window.last() => Group::Season(window.first()),
        (PublicStatus::InterestOnly { season: Some(window) }, None) => Group::Window(window.first(), window.last()),
        (_, None) => Group::NoEdition,
    }
}

fn heading(lang: Lang, group: &Group) -> String {
    match group {
        Group::Season(season) => wording::season(lang, *season),
        Group::Window(first, last) => wording::season_window(lang, crate::model::SeasonWindow::new(*first, *last)),
        Group::NoEdition => t::catalogue_no_edition(lang).to_owned(),
        Group::Over => t::catalogue_past_season(lang).to_owned(),
    }
}

fn card(lang: Lang, course: &Course, shown: Option<&Shown>) -> Card {
    let body = html! { p { (course.teaser.get(lang)) } };
    let kicker = html! {
        @if let Some(plan) = shown.map(|shown| shown.stored.edition.plan()) {
            p { (wording::when_shown(lang, &plan.when)) }
            p { (wording::place(lang, plan)) }
        }
    };
    let status = shown.map_or(PublicStatus::InterestOnly { season: None }, |shown| shown.status);
    let footer = wording::status_badge(lang, status);
    let href = Href::local(COURSE.url(lang, &[course.slug.as_str()]));
    Card::new(Level::Three, course.title.get(lang).as_str(), body)
        .link(href)
        .kicker(kicker)
        .footer(footer)
}
