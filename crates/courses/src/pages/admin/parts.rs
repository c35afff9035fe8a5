//! What pages of the administration share: addresses of the house, the way to a page, small views.

use maud::{Markup, html};
use platform::web::{Cx, Paths, Staff};
use texts::Lang;
use texts::format;
use ui::{Badge, Crumb, Form, Href};

use crate::model::{EditionState, When};
use crate::pages::paths::HOUSE;
use crate::pages::wording;
use crate::rights::ManageCourses;
use crate::store::editions::StoredEdition;
use crate::t;

use super::words;

/// A request of somebody who runs the courses.
pub(super) type Manager = Cx<Staff<ManageCourses>>;

/// An address below this house.
pub(super) fn url<R>(cx: &Cx<Staff<R>>, paths: Paths, rest: &[&str]) -> String {
    let mut parameters = vec![cx.proof.organisation.slug.as_str()];
    parameters.extend(rest);
    paths.url(cx.lang, &parameters)
}

/// A link below this house.
pub(super) fn href<R>(cx: &Cx<Staff<R>>, paths: Paths, rest: &[&str]) -> Href {
    Href::local(url(cx, paths, rest))
}

/// A form that changes something in this house.
pub(super) fn form<R>(cx: &Cx<Staff<R>>, paths: Paths, rest: &[&str]) -> Form {
    Form::post(href(cx, paths, rest), cx.form_token())
}

/// The way to a page: the house's front page, then these.
pub(super) fn crumbs<R>(cx: &Cx<Staff<R>>, way: impl IntoIterator<Item = Crumb>) -> Vec<Crumb> {
    let house = Crumb::new(cx.proof.organisation.name.clone(), href(cx, HOUSE, &[]));
    std::iter::once(house).chain(way).collect()
}

/// When an edition takes place, in as few words as say it.
pub(super) fn when(lang: Lang, when: &When) -> String {
    match when {
        When::Days(days) => format::date_span(lang, days.first(), days.last()),
        When::Season(window) => wording::season_window(lang, *window),
    }
}

/// Where an edition stands, as a mark.
pub(super) fn state_badge(lang: Lang, state: EditionState) -> Markup {
    let look = match state {
        EditionState::Draft | EditionState::Archived | EditionState::Held => Badge::Neutral,
        EditionState::InterestOnly => Badge::Info,
        EditionState::Open | EditionState::Confirmed => Badge::Success,
        EditionState::SignupClosed => Badge::Warning,
        EditionState::Cancelled | EditionState::Moved => Badge::Error,
    };
    ui::badge(look, words::edition_state(lang, state))
}

/// How many seats are taken, as a bar with its sentence. Nothing where there are no seats to count yet.
pub(super) fn seat_meter(lang: Lang, stored: &StoredEdition) -> Markup {
    let plan = stored.edition.plan();
    let held = i64::from(stored.seats_held);
    let minimum = i64::from(plan.min_seats);
    match plan.capacity {
        Some(capacity) => {
            let text = t::admin_seats_of(lang, held, i64::from(capacity.get()), minimum);
            let id = format!("seats-{}", stored.id);
            ui::progress(
                &id,
                t::admin_seats(lang),
                &text,
                u64::from(stored.seats_held),
                u64::from(capacity.get()),
            )
        }
        None => html! { p { (t::admin_seats_without_capacity(lang, held, minimum)) } },
    }
}

/// A number for texts. Counts of things on a page are far from the limit.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
