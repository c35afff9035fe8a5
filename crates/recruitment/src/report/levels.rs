//! How many people had which chance.

use maud::{Markup, html};
use texts::Lang;

use super::chart::{Line, Mark, figure};
use super::parts::{Column, Section, table};
use super::pool::{Pool, Standing};
use super::steps::{Step, steps};
use crate::t;
use crate::words::overview::share;
use crate::words::{chance, plain_number};

/// More steps than that are no picture.
pub(super) const MOST: usize = 30;

pub(super) fn section(lang: Lang, pool: &Pool<'_>) -> Section {
    let drawable = pool.standing_as(Standing::Drawable);
    let steps = steps(&drawable, &pool.chance, MOST);
    Section {
        id: "levels",
        heading: t::levels_heading(lang).to_owned(),
        body: chart(lang, &steps, drawable.len()),
    }
}

/// The chance of a step, or from where to where it goes.
pub(super) fn of_step(lang: Lang, step: &Step) -> String {
    if step.is_one_chance() {
        chance(lang, step.low)
    } else {
        t::levels_from_to(lang, chance(lang, step.low), chance(lang, step.high))
    }
}

fn chart(lang: Lang, steps: &[Step], all: usize) -> Markup {
    let most = steps.iter().map(|step| step.people.len()).max().unwrap_or(1);
    let of = |people: usize, whole: usize| people as f64 * 100.0 / whole.max(1) as f64;
    let lines: Vec<Line> = steps
        .iter()
        .map(|step| Line {
            label: of_step(lang, step),
            shown: plain_number(lang, step.people.len()),
            marks: vec![Mark::Bar {
                width: of(step.people.len(), most),
                at: 0,
                of: 1,
            }],
        })
        .collect();
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            let people = step.people.len();
            vec![of_step(lang, step), plain_number(lang, people), share(lang, of(people, all))]
        })
        .collect();
    let columns = [
        Column::text(t::levels_chance(lang)),
        Column::number(t::levels_people(lang)),
        Column::number(t::levels_share(lang)),
    ];
    html! {
        p { (t::levels_lead(lang)) }
        (figure("levels-chart", t::levels_chart(lang), t::levels_chart_text(lang), &lines))
        (table(t::levels_caption(lang), &columns, &rows))
    }
}
