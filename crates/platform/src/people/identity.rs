//! Identities at an identity provider: its name for a person, linked to our account.

use db::{Db, Tx, sql};
use jiff::Timestamp;

use super::AccountId;
use crate::Clock;

db::row! {
    /// An identity on its owner's list.
    pub struct Listed {
        /// The provider's address.
        pub issuer: String,
        /// The person's number there.
        pub subject: String,
        /// When it was linked.
        pub created_at: Timestamp,
    }
}

/// The account an identity is linked to.
///
/// # Errors
/// As the database's.
pub async fn account_of(tx: &mut Tx, issuer: &str, subject: &str) -> Result<Option<AccountId>, db::Error> {
    let row: Option<(AccountId,)> = sql!("SELECT account_id FROM oidc_identity WHERE issuer = $1 AND subject = $2")
        .bind(issuer)
        .bind(subject)
        .optional(tx)
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Links an identity to an account. An identity that is linked already stays where it is.
///
/// # Errors
/// As the database's.
pub async fn link(tx: &mut Tx, clock: &Clock, issuer: &str, subject: &str, account: AccountId) -> Result<(), db::Error> {
    sql!("INSERT INTO oidc_identity (issuer, subject, account_id, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (issuer, subject) DO NOTHING")
        .bind(issuer)
        .bind(subject)
        .bind(account)
        .bind(clock.now())
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes a link away. `false`: the account has none such.
///
/// # Errors
/// As the database's.
pub async fn unlink(tx: &mut Tx, account: AccountId, issuer: &str, subject: &str) -> Result<bool, db::Error> {
    let rows = sql!("DELETE FROM oidc_identity WHERE account_id = $1 AND issuer = $2 AND subject = $3")
        .bind(account)
        .bind(issuer)
        .bind(subject)
        .execute(tx)
        .await?;
    Ok(rows == 1)
}

/// The identities linked to an account.
///
/// # Errors
/// As the database's.
pub async fn list(db: &Db, account: AccountId) -> Result<Vec<Listed>, db::Error> {
    sql!("SELECT issuer, subject, created_at FROM oidc_identity WHERE account_id = $1 ORDER BY created_at")
        .bind(account)
        .all(db)
        .await
}
