//! Reading the log, newest first.

use db::{Db, sql};
use jiff::Timestamp;
use uuid::Uuid;

use crate::organisation::OrgScope;
use crate::people::AccountId;

db::row! {
    /// An entry as shown to administrators.
    pub struct Listed {
        /// Its place in the chain.
        pub number: i64,
        /// When.
        pub at: Timestamp,
        /// Who, if somebody was signed in.
        pub account_id: Option<Uuid>,
        /// Their name today; missing where the account has been deleted.
        pub name: Option<String>,
        /// What was done, as a code.
        pub action: String,
        /// What kind of object.
        pub object_kind: String,
        /// Which.
        pub object_id: Option<Uuid>,
        /// What changed, as JSON.
        pub details: String,
    }
}

/// Entries before `before` (a number; `i64::MAX` for the newest), at most `limit`, only those of `action` unless that is empty.
///
/// # Errors
/// As the database's.
pub async fn before(db: &Db, scope: OrgScope, before: i64, action: &str, limit: i64) -> Result<Vec<Listed>, db::Error> {
    sql!(
        "SELECT e.number, e.at, e.account_id, a.name, e.action, e.object_kind, e.object_id, e.details
         FROM audit_entry e LEFT JOIN account a ON a.id = e.account_id
         WHERE e.organisation_id = $1 AND e.number < $2 AND ($3 = '' OR e.action = $3)
         ORDER BY e.number DESC LIMIT $4"
    )
    .bind(scope)
    .bind(before)
    .bind(action)
    .bind(limit)
    .all(db)
    .await
}

/// The kinds of actions that occur, for the filter.
///
/// # Errors
/// As the database's.
pub async fn actions(db: &Db, scope: OrgScope) -> Result<Vec<String>, db::Error> {
    let rows: Vec<(String,)> = sql!("SELECT DISTINCT action FROM audit_entry WHERE organisation_id = $1 ORDER BY action")
        .bind(scope)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(action,)| action).collect())
}

db::row! {
    /// An entry in its actor's copy of their data.
    pub struct Own {
        /// When.
        pub at: Timestamp,
        /// What was done, as a code.
        pub action: String,
        /// What kind of object.
        pub object_kind: String,
        /// Which.
        pub object_id: Option<Uuid>,
        /// What changed, as JSON.
        pub details: String,
    }
}

/// Everything one account did, oldest first, wherever it did it: for the person's own copy.
///
/// # Errors
/// As the database's.
pub async fn by_account_across_organisations(db: &Db, account: AccountId) -> Result<Vec<Own>, db::Error> {
    sql!(
        "SELECT at, action, object_kind, object_id, details FROM audit_entry
         WHERE account_id = $1 ORDER BY at, organisation_id, number"
    )
    .bind(account)
    .all(db)
    .await
}
