//! Writing courses: their texts, their place in the list, and whether the public sees them.

use jiff::Timestamp;
use platform::App;
use platform::web::{Error, Staff};
use serde_json::json;

use super::note::note;
use crate::model::{Course, CourseId, CourseSeriesId};
use crate::rights::ManageCourses;
use crate::store::edit_courses;

/// What became of a change.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Written<Id> {
    /// Saved.
    Saved(Id),
    /// Somebody else has changed it since the form was shown. Nothing was saved.
    Clash,
    /// The name in addresses belongs to another one. Nothing was saved.
    SlugTaken,
}

/// Where something goes in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shift {
    /// One place up.
    Up,
    /// One place down.
    Down,
}

impl Shift {
    /// The list with one of its things a place further up or down; at the ends nothing changes.
    pub(crate) fn of<T: PartialEq>(self, mut list: Vec<T>, moved: &T) -> Option<Vec<T>> {
        let place = list.iter().position(|one| one == moved)?;
        let other = match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|next| *next < list.len()),
        };
        if let Some(other) = other {
            list.swap(place, other);
        }
        Some(list)
    }
}

/// Adds a course. It is not published.
pub(crate) async fn create(
    app: &App,
    staff: &Staff<ManageCourses>,
    series: CourseSeriesId,
    course: &Course,
) -> Result<Written<CourseId>, Error> {
    let now = app.clock.now();
    let id = CourseId::from_uuid(app.random.id(now));
    let mut tx = app.db.begin().await?;
    match edit_courses::insert(&mut tx, staff.scope, id, series, course, now).await {
        Err(error) if error.is_unique("u_course_slug") => return Ok(Written::SlugTaken),
        other => other?,
    }
    note(
        &mut tx,
        app,
        staff,
        "course.created",
        ("course", id.as_uuid()),
        json!({ "series": series }),
    )
    .await?;
    tx.commit().await?;
    Ok(Written::Saved(id))
}

/// Changes a course that still is as it was at `version`.
///
/// # Errors
/// [`Error::NotFound`] for a course of nobody or of others.
pub(crate) async fn save(
    app: &App,
    staff: &Staff<ManageCourses>,
    (id, version): (CourseId, Timestamp),
    series: CourseSeriesId,
    course: &Course,
) -> Result<Written<CourseId>, Error> {
    let mut tx = app.db.begin().await?;
    let saved = match edit_courses::update(&mut tx, staff.scope, (id, version), series, course, app.clock.now()).await {
        Err(error) if error.is_unique("u_course_slug") => return Ok(Written::SlugTaken),
        other => other?,
    };
    if !saved {
        edit_courses::version(&tx, staff.scope, id).await?.ok_or(Error::NotFound)?;
        return Ok(Written::Clash);
    }
    note(
        &mut tx,
        app,
        staff,
        "course.changed",
        ("course", id.as_uuid()),
        json!({ "series": series }),
    )
    .await?;
    tx.commit().await?;
    Ok(Written::Saved(id))
}

/// Shows a course to the public or hides it.
///
/// # Errors
/// [`Error::NotFound`] for a course of nobody or of others.
pub(crate) async fn publish(app: &App, staff: &Staff<ManageCourses>, id: CourseId, published: bool) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if !edit_courses::set_published(&mut tx, staff.scope, id, published).await? {
        return Err(Error::NotFound);
    }
    let action = if published { "course.published" } else { "course.hidden" };
    note(&mut tx, app, staff, action, ("course", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves a course one place up or down in the house's order.
///
/// # Errors
/// [`Error::NotFound`] for a course of nobody or of others.
pub(crate) async fn shift(app: &App, staff: &Staff<ManageCourses>, id: CourseId, shift: Shift) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let order = edit_courses::lock_order(&mut tx, staff.scope).await?;
    let order = shift.of(order, &id).ok_or(Error::NotFound)?;
    edit_courses::set_order(&mut tx, staff.scope, &order).await?;
    note(
        &mut tx,
        app,
        staff,
        "course.moved",
        ("course", id.as_uuid()),
        json!({ "up": shift == Shift::Up }),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_move_one_place_and_stop_at_the_ends() {
        assert_eq!(Shift::Up.of(vec!['a', 'b', 'c'], &'c'), Some(vec!['a', 'c', 'b']));
        assert_eq!(Shift::Down.of(vec!['a', 'b', 'c'], &'a'), Some(vec!['b', 'a', 'c']));
        assert_eq!(Shift::Up.of(vec!['a', 'b'], &'a'), Some(vec!['a', 'b']));
        assert_eq!(Shift::Down.of(vec!['a', 'b'], &'b'), Some(vec!['a', 'b']));
        assert_eq!(Shift::Up.of(vec!['a', 'b'], &'x'), None);
    }
}
