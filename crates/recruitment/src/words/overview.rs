//! Counts beside targets, as a table.

use sortition::check::{FeatureOverview, Overview, ValueOverview};
use texts::{Lang, format};

use super::number::{counted, decimal, plain_number};
use crate::t;

/// A table of words and numbers: what stands above it, its headings, and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// What the table shows.
    pub caption: String,
    /// Of the columns. The first two are words, the others numbers.
    pub headings: Vec<String>,
    /// As many cells in each as there are headings. Below the values of a feature stands their sum.
    pub rows: Vec<Vec<String>>,
}

/// What the pool has beside what the panel wants.
#[must_use]
pub fn overview(lang: Lang, overview: &Overview) -> Counts {
    let headings = [
        t::overview_feature(lang),
        t::overview_value(lang),
        t::overview_people(lang),
        t::overview_share(lang),
        t::overview_drawable(lang),
        t::overview_selected(lang),
        t::overview_quota(lang),
        t::overview_quota_share(lang),
    ];
    let rows = overview.features.iter().flat_map(|feature| {
        let values = feature.values.iter().map(|value| of_value(lang, overview, feature, value));
        values.chain([of_feature(lang, overview, feature)]).collect::<Vec<_>>()
    });
    Counts {
        caption: t::overview_caption(
            lang,
            plain_number(lang, overview.people),
            plain_number(lang, overview.drawable),
            format::number(lang, overview.size.into()),
        ),
        headings: headings.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn of_value(lang: Lang, overview: &Overview, feature: &FeatureOverview, value: &ValueOverview) -> Vec<String> {
    let number = |count: u32| format::number(lang, count.into());
    let percent = |seats: u32| decimal(lang, overview.percent_of_panel(seats), 1);
    vec![
        feature.name.clone(),
        value.name.clone(),
        number(value.people),
        share(lang, overview.percent_of_pool(value.people)),
        number(value.drawable),
        number(value.selected),
        t::span(lang, number(value.min), number(value.max)),
        percent_span(lang, &percent(value.min), &percent(value.max)),
    ]
}

fn of_feature(lang: Lang, overview: &Overview, feature: &FeatureOverview) -> Vec<String> {
    let all = |count: usize| plain_number(lang, count);
    let number = |sum: u64| format::number(lang, counted(sum));
    vec![
        feature.name.clone(),
        t::overview_sum(lang).to_owned(),
        all(overview.people),
        share(lang, if overview.people == 0 { 0.0 } else { 100.0 }),
        all(overview.drawable),
        all(overview.selected),
        t::span(lang, number(feature.min), number(feature.max)),
        String::new(),
    ]
}

/// A part of a hundred with one decimal.
pub(crate) fn share(lang: Lang, percent: f64) -> String {
    unit(lang, &decimal(lang, percent, 1))
}

/// `25–30 %`.
pub(crate) fn percent_span(lang: Lang, low: &str, high: &str) -> String {
    unit(lang, &t::span(lang, low, high))
}

fn unit(lang: Lang, number: &str) -> String {
    format!("{number}{}", lang.pick("\u{a0}%", "%"))
}
