//! What the house does with interest lists: takes somebody off, takes a copy out.

use platform::App;
use platform::audit::{self, Actor};
use platform::web::{Error, Staff};
use serde_json::json;

use super::note::note;
use crate::model::InterestId;
use crate::rights::ManageCourses;
use crate::store::interest;

db::text_enum!(
    /// A kind of file.
    pub(crate) enum Format {
        /// For a spreadsheet.
        Xlsx => "xlsx",
        /// For anything.
        Csv => "csv",
    }
);

/// Takes somebody off a list.
///
/// # Errors
/// [`Error::NotFound`] for an entry of nobody or of others.
pub(crate) async fn remove(app: &App, staff: &Staff<ManageCourses>, id: InterestId) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    if interest::delete(&mut tx, staff.scope, id).await? == 0 {
        return Err(Error::NotFound);
    }
    note(&mut tx, app, staff, "interest.removed", ("interest", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Notes that somebody took a copy of the lists out of the house.
pub(crate) async fn exported(app: &App, staff: &Staff<ManageCourses>, format: Format) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let event = audit::Event {
        actor: Actor::Account(staff.account),
        action: "interest.exported",
        object_kind: "interest",
        object_id: None,
        details: json!({ "format": format }),
    };
    audit::record(&mut tx, app.clock.now(), Some(staff.scope), event).await?;
    tx.commit().await?;
    Ok(())
}
