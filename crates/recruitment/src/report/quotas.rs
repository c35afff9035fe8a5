//! What was wanted, what the pool had, and what came out: feature by feature, as picture and table.

use maud::{Markup, html};
use texts::{Lang, format};

use super::chart::{Line, Mark, figure, picture};
use super::parts::{Column, Section, table};
use super::pool::{Feature, Pool};
use crate::t;
use crate::words::overview::{percent_span, share};
use crate::words::{decimal, plain_number};

/// How many of each value there are.
struct Counts {
    /// In the pool.
    pool: Vec<usize>,
    /// On each panel that came out.
    panels: Vec<Vec<usize>>,
}

pub(super) fn section(lang: Lang, pool: &Pool<'_>) -> Section {
    let people = &pool.record.pool;
    let counts = Counts {
        pool: pool.counts(0..people.len()),
        panels: pool
            .panels
            .iter()
            .map(|panel| pool.counts((0..people.len()).filter(|&person| panel.contains(people[person].id.as_str()))))
            .collect(),
    };
    let lead = if counts.panels.is_empty() {
        t::quotas_lead_not_drawn(lang)
    } else {
        t::quotas_lead(lang)
    };
    Section {
        id: "quotas",
        heading: t::quotas_heading(lang).to_owned(),
        body: html! {
            p { (lead) }
            (key(lang, !counts.panels.is_empty()))
            @for (number, feature) in pool.features.iter().enumerate() {
                h3 { (feature.name) }
                (chart(lang, pool, &counts, number, feature))
                (numbers(lang, pool, &counts, feature))
            }
        },
    }
}

/// What the marks mean.
fn key(lang: Lang, has_panel: bool) -> Markup {
    html! {
        p class="key-title" id="key" { (t::quotas_key(lang)) }
        ul class="key" aria-labelledby="key" {
            li { (picture(&[Mark::Tick { at: 50.0, width: 9.0 }])) " " (t::key_pool(lang)) }
            li { (picture(&[Mark::Band { from: 20.0, to: 80.0 }])) " " (t::key_quota(lang)) }
            @if has_panel { li { (picture(&[Mark::Bar { width: 60.0, at: 0, of: 1 }])) " " (t::key_panel(lang)) } }
        }
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 }
}

fn chart(lang: Lang, pool: &Pool<'_>, counts: &Counts, number: usize, feature: &Feature<'_>) -> Markup {
    let (people, size) = (pool.record.pool.len(), pool.record.question.size as usize);
    let widest = feature.quotas.iter().flat_map(|&quota| {
        let seats = counts.panels.iter().map(move |panel| panel[quota]);
        let most = (pool.record.quotas[quota].max as usize).min(size);
        seats
            .chain([most])
            .map(|seats| percent(seats, size))
            .chain([percent(counts.pool[quota], people)])
    });
    let top = (widest.fold(10.0_f64, f64::max) / 10.0).ceil() * 10.0;
    let on_scale = |part: f64| part * 100.0 / top;
    let line = |&quota: &usize| {
        let one = &pool.record.quotas[quota];
        let seat = |seats: usize| on_scale(percent(seats.min(size), size));
        let span = t::span(lang, one.min, one.max);
        let shown: Vec<String> = counts.panels.iter().map(|panel| plain_number(lang, panel[quota])).collect();
        let bars = counts.panels.iter().enumerate().map(|(at, panel)| Mark::Bar {
            width: seat(panel[quota]),
            at,
            of: counts.panels.len(),
        });
        let band = Mark::Band {
            from: seat(one.min as usize),
            to: seat(one.max as usize),
        };
        let tick = Mark::Tick {
            at: on_scale(percent(counts.pool[quota], people)),
            width: 1.0,
        };
        Line {
            label: one.value.clone(),
            shown: if shown.is_empty() {
                t::chart_quota(lang, span)
            } else {
                t::chart_seats(lang, format::list(lang, &shown), span)
            },
            marks: [band].into_iter().chain(bars).chain([tick]).collect(),
        }
    };
    let lines: Vec<Line> = feature.quotas.iter().map(line).collect();
    let text = t::quotas_chart_text(lang, feature.name, share(lang, top));
    figure(&format!("quotas-{number}"), &t::quotas_chart(lang, feature.name), &text, &lines)
}

fn numbers(lang: Lang, pool: &Pool<'_>, counts: &Counts, feature: &Feature<'_>) -> Markup {
    let (people, size) = (pool.record.pool.len(), pool.record.question.size as usize);
    let mut columns = vec![
        Column::text(t::quotas_value(lang, feature.name)),
        Column::number(t::quotas_pool(lang)),
        Column::number(t::quotas_pool_share(lang)),
        Column::number(t::quotas_quota(lang)),
        Column::number(t::quotas_quota_share(lang)),
    ];
    match counts.panels.len() {
        0 => {}
        1 => columns.extend([t::quotas_panel(lang), t::quotas_panel_share(lang)].map(Column::number)),
        several => columns.extend((1..=several).map(|number| Column::number(t::quotas_panel_number(lang, number)))),
    }
    let row = |&quota: &usize| {
        let one = &pool.record.quotas[quota];
        let part = |seats: u32| decimal(lang, percent(seats as usize, size), 1);
        let mut row = vec![
            one.value.clone(),
            plain_number(lang, counts.pool[quota]),
            share(lang, percent(counts.pool[quota], people)),
            t::span(lang, one.min, one.max),
            percent_span(lang, &part(one.min), &part(one.max)),
        ];
        row.extend(counts.panels.iter().map(|panel| plain_number(lang, panel[quota])));
        if let [panel] = counts.panels.as_slice() {
            row.push(share(lang, percent(panel[quota], size)));
        }
        row
    };
    let rows: Vec<Vec<String>> = feature.quotas.iter().map(row).collect();
    table(&t::quotas_caption(lang, feature.name), &columns, &rows)
}
