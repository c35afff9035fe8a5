//! Invitations to an organisation: sent to a mailbox, good for two weeks, accepted once.

use db::{Db, Tx, sql};
use jiff::{SignedDuration, Timestamp};

use super::{AccountId, Role};
use crate::keys::token_hash;
use crate::organisation::{OrgScope, OrganisationId};
use crate::values::Email;
use crate::{Clock, Random};

/// How long an invitation can be accepted.
pub const LIFETIME: SignedDuration = SignedDuration::from_hours(24 * 14);

/// How long one that ran out stays on the list, so that it can be sent again.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 60);

db::id!(/// An invitation.
    InvitationId);

db::row! {
    /// An invitation that nobody has accepted yet, as the owners see it.
    pub struct Pending {
        /// Its number.
        pub id: InvitationId,
        /// The mailbox.
        pub email: String,
        /// As what the person will join.
        pub role: Role,
        /// When it was last sent.
        pub created_at: Timestamp,
        /// Until when it can be accepted.
        pub expires_at: Timestamp,
    }
}

db::row! {
    /// A live invitation as found by its token.
    pub struct Invitation {
        /// Its number.
        pub id: InvitationId,
        /// To which organisation.
        pub organisation_id: OrganisationId,
        /// Its name.
        pub organisation: String,
        /// Its name in addresses.
        pub slug: String,
        /// The mailbox.
        pub email: String,
        /// As what.
        pub role: Role,
        /// Who invited, while they have an account.
        pub invited_by: Option<String>,
    }
}

/// Invites a mailbox, or invites it again: the earlier link is dead then. Gives the number and the token for the mail.
///
/// # Errors
/// As the database's.
pub async fn invite(
    tx: &mut Tx,
    clock: &Clock,
    random: &Random,
    scope: OrgScope,
    email: &Email,
    role: Role,
    by: Option<AccountId>,
) -> Result<(InvitationId, String), db::Error> {
    let now = clock.now();
    let token = random.token();
    let (id,): (InvitationId,) = sql!(
        "INSERT INTO invitation (id, organisation_id, email, email_key, role, token_hash, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (organisation_id, email_key) DO UPDATE SET email = excluded.email, role = excluded.role, token_hash = excluded.token_hash,
             invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at, accepted_at = NULL
         RETURNING id"
    )
    .bind(InvitationId::from_uuid(random.id(now)))
    .bind(scope)
    .bind(email.as_str())
    .bind(email.key())
    .bind(role)
    .bind(token_hash(&token))
    .bind(by)
    .bind(now)
    .bind(now + LIFETIME)
    .one(tx)
    .await?;
    Ok((id, token))
}

/// The invitations nobody has accepted yet, newest first.
///
/// # Errors
/// As the database's.
pub async fn pending(db: &Db, scope: OrgScope) -> Result<Vec<Pending>, db::Error> {
    sql!(
        "SELECT id, email, role, created_at, expires_at FROM invitation
         WHERE organisation_id = $1 AND accepted_at IS NULL ORDER BY created_at DESC, id DESC"
    )
    .bind(scope)
    .all(db)
    .await
}

/// One of them.
///
/// # Errors
/// As the database's; [`db::Error::NotFound`] for one of another organisation and for one accepted meanwhile.
pub async fn pending_one(tx: &mut Tx, scope: OrgScope, id: InvitationId) -> Result<Pending, db::Error> {
    sql!("SELECT id, email, role, created_at, expires_at FROM invitation WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL")
        .bind(scope)
        .bind(id)
        .one(tx)
        .await
}

/// Takes an invitation back. `false`: there is none with this number, or it has been accepted.
///
/// # Errors
/// As the database's.
pub async fn withdraw(tx: &mut Tx, scope: OrgScope, id: InvitationId) -> Result<bool, db::Error> {
    let gone = sql!("DELETE FROM invitation WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL")
        .bind(scope)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(gone == 1)
}

/// The live invitation of a token, without using it.
///
/// # Errors
/// As the database's.
pub async fn look_across_organisations(db: &Db, clock: &Clock, token: &str) -> Result<Option<Invitation>, db::Error> {
    sql!(
        "SELECT i.id, i.organisation_id, o.name AS organisation, o.slug, i.email, i.role, a.name AS invited_by
         FROM invitation i JOIN organisation o ON o.id = i.organisation_id LEFT JOIN account a ON a.id = i.invited_by
         WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.expires_at > $2"
    )
    .bind(token_hash(token))
    .bind(clock.now())
    .optional(db)
    .await
}

/// Uses an invitation up. `false`: it was used, withdrawn or ran out meanwhile. Of two that try at once, one succeeds.
///
/// # Errors
/// As the database's.
pub async fn spend_across_organisations(tx: &mut Tx, clock: &Clock, token: &str) -> Result<bool, db::Error> {
    let spent = sql!("UPDATE invitation SET accepted_at = $2 WHERE token_hash = $1 AND accepted_at IS NULL AND expires_at > $2")
        .bind(token_hash(token))
        .bind(clock.now())
        .execute(tx)
        .await?;
    Ok(spent == 1)
}

/// Deletes every invitation of a mailbox.
///
/// # Errors
/// As the database's.
pub async fn forget_across_organisations(tx: &mut Tx, email_key: &str) -> Result<(), db::Error> {
    sql!("DELETE FROM invitation WHERE email_key = $1")
        .bind(email_key)
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes invitations that were accepted, and those that ran out long ago: they hold mail addresses.
///
/// # Errors
/// As the database's.
pub async fn sweep_across_organisations(tx: &mut Tx, clock: &Clock) -> Result<u64, db::Error> {
    let now = clock.now();
    sql!("DELETE FROM invitation WHERE accepted_at < $1 OR expires_at < $2")
        .bind(now - KEPT)
        .bind(now - KEPT)
        .execute(tx)
        .await
}
