//! Everybody's chance, and why it is not higher: in groups of people with the same answers, every id a place that a link can lead to.

use std::collections::BTreeMap;

use maud::{Markup, html};
use sortition::record::status;
use texts::Lang;

use super::anchor::anchor;
use super::levels::{self, of_step};
use super::parts::Section;
use super::pool::{Pool, Standing};
use super::reason::reason;
use super::steps::{Step, steps};
use crate::t;
use crate::words::number::counted;
use crate::words::{chance, decimal, plain_number};

/// More steps than that are drawn together.
const MOST: usize = 200;

pub(super) fn section(lang: Lang, pool: &Pool<'_>) -> Section {
    let is_estimated = pool.record.status == status::ESTIMATED;
    let means = match is_estimated {
        _ if !pool.is_lottery() => t::chances_none(lang).to_owned(),
        true => t::chances_estimated(lang, plain_number(lang, pool.record.trials.unwrap_or_default() as usize)),
        false => t::chances_same(lang).to_owned(),
    };
    let mut lead = vec![t::chances_find(lang).to_owned(), means];
    if pool.is_lottery() && pool.shares_household.contains(&true) {
        lead.push(t::chances_home(lang).to_owned());
    }
    // Counted chances nearly all differ, and have no common reason either.
    let most = if is_estimated { levels::MOST } else { MOST };
    let drawable = pool.standing_as(Standing::Drawable);
    let others = [
        (Standing::Selected, t::chances_selected as fn(Lang, i64) -> String),
        (Standing::Housemate, t::chances_housemates),
        (Standing::Excluded, t::chances_excluded),
    ];
    Section {
        id: "chances",
        heading: if pool.is_lottery() {
            t::chances_heading(lang)
        } else {
            t::chances_heading_none(lang)
        }
        .to_owned(),
        body: html! {
            p { (lead.join(" ")) }
            @if pool.is_lottery() {
                @for step in steps(&drawable, &pool.chance, most) { (of_chance(lang, pool, &step)) }
            } @else {
                (of_standing(lang, pool, &t::chances_everybody(lang, counted(drawable.len())), &drawable))
            }
            @for (standing, title) in others {
                @let people = pool.standing_as(standing);
                @if !people.is_empty() { (of_standing(lang, pool, &title(lang, counted(people.len())), &people)) }
            }
        },
    }
}

/// People with the same chance.
fn of_chance(lang: Lang, pool: &Pool<'_>, step: &Step) -> Markup {
    let title = t::chances_level(lang, of_step(lang, step), counted(step.people.len()));
    let sentence = |people: &[usize]| {
        let seats: f64 = people.iter().map(|&person| pool.chance[person]).sum();
        let shown = decimal(lang, seats, 2);
        let unit = if shown == "1" { "seat" } else { "seats" };
        let own = of_step(lang, &Step::of(people, &pool.chance));
        let shared = match people.len() {
            1 => t::chances_own_group(lang, own),
            several => t::chances_group(lang, own, plain_number(lang, several), shown, unit),
        };
        [shared, reason(lang, pool, people[0])].join(" ").trim_end().to_owned()
    };
    opened(lang, pool, &title, &step.people, sentence, !step.is_one_chance())
}

/// People who could not be drawn for the same reason, or of whom nobody knows a chance.
fn of_standing(lang: Lang, pool: &Pool<'_>, title: &str, people: &[usize]) -> Markup {
    let sentence = |people: &[usize]| t::chances_group_only(lang, counted(people.len()));
    opened(lang, pool, title, people, sentence, false)
}

/// A title that opens the groups of these people. Browsers open it by themselves when their search or a link leads inside.
fn opened(lang: Lang, pool: &Pool<'_>, title: &str, people: &[usize], sentence: impl Fn(&[usize]) -> String, has_own: bool) -> Markup {
    html! {
        details {
            summary { (title) }
            ul class="groups" {
                @for (values, people) in groups(lang, pool, people) {
                    li {
                        p { strong { (values) } ": " (sentence(&people)) }
                        ul class="ids" { @for person in people { (one(lang, pool, person, has_own)) } }
                    }
                }
            }
        }
    }
}

/// Somebody's id, with their own chance where those of the group differ.
fn one(lang: Lang, pool: &Pool<'_>, person: usize, has_own: bool) -> Markup {
    let id = &pool.record.pool[person].id;
    let shown = if has_own {
        t::chances_own(lang, id, chance(lang, pool.chance[person]))
    } else {
        id.clone()
    };
    html! {
        li id=(anchor(id)) {
            @if pool.is_on_panel(id) { strong { (t::chances_drawn(lang, shown)) } } @else { (shown) }
        }
    }
}

/// People with the same answers, in the order of the quotas. Those who share a household with others of the pool are groups of their own:
/// their chance has other reasons.
fn groups(lang: Lang, pool: &Pool<'_>, people: &[usize]) -> Vec<(String, Vec<usize>)> {
    let mut groups: BTreeMap<(Vec<usize>, bool), Vec<usize>> = BTreeMap::new();
    for &person in people {
        let key = (pool.quotas_of(person), pool.shares_household[person]);
        groups.entry(key).or_default().push(person);
    }
    groups
        .into_values()
        .map(|mut people| {
            people.sort_unstable();
            let values = pool.record.pool[people[0]].values.join(" · ");
            let shares = pool.shares_household[people[0]];
            (if shares { t::chances_lives_with(lang, values) } else { values }, people)
        })
        .collect()
}
