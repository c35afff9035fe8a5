//! Interest lists: who waits for the next run of a course.

use db::{Read, Tx, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::OrgScope;
use platform::values::{Email, Line, PersonName};
use texts::Lang;

use crate::model::{CourseId, InterestEntry, InterestId, InterestIn, Season};

db::row! {
    /// Somebody on an interest list.
    pub(crate) struct Listed {
        pub(crate) id: InterestId,
        pub(crate) course_id: Option<CourseId>,
        pub(crate) season: Option<Season>,
        pub(crate) name: PersonName,
        pub(crate) email: Email,
        pub(crate) organisation_name: Option<Line<120>>,
        pub(crate) seats: i64,
        pub(crate) created_at: Timestamp,
    }
}

/// Puts somebody on a list. `false`: the mailbox is on it already, and stays where it stands.
pub(crate) async fn insert(
    tx: &mut Tx,
    scope: OrgScope,
    id: InterestId,
    entry: &InterestEntry,
    lang: Lang,
    token_hash: Vec<u8>,
    now: Timestamp,
) -> Result<bool, db::Error> {
    let (course, season) = match entry.interest_in {
        InterestIn::Course(course) => (Some(course), None),
        InterestIn::Season(season) => (None, Some(season)),
    };
    let written = sql!(
        "INSERT INTO interest_entry (id, organisation_id, course_id, season, name, email, email_key, organisation_name, seats, language, token_hash, created_at, delete_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING"
    )
    .bind(id)
    .bind(scope)
    .bind(course)
    .bind(season)
    .bind(entry.name.as_str())
    .bind(entry.email.as_str())
    .bind(entry.email.key())
    .bind(entry.organisation.as_ref().map(Line::as_str))
    .bind(i64::from(entry.seats.get()))
    .bind(lang.code())
    .bind(token_hash)
    .bind(now)
    .bind(entry.delete_by())
    .execute(tx)
    .await?;
    Ok(written == 1)
}

/// Everybody on the lists, first come first.
pub(crate) async fn all(on: &impl Read, scope: OrgScope) -> Result<Vec<Listed>, db::Error> {
    sql!(
        "SELECT id, course_id, season, name, email, organisation_name, seats, created_at
         FROM interest_entry WHERE organisation_id = $1 ORDER BY created_at, id"
    )
    .bind(scope)
    .all(on)
    .await
}

/// The entry of a link.
pub(crate) async fn by_token(on: &impl Read, scope: OrgScope, token_hash: Vec<u8>) -> Result<Option<Listed>, db::Error> {
    sql!(
        "SELECT id, course_id, season, name, email, organisation_name, seats, created_at
         FROM interest_entry WHERE organisation_id = $1 AND token_hash = $2"
    )
    .bind(scope)
    .bind(token_hash)
    .optional(on)
    .await
}

/// Takes somebody off a list.
pub(crate) async fn delete(tx: &mut Tx, scope: OrgScope, id: InterestId) -> Result<u64, db::Error> {
    sql!("DELETE FROM interest_entry WHERE organisation_id = $1 AND id = $2")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await
}

/// Deletes what was kept long enough.
pub(crate) async fn sweep_across_organisations(tx: &mut Tx, today: Date) -> Result<u64, db::Error> {
    sql!("DELETE FROM interest_entry WHERE delete_by <= $1")
        .bind(today)
        .execute(tx)
        .await
}
