//! Writing editions: plan, state, days.

use db::{IntoValue, Read, Tx, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::OrgScope;
use platform::values::Line;

use crate::model::{CourseId, Day, DeadlineRule, EditionId, EditionPlan, EditionState, Season, VenueId, When};

db::row! {
    /// What the form of an edition needs besides its plan.
    pub(crate) struct Beside {
        /// The version that a form is filled in from.
        pub(crate) changed_at: Timestamp,
        pub(crate) vat_exempt_reason: Option<Line<200>>,
        pub(crate) moved_to: Option<EditionId>,
    }
}

/// What is stored beside a plan. Read it before the plan, so that a change in between is found out.
pub(crate) async fn beside(on: &impl Read, scope: OrgScope, id: EditionId) -> Result<Option<Beside>, db::Error> {
    sql!("SELECT changed_at, vat_exempt_reason, moved_to FROM edition WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .optional(on)
        .await
}

/// A plan with what belongs to it in the table.
pub(crate) struct PlanRow<'a> {
    pub(crate) plan: &'a EditionPlan,
    pub(crate) venue: Option<VenueId>,
    /// For participants only.
    pub(crate) online_link: Option<&'a str>,
    pub(crate) vat_exempt_reason: Option<&'a Line<200>>,
}

impl PlanRow<'_> {
    fn seasons(&self) -> (Option<Season>, Option<Season>) {
        match &self.plan.when {
            When::Season(window) => (Some(window.first()), Some(window.last())),
            When::Days(_) => (None, None),
        }
    }

    fn deadline(&self) -> (Option<u16>, Option<Date>) {
        match self.plan.deadline {
            DeadlineRule::DaysBefore(days) => (Some(days), None),
            DeadlineRule::LastDay(day) => (None, Some(day)),
        }
    }
}

/// Adds an edition as a draft.
pub(crate) async fn insert(
    tx: &mut Tx,
    scope: OrgScope,
    (id, course): (EditionId, CourseId),
    row: &PlanRow<'_>,
    days: Vec<(Day, uuid::Uuid)>,
    now: Timestamp,
) -> Result<(), db::Error> {
    let plan = row.plan;
    let (season_first, season_last) = row.seasons();
    let (deadline_days, deadline_day) = row.deadline();
    sql!(
        "INSERT INTO edition (id, organisation_id, course_id, state, published, mode, venue_id, online_link, season_first, season_last, capacity, min_seats,
            deadline_days, deadline_day, price_ore, price_unit, vat_category, vat_basis_points, vat_exempt_reason, lock_count, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 0, $20, $20)"
    )
    .bind(id)
    .bind(scope)
    .bind(course)
    .bind(EditionState::Draft)
    .bind(plan.published)
    .bind(plan.mode)
    .bind(row.venue)
    .bind(row.online_link)
    .bind(season_first)
    .bind(season_last)
    .bind(plan.capacity.map(|capacity| i64::from(capacity.get())))
    .bind(plan.min_seats)
    .bind(deadline_days)
    .bind(deadline_day)
    .bind(plan.price.amount)
    .bind(plan.price.unit)
    .bind(plan.price.vat.category())
    .bind(plan.price.vat.rate())
    .bind(row.vat_exempt_reason)
    .bind(now)
    .execute(tx)
    .await?;
    insert_days(tx, scope, id, days).await
}

/// Changes the plan of an edition that still is as it was at `version`. `false`: it is not. Lock the edition before.
pub(crate) async fn update(
    tx: &mut Tx,
    scope: OrgScope,
    (id, version): (EditionId, Timestamp),
    row: &PlanRow<'_>,
    days: Vec<(Day, uuid::Uuid)>,
    now: Timestamp,
) -> Result<bool, db::Error> {
    let plan = row.plan;
    let (season_first, season_last) = row.seasons();
    let (deadline_days, deadline_day) = row.deadline();
    // Two changes in the same microsecond are still two versions.
    let changed = sql!(
        "UPDATE edition SET published = $4, mode = $5, venue_id = $6, online_link = $7, season_first = $8, season_last = $9, capacity = $10,
            min_seats = $11, deadline_days = $12, deadline_day = $13, price_ore = $14, price_unit = $15, vat_category = $16, vat_basis_points = $17,
            vat_exempt_reason = $18, changed_at = CASE WHEN changed_at >= $19 THEN changed_at + 1 ELSE $19 END
         WHERE organisation_id = $1 AND id = $2 AND changed_at = $3"
    )
    .bind(scope)
    .bind(id)
    .bind(version)
    .bind(plan.published)
    .bind(plan.mode)
    .bind(row.venue)
    .bind(row.online_link)
    .bind(season_first)
    .bind(season_last)
    .bind(plan.capacity.map(|capacity| i64::from(capacity.get())))
    .bind(plan.min_seats)
    .bind(deadline_days)
    .bind(deadline_day)
    .bind(plan.price.amount)
    .bind(plan.price.unit)
    .bind(plan.price.vat.category())
    .bind(plan.price.vat.rate())
    .bind(row.vat_exempt_reason)
    .bind(now)
    .execute(tx)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    sql!("DELETE FROM edition_day WHERE organisation_id = $1 AND edition_id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?;
    insert_days(tx, scope, id, days).await?;
    Ok(true)
}

async fn insert_days(tx: &mut Tx, scope: OrgScope, edition: EditionId, days: Vec<(Day, uuid::Uuid)>) -> Result<(), db::Error> {
    let row = |(day, id): (Day, uuid::Uuid)| {
        vec![
            id.into_value(),
            scope.into_value(),
            edition.into_value(),
            day.date.into_value(),
            day.start.into_value(),
            day.end.into_value(),
        ]
    };
    let rows = days.into_iter().map(row).collect();
    db::insert_many(
        tx,
        "INSERT INTO edition_day (id, organisation_id, edition_id, day, starts, ends) VALUES",
        rows,
        "",
    )
    .await?;
    Ok(())
}

/// Notes where an edition stands now, why, and what takes its place. A reason given earlier stays unless there is a new one.
pub(crate) async fn set_state(
    tx: &mut Tx,
    scope: OrgScope,
    id: EditionId,
    state: EditionState,
    reason: Option<&Line<500>>,
    moved_to: Option<EditionId>,
    now: Timestamp,
) -> Result<(), db::Error> {
    sql!(
        "UPDATE edition SET state = $3, state_reason = COALESCE($4, state_reason), moved_to = COALESCE($5, moved_to),
            changed_at = CASE WHEN changed_at >= $6 THEN changed_at + 1 ELSE $6 END
         WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .bind(state)
    .bind(reason)
    .bind(moved_to)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}
