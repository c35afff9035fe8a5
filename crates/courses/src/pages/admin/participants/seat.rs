//! Ending a seat, and noting who was there.

use maud::html;
use platform::web::{Answer, Error, redirect_with_notice};
use ui::{Alert, Button, Confirm, Errors, Mood, Page, error_summary, link_button};

use super::list::{Edition, Seat};
use crate::actions::settle_registration;
use crate::model::{RegistrationId, RegistrationStep};
use crate::pages::admin::parts::{self, Manager, href, url};
use crate::pages::admin::paths::{PARTICIPANT_STEP, PARTICIPANTS};
use crate::pages::admin::words;
use crate::t;

pub(super) async fn ask(cx: Manager) -> Answer {
    let (edition, step) = (Edition::read(&cx).await?, step(&cx)?);
    let seat = find(&cx, &edition)?;
    Ok(cx.page(&page(&cx, &edition, seat, step, &Errors::default())?))
}

pub(super) async fn take(cx: Manager) -> Answer {
    let (edition, step) = (Edition::read(&cx).await?, step(&cx)?);
    let seat = find(&cx, &edition)?;
    match settle_registration::settle(&cx.app, &cx.proof, edition.stored.id, seat.seat.id, step).await? {
        Ok(state) => {
            let notice = t::admin_seat_settled(
                cx.lang,
                seat.seat.participant.name.as_str(),
                words::registration_state(cx.lang, state).to_lowercase(),
            );
            Ok(redirect_with_notice(
                &cx,
                &url(&cx, PARTICIPANTS, &[&edition.stored.id.to_string()]),
                &notice,
            ))
        }
        Err(refusal) => {
            let errors = [("", words::registration_refusal(cx.lang, &refusal))].into_iter().collect();
            Ok(cx.page_with_mistakes(page(&cx, &edition, seat, step, &errors)?))
        }
    }
}

/// A step the house takes with a seat; others have no page.
fn step(cx: &Manager) -> Result<RegistrationStep, Error> {
    let step: RegistrationStep = cx.param("step").parse().map_err(|_| Error::NotFound)?;
    words::registration_step(cx.lang, step).map(|_| step).ok_or(Error::NotFound)
}

fn find<'a>(cx: &Manager, edition: &'a Edition) -> Result<&'a Seat, Error> {
    let id: RegistrationId = cx.id("registration")?;
    edition.seats.iter().find(|seat| seat.seat.id == id).ok_or(Error::NotFound)
}

fn page(cx: &Manager, edition: &Edition, seat: &Seat, step: RegistrationStep, errors: &Errors) -> Result<Page, Error> {
    let lang = cx.lang;
    let text = words::registration_step(lang, step).ok_or(Error::NotFound)?;
    let (id, registration, name) = (
        edition.stored.id.to_string(),
        seat.seat.id.to_string(),
        seat.seat.participant.name.as_str(),
    );
    let title = format!("{text}: {name}");
    let button = match step {
        RegistrationStep::CancelByHouse => Button::danger(
            text,
            Confirm::new(lang, t::admin_edition_sure(lang), t::admin_seat_cancel_means(lang, name)),
        ),
        _ => Button::primary(text),
    };
    let back = link_button(t::admin_cancel(lang), &href(cx, PARTICIPANTS, &[&id]), false);
    let body = html! {
        (error_summary(lang, errors))
        @if step == RegistrationStep::CancelByHouse {
            (Alert::new(Mood::Info, html! { (t::admin_seat_cancel_means(lang, name)) }).render(lang))
        }
        (parts::form(cx, PARTICIPANT_STEP, &[&id, &registration, step.as_str()]).body(&html! { div class="button-group" { (button) (back) } }))
    };
    Ok(Page::new(title, body).crumbs(edition.crumbs_of_people(cx)).noindex())
}
