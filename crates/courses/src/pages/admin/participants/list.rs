//! The participants of an edition, as a table one can search.

use maud::{Markup, html};
use platform::web::{Answer, Cx, Error, Fields, Right, Staff};
use texts::{Lang, format};
use ui::{
    Badge, Button, Choice, Column, Crumb, Form, Icon, Input, Level, Page, Select, Table, badge, cluster, empty_state, filter_bar,
    link_button, results_region, section, stack,
};

use crate::model::{Course, EditionId, RegistrationState, RegistrationStep};
use crate::pages::admin::editions;
use crate::pages::admin::parts::{self, count, href};
use crate::pages::admin::paths::{
    CASES, DESK, EDITION, EDITIONS, IMPORT, PARTICIPANT_STEP, PARTICIPANTS, PARTICIPANTS_CSV, PARTICIPANTS_PRINT, PARTICIPANTS_XLSX,
};
use crate::pages::admin::words;
use crate::rights::{ManageCourses, SeeParticipants};
use crate::store::editions::StoredEdition;
use crate::store::orders::{self, StoredOrder};
use crate::store::registrations::{self, StoredRegistration};
use crate::t;

pub(super) type Viewer = Cx<Staff<SeeParticipants>>;

/// The results, which a changed filter replaces.
const RESULTS: &str = "participants";

/// A seat and who pays for it.
pub(super) struct Seat {
    pub(super) seat: StoredRegistration,
    pub(super) order: StoredOrder,
}

impl Seat {
    /// Where the person comes from: the organisation that pays, if one does.
    pub(super) fn organisation(&self) -> Option<&str> {
        self.order.payer.bill.organisation().map(|organisation| organisation.name.as_str())
    }
}

/// An edition with everybody who ever signed up for it.
pub(super) struct Edition {
    pub(super) stored: StoredEdition,
    pub(super) course: Course,
    pub(super) seats: Vec<Seat>,
}

impl Edition {
    pub(super) async fn read<R>(cx: &Cx<Staff<R>>) -> Result<Self, Error> {
        let id: EditionId = cx.id("edition")?;
        let (stored, course) = editions::find(&cx.app, &cx.proof, id).await?;
        let orders = orders::of_edition(&cx.app.db, cx.proof.scope, id).await?;
        let of = |seat: StoredRegistration| {
            let order = orders.iter().find(|order| order.id == seat.order_id)?.clone();
            Some(Seat { seat, order })
        };
        let seats = registrations::of_edition(&cx.app.db, cx.proof.scope, id)
            .await?
            .into_iter()
            .filter_map(of)
            .collect();
        Ok(Self { stored, course, seats })
    }

    /// Those who take part: who has a seat, was there, or should have been.
    pub(super) fn taking_part(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.seat.state.holds_seat())
    }

    /// "Kom godt i gang, 26. oktober 2026".
    pub(super) fn title(&self, lang: Lang) -> String {
        format!(
            "{}, {}",
            self.course.title.get(lang),
            parts::when(lang, &self.stored.edition.plan().when)
        )
    }

    /// The way to pages below this edition.
    pub(super) fn crumbs<R>(&self, cx: &Cx<Staff<R>>) -> Vec<Crumb> {
        let list = Crumb::new(t::admin_nav_editions(cx.lang), href(cx, EDITIONS, &[]));
        let here = Crumb::new(self.title(cx.lang), href(cx, EDITION, &[&self.stored.id.to_string()]));
        parts::crumbs(cx, [list, here])
    }

    /// [`Edition::crumbs`] with the list of participants.
    pub(super) fn crumbs_of_people<R>(&self, cx: &Cx<Staff<R>>) -> Vec<Crumb> {
        let mut way = self.crumbs(cx);
        way.push(Crumb::new(
            t::admin_edition_people(cx.lang),
            href(cx, PARTICIPANTS, &[&self.stored.id.to_string()]),
        ));
        way
    }
}

/// Who is shown.
struct Filter {
    search: String,
    /// `None`: those who take part; all: an empty word.
    state: Option<RegistrationState>,
    all: bool,
}

impl Filter {
    fn of(query: &Fields) -> Self {
        Self {
            search: query.get("q").trim().to_lowercase().chars().take(200).collect(),
            state: query.get("state").parse().ok(),
            all: query.get("state") == "any",
        }
    }

    fn shows(&self, seat: &Seat) -> bool {
        let state = seat.seat.state;
        let state_fits = match self.state {
            Some(only) => state == only,
            None => self.all || state.is_live(),
        };
        let participant = &seat.seat.participant;
        let texts = [
            Some(participant.name.as_str()),
            Some(participant.email.as_str()),
            seat.organisation(),
            participant.title.as_ref().map(AsRef::as_ref),
            participant.department.as_ref().map(AsRef::as_ref),
        ];
        let text = texts.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
        state_fits && self.search.split_whitespace().all(|word| text.contains(word))
    }
}

pub(super) async fn show(cx: Viewer) -> Answer {
    let lang = cx.lang;
    let edition = Edition::read(&cx).await?;
    let filter = Filter::of(&cx.query);
    let shown: Vec<&Seat> = edition.seats.iter().filter(|seat| filter.shows(seat)).collect();
    let body = html! {
        (stack(&[cluster(&links(&cx, &edition)), parts::seat_meter(lang, &edition.stored), filter_form(&cx, &edition)]))
        (results_region(RESULTS, &t::admin_people_count(lang, count(shown.len())), &table(&cx, &edition, &shown)))
        (section(Level::Two, "needs", t::admin_people_needs(lang), &needs(lang, &edition)))
    };
    let page = Page::new(t::admin_people_title(lang, edition.course.title.get(lang)), body).crumbs(edition.crumbs(&cx));
    Ok(cx.page(&page.lead(parts::when(lang, &edition.stored.edition.plan().when)).wide().noindex()))
}

fn links(cx: &Viewer, edition: &Edition) -> Vec<Markup> {
    let (lang, id) = (cx.lang, edition.stored.id.to_string());
    let link = |text, paths| link_button(text, &href(cx, paths, &[&id]), false);
    let mut links = vec![
        link(t::admin_download_xlsx(lang), PARTICIPANTS_XLSX),
        link(t::admin_download_csv(lang), PARTICIPANTS_CSV),
        link(t::admin_people_print(lang), PARTICIPANTS_PRINT),
        link(t::admin_edition_see_cases(lang), CASES),
    ];
    if ManageCourses::allows(cx.proof.role) && edition.stored.edition.state().is_live() {
        links.push(link(t::admin_desk_title(lang), DESK));
        links.push(link(t::admin_import_title(lang), IMPORT));
    }
    links
}

fn filter_form(cx: &Viewer, edition: &Edition) -> Markup {
    let lang = cx.lang;
    let states = [
        Choice::new("", t::admin_people_live(lang)),
        Choice::new("any", t::admin_people_all(lang)),
    ]
    .into_iter()
    .chain(
        RegistrationState::ALL
            .iter()
            .map(|state| Choice::new(state.as_str(), words::registration_state(lang, *state))),
    );
    let fields = html! {
        (Input::text(lang, "q", t::admin_people_search(lang)).value(cx.query.get("q")).unmarked())
        (Select::new(lang, "state", t::admin_people_state(lang), states).value(cx.query.get("state")))
        (Button::secondary(t::admin_filter(lang)))
    };
    Form::get(href(cx, PARTICIPANTS, &[&edition.stored.id.to_string()]))
        .live_filter(RESULTS)
        .body(&filter_bar(&fields))
}

fn table(cx: &Viewer, edition: &Edition, shown: &[&Seat]) -> Markup {
    let lang = cx.lang;
    let columns = [
        Column::text(t::admin_people_name(lang)),
        Column::text(t::admin_people_organisation(lang)),
        Column::text(t::admin_people_job(lang)),
        Column::text(t::admin_people_state(lang)),
        Column::text(t::admin_people_case(lang)),
        Column::actions(t::admin_actions(lang)),
    ];
    let rows = shown.iter().map(|seat| {
        let participant = &seat.seat.participant;
        let job = [participant.title.as_ref().map(AsRef::as_ref), participant.department.as_ref().map(AsRef::as_ref)];
        let case = participant.own_case.as_ref().map(|case| words::case_stage(lang, case.stage));
        [
            html! { (participant.name) br; a href=(ui::Href::mail(participant.email.as_str())) { (participant.email) } },
            html! { (seat.organisation().unwrap_or_default()) },
            html! { (job.into_iter().flatten().collect::<Vec<&str>>().join(", ")) },
            html! { (state_badge(lang, seat.seat.state)) @if let Some(fee) = seat.seat.fee.filter(|fee| !fee.is_zero()) { br; (t::admin_people_fee(lang, format::money(lang, fee.in_ore()))) } },
            html! { (case.unwrap_or_default()) },
            actions(cx, edition, seat),
        ]
    });
    let empty = empty_state(
        Level::Two,
        Icon::Groups,
        t::admin_people_none(lang),
        t::admin_people_none_text(lang),
        None,
    );
    Table::new(lang, t::admin_edition_people(lang), columns)
        .caption_hidden()
        .compact()
        .rows(rows)
        .empty(empty)
        .render()
}

fn state_badge(lang: Lang, state: RegistrationState) -> Markup {
    let look = match state {
        RegistrationState::Confirmed | RegistrationState::Attended => Badge::Success,
        RegistrationState::Requested => Badge::Info,
        RegistrationState::NoShow => Badge::Warning,
        RegistrationState::CancelledByParticipant | RegistrationState::CancelledByHouse | RegistrationState::Substituted => Badge::Neutral,
    };
    badge(look, words::registration_state(lang, state))
}

/// What the house can do with a seat now: end it before the first day, note who was there from then on.
fn actions(cx: &Viewer, edition: &Edition, seat: &Seat) -> Markup {
    let has_begun = edition.stored.first_day().is_some_and(|first| first <= cx.app.clock.today());
    let fits = |step: &RegistrationStep| seat.seat.state.after(*step).is_some() && (*step == RegistrationStep::CancelByHouse) != has_begun;
    let steps: Vec<RegistrationStep> = RegistrationStep::ALL.iter().copied().filter(fits).collect();
    let (lang, id, registration) = (cx.lang, edition.stored.id.to_string(), seat.seat.id.to_string());
    let name = seat.seat.participant.name.as_str();
    let one = |step: RegistrationStep| {
        let text = words::registration_step(lang, step)?;
        let to = [id.as_str(), registration.as_str(), step.as_str()];
        let about = html! { (text) span class="sr-only" { " " (name) } };
        Some(match step {
            // Ending a seat asks first, on a page of its own.
            RegistrationStep::CancelByHouse => html! { a class="function-link" href=(href(cx, PARTICIPANT_STEP, &to)) { (about) } },
            _ => parts::form(cx, PARTICIPANT_STEP, &to).body(&html! { (Button::plain(Icon::Check, text).about(name)) }),
        })
    };
    html! { @if ManageCourses::allows(cx.proof.role) { (cluster(&steps.into_iter().filter_map(one).collect::<Vec<_>>())) } }
}

/// What the kitchen and the house must know. It is deleted the day after the edition.
fn needs(lang: Lang, edition: &Edition) -> Markup {
    let with: Vec<&Seat> = edition
        .taking_part()
        .filter(|seat| seat.seat.participant.diet.is_some() || seat.seat.participant.access_needs.is_some())
        .collect();
    let diets = with.iter().filter(|seat| seat.seat.participant.diet.is_some()).count();
    let access = with.iter().filter(|seat| seat.seat.participant.access_needs.is_some()).count();
    let columns = [
        Column::text(t::admin_people_name(lang)),
        Column::text(t::signup_diet(lang)),
        Column::text(t::signup_access(lang)),
    ];
    let rows = with.iter().map(|seat| {
        let participant = &seat.seat.participant;
        let text = |text: Option<&str>| html! { (text.unwrap_or_default()) };
        [
            html! { (participant.name) },
            text(participant.diet.as_ref().map(AsRef::as_ref)),
            text(participant.access_needs.as_ref().map(AsRef::as_ref)),
        ]
    });
    html! {
        p { (t::admin_people_diets(lang, count(diets))) " " (t::admin_people_access(lang, count(access))) " " (t::admin_people_needs_kept(lang)) }
        @if !with.is_empty() { (Table::new(lang, t::admin_people_needs(lang), columns).caption_hidden().compact().rows(rows).render()) }
    }
}
