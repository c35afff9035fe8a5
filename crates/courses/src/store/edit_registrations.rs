//! What happens to all seats of an edition at once.

use db::{Tx, sql};
use jiff::Timestamp;
use platform::OrgScope;

use crate::model::EditionId;

/// Notes that calendars must follow: time, place or certainty of the edition has changed for everybody who holds or asks for a seat.
pub(crate) async fn raise_calendars(tx: &mut Tx, scope: OrgScope, edition: EditionId, now: Timestamp) -> Result<(), db::Error> {
    sql!(
        "UPDATE registration SET calendar_sequence = calendar_sequence + 1, changed_at = $3
         WHERE organisation_id = $1 AND edition_id = $2 AND state IN ('requested', 'confirmed')"
    )
    .bind(scope)
    .bind(edition)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Moves every seat that is held or asked for to another edition: same seat, same order, new date. Lock both editions before, and end the seats of people who
/// have one there already.
pub(crate) async fn move_all(tx: &mut Tx, scope: OrgScope, from: EditionId, to: EditionId, now: Timestamp) -> Result<u64, db::Error> {
    sql!(
        "UPDATE registration SET edition_id = $3, calendar_sequence = calendar_sequence + 1, changed_at = $4
         WHERE organisation_id = $1 AND edition_id = $2 AND state IN ('requested', 'confirmed')"
    )
    .bind(scope)
    .bind(from)
    .bind(to)
    .bind(now)
    .execute(tx)
    .await
}
