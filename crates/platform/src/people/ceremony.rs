//! Ceremonies under way: what the server must remember between the two halves of a sign-in with a passkey or an identity provider.
//!
//! Each is bound to the browser that began it, lasts five minutes and is taken out when it is used, also when it then fails.

use db::{Tx, sql};
use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::AccountId;
use crate::keys::token_hash;
use crate::{Clock, Random};

/// How long the second half may take.
pub const LIFETIME: SignedDuration = SignedDuration::from_mins(5);

db::id!(/// A ceremony under way.
    CeremonyId);

db::text_enum! {
    /// Which ceremony.
    pub enum Kind {
        /// Adding a passkey to the account of somebody who is signed in.
        AddPasskey => "add-passkey",
        /// Signing in with a passkey.
        UsePasskey => "use-passkey",
        /// Signing in with the identity provider.
        Oidc => "oidc",
    }
}

/// Remembers the first half.
///
/// # Errors
/// As the database's.
pub async fn begin(
    tx: &mut Tx,
    clock: &Clock,
    random: &Random,
    kind: Kind,
    browser: &str,
    account: Option<AccountId>,
    state: &impl Serialize,
) -> Result<CeremonyId, db::Error> {
    let now = clock.now();
    let id = CeremonyId::from_uuid(random.id(now));
    let state = serde_json::to_string(state).expect("the state of a ceremony is plain data, which can always be written as JSON");
    sql!("INSERT INTO ceremony (id, kind, browser_hash, account_id, state, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id)
        .bind(kind)
        .bind(token_hash(browser))
        .bind(account)
        .bind(state)
        .bind(now)
        .bind(now + LIFETIME)
        .execute(tx)
        .await?;
    Ok(id)
}

/// Takes a ceremony out: it can be finished once, by the browser (and account) that began it. Commit before judging the answer, so that a failed one is gone too.
///
/// # Errors
/// As the database's.
pub async fn take<S: DeserializeOwned>(
    tx: &mut Tx,
    clock: &Clock,
    kind: Kind,
    id: &str,
    browser: &str,
    account: Option<AccountId>,
) -> Result<Option<S>, db::Error> {
    let Ok(id) = id.parse::<CeremonyId>() else { return Ok(None) };
    let taken: Option<(String, Option<AccountId>)> =
        sql!("DELETE FROM ceremony WHERE id = $1 AND kind = $2 AND browser_hash = $3 AND expires_at > $4 RETURNING state, account_id")
            .bind(id)
            .bind(kind)
            .bind(token_hash(browser))
            .bind(clock.now())
            .optional(tx)
            .await?;
    let state = taken
        .filter(|(_, began)| *began == account)
        .and_then(|(state, _)| serde_json::from_str(&state).ok());
    Ok(state)
}

/// Deletes ceremonies that nobody finished.
///
/// # Errors
/// As the database's.
pub async fn sweep_across_organisations(tx: &mut Tx, clock: &Clock) -> Result<u64, db::Error> {
    sql!("DELETE FROM ceremony WHERE expires_at < $1")
        .bind(clock.now())
        .execute(tx)
        .await
}
