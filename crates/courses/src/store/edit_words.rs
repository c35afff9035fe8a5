//! Writing what the house says about itself: sections of pages, earlier courses, participants' words.

use db::{Read, Tx, sql};
use jiff::Timestamp;
use platform::OrgScope;
use uuid::Uuid;

use crate::model::{PageText, PageTextKey, PastCourse, PastCourseId, Testimonial, TestimonialId};

/// When a section was last changed; the beginning of time for one that was never written.
pub(crate) async fn page_text_version(on: &impl Read, scope: OrgScope, key: PageTextKey) -> Result<Timestamp, db::Error> {
    let row: Option<(Timestamp,)> = sql!("SELECT changed_at FROM page_text WHERE organisation_id = $1 AND text_key = $2")
        .bind(scope)
        .bind(key)
        .optional(on)
        .await?;
    Ok(row.map_or(Timestamp::UNIX_EPOCH, |(changed_at,)| changed_at))
}

/// Writes a section that still is as it was at `version`. `false`: it is not.
pub(crate) async fn write_page_text(
    tx: &mut Tx,
    scope: OrgScope,
    id: Uuid,
    text: &PageText,
    version: Timestamp,
    now: Timestamp,
) -> Result<bool, db::Error> {
    // Two changes in the same microsecond are still two versions.
    let written = sql!(
        "INSERT INTO page_text (id, organisation_id, text_key, heading_da, heading_en, body_da, body_en, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (organisation_id, text_key) DO UPDATE SET heading_da = excluded.heading_da, heading_en = excluded.heading_en,
            body_da = excluded.body_da, body_en = excluded.body_en,
            changed_at = CASE WHEN page_text.changed_at >= excluded.changed_at THEN page_text.changed_at + 1 ELSE excluded.changed_at END
         WHERE page_text.changed_at = $9"
    )
    .bind(id)
    .bind(scope)
    .bind(text.key)
    .bind(&text.heading.da)
    .bind(&text.heading.en)
    .bind(&text.body.da)
    .bind(&text.body.en)
    .bind(now)
    .bind(version)
    .execute(tx)
    .await?;
    Ok(written == 1)
}

/// Adds an earlier course.
pub(crate) async fn insert_past(tx: &mut Tx, scope: OrgScope, id: PastCourseId, past: &PastCourse) -> Result<(), db::Error> {
    sql!(
        "INSERT INTO past_course (id, organisation_id, kind, title_da, title_en, note_da, note_en, first_year, last_year, half, mode, participants)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    )
    .bind(id)
    .bind(scope)
    .bind(past.kind)
    .bind(&past.title.da)
    .bind(&past.title.en)
    .bind(&past.note.da)
    .bind(&past.note.en)
    .bind(past.years.first())
    .bind(past.years.last())
    .bind(past.half)
    .bind(past.mode)
    .bind(past.participants)
    .execute(tx)
    .await?;
    Ok(())
}

/// Changes an earlier course. `false`: there is none.
pub(crate) async fn update_past(tx: &mut Tx, scope: OrgScope, id: PastCourseId, past: &PastCourse) -> Result<bool, db::Error> {
    let changed = sql!(
        "UPDATE past_course SET kind = $3, title_da = $4, title_en = $5, note_da = $6, note_en = $7, first_year = $8, last_year = $9, half = $10,
            mode = $11, participants = $12
         WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .bind(past.kind)
    .bind(&past.title.da)
    .bind(&past.title.en)
    .bind(&past.note.da)
    .bind(&past.note.en)
    .bind(past.years.first())
    .bind(past.years.last())
    .bind(past.half)
    .bind(past.mode)
    .bind(past.participants)
    .execute(tx)
    .await?;
    Ok(changed == 1)
}

/// Takes an earlier course off the page. `false`: there is none.
pub(crate) async fn delete_past(tx: &mut Tx, scope: OrgScope, id: PastCourseId) -> Result<bool, db::Error> {
    Ok(sql!("DELETE FROM past_course WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?
        == 1)
}

/// Adds a participant's words at the end.
pub(crate) async fn insert_testimonial(tx: &mut Tx, scope: OrgScope, id: TestimonialId, said: &Testimonial) -> Result<(), db::Error> {
    sql!(
        "INSERT INTO testimonial (id, organisation_id, course_id, course_title_da, course_title_en, year, quote_da, quote_en, consent_text, consent_at, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
            (SELECT COALESCE(MAX(t.position), -1) + 1 FROM testimonial t WHERE t.organisation_id = $2))"
    )
    .bind(id)
    .bind(scope)
    .bind(said.course)
    .bind(&said.course_title.da)
    .bind(&said.course_title.en)
    .bind(said.year)
    .bind(&said.quote.da)
    .bind(&said.quote.en)
    .bind(&said.consent.text)
    .bind(said.consent.given_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// Changes a participant's words and what they are about; the leave to print them stays as it was given. `false`: there are none.
pub(crate) async fn update_testimonial(tx: &mut Tx, scope: OrgScope, id: TestimonialId, said: &Testimonial) -> Result<bool, db::Error> {
    let changed = sql!(
        "UPDATE testimonial SET course_id = $3, course_title_da = $4, course_title_en = $5, year = $6, quote_da = $7, quote_en = $8
         WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .bind(said.course)
    .bind(&said.course_title.da)
    .bind(&said.course_title.en)
    .bind(said.year)
    .bind(&said.quote.da)
    .bind(&said.quote.en)
    .execute(tx)
    .await?;
    Ok(changed == 1)
}

/// Notes that the leave was taken back: from now on the words are not shown. `false`: there are none, or it had been taken back before.
pub(crate) async fn withdraw_consent(tx: &mut Tx, scope: OrgScope, id: TestimonialId, now: Timestamp) -> Result<bool, db::Error> {
    let changed =
        sql!("UPDATE testimonial SET consent_withdrawn_at = $3 WHERE organisation_id = $1 AND id = $2 AND consent_withdrawn_at IS NULL")
            .bind(scope)
            .bind(id)
            .bind(now)
            .execute(tx)
            .await?;
    Ok(changed == 1)
}

/// Deletes a participant's words. `false`: there are none.
pub(crate) async fn delete_testimonial(tx: &mut Tx, scope: OrgScope, id: TestimonialId) -> Result<bool, db::Error> {
    Ok(sql!("DELETE FROM testimonial WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?
        == 1)
}

/// Participants' words in the house's order, locked until the transaction ends: two people who sort at once wait for each other. Rows are locked in the order of their
/// ids, so that nobody waits for ever.
pub(crate) async fn lock_testimonial_order(tx: &mut Tx, scope: OrgScope) -> Result<Vec<TestimonialId>, db::Error> {
    let ids: Vec<(TestimonialId,)> = sql!("SELECT id FROM testimonial WHERE organisation_id = $1 ORDER BY id")
        .bind(scope)
        .all(tx)
        .await?;
    for (id,) in ids {
        sql!("UPDATE testimonial SET position = position WHERE organisation_id = $1 AND id = $2")
            .bind(scope)
            .bind(id)
            .execute(tx)
            .await?;
    }
    let rows: Vec<(TestimonialId,)> = sql!("SELECT id FROM testimonial WHERE organisation_id = $1 ORDER BY position, id")
        .bind(scope)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Puts participants' words in this order.
pub(crate) async fn set_testimonial_order(tx: &mut Tx, scope: OrgScope, order: &[TestimonialId]) -> Result<(), db::Error> {
    for (position, id) in (0_i64..).zip(order) {
        sql!("UPDATE testimonial SET position = $3 WHERE organisation_id = $1 AND id = $2")
            .bind(scope)
            .bind(*id)
            .bind(position)
            .execute(tx)
            .await?;
    }
    Ok(())
}
