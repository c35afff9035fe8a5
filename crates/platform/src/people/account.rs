//! Accounts: one person, one mailbox.

use std::collections::HashMap;

use db::{Db, Tx, sql};
use jiff::Timestamp;
use texts::Lang;
use uuid::Uuid;

use crate::values::Email;
use crate::{Clock, Random};

db::id!(/// A person's account.
    AccountId);

db::row! {
    /// An account as stored.
    pub struct Account {
        /// Its id.
        pub id: AccountId,
        /// The mailbox, as written.
        pub email: String,
        /// What the person wants to be called.
        pub name: String,
        /// Language of mails: `da` or `en`.
        pub language: String,
        /// Whether the person runs the installation.
        pub is_operator: bool,
    }
}

impl Account {
    /// Language of mails.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.language.parse().unwrap_or(Lang::Da)
    }
}

/// An account by id.
///
/// # Errors
/// As the database's; [`db::Error::NotFound`] where it has been deleted.
pub async fn by_id(db: &Db, id: AccountId) -> Result<Account, db::Error> {
    sql!("SELECT id, email, name, language, is_operator FROM account WHERE id = $1")
        .bind(id)
        .one(db)
        .await
}

/// The account of a mailbox.
///
/// # Errors
/// As the database's.
pub async fn by_email(tx: &mut Tx, email: &Email) -> Result<Option<Account>, db::Error> {
    sql!("SELECT id, email, name, language, is_operator FROM account WHERE email_key = $1")
        .bind(email.key())
        .optional(tx)
        .await
}

/// The account of a mailbox, made if there is none. A new account may do nothing until it is invited somewhere.
///
/// # Errors
/// As the database's.
pub async fn find_or_create(
    tx: &mut Tx,
    clock: &Clock,
    random: &Random,
    email: &Email,
    name: &str,
    lang: Lang,
) -> Result<Account, db::Error> {
    if let Some(account) = by_email(tx, email).await? {
        return Ok(account);
    }
    let now = clock.now();
    let id = AccountId::from_uuid(random.id(now));
    sql!(
        "INSERT INTO account (id, email, email_key, name, language, is_operator, created_at)
         VALUES ($1, $2, $3, $4, $5, FALSE, $6) ON CONFLICT (email_key) DO NOTHING"
    )
    .bind(id)
    .bind(email.as_str())
    .bind(email.key())
    .bind(name)
    .bind(lang.code())
    .bind(now)
    .execute(tx)
    .await?;
    sql!("SELECT id, email, name, language, is_operator FROM account WHERE email_key = $1")
        .bind(email.key())
        .one(tx)
        .await
}

/// Lets an account run the installation, or no longer.
///
/// # Errors
/// As the database's.
pub async fn set_operator(tx: &mut Tx, id: AccountId, is_operator: bool) -> Result<(), db::Error> {
    sql!("UPDATE account SET is_operator = $2 WHERE id = $1")
        .bind(id)
        .bind(is_operator)
        .execute(tx)
        .await?;
    Ok(())
}

/// An account by id, within a transaction.
///
/// # Errors
/// As the database's; [`db::Error::NotFound`] where it has been deleted.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Account, db::Error> {
    sql!("SELECT id, email, name, language, is_operator FROM account WHERE id = $1")
        .bind(id)
        .one(tx)
        .await
}

/// Changes what a person wants to be called and the language of their mails.
///
/// # Errors
/// As the database's.
pub async fn set_profile(tx: &mut Tx, id: AccountId, name: &str, lang: Lang) -> Result<(), db::Error> {
    sql!("UPDATE account SET name = $2, language = $3 WHERE id = $1")
        .bind(id)
        .bind(name)
        .bind(lang.code())
        .execute(tx)
        .await?;
    Ok(())
}

/// Gives an account another mailbox. `false`: the mailbox belongs to another account.
///
/// # Errors
/// As the database's.
pub async fn set_email(tx: &mut Tx, id: AccountId, email: &Email) -> Result<bool, db::Error> {
    let taken: Option<(AccountId,)> = sql!("SELECT id FROM account WHERE email_key = $1 AND id <> $2")
        .bind(email.key())
        .bind(id)
        .optional(tx)
        .await?;
    if taken.is_some() {
        return Ok(false);
    }
    sql!("UPDATE account SET email = $2, email_key = $3 WHERE id = $1")
        .bind(id)
        .bind(email.as_str())
        .bind(email.key())
        .execute(tx)
        .await?;
    Ok(true)
}

/// Deletes an account with its sessions, passkeys, linked identities and memberships.
///
/// # Errors
/// As the database's.
pub async fn delete(tx: &mut Tx, id: AccountId) -> Result<(), db::Error> {
    sql!("DELETE FROM account WHERE id = $1").bind(id).execute(tx).await?;
    Ok(())
}

/// The accounts of the demo: those with a mailbox under `demo.example`, a name that no mail system serves.
///
/// # Errors
/// As the database's.
pub async fn demo_across_organisations(db: &Db) -> Result<Vec<Account>, db::Error> {
    sql!(
        "SELECT id, email, name, language, is_operator FROM account
         WHERE email_key LIKE '%@demo.example' OR email_key LIKE '%.demo.example' ORDER BY created_at, id"
    )
    .all(db)
    .await
}

db::row! {
    /// An account with its dates, for its owner's copy.
    pub struct Kept {
        /// The mailbox.
        pub email: String,
        /// The name.
        pub name: String,
        /// Language of mails.
        pub language: String,
        /// Whether the person runs the installation.
        pub is_operator: bool,
        /// Since when.
        pub created_at: Timestamp,
    }
}

/// Everything the account's row holds.
///
/// # Errors
/// As the database's.
pub async fn kept(db: &Db, id: AccountId) -> Result<Kept, db::Error> {
    sql!("SELECT email, name, language, is_operator, created_at FROM account WHERE id = $1")
        .bind(id)
        .one(db)
        .await
}

/// The names of accounts that still exist.
///
/// # Errors
/// As the database's.
pub async fn names_across_organisations(db: &Db, ids: impl IntoIterator<Item = Uuid>) -> Result<HashMap<Uuid, String>, db::Error> {
    let rows: Vec<(Uuid, String)> = sql!("SELECT id, name FROM account WHERE id IN ($list)")
        .bind_list(ids)
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
