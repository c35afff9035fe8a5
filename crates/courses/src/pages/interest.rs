//! The interest list of a course: joining, and leaving by the link of the mail.

use maud::{Markup, html};
use platform::token_hash;
use platform::values::{Email, Line, PersonName, ValueError};
use platform::web::{Answer, ByLink, Check, Core, Cx, Error, Fields, PRIVACY, Public, Route, Visitor, get, post, redirect_with_notice};
use texts::Lang;
use ui::{Button, Crumb, Errors, Form, Href, Input, Page, Width, error_summary, lead};

use super::paths::{CATALOGUE, COURSE, INTEREST, INTEREST_ENTRY};
use crate::actions::register_interest::{self, Outcome};
use crate::model::{InterestEntry, InterestIn, InterestSeats};
use crate::store::catalogue::{self, StoredCourse};
use crate::store::interest;
use crate::t;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(INTEREST, Public, show),
        post(INTEREST, Public, submit),
        get(INTEREST_ENTRY, ByLink, ask_to_leave),
        post(INTEREST_ENTRY, ByLink, leave),
    ]
}

async fn course(cx: &Cx<Visitor>) -> Result<StoredCourse, Error> {
    let course = catalogue::published_course(&cx.app.db, cx.proof.scope, cx.param("course")).await?;
    course.ok_or(Error::NotFound)
}

async fn show(cx: Cx<Visitor>) -> Answer {
    let course = course(&cx).await?;
    Ok(cx.page(&form(&cx, &course, &Fields::default().with("seats", "1"), &Errors::default())))
}

async fn submit(cx: Cx<Visitor>) -> Answer {
    let course = course(&cx).await?;
    let lang = cx.lang;
    let entry = match read(&cx, &course) {
        Ok(entry) => entry,
        Err(errors) => return Ok(cx.page_with_mistakes(form(&cx, &course, &cx.form, &errors))),
    };
    let title = course.course.title.get(lang).as_str();
    match register_interest::register(&cx.app, cx.proof.scope, &cx.organisation, &entry, title, lang, cx.peer).await? {
        Outcome::Done => Ok(redirect_with_notice(
            &cx,
            &COURSE.url(lang, &[course.course.slug.as_str()]),
            t::interest_done(lang),
        )),
        Outcome::TooMany => {
            let mut errors = Errors::default();
            errors.add("", t::signup_limit_text(lang, cx.organisation.contact_email.as_str()));
            Ok(cx.page_with_mistakes(form(&cx, &course, &cx.form, &errors)))
        }
    }
}

fn read(cx: &Cx<Visitor>, course: &StoredCourse) -> Result<InterestEntry, Errors> {
    let lang = cx.lang;
    let mut check = Check::new(&cx.form, lang);
    let name = check.required("name", t::interest_name_missing(lang), PersonName::parse);
    let email = check.required("email", t::interest_email_missing(lang), Email::parse);
    let organisation = check.optional("organisation", Line::parse);
    let missing = t::interest_seats_missing(lang, i64::from(InterestSeats::MAX));
    let seats = match check
        .raw("seats")
        .trim()
        .parse::<u8>()
        .map_err(|_| ValueError::NotAChoice)
        .and_then(InterestSeats::new)
    {
        Ok(seats) => Some(seats),
        Err(_) => check.wrong("seats", missing),
    };
    let made_on = cx.app.clock.today();
    let interest_in = InterestIn::Course(course.id);
    let entry = (|| {
        Some(InterestEntry {
            interest_in,
            name: name?,
            email: email?,
            organisation: organisation?,
            seats: seats?,
            made_on,
        })
    })();
    check.finish(entry)
}

fn form(cx: &Cx<Visitor>, course: &StoredCourse, fields: &Fields, errors: &Errors) -> Page {
    let lang = cx.lang;
    let slug = course.course.slug.as_str();
    let markup = html! { (error_summary(lang, errors)) (entry_form(cx, slug, fields, errors)) };
    Page::new(t::interest_title(lang, course.course.title.get(lang)), markup)
        .crumbs([
            Crumb::new(t::nav_courses(lang), Href::local(CATALOGUE.url(lang, &[]))),
            Crumb::new(course.course.title.get(lang).as_str(), Href::local(COURSE.url(lang, &[slug]))),
        ])
        .lead(t::interest_lead(lang))
        .noindex()
}

/// The form for joining the list of a course, also for those who were refused a seat.
pub(super) fn entry_form(cx: &Core, slug: &str, fields: &Fields, errors: &Errors) -> Markup {
    let lang = cx.lang;
    let field = |input: Input, name: &str| input.value(fields.get(name)).error(errors.get(name));
    let body = html! {
        (field(Input::text(lang, "name", t::interest_name(lang)), "name").autocomplete("name"))
        (field(Input::email(lang, "email", t::interest_email(lang)), "email").autocomplete("email"))
        (field(Input::text(lang, "organisation", t::interest_organisation(lang)), "organisation").optional().autocomplete("organization"))
        (field(Input::number(lang, "seats", t::interest_seats(lang)), "seats").width(Width::Tiny))
        p { (t::interest_notice(lang)) " " a href=(Href::local(PRIVACY.url(lang, &[]))) { (t::signup_notice_more(lang)) } }
        (Button::primary(t::interest_submit(lang)))
    };
    Form::post(Href::local(INTEREST.url(lang, &[slug])), cx.form_token()).body(&body)
}

async fn listed(cx: &Cx<Visitor>) -> Result<(interest::Listed, String), Error> {
    let listed = interest::by_token(&cx.app.db, cx.proof.scope, token_hash(cx.param("token")))
        .await?
        .ok_or_else(|| Error::dead_link(cx.lang))?;
    let title = course_title(cx, cx.lang, &listed).await?;
    Ok((listed, title))
}

async fn course_title(cx: &Cx<Visitor>, lang: Lang, listed: &interest::Listed) -> Result<String, Error> {
    let courses = catalogue::courses(&cx.app.db, cx.proof.scope).await?;
    let found = courses.iter().find(|course| Some(course.id) == listed.course_id);
    Ok(found.map_or_else(
        || t::interest_season(lang).to_owned(),
        |course| course.course.title.get(lang).to_string(),
    ))
}

/// Opening the link only asks: mail programs open links to look at them.
async fn ask_to_leave(cx: Cx<Visitor>) -> Answer {
    let (listed, title) = listed(&cx).await?;
    let lang = cx.lang;
    let action = Href::local(INTEREST_ENTRY.url(lang, &[cx.param("token")]));
    let body = html! {
        (lead(&t::interest_leave_text(lang, listed.name.as_str(), &title)))
        (Form::post(action, cx.form_token()).body(&html! { (Button::primary(t::interest_leave_submit(lang))) }))
    };
    Ok(cx.page(&Page::new(t::interest_leave_title(lang), body).noindex()))
}

async fn leave(cx: Cx<Visitor>) -> Answer {
    let (listed, _) = listed(&cx).await?;
    register_interest::leave(&cx.app, cx.proof.scope, listed.id).await?;
    Ok(redirect_with_notice(&cx, &CATALOGUE.url(cx.lang, &[]), t::interest_left(cx.lang)))
}
