//! Tables: a caption, headed columns, a headed row; on a phone each row becomes a small card.

use maud::{Markup, html};

use crate::{Href, Icon, Lang, t};

/// Direction a column is sorted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Smallest or earliest first.
    Ascending,
    /// Largest or latest first.
    Descending,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    title: String,
    number: bool,
    hidden: bool,
    sort: Option<(Href, Option<Sort>)>,
}

impl Column {
    /// A column of text.
    pub fn text(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            number: false,
            hidden: false,
            sort: None,
        }
    }

    /// A column of numbers, set flush right.
    pub fn number(title: impl Into<String>) -> Self {
        Self {
            number: true,
            ..Self::text(title)
        }
    }

    /// A column whose title is only read aloud: the column of buttons.
    pub fn actions(title: impl Into<String>) -> Self {
        Self {
            hidden: true,
            ..Self::text(title)
        }
    }

    /// The title is a link that sorts by this column; `now` is how it is sorted already.
    #[must_use]
    pub fn sortable(mut self, href: Href, now: Option<Sort>) -> Self {
        self.sort = Some((href, now));
        self
    }
}

/// A table. The first cell of each row is the row's heading unless [`Table::plain_rows`] says otherwise.
#[derive(Clone, Debug)]
pub struct Table {
    lang: Lang,
    caption: String,
    caption_hidden: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Markup>>,
    footer: Option<Vec<Markup>>,
    row_headers: bool,
    stacked: bool,
    compact: bool,
    empty: Option<Markup>,
}

impl Table {
    /// A table without rows yet; `caption` says what it shows.
    pub fn new(lang: Lang, caption: impl Into<String>, columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            lang,
            caption: caption.into(),
            caption_hidden: false,
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
            footer: None,
            row_headers: true,
            stacked: true,
            compact: false,
            empty: None,
        }
    }

    /// Adds a row with one cell for each column.
    #[must_use]
    pub fn row(mut self, cells: impl IntoIterator<Item = Markup>) -> Self {
        self.rows.push(self.checked(cells));
        self
    }

    /// Adds rows.
    #[must_use]
    pub fn rows<R: IntoIterator<Item = Markup>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        for row in rows {
            let row = self.checked(row);
            self.rows.push(row);
        }
        self
    }

    /// A last row with sums.
    #[must_use]
    pub fn footer(mut self, cells: impl IntoIterator<Item = Markup>) -> Self {
        self.footer = Some(self.checked(cells));
        self
    }

    /// The caption is only read aloud, because a heading just above says the same.
    #[must_use]
    pub fn caption_hidden(mut self) -> Self {
        self.caption_hidden = true;
        self
    }

    /// The first cell is not a heading of its row.
    #[must_use]
    pub fn plain_rows(mut self) -> Self {
        self.row_headers = false;
        self
    }

    /// Keeps the grid on a phone and lets it scroll sideways, for tables one compares across rows.
    #[must_use]
    pub fn scrolling(mut self) -> Self {
        self.stacked = false;
        self
    }

    /// Less air, for long lists in the workspace.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// What is shown instead of a table without rows.
    #[must_use]
    pub fn empty(mut self, instead: Markup) -> Self {
        self.empty = Some(instead);
        self
    }

    /// The table.
    pub fn render(&self) -> Markup {
        if let (true, Some(empty)) = (self.rows.is_empty(), &self.empty) {
            return empty.clone();
        }
        let mut class = String::from("table");
        if self.compact {
            class.push_str(" table--compact");
        }
        if self.stacked {
            class.push_str(" table-md-responsive-headers");
        }
        // A grid that scrolls sideways must be reachable by keyboard and say what it is.
        let scrolls = !self.stacked;
        html! {
            div class="table--responsive-scroll" tabindex=[scrolls.then_some("0")] role=[scrolls.then_some("region")]
                aria-label=[scrolls.then_some(&self.caption)] {
                table class=(class) role=[self.stacked.then_some("table")] {
                    caption class=[self.caption_hidden.then_some("sr-only")] { (self.caption) }
                    thead role=[self.stacked.then_some("rowgroup")] {
                        tr role=[self.stacked.then_some("row")] { @for column in &self.columns { (self.head(column)) } }
                    }
                    tbody role=[self.stacked.then_some("rowgroup")] { @for row in &self.rows { (self.one_row(row)) } }
                    @if let Some(footer) = &self.footer {
                        tfoot role=[self.stacked.then_some("rowgroup")] { (self.one_row(footer)) }
                    }
                }
            }
        }
    }

    fn checked(&self, cells: impl IntoIterator<Item = Markup>) -> Vec<Markup> {
        let cells: Vec<Markup> = cells.into_iter().collect();
        debug_assert_eq!(
            cells.len(),
            self.columns.len(),
            "a row of the table “{}” has another number of cells",
            self.caption
        );
        cells
    }

    fn head(&self, column: &Column) -> Markup {
        let sorted = column.sort.as_ref().and_then(|(_, now)| *now);
        let aria_sort = sorted.map(|sort| if sort == Sort::Ascending { "ascending" } else { "descending" });
        let (icon, hint) = match sorted {
            Some(Sort::Ascending) => (Icon::SortAscending, t::sort_descending(self.lang)),
            Some(Sort::Descending) => (Icon::SortDescending, t::sort_ascending(self.lang)),
            None => (Icon::SortNone, t::sort_by_this(self.lang)),
        };
        // Roles are written out because browsers drop a table's meaning when its rows are laid out as cards.
        html! {
            th scope="col" role=[self.stacked.then_some("columnheader")] class=[column.number.then_some("number")]
                aria-sort=[aria_sort] {
                @if let Some((href, _)) = &column.sort {
                    a class="sort-link" href=(href) {
                        (column.title) span class="sr-only" { " " (hint) } (icon.decorative())
                    }
                } @else if column.hidden { span class="sr-only" { (column.title) } }
                @else { (column.title) }
            }
        }
    }

    fn one_row(&self, cells: &[Markup]) -> Markup {
        html! {
            tr role=[self.stacked.then_some("row")] {
                @for (at, (cell, column)) in cells.iter().zip(&self.columns).enumerate() {
                    @let class = column.number.then_some("number");
                    @if at == 0 && self.row_headers {
                        th scope="row" role=[self.stacked.then_some("rowheader")] class=[class] { (cell) }
                    } @else {
                        td role=[self.stacked.then_some("cell")] class=[class]
                            data-title=[(self.stacked && !column.hidden).then_some(&column.title)] { (cell) }
                    }
                }
            }
        }
    }
}
