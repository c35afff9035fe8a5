//! Links sent by mail: random, short-lived, used once, good for one purpose (T22, T29, T31). Only their hashes are stored.
//!
//! A sign-in link is bound to the browser that asked for it by a random cookie, so that a mail that was forwarded, or read by a mail filter, signs nobody else in.
//! Who reads the mail on another device types the six digits of the same mail into the browser that asked.

use db::{Db, Tx, sql};
use jiff::{SignedDuration, Timestamp};
use subtle::ConstantTimeEq;

use super::AccountId;
use crate::keys::token_hash;
use crate::values::Email;
use crate::{Clock, Keys, Random};

/// How long a link can be used.
pub const LIFETIME: SignedDuration = SignedDuration::from_mins(15);

/// How often the digits of one mail may be typed wrongly.
pub const CODE_TRIES: i64 = 5;

/// How many digits the code has.
pub const CODE_DIGITS: usize = 6;

db::id!(/// A link sent by mail.
    MailLinkId);

db::text_enum! {
    /// What a link is good for. A link of one purpose is nothing at the address of another (T31).
    pub enum Purpose {
        /// Signs its browser in.
        SignIn => "sign-in",
        /// Shows that a new mailbox belongs to the account that asked.
        ConfirmEmail => "confirm-email",
    }
}

/// What somebody asks for.
#[derive(Debug)]
pub struct Request<'a> {
    /// What the link will be good for.
    pub purpose: Purpose,
    /// Where it is sent.
    pub email: &'a Email,
    /// Who alone may use it, for purposes of people who are signed in.
    pub account: Option<AccountId>,
    /// The cookie of the browser that asked; `None` makes a link for any browser.
    pub browser: Option<&'a str>,
    /// Where to go afterwards; a local path or nothing.
    pub next: &'a str,
}

/// The secrets of a new link, which exist only here and in the mail.
pub struct Issued {
    /// The link's number; names its mail.
    pub id: MailLinkId,
    /// For the address.
    pub token: String,
    /// For typing, where the link is bound to a browser.
    pub code: Option<String>,
}

db::row! {
    /// A live link as found by its token or its browser.
    pub struct Link {
        /// Its number.
        pub id: MailLinkId,
        /// Where it was sent.
        pub email: String,
        /// Who alone may use it.
        pub account_id: Option<AccountId>,
        /// The browser that asked, as its hash.
        pub browser_hash: Option<Vec<u8>>,
        /// Until when it can be used.
        pub expires_at: Timestamp,
        /// Where to go afterwards.
        pub next_path: String,
    }
}

impl Link {
    /// Whether it may be used in the browser with this cookie.
    #[must_use]
    pub fn is_for(&self, browser: &str) -> bool {
        self.browser_hash.as_ref().is_none_or(|hash| *hash == token_hash(browser))
    }
}

/// What became of a typed code.
#[derive(Debug)]
pub enum Typed {
    /// It was right; the link is used up.
    Right(Link),
    /// It was wrong; so many tries are left.
    Wrong(i64),
    /// There is no live link of this browser.
    Dead,
}

/// Makes a link. The caller puts the secrets into a mail, in the same transaction.
///
/// # Errors
/// As the database's.
pub async fn issue(tx: &mut Tx, clock: &Clock, random: &Random, keys: &Keys, request: Request<'_>) -> Result<Issued, db::Error> {
    let now = clock.now();
    let id = MailLinkId::from_uuid(random.id(now));
    let token = random.token();
    let code = request.browser.map(|_| digits(random));
    sql!(
        "INSERT INTO mail_link (id, token_hash, purpose, email, email_key, account_id, browser_hash, code_hash, code_tries, created_at, expires_at, next_path)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)"
    )
    .bind(id)
    .bind(token_hash(&token))
    .bind(request.purpose)
    .bind(request.email.as_str())
    .bind(request.email.key())
    .bind(request.account)
    .bind(request.browser.map(token_hash))
    .bind(code.as_ref().map(|code| code_hash(keys, id, code)))
    .bind(now)
    .bind(now + LIFETIME)
    .bind(request.next)
    .execute(tx)
    .await?;
    Ok(Issued { id, token, code })
}

/// The live link of a token, without using it: opening a link changes nothing, because mail filters open links too.
///
/// # Errors
/// As the database's.
pub async fn look(db: &Db, clock: &Clock, purpose: Purpose, token: &str) -> Result<Option<Link>, db::Error> {
    sql!(
        "SELECT id, email, account_id, browser_hash, expires_at, next_path FROM mail_link
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3"
    )
    .bind(token_hash(token))
    .bind(purpose)
    .bind(clock.now())
    .optional(db)
    .await
}

/// The newest live sign-in link that a browser asked for.
///
/// # Errors
/// As the database's.
pub async fn asked_by(db: &Db, clock: &Clock, browser: &str) -> Result<Option<Link>, db::Error> {
    sql!(
        "SELECT id, email, account_id, browser_hash, expires_at, next_path FROM mail_link
         WHERE browser_hash = $1 AND purpose = 'sign-in' AND used_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC LIMIT 1"
    )
    .bind(token_hash(browser))
    .bind(clock.now())
    .optional(db)
    .await
}

/// Uses a link up, if it is live, of this purpose, and this browser's and account's to use. Of two that try at once, one succeeds.
///
/// # Errors
/// As the database's.
pub async fn spend(
    tx: &mut Tx,
    clock: &Clock,
    purpose: Purpose,
    token: &str,
    browser: &str,
    account: Option<AccountId>,
) -> Result<Option<Link>, db::Error> {
    sql!(
        "UPDATE mail_link SET used_at = $3
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
           AND (browser_hash IS NULL OR browser_hash = $4) AND (account_id IS NULL OR account_id = $5)
         RETURNING id, email, account_id, browser_hash, expires_at, next_path"
    )
    .bind(token_hash(token))
    .bind(purpose)
    .bind(clock.now())
    .bind(token_hash(browser))
    .bind(account)
    .optional(tx)
    .await
}

/// Tries digits typed in the browser that asked, against its newest link only: who asks for a hundred links must not get a hundred chances with one code.
/// The try must be committed also when it was wrong.
///
/// # Errors
/// As the database's.
pub async fn try_code(tx: &mut Tx, clock: &Clock, keys: &Keys, browser: &str, typed: &str) -> Result<Typed, db::Error> {
    let now = clock.now();
    let tried: Option<(MailLinkId, Option<Vec<u8>>, i64)> = sql!(
        "UPDATE mail_link SET code_tries = code_tries + 1
         WHERE used_at IS NULL AND code_tries < $3 AND id = (
             SELECT id FROM mail_link WHERE browser_hash = $1 AND purpose = 'sign-in' AND used_at IS NULL AND expires_at > $2
             ORDER BY created_at DESC, id DESC LIMIT 1)
         RETURNING id, code_hash, code_tries"
    )
    .bind(token_hash(browser))
    .bind(now)
    .bind(CODE_TRIES)
    .optional(tx)
    .await?;
    let Some((id, stored, tries)) = tried else { return Ok(Typed::Dead) };
    let right: bool = stored.is_some_and(|stored| stored.ct_eq(&code_hash(keys, id, typed)).into());
    if !right {
        return Ok(Typed::Wrong(CODE_TRIES - tries));
    }
    let link = sql!("UPDATE mail_link SET used_at = $2 WHERE id = $1 RETURNING id, email, account_id, browser_hash, expires_at, next_path")
        .bind(id)
        .bind(now)
        .one(tx)
        .await?;
    Ok(Typed::Right(link))
}

/// Uses up every other live sign-in link of a mailbox: somebody who asked twice and is in needs none of them.
///
/// # Errors
/// As the database's.
pub async fn spend_others(tx: &mut Tx, clock: &Clock, email: &Email) -> Result<(), db::Error> {
    sql!("UPDATE mail_link SET used_at = $2 WHERE email_key = $1 AND purpose = 'sign-in' AND used_at IS NULL")
        .bind(email.key())
        .bind(clock.now())
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes the sign-in links of a mailbox that its account has left.
///
/// # Errors
/// As the database's.
pub async fn leave(tx: &mut Tx, email: &Email) -> Result<(), db::Error> {
    sql!("DELETE FROM mail_link WHERE email_key = $1 AND purpose = 'sign-in'")
        .bind(email.key())
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes everything about a mailbox.
///
/// # Errors
/// As the database's.
pub async fn forget(tx: &mut Tx, email_key: &str) -> Result<(), db::Error> {
    sql!("DELETE FROM mail_link WHERE email_key = $1")
        .bind(email_key)
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes links that ran out yesterday or before. Until then a used link can still be told from one that never was, should anybody ask.
///
/// # Errors
/// As the database's.
pub async fn sweep_across_organisations(tx: &mut Tx, clock: &Clock) -> Result<u64, db::Error> {
    sql!("DELETE FROM mail_link WHERE expires_at < $1")
        .bind(clock.now() - SignedDuration::from_hours(24))
        .execute(tx)
        .await
}

/// Keyed, because a million codes are hashed in no time; with the link's number, so that equal codes look different.
fn code_hash(keys: &Keys, id: MailLinkId, code: &str) -> Vec<u8> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    keys.seal("mail-code", &[id.as_uuid().as_bytes(), digits.as_bytes()]).to_vec()
}

fn digits(random: &Random) -> String {
    // 64 random bits over a million values: no value is noticeably likelier than another.
    format!("{:06}", u64::from_be_bytes(random.bytes::<8>()) % 1_000_000)
}
