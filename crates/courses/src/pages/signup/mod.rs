//! Signing up: the form, and what becomes of it.

pub(super) mod desk;
mod form;
mod view;
#[cfg(feature = "testing")]
pub(super) mod without_lock;

use platform::web::{Answer, Core, Cx, Error, Fields, Public, Route, Visitor, get, post, redirect_with_notice};
use texts::format;
use ui::Errors;

use super::interest;
use super::paths::{ORDER, SIGN_UP};
use super::public::house::shown;
use super::wording;
use crate::actions::sign_up::{self, Outcome, Request};
use crate::model::{EditionId, PublicStatus};
use crate::store::catalogue::{self, StoredCourse};
use crate::store::editions::{self, StoredEdition};
use crate::t;

pub(super) fn routes() -> Vec<Route> {
    vec![get(SIGN_UP, Public, show), post(SIGN_UP, Public, submit)]
}

/// The course and edition of the address, if the public sees them.
struct Subject {
    course: StoredCourse,
    edition: StoredEdition,
    status: PublicStatus,
}

async fn subject(cx: &Cx<Visitor>) -> Result<Subject, Error> {
    let (db, scope) = (&cx.app.db, cx.proof.scope);
    let course = catalogue::published_course(db, scope, cx.param("course"))
        .await?
        .ok_or(Error::NotFound)?;
    let id: EditionId = cx.id("edition")?;
    let edition = editions::by_id(db, scope, id)
        .await?
        .filter(|edition| edition.course_id == course.id)
        .ok_or(Error::NotFound)?;
    let shown = shown(vec![edition], cx.app.clock.today()).pop().ok_or(Error::NotFound)?;
    Ok(Subject {
        course,
        edition: shown.stored,
        status: shown.status,
    })
}

async fn show(cx: Cx<Visitor>) -> Answer {
    let subject = subject(&cx).await?;
    if !subject.status.takes_signups() {
        return Ok(refused(&cx, &subject, &closed_words(&cx, &subject)));
    }
    let fields = Fields::default()
        .with("key", cx.app.random.id(cx.app.clock.now()).to_string())
        .with("same-contact", "1");
    Ok(page(&cx, &subject, &fields, &Errors::default()))
}

async fn submit(cx: Cx<Visitor>) -> Answer {
    let subject = subject(&cx).await?;
    if let Some(fields) = form::rearranged(&cx.form) {
        return Ok(page(&cx, &subject, &fields, &Errors::default()));
    }
    let plan = subject.edition.edition.plan();
    let days = plan.days().map_or(1, crate::model::Days::count);
    let form = match form::read(&cx.form, cx.lang, plan.price, days) {
        Ok(form) => form,
        Err(errors) => return Ok(page(&cx, &subject, &cx.form, &errors)),
    };
    let request = Request {
        edition: subject.edition.id,
        key: form.key,
        order: form.order,
        lang: cx.lang,
        address: Some(cx.peer),
    };
    match sign_up::sign_up(&cx.app, cx.proof.scope, &cx.organisation, &request).await? {
        Outcome::Done { token } => Ok(redirect_with_notice(&cx, &ORDER.url(cx.lang, &[&token]), t::signup_done(cx.lang))),
        Outcome::Full => Ok(refused(
            &cx,
            &subject,
            &(t::signup_full_title(cx.lang).to_owned(), t::signup_full_text(cx.lang).to_owned()),
        )),
        Outcome::Closed => Ok(refused(&cx, &subject, &closed_words(&cx, &subject))),
        Outcome::TooFewSeats { left } => Ok(with_error(&cx, &subject, "", t::signup_too_few_seats(cx.lang, i64::from(left)))),
        Outcome::AlreadySignedUp { index } => {
            let name = request.order.participants()[index].name.as_str();
            Ok(with_error(
                &cx,
                &subject,
                &format!("{}-{index}-email", form::LIST),
                t::signup_already(cx.lang, name),
            ))
        }
        Outcome::TooMany => {
            let text = t::signup_limit_text(cx.lang, cx.organisation.contact_email.as_str());
            Ok(with_error(&cx, &subject, "", text))
        }
    }
}

fn with_error(cx: &Cx<Visitor>, subject: &Subject, field: &str, text: String) -> platform::web::Response {
    let mut errors = Errors::default();
    errors.add(field, text);
    page(cx, subject, &cx.form, &errors)
}

fn page(cx: &Cx<Visitor>, subject: &Subject, fields: &Fields, errors: &Errors) -> platform::web::Response {
    let page = view::page(cx, subject, fields, errors);
    if errors.is_empty() {
        cx.page(&page)
    } else {
        cx.page_with_mistakes(page)
    }
}

/// Why no seat can be had now, by what the public sees of the edition.
fn closed_words(cx: &Core, subject: &Subject) -> (String, String) {
    let lang = cx.lang;
    let today = cx.app.clock.today();
    let over = subject.edition.edition.last_signup_day().filter(|day| *day < today);
    match (subject.status, over) {
        (PublicStatus::FullWithInterest, _) => (t::signup_booked_title(lang).to_owned(), t::signup_booked_text(lang).to_owned()),
        (PublicStatus::Closed, Some(day)) => (
            t::signup_closed_title(lang).to_owned(),
            t::signup_closed_text(lang, format::date(lang, day)),
        ),
        // It was open when the page was read, and no longer when the form came.
        (PublicStatus::Closed | PublicStatus::Open { .. }, _) => {
            (t::signup_closed_title(lang).to_owned(), t::signup_shut_text(lang).to_owned())
        }
        (status, _) => (wording::status(lang, status), t::signup_shut_text(lang).to_owned()),
    }
}

/// No seat: says why, and offers the interest list with what was typed already filled in.
fn refused(cx: &Cx<Visitor>, subject: &Subject, (title, text): &(String, String)) -> platform::web::Response {
    let slug = subject.course.course.slug.as_str();
    let interest = interest::entry_form(cx, slug, &form::as_interest(&cx.form), &Errors::default());
    cx.page(&view::refused(cx, subject, (title, text), &interest))
}
