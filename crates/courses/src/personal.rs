//! What the room keeps about a person: handed out on request, and removed as far as the bookkeeping act allows. [`crate::kept`] says it in words.

use db::Tx;
use platform::App;
use platform::people::AccountId;
use platform::room::Boxed;
use platform::values::Email;
use platform::web::Error;
use serde_json::{Value, json};

use crate::store::personal::{self, Interest, Order, Seat};

/// Everything kept under the person's mail address, whichever organisation keeps it.
pub(crate) fn export(app: App, _account: AccountId, email: String) -> Boxed<'static, Result<Value, Error>> {
    Box::pin(async move {
        let key = key(&email);
        let seats = personal::seats_across_organisations(&app.db, &key).await?;
        let orders = personal::orders_across_organisations(&app.db, &key).await?;
        let interest = personal::interest_across_organisations(&app.db, &key).await?;
        Ok(json!({
            "registrations": seats.iter().map(seat).collect::<Vec<_>>(),
            "orders": orders.iter().map(order).collect::<Vec<_>>(),
            "interest": interest.iter().map(waiting).collect::<Vec<_>>(),
        }))
    })
}

/// Leaves every interest list and empties what a seat does not need. Name and seat stay with the order for five years (bookkeeping act).
pub(crate) fn erase<'a>(tx: &'a mut Tx, _account: AccountId, email: &'a str) -> Boxed<'a, Result<(), db::Error>> {
    Box::pin(async move { personal::erase_across_organisations(tx, &key(email)).await })
}

fn key(email: &str) -> String {
    Email::parse(email).map_or_else(|_| email.to_lowercase(), |email| email.key())
}

fn seat(seat: &Seat) -> Value {
    json!({
        "organisation": seat.house, "course": seat.course, "state": seat.state, "signed_up_at": seat.created_at,
        "name": seat.name, "email": seat.email, "phone": seat.phone, "job_title": seat.job_title, "department": seat.department,
        "diet": seat.diet, "access_needs": seat.access_needs, "case_stage": seat.case_stage, "case": seat.case_text,
    })
}

fn order(order: &Order) -> Value {
    json!({
        "organisation": order.house, "made_at": order.created_at, "price_in_ore": order.gross_ore, "terms": order.terms_text,
        "contact": { "name": order.contact_name, "email": order.contact_email, "phone": order.contact_phone },
        "payer": {
            "name": order.payer_name, "ean": order.gln, "cvr": order.cvr, "order_reference": order.order_reference,
            "person_reference": order.person_reference, "email": order.bill_email,
            "street": order.street, "postcode": order.postcode, "town": order.town,
        },
    })
}

fn waiting(entry: &Interest) -> Value {
    json!({
        "organisation": entry.house, "course": entry.course, "season": entry.season, "name": entry.name, "email": entry.email,
        "for": entry.organisation_name, "seats": entry.seats, "deleted_by": entry.delete_by,
    })
}
