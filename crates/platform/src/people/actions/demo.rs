//! Signing in to the demo with one press.

use super::sign_in::{self, Entered, Method};
use crate::people::{AccountId, account};
use crate::web::{Core, Error};

/// Signs in as one of the demo accounts. Whoever else is named is simply not found.
///
/// # Errors
/// [`Error::NotFound`], and the database's.
pub async fn enter(core: &Core, id: AccountId) -> Result<Entered, Error> {
    let app = &core.app;
    if !app.config.demo
        || !account::demo_across_organisations(&app.db)
            .await?
            .iter()
            .any(|account| account.id == id)
    {
        return Err(Error::NotFound);
    }
    let mut tx = app.db.begin().await?;
    let cookie = sign_in::enter(&mut tx, core, id, Method::Demo).await?;
    tx.commit().await?;
    Ok(Entered {
        cookie,
        next: String::new(),
    })
}
