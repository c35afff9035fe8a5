//! Signing a group up: seats are counted behind a lock, so none is sold twice, and the same form sent twice is one order.

#[cfg(feature = "testing")]
pub(crate) mod without_lock;

use std::net::IpAddr;

use db::Tx;
use jiff::SignedDuration;
use jiff::civil::Date;
use platform::audit::{self, Actor};
use platform::organisation::{OrgScope, Organisation};
use platform::values::VatClass;
use platform::{App, limits, token_hash};
use serde_json::json;
use texts::Lang;
use uuid::Uuid;

use crate::mails;
use crate::model::{
    CancellationTerms, DeadlineRule, EditionId, EditionPlan, GroupSize, Order, OrderId, PublicStatus, Registration, RegistrationId,
    RegistrationStep, SeatDecision, Seats,
};
use crate::pages::{seats_changed, wording};
use crate::store::editions::{self, StoredEdition};
use crate::store::orders::{self, NewOrder};
use crate::store::registrations::{self, NewRegistration};

/// The version of the terms' wording; raise it when [`wording::terms`] changes.
pub(crate) const TERMS_VERSION: &str = "2026-11";

/// A group that wants seats.
pub(crate) struct Request {
    pub(crate) edition: EditionId,
    /// From the form; the same key is the same order. Nil: no such protection.
    pub(crate) key: Uuid,
    pub(crate) order: Order,
    pub(crate) lang: Lang,
    /// Where it came from, for the limit; `None` for entries by the house.
    pub(crate) address: Option<IpAddr>,
}

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Seats are held; the token is the secret of the payer's link.
    Done { token: String },
    /// No seat is left.
    Full,
    /// Some seats are left, but not enough for the group.
    TooFewSeats { left: u16 },
    /// Sign-up is closed.
    Closed,
    /// This participant already has a seat.
    AlreadySignedUp { index: usize },
    /// Too many forms from this address.
    TooMany,
}

/// The terms of cancellation that hold for an edition.
pub(crate) fn terms_of(plan: &EditionPlan) -> CancellationTerms {
    let days = match (plan.deadline, plan.days()) {
        (DeadlineRule::DaysBefore(days), _) => days,
        (DeadlineRule::LastDay(day), Some(days)) => {
            let until = day.duration_until(days.first()).as_hours() / 24;
            u16::try_from(until).unwrap_or(0)
        }
        (DeadlineRule::LastDay(_), None) => 0,
    };
    CancellationTerms::usual(days)
}

/// The secret of an order's link. It follows from the order and the installation's key, so mails can carry it again although only its hash is stored.
pub(crate) fn link_token(app: &App, order: OrderId) -> String {
    app.keys.seal_text("order-link", &[order.as_uuid().as_bytes()])
}

/// Signs a group up, all of it or none.
pub(crate) async fn sign_up(app: &App, scope: OrgScope, house: &Organisation, request: &Request) -> Result<Outcome, db::Error> {
    let mut tx = app.db.begin().await?;
    let fresh = || app.random.id(app.clock.now()).to_string();
    let mut key = if request.key.is_nil() { fresh() } else { request.key.to_string() };
    let Some(edition) = editions::lock(&mut tx, scope, request.edition).await? else {
        return Ok(Outcome::Closed);
    };
    if let Some(order) = orders::id_by_key(&tx, scope, &key).await? {
        if says_the_same(&tx, scope, order, request).await? {
            return Ok(Outcome::Done {
                token: link_token(app, order),
            });
        }
        key = fresh();
    }
    if let Some(outcome) = limited(&mut tx, app, request.address).await? {
        return Ok(outcome);
    }
    if let Some(refusal) = refusal(&edition, request.order.size(), app.clock.today()) {
        return Ok(refusal);
    }
    take_seats(tx, app, scope, house, &edition, request, &key).await
}

/// Whether an order holds what this form says. Somebody who went back and changed the form, or has given seats up since, must not take the old order's
/// confirmation for the new one's.
async fn says_the_same(tx: &Tx, scope: OrgScope, id: OrderId, request: &Request) -> Result<bool, db::Error> {
    let Some(order) = orders::by_id(tx, scope, id).await? else {
        return Ok(false);
    };
    let seats = registrations::of_order(tx, scope, id).await?;
    let held = seats
        .iter()
        .filter(|seat| seat.state.holds_seat() && seat.edition_id == request.edition);
    let people = held.map(|seat| &seat.participant);
    Ok(order.payer == *request.order.payer() && people.eq(request.order.participants()))
}

/// Why a group of this size gets no seats; `None` if it can have them.
fn refusal(edition: &StoredEdition, size: GroupSize, today: Date) -> Option<Outcome> {
    match PublicStatus::of(&edition.edition, edition.seats_held, today) {
        Some(PublicStatus::Open { .. }) => {}
        Some(PublicStatus::FullWithInterest) => return Some(Outcome::Full),
        _ => return Some(Outcome::Closed),
    }
    let Some(capacity) = edition.edition.plan().capacity else {
        return Some(Outcome::Closed);
    };
    match Seats::new(capacity, edition.seats_held).decide(size) {
        SeatDecision::Granted { .. } => None,
        SeatDecision::TooFew { left } => Some(Outcome::TooFewSeats { left }),
        SeatDecision::Full => Some(Outcome::Full),
    }
}

/// Writes the order and everything that follows from it, and commits.
async fn take_seats(
    mut tx: Tx,
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    edition: &StoredEdition,
    request: &Request,
    key: &str,
) -> Result<Outcome, db::Error> {
    let id = OrderId::from_uuid(app.random.id(app.clock.now()));
    if let Some(index) = write(&mut tx, app, scope, edition, request, key, id).await? {
        return Ok(Outcome::AlreadySignedUp { index });
    }
    mails::signed_up(&mut tx, app, scope, house, edition, id).await?;
    seats_changed(&mut tx, app, scope, edition.id).await?;
    tx.commit().await?;
    Ok(Outcome::Done {
        token: link_token(app, id),
    })
}

async fn limited(tx: &mut Tx, app: &App, address: Option<IpAddr>) -> Result<Option<Outcome>, db::Error> {
    let Some(address) = address else { return Ok(None) };
    let who = limits::address_key(address);
    let taken = limits::take(
        tx,
        &app.clock,
        &app.keys,
        "sign-up",
        &who,
        app.config.forms_per_hour,
        SignedDuration::from_hours(1),
    )
    .await?;
    Ok(taken.is_err().then_some(Outcome::TooMany))
}

/// Writes order and seats. `Some`: the participant there already has a seat, and the transaction must not be committed.
pub(super) async fn write(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    edition: &StoredEdition,
    request: &Request,
    key: &str,
    id: OrderId,
) -> Result<Option<usize>, db::Error> {
    let now = app.clock.now();
    let plan = edition.edition.plan();
    let terms = terms_of(plan);
    let terms_text = wording::terms(request.lang, &terms).join("\n");
    let token = token_hash(&link_token(app, id));
    let new = NewOrder {
        id,
        order: &request.order,
        key,
        token_hash: token,
        lang: request.lang,
        terms_version: TERMS_VERSION,
        terms_text: &terms_text,
        terms: &terms,
        now,
    };
    // The edition is locked and the key was looked up behind the lock, so it is still free.
    orders::insert(tx, scope, new).await?;
    let vat: VatClass = plan.price.vat;
    for (index, participant) in request.order.participants().iter().enumerate() {
        let mut registration = Registration::requested(participant.clone(), request.order.seat_price(), terms.clone());
        let first_day = edition.first_day().unwrap_or(app.clock.today());
        if registration.take(RegistrationStep::Confirm, app.clock.today(), first_day).is_err() {
            return Ok(Some(index));
        }
        let new = NewRegistration {
            id: RegistrationId::from_uuid(app.random.id(now)),
            order_id: id,
            edition_id: edition.id,
            position: i64::try_from(index).unwrap_or(i64::MAX),
            state: registration.state(),
            participant,
            price: request.order.seat_price(),
            vat_category: vat.category(),
            vat_basis_points: vat.rate().get(),
            now,
        };
        if !registrations::insert(tx, scope, new).await? {
            return Ok(Some(index));
        }
    }
    let seats = request.order.participants().len();
    let event = audit::Event {
        actor: Actor::Nobody,
        action: "order.confirmed",
        object_kind: "order",
        object_id: Some(id.as_uuid()),
        details: json!({ "edition": edition.id, "seats": seats, "held_before": edition.seats_held }),
    };
    audit::record(tx, now, Some(scope), event).await?;
    Ok(None)
}
