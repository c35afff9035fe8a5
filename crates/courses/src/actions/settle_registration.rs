//! What the house does with one seat: ends it, or notes who was there.

use platform::App;
use platform::values::Money;
use platform::web::{Error, Staff};
use serde_json::json;

use super::note::note;
use crate::mails;
use crate::model::{EditionId, Registration, RegistrationId, RegistrationRefusal, RegistrationState, RegistrationStep};
use crate::pages::seats_changed;
use crate::rights::ManageCourses;
use crate::store::{editions, orders, registrations};

/// Takes a step with a seat of an edition. Who loses the seat is told, and their contact person too.
///
/// # Errors
/// [`Error::NotFound`] for a seat of another edition, of nobody or of others.
pub(crate) async fn settle(
    app: &App,
    staff: &Staff<ManageCourses>,
    edition: EditionId,
    id: RegistrationId,
    step: RegistrationStep,
) -> Result<Result<RegistrationState, RegistrationRefusal>, Error> {
    let (scope, now, today) = (staff.scope, app.clock.now(), app.clock.today());
    let mut tx = app.db.begin().await?;
    let edition = editions::lock(&mut tx, scope, edition).await?.ok_or(Error::NotFound)?;
    let seat = registrations::by_id(&tx, scope, id)
        .await?
        .filter(|seat| seat.edition_id == edition.id)
        .ok_or(Error::NotFound)?;
    let order = orders::by_id(&tx, scope, seat.order_id).await?.ok_or(Error::NotFound)?;
    let mut registration = Registration::requested(seat.participant.clone(), seat.price, order.terms.clone()).stored(seat.state);
    let fee = match registration.take(step, today, edition.first_day().unwrap_or(today)) {
        Ok(fee) => fee,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let ended = step == RegistrationStep::CancelByHouse;
    registrations::set_state(&mut tx, scope, id, registration.state(), ended.then_some(fee), now).await?;
    let details = json!({ "edition": edition.id, "step": step, "from": seat.state, "to": registration.state() });
    let action = format!("registration.{step}");
    note(&mut tx, app, staff, &action, ("registration", id.as_uuid()), details).await?;
    if ended {
        mails::seat_given_up(&mut tx, app, scope, &staff.organisation, &edition, &order, &seat, Money::ZERO).await?;
    }
    seats_changed(&mut tx, app, scope, edition.id).await?;
    tx.commit().await?;
    Ok(Ok(registration.state()))
}
