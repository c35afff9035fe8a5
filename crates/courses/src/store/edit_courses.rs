//! Writing courses.

use db::{Read, Tx, sql};
use jiff::Timestamp;
use platform::OrgScope;

use super::rows::written;
use crate::model::{Course, CourseId, CourseSeriesId};

/// When a course was last changed: the version that a form is filled in from. Read it before the course itself, so that a change in between is found out.
pub(crate) async fn version(on: &impl Read, scope: OrgScope, id: CourseId) -> Result<Option<Timestamp>, db::Error> {
    let row: Option<(Timestamp,)> = sql!("SELECT changed_at FROM course WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .optional(on)
        .await?;
    Ok(row.map(|(changed_at,)| changed_at))
}

/// Adds a course at the end of the house's order, not published.
pub(crate) async fn insert(
    tx: &mut Tx,
    scope: OrgScope,
    id: CourseId,
    series: CourseSeriesId,
    course: &Course,
    now: Timestamp,
) -> Result<(), db::Error> {
    sql!(
        "INSERT INTO course (id, organisation_id, series_id, slug, format, level, price_unit, title_da, title_en, subtitle_da, subtitle_en,
            teaser_da, teaser_en, purpose_da, purpose_en, prerequisites_da, prerequisites_en, parts, outcomes, themes, phases,
            position, published, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            (SELECT COALESCE(MAX(c.position), -1) + 1 FROM course c WHERE c.organisation_id = $2), FALSE, $22, $22)"
    )
    .bind(id)
    .bind(scope)
    .bind(series)
    .bind(&course.slug)
    .bind(course.format)
    .bind(course.level)
    .bind(course.price_unit)
    .bind(&course.title.da)
    .bind(&course.title.en)
    .bind(course.subtitle.as_ref().map(|text| &text.da))
    .bind(course.subtitle.as_ref().map(|text| &text.en))
    .bind(&course.teaser.da)
    .bind(&course.teaser.en)
    .bind(&course.purpose.da)
    .bind(&course.purpose.en)
    .bind(course.prerequisites.as_ref().map(|text| &text.da))
    .bind(course.prerequisites.as_ref().map(|text| &text.en))
    .bind(written("parts", &course.parts)?)
    .bind(written("outcomes", &course.outcomes)?)
    .bind(written("themes", &course.themes)?)
    .bind(written("phases", &course.phases)?)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Changes a course that still is as it was at `version`. `false`: it is not, or it is gone.
pub(crate) async fn update(
    tx: &mut Tx,
    scope: OrgScope,
    (id, version): (CourseId, Timestamp),
    series: CourseSeriesId,
    course: &Course,
    now: Timestamp,
) -> Result<bool, db::Error> {
    // Two changes in the same microsecond are still two versions.
    let changed = sql!(
        "UPDATE course SET series_id = $4, slug = $5, format = $6, level = $7, price_unit = $8, title_da = $9, title_en = $10, subtitle_da = $11,
            subtitle_en = $12, teaser_da = $13, teaser_en = $14, purpose_da = $15, purpose_en = $16, prerequisites_da = $17, prerequisites_en = $18,
            parts = $19, outcomes = $20, themes = $21, phases = $22, changed_at = CASE WHEN changed_at >= $23 THEN changed_at + 1 ELSE $23 END
         WHERE organisation_id = $1 AND id = $2 AND changed_at = $3"
    )
    .bind(scope)
    .bind(id)
    .bind(version)
    .bind(series)
    .bind(&course.slug)
    .bind(course.format)
    .bind(course.level)
    .bind(course.price_unit)
    .bind(&course.title.da)
    .bind(&course.title.en)
    .bind(course.subtitle.as_ref().map(|text| &text.da))
    .bind(course.subtitle.as_ref().map(|text| &text.en))
    .bind(&course.teaser.da)
    .bind(&course.teaser.en)
    .bind(&course.purpose.da)
    .bind(&course.purpose.en)
    .bind(course.prerequisites.as_ref().map(|text| &text.da))
    .bind(course.prerequisites.as_ref().map(|text| &text.en))
    .bind(written("parts", &course.parts)?)
    .bind(written("outcomes", &course.outcomes)?)
    .bind(written("themes", &course.themes)?)
    .bind(written("phases", &course.phases)?)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(changed == 1)
}

/// Shows a course to the public or hides it. `false`: there is no such course.
pub(crate) async fn set_published(tx: &mut Tx, scope: OrgScope, id: CourseId, published: bool) -> Result<bool, db::Error> {
    let changed = sql!("UPDATE course SET published = $3 WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .bind(published)
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Puts courses in this order.
pub(crate) async fn set_order(tx: &mut Tx, scope: OrgScope, order: &[CourseId]) -> Result<(), db::Error> {
    for (position, id) in (0_i64..).zip(order) {
        sql!("UPDATE course SET position = $3 WHERE organisation_id = $1 AND id = $2")
            .bind(scope)
            .bind(*id)
            .bind(position)
            .execute(tx)
            .await?;
    }
    Ok(())
}

/// The courses in the house's order, locked until the transaction ends: two people who sort at once wait for each other. Rows are locked in the order of their
/// ids, so that nobody waits for ever.
pub(crate) async fn lock_order(tx: &mut Tx, scope: OrgScope) -> Result<Vec<CourseId>, db::Error> {
    let ids: Vec<(CourseId,)> = sql!("SELECT id FROM course WHERE organisation_id = $1 ORDER BY id")
        .bind(scope)
        .all(tx)
        .await?;
    for (id,) in ids {
        sql!("UPDATE course SET position = position WHERE organisation_id = $1 AND id = $2")
            .bind(scope)
            .bind(id)
            .execute(tx)
            .await?;
    }
    let rows: Vec<(CourseId,)> = sql!("SELECT id FROM course WHERE organisation_id = $1 ORDER BY position, id")
        .bind(scope)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
