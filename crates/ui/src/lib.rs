//! The house's accessible components.
//!
//! A component is a function or a small builder whose signature forces what a reader cannot do without: a field has a
//! label, a table a caption, a chart its table, an icon either nothing to say or a text. Class names are those of
//! Det Fælles Designsystem (`dkfds`), so that designers who know it feel at home. Every component works without
//! script; `web/src` only makes it quicker. Start with [`page()`], and see `/_ui` ([`gallery()`]) for all of them.
//!
//! | To build | Take |
//! |---|---|
//! | a page | [`Page`] in a [`Shell`]; [`section`] for its parts, [`stack`], [`cluster`], [`grid`] for layout |
//! | a form | [`Form::post`] around [`Input`], [`Textarea`], [`Select`], [`Radios`], [`Checkboxes`], [`Checkbox`], [`DateField`], [`FileField`] and [`Button`]; [`error_summary`] on top; [`Repeat`] for rows |
//! | a list | [`Table`], [`card_grid`], [`definitions`], [`key_figures`], [`pagination`]; [`empty_state`] when there is nothing |
//! | a filter | [`Form::get`] with [`Form::live_filter`], [`filter_bar`], and a [`results_region`] |
//! | news while the page is open | [`live`] and [`live_target`] |
//! | a link | [`Href`]: it cannot lead to a script |

mod alert;
mod badge;
mod button;
mod card;
mod chart;
mod dialog;
mod disclosure;
mod empty;
mod flow;
mod form;
mod gallery;
mod href;
mod icon;
mod inline;
mod list;
mod live;
mod page;
mod pagination;
mod progress;
mod repeat;
mod search;
mod steps;
mod table;
mod tabs;

mod t {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use alert::{Alert, Flash, Mood, alert};
pub use badge::{Badge, badge, tag_link};
pub use button::{Button, Confirm, button_group, link_button};
pub use card::{Card, card_grid};
pub use chart::{Bar, bar_chart, figure};
pub use dialog::dialog;
pub use disclosure::{accordion, details, open_details};
pub use empty::empty_state;
pub use flow::{back_link, cluster, columns, divider, grid, grid_after, lead, section, stack};
pub use form::{
    CSRF_FIELD, Checkbox, Checkboxes, Choice, DateField, Errors, FileField, Form, Input, Radios, Select, Textarea, Width, depending,
    error_summary, fieldset, filter_bar, hidden, id_of, unless_ticked,
};
pub use gallery::gallery;
pub use href::{Href, UnsafeUrl};
pub use icon::Icon;
pub use inline::{copyable, time, together, visually_hidden};
pub use list::{Definition, definitions, key_figures, structured_list};
pub use live::{EVENT_ANNOUNCE, EVENT_RESET, EVENT_SWAP, live, live_target, live_target_said, results_region};
pub use page::{Crumb, NavItem, Organisation, Page, Robots, Shell, User, language_switch, page};
pub use pagination::pagination;
pub use progress::{progress, spinner};
pub use repeat::{Repeat, Row};
pub use search::search_form;
pub use steps::{Step, StepState, steps};
pub use table::{Column, Sort, Table};
pub use tabs::{Tab, tab_links, tabs};

pub use texts::Lang;

/// Level of a heading below the page's only `h1`; headings must not jump a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `h2`
    Two,
    /// `h3`
    Three,
    /// `h4`
    Four,
}

impl Level {
    /// A heading of this level with `dkfds`' look of that level.
    pub fn heading(self, text: &str) -> maud::Markup {
        self.heading_with(text, None, None)
    }

    pub(crate) fn heading_with(self, text: &str, id: Option<&str>, class: Option<&str>) -> maud::Markup {
        self.wrap(&maud::html! { (text) }, id, class)
    }

    pub(crate) fn wrap(self, inner: &maud::Markup, id: Option<&str>, class: Option<&str>) -> maud::Markup {
        maud::html! {
            @match self {
                Self::Two => { h2 id=[id] class=[class] { (inner) } }
                Self::Three => { h3 id=[id] class=[class] { (inner) } }
                Self::Four => { h4 id=[id] class=[class] { (inner) } }
            }
        }
    }
}
