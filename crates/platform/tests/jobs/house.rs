//! A program as small as the queue can be happy with, and jobs that write down what became of them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::{Db, sql};
use jiff::{SignedDuration, Timestamp};
use platform::jobs::{self, Context, EnqueueOptions, Job, JobError, Queue, Registry, State};
use platform::organisation::OrganisationId;
use platform::{Clock, OrgScope, Random};
use serde::{Deserialize, Serialize};

/// A process: database, clock, chance, and a notebook that jobs write in.
#[derive(Clone)]
pub(crate) struct House {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    notes: Arc<Mutex<Vec<String>>>,
}

impl Context for House {
    fn db(&self) -> &Db {
        &self.db
    }

    fn clock(&self) -> &Clock {
        &self.clock
    }

    fn random(&self) -> &Random {
        &self.random
    }
}

impl House {
    pub(crate) fn new(db: Db) -> Self {
        let start: Timestamp = "2026-10-20T08:00:00Z".parse().unwrap();
        Self {
            db,
            clock: Clock::standing_at(start),
            random: Random::system(),
            notes: Arc::default(),
        }
    }

    pub(crate) fn note(&self, text: impl Into<String>) {
        self.notes.lock().unwrap().push(text.into());
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        self.notes.lock().unwrap().clone()
    }

    /// Lets the clock run on.
    pub(crate) fn after(&self, time: SignedDuration) {
        self.clock.advance(time);
    }

    /// Enqueues in a transaction of its own.
    pub(crate) async fn enqueue(&self, job: impl Job, options: EnqueueOptions) {
        self.enqueue_for(None, job, options).await;
    }

    pub(crate) async fn enqueue_for(&self, scope: Option<OrgScope>, job: impl Job, options: EnqueueOptions) {
        let mut tx = self.db.begin().await.unwrap();
        jobs::enqueue(&mut tx, &self.clock, &self.random, scope, job, options)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn run_due(&self, registry: &Registry<House>) -> jobs::Ran {
        jobs::run_due(self, registry).await.unwrap()
    }

    pub(crate) async fn in_state(&self, state: State) -> Vec<jobs::JobRow> {
        jobs::list_across_organisations(&self.db, state, None, 1000).await.unwrap()
    }

    /// Waits until `enough` notes are written.
    pub(crate) async fn wait_for_notes(&self, enough: usize) {
        let waited = tokio::time::timeout(Duration::from_secs(30), async {
            while self.notes.lock().unwrap().len() < enough {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        assert!(
            waited.await.is_ok(),
            "only {} of {enough} notes after 30 seconds",
            self.notes().len()
        );
    }

    pub(crate) async fn organisation(&self, slug: &str) -> OrgScope {
        let id = OrganisationId::from_uuid(self.random.id(self.clock.now()));
        let mut tx = self.db.begin().await.unwrap();
        sql!(
            "INSERT INTO organisation (id, slug, name, contact_email, is_default, created_at) VALUES ($1, $2, $2, 'a@b.example', FALSE, 0)"
        )
        .bind(id)
        .bind(slug)
        .execute(&mut tx)
        .await
        .unwrap();
        tx.commit().await.unwrap();
        OrgScope::of_job(id)
    }
}

/// Writes its text into the notebook.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Note(pub(crate) String);

impl Job for Note {
    const KIND: &'static str = "test.note";
    const QUEUE: Queue = Queue::Mail;
    const MAX_ATTEMPTS: u16 = 3;
}

pub(crate) fn note(text: &str) -> Note {
    Note(text.to_owned())
}

/// A registry whose notes are written down.
pub(crate) fn registry() -> Registry<House> {
    let mut registry = Registry::new();
    registry.on(write);
    registry
}

async fn write(house: House, note: Note) -> Result<(), JobError> {
    house.note(note.0);
    Ok(())
}
