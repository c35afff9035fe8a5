//! Taking a step with an edition: a page that says what it means, then the step.

use maud::{Markup, html};
use platform::values::Line;
use platform::web::{Answer, Check, Error, Response, redirect_with_notice};
use ui::{Alert, Choice, Crumb, Errors, Mood, Page, Select, Textarea, error_summary, link_button};

use super::find;
use super::show::{asks, proposal_text, step_button};
use crate::actions::decide_edition::{self, Decision, Refusal};
use crate::model::{Course, Days, EditionId, EditionRefusal, EditionStep, Seats};
use crate::pages::admin::parts::{self, Manager, count, href, url};
use crate::pages::admin::paths::{EDITION, EDITION_NEW, EDITION_STEP, EDITIONS};
use crate::pages::admin::words;
use crate::store::editions::{self, StoredEdition};
use crate::t;

const REASON: &str = "reason";
const TARGET: &str = "target";

/// What the page of a step shows.
struct Asked {
    step: EditionStep,
    stored: StoredEdition,
    course: Course,
    /// Where participants could be moved.
    targets: Vec<StoredEdition>,
}

pub(super) async fn ask(cx: Manager) -> Answer {
    let asked = asked(&cx).await?;
    Ok(cx.page(&page(&cx, &asked, &Errors::default())))
}

pub(super) async fn take(cx: Manager) -> Answer {
    let (lang, asked) = (cx.lang, asked(&cx).await?);
    let mut check = Check::new(&cx.form, lang);
    let reason = check.optional(REASON, Line::parse);
    let target = cx
        .form
        .get(TARGET)
        .parse()
        .ok()
        .filter(|target| asked.targets.iter().any(|one| one.id == *target));
    let reason = match check.finish(reason) {
        Ok(reason) => reason,
        Err(errors) => return Ok(refused(&cx, &asked, &errors)),
    };
    let decision = Decision {
        step: asked.step,
        reason,
        target,
    };
    match decide_edition::decide(&cx.app, &cx.proof, asked.stored.id, &decision).await? {
        Ok(decided) => {
            let step = words::edition_step(lang, asked.step);
            let notice = if decided.told == 0 {
                t::admin_edition_done(lang, step)
            } else {
                t::admin_edition_done_told(lang, count(decided.told), step)
            };
            Ok(redirect_with_notice(
                &cx,
                &url(&cx, EDITION, &[&asked.stored.id.to_string()]),
                &notice,
            ))
        }
        Err(refusal) => {
            let (field, text) = refusal_words(&cx, &refusal);
            Ok(refused(&cx, &asked, &[(field, text)].into_iter().collect()))
        }
    }
}

async fn asked(cx: &Manager) -> Result<Asked, Error> {
    let step: EditionStep = cx.param("step").parse().map_err(|_| Error::NotFound)?;
    let id: EditionId = cx.id("edition")?;
    let (stored, course) = find(&cx.app, &cx.proof, id).await?;
    let today = cx.app.clock.today();
    let all = if step == EditionStep::Move {
        editions::all(&cx.app.db, cx.proof.scope).await?
    } else {
        Vec::new()
    };
    let targets = all
        .into_iter()
        .filter(|target| decide_edition::can_take_over(&stored, target, today))
        .collect();
    Ok(Asked {
        step,
        stored,
        course,
        targets,
    })
}

/// The field a refusal concerns, and its words.
fn refusal_words(cx: &Manager, refusal: &Refusal) -> (&'static str, String) {
    match refusal {
        Refusal::Edition(refusal @ EditionRefusal::ReasonNeeded) => (REASON, words::edition_refusal(cx.lang, refusal)),
        Refusal::Edition(refusal) => ("", words::edition_refusal(cx.lang, refusal)),
        Refusal::NoTarget => (TARGET, t::admin_edition_target_missing(cx.lang).to_owned()),
        Refusal::TargetFull { needed, left } => (TARGET, t::admin_edition_target_full(cx.lang, i64::from(*needed), i64::from(*left))),
    }
}

fn refused(cx: &Manager, asked: &Asked, errors: &Errors) -> Response {
    cx.page_with_mistakes(page(cx, asked, errors))
}

fn page(cx: &Manager, asked: &Asked, errors: &Errors) -> Page {
    let (lang, step, id) = (cx.lang, asked.step, asked.stored.id.to_string());
    let back = link_button(t::admin_cancel(lang), &href(cx, EDITION, &[&id]), false);
    let fields = html! {
        @if step == EditionStep::Move { (targets(cx, asked, errors)) }
        @if asks(step) && step != EditionStep::Move { (reason(cx, asked, errors)) }
        div class="button-group" { (step_button(lang, step)) (back) }
    };
    let body = html! {
        (error_summary(lang, errors))
        (Alert::new(Mood::Info, html! { (words::edition_step_means(lang, step)) }).render(lang))
        (parts::seat_meter(lang, &asked.stored))
        @if step == EditionStep::Confirm { p { (proposal_text(lang, &asked.stored)) } }
        (parts::form(cx, EDITION_STEP, &[&id, step.as_str()]).body(&fields))
    };
    let way = [
        Crumb::new(t::admin_nav_editions(lang), href(cx, EDITIONS, &[])),
        Crumb::new(
            format!(
                "{}, {}",
                asked.course.title.get(lang),
                parts::when(lang, &asked.stored.edition.plan().when)
            ),
            href(cx, EDITION, &[&id]),
        ),
    ];
    Page::new(words::edition_step(lang, step), body)
        .crumbs(parts::crumbs(cx, way))
        .noindex()
}

fn reason(cx: &Manager, asked: &Asked, errors: &Errors) -> Markup {
    let lang = cx.lang;
    let field = Textarea::new(lang, REASON, t::admin_edition_reason(lang))
        .rows(3)
        .limit(500)
        .value(cx.form.get(REASON))
        .error(errors.get(REASON));
    let enough = asked.stored.seats_held >= asked.stored.edition.plan().min_seats;
    // Only running with fewer than the minimum needs explaining.
    html! { @if asked.step != EditionStep::Confirm || !enough { (field.hint(t::admin_edition_reason_hint(lang))) } }
}

fn targets(cx: &Manager, asked: &Asked, errors: &Errors) -> Markup {
    let lang = cx.lang;
    if asked.targets.is_empty() {
        let plan = href(cx, EDITION_NEW, &[]).query("course", asked.stored.course_id);
        return html! {
            (ui::alert(lang, Mood::Warning, t::admin_edition_target_none(lang)))
            p { a href=(plan) { (t::admin_edition_new(lang)) } }
        };
    }
    let choices = asked.targets.iter().map(|target| {
        let plan = target.edition.plan();
        let left = plan.capacity.map_or(0, |capacity| Seats::new(capacity, target.seats_held).left());
        let when = plan
            .days()
            .map_or_else(String::new, |days: &Days| texts::format::date_span(lang, days.first(), days.last()));
        Choice::new(target.id.to_string(), t::admin_edition_target_seats(lang, i64::from(left), when))
    });
    html! { (Select::new(lang, TARGET, t::admin_edition_target(lang), choices).value(cx.form.get(TARGET)).error(errors.get(TARGET))) }
}
