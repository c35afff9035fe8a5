//! The public face: catalogue, courses, and what the house says about itself.

mod about;
mod audience;
mod catalogue;
mod course;
mod flyer;
pub(super) mod house;
mod live;
mod past;
mod practical;

pub(super) use course::view as course_view;
pub(crate) use live::seats_changed;

use platform::web::{Audience, NavItem, Public, Route, get};

use super::paths::{ABOUT, AUDIENCE, CATALOGUE, COURSE, COURSE_LIVE, FLYER, PAST, PRACTICAL};
use crate::t;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(CATALOGUE, Public, catalogue::show).in_shared_cache(),
        get(PRACTICAL, Public, practical::show).in_shared_cache(),
        get(AUDIENCE, Public, audience::show).in_shared_cache(),
        get(PAST, Public, past::show).in_shared_cache(),
        get(ABOUT, Public, about::show).in_shared_cache(),
        get(FLYER, Public, flyer::download).in_shared_cache(),
        get(COURSE, Public, course::show).in_shared_cache(),
        get(COURSE_LIVE, Public, live::follow).streaming(),
    ]
}

pub(super) fn navigation() -> Vec<NavItem> {
    let item = |paths, label, exact| NavItem {
        paths,
        label,
        audience: Audience::Public,
        exact,
    };
    vec![
        item(CATALOGUE, t::nav_courses, true),
        item(PRACTICAL, t::nav_practical, false),
        item(AUDIENCE, t::nav_audience, false),
        item(PAST, t::nav_past, false),
        item(ABOUT, t::nav_about, false),
    ]
}
