//! Noting that somebody took a list of participants out of the house.

use platform::App;
use platform::web::{Error, Staff};
use serde_json::json;

use super::edit_interest::Format;
use super::note::note;
use crate::model::EditionId;
use crate::rights::SeeParticipants;

/// Writes down who took so many people's data out, and as what.
pub(crate) async fn exported(
    app: &App,
    staff: &Staff<SeeParticipants>,
    edition: EditionId,
    rows: usize,
    format: Format,
) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let details = json!({ "format": format, "rows": rows });
    note(
        &mut tx,
        app,
        staff,
        "participants.exported",
        ("edition", edition.as_uuid()),
        details,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
