//! The payer's page behind the link of the mail: see, cancel, put it in the calendar.

use maud::{Markup, html};
use platform::token_hash;
use platform::values::Line;
use platform::web::{Answer, ByLink, Cx, Error, Route, Visitor, file, get, post, redirect_with_notice};
use texts::{Lang, format};
use ui::{Button, Column, Confirm, Definition, Form, Href, Level, Page, Table, definitions, grid, link_button, section};

use super::paths::{ORDER, ORDER_CALENDAR, ORDER_CANCEL};
use super::wording;
use crate::actions::cancel::{self, Outcome};
use crate::mails;
use crate::model::{Bill, Course, RegistrationId, RegistrationState};
use crate::store::catalogue;
use crate::store::editions::{self, StoredEdition};
use crate::store::orders::{self, StoredOrder};
use crate::store::registrations::{self, StoredRegistration};
use crate::t;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(ORDER, ByLink, show),
        get(ORDER_CALENDAR, ByLink, calendar),
        post(ORDER_CANCEL, ByLink, give_up),
    ]
}

/// Everything behind a link.
struct Behind {
    order: StoredOrder,
    seats: Vec<StoredRegistration>,
    edition: StoredEdition,
    course: Course,
}

async fn behind(cx: &Cx<Visitor>) -> Result<Behind, Error> {
    let (db, scope) = (&cx.app.db, cx.proof.scope);
    let dead = || Error::dead_link(cx.lang);
    let order = orders::by_token(db, scope, token_hash(cx.param("token"))).await?.ok_or_else(dead)?;
    let seats = registrations::of_order(db, scope, order.id).await?;
    // When an edition is moved, a seat that somebody has twice stays behind: the order is where its other seats are.
    let seat = seats.iter().find(|seat| seat.state.is_live()).or(seats.first()).ok_or_else(dead)?;
    let edition = editions::by_id(db, scope, seat.edition_id).await?.ok_or_else(dead)?;
    let course = catalogue::courses(db, scope)
        .await?
        .into_iter()
        .find(|course| course.id == edition.course_id)
        .ok_or_else(dead)?;
    Ok(Behind {
        order,
        seats,
        edition,
        course: course.course,
    })
}

async fn show(cx: Cx<Visitor>) -> Answer {
    let behind = behind(&cx).await?;
    let lang = cx.lang;
    let main = html! {
        (section(Level::Two, "participants", t::order_participants(lang), &seats(&cx, &behind)))
        p { (link_button(t::order_calendar(lang), &Href::local(ORDER_CALENDAR.url(lang, &[cx.param("token")])), false)) }
        (section(Level::Two, "terms", t::order_terms(lang), &html! { ul { @for sentence in behind.order.terms_text.lines() { li { (sentence) } } } }))
    };
    let page = Page::new(
        t::order_title(lang, behind.course.title.get(lang)),
        grid(&main, &facts(lang, &behind)),
    )
    .lead(t::order_lead(lang))
    .noindex();
    Ok(cx.page(&page))
}

fn seats(cx: &Cx<Visitor>, behind: &Behind) -> Markup {
    let lang = cx.lang;
    let columns = [
        Column::text(t::order_column_name(lang)),
        Column::text(t::order_column_state(lang)),
        Column::actions(t::order_column_action(lang)),
    ];
    Table::new(lang, t::order_participants(lang), columns)
        .caption_hidden()
        .rows(behind.seats.iter().map(|seat| {
            let name = seat.participant.name.as_str();
            [
                html! { (name) },
                html! { (state(lang, seat.state)) },
                if seat.state == RegistrationState::Confirmed {
                    cancel_form(cx, behind, seat)
                } else {
                    html! {}
                },
            ]
        }))
        .render()
}

fn cancel_form(cx: &Cx<Visitor>, behind: &Behind, seat: &StoredRegistration) -> Markup {
    let lang = cx.lang;
    let name = seat.participant.name.as_str();
    let today = cx.app.clock.today();
    let fee = behind
        .edition
        .first_day()
        .map(|first_day| behind.order.terms.fee(seat.price, today, first_day))
        .filter(|fee| !fee.is_zero());
    let consequence = match fee {
        None => t::order_cancel_free(lang).to_owned(),
        Some(fee) => t::order_cancel_fee(lang, format::money(lang, fee.in_ore()), cx.organisation.contact_email.as_str()),
    };
    let confirm = Confirm::new(lang, t::order_cancel_question(lang, name), consequence.clone());
    let button = Button::danger(t::order_cancel(lang), confirm)
        .about(name)
        .name("registration", seat.id.to_string());
    let action = Href::local(ORDER_CANCEL.url(lang, &[cx.param("token")]));
    html! { (Form::post(action, cx.form_token()).body(&html! { (button) span class="form-hint" { (consequence) } })) }
}

/// "Tilmeldt", "Afmeldt".
pub(crate) fn state(lang: Lang, state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Requested => t::order_state_requested(lang),
        RegistrationState::Confirmed => t::order_state_confirmed(lang),
        RegistrationState::CancelledByParticipant => t::order_state_cancelled_by_participant(lang),
        RegistrationState::CancelledByHouse => t::order_state_cancelled_by_house(lang),
        RegistrationState::Substituted => t::order_state_substituted(lang),
        RegistrationState::Attended => t::order_state_attended(lang),
        RegistrationState::NoShow => t::order_state_no_show(lang),
    }
}

fn facts(lang: Lang, behind: &Behind) -> Markup {
    let (order, plan) = (&behind.order, behind.edition.edition.plan());
    let payer = match &order.payer.bill {
        Bill::Ean { gln, .. } => t::order_payer_ean(lang, order.payer.name(), gln.as_str()),
        Bill::Cvr { cvr, .. } => t::order_payer_cvr(lang, order.payer.name(), cvr.as_str()),
        Bill::Private { .. } => order.payer.name().to_owned(),
    };
    let reference = match &order.payer.bill {
        Bill::Ean { references, .. } => references.order().or(references.person()).map(Line::as_str),
        Bill::Cvr { order, .. } => order.as_ref().map(Line::as_str),
        Bill::Private { .. } => None,
    };
    let mut items = vec![
        Definition::new(t::signup_fact_when(lang), wording::when_shown(lang, &plan.when)),
        Definition::text(t::signup_fact_where(lang), &wording::place(lang, plan)),
        Definition::text(t::order_gross(lang), &format::money(lang, order.gross.in_ore())),
        Definition::text(t::order_payer(lang), &payer),
    ];
    items.extend(reference.map(|reference| Definition::text(t::order_reference(lang), reference)));
    items.push(Definition::text(t::order_contact(lang), order.payer.contact.name.as_str()));
    html! { (definitions(&items)) p class="form-hint" { (t::order_signed_up(lang, format::datetime(lang, order.created_at))) } }
}

async fn calendar(cx: Cx<Visitor>) -> Answer {
    let behind = behind(&cx).await?;
    let live: Vec<_> = behind.seats.iter().filter(|seat| seat.state.holds_seat()).collect();
    let seat = live.first().ok_or(Error::NotFound)?;
    let (app, house, course, edition) = (&cx.app, &cx.organisation, &behind.course, &behind.edition);
    let bytes = mails::Entry {
        app,
        house,
        lang: cx.lang,
        course,
        edition,
        seat,
    }
    .file()
    .ok_or(Error::NotFound)?;
    Ok(file(bytes, "inddrag.ics", "text/calendar; charset=utf-8"))
}

async fn give_up(cx: Cx<Visitor>) -> Answer {
    let behind = behind(&cx).await?;
    let lang = cx.lang;
    let id: RegistrationId = cx.form.get("registration").parse().map_err(|_| Error::NotFound)?;
    let name = behind
        .seats
        .iter()
        .find(|seat| seat.id == id)
        .ok_or(Error::NotFound)?
        .participant
        .name
        .as_str();
    let here = ORDER.url(lang, &[cx.param("token")]);
    let outcome = cancel::cancel(&cx.app, cx.proof.scope, &cx.organisation, &behind.order, id)
        .await?
        .ok_or(Error::NotFound)?;
    match outcome {
        Outcome::Done { .. } => Ok(redirect_with_notice(&cx, &here, &t::order_cancelled(lang, name))),
        Outcome::Already => Ok(redirect_with_notice(&cx, &here, &t::order_cancel_already(lang, name))),
        Outcome::Begun => Err(Error::Refused {
            status: http::StatusCode::CONFLICT,
            title: t::order_cancel_begun_title(lang).to_owned(),
            text: t::order_cancel_begun_text(lang).to_owned(),
        }),
    }
}
