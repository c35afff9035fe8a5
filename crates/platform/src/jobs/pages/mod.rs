//! The operator's view of the queue: how much waits where, and the jobs that were given up, to try again or discard.

mod act;
mod show;

use texts::Lang;

use super::Queue;
use crate::t;
use crate::web::{Audience, NavItem, OperatorOnly, Paths, Route, get, post};

/// Queues, and the jobs that were given up.
pub const JOBS: Paths = Paths::new("/drift/job", "/en/operations/jobs");
/// Trying one again.
pub const JOB_RETRY: Paths = Paths::new("/drift/job/igen", "/en/operations/jobs/retry");
/// Discarding one.
pub const JOB_DISCARD: Paths = Paths::new("/drift/job/kasser", "/en/operations/jobs/discard");

/// The pages' routes.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get(JOBS, OperatorOnly, show::show),
        post(JOB_RETRY, OperatorOnly, act::retry),
        post(JOB_DISCARD, OperatorOnly, act::discard),
    ]
}

/// The entry in the operator's menu.
#[must_use]
pub fn navigation() -> Vec<NavItem> {
    vec![NavItem {
        paths: JOBS,
        label: t::jobs_title,
        audience: Audience::Operators,
        exact: true,
    }]
}

fn queue_name(lang: Lang, queue: Queue) -> &'static str {
    match queue {
        Queue::Events => t::jobs_queue_events(lang),
        Queue::Mail => t::jobs_queue_mail(lang),
        Queue::Documents => t::jobs_queue_documents(lang),
        Queue::Compute => t::jobs_queue_compute(lang),
        Queue::Housekeeping => t::jobs_queue_housekeeping(lang),
    }
}

crate::action_words!(|lang, code| match code {
    "job.retried" => Some(t::jobs_log_retried(lang)),
    "job.discarded" => Some(t::jobs_log_discarded(lang)),
    _ => None,
});
