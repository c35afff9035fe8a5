//! Rows of a form that one adds and removes: participants, dates, lines.
//!
//! The fields of a row are named `{list}-{index}-{field}`. With script a row is added from a `<template>` and removed in
//! place, so indices may have gaps; the server reads whatever indices it finds, in order. Without script both buttons
//! send the form with `repeat` = `add:{list}` or `remove:{list}:{index}`, and the server renders the form again.

use maud::{Markup, html};

use crate::{Button, Icon, Lang, t};

/// Stands for the index inside the `<template>`; the script puts a number there.
const INDEX_MARK: &str = "__i__";

/// Which row is being rendered; makes the names of its fields.
#[derive(Clone, Debug)]
pub struct Row {
    list: String,
    index: Option<usize>,
}

impl Row {
    /// Name of a field of this row: `deltagere-0-navn`.
    pub fn field(&self, name: &str) -> String {
        match self.index {
            Some(index) => format!("{}-{index}-{name}", self.list),
            None => format!("{}-{INDEX_MARK}-{name}", self.list),
        }
    }

    /// Index of an existing row; `None` for the empty row that the script copies.
    pub fn index(&self) -> Option<usize> {
        self.index
    }
}

/// A list of rows.
#[derive(Clone, Debug)]
pub struct Repeat {
    lang: Lang,
    list: String,
    row_title: String,
    add: String,
    count: usize,
    min: usize,
    max: usize,
}

impl Repeat {
    /// A list named `list` in the form. `row_title` heads each row and is numbered ("Deltager" → "Deltager 1"), `add` is
    /// the text of the button.
    pub fn new(lang: Lang, list: impl Into<String>, row_title: impl Into<String>, add: impl Into<String>) -> Self {
        Self {
            lang,
            list: list.into(),
            row_title: row_title.into(),
            add: add.into(),
            count: 1,
            min: 1,
            max: 50,
        }
    }

    /// Rows there are now.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = count;
        self
    }

    /// Fewest and most rows.
    #[must_use]
    pub fn limits(mut self, min: usize, max: usize) -> Self {
        self.min = min;
        self.max = max;
        self
    }

    /// Renders all rows and the template through `row`; it is called with an index for each row there is, and once
    /// without for the template.
    pub fn render(&self, row: impl Fn(&Row) -> Markup) -> Markup {
        html! {
            div class="repeat" data-repeat=(self.list) data-repeat-min=(self.min) data-repeat-max=(self.max)
                data-repeat-added=(t::row_added(self.lang)) data-repeat-removed=(t::row_removed(self.lang)) {
                div data-repeat-rows {
                    @for index in 0..self.count { (self.one(Some(index), &row)) }
                }
                template data-repeat-template { (self.one(None, &row)) }
                (Button::secondary(self.add.clone()).icon(Icon::Add).unvalidated()
                    .name("repeat", format!("add:{}", self.list)).disabled(self.count >= self.max).adds_row())
            }
        }
    }

    fn one(&self, index: Option<usize>, row: &impl Fn(&Row) -> Markup) -> Markup {
        let mark = index.map_or_else(|| INDEX_MARK.to_owned(), |index| index.to_string());
        let number = index.map_or_else(String::new, |index| (index + 1).to_string());
        let removable = index.is_none() || self.count > self.min;
        html! {
            fieldset class="repeat-row" data-repeat-row {
                legend class="h4" tabindex="-1" { span data-repeat-title { (self.row_title) } " " span data-repeat-number { (number) } }
                (row(&Row { list: self.list.clone(), index }))
                div class="repeat-remove" hidden[!removable] {
                    button type="submit" class="function-link" formnovalidate name="repeat"
                        value=(format!("remove:{}:{mark}", self.list)) data-repeat-remove {
                        (Icon::Delete.decorative()) span { (t::remove(self.lang)) }
                        span class="sr-only" { " " (self.row_title) " " span data-repeat-number { (number) } }
                    }
                }
            }
        }
    }
}
