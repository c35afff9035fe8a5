//! Parts that several sections are made of: sections, tables, lists of ids.

use maud::{Markup, html};

/// A part of the page with its heading, and its entry in the contents.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) heading: String,
    pub(super) body: Markup,
}

/// A column of a table.
pub(super) struct Column {
    title: String,
    is_number: bool,
}

impl Column {
    pub(super) fn text(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            is_number: false,
        }
    }

    pub(super) fn number(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            is_number: true,
        }
    }
}

/// More columns than that may not fit beside each other: the table can then be moved sideways, also with the keyboard.
const MOST_COLUMNS: usize = 7;

/// A table. The first cell of each row is the row's heading. On a phone each row becomes a small card; roles are written out because
/// browsers then forget that it is a table.
pub(super) fn table(caption: &str, columns: &[Column], rows: &[Vec<String>]) -> Markup {
    let table = grid(caption, columns, rows);
    if columns.len() <= MOST_COLUMNS {
        return table;
    }
    html! { div class="scroll" role="region" tabindex="0" aria-label=(caption) { (table) } }
}

fn grid(caption: &str, columns: &[Column], rows: &[Vec<String>]) -> Markup {
    html! {
        table role="table" {
            caption { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in columns {
                        th scope="col" role="columnheader" class=[column.is_number.then_some("number")] { (column.title) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (at, (cell, column)) in row.iter().zip(columns).enumerate() {
                            @let class = column.is_number.then_some("number");
                            @if at == 0 {
                                th scope="row" role="rowheader" class=[class] { (cell) }
                            } @else {
                                td role="cell" class=[class] data-title=(column.title) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Ids, one after another.
pub(super) fn ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Markup {
    html! {
        ul class="ids" { @for id in ids { li { (id) } } }
    }
}
