//! The courses of the house: their texts, their order, and whether the public sees them.

mod edit;
mod form;
mod list;
mod preview;
mod view;

pub(super) use list::{direction, none};

use maud::Markup;
use platform::web::{MemberWith, Route, get, post};
use texts::Lang;
use ui::Badge;

use super::paths::{COURSE, COURSE_NEW, COURSE_PREVIEW, COURSE_PUBLISH, COURSE_SHIFT, COURSES};
use crate::rights::ManageCourses;
use crate::t;

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(COURSES, MANAGE, list::show),
        get(COURSE_NEW, MANAGE, edit::new),
        post(COURSE_NEW, MANAGE, edit::create),
        get(COURSE, MANAGE, edit::show),
        post(COURSE, MANAGE, edit::save),
        post(COURSE_PUBLISH, MANAGE, list::publish),
        post(COURSE_SHIFT, MANAGE, list::shift),
        get(COURSE_PREVIEW, MANAGE, preview::show),
    ]
}

/// Whether the public sees it, as a mark.
pub(super) fn publish_badge(lang: Lang, published: bool) -> Markup {
    match published {
        true => ui::badge(Badge::Success, t::admin_published(lang)),
        false => ui::badge(Badge::Neutral, t::admin_unpublished(lang)),
    }
}
