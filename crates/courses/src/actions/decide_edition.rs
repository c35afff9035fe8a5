//! Where an edition goes next: open, closed, run, cancelled, moved, held. The model says what is allowed; everybody who holds a seat is told what concerns them.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use db::Tx;
use platform::App;
use platform::values::Line;
use platform::web::{Error, Staff};
use serde_json::json;

use super::note::note;
use super::tell::{self, News};
use crate::model::{
    CancellationTerms, Capacity, Circumstances, Days, EditionId, EditionRefusal, EditionState, EditionStep, OrderId, Registration,
    RegistrationStep, Seats,
};
use crate::pages::seats_changed;
use crate::rights::ManageCourses;
use crate::store::editions::{self, StoredEdition};
use crate::store::registrations::{self, StoredRegistration};
use crate::store::{edit_editions, edit_registrations, orders};

/// A decision somebody takes.
#[derive(Debug, Clone)]
pub(crate) struct Decision {
    pub(crate) step: EditionStep,
    pub(crate) reason: Option<Line<500>>,
    /// Where participants go, if the edition is moved.
    pub(crate) target: Option<EditionId>,
}

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) state: EditionState,
    /// How many people get a mail.
    pub(crate) told: usize,
}

/// Why not; then nothing has changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Against the rules of editions.
    Edition(EditionRefusal),
    /// Moved, but not to an edition of the same course that people can still come to.
    NoTarget,
    /// The other edition has too few seats left.
    TargetFull { needed: u16, left: u16 },
}

/// Takes a step with an edition.
///
/// # Errors
/// [`Error::NotFound`] for an edition of nobody or of others.
pub(crate) async fn decide(
    app: &App,
    staff: &Staff<ManageCourses>,
    id: EditionId,
    decision: &Decision,
) -> Result<Result<Decided, Refusal>, Error> {
    let (scope, now) = (staff.scope, app.clock.now());
    let mut tx = app.db.begin().await?;
    let Some((before, target)) = lock_both(&mut tx, staff, id, decision).await? else {
        return Err(Error::NotFound);
    };
    let mut edition = before.edition.clone();
    let circumstances = Circumstances {
        today: app.clock.today(),
        seats_held: before.seats_held,
        reason: decision.reason.clone(),
    };
    let from = edition.state();
    let state = match edition.take(decision.step, &circumstances) {
        Ok(state) => state,
        Err(refusal) => return Ok(Err(Refusal::Edition(refusal))),
    };
    if decision.step == EditionStep::Move
        && let Err(refusal) = check_target(app, &before, target.as_ref())
    {
        return Ok(Err(refusal));
    }
    edit_editions::set_state(
        &mut tx,
        scope,
        id,
        state,
        decision.reason.as_ref(),
        target.as_ref().map(|target| target.id),
        now,
    )
    .await?;
    let told = follow(&mut tx, app, staff, &before, target.as_ref(), decision.step).await?;
    let details = json!({
        "step": decision.step, "from": from, "to": state, "held": before.seats_held, "explained": decision.reason.is_some(),
        "target": target.as_ref().map(|target| target.id), "told": told,
    });
    let action = format!("edition.{}", decision.step);
    note(&mut tx, app, staff, &action, ("edition", id.as_uuid()), details).await?;
    seats_changed(&mut tx, app, scope, id).await?;
    if let Some(target) = &target {
        seats_changed(&mut tx, app, scope, target.id).await?;
    }
    tx.commit().await?;
    Ok(Ok(Decided { state, told }))
}

/// Locks the edition and, if it is to be moved, the other one: always in the order of their ids, so that two people who move crosswise do not wait for each other
/// for ever.
async fn lock_both(
    tx: &mut Tx,
    staff: &Staff<ManageCourses>,
    id: EditionId,
    decision: &Decision,
) -> Result<Option<(StoredEdition, Option<StoredEdition>)>, db::Error> {
    let target = decision.target.filter(|target| decision.step == EditionStep::Move && *target != id);
    let mut target_locked = None;
    if let Some(target) = target.filter(|target| *target < id) {
        target_locked = editions::lock(tx, staff.scope, target).await?;
    }
    let Some(edition) = editions::lock(tx, staff.scope, id).await? else {
        return Ok(None);
    };
    if let Some(target) = target.filter(|target| *target > id) {
        target_locked = editions::lock(tx, staff.scope, target).await?;
    }
    Ok(Some((edition, target_locked)))
}

/// People can be moved to an edition of the same course that has not begun and has room for all of them.
fn check_target(app: &App, from: &StoredEdition, target: Option<&StoredEdition>) -> Result<(), Refusal> {
    let Some(target) = target.filter(|target| can_take_over(from, target, app.clock.today())) else {
        return Err(Refusal::NoTarget);
    };
    let left = target
        .edition
        .plan()
        .capacity
        .map_or(0, |capacity: Capacity| Seats::new(capacity, target.seats_held).left());
    if left < from.seats_held {
        Err(Refusal::TargetFull {
            needed: from.seats_held,
            left,
        })
    } else {
        Ok(())
    }
}

/// Whether participants of one edition can be moved to another, room permitting.
pub(crate) fn can_take_over(from: &StoredEdition, target: &StoredEdition, today: jiff::civil::Date) -> bool {
    target.id != from.id
        && target.course_id == from.course_id
        && target.edition.state().is_live()
        && target.edition.plan().days().map(Days::first).is_some_and(|first| first > today)
}

/// What the step means for those who hold or ask for a seat. Answers how many people are told.
async fn follow(
    tx: &mut Tx,
    app: &App,
    staff: &Staff<ManageCourses>,
    before: &StoredEdition,
    target: Option<&StoredEdition>,
    step: EditionStep,
) -> Result<usize, Error> {
    let (scope, now) = (staff.scope, app.clock.now());
    match (step, target) {
        (EditionStep::Cancel, _) => {
            let live = live_seats(tx, staff, before.id).await?;
            end(tx, app, staff, before, &live).await?;
            let ended = again(tx, staff, before.id, &live).await?;
            Ok(tell::tell_participants(tx, app, staff, (before, None), &ended, News::Cancelled).await?)
        }
        (EditionStep::Confirm | EditionStep::Unconfirm, _) => {
            edit_registrations::raise_calendars(tx, scope, before.id, now).await?;
            let live = live_seats(tx, staff, before.id).await?;
            let news = if step == EditionStep::Confirm {
                News::Runs
            } else {
                News::Uncertain
            };
            Ok(tell::tell_participants(tx, app, staff, (before, None), &live, news).await?)
        }
        (EditionStep::Move, Some(target)) => {
            let leaving = live_seats(tx, staff, before.id).await?;
            let there: HashSet<String> = live_seats(tx, staff, target.id)
                .await?
                .iter()
                .map(|seat| seat.participant.email.key())
                .collect();
            let (twice, moving): (Vec<_>, Vec<_>) = leaving.into_iter().partition(|seat| there.contains(&seat.participant.email.key()));
            end(tx, app, staff, before, &twice).await?;
            edit_registrations::move_all(tx, scope, before.id, target.id, now).await?;
            let ended = again(tx, staff, before.id, &twice).await?;
            let moved = again(tx, staff, target.id, &moving).await?;
            let told = tell::tell_participants(tx, app, staff, (before, None), &ended, News::Cancelled).await?;
            Ok(told + tell::tell_participants(tx, app, staff, (target, Some(before)), &moved, News::Moved).await?)
        }
        _ => Ok(0),
    }
}

async fn live_seats(tx: &Tx, staff: &Staff<ManageCourses>, edition: EditionId) -> Result<Vec<StoredRegistration>, db::Error> {
    let seats = registrations::of_edition(tx, staff.scope, edition).await?;
    Ok(seats.into_iter().filter(|seat| seat.state.is_live()).collect())
}

/// Those seats as they are now.
async fn again(
    tx: &Tx,
    staff: &Staff<ManageCourses>,
    edition: EditionId,
    seats: &[StoredRegistration],
) -> Result<Vec<StoredRegistration>, db::Error> {
    let now = registrations::of_edition(tx, staff.scope, edition).await?;
    Ok(now
        .into_iter()
        .filter(|seat| seats.iter().any(|before| before.id == seat.id))
        .collect())
}

/// Ends seats: nobody pays when the house cancels.
async fn end(
    tx: &mut Tx,
    app: &App,
    staff: &Staff<ManageCourses>,
    edition: &StoredEdition,
    seats: &[StoredRegistration],
) -> Result<(), Error> {
    let mut terms: HashMap<OrderId, CancellationTerms> = HashMap::new();
    let today = app.clock.today();
    for seat in seats {
        if let Entry::Vacant(vacant) = terms.entry(seat.order_id) {
            let order = orders::by_id(tx, staff.scope, seat.order_id).await?.ok_or(Error::NotFound)?;
            vacant.insert(order.terms);
        }
        let mut registration =
            Registration::requested(seat.participant.clone(), seat.price, terms[&seat.order_id].clone()).stored(seat.state);
        // Attended and missed seats stay as they are: history is not cancelled.
        if let Ok(fee) = registration.take(RegistrationStep::CancelByHouse, today, edition.first_day().unwrap_or(today)) {
            registrations::set_state(tx, staff.scope, seat.id, registration.state(), Some(fee), app.clock.now()).await?;
        }
    }
    Ok(())
}
