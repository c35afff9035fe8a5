//! Who did what to which object: append-only, and chained by hashes so that a changed or missing entry shows.
//!
//! Entries name people by id only. Erasing an account makes its entries say "a deleted person"; the chain stays whole, because no name was ever hashed.

mod chain;
pub mod list;
pub mod pages;
mod words;

use db::{Tx, sql};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

pub use chain::{Broken, verify_across_organisations};
#[doc(hidden)]
pub use inventory;
pub use pages::{navigation, routes};
pub use words::ActionWords;

use crate::organisation::OrgScope;
use crate::people::AccountId;

/// Who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody signed in.
    Account(AccountId),
    /// A member of the public or the program itself.
    Nobody,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// Who did it.
    pub actor: Actor,
    /// What was done, as a code: `order.confirmed`. Its text comes from the message files.
    pub action: &'a str,
    /// What kind of object: `order`.
    pub object_kind: &'a str,
    /// Which.
    pub object_id: Option<Uuid>,
    /// What changed: ids, states and counts; never names or addresses.
    pub details: Value,
}

/// Adds an entry to the organisation's log (`None`: the installation's own), in the transaction of the change itself.
///
/// # Errors
/// As the database's.
pub async fn record(tx: &mut Tx, now: Timestamp, scope: Option<OrgScope>, event: Event<'_>) -> Result<(), db::Error> {
    let organisation = scope.map_or_else(Uuid::nil, |scope| scope.id().as_uuid());
    // Taking the chain's row first makes writers of one organisation queue up, so that numbers and hashes follow commit order on both engines.
    sql!("INSERT INTO audit_chain (organisation_id, length, hash) VALUES ($1, 0, $2) ON CONFLICT (organisation_id) DO NOTHING")
        .bind(organisation)
        .bind(Vec::<u8>::new())
        .execute(tx)
        .await?;
    let (length, previous): (i64, Vec<u8>) =
        sql!("UPDATE audit_chain SET length = length + 1 WHERE organisation_id = $1 RETURNING length, hash")
            .bind(organisation)
            .one(tx)
            .await?;
    let account = match event.actor {
        Actor::Account(id) => Some(id.as_uuid()),
        Actor::Nobody => None,
    };
    let details = event.details.to_string();
    let entry = chain::Entry {
        organisation_id: organisation,
        number: length,
        at: now,
        account_id: account,
        action: event.action.to_owned(),
        object_kind: event.object_kind.to_owned(),
        object_id: event.object_id,
        details,
        hash: Vec::new(),
    };
    let hash = entry.hash_after(&previous);
    sql!("UPDATE audit_chain SET hash = $2 WHERE organisation_id = $1")
        .bind(organisation)
        .bind(hash.clone())
        .execute(tx)
        .await?;
    sql!(
        "INSERT INTO audit_entry (organisation_id, number, at, account_id, action, object_kind, object_id, details, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )
    .bind(organisation)
    .bind(length)
    .bind(now)
    .bind(account)
    .bind(entry.action)
    .bind(entry.object_kind)
    .bind(event.object_id)
    .bind(entry.details)
    .bind(hash)
    .execute(tx)
    .await?;
    Ok(())
}
