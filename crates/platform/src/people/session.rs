//! Sessions: one row per signed-in browser. The cookie holds a random token of which only the hash is stored.

use db::{Db, Tx, sql};
use http::HeaderValue;
use jiff::{SignedDuration, Timestamp};

use super::AccountId;
use crate::config::Config;
use crate::keys::token_hash;
use crate::web::set_cookie;
use crate::{Clock, Random};

/// Short name of the cookie.
pub const COOKIE: &str = "session";

/// A browser that is not used for this long is signed out.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);

/// No session lasts longer than this.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 14);

/// How often the time of last use is written.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

db::id!(/// One signed-in browser.
    SessionId);

/// A signed-in browser and whose it is.
#[derive(Debug, Clone)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// Whose.
    pub account_id: AccountId,
    /// Their name.
    pub name: String,
    /// Their mailbox.
    pub email: String,
    /// Whether they run the installation.
    pub is_operator: bool,
    /// When they proved who they are.
    pub created_at: Timestamp,
    /// How: `mail`, `passkey`, `oidc` or `demo`.
    pub method: String,
    /// Ties forms to this session; never leaves the server.
    pub(crate) form_key: String,
}

/// After this long a session must be renewed before anything that could take the account away from its owner.
pub const FRESH: SignedDuration = SignedDuration::from_hours(1);

impl Session {
    /// Whether the person proved who they are a short time ago.
    #[must_use]
    pub fn is_fresh(&self, clock: &Clock) -> bool {
        clock.now().duration_since(self.created_at) <= FRESH
    }
}

db::row! {
    /// A session on its owner's list.
    pub struct Listed {
        /// The session.
        pub id: SessionId,
        /// When it began.
        pub created_at: Timestamp,
        /// When it was last used, to within five minutes.
        pub seen_at: Timestamp,
        /// How the person signed in.
        pub method: String,
        /// Which browser.
        pub agent: String,
    }
}

db::row! {
    struct Found {
        id: SessionId,
        account_id: AccountId,
        name: String,
        email: String,
        is_operator: bool,
        created_at: Timestamp,
        seen_at: Timestamp,
        method: String,
    }
}

/// Signs a browser in and gives its cookie. Always a new token, so a token planted before signing in is worth nothing.
///
/// # Errors
/// As the database's.
pub async fn start(
    tx: &mut Tx,
    clock: &Clock,
    random: &Random,
    config: &Config,
    account: AccountId,
    method: &str,
    agent: &str,
) -> Result<HeaderValue, db::Error> {
    let token = random.token();
    let now = clock.now();
    let agent: String = agent.chars().filter(|c| !c.is_control()).take(200).collect();
    sql!(
        "INSERT INTO session (id, token_hash, account_id, created_at, seen_at, ends_at, method, agent)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)"
    )
    .bind(SessionId::from_uuid(random.id(now)))
    .bind(token_hash(&token))
    .bind(account)
    .bind(now)
    .bind(now + LONGEST)
    .bind(method)
    .bind(agent)
    .execute(tx)
    .await?;
    Ok(set_cookie(config, COOKIE, &token, Some(LONGEST.as_secs())))
}

/// The live session of a cookie's token.
///
/// # Errors
/// As the database's.
pub(crate) async fn find_across_organisations(db: &Db, clock: &Clock, token: &str) -> Result<Option<Session>, db::Error> {
    let now = clock.now();
    let hash = token_hash(token);
    let found: Option<Found> = sql!(
        "SELECT s.id, s.account_id, a.name, a.email, a.is_operator, s.created_at, s.seen_at, s.method
         FROM session s JOIN account a ON a.id = s.account_id
         WHERE s.token_hash = $1 AND s.ends_at > $2 AND s.seen_at > $3"
    )
    .bind(hash)
    .bind(now)
    .bind(now - IDLE)
    .optional(db)
    .await?;
    let Some(found) = found else { return Ok(None) };
    if now.duration_since(found.seen_at) > SEEN_EVERY {
        let mut tx = db.begin().await?;
        sql!("UPDATE session SET seen_at = $2 WHERE id = $1")
            .bind(found.id)
            .bind(now)
            .execute(&mut tx)
            .await?;
        tx.commit().await?;
    }
    Ok(Some(Session {
        id: found.id,
        account_id: found.account_id,
        name: found.name,
        email: found.email,
        is_operator: found.is_operator,
        created_at: found.created_at,
        method: found.method,
        form_key: token.to_owned(),
    }))
}

/// Gives a session a new token, after its rights have changed.
///
/// # Errors
/// As the database's.
pub async fn rotate(tx: &mut Tx, random: &Random, config: &Config, id: SessionId) -> Result<HeaderValue, db::Error> {
    let token = random.token();
    sql!("UPDATE session SET token_hash = $2 WHERE id = $1")
        .bind(id)
        .bind(token_hash(&token))
        .execute(tx)
        .await?;
    Ok(set_cookie(config, COOKIE, &token, Some(LONGEST.as_secs())))
}

/// The live sessions of an account, last used first.
///
/// # Errors
/// As the database's.
pub async fn list(db: &Db, clock: &Clock, account: AccountId) -> Result<Vec<Listed>, db::Error> {
    let now = clock.now();
    sql!(
        "SELECT id, created_at, seen_at, method, agent FROM session
         WHERE account_id = $1 AND ends_at > $2 AND seen_at > $3 ORDER BY seen_at DESC"
    )
    .bind(account)
    .bind(now)
    .bind(now - IDLE)
    .all(db)
    .await
}

/// Signs one browser of an account out. `false`: the account has no session with this number.
///
/// # Errors
/// As the database's.
pub async fn end(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<bool, db::Error> {
    let ended = sql!("DELETE FROM session WHERE account_id = $1 AND id = $2")
        .bind(account)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(ended == 1)
}

/// Signs an account out everywhere but here.
///
/// # Errors
/// As the database's.
pub async fn end_others(tx: &mut Tx, account: AccountId, here: SessionId) -> Result<u64, db::Error> {
    sql!("DELETE FROM session WHERE account_id = $1 AND id <> $2")
        .bind(account)
        .bind(here)
        .execute(tx)
        .await
}

/// Signs an account out everywhere.
///
/// # Errors
/// As the database's.
pub async fn end_all(tx: &mut Tx, account: AccountId) -> Result<u64, db::Error> {
    sql!("DELETE FROM session WHERE account_id = $1").bind(account).execute(tx).await
}

/// Deletes sessions that have run out; they are dead already, this keeps the table small.
///
/// # Errors
/// As the database's.
pub async fn sweep_across_organisations(tx: &mut Tx, clock: &Clock) -> Result<u64, db::Error> {
    let now = clock.now();
    sql!("DELETE FROM session WHERE ends_at <= $1 OR seen_at <= $2")
        .bind(now)
        .bind(now - IDLE)
        .execute(tx)
        .await
}
