//! Whether the chances are the best there are, what proves it, and the chances in figures.

use maud::html;
use texts::Lang;

use super::parts::{Column, Section, table};
use super::pool::{Pool, Standing};
use crate::t;
use crate::words::number::counted;
use crate::words::{chance, decimal, plain_number, proven, status, status_name};

pub(super) fn section(lang: Lang, pool: &Pool<'_>) -> Section {
    let record = pool.record;
    let certificate = &record.certificate;
    Section {
        id: "fair",
        heading: if pool.is_lottery() {
            t::fair_heading(lang)
        } else {
            t::fair_heading_none(lang)
        }
        .to_owned(),
        body: html! {
            p { strong class="status" { (status_name(lang, &record.status)) } " " (status(lang, &record.status)) }
            @if let Some(proven) = proven(lang, record) { p { (proven) } }
            @if pool.has_proof() { p { (t::fair_proof(lang)) } }
            @if !certificate.learnt.is_empty() { p { (t::fair_learnt(lang, counted(certificate.learnt.len()))) } }
            @if pool.is_lottery() { (figures(lang, pool)) }
        },
    }
}

fn figures(lang: Lang, pool: &Pool<'_>) -> maud::Markup {
    let record = pool.record;
    let drawable = pool.standing_as(Standing::Drawable).len();
    let even = if drawable == 0 {
        0.0
    } else {
        f64::from(pool.open_seats()) / drawable as f64
    };
    let row = |name: &str, value: String, means: &str| vec![name.to_owned(), value, means.to_owned()];
    let rows = [
        row(t::figures_min(lang), chance(lang, record.min), t::figures_min_means(lang)),
        row(t::figures_max(lang), chance(lang, record.max), t::figures_max_means(lang)),
        row(t::figures_even(lang), chance(lang, even.min(1.0)), t::figures_even_means(lang)),
        row(
            t::figures_mean(lang),
            chance(lang, record.geometric_mean),
            t::figures_mean_means(lang),
        ),
        row(t::figures_gini(lang), decimal(lang, record.gini, 3), t::figures_gini_means(lang)),
        row(
            t::figures_unreachable(lang),
            plain_number(lang, record.unreachable),
            t::figures_unreachable_means(lang),
        ),
    ];
    let columns = [
        Column::text(t::figures_name(lang)),
        Column::number(t::figures_value(lang)),
        Column::text(t::figures_means(lang)),
    ];
    table(t::figures_caption(lang), &columns, &rows)
}
