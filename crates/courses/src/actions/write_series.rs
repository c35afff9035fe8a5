//! Writing series: texts, providers, what is usual, and whether the public sees them.

use db::Tx;
use jiff::Timestamp;
use platform::App;
use platform::web::{Error, Staff};
use serde_json::json;
use uuid::Uuid;

use super::note::note;
use super::plan_edition::{VenueChoice, add_venue};
use super::write_course::Written;
use crate::model::{CourseSeries, CourseSeriesId, Practical, Provider, VenueId};
use crate::rights::ManageCourses;
use crate::store::edit_series::{self, SeriesRow};

/// A series to write, as it came out of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeriesDraft {
    pub(crate) series: CourseSeries,
    pub(crate) practical: Practical,
    pub(crate) venue: VenueChoice,
}

/// Adds a series. It is not published.
pub(crate) async fn create(app: &App, staff: &Staff<ManageCourses>, draft: &SeriesDraft) -> Result<Written<CourseSeriesId>, Error> {
    let now = app.clock.now();
    let id = CourseSeriesId::from_uuid(app.random.id(now));
    let mut tx = app.db.begin().await?;
    let row = row(&mut tx, app, staff, draft).await?;
    match edit_series::insert(&mut tx, staff.scope, id, &row, providers(app, draft), now).await {
        Err(error) if error.is_unique("u_course_series_slug") => return Ok(Written::SlugTaken),
        other => other?,
    }
    note(&mut tx, app, staff, "series.created", ("series", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(Written::Saved(id))
}

/// Changes a series that still is as it was at `version`.
///
/// # Errors
/// [`Error::NotFound`] for a series of nobody or of others.
pub(crate) async fn save(
    app: &App,
    staff: &Staff<ManageCourses>,
    (id, version): (CourseSeriesId, Timestamp),
    draft: &SeriesDraft,
) -> Result<Written<CourseSeriesId>, Error> {
    let mut tx = app.db.begin().await?;
    let row = row(&mut tx, app, staff, draft).await?;
    let saved = match edit_series::update(&mut tx, staff.scope, (id, version), &row, providers(app, draft), app.clock.now()).await {
        Err(error) if error.is_unique("u_course_series_slug") => return Ok(Written::SlugTaken),
        other => other?,
    };
    if !saved {
        edit_series::beside(&tx, staff.scope, id).await?.ok_or(Error::NotFound)?;
        return Ok(Written::Clash);
    }
    note(
        &mut tx,
        app,
        staff,
        "series.changed",
        ("series", id.as_uuid()),
        json!({ "providers": draft.series.providers.len() }),
    )
    .await?;
    tx.commit().await?;
    Ok(Written::Saved(id))
}

/// Shows a series and its published courses to the public, or hides all of it.
///
/// # Errors
/// [`Error::NotFound`] for a series of nobody or of others.
pub(crate) async fn publish(app: &App, staff: &Staff<ManageCourses>, id: CourseSeriesId, published: bool) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if !edit_series::set_published(&mut tx, staff.scope, id, published).await? {
        return Err(Error::NotFound);
    }
    let action = if published { "series.published" } else { "series.hidden" };
    note(&mut tx, app, staff, action, ("series", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

async fn row<'a>(tx: &mut Tx, app: &App, staff: &Staff<ManageCourses>, draft: &'a SeriesDraft) -> Result<SeriesRow<'a>, Error> {
    let venue: Option<VenueId> = match &draft.venue {
        VenueChoice::None => None,
        VenueChoice::Known(id) => Some(*id),
        VenueChoice::New(venue) => Some(add_venue(tx, app, staff, venue).await?),
    };
    Ok(SeriesRow {
        series: &draft.series,
        practical: &draft.practical,
        venue,
    })
}

/// The providers, each with the id of its row.
fn providers(app: &App, draft: &SeriesDraft) -> Vec<(Provider, Uuid)> {
    draft
        .series
        .providers
        .iter()
        .map(|provider| (provider.clone(), app.random.id(app.clock.now())))
        .collect()
}
