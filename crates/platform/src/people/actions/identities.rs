//! Taking the link between one's account and an identity provider away again. It is made by signing in there.

use serde_json::json;

use super::note;
use crate::people::{Session, identity};
use crate::web::{Core, Error};

/// Unlinks one of one's own identities.
///
/// # Errors
/// [`Error::NotFound`] for one that is not one's own, and the database's.
pub async fn unlink(core: &Core, session: &Session, issuer: &str, subject: &str) -> Result<(), Error> {
    let owner = session.account_id;
    let mut tx = core.app.db.begin().await?;
    if !identity::unlink(&mut tx, owner, issuer, subject).await? {
        return Err(Error::NotFound);
    }
    let object = ("account", owner.as_uuid());
    note(&mut tx, &core.app, None, owner, "account.identity-unlinked", object, json!({})).await?;
    tx.commit().await?;
    Ok(())
}
