//! Sign-ups that came by mail or from another system, entered by the house: all of them or none, behind the same lock and with the same seats as everybody's.

use std::collections::HashSet;

use platform::App;
use platform::web::{Error, Staff};
use serde_json::json;
use texts::Lang;
use uuid::Uuid;

use super::note::note;
use super::sign_up::{self, Request};
use crate::mails;
use crate::model::{EditionId, GroupSize, Order, OrderId, Seats};
use crate::pages::seats_changed;
use crate::rights::ManageCourses;
use crate::store::{editions, orders, registrations};

/// Orders to enter into an edition.
pub(crate) struct Entry {
    pub(crate) edition: EditionId,
    pub(crate) orders: Vec<Order>,
    /// From the form; the same key is the same entry. Nil: no such protection.
    pub(crate) key: Uuid,
    /// Language of the mails.
    pub(crate) lang: Lang,
    /// Whether everybody gets the usual confirmation.
    pub(crate) confirm: bool,
}

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entered {
    /// So many people have a seat now.
    Done { seats: usize },
    /// Nobody can be entered any more: the edition is not open, or is over.
    Closed,
    /// Too few seats are left for all of them. Nobody was entered.
    TooFewSeats { left: u16, needed: usize },
    /// These participants have a seat already: place of the order and within it. Nobody was entered.
    AlreadySignedUp(Vec<(usize, usize)>),
}

/// Enters orders. The deadline does not count: the mail may have come in time.
///
/// # Errors
/// [`Error::NotFound`] for an edition of nobody or of others.
pub(crate) async fn enter(app: &App, staff: &Staff<ManageCourses>, entry: &Entry) -> Result<Entered, Error> {
    let scope = staff.scope;
    let mut tx = app.db.begin().await?;
    let edition = editions::lock(&mut tx, scope, entry.edition).await?.ok_or(Error::NotFound)?;
    let needed: usize = entry.orders.iter().map(|order| order.participants().len()).sum();
    if !entry.key.is_nil() && orders::id_by_key(&tx, scope, &key_of(entry.key, 0)).await?.is_some() {
        return Ok(Entered::Done { seats: needed });
    }
    let is_ahead = edition.first_day().is_some_and(|first| app.clock.today() <= first);
    let Some(capacity) = edition
        .edition
        .plan()
        .capacity
        .filter(|_| edition.edition.state().is_live() && is_ahead)
    else {
        return Ok(Entered::Closed);
    };
    let left = Seats::new(capacity, edition.seats_held).left();
    if needed > usize::from(left) {
        return Ok(Entered::TooFewSeats { left, needed });
    }
    let held: HashSet<String> = registrations::of_edition(&tx, scope, edition.id)
        .await?
        .into_iter()
        .filter(|seat| seat.state.is_live())
        .map(|seat| seat.participant.email.key())
        .collect();
    let twice = twice(&entry.orders, &held);
    if !twice.is_empty() {
        return Ok(Entered::AlreadySignedUp(twice));
    }
    for (place, order) in entry.orders.iter().enumerate() {
        let id = OrderId::from_uuid(app.random.id(app.clock.now()));
        let key = if entry.key.is_nil() {
            id.to_string()
        } else {
            key_of(entry.key, place)
        };
        let request = Request {
            edition: edition.id,
            key: entry.key,
            order: order.clone(),
            lang: entry.lang,
            address: None,
        };
        if let Some(participant) = sign_up::write(&mut tx, app, scope, &edition, &request, &key, id).await? {
            return Ok(Entered::AlreadySignedUp(vec![(place, participant)]));
        }
        let details = json!({ "edition": edition.id, "seats": order.participants().len(), "confirmation": entry.confirm });
        note(&mut tx, app, staff, "order.entered", ("order", id.as_uuid()), details).await?;
        if entry.confirm {
            mails::signed_up(&mut tx, app, scope, &staff.organisation, &edition, id).await?;
        }
    }
    seats_changed(&mut tx, app, scope, edition.id).await?;
    tx.commit().await?;
    Ok(Entered::Done { seats: needed })
}

/// The key of one order of an entry.
fn key_of(entry: Uuid, place: usize) -> String {
    format!("{entry}/{place}")
}

/// Those who have a seat already, or stand twice in the entry itself.
fn twice(entered: &[Order], held: &HashSet<String>) -> Vec<(usize, usize)> {
    let mut seen = held.clone();
    let mut twice = Vec::new();
    for (place, order) in entered.iter().enumerate() {
        for (index, participant) in order.participants().iter().enumerate() {
            if !seen.insert(participant.email.key()) {
                twice.push((place, index));
            }
        }
    }
    twice
}

/// The most people one payer can bring at once.
pub(crate) const MOST_PER_ORDER: usize = GroupSize::MAX as usize;
