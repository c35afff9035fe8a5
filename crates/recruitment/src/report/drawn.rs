//! How it was drawn, step by step, and who was.

use maud::{Markup, html};
use sortition::record::{Draw, TICKETS, by, from};
use texts::{Lang, format};

use super::beside::{Beside, address};
use super::parts::{Section, ids};
use super::pool::Pool;
use crate::t;
use crate::words::number::counted;
use crate::words::{decimal, plain_number};

pub(super) fn section(lang: Lang, pool: &Pool<'_>, beside: &Beside<'_>) -> Section {
    let record = pool.record;
    Section {
        id: "drawn",
        heading: heading(lang, pool).to_owned(),
        body: html! {
            @match &record.draw {
                _ if !pool.is_lottery() => {
                    p { (t::drawn_no_lottery(lang)) }
                    @if record.draw.is_some() { (members(lang, pool, t::drawn_chosen(lang))) }
                }
                Some(draw) if draw.from == from::RUN => { (steps(lang, pool, draw)) (members(lang, pool, t::drawn_members(lang))) }
                Some(draw) => { (steps(lang, pool, draw)) (members(lang, pool, &t::drawn_panel(lang, kind(pool), draw.panel))) }
                None => { p { (t::drawn_not_yet(lang)) } }
            }
            @if !record.panels.is_empty() { (panels(lang, pool, beside)) }
        },
    }
}

fn heading(lang: Lang, pool: &Pool<'_>) -> &'static str {
    match &pool.record.draw {
        _ if !pool.is_lottery() => t::drawn_heading_none(lang),
        Some(_) => t::drawn_heading(lang),
        None => t::drawn_heading_not_yet(lang),
    }
}

/// What is drawn from, as the texts call it: panels, or sets of several.
fn kind(pool: &Pool<'_>) -> &'static str {
    if pool.record.question.parallel > 1 { "sets" } else { "panels" }
}

fn steps(lang: Lang, pool: &Pool<'_>, draw: &Draw) -> Markup {
    let how = match draw.by.as_str() {
        by::SEED_WITH_SECRET => t::drawn_by_secret(lang).to_owned(),
        by::FRESH => t::drawn_by_fresh(lang).to_owned(),
        by::CEREMONY => t::drawn_by_ceremony(lang, draw.sides.unwrap_or_default()),
        _ => t::drawn_by_seed(lang).to_owned(),
    };
    html! {
        ol class="steps" {
            li { (if draw.from == from::RUN { t::drawn_fixed_run(lang) } else { t::drawn_fixed(lang) }) }
            @if let Some(commitment) = &draw.commitment {
                li { (t::drawn_promise(lang)) " " code { (commitment) } }
            }
            li { (how) @for text in &draw.text { " " code { (text) } } }
            @for sentence in number(lang, pool, draw) { li { (sentence) } }
        }
    }
}

/// From the text to the number of the panel.
fn number(lang: Lang, pool: &Pool<'_>, draw: &Draw) -> Vec<String> {
    let whole = |number: u64| format::number(lang, counted(number));
    let listed = pool.record.lottery.as_ref().map_or(0, |lottery| lottery.panels.len());
    let listed = plain_number(lang, listed);
    match (draw.from.as_str(), draw.by.as_str()) {
        (from::LIST, by::CEREMONY) => vec![t::drawn_throws(lang, whole(draw.number), listed)],
        (from::LIST, _) => vec![t::drawn_list(lang, whole(draw.number), listed)],
        (from::TICKETS, _) => {
            let before: u64 = pool.record.panels.iter().take(draw.panel).map(|panel| panel.tickets).sum();
            let tickets = pool.record.panels.get(draw.panel).map_or(0, |panel| panel.tickets);
            let last = (before + tickets).saturating_sub(1);
            let range = t::drawn_tickets(lang, kind(pool), draw.panel, whole(before), whole(last));
            vec![t::drawn_ticket(lang, whole(draw.number), whole(TICKETS)), range]
        }
        (from::RUN, _) => vec![t::drawn_run(lang).to_owned()],
        _ => Vec::new(),
    }
}

/// Who is on the panel, or on each of several; those who had a seat before stand apart.
fn members(lang: Lang, pool: &Pool<'_>, lead: &str) -> Markup {
    let kept = &pool.record.question.selected;
    let drawn = |part: usize| pool.panels[part].iter().copied().filter(|id| !kept.iter().any(|kept| kept == id));
    html! {
        p { strong { (lead) } }
        @for part in 0..pool.panels.len() {
            @if pool.panels.len() > 1 { h3 { (t::drawn_part(lang, part + 1)) } }
            (ids(drawn(part)))
        }
        @if !kept.is_empty() {
            p { (t::drawn_kept(lang)) }
            (ids(kept.iter().map(String::as_str)))
        }
    }
}

fn panels(lang: Lang, pool: &Pool<'_>, beside: &Beside<'_>) -> Markup {
    let record = pool.record;
    let points = |share: f64| decimal(lang, share * 100.0, 3);
    html! {
        h3 { (t::panels_heading(lang)) }
        p {
            (t::panels_count(lang, counted(record.panels.len()))) " "
            @if let Some(lottery) = &record.lottery {
                (t::panels_list(lang, plain_number(lang, lottery.panels.len()), points(lottery.deviation), points(lottery.least))) " "
            }
            (t::panels_numbered(lang))
            @if let Some(name) = beside.panels { " " (t::panels_file(lang)) " " a href=(address(name)) { (name) } "." }
        }
    }
}
