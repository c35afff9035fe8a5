//! Writing series and those who offer them.

use db::{IntoValue, Read, Tx, sql};
use jiff::Timestamp;
use platform::OrgScope;
use uuid::Uuid;

use crate::model::{CourseSeries, CourseSeriesId, Practical, Provider, VenueId};

db::row! {
    /// What the form of a series needs besides the series.
    pub(crate) struct Beside {
        /// The version that a form is filled in from.
        pub(crate) changed_at: Timestamp,
        pub(crate) usual_venue_id: Option<VenueId>,
    }
}

/// What is stored beside a series. Read it before the series, so that a change in between is found out.
pub(crate) async fn beside(on: &impl Read, scope: OrgScope, id: CourseSeriesId) -> Result<Option<Beside>, db::Error> {
    sql!("SELECT changed_at, usual_venue_id FROM course_series WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .optional(on)
        .await
}

/// A series to write.
pub(crate) struct SeriesRow<'a> {
    pub(crate) series: &'a CourseSeries,
    pub(crate) practical: &'a Practical,
    pub(crate) venue: Option<VenueId>,
}

/// Adds a series at the end, not published.
pub(crate) async fn insert(
    tx: &mut Tx,
    scope: OrgScope,
    id: CourseSeriesId,
    row: &SeriesRow<'_>,
    providers: Vec<(Provider, Uuid)>,
    now: Timestamp,
) -> Result<(), db::Error> {
    let (series, practical) = (row.series, row.practical);
    sql!(
        "INSERT INTO course_series (id, organisation_id, slug, title_da, title_en, tagline_da, tagline_en, intro_da, intro_en, stance_da, stance_en,
            audience_da, audience_en, usual_price_ore, usual_vat_basis_points, usual_start, usual_end, usual_venue_id, usual_deadline_days,
            usual_min_seats, catering_da, catering_en, contact_email, position, published, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            (SELECT COALESCE(MAX(s.position), -1) + 1 FROM course_series s WHERE s.organisation_id = $2), FALSE, $24, $24)"
    )
    .bind(id)
    .bind(scope)
    .bind(&series.slug)
    .bind(&series.title.da)
    .bind(&series.title.en)
    .bind(&series.tagline.da)
    .bind(&series.tagline.en)
    .bind(&series.intro.da)
    .bind(&series.intro.en)
    .bind(&series.stance.da)
    .bind(&series.stance.en)
    .bind(&series.audience.da)
    .bind(&series.audience.en)
    .bind(practical.price)
    .bind(practical.vat)
    .bind(practical.start)
    .bind(practical.end)
    .bind(row.venue)
    .bind(practical.deadline_days)
    .bind(practical.min_seats)
    .bind(&practical.catering.da)
    .bind(&practical.catering.en)
    .bind(&practical.contact)
    .bind(now)
    .execute(tx)
    .await?;
    insert_providers(tx, scope, id, providers).await
}

/// Changes a series that still is as it was at `version`. `false`: it is not, or it is gone.
pub(crate) async fn update(
    tx: &mut Tx,
    scope: OrgScope,
    (id, version): (CourseSeriesId, Timestamp),
    row: &SeriesRow<'_>,
    providers: Vec<(Provider, Uuid)>,
    now: Timestamp,
) -> Result<bool, db::Error> {
    let (series, practical) = (row.series, row.practical);
    // Two changes in the same microsecond are still two versions.
    let changed = sql!(
        "UPDATE course_series SET slug = $4, title_da = $5, title_en = $6, tagline_da = $7, tagline_en = $8, intro_da = $9, intro_en = $10,
            stance_da = $11, stance_en = $12, audience_da = $13, audience_en = $14, usual_price_ore = $15, usual_vat_basis_points = $16,
            usual_start = $17, usual_end = $18, usual_venue_id = $19, usual_deadline_days = $20, usual_min_seats = $21, catering_da = $22,
            catering_en = $23, contact_email = $24, changed_at = CASE WHEN changed_at >= $25 THEN changed_at + 1 ELSE $25 END
         WHERE organisation_id = $1 AND id = $2 AND changed_at = $3"
    )
    .bind(scope)
    .bind(id)
    .bind(version)
    .bind(&series.slug)
    .bind(&series.title.da)
    .bind(&series.title.en)
    .bind(&series.tagline.da)
    .bind(&series.tagline.en)
    .bind(&series.intro.da)
    .bind(&series.intro.en)
    .bind(&series.stance.da)
    .bind(&series.stance.en)
    .bind(&series.audience.da)
    .bind(&series.audience.en)
    .bind(practical.price)
    .bind(practical.vat)
    .bind(practical.start)
    .bind(practical.end)
    .bind(row.venue)
    .bind(practical.deadline_days)
    .bind(practical.min_seats)
    .bind(&practical.catering.da)
    .bind(&practical.catering.en)
    .bind(&practical.contact)
    .bind(now)
    .execute(tx)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    sql!("DELETE FROM provider WHERE organisation_id = $1 AND series_id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?;
    insert_providers(tx, scope, id, providers).await?;
    Ok(true)
}

async fn insert_providers(tx: &mut Tx, scope: OrgScope, series: CourseSeriesId, providers: Vec<(Provider, Uuid)>) -> Result<(), db::Error> {
    let row = |(position, (provider, id)): (i64, (Provider, Uuid))| {
        vec![
            id.into_value(),
            scope.into_value(),
            series.into_value(),
            provider.slug.into_value(),
            provider.name.into_value(),
            provider.profile.da.into_value(),
            provider.profile.en.into_value(),
            position.into_value(),
        ]
    };
    let rows = (0_i64..).zip(providers).map(row).collect();
    db::insert_many(
        tx,
        "INSERT INTO provider (id, organisation_id, series_id, slug, name, profile_da, profile_en, position) VALUES",
        rows,
        "",
    )
    .await?;
    Ok(())
}

/// Shows a series to the public or hides it. `false`: there is no such series.
pub(crate) async fn set_published(tx: &mut Tx, scope: OrgScope, id: CourseSeriesId, published: bool) -> Result<bool, db::Error> {
    let changed = sql!("UPDATE course_series SET published = $3 WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .bind(published)
        .execute(tx)
        .await?;
    Ok(changed == 1)
}
