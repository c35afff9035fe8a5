//! Charts: a picture, its title, and always the table with the same numbers.

use maud::{Markup, html};

use crate::{Column, Lang, Table, details, t};

/// A picture with its title and the table that says the same. `picture` must be hidden from screen readers or named;
/// [`bar_chart`] does it.
pub fn figure(lang: Lang, id: &str, title: &str, picture: &Markup, numbers: &Table) -> Markup {
    let title_id = format!("{id}-title");
    html! {
        figure class="chart" id=(id) aria-labelledby=(title_id) {
            figcaption class="chart-title" id=(title_id) { (title) }
            (picture)
            (details(t::chart_numbers(lang), &numbers.render()))
        }
    }
}

/// One bar: its name, its size, and the size as people write it.
#[derive(Clone, Debug)]
pub struct Bar {
    label: String,
    value: f64,
    shown: String,
}

impl Bar {
    /// A bar.
    pub fn new(label: impl Into<String>, value: f64, shown: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.max(0.0),
            shown: shown.into(),
        }
    }
}

/// Lying bars with their numbers, and the same as a table. `label_column` and `value_column` head that table.
pub fn bar_chart(lang: Lang, id: &str, title: &str, label_column: &str, value_column: &str, bars: &[Bar]) -> Markup {
    let largest = bars.iter().map(|bar| bar.value).fold(0.0_f64, f64::max);
    let table = Table::new(lang, title, [Column::text(label_column), Column::number(value_column)])
        .caption_hidden()
        .rows(bars.iter().map(|bar| [html! { (bar.label) }, html! { (bar.shown) }]));
    let picture = html! {
        div class="bars" aria-hidden="true" {
            @for bar in bars {
                div class="bar" {
                    span class="bar-label" { (bar.label) }
                    svg class="bar-picture" viewBox="0 0 100 4" preserveAspectRatio="none" focusable="false" {
                        rect class="bar-ground" width="100" height="4" {}
                        rect class="bar-size" width=(share(bar.value, largest)) height="4" {}
                    }
                    span class="bar-value" { (bar.shown) }
                }
            }
        }
    };
    figure(lang, id, title, &picture, &table)
}

/// Share of the largest in percent, with one decimal.
fn share(value: f64, largest: f64) -> String {
    if largest <= 0.0 {
        "0".to_owned()
    } else {
        format!("{:.1}", value / largest * 100.0)
    }
}
