//! Who belongs to which organisation, and as what.

use db::{Db, Tx, sql};
use jiff::Timestamp;

use super::{AccountId, Role};
use crate::Clock;
use crate::organisation::OrgScope;

db::row! {
    /// A member as listed.
    pub struct Member {
        /// The account.
        pub account_id: AccountId,
        /// Its name.
        pub name: String,
        /// Its mailbox.
        pub email: String,
        /// Its role.
        pub role: Role,
    }
}

db::row! {
    /// An organisation that an account belongs to.
    pub struct House {
        /// The organisation's name in addresses.
        pub slug: String,
        /// The organisation's name.
        pub name: String,
        /// The account's role there.
        pub role: Role,
    }
}

/// The role of an account in an organisation, if it is a member.
///
/// # Errors
/// As the database's.
pub async fn role_of(db: &Db, scope: OrgScope, account: AccountId) -> Result<Option<Role>, db::Error> {
    let row: Option<(Role,)> = sql!("SELECT role FROM membership WHERE organisation_id = $1 AND account_id = $2")
        .bind(scope)
        .bind(account)
        .optional(db)
        .await?;
    Ok(row.map(|(role,)| role))
}

/// The members of an organisation, by name.
///
/// # Errors
/// As the database's.
pub async fn list(db: &Db, scope: OrgScope) -> Result<Vec<Member>, db::Error> {
    sql!(
        "SELECT m.account_id, a.name, a.email, m.role FROM membership m JOIN account a ON a.id = m.account_id
         WHERE m.organisation_id = $1 ORDER BY a.name, a.email"
    )
    .bind(scope)
    .all(db)
    .await
}

/// The organisations an account belongs to, by name.
///
/// # Errors
/// As the database's.
pub async fn houses_across_organisations(db: &Db, account: AccountId) -> Result<Vec<House>, db::Error> {
    sql!(
        "SELECT o.slug, o.name, m.role FROM membership m JOIN organisation o ON o.id = m.organisation_id
         WHERE m.account_id = $1 ORDER BY o.name"
    )
    .bind(account)
    .all(db)
    .await
}

/// Makes an account a member. Who already is one keeps the role they have: joining again never raises or lowers it (T45).
///
/// # Errors
/// As the database's.
pub async fn join(tx: &mut Tx, clock: &Clock, scope: OrgScope, account: AccountId, role: Role) -> Result<(), db::Error> {
    sql!(
        "INSERT INTO membership (organisation_id, account_id, role, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, account_id) DO NOTHING"
    )
    .bind(scope)
    .bind(account)
    .bind(role)
    .bind(clock.now())
    .execute(tx)
    .await?;
    Ok(())
}

/// The role of an account, read in the transaction that is about to change it.
///
/// # Errors
/// As the database's.
pub async fn role_in(tx: &mut Tx, scope: OrgScope, account: AccountId) -> Result<Option<Role>, db::Error> {
    let row: Option<(Role,)> = sql!("SELECT role FROM membership WHERE organisation_id = $1 AND account_id = $2")
        .bind(scope)
        .bind(account)
        .optional(tx)
        .await?;
    Ok(row.map(|(role,)| role))
}

/// Whether the organisation would still have an owner without this account. Locks the owners first, so that two owners cannot leave at the same moment.
///
/// # Errors
/// As the database's.
pub async fn has_another_owner(tx: &mut Tx, scope: OrgScope, account: AccountId) -> Result<bool, db::Error> {
    sql!("UPDATE membership SET role = role WHERE organisation_id = $1 AND role = 'owner'")
        .bind(scope)
        .execute(tx)
        .await?;
    let (others,): (i64,) = sql!("SELECT COUNT(*) FROM membership WHERE organisation_id = $1 AND role = 'owner' AND account_id <> $2")
        .bind(scope)
        .bind(account)
        .one(tx)
        .await?;
    Ok(others > 0)
}

/// Names of the organisations that would have no owner without this account. Locks as [`has_another_owner`].
///
/// # Errors
/// As the database's.
pub async fn owned_alone_across_organisations(tx: &mut Tx, account: AccountId) -> Result<Vec<String>, db::Error> {
    sql!(
        "UPDATE membership SET role = role WHERE role = 'owner' AND organisation_id IN (
             SELECT organisation_id FROM membership WHERE account_id = $1 AND role = 'owner')"
    )
    .bind(account)
    .execute(tx)
    .await?;
    let rows: Vec<(String,)> = sql!(
        "SELECT o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
         WHERE m.account_id = $1 AND m.role = 'owner' AND NOT EXISTS (
             SELECT 1 FROM membership x WHERE x.organisation_id = m.organisation_id AND x.role = 'owner' AND x.account_id <> $1)
         ORDER BY o.name"
    )
    .bind(account)
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// Gives a member another role.
///
/// # Errors
/// As the database's.
pub async fn set_role(tx: &mut Tx, scope: OrgScope, account: AccountId, role: Role) -> Result<(), db::Error> {
    sql!("UPDATE membership SET role = $3 WHERE organisation_id = $1 AND account_id = $2")
        .bind(scope)
        .bind(account)
        .bind(role)
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends a membership.
///
/// # Errors
/// As the database's.
pub async fn leave(tx: &mut Tx, scope: OrgScope, account: AccountId) -> Result<(), db::Error> {
    sql!("DELETE FROM membership WHERE organisation_id = $1 AND account_id = $2")
        .bind(scope)
        .bind(account)
        .execute(tx)
        .await?;
    Ok(())
}

db::row! {
    /// A membership in its owner's copy of their data.
    pub struct Kept {
        /// The organisation's name.
        pub organisation: String,
        /// The role there.
        pub role: Role,
        /// Since when.
        pub created_at: Timestamp,
    }
}

/// Every membership of an account, with its date.
///
/// # Errors
/// As the database's.
pub async fn kept_across_organisations(db: &Db, account: AccountId) -> Result<Vec<Kept>, db::Error> {
    sql!(
        "SELECT o.name AS organisation, m.role, m.created_at FROM membership m JOIN organisation o ON o.id = m.organisation_id
         WHERE m.account_id = $1 ORDER BY m.created_at, o.name"
    )
    .bind(account)
    .all(db)
    .await
}
