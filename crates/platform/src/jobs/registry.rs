//! Who does which kind of job, put together by the program from what rooms bring.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use jiff::Timestamp;

use super::enqueue::Prepared;
use super::{Every, Job, JobError};
use crate::OrgScope;

type Work = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send>>;

type Run<C> = Box<dyn Fn(C, Option<OrgScope>, &str) -> Work + Send + Sync>;

/// All handlers and schedules of the program.
pub struct Registry<C = crate::App> {
    handlers: BTreeMap<&'static str, Handler<C>>,
    schedules: Vec<Scheduled>,
}

pub(super) struct Handler<C> {
    pub(super) limit: Duration,
    run: Run<C>,
}

pub(super) struct Scheduled {
    pub(super) kind: &'static str,
    pub(super) every: Every,
    pub(super) make: Box<dyn Fn(Timestamp) -> Prepared + Send + Sync>,
}

impl<C> Default for Registry<C> {
    fn default() -> Self {
        Self {
            handlers: BTreeMap::new(),
            schedules: Vec::new(),
        }
    }
}

impl<C> std::fmt::Debug for Registry<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.handlers.keys()).finish()
    }
}

impl<C: Send + 'static> Registry<C> {
    /// Nobody does anything yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says who does jobs of kind `J`, usually an `async fn(App, J) -> Result<(), JobError>`: `registry.on(send_mail)`.
    ///
    /// # Panics
    /// If somebody else does them already: a mistake in how the program is put together, found at start.
    pub fn on<J, F, Fut>(&mut self, handler: F)
    where
        J: Job,
        F: Fn(C, J) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        self.insert::<J>(Box::new(move |context, _, payload| match serde_json::from_str(payload) {
            Ok(job) => Box::pin(handler(context, job)),
            Err(_) => refuse("the payload is not understood"),
        }));
    }

    /// Like [`Registry::on`], for jobs of an organisation: the handler gets the scope that the job was enqueued with.
    ///
    /// # Panics
    /// As [`Registry::on`].
    pub fn on_scoped<J, F, Fut>(&mut self, handler: F)
    where
        J: Job,
        F: Fn(C, OrgScope, J) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        self.insert::<J>(Box::new(move |context, scope, payload| {
            match (scope, serde_json::from_str(payload)) {
                (Some(scope), Ok(job)) => Box::pin(handler(context, scope, job)),
                (None, _) => refuse("the job belongs to no organisation"),
                (_, Err(_)) => refuse("the payload is not understood"),
            }
        }));
    }

    /// Enqueues a job for every occurrence of a schedule, once. `make` is told which occurrence it is.
    ///
    /// # Panics
    /// If there is a schedule for this kind already.
    pub fn schedule<J: Job>(&mut self, every: Every, make: impl Fn(Timestamp) -> J + Send + Sync + 'static) {
        assert!(
            self.schedules.iter().all(|other| other.kind != J::KIND),
            "two schedules for jobs of kind {}",
            J::KIND
        );
        let make = move |occurrence| Prepared::occurrence(&make(occurrence), occurrence);
        self.schedules.push(Scheduled {
            kind: J::KIND,
            every,
            make: Box::new(make),
        });
    }

    /// The kinds somebody does, for the operator's page and for tests.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.handlers.keys().copied()
    }

    fn insert<J: Job>(&mut self, run: Run<C>) {
        let before = self.handlers.insert(J::KIND, Handler { limit: J::TIME_LIMIT, run });
        assert!(before.is_none(), "two handlers for jobs of kind {}", J::KIND);
    }

    pub(super) fn handler(&self, kind: &str) -> Option<&Handler<C>> {
        self.handlers.get(kind)
    }

    pub(super) fn schedules(&self) -> &[Scheduled] {
        &self.schedules
    }
}

impl<C> Handler<C> {
    pub(super) fn start(&self, context: C, scope: Option<OrgScope>, payload: &str) -> Work {
        (self.run)(context, scope, payload)
    }
}

fn refuse(reason: &'static str) -> Work {
    Box::pin(std::future::ready(Err(JobError::dead(reason))))
}
