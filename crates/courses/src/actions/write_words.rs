//! Writing what the house says about itself: sections of pages, earlier courses, participants' words.

use jiff::Timestamp;
use platform::App;
use platform::web::{Error, Staff};
use serde_json::json;

use super::note::note;
use super::write_course::Shift;
use crate::model::{PageText, PastCourse, PastCourseId, Testimonial, TestimonialId};
use crate::rights::ManageCourses;
use crate::store::edit_words;

/// Writes a section that still is as it was at `version`. `false`: somebody else has changed it meanwhile, and nothing was saved.
pub(crate) async fn save_page_text(app: &App, staff: &Staff<ManageCourses>, text: &PageText, version: Timestamp) -> Result<bool, Error> {
    let now = app.clock.now();
    let id = app.random.id(now);
    let mut tx = app.db.begin().await?;
    if !edit_words::write_page_text(&mut tx, staff.scope, id, text, version, now).await? {
        return Ok(false);
    }
    note(
        &mut tx,
        app,
        staff,
        "page-text.changed",
        ("page-text", id),
        json!({ "key": text.key }),
    )
    .await?;
    tx.commit().await?;
    Ok(true)
}

/// Adds an earlier course, or changes one.
///
/// # Errors
/// [`Error::NotFound`] for one of nobody or of others.
pub(crate) async fn save_past(app: &App, staff: &Staff<ManageCourses>, id: Option<PastCourseId>, past: &PastCourse) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let (id, action) = match id {
        Some(id) => {
            if !edit_words::update_past(&mut tx, staff.scope, id, past).await? {
                return Err(Error::NotFound);
            }
            (id, "past-course.changed")
        }
        None => {
            let id = PastCourseId::from_uuid(app.random.id(app.clock.now()));
            edit_words::insert_past(&mut tx, staff.scope, id, past).await?;
            (id, "past-course.added")
        }
    };
    note(&mut tx, app, staff, action, ("past-course", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an earlier course off the page.
///
/// # Errors
/// [`Error::NotFound`] for one of nobody or of others.
pub(crate) async fn remove_past(app: &App, staff: &Staff<ManageCourses>, id: PastCourseId) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if !edit_words::delete_past(&mut tx, staff.scope, id).await? {
        return Err(Error::NotFound);
    }
    note(&mut tx, app, staff, "past-course.removed", ("past-course", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Adds a participant's words, or changes what stands there; the leave to print them is given once and never rewritten.
///
/// # Errors
/// [`Error::NotFound`] for words of nobody or of others.
pub(crate) async fn save_testimonial(
    app: &App,
    staff: &Staff<ManageCourses>,
    id: Option<TestimonialId>,
    said: &Testimonial,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let (id, action) = match id {
        Some(id) => {
            if !edit_words::update_testimonial(&mut tx, staff.scope, id, said).await? {
                return Err(Error::NotFound);
            }
            (id, "testimonial.changed")
        }
        None => {
            let id = TestimonialId::from_uuid(app.random.id(app.clock.now()));
            edit_words::insert_testimonial(&mut tx, staff.scope, id, said).await?;
            (id, "testimonial.added")
        }
    };
    note(
        &mut tx,
        app,
        staff,
        action,
        ("testimonial", id.as_uuid()),
        json!({ "course": said.course }),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Notes that a participant has taken the leave back: from now on the words are not shown.
///
/// # Errors
/// [`Error::NotFound`] for words of nobody or of others, and where it had been taken back before.
pub(crate) async fn withdraw_consent(app: &App, staff: &Staff<ManageCourses>, id: TestimonialId) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !edit_words::withdraw_consent(&mut tx, staff.scope, id, now).await? {
        return Err(Error::NotFound);
    }
    note(
        &mut tx,
        app,
        staff,
        "testimonial.consent-withdrawn",
        ("testimonial", id.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes a participant's words.
///
/// # Errors
/// [`Error::NotFound`] for words of nobody or of others.
pub(crate) async fn remove_testimonial(app: &App, staff: &Staff<ManageCourses>, id: TestimonialId) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if !edit_words::delete_testimonial(&mut tx, staff.scope, id).await? {
        return Err(Error::NotFound);
    }
    note(&mut tx, app, staff, "testimonial.removed", ("testimonial", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves a participant's words one place up or down.
///
/// # Errors
/// [`Error::NotFound`] for words of nobody or of others.
pub(crate) async fn shift_testimonial(app: &App, staff: &Staff<ManageCourses>, id: TestimonialId, shift: Shift) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let order = edit_words::lock_testimonial_order(&mut tx, staff.scope).await?;
    let order = shift.of(order, &id).ok_or(Error::NotFound)?;
    edit_words::set_testimonial_order(&mut tx, staff.scope, &order).await?;
    note(
        &mut tx,
        app,
        staff,
        "testimonial.moved",
        ("testimonial", id.as_uuid()),
        json!({ "up": shift == Shift::Up }),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
