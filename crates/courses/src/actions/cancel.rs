//! Giving up seats through the payer's link.

use platform::App;
use platform::audit::{self, Actor};
use platform::organisation::{OrgScope, Organisation};
use platform::values::Money;
use serde_json::json;

use crate::mails;
use crate::model::{Registration, RegistrationId, RegistrationRefusal, RegistrationStep};
use crate::pages::seats_changed;
use crate::store::orders::StoredOrder;
use crate::store::{editions, registrations};

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The seat is free again; giving up cost so much without tax.
    Done { fee: Money },
    /// It had been given up before; nothing changes.
    Already,
    /// It is too late: the edition has begun.
    Begun,
}

/// Gives one seat of an order up.
pub(crate) async fn cancel(
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    order: &StoredOrder,
    id: RegistrationId,
) -> Result<Option<Outcome>, db::Error> {
    let mut tx = app.db.begin().await?;
    let Some(found) = registrations::by_id(&tx, scope, id)
        .await?
        .filter(|found| found.order_id == order.id)
    else {
        return Ok(None);
    };
    let Some(edition) = editions::lock(&mut tx, scope, found.edition_id).await? else {
        return Ok(None);
    };
    // Read again behind the lock: two tabs may press at once.
    let Some(found) = registrations::by_id(&tx, scope, id).await? else {
        return Ok(None);
    };
    if !found.state.is_live() {
        return Ok(Some(Outcome::Already));
    }
    let today = app.clock.today();
    let mut registration = Registration::requested(found.participant.clone(), found.price, order.terms.clone()).stored(found.state);
    let fee = match registration.take(RegistrationStep::Withdraw, today, edition.first_day().unwrap_or(today)) {
        Ok(fee) => fee,
        Err(RegistrationRefusal::Begun { .. }) => return Ok(Some(Outcome::Begun)),
        Err(_) => return Ok(Some(Outcome::Already)),
    };
    let now = app.clock.now();
    registrations::set_state(&mut tx, scope, id, registration.state(), Some(fee), now).await?;
    let event = audit::Event {
        actor: Actor::Nobody,
        action: "registration.withdrawn",
        object_kind: "registration",
        object_id: Some(id.as_uuid()),
        details: json!({ "edition": edition.id, "fee_ore": fee.in_ore() }),
    };
    audit::record(&mut tx, now, Some(scope), event).await?;
    mails::seat_given_up(&mut tx, app, scope, house, &edition, order, &found, fee).await?;
    seats_changed(&mut tx, app, scope, edition.id).await?;
    tx.commit().await?;
    Ok(Some(Outcome::Done { fee }))
}
