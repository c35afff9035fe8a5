//! One edition: its facts, its seats, and what to do next.

use maud::{Markup, html};
use platform::values::Line;
use platform::web::{Answer, Cx, Right, Staff};
use texts::{Lang, format};
use ui::{Alert, Button, Confirm, Crumb, Definition, Level, Mood, Page, cluster, definitions, grid, link_button, section, stack};

use super::find;
use crate::model::{Circumstances, Course, EditionId, EditionState, EditionStep, PublicStatus};
use crate::pages::admin::parts::{self, href};
use crate::pages::admin::paths::{CASES, COURSE, COURSE_PREVIEW, DESK, EDITION, EDITION_PLAN, EDITION_STEP, EDITIONS, PARTICIPANTS};
use crate::pages::admin::words;
use crate::pages::wording;
use crate::rights::{ManageCourses, SeeHouse, SeeParticipants};
use crate::store::edit_editions;
use crate::store::editions::StoredEdition;
use crate::t;

type Member = Cx<Staff<SeeHouse>>;

pub(super) async fn show(cx: Member) -> Answer {
    let lang = cx.lang;
    let id: EditionId = cx.id("edition")?;
    let (stored, course) = find(&cx.app, &cx.proof, id).await?;
    let moved_to = edit_editions::beside(&cx.app.db, cx.proof.scope, id)
        .await?
        .and_then(|beside| beside.moved_to);
    let manages = ManageCourses::allows(cx.proof.role);
    let main = html! {
        (cluster(&[parts::state_badge(lang, stored.edition.state())]))
        (proposal(lang, &stored, cx.app.clock.today()))
        (section(Level::Two, "seats", t::admin_edition_people(lang), &people(&cx, &stored)))
        @if manages { (section(Level::Two, "next", t::admin_edition_decide(lang), &steps(&cx, &stored))) }
    };
    let aside = html! {
        (facts(&cx, &stored, &course, moved_to))
        @if manages { p { (link_button(t::admin_edition_edit(lang), &href(&cx, EDITION_PLAN, &[&id.to_string()]), false)) } }
    };
    let list = Crumb::new(t::admin_nav_editions(lang), href(&cx, EDITIONS, &[]));
    let title = format!("{}, {}", course.title.get(lang), parts::when(lang, &stored.edition.plan().when));
    Ok(cx.page(
        &Page::new(title, grid(&main, &aside))
            .crumbs(parts::crumbs(&cx, [list]))
            .wide()
            .noindex(),
    ))
}

/// Past the deadline and undecided: what the numbers say.
pub(in crate::pages::admin) fn proposal(lang: Lang, stored: &StoredEdition, today: jiff::civil::Date) -> Markup {
    if !awaits_decision(stored, today) {
        return html! {};
    }
    Alert::new(Mood::Warning, html! { (proposal_text(lang, stored)) })
        .heading(Level::Two, t::admin_edition_decide_now(lang))
        .render(lang)
}

/// The numbers and what they suggest, in a sentence or two.
pub(in crate::pages::admin) fn proposal_text(lang: Lang, stored: &StoredEdition) -> String {
    let (held, minimum) = (i64::from(stored.seats_held), i64::from(stored.edition.plan().min_seats));
    if held >= minimum && held > 0 {
        t::admin_edition_proposal_run(lang, held, minimum)
    } else {
        t::admin_edition_proposal_ask(lang, held, minimum)
    }
}

/// Whether the deadline has passed and nobody has decided yet.
pub(in crate::pages::admin) fn awaits_decision(stored: &StoredEdition, today: jiff::civil::Date) -> bool {
    matches!(stored.edition.state(), EditionState::Open | EditionState::SignupClosed)
        && stored.edition.last_signup_day().is_some_and(|last| last < today)
}

fn people(cx: &Member, stored: &StoredEdition) -> Markup {
    let (lang, id) = (cx.lang, stored.id.to_string());
    let role = cx.proof.role;
    html! {
        (parts::seat_meter(lang, stored))
        @if SeeParticipants::allows(role) {
            p { a href=(href(cx, PARTICIPANTS, &[&id])) { (t::admin_edition_see_participants(lang)) } }
            p { a href=(href(cx, CASES, &[&id])) { (t::admin_edition_see_cases(lang)) } }
        }
        @if ManageCourses::allows(role) && stored.edition.state().is_live() {
            p { a href=(href(cx, DESK, &[&id])) { (t::admin_desk_title(lang)) } }
        }
    }
}

/// A button for each step the edition can take. What concerns participants or cannot be undone leads to a page that asks; the rest is done at once. What cannot
/// be done now says why.
fn steps(cx: &Member, stored: &StoredEdition) -> Markup {
    let lang = cx.lang;
    let steps: Vec<EditionStep> = stored.edition.state().steps().collect();
    html! {
        @if steps.is_empty() { p { (t::admin_edition_decide_none(lang)) } }
        @else { (stack(&steps.into_iter().map(|step| one_step(cx, stored, step)).collect::<Vec<_>>())) }
    }
}

fn one_step(cx: &Member, stored: &StoredEdition, step: EditionStep) -> Markup {
    let (lang, id) = (cx.lang, stored.id.to_string());
    let to = [id.as_str(), step.as_str()];
    // Asked of the model with any reason at all: whether one is needed is told where it can be given.
    let reason = Line::parse(step.as_str()).ok();
    let now = Circumstances {
        today: cx.app.clock.today(),
        seats_held: stored.seats_held,
        reason,
    };
    let refusal = stored.edition.clone().take(step, &now).err();
    let button = html! {
        @if refusal.is_some() { (Button::secondary(words::edition_step(lang, step)).disabled(true)) }
        @else if asks(step) { (link_button(words::edition_step(lang, step), &href(cx, EDITION_STEP, &to), is_main(step))) }
        @else { (parts::form(cx, EDITION_STEP, &to).body(&html! { (step_button(lang, step)) })) }
    };
    let hint = refusal.map_or_else(
        || words::edition_step_means(lang, step).to_owned(),
        |refusal| words::edition_refusal(lang, &refusal),
    );
    html! { div { (button) span class="form-hint" { (hint) } } }
}

/// Whether a page asks first.
pub(super) const fn asks(step: EditionStep) -> bool {
    matches!(
        step,
        EditionStep::Confirm | EditionStep::Unconfirm | EditionStep::Cancel | EditionStep::Move
    )
}

/// Whether it is the way ahead.
const fn is_main(step: EditionStep) -> bool {
    matches!(step, EditionStep::Open | EditionStep::Confirm | EditionStep::Hold)
}

/// The button that takes a step; what cannot be undone asks once more.
pub(super) fn step_button(lang: Lang, step: EditionStep) -> Button {
    let text = words::edition_step(lang, step);
    match step {
        EditionStep::Cancel | EditionStep::Move => Button::danger(
            text,
            Confirm::new(lang, t::admin_edition_sure(lang), words::edition_step_means(lang, step)),
        ),
        step if is_main(step) => Button::primary(text),
        _ => Button::secondary(text),
    }
}

fn facts(cx: &Member, stored: &StoredEdition, course: &Course, moved_to: Option<EditionId>) -> Markup {
    let lang = cx.lang;
    let plan = stored.edition.plan();
    let today = cx.app.clock.today();
    let manages = ManageCourses::allows(cx.proof.role);
    let course_id = stored.course_id.to_string();
    let title = html! {
        @if manages { a href=(href(cx, COURSE, &[&course_id])) { (course.title.get(lang)) } } @else { (course.title.get(lang)) }
    };
    let public = PublicStatus::of(&stored.edition, stored.seats_held, today);
    let public = html! {
        @match public {
            Some(status) => (wording::status(lang, status)),
            None => (t::admin_edition_fact_public_nothing(lang)),
        }
        @if manages { br; a href=(href(cx, COURSE_PREVIEW, &[&course_id])) { (t::admin_edition_see_public(lang)) } }
    };
    let mut facts = vec![
        Definition::new(t::admin_edition_fact_course(lang), title),
        Definition::text(t::admin_edition_fact_when(lang), &wording::when(lang, &plan.when)),
        Definition::text(t::admin_edition_fact_where(lang), &wording::place(lang, plan)),
    ];
    if let Some(day) = stored.edition.last_signup_day() {
        facts.push(Definition::text(
            t::admin_edition_fact_deadline(lang),
            &format::weekday_date(lang, day),
        ));
    }
    facts.push(Definition::text(
        t::admin_edition_fact_price(lang),
        &wording::price(lang, plan.price),
    ));
    facts.push(Definition::new(t::admin_edition_fact_public(lang), public));
    if let Some(reason) = &stored.reason {
        facts.push(Definition::text(t::admin_edition_reason_given(lang), reason));
    }
    if let Some(target) = moved_to {
        let link = html! { a href=(href(cx, EDITION, &[&target.to_string()])) { (t::admin_edition_moved_to(lang)) } };
        facts.push(Definition::new(t::admin_edition_moved_to(lang), link));
    }
    definitions(&facts)
}
