//! Asking for work, inside the transaction that causes it: either both happen or neither.

use jiff::Timestamp;

use super::{Context, Job, JobId, Queue, bell, store};
use crate::{Clock, OrgScope, Random};

/// When a job may start, and what counts as the same work.
#[derive(Debug, Clone, Default)]
pub struct EnqueueOptions {
    /// Not before this instant; `None`: at once.
    pub run_at: Option<Timestamp>,
    /// Work that is the same work. While a job with this key is waiting, asking again changes nothing. While one is running, asking again makes it run once more
    /// afterwards, because it may already have read what has changed since. Keys of different organisations and kinds never meet.
    pub dedup_key: Option<String>,
}

impl EnqueueOptions {
    /// Not before `at`.
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self {
            run_at: Some(at),
            dedup_key: None,
        }
    }

    /// Once among unfinished jobs.
    #[must_use]
    pub fn once(key: impl Into<String>) -> Self {
        Self {
            run_at: None,
            dedup_key: Some(key.into()),
        }
    }
}

/// Enqueues a job. `None` as organisation is work of the installation itself. Answers the job's id, which is that of the waiting job if the key was there already.
///
/// # Errors
/// As the database's; then the transaction is over.
pub async fn enqueue<J: Job>(
    tx: &mut db::Tx,
    clock: &Clock,
    random: &Random,
    organisation: Option<OrgScope>,
    job: J,
    options: EnqueueOptions,
) -> Result<JobId, db::Error> {
    insert(tx, clock, random, organisation, &Prepared::new(&job), options).await
}

/// A job whose type is forgotten, so that schedules of different types can stand in one list.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    pub(super) kind: &'static str,
    pub(super) queue: Queue,
    pub(super) max_attempts: u16,
    pub(super) payload: String,
    occurrence: Option<Timestamp>,
}

impl Prepared {
    fn new<J: Job>(job: &J) -> Self {
        let payload = serde_json::to_string(job).expect("a job is a plain value with text keys, which can always be written as JSON");
        Self {
            kind: J::KIND,
            queue: J::QUEUE,
            max_attempts: J::MAX_ATTEMPTS,
            payload,
            occurrence: None,
        }
    }

    pub(super) fn occurrence<J: Job>(job: &J, at: Timestamp) -> Self {
        Self {
            occurrence: Some(at),
            ..Self::new(job)
        }
    }
}

/// Enqueues an occurrence of a schedule.
pub(super) async fn prepared<C: Context>(tx: &mut db::Tx, context: &C, job: Prepared) -> Result<(), db::Error> {
    let options = EnqueueOptions {
        run_at: job.occurrence,
        dedup_key: job.occurrence.map(|at| at.to_string()),
    };
    insert(tx, context.clock(), context.random(), None, &job, options).await.map(drop)
}

async fn insert(
    tx: &mut db::Tx,
    clock: &Clock,
    random: &Random,
    organisation: Option<OrgScope>,
    job: &Prepared,
    options: EnqueueOptions,
) -> Result<JobId, db::Error> {
    let now = clock.now();
    let owner = organisation.map_or_else(String::new, |scope| scope.id().to_string());
    let row = store::NewJob {
        id: JobId::from_uuid(random.id(now)),
        organisation,
        run_at: options.run_at.unwrap_or(now),
        dedup_key: options.dedup_key.map(|key| format!("{owner}/{}/{key}", job.kind)),
        created_at: now,
    };
    let id = store::insert(tx, job, row).await?;
    bell::ring_after(tx).await?;
    Ok(id)
}
