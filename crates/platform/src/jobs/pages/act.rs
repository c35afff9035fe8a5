//! What the operator does with a job that was given up. Both are written in the installation's log.

use serde_json::json;

use super::JOBS;
use crate::audit::{self, Actor, Event};
use crate::jobs::{JobId, discard_across_organisations, retry_across_organisations};
use crate::t;
use crate::web::{Answer, Cx, Error, Operator, redirect_with_notice};

pub(super) async fn retry(cx: Cx<Operator>) -> Answer {
    let (app, id) = (&cx.app, job(&cx)?);
    let mut tx = app.db.begin().await?;
    let done = retry_across_organisations(&mut tx, &app.clock, id).await?;
    if done {
        audit::record(&mut tx, app.clock.now(), None, event(&cx, "job.retried", id)).await?;
    }
    tx.commit().await?;
    Ok(back(
        &cx,
        if done {
            t::jobs_retried(cx.lang)
        } else {
            t::jobs_not_retried(cx.lang)
        },
    ))
}

pub(super) async fn discard(cx: Cx<Operator>) -> Answer {
    let (app, id) = (&cx.app, job(&cx)?);
    let mut tx = app.db.begin().await?;
    let done = discard_across_organisations(&mut tx, id).await?;
    if done {
        audit::record(&mut tx, app.clock.now(), None, event(&cx, "job.discarded", id)).await?;
    }
    tx.commit().await?;
    Ok(back(
        &cx,
        if done {
            t::jobs_discarded(cx.lang)
        } else {
            t::jobs_not_discarded(cx.lang)
        },
    ))
}

fn job(cx: &Cx<Operator>) -> Result<JobId, Error> {
    cx.form.get("job").parse().map_err(|_| Error::NotFound)
}

fn event(cx: &Cx<Operator>, action: &'static str, id: JobId) -> Event<'static> {
    Event {
        actor: Actor::Account(cx.proof.account),
        action,
        object_kind: "job",
        object_id: Some(id.as_uuid()),
        details: json!({}),
    }
}

fn back(cx: &Cx<Operator>, notice: &str) -> crate::web::Response {
    redirect_with_notice(cx, &JOBS.url(cx.lang, &[]), notice)
}
