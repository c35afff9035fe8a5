//! Writes a demo house into an organisation: once, in one transaction.

use db::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{App, OrgScope, token_hash};
use texts::Lang;

use super::{DemoFault, DemoHouse, ResolvedEdition};
use crate::actions::sign_up::{TERMS_VERSION, link_token, terms_of};
use crate::model::{
    Consent, Course, CourseId, CourseSeriesId, Days, EditionId, InterestId, OrderId, PastCourseId, RegistrationId, Testimonial,
    TestimonialId, VenueId,
};
use crate::pages::wording;
use crate::store::edit_editions::PlanRow;
use crate::store::edit_series::SeriesRow;
use crate::store::orders::{self, NewOrder};
use crate::store::registrations::{self, NewRegistration};
use crate::store::{edit_courses, edit_editions, edit_series, edit_venues, edit_words, interest};

/// Why the demo could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FillError {
    /// The demo's files are wrong.
    #[error(transparent)]
    Demo(#[from] DemoFault),
    /// The database refused.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Writes everything a house shows: its series, courses, editions with their participants, words, earlier courses and opinions.
///
/// # Errors
/// [`FillError`]; then the transaction must not be committed.
pub async fn fill(tx: &mut Tx, app: &App, scope: OrgScope, house: &DemoHouse) -> Result<(), FillError> {
    let now = app.clock.now();
    let (series, venue) = series(tx, app, scope, house).await?;
    for course in &house.courses {
        let id = CourseId::from_uuid(app.random.id(now));
        edit_courses::insert(tx, scope, id, series, course, now).await?;
        edit_courses::set_published(tx, scope, id, true).await?;
        for (number, demo) in house
            .editions
            .iter()
            .enumerate()
            .filter(|(_, edition)| edition.course == course.slug)
        {
            let resolved = house.edition(demo, app.clock.today())?;
            let edition = edition(tx, app, scope, id, venue, &resolved).await?;
            participants(tx, app, scope, house, edition, &resolved, number).await?;
        }
        opinions(tx, app, scope, house, course, id).await?;
        waiting(tx, app, scope, house, course, id).await?;
    }
    words(tx, app, scope, house).await?;
    Ok(())
}

async fn series(tx: &mut Tx, app: &App, scope: OrgScope, house: &DemoHouse) -> Result<(CourseSeriesId, Option<VenueId>), db::Error> {
    let now = app.clock.now();
    let practical = house.practical();
    let venue = practical
        .venue
        .as_ref()
        .map(|venue| (VenueId::from_uuid(app.random.id(now)), venue));
    if let Some((id, venue)) = venue {
        edit_venues::insert(tx, scope, id, venue).await?;
    }
    let venue = venue.map(|(id, _)| id);
    let id = CourseSeriesId::from_uuid(app.random.id(now));
    let row = SeriesRow {
        series: &house.series,
        practical: &practical,
        venue,
    };
    let providers = house
        .series
        .providers
        .iter()
        .map(|provider| (provider.clone(), app.random.id(now)))
        .collect();
    edit_series::insert(tx, scope, id, &row, providers, now).await?;
    edit_series::set_published(tx, scope, id, true).await?;
    Ok((id, venue))
}

async fn edition(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    course: CourseId,
    venue: Option<VenueId>,
    resolved: &ResolvedEdition,
) -> Result<EditionId, db::Error> {
    let now = app.clock.now();
    let id = EditionId::from_uuid(app.random.id(now));
    let plan = resolved.edition.plan();
    let row = PlanRow {
        plan,
        venue: venue.filter(|_| plan.venue.is_some()),
        online_link: None,
        vat_exempt_reason: None,
    };
    let days = plan.days().map(Days::as_slice).unwrap_or_default();
    let days = days.iter().map(|day| (*day, app.random.id(now))).collect();
    edit_editions::insert(tx, scope, (id, course), &row, days, now).await?;
    edit_editions::set_state(tx, scope, id, resolved.edition.state(), resolved.reason.as_ref(), None, now).await?;
    Ok(id)
}

async fn participants(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    house: &DemoHouse,
    edition: EditionId,
    resolved: &ResolvedEdition,
    number: usize,
) -> Result<(), FillError> {
    let plan = resolved.edition.plan();
    let days = plan.days().map_or(1, crate::model::Days::count);
    let terms = terms_of(plan);
    let terms_text = wording::terms(Lang::Da, &terms).join("\n");
    let list = house
        .people
        .orders(number, resolved.seats_taken, plan.price, days)
        .map_err(|_| DemoFault::Nobody)?;
    for (age, order) in (1_i64..).zip(&list) {
        // Signed up one after the other over the last weeks.
        let at: Timestamp = app.clock.now() - SignedDuration::from_hours(11 * age);
        let id = OrderId::from_uuid(app.random.id(at));
        let new = NewOrder {
            id,
            order,
            key: &app.random.id(at).to_string(),
            token_hash: token_hash(&link_token(app, id)),
            lang: Lang::Da,
            terms_version: TERMS_VERSION,
            terms_text: &terms_text,
            terms: &terms,
            now: at,
        };
        orders::insert(tx, scope, new).await?;
        for (position, participant) in (0_i64..).zip(order.participants()) {
            let new = NewRegistration {
                id: RegistrationId::from_uuid(app.random.id(at)),
                order_id: id,
                edition_id: edition,
                position,
                state: resolved.registrations,
                participant,
                price: order.seat_price(),
                vat_category: plan.price.vat.category(),
                vat_basis_points: plan.price.vat.rate().get(),
                now: at,
            };
            registrations::insert(tx, scope, new).await?;
        }
    }
    Ok(())
}

async fn waiting(
    tx: &mut Tx,
    app: &App,
    scope: OrgScope,
    house: &DemoHouse,
    course: &crate::model::Course,
    id: CourseId,
) -> Result<(), FillError> {
    let Some(list) = house.interest.iter().find(|list| list.course == course.slug) else {
        return Ok(());
    };
    for number in 0..usize::from(list.people) {
        let now = app.clock.now();
        let entry = house
            .people
            .interested(100 + number, id, app.clock.today())
            .map_err(DemoFault::from)?;
        let interest = InterestId::from_uuid(app.random.id(now));
        interest::insert(tx, scope, interest, &entry, Lang::Da, token_hash(&app.random.token()), now).await?;
    }
    Ok(())
}

async fn opinions(tx: &mut Tx, app: &App, scope: OrgScope, house: &DemoHouse, course: &Course, id: CourseId) -> Result<(), db::Error> {
    let now = app.clock.now();
    for said in house.testimonials.iter().filter(|said| said.course == course.slug) {
        let consent = Consent {
            text: house.testimonial_consent.clone(),
            given_at: now,
            withdrawn_at: None,
        };
        let said = Testimonial {
            quote: said.quote.clone(),
            course: Some(id),
            course_title: course.title.clone(),
            year: said.year,
            consent,
        };
        edit_words::insert_testimonial(tx, scope, TestimonialId::from_uuid(app.random.id(now)), &said).await?;
    }
    Ok(())
}

async fn words(tx: &mut Tx, app: &App, scope: OrgScope, house: &DemoHouse) -> Result<(), db::Error> {
    let now = app.clock.now();
    for text in &house.texts {
        edit_words::write_page_text(tx, scope, app.random.id(now), text, Timestamp::UNIX_EPOCH, now).await?;
    }
    for past in &house.past {
        edit_words::insert_past(tx, scope, PastCourseId::from_uuid(app.random.id(now)), past).await?;
    }
    Ok(())
}
