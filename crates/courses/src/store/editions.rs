//! Editions, their days and their seats.

use std::collections::HashMap;

use db::{Read, Tx, sql};
use jiff::civil::{Date, Time};
use platform::OrgScope;
use platform::values::{Line, Money, VatClass};

use super::rows::{both_or_none, broken, number};
use crate::model::{
    Capacity, CourseId, Day, Days, DeadlineRule, Edition, EditionId, EditionPlan, EditionState, Mode, Note, Price, PriceUnit, Season,
    SeasonWindow, Venue, VenueId, When,
};

/// An edition as stored, with its seats counted.
#[derive(Debug, Clone)]
pub(crate) struct StoredEdition {
    pub(crate) id: EditionId,
    pub(crate) course_id: CourseId,
    pub(crate) edition: Edition,
    pub(crate) seats_held: u16,
    pub(crate) venue_id: Option<VenueId>,
    /// For participants only.
    pub(crate) online_link: Option<String>,
    pub(crate) reason: Option<String>,
}

db::row! {
    struct EditionRow {
        id: EditionId,
        course_id: CourseId,
        state: EditionState,
        state_reason: Option<String>,
        published: bool,
        mode: Mode,
        venue_id: Option<VenueId>,
        online_link: Option<String>,
        season_first: Option<Season>,
        season_last: Option<Season>,
        capacity: Option<i64>,
        min_seats: i64,
        deadline_days: Option<i64>,
        deadline_day: Option<Date>,
        price_ore: i64,
        price_unit: PriceUnit,
        vat_category: String,
        vat_basis_points: i64,
        venue_name: Option<Line<120>>,
        street: Option<Line<120>>,
        postcode: Option<Line<10>>,
        town: Option<Line<80>>,
        access_da: Option<Note>,
        access_en: Option<Note>,
        seats_held: i64,
    }
}

db::row! {
    struct DayRow {
        edition_id: EditionId,
        day: Date,
        starts: Time,
        ends: Time,
    }
}

/// Every edition of the organisation, by date; those without one last.
pub(crate) async fn all(on: &impl Read, scope: OrgScope) -> Result<Vec<StoredEdition>, db::Error> {
    find(on, scope, None).await
}

/// One edition.
pub(crate) async fn by_id(on: &impl Read, scope: OrgScope, id: EditionId) -> Result<Option<StoredEdition>, db::Error> {
    Ok(find(on, scope, Some(id)).await?.pop())
}

/// One edition, locked until the transaction ends: nobody else counts or takes its seats meanwhile.
///
/// The update locks the row on PostgreSQL; on SQLite the transaction already is the only one that writes.
pub(crate) async fn lock(tx: &mut Tx, scope: OrgScope, id: EditionId) -> Result<Option<StoredEdition>, db::Error> {
    let locked = sql!("UPDATE edition SET lock_count = lock_count + 1 WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?;
    if locked == 0 {
        return Ok(None);
    }
    by_id(tx, scope, id).await
}

async fn find(on: &impl Read, scope: OrgScope, only: Option<EditionId>) -> Result<Vec<StoredEdition>, db::Error> {
    let rows: Vec<EditionRow> = sql!(
        "SELECT e.id, e.course_id, e.state, e.state_reason, e.published, e.mode, e.venue_id, e.online_link, e.season_first, e.season_last,
                e.capacity, e.min_seats, e.deadline_days, e.deadline_day, e.price_ore, e.price_unit, e.vat_category, e.vat_basis_points,
                v.name AS venue_name, v.street, v.postcode, v.town, v.access_da, v.access_en,
                (SELECT COUNT(*) FROM registration r WHERE r.organisation_id = e.organisation_id AND r.edition_id = e.id
                  AND r.state IN ('confirmed', 'attended', 'no-show')) AS seats_held
         FROM edition e LEFT JOIN venue v ON v.organisation_id = e.organisation_id AND v.id = e.venue_id
         WHERE e.organisation_id = $1 AND ($2 IS NULL OR e.id = $2)"
    )
    .bind(scope)
    .bind(only)
    .all(on)
    .await?;
    let days: Vec<DayRow> = sql!(
        "SELECT edition_id, day, starts, ends FROM edition_day WHERE organisation_id = $1 AND ($2 IS NULL OR edition_id = $2) ORDER BY edition_id, day"
    )
    .bind(scope)
    .bind(only)
    .all(on)
    .await?;
    let mut by_edition: HashMap<EditionId, Vec<DayRow>> = HashMap::new();
    for day in days {
        by_edition.entry(day.edition_id).or_default().push(day);
    }
    let mut editions = Vec::with_capacity(rows.len());
    for row in rows {
        let days = by_edition.remove(&row.id).unwrap_or_default();
        editions.push(row.into_edition(&days)?);
    }
    editions.sort_by_key(|stored| (stored.first_day().unwrap_or(Date::MAX), stored.id));
    Ok(editions)
}

impl StoredEdition {
    /// The first day, once the date is set.
    pub(crate) fn first_day(&self) -> Option<Date> {
        self.edition.plan().days().map(Days::first)
    }
}

impl EditionRow {
    fn into_edition(self, days: &[DayRow]) -> Result<StoredEdition, db::Error> {
        let when = match (days, self.season_first, self.season_last) {
            ([], Some(first), Some(last)) => When::Season(SeasonWindow::new(first, last)),
            (days, ..) => {
                let days = days
                    .iter()
                    .map(|day| Day {
                        date: day.day,
                        start: day.starts,
                        end: day.ends,
                    })
                    .collect();
                When::Days(Days::new(days).map_err(|_| broken("edition_day"))?)
            }
        };
        let deadline = match (self.deadline_days, self.deadline_day) {
            (_, Some(day)) => DeadlineRule::LastDay(day),
            (Some(days), None) => DeadlineRule::DaysBefore(number("deadline_days", days)?),
            (None, None) => return Err(broken("deadline_days")),
        };
        let venue = match (self.venue_name, self.street, self.town) {
            (Some(name), Some(street), Some(town)) => Some(Venue {
                name,
                street,
                postcode: self.postcode,
                town,
                access: both_or_none(self.access_da, self.access_en),
            }),
            _ => None,
        };
        let capacity = self
            .capacity
            .map(|seats| number("capacity", seats).and_then(|seats| Capacity::new(seats).map_err(|_| broken("capacity"))));
        let plan = EditionPlan {
            when,
            mode: self.mode,
            venue,
            capacity: capacity.transpose()?,
            min_seats: number("min_seats", self.min_seats)?,
            deadline,
            price: Price {
                amount: Money::ore(self.price_ore),
                unit: self.price_unit,
                vat: VatClass::stored(&self.vat_category, self.vat_basis_points).map_err(|_| broken("vat_category"))?,
            },
            published: self.published,
        };
        Ok(StoredEdition {
            id: self.id,
            course_id: self.course_id,
            edition: Edition::stored(self.state, plan),
            seats_held: number("seats_held", self.seats_held)?,
            venue_id: self.venue_id,
            online_link: self.online_link,
            reason: self.state_reason,
        })
    }
}
