//! The editions of the house: the list, the plan of each, and the decisions about it.

mod decide;
mod edit;
mod fill;
mod filter;
mod form;
mod list;
mod show;
pub(super) mod venue;
mod view;

pub(super) use fill::{amount, clock, percent};
pub(super) use form::{days_before, minimum, time};
pub(super) use show::{awaits_decision, proposal_text};

use platform::web::{Error, MemberWith, Route, Staff, get, post};

use super::paths::{EDITION, EDITION_NEW, EDITION_PLAN, EDITION_STEP, EDITIONS};
use crate::model::{Course, EditionId};
use crate::rights::{ManageCourses, SeeHouse};
use crate::store::catalogue;
use crate::store::editions::{self, StoredEdition};

const MANAGE: MemberWith<ManageCourses> = MemberWith::right();
const SEE: MemberWith<SeeHouse> = MemberWith::right();

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(EDITIONS, SEE, list::show),
        get(EDITION_NEW, MANAGE, edit::new),
        post(EDITION_NEW, MANAGE, edit::create),
        get(EDITION, SEE, show::show),
        get(EDITION_PLAN, MANAGE, edit::show),
        post(EDITION_PLAN, MANAGE, edit::save),
        get(EDITION_STEP, MANAGE, decide::ask),
        post(EDITION_STEP, MANAGE, decide::take),
    ]
}

/// An edition of this house with its course.
pub(super) async fn find<R>(app: &platform::App, staff: &Staff<R>, id: EditionId) -> Result<(StoredEdition, Course), Error> {
    let stored = editions::by_id(&app.db, staff.scope, id).await?.ok_or(Error::NotFound)?;
    let courses = catalogue::courses(&app.db, staff.scope).await?;
    let course = courses
        .into_iter()
        .find(|course| course.id == stored.course_id)
        .ok_or(Error::NotFound)?;
    Ok((stored, course.course))
}
