//! The page: decisions, new sign-ups, upcoming editions, interest.

use std::collections::HashMap;

use jiff::SignedDuration;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::web::{Answer, Cx, Error, Right, Staff};
use texts::format;
use ui::{Badge, Card, Column, Href, Icon, Level, Page, Table, badge, card_grid, columns, empty_state, link_button, section};

use super::todo::{Interest, KEPT_MONTHS, Todo, todo};
use crate::model::{Course, CourseId, EditionId};
use crate::pages::admin::editions::proposal_text;
use crate::pages::admin::parts::{self, count, href};
use crate::pages::admin::paths::{COURSE_NEW, EDITION, EDITION_NEW, EDITION_PLAN, INTEREST, PARTICIPANTS, SERIES_NEW};
use crate::rights::{ManageCourses, SeeHouse, SeeParticipants};
use crate::store::catalogue::{self, StoredCourse, StoredSeries};
use crate::store::editions::{self, StoredEdition};
use crate::store::{figures, interest};
use crate::t;

type Member = Cx<Staff<SeeHouse>>;

/// Sign-ups of so many days count as new.
const NEW_DAYS: i64 = 7;
/// So many upcoming editions are shown; the rest is in the list.
const UPCOMING: usize = 8;

/// Everything the page is made of.
struct House {
    series: Vec<StoredSeries>,
    courses: Vec<StoredCourse>,
    editions: Vec<StoredEdition>,
    interest: Vec<Interest>,
    new_seats: Vec<(EditionId, i64)>,
}

impl House {
    async fn read(cx: &Member) -> Result<Self, Error> {
        let (db, scope) = (&cx.app.db, cx.proof.scope);
        let series = catalogue::series(db, scope).await?;
        let courses = catalogue::courses(db, scope).await?;
        let mut seats: HashMap<CourseId, i64> = HashMap::new();
        for entry in interest::all(db, scope).await? {
            if let Some(course) = entry.course_id {
                *seats.entry(course).or_default() += entry.seats;
            }
        }
        let minimum = |course: &StoredCourse| {
            series
                .iter()
                .find(|series| series.id == course.series_id)
                .map_or(1, |series| series.practical.min_seats)
        };
        let hoped_for = |course: &StoredCourse| {
            let seats = seats.get(&course.id).copied().unwrap_or_default();
            Interest {
                course: course.id,
                seats,
                minimum: minimum(course),
            }
        };
        let interest = courses.iter().map(hoped_for).filter(|one| one.seats > 0).collect();
        let since = cx.app.clock.now() - SignedDuration::from_hours(24 * NEW_DAYS);
        let new_seats = figures::seats_since(db, scope, since).await?;
        Ok(Self {
            editions: editions::all(db, scope).await?,
            series,
            courses,
            interest,
            new_seats,
        })
    }

    fn course(&self, id: CourseId) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == id).map(|course| &course.course)
    }

    /// An edition and its course.
    fn edition(&self, id: EditionId) -> Option<(&StoredEdition, &Course)> {
        let stored = self.editions.iter().find(|edition| edition.id == id)?;
        Some((stored, self.course(stored.course_id)?))
    }
}

pub(super) async fn show(cx: Member) -> Answer {
    let lang = cx.lang;
    let today = cx.app.clock.today();
    let house = House::read(&cx).await?;
    let body = html! {
        (section(Level::Two, "decisions", t::admin_house_decisions(lang), &decisions(&cx, &house, today)))
        (section(Level::Two, "new", t::admin_house_new(lang), &new_seats(&cx, &house)))
        (section(Level::Two, "upcoming", t::admin_house_upcoming(lang), &upcoming(&cx, &house, today)))
        (section(Level::Two, "interest", t::admin_house_interest(lang), &interest_bars(&cx, &house)))
    };
    Ok(cx.page(
        &Page::new(cx.proof.organisation.name.clone(), body)
            .lead(t::admin_house_lead(lang))
            .wide()
            .noindex(),
    ))
}

fn decisions(cx: &Member, house: &House, today: Date) -> Markup {
    let lang = cx.lang;
    let cards: Vec<Card> = todo(&house.editions, &house.interest, today)
        .into_iter()
        .filter_map(|todo| card(cx, house, todo))
        .collect();
    if !cards.is_empty() {
        return card_grid(&cards);
    }
    match first_step(cx, house) {
        Some((title, text, to, button)) => {
            let action = ManageCourses::allows(cx.proof.role).then(|| link_button(button, &to, true));
            empty_state(Level::Three, Icon::Star, title, text, action)
        }
        None => empty_state(
            Level::Three,
            Icon::Success,
            t::admin_house_nothing(lang),
            t::admin_house_nothing_text(lang),
            None,
        ),
    }
}

/// The first thing to do in a house that has nothing to show yet.
fn first_step(cx: &Member, house: &House) -> Option<(&'static str, &'static str, Href, &'static str)> {
    let lang = cx.lang;
    if house.series.is_empty() {
        let to = href(cx, SERIES_NEW, &[]);
        return Some((
            t::admin_house_first_series(lang),
            t::admin_house_first_series_text(lang),
            to,
            t::admin_series_new(lang),
        ));
    }
    if house.courses.is_empty() {
        return Some((
            t::admin_course_none(lang),
            t::admin_course_none_text(lang),
            href(cx, COURSE_NEW, &[]),
            t::admin_course_new(lang),
        ));
    }
    if house.editions.is_empty() {
        let to = href(cx, EDITION_NEW, &[]);
        return Some((
            t::admin_house_first_edition(lang),
            t::admin_house_first_edition_text(lang),
            to,
            t::admin_edition_new(lang),
        ));
    }
    None
}

/// One decision: what it is about, what the numbers say, and one link to act.
fn card(cx: &Member, house: &House, todo: Todo) -> Option<Card> {
    let lang = cx.lang;
    let manages = ManageCourses::allows(cx.proof.role);
    let of_edition = |id: EditionId| {
        let (stored, course) = house.edition(id)?;
        Some((
            format!("{}, {}", course.title.get(lang), parts::when(lang, &stored.edition.plan().when)),
            stored,
            href(cx, EDITION, &[&id.to_string()]),
        ))
    };
    Some(match todo {
        Todo::Decide(id) => {
            let (title, stored, to) = of_edition(id)?;
            let body = html! { (proposal_text(lang, stored)) };
            Card::new(Level::Three, title, body)
                .kicker(badge(Badge::Warning, t::admin_todo_decide(lang)))
                .link(to.at("next"))
        }
        Todo::Hold(id) => {
            let (title, _, to) = of_edition(id)?;
            let body = html! { (t::admin_todo_hold_text(lang)) };
            Card::new(Level::Three, title, body)
                .kicker(badge(Badge::Info, t::admin_todo_hold(lang)))
                .link(to.at("next"))
        }
        Todo::SeasonOver(id) => {
            let (title, _, to) = of_edition(id)?;
            let to = if manages { href(cx, EDITION_PLAN, &[&id.to_string()]) } else { to };
            let body = html! { (t::admin_todo_season_text(lang)) };
            Card::new(Level::Three, title, body)
                .kicker(badge(Badge::Warning, t::admin_todo_season(lang)))
                .link(to)
        }
        Todo::Full { edition, left, interest } => {
            let (title, _, to) = of_edition(edition)?;
            let kicker = if left == 0 {
                t::admin_todo_full(lang)
            } else {
                t::admin_todo_nearly_full(lang)
            };
            let body = html! { (t::admin_todo_full_text(lang, i64::from(left), interest)) };
            Card::new(Level::Three, title, body).kicker(badge(Badge::Info, kicker)).link(to)
        }
        Todo::Propose {
            course,
            interest,
            minimum,
            dateless,
        } => {
            let title = house.course(course)?.title.get(lang).as_str();
            let body = html! { (t::admin_todo_propose_text(lang, interest, i64::from(minimum))) };
            let card = Card::new(Level::Three, title, body).kicker(badge(Badge::Success, t::admin_todo_propose(lang)));
            let to = match dateless {
                Some(edition) => href(cx, EDITION_PLAN, &[&edition.to_string()]),
                None => href(cx, EDITION_NEW, &[]).query("course", course),
            };
            if manages { card.link(to) } else { card }
        }
    })
}

fn new_seats(cx: &Member, house: &House) -> Markup {
    let lang = cx.lang;
    let columns = [
        Column::text(t::admin_edition_column_course(lang)),
        Column::text(t::admin_edition_column_when(lang)),
        Column::number(t::admin_house_new_seats(lang)),
    ];
    let sees_people = SeeParticipants::allows(cx.proof.role);
    let rows = house.new_seats.iter().filter_map(|(id, seats)| {
        let (stored, course) = house.edition(*id)?;
        let to = if sees_people { PARTICIPANTS } else { EDITION };
        let link = html! { a href=(href(cx, to, &[&id.to_string()])) { (course.title.get(lang)) } };
        Some([link, html! { (parts::when(lang, &stored.edition.plan().when)) }, html! { (seats) }])
    });
    let empty = html! { p { (t::admin_house_new_none(lang, NEW_DAYS)) } };
    Table::new(lang, t::admin_house_new_caption(lang, NEW_DAYS), columns)
        .rows(rows)
        .empty(empty)
        .render()
}

fn upcoming(cx: &Member, house: &House, today: Date) -> Markup {
    let lang = cx.lang;
    let ahead: Vec<&StoredEdition> = house
        .editions
        .iter()
        .filter(|stored| stored.edition.state().is_live() && stored.first_day().is_some_and(|first| first >= today))
        .collect();
    let cards: Vec<Card> = ahead
        .iter()
        .take(UPCOMING)
        .filter_map(|stored| {
            let course = house.course(stored.course_id)?;
            let first = stored.first_day()?;
            let kicker = html! { (format::date(lang, first)) " · " (format::relative_date(lang, today, first)) " " (parts::state_badge(lang, stored.edition.state())) };
            let to = href(cx, EDITION, &[&stored.id.to_string()]);
            Some(Card::new(Level::Three, course.title.get(lang).as_str(), parts::seat_meter(lang, stored)).kicker(kicker).link(to))
        })
        .collect();
    let more = ahead.len().saturating_sub(UPCOMING);
    html! {
        @if cards.is_empty() { p { (t::admin_house_upcoming_none(lang)) } } @else { (card_grid(&cards)) }
        @if more > 0 { p { a href=(href(cx, crate::pages::admin::paths::EDITIONS, &[])) { (t::admin_house_more(lang, count(more))) } } }
    }
}

fn interest_bars(cx: &Member, house: &House) -> Markup {
    let lang = cx.lang;
    let bar = |one: &Interest| {
        let course = house.course(one.course)?;
        let text = t::admin_house_interest_of(lang, one.seats, i64::from(one.minimum));
        let done = u64::try_from(one.seats).unwrap_or_default();
        Some(ui::progress(
            &format!("interest-{}", one.course),
            course.title.get(lang).as_str(),
            &text,
            done,
            u64::from(one.minimum),
        ))
    };
    let bars: Vec<Markup> = house.interest.iter().filter_map(bar).collect();
    html! {
        @if bars.is_empty() { p { (t::admin_house_interest_none(lang)) } } @else { (columns(&bars)) }
        @if ManageCourses::allows(cx.proof.role) { p { a href=(href(cx, INTEREST, &[])) { (t::admin_interest_see(lang)) } } }
        p class="form-hint" { (t::admin_house_interest_kept(lang, i64::from(KEPT_MONTHS))) }
    }
}
