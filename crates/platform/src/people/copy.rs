//! A person's own copy of everything kept about them, in all rooms.

use serde_json::{Map, Value, json};

use super::{AccountId, account, identity, membership, passkey, session};
use crate::values::Email;
use crate::web::Error;
use crate::{App, audit, mail};

/// Gathers it.
///
/// # Errors
/// As the database's.
pub async fn of(app: &App, id: AccountId, email: &str) -> Result<Value, Error> {
    let db = &app.db;
    let account = account::kept(db, id).await?;
    let memberships = membership::kept_across_organisations(db, id).await?;
    let sessions = session::list(db, &app.clock, id).await?;
    let passkeys = passkey::list(db, id).await?;
    let identities = identity::list(db, id).await?;
    let log = audit::list::by_account_across_organisations(db, id).await?;
    let mails = mail::to_mailbox_across_organisations(db, &Email::stored(account.email.clone())).await?;
    let mut rooms = Map::new();
    for room in &app.personal {
        rooms.insert(room.name.to_owned(), (room.export)(app.clone(), id, email.to_owned()).await?);
    }
    Ok(json!({
        "made_at": app.clock.now(),
        "account": {
            "id": id,
            "email": account.email,
            "name": account.name,
            "language": account.language,
            "is_operator": account.is_operator,
            "created_at": account.created_at,
        },
        "memberships": memberships.iter().map(|each| json!({
            "organisation": each.organisation, "role": each.role, "since": each.created_at,
        })).collect::<Vec<_>>(),
        "sessions": sessions.iter().map(|each| json!({
            "id": each.id, "began_at": each.created_at, "last_used_at": each.seen_at, "method": each.method, "browser": each.agent,
        })).collect::<Vec<_>>(),
        "passkeys": passkeys.iter().map(|each| json!({
            "id": each.id, "label": each.label, "added_at": each.created_at, "last_used_at": each.used_at,
        })).collect::<Vec<_>>(),
        "identities": identities.iter().map(|each| json!({
            "issuer": each.issuer, "subject": each.subject, "linked_at": each.created_at,
        })).collect::<Vec<_>>(),
        "mails": mails.iter().map(|each| json!({
            "subject": each.subject, "written_at": each.created_at, "sent_at": each.sent_at,
        })).collect::<Vec<_>>(),
        "log": log.iter().map(|each| json!({
            "at": each.at, "action": each.action, "object_kind": each.object_kind, "object_id": each.object_id,
            "details": serde_json::from_str::<Value>(&each.details).unwrap_or_default(),
        })).collect::<Vec<_>>(),
        "rooms": rooms,
    }))
}
