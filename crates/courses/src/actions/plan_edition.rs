//! Planning an edition, and changing its plan.

use db::Tx;
use jiff::Timestamp;
use platform::App;
use platform::values::Line;
use platform::web::{Error, Staff};
use serde_json::json;
use uuid::Uuid;

use super::note::note;
use super::tell::{self, News};
use crate::model::{CourseId, Day, Days, EditionId, EditionPlan, EditionRefusal, Venue, VenueId};
use crate::pages::seats_changed;
use crate::rights::ManageCourses;
use crate::store::edit_editions::{self, PlanRow};
use crate::store::editions::{self, StoredEdition};
use crate::store::{edit_registrations, edit_venues, registrations};

/// A plan with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) plan: EditionPlan,
    pub(crate) venue: VenueChoice,
    /// For participants only.
    pub(crate) online_link: Option<String>,
    pub(crate) vat_exempt_reason: Option<Line<200>>,
}

/// Where it takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VenueChoice {
    /// No place yet, or none needed.
    None,
    /// A place the house has used before.
    Known(VenueId),
    /// A place to add.
    New(Venue),
}

/// What became of a change.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Revised {
    /// Saved, and so many people get a mail about a new time or place.
    Saved { told: usize },
    /// Somebody else has changed it since the form was shown. Nothing was saved.
    Clash,
    /// The plan cannot be changed like this.
    Refused(EditionRefusal),
}

/// Adds an edition of a course as a draft.
pub(crate) async fn create(app: &App, staff: &Staff<ManageCourses>, course: CourseId, planned: &Planned) -> Result<EditionId, Error> {
    let now = app.clock.now();
    let id = EditionId::from_uuid(app.random.id(now));
    let mut tx = app.db.begin().await?;
    let venue = settle_venue(&mut tx, app, staff, &planned.venue).await?;
    edit_editions::insert(
        &mut tx,
        staff.scope,
        (id, course),
        &row(planned, venue),
        days(app, &planned.plan),
        now,
    )
    .await?;
    note(
        &mut tx,
        app,
        staff,
        "edition.planned",
        ("edition", id.as_uuid()),
        json!({ "course": course }),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes the plan of an edition that still is as it was at `version`. Who holds a seat is told of a new time or place.
///
/// # Errors
/// [`Error::NotFound`] for an edition of nobody or of others.
pub(crate) async fn revise(
    app: &App,
    staff: &Staff<ManageCourses>,
    (id, version): (EditionId, Timestamp),
    planned: &Planned,
) -> Result<Revised, Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = editions::lock(&mut tx, staff.scope, id).await?.ok_or(Error::NotFound)?;
    let current = edit_editions::beside(&tx, staff.scope, id).await?.ok_or(Error::NotFound)?;
    if current.changed_at != version {
        return Ok(Revised::Clash);
    }
    let mut edition = before.edition.clone();
    if let Err(refusal) = edition.revise(planned.plan.clone(), before.seats_held) {
        return Ok(Revised::Refused(refusal));
    }
    let venue = settle_venue(&mut tx, app, staff, &planned.venue).await?;
    if !edit_editions::update(
        &mut tx,
        staff.scope,
        (id, version),
        &row(planned, venue),
        days(app, edition.plan()),
        now,
    )
    .await?
    {
        return Ok(Revised::Clash);
    }
    let mut told = 0;
    if edition.state().is_live() && matters_to_participants(&before, planned) {
        edit_registrations::raise_calendars(&mut tx, staff.scope, id, now).await?;
        let seats = registrations::of_edition(&tx, staff.scope, id).await?;
        let after = editions::by_id(&tx, staff.scope, id).await?.ok_or(Error::NotFound)?;
        told = tell::tell_participants(&mut tx, app, staff, (&after, Some(&before)), &seats, News::Changed).await?;
    }
    let details =
        json!({ "capacity": planned.plan.capacity.map(crate::model::Capacity::get), "published": planned.plan.published, "told": told });
    note(&mut tx, app, staff, "edition.revised", ("edition", id.as_uuid()), details).await?;
    seats_changed(&mut tx, app, staff.scope, id).await?;
    tx.commit().await?;
    Ok(Revised::Saved { told })
}

/// Whether those who hold a seat must know: another day, hour, place or link.
fn matters_to_participants(before: &StoredEdition, planned: &Planned) -> bool {
    let (old, new) = (before.edition.plan(), &planned.plan);
    (&old.when, old.mode, &old.venue, &before.online_link) != (&new.when, new.mode, &new.venue, &planned.online_link)
}

async fn settle_venue(tx: &mut Tx, app: &App, staff: &Staff<ManageCourses>, choice: &VenueChoice) -> Result<Option<VenueId>, Error> {
    match choice {
        VenueChoice::None => Ok(None),
        VenueChoice::Known(id) => Ok(Some(*id)),
        VenueChoice::New(venue) => add_venue(tx, app, staff, venue).await.map(Some),
    }
}

/// Adds a place to those of the house.
pub(super) async fn add_venue(tx: &mut Tx, app: &App, staff: &Staff<ManageCourses>, venue: &Venue) -> Result<VenueId, Error> {
    let id = VenueId::from_uuid(app.random.id(app.clock.now()));
    edit_venues::insert(tx, staff.scope, id, venue).await?;
    note(tx, app, staff, "venue.added", ("venue", id.as_uuid()), json!({})).await?;
    Ok(id)
}

fn row(planned: &Planned, venue: Option<VenueId>) -> PlanRow<'_> {
    PlanRow {
        plan: &planned.plan,
        venue,
        online_link: planned.online_link.as_deref(),
        vat_exempt_reason: planned.vat_exempt_reason.as_ref(),
    }
}

/// The days, each with the id of its row.
fn days(app: &App, plan: &EditionPlan) -> Vec<(Day, Uuid)> {
    let days = plan.days().map(Days::as_slice).unwrap_or_default();
    days.iter().map(|day| (*day, app.random.id(app.clock.now()))).collect()
}
