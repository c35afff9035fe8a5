//! Entering sign-ups that came by mail (course page: "sign up at the course mailbox").

use maud::{Markup, html};
use platform::web::{Answer, Error, Fields, Response, redirect_with_notice};
use texts::Lang;
use ui::{Alert, Button, Checkbox, Choice, Errors, Mood, Page, Radios, error_summary, fieldset};

use super::list::Edition;
use crate::actions::desk_entry::{self, Entered, Entry};
use crate::pages::admin::parts::{self, Manager, count, url};
use crate::pages::admin::paths::{DESK, PARTICIPANTS};
use crate::pages::signup::desk::{self, Read};
use crate::store::catalogue::{self, StoredCourse};
use crate::t;

/// The language of the mails.
pub(super) const LANGUAGE: &str = "language";
/// Whether mails are sent.
pub(super) const CONFIRM: &str = "confirm";

pub(super) async fn show(cx: Manager) -> Answer {
    let (edition, course) = read(&cx).await?;
    let key = cx.app.random.id(cx.app.clock.now());
    let fields = desk::blank(key).with(LANGUAGE, cx.lang.code()).with(CONFIRM, "on");
    Ok(cx.page(&page(&cx, &edition, &course, &fields, &Errors::default())))
}

pub(super) async fn enter(cx: Manager) -> Answer {
    let (edition, course) = read(&cx).await?;
    let wrong = |errors: &Errors| -> Response { cx.page_with_mistakes(page(&cx, &edition, &course, &cx.form, errors)) };
    let (order, key) = match desk::read(&cx.form, cx.lang, &edition.stored) {
        Read::Rearranged(fields) => return Ok(cx.page(&page(&cx, &edition, &course, &fields, &Errors::default()))),
        Read::Wrong(errors) => return Ok(wrong(&errors)),
        Read::Order(order, key) => (*order, key),
    };
    let name = |index: usize| {
        order
            .participants()
            .get(index)
            .map_or_else(String::new, |participant| participant.name.to_string())
    };
    let entry = Entry {
        edition: edition.stored.id,
        orders: vec![order.clone()],
        key,
        lang: language(&cx),
        confirm: cx.form.has(CONFIRM),
    };
    match desk_entry::enter(&cx.app, &cx.proof, &entry).await? {
        Entered::Done { seats } => {
            let notice = t::admin_desk_done(cx.lang, count(seats));
            Ok(redirect_with_notice(
                &cx,
                &url(&cx, PARTICIPANTS, &[&edition.stored.id.to_string()]),
                &notice,
            ))
        }
        Entered::Closed => Ok(wrong(&[("", t::admin_desk_closed(cx.lang))].into_iter().collect())),
        Entered::TooFewSeats { left, needed } => Ok(wrong(
            &[("", t::admin_desk_too_few(cx.lang, count(needed), i64::from(left)))]
                .into_iter()
                .collect(),
        )),
        Entered::AlreadySignedUp(places) => Ok(wrong(
            &places
                .into_iter()
                .map(|(_, index)| (desk::email_field(index), t::signup_already(cx.lang, name(index))))
                .collect(),
        )),
    }
}

async fn read(cx: &Manager) -> Result<(Edition, StoredCourse), Error> {
    let edition = Edition::read(cx).await?;
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let course = courses
        .into_iter()
        .find(|course| course.id == edition.stored.course_id)
        .ok_or(Error::NotFound)?;
    Ok((edition, course))
}

/// The language that was chosen for the mails.
pub(super) fn language(cx: &Manager) -> Lang {
    Lang::parse(cx.form.get(LANGUAGE)).unwrap_or(cx.lang)
}

/// The choice of a language for the mails.
pub(super) fn language_field(cx: &Manager, name: &str) -> Markup {
    let chosen = Lang::parse(cx.form.get(name)).unwrap_or(cx.lang);
    let choices = Lang::ALL.map(|of| Choice::new(of.code(), of.own_name()).chosen(of == chosen));
    html! { (Radios::new(cx.lang, name, t::admin_desk_language(cx.lang), choices)) }
}

/// Whether mails are sent: yes, unless somebody took the tick away.
pub(super) fn confirm_field(cx: &Manager) -> Markup {
    let was_sent = cx.form.pairs().next().is_some();
    let ticked = !was_sent || cx.form.has(CONFIRM);
    html! { (Checkbox::new(cx.lang, CONFIRM, t::admin_desk_confirm(cx.lang)).hint(t::admin_desk_confirm_hint(cx.lang)).ticked(ticked).optional()) }
}

fn page(cx: &Manager, edition: &Edition, course: &StoredCourse, fields: &Fields, errors: &Errors) -> Page {
    let lang = cx.lang;
    let mails = fieldset(
        t::admin_desk_mails(lang),
        None,
        &html! { (language_field(cx, LANGUAGE)) (confirm_field(cx)) },
    );
    let form = html! {
        (desk::fields(lang, course, &edition.stored, fields, errors))
        (mails)
        (Button::primary(t::admin_desk_enter(lang)))
    };
    let body = html! {
        (error_summary(lang, errors))
        (Alert::new(Mood::Info, html! { (t::admin_desk_note(lang)) }).render(lang))
        (parts::seat_meter(lang, &edition.stored))
        (parts::form(cx, DESK, &[&edition.stored.id.to_string()]).warn_unsaved().body(&form))
    };
    Page::new(t::admin_desk_title(lang), body)
        .crumbs(edition.crumbs_of_people(cx))
        .lead(edition.title(lang))
        .noindex()
}
