//! Passkeys: keys that live in a phone, a computer or a security key and never leave it. We keep the public half.

use db::{Db, Tx, sql};
use jiff::Timestamp;
use webauthn_rs::prelude::Passkey;

use super::AccountId;
use crate::{Clock, Random};

db::id!(/// A passkey of an account.
    PasskeyId);

db::row! {
    /// A passkey on its owner's list.
    pub struct Listed {
        /// Its number.
        pub id: PasskeyId,
        /// What its owner calls it.
        pub label: String,
        /// When it was added.
        pub created_at: Timestamp,
        /// When it last signed somebody in.
        pub used_at: Option<Timestamp>,
    }
}

/// A passkey found by what the browser sent.
pub struct Found {
    /// Its number.
    pub id: PasskeyId,
    /// Whose it is.
    pub account: AccountId,
    /// The public half, with its counter.
    pub key: Passkey,
}

/// The passkeys of an account, oldest first.
///
/// # Errors
/// As the database's.
pub async fn list(db: &Db, account: AccountId) -> Result<Vec<Listed>, db::Error> {
    sql!("SELECT id, label, created_at, used_at FROM passkey WHERE account_id = $1 ORDER BY created_at, id")
        .bind(account)
        .all(db)
        .await
}

/// The credential ids of an account's passkeys, so that a device is not added twice.
///
/// # Errors
/// As the database's.
pub async fn credential_ids(db: &Db, account: AccountId) -> Result<Vec<Vec<u8>>, db::Error> {
    let rows: Vec<(Vec<u8>,)> = sql!("SELECT credential_id FROM passkey WHERE account_id = $1")
        .bind(account)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The passkey with this credential id. Locks it, so that its counter cannot go backwards between two sign-ins at once.
///
/// # Errors
/// As the database's.
pub async fn find(tx: &mut Tx, clock: &Clock, credential_id: &[u8]) -> Result<Option<Found>, db::Error> {
    let row: Option<(PasskeyId, AccountId, String)> =
        sql!("UPDATE passkey SET used_at = $2 WHERE credential_id = $1 RETURNING id, account_id, credential")
            .bind(credential_id)
            .bind(clock.now())
            .optional(tx)
            .await?;
    Ok(row.and_then(|(id, account, credential)| {
        Some(Found {
            id,
            account,
            key: serde_json::from_str(&credential).ok()?,
        })
    }))
}

/// Adds a passkey. `false`: this very key is known already, perhaps to another account.
///
/// # Errors
/// As the database's.
pub async fn add(
    tx: &mut Tx,
    clock: &Clock,
    random: &Random,
    account: AccountId,
    label: &str,
    key: &Passkey,
) -> Result<Option<PasskeyId>, db::Error> {
    let now = clock.now();
    let id = PasskeyId::from_uuid(random.id(now));
    let added = sql!(
        "INSERT INTO passkey (id, account_id, credential_id, label, credential, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (credential_id) DO NOTHING"
    )
    .bind(id)
    .bind(account)
    .bind(key.cred_id().as_slice())
    .bind(label)
    .bind(to_json(key))
    .bind(now)
    .execute(tx)
    .await?;
    Ok((added == 1).then_some(id))
}

/// Keeps the counter and flags a sign-in brought.
///
/// # Errors
/// As the database's.
pub async fn update(tx: &mut Tx, id: PasskeyId, key: &Passkey) -> Result<(), db::Error> {
    sql!("UPDATE passkey SET credential = $2 WHERE id = $1")
        .bind(id)
        .bind(to_json(key))
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives a passkey another name. `false`: there is none with this number among the account's.
///
/// # Errors
/// As the database's.
pub async fn rename(tx: &mut Tx, account: AccountId, id: PasskeyId, label: &str) -> Result<bool, db::Error> {
    let changed = sql!("UPDATE passkey SET label = $3 WHERE account_id = $1 AND id = $2")
        .bind(account)
        .bind(id)
        .bind(label)
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// Removes a passkey. `false`: there is none with this number among the account's.
///
/// # Errors
/// As the database's.
pub async fn remove(tx: &mut Tx, account: AccountId, id: PasskeyId) -> Result<bool, db::Error> {
    let removed = sql!("DELETE FROM passkey WHERE account_id = $1 AND id = $2")
        .bind(account)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(removed == 1)
}

fn to_json(key: &Passkey) -> String {
    serde_json::to_string(key).expect("a passkey is plain data, which can always be written as JSON")
}
