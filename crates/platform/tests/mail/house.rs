//! A program that has only mail.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use db::{Db, sql};
use jiff::{SignedDuration, Timestamp};
use platform::jobs::{self, JobRow, Registry, State};
use platform::mail::{self, Letter, MailId, Message, Sender, Transport, mailbox};
use platform::organisation::OrganisationId;
use platform::values::Email;
use platform::{Clock, OrgScope, Random};
use texts::Lang;

#[derive(Clone)]
pub(crate) struct House {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    transport: Transport,
}

impl jobs::Context for House {
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

impl mail::Context for House {
    fn sender(&self) -> Sender {
        Sender::parse("Inddrag <noreply@inddrag.example>").unwrap()
    }

    fn transport(&self) -> &Transport {
        &self.transport
    }
}

impl House {
    pub(crate) fn new(db: Db, transport: Transport) -> Self {
        let start: Timestamp = "2026-10-20T08:00:00Z".parse().unwrap();
        Self {
            db,
            clock: Clock::standing_at(start),
            random: Random::system(),
            transport,
        }
    }

    /// The same database, another way out: a process with other settings.
    pub(crate) fn with(&self, transport: Transport) -> Self {
        Self { transport, ..self.clone() }
    }

    pub(crate) async fn enqueue(&self, scope: Option<OrgScope>, event: &str, message: Message) -> MailId {
        let mut tx = self.db.begin().await.unwrap();
        let id = mail::enqueue(&mut tx, self, scope, event, message).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn run_due(&self) -> jobs::Ran {
        jobs::run_due(self, &registry()).await.unwrap()
    }

    pub(crate) fn after(&self, time: SignedDuration) {
        self.clock.advance(time);
    }

    pub(crate) async fn jobs(&self, state: State) -> Vec<JobRow> {
        let rows = jobs::list_across_organisations(&self.db, state, None, 1000).await.unwrap();
        rows.into_iter().filter(|row| row.kind == "mail.send").collect()
    }

    pub(crate) async fn last_error(&self, state: State) -> String {
        self.jobs(state).await[0].last_error.clone().unwrap_or_default()
    }

    pub(crate) async fn execute(&self, statement: db::Statement) -> u64 {
        let mut tx = self.db.begin().await.unwrap();
        let rows = statement.execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        rows
    }

    pub(crate) async fn organisation(&self, slug: &str) -> OrgScope {
        let id = OrganisationId::from_uuid(self.random.id(self.clock.now()));
        let insert = sql!(
            "INSERT INTO organisation (id, slug, name, contact_email, is_default, created_at) VALUES ($1, $2, $2, 'a@b.example', FALSE, 0)"
        );
        self.execute(insert.bind(id).bind(slug)).await;
        OrgScope::of_job(id)
    }
}

pub(crate) fn registry() -> Registry<House> {
    let mut registry = Registry::new();
    mail::register(&mut registry);
    registry
}

pub(crate) fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

/// A short letter to Anne.
pub(crate) fn letter(subject: &str) -> Message {
    Letter::new(Lang::Da, subject)
        .dear("Anne Holm")
        .paragraph("Du er tilmeldt kurset på Fanø.")
        .to(email("anne@nordby.example"))
}

/// A folder of a test's own, gone with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("inddrag-mail-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn transport(&self) -> Transport {
        Transport::folder(self.0.clone())
    }

    pub(crate) fn mails(&self) -> Vec<mailbox::Opened> {
        let entries = mailbox::list(&self.0).unwrap();
        entries
            .into_iter()
            .map(|entry| mailbox::read(&self.0, &entry.id).unwrap().unwrap())
            .collect()
    }

    /// The bytes of the only mail.
    pub(crate) fn only(&self) -> Vec<u8> {
        let files: Vec<_> = std::fs::read_dir(&self.0).unwrap().map(|file| file.unwrap().path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        std::fs::read(&files[0]).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // a leftover does no harm
    }
}
