//! Figures for the house's front page: counts, no people.

use db::{Read, sql};
use jiff::Timestamp;
use platform::OrgScope;

use crate::model::EditionId;

/// How many seats each edition has got since a moment, those given up again not counted; the edition of the newest seat first.
pub(crate) async fn seats_since(on: &impl Read, scope: OrgScope, since: Timestamp) -> Result<Vec<(EditionId, i64)>, db::Error> {
    sql!(
        "SELECT edition_id, COUNT(*) FROM registration
         WHERE organisation_id = $1 AND created_at >= $2 AND state IN ('requested', 'confirmed', 'attended', 'no-show')
         GROUP BY edition_id ORDER BY MAX(created_at) DESC, edition_id"
    )
    .bind(scope)
    .bind(since)
    .all(on)
    .await
}
