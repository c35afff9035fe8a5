//! Changing what members are, and ending memberships. An organisation always keeps an owner.

use http::HeaderValue;
use serde_json::json;

use super::{Outcome, Refusal, note};
use crate::people::rights::ManagePeople;
use crate::people::{AccountId, Role, account, mails, membership, session};
use crate::web::{Core, Error, Staff};

/// Gives a member another role. Their browsers are signed out, so that a session that was stolen while it could do little never grows; only one's own
/// session here goes on, under a new token, whose cookie is the answer.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is no member, and the database's.
pub async fn change_role(core: &Core, staff: &Staff<ManagePeople>, member: AccountId, role: Role) -> Outcome<Option<HeaderValue>> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let stays = membership::has_another_owner(&mut tx, staff.scope, member).await?;
    let before = membership::role_in(&mut tx, staff.scope, member).await?.ok_or(Error::NotFound)?;
    if before == role {
        return Ok(Ok(None));
    }
    if before == Role::Owner && !stays {
        return Ok(Err(Refusal::LastOwner));
    }
    membership::set_role(&mut tx, staff.scope, member, role).await?;
    let details = json!({ "from": before, "to": role });
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "member.role-changed",
        ("account", member.as_uuid()),
        details,
    )
    .await?;
    let own = core.session.as_ref().filter(|session| session.account_id == member);
    let cookie = match own {
        Some(own) => {
            session::end_others(&mut tx, member, own.id).await?;
            Some(session::rotate(&mut tx, &app.random, &app.config, own.id).await?)
        }
        None => {
            session::end_all(&mut tx, member).await?;
            let account = account::find(&mut tx, member).await?;
            mails::role_changed(&mut tx, core, staff, &account, role).await?;
            None
        }
    };
    tx.commit().await?;
    Ok(Ok(cookie))
}

/// Ends a membership. The account stays: it may belong to other organisations and has its own data.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is no member, and the database's.
pub async fn remove(core: &Core, staff: &Staff<ManagePeople>, member: AccountId) -> Outcome<()> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let stays = membership::has_another_owner(&mut tx, staff.scope, member).await?;
    let role = membership::role_in(&mut tx, staff.scope, member).await?.ok_or(Error::NotFound)?;
    if role == Role::Owner && !stays {
        return Ok(Err(Refusal::LastOwner));
    }
    membership::leave(&mut tx, staff.scope, member).await?;
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "member.removed",
        ("account", member.as_uuid()),
        json!({ "role": role }),
    )
    .await?;
    tx.commit().await?;
    Ok(Ok(()))
}
