//! Inviting people to an organisation, and accepting.

use http::HeaderValue;
use serde_json::json;

use super::sign_in::{self, Method};
use super::{Outcome, Refusal, note, within_the_hour};
use crate::organisation::OrgScope;
use crate::people::invitation::{self, Invitation, InvitationId};
use crate::people::rights::ManagePeople;
use crate::people::{Account, Role, account, mails, membership, session};
use crate::values::{Email, PersonName};
use crate::web::{Core, Error, Staff};

/// Invitations an organisation may send in an hour: enough for a department, too few to bother strangers with.
const INVITATIONS_PER_HOUR: u32 = 60;

/// Invites a mailbox, or invites it again with another role.
///
/// # Errors
/// [`Error::TooMany`], and the database's.
pub async fn invite(core: &Core, staff: &Staff<ManagePeople>, email: &Email, role: Role) -> Outcome<()> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    if let Some(account) = account::by_email(&mut tx, email).await?
        && membership::role_in(&mut tx, staff.scope, account.id).await?.is_some()
    {
        return Ok(Err(Refusal::AlreadyMember));
    }
    let id = send(&mut tx, core, staff, email, role).await?;
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "member.invited",
        ("invitation", id.as_uuid()),
        json!({ "role": role }),
    )
    .await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Sends a pending invitation again, with a new link and two new weeks; the old link is dead.
///
/// # Errors
/// [`Error::NotFound`] for one that was accepted or withdrawn, [`Error::TooMany`], and the database's.
pub async fn resend(core: &Core, staff: &Staff<ManagePeople>, id: InvitationId) -> Result<String, Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let pending = invitation::pending_one(&mut tx, staff.scope, id).await?;
    let email = Email::stored(pending.email);
    send(&mut tx, core, staff, &email, pending.role).await?;
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "member.invited-again",
        ("invitation", id.as_uuid()),
        json!({ "role": pending.role }),
    )
    .await?;
    tx.commit().await?;
    Ok(email.into_string())
}

async fn send(tx: &mut db::Tx, core: &Core, staff: &Staff<ManagePeople>, email: &Email, role: Role) -> Result<InvitationId, Error> {
    let app = &core.app;
    within_the_hour(tx, app, "invitation", &staff.scope.id().to_string(), INVITATIONS_PER_HOUR).await?;
    let (id, token) = invitation::invite(tx, &app.clock, &app.random, staff.scope, email, role, Some(staff.account)).await?;
    mails::invitation(tx, core, staff, email, role, &token).await?;
    Ok(id)
}

/// Takes a pending invitation back; its link is dead.
///
/// # Errors
/// [`Error::NotFound`] for one that was accepted or withdrawn, and the database's.
pub async fn withdraw(core: &Core, staff: &Staff<ManagePeople>, id: InvitationId) -> Result<(), Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    if !invitation::withdraw(&mut tx, staff.scope, id).await? {
        return Err(Error::NotFound);
    }
    note(
        &mut tx,
        app,
        Some(staff.scope),
        staff.account,
        "member.invitation-withdrawn",
        ("invitation", id.as_uuid()),
        json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Who may accept an invitation in this browser.
pub enum Acceptance {
    /// The mailbox has no account: accepting makes one.
    New,
    /// Signed in with the invited mailbox.
    Own(Account),
    /// The mailbox has an account that is not signed in here: it must sign in first, because an invitation lives for two weeks and a sign-in link for fifteen
    /// minutes (T31).
    SignIn,
}

/// Which of these it is.
///
/// # Errors
/// As the database's.
pub async fn acceptance(core: &Core, invitation: &Invitation) -> Result<Acceptance, Error> {
    let mut tx = core.app.db.begin().await?;
    let account = account::by_email(&mut tx, &Email::stored(invitation.email.clone())).await?;
    Ok(match account {
        None => Acceptance::New,
        Some(account) if core.session.as_ref().is_some_and(|session| session.account_id == account.id) => Acceptance::Own(account),
        Some(_) => Acceptance::SignIn,
    })
}

/// Joins the organisation. A member who accepts once more stays what they are (T45). The answer is the cookie of the session that goes on.
///
/// # Errors
/// [`Error::dead_link`] when the invitation was used, withdrawn or ran out meanwhile; [`Error::NeedSignIn`]; the database's.
pub async fn accept(core: &Core, invitation: &Invitation, token: &str, name: Option<&PersonName>) -> Result<HeaderValue, Error> {
    let app = &core.app;
    let (acceptance, email) = (acceptance(core, invitation).await?, Email::stored(invitation.email.clone()));
    let mut tx = app.db.begin().await?;
    if !invitation::spend_across_organisations(&mut tx, &app.clock, token).await? {
        return Err(Error::dead_link(core.lang));
    }
    let (account, cookie) = match (acceptance, name, &core.session) {
        (Acceptance::Own(account), _, Some(session)) => {
            let cookie = session::rotate(&mut tx, &app.random, &app.config, session.id).await?;
            (account, cookie)
        }
        // Asked again inside: an account made a moment ago is one that exists.
        (Acceptance::New, Some(name), _) if account::by_email(&mut tx, &email).await?.is_none() => {
            let account = account::find_or_create(&mut tx, &app.clock, &app.random, &email, name.as_str(), core.lang).await?;
            note(
                &mut tx,
                app,
                None,
                account.id,
                "account.created",
                ("account", account.id.as_uuid()),
                json!({}),
            )
            .await?;
            let cookie = sign_in::enter(&mut tx, core, account.id, Method::Mail).await?;
            (account, cookie)
        }
        _ => return Err(Error::NeedSignIn),
    };
    // The token was sent by this organisation to this mailbox, which is what gives the right to touch the organisation's data here.
    let scope = OrgScope::granted(invitation.organisation_id);
    membership::join(&mut tx, &app.clock, scope, account.id, invitation.role).await?;
    let role = membership::role_in(&mut tx, scope, account.id).await?;
    note(
        &mut tx,
        app,
        Some(scope),
        account.id,
        "member.joined",
        ("invitation", invitation.id.as_uuid()),
        json!({ "role": role }),
    )
    .await?;
    tx.commit().await?;
    Ok(cookie)
}
