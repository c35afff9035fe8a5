//! The places the house has used.

use db::{Read, Tx, sql};
use platform::OrgScope;
use platform::values::Line;

use super::rows::both_or_none;
use crate::model::{Note, Venue, VenueId};

db::row! {
    struct VenueRow {
        id: VenueId,
        name: Line<120>,
        street: Line<120>,
        postcode: Option<Line<10>>,
        town: Line<80>,
        access_da: Option<Note>,
        access_en: Option<Note>,
    }
}

/// Every place, by name.
pub(crate) async fn all(on: &impl Read, scope: OrgScope) -> Result<Vec<(VenueId, Venue)>, db::Error> {
    let rows: Vec<VenueRow> =
        sql!("SELECT id, name, street, postcode, town, access_da, access_en FROM venue WHERE organisation_id = $1 ORDER BY name, id")
            .bind(scope)
            .all(on)
            .await?;
    let venue = |row: VenueRow| {
        let access = both_or_none(row.access_da, row.access_en);
        (
            row.id,
            Venue {
                name: row.name,
                street: row.street,
                postcode: row.postcode,
                town: row.town,
                access,
            },
        )
    };
    Ok(rows.into_iter().map(venue).collect())
}

/// Adds a place.
pub(crate) async fn insert(tx: &mut Tx, scope: OrgScope, id: VenueId, venue: &Venue) -> Result<(), db::Error> {
    sql!(
        "INSERT INTO venue (id, organisation_id, name, street, postcode, town, access_da, access_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(id)
    .bind(scope)
    .bind(&venue.name)
    .bind(&venue.street)
    .bind(venue.postcode.as_ref())
    .bind(&venue.town)
    .bind(venue.access.as_ref().map(|text| &text.da))
    .bind(venue.access.as_ref().map(|text| &text.en))
    .execute(tx)
    .await?;
    Ok(())
}
