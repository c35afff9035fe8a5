//! The room's letters. Each is written in the transaction of what it tells about, under the name of that event, so there is one of each.

mod calendar;
pub(crate) mod news;

use db::Tx;
use platform::App;
use platform::mail::{self, Letter, Link, Method};
use platform::organisation::{OrgScope, Organisation};
use platform::values::{Email, Money};
use texts::{Lang, format};

pub(crate) use calendar::Entry;

use crate::model::{Course, InterestEntry, InterestId, OrderId};
use crate::pages::paths::{INTEREST_ENTRY, ORDER};
use crate::pages::wording;
use crate::store::catalogue;
use crate::store::editions::StoredEdition;
use crate::store::orders::{self, StoredOrder};
use crate::store::registrations::{self, StoredRegistration};
use crate::t;

/// Tells the contact person and every participant that seats are held.
pub(crate) async fn signed_up(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    edition: &StoredEdition,
    id: OrderId,
) -> Result<(), db::Error> {
    let Some(order) = orders::by_id(tx, scope, id).await? else {
        return Ok(());
    };
    let Some(course) = course_of(tx, scope, edition).await? else {
        return Ok(());
    };
    let seats = registrations::of_order(tx, scope, id).await?;
    let contact = &order.payer.contact;
    let own = seats.iter().find(|seat| seat.participant.email.key() == contact.email.key());
    let letter = order_letter(app, house, &course, edition, &order, &seats);
    let entry = |seat| Entry {
        app,
        house,
        lang: order.lang,
        course: &course,
        edition,
        seat,
    };
    // The contact person's own seat comes with the order, so nobody gets two letters about one thing.
    let parts = own.map_or_else(Vec::new, |own| entry(own).parts(Method::Request));
    send(
        tx,
        app,
        scope,
        &format!("order-confirmed/{id}"),
        &letter,
        &contact.email,
        (Method::Request, parts),
    )
    .await?;
    for seat in seats.iter().filter(|seat| own.is_none_or(|own| own.id != seat.id)) {
        let letter = seat_letter(house, &course, edition, &order, seat);
        let parts = entry(seat).parts(Method::Request);
        send(
            tx,
            app,
            scope,
            &format!("seat-confirmed/{}", seat.id),
            &letter,
            &seat.participant.email,
            (Method::Request, parts),
        )
        .await?;
    }
    Ok(())
}

/// Sends a letter with a calendar part; further days of the course follow in letters of their own, because a mail can invite to one event only.
async fn send(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    event: &str,
    letter: &Letter,
    to: &Email,
    (method, parts): (Method, Vec<Vec<u8>>),
) -> Result<(), db::Error> {
    let thread = |message: platform::mail::Message| message.in_thread(event.to_owned());
    let mut parts = parts.into_iter();
    let first = letter.clone().to(to.clone());
    let first = match parts.next() {
        Some(part) => first.with_calendar(method, part),
        None => first,
    };
    mail::enqueue(tx, app, Some(scope), event, thread(first)).await?;
    for (day, part) in (2..).zip(parts) {
        let further = letter.clone().to(to.clone()).with_calendar(method, part);
        mail::enqueue(tx, app, Some(scope), &format!("{event}/day-{day}"), thread(further)).await?;
    }
    Ok(())
}

/// Tells the contact person and the participant that a seat was given up, and takes it out of the calendar.
#[expect(clippy::too_many_arguments, reason = "each is a different noun of the letter")]
pub(crate) async fn seat_given_up(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    edition: &StoredEdition,
    order: &StoredOrder,
    before: &StoredRegistration,
    fee: Money,
) -> Result<(), db::Error> {
    let lang = order.lang;
    let Some(course) = course_of(tx, scope, edition).await? else {
        return Ok(());
    };
    let seat = registrations::by_id(tx, scope, before.id).await?.unwrap_or_else(|| before.clone());
    let subject = t::mail_cancel_subject(lang, course.title.get(lang), when_short(lang, edition));
    let letter = || {
        let letter = Letter::new(lang, &subject)
            .of(house)
            .paragraph(t::mail_cancel_intro(lang, seat.participant.name.as_str()));
        if fee.is_zero() {
            letter.paragraph(t::mail_cancel_free(lang))
        } else {
            letter.paragraph(t::mail_cancel_fee(lang, format::money(lang, fee.in_ore())))
        }
    };
    let contact = &order.payer.contact;
    let participant = &seat.participant;
    let parts = Entry {
        app,
        house,
        lang,
        course: &course,
        edition,
        seat: &seat,
    }
    .parts(Method::Cancel);
    let to_participant = letter().dear(participant.name.as_str());
    send(
        tx,
        app,
        scope,
        &format!("seat-given-up/{}", seat.id),
        &to_participant,
        &participant.email,
        (Method::Cancel, parts),
    )
    .await?;
    if contact.email.key() != participant.email.key() {
        let to_contact = letter().dear(contact.name.as_str());
        send(
            tx,
            app,
            scope,
            &format!("order-seat-given-up/{}", seat.id),
            &to_contact,
            &contact.email,
            (Method::Cancel, Vec::new()),
        )
        .await?;
    }
    Ok(())
}

/// Tells somebody that they are on an interest list, and how to leave it.
#[expect(clippy::too_many_arguments, reason = "each is a different noun of the letter")]
pub(crate) async fn interest_registered(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    entry: &InterestEntry,
    id: InterestId,
    course_title: &str,
    lang: Lang,
    token: &str,
) -> Result<(), db::Error> {
    let mut letter = Letter::new(lang, &t::mail_interest_subject(lang, course_title))
        .of(house)
        .dear(entry.name.as_str())
        .paragraph(t::mail_interest_intro(lang))
        .paragraph(t::mail_interest_kept(lang));
    if let Some(link) = link(app, house, &INTEREST_ENTRY.url(lang, &[token])) {
        letter = letter.button(t::mail_interest_leave(lang), &link);
    }
    mail::enqueue(
        tx,
        app,
        Some(scope),
        &format!("interest-registered/{id}"),
        letter.to(entry.email.clone()),
    )
    .await?;
    Ok(())
}

fn order_letter(
    app: &App,
    house: &Organisation,
    course: &Course,
    edition: &StoredEdition,
    order: &StoredOrder,
    seats: &[StoredRegistration],
) -> Letter {
    let lang = order.lang;
    let plan = edition.edition.plan();
    let names: Vec<_> = seats.iter().map(|seat| seat.participant.name.as_str()).collect();
    let money = |amount: Money| format::money(lang, amount.in_ore());
    let deadline = edition
        .edition
        .last_signup_day()
        .map_or_else(String::new, |day| format::date(lang, day));
    let mut letter = Letter::new(
        lang,
        &t::mail_order_subject(lang, course.title.get(lang), when_short(lang, edition)),
    )
    .of(house)
    .dear(order.payer.contact.name.as_str())
    .paragraph(t::mail_order_intro(lang, i64::try_from(seats.len()).unwrap_or(i64::MAX)))
    .facts(&[
        (t::mail_fact_course(lang), course.title.get(lang).to_string()),
        (t::mail_fact_when(lang), wording::when(lang, &plan.when)),
        (t::mail_fact_where(lang), wording::place(lang, plan)),
        (t::mail_fact_participants(lang), format::list(lang, &names)),
        (t::mail_fact_payer(lang), order.payer.name().to_owned()),
        (t::mail_fact_price(lang), money(order.net)),
        (t::mail_fact_vat(lang), money(order.vat)),
        (t::mail_fact_total(lang), money(order.gross)),
    ])
    .paragraph(t::mail_order_minimum(lang, i64::from(plan.min_seats), deadline));
    let token = crate::actions::sign_up::link_token(app, order.id);
    if let Some(link) = link(app, house, &ORDER.url(lang, &[&token])) {
        letter = letter
            .button(t::mail_order_link(lang), &link)
            .paragraph(t::mail_order_link_text(lang));
    }
    letter.heading(t::mail_order_terms(lang)).list(order.terms_text.lines())
}

fn seat_letter(house: &Organisation, course: &Course, edition: &StoredEdition, order: &StoredOrder, seat: &StoredRegistration) -> Letter {
    let lang = order.lang;
    let plan = edition.edition.plan();
    Letter::new(lang, &t::mail_seat_subject(lang, course.title.get(lang), when_short(lang, edition)))
        .of(house)
        .dear(seat.participant.name.as_str())
        .paragraph(t::mail_seat_intro(lang, order.payer.contact.name.as_str()))
        .facts(&[
            (t::mail_fact_course(lang), course.title.get(lang).to_string()),
            (t::mail_fact_when(lang), wording::when(lang, &plan.when)),
            (t::mail_fact_where(lang), wording::place(lang, plan)),
        ])
        .paragraph(t::mail_seat_case(lang))
        .paragraph(t::mail_seat_cancel(lang, order.payer.contact.email.as_str()))
}

/// The first day, for subjects.
fn when_short(lang: Lang, edition: &StoredEdition) -> String {
    edition
        .first_day()
        .map_or_else(|| wording::when(lang, &edition.edition.plan().when), |day| format::date(lang, day))
}

/// An address of the house in full. Addresses we build are always links; where an installation's address is no web address, the letter goes without.
fn link(app: &App, house: &Organisation, path: &str) -> Option<Link> {
    Link::parse(&format!("{}{path}", app.origin_of(house.domain.as_deref()))).ok()
}

async fn course_of(tx: &Tx, scope: OrgScope, edition: &StoredEdition) -> Result<Option<Course>, db::Error> {
    Ok(catalogue::courses(tx, scope)
        .await?
        .into_iter()
        .find(|course| course.id == edition.course_id)
        .map(|course| course.course))
}
