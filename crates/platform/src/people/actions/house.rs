//! Changing what an organisation is called and where the public writes to.

use serde_json::json;

use super::note;
use crate::people::rights::ManagePeople;
use crate::values::{Email, Line};
use crate::web::{Core, Error, Staff};

/// Room for an organisation's name.
pub type HouseName = Line<120>;

/// Stores the new name and contact mailbox.
///
/// # Errors
/// As the database's.
pub async fn change(core: &Core, staff: &Staff<ManagePeople>, name: &HouseName, contact: &Email) -> Result<(), Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    db::sql!("UPDATE organisation SET name = $2, contact_email = $3 WHERE id = $1")
        .bind(staff.scope)
        .bind(name.as_str())
        .bind(contact.as_str())
        .execute(&mut tx)
        .await?;
    let details =
        json!({ "name": staff.organisation.name != name.as_str(), "contact": staff.organisation.contact_email != contact.as_str() });
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "organisation.changed",
        ("organisation", staff.scope.id().as_uuid()),
        details,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
