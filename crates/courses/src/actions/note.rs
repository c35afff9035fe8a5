//! The audit entry of something that staff did.

use db::Tx;
use platform::App;
use platform::audit::{self, Actor};
use platform::web::Staff;
use serde_json::Value;
use uuid::Uuid;

/// Writes it in the transaction of the change. `details` hold ids, states and counts; never names or addresses.
pub(super) async fn note<R>(
    tx: &mut Tx,
    app: &App,
    staff: &Staff<R>,
    action: &str,
    (object_kind, object): (&str, Uuid),
    details: Value,
) -> Result<(), db::Error> {
    let event = audit::Event {
        actor: Actor::Account(staff.account),
        action,
        object_kind,
        object_id: Some(object),
        details,
    };
    audit::record(tx, app.clock.now(), Some(staff.scope), event).await
}
