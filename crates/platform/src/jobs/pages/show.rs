//! Queues and given-up jobs on one page.

use maud::{Markup, html};
use texts::format;
use ui::{Button, Column, Confirm, Form, Href, Icon, Level, Table, hidden};

use super::{JOB_DISCARD, JOB_RETRY, JOBS, queue_name};
use crate::jobs::{JobRow, QueueDepth, State, depths_across_organisations, list_across_organisations};
use crate::mail::{self, Unsent};
use crate::t;
use crate::web::{Answer, Core, Cx, Operator};

/// Jobs on a page.
const SHOWN: u16 = 50;

pub(super) async fn show(cx: Cx<Operator>) -> Answer {
    let (lang, db) = (cx.lang, &cx.app.db);
    let depths = depths_across_organisations(db, &cx.app.clock).await?;
    let unsent = mail::unsent_across_organisations(db).await?;
    let after = cx.query.get("efter").parse().ok();
    let mut dead = list_across_organisations(db, State::Dead, after, SHOWN + 1).await?;
    let has_more = dead.len() > usize::from(SHOWN);
    dead.truncate(usize::from(SHOWN));
    let older = dead
        .last()
        .filter(|_| has_more)
        .map(|last| Href::local(JOBS.url(lang, &[])).query("efter", last.id));
    let body = html! {
        (ui::section(Level::Two, "koer", t::jobs_queues(lang), &html! { (queues(&cx, &depths)) (mails(&cx, unsent)) }))
        (ui::section(Level::Two, "opgivet", t::jobs_dead_title(lang), &given_up(&cx, &dead)))
        @if let Some(older) = older { p { a href=(older) rel="next" { (t::jobs_older(lang)) } } }
    };
    Ok(cx.page(&ui::Page::new(t::jobs_title(lang), body).lead(t::jobs_lead(lang)).wide().noindex()))
}

fn queues(core: &Core, depths: &[QueueDepth]) -> Markup {
    let lang = core.lang;
    let now = core.app.clock.now();
    let columns = [
        Column::text(t::jobs_queue(lang)),
        Column::number(t::jobs_waiting(lang)),
        Column::number(t::jobs_due(lang)),
        Column::number(t::jobs_running(lang)),
        Column::number(t::jobs_dead(lang)),
        Column::text(t::jobs_oldest(lang)),
    ];
    let rows = depths.iter().map(|depth| {
        let number = |count: i64| html! { (format::number(lang, count)) };
        let oldest = now.checked_sub(depth.oldest_age).unwrap_or(now);
        [
            html! { (queue_name(lang, depth.queue)) },
            number(depth.waiting),
            number(depth.due),
            number(depth.running),
            number(depth.dead),
            html! { @if depth.due > 0 { (format::relative(lang, now, oldest)) } @else { "–" } },
        ]
    });
    Table::new(lang, t::jobs_queues(lang), columns).caption_hidden().rows(rows).render()
}

fn mails(core: &Core, unsent: Unsent) -> Markup {
    html! { p { (t::jobs_mails(core.lang, unsent.queued + unsent.sending, unsent.dead)) } }
}

fn given_up(core: &Core, dead: &[JobRow]) -> Markup {
    let lang = core.lang;
    if dead.is_empty() {
        return ui::empty_state(
            Level::Three,
            Icon::Success,
            t::jobs_empty_title(lang),
            t::jobs_empty_text(lang),
            None,
        );
    }
    let columns = [
        Column::text(t::jobs_kind(lang)),
        Column::text(t::jobs_reason(lang)),
        Column::number(t::jobs_attempts(lang)),
        Column::text(t::jobs_since(lang)),
        Column::actions(t::jobs_actions(lang)),
    ];
    let now = core.app.clock.now();
    let rows = dead.iter().map(|job| {
        let since = job.finished_at.unwrap_or(job.created_at);
        [
            html! { code { (job.kind) } },
            html! { (job.last_error.as_deref().unwrap_or("–")) },
            html! { (job.attempts) },
            html! { (format::relative(lang, now, since)) },
            actions(core, job),
        ]
    });
    Table::new(lang, t::jobs_dead_title(lang), columns)
        .caption_hidden()
        .rows(rows)
        .render()
}

fn actions(core: &Core, job: &JobRow) -> Markup {
    let lang = core.lang;
    let form = |paths: crate::web::Paths, button: &Button| {
        Form::post(Href::local(paths.url(lang, &[])), core.form_token()).body(&html! { (hidden("job", &job.id.to_string())) (button) })
    };
    let sure = Confirm::new(lang, t::jobs_discard_question(lang), t::jobs_discard_consequence(lang));
    html! {
        (form(JOB_RETRY, &Button::secondary(t::jobs_retry(lang)).about(&job.kind)))
        (form(JOB_DISCARD, &Button::danger(t::jobs_discard(lang), sure).about(&job.kind)))
    }
}
