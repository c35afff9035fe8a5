//! The house's own pages: what needs a decision today, and everything the public pages are made of.

mod clash;
mod courses;
mod editions;
mod fields;
mod house;
mod interest;
mod log;
mod participants;
mod parts;
mod paths;
mod rows;
mod series;
mod texts;
mod words;

use platform::people::Role;
use platform::web::{Audience, NavItem, Right, Route};

use super::paths::HOUSE;
use crate::rights::{ManageCourses, SeeHouse};
use crate::t;

pub(super) fn routes() -> Vec<Route> {
    [
        house::routes(),
        courses::routes(),
        editions::routes(),
        participants::routes(),
        interest::routes(),
        series::routes(),
        texts::routes(),
    ]
    .concat()
}

pub(super) fn navigation() -> Vec<NavItem> {
    let item = |paths, label, allows: fn(Role) -> bool, exact| NavItem {
        paths,
        label,
        audience: Audience::Members(allows),
        exact,
    };
    vec![
        item(HOUSE, t::admin_nav_house, SeeHouse::allows, true),
        item(paths::EDITIONS, t::admin_nav_editions, SeeHouse::allows, false),
        item(paths::COURSES, t::admin_nav_courses, ManageCourses::allows, false),
        item(paths::INTEREST, t::admin_nav_interest, ManageCourses::allows, false),
        item(paths::TEXTS, t::admin_nav_texts, ManageCourses::allows, false),
    ]
}
