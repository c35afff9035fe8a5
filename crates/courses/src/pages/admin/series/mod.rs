//! Series: texts, those who offer them, and what is usual in them.

mod edit;
mod form;
mod view;

use platform::web::{MemberWith, Route, get, post};

use super::paths::{SERIES, SERIES_NEW, SERIES_PUBLISH};
use crate::rights::ManageCourses;

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(SERIES_NEW, MANAGE, edit::new),
        post(SERIES_NEW, MANAGE, edit::create),
        get(SERIES, MANAGE, edit::show),
        post(SERIES, MANAGE, edit::save),
        post(SERIES_PUBLISH, MANAGE, edit::publish),
    ]
}
