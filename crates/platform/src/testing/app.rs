//! Starting the program.

use std::collections::{BTreeMap, HashSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use db::testing::TestDatabase;
use db::{Db, Engine};
use jiff::SignedDuration;
use texts::Lang;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::{Browser, Mail};
use crate::app::Parts;
use crate::config::Config;
use crate::jobs::{self, Registry};
use crate::limits::FloodGuard;
use crate::live::Hub;
use crate::mail::mailbox;
use crate::observe::Metrics;
use crate::people::admin::{self, NewOrganisation};
use crate::people::{Account, Role};
use crate::values::{Email, Line, PersonName, Slug};
use crate::web::{Navigation, Paths, Route, server};
use crate::{App, Clock, Keys, OrgScope, Random, Room};

/// When every story begins: a Monday morning in Denmark.
const START: &str = "2026-11-02T08:00:00Z";

/// What a test wants of the program before it starts.
pub struct Builder {
    rooms: Vec<Room>,
    settings: BTreeMap<&'static str, String>,
    search: Option<Paths>,
    is_empty: bool,
}

/// The program, running.
pub struct TestApp {
    /// What requests and jobs use.
    pub app: App,
    /// Where it listens, as people would type it: `http://localhost:1234`.
    pub base_url: String,
    /// Its clock; [`Clock::advance`] turns it.
    pub clock: Clock,
    /// Its database.
    pub db: Db,
    /// The organisation it begins with: Kursushuset, `kursushuset` in addresses.
    pub scope: OrgScope,
    /// Every route it answers.
    pub routes: Vec<Route>,
    address: SocketAddr,
    registry: Arc<Registry<App>>,
    read: Mutex<HashSet<String>>,
    server: JoinHandle<()>,
    _folder: Folder,
    _database: TestDatabase,
}

impl TestApp {
    /// The platform with one organisation and nobody in it; `None` where the engine is not installed.
    pub async fn start(engine: Engine) -> Option<Self> {
        Self::builder().start(engine).await
    }

    /// Begins to say what the program shall be like.
    #[must_use]
    pub fn builder() -> Builder {
        Builder {
            rooms: Vec::new(),
            settings: BTreeMap::new(),
            search: None,
            is_empty: false,
        }
    }

    /// A browser that has never been here.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(&self.base_url, self.address)
    }

    /// An account, made if there is none.
    pub async fn account(&self, email: &str, name: &str) -> Account {
        let (email, name) = (self.email(email), PersonName::parse(name).expect("a name"));
        admin::add_account(&self.app, &email, &name, Lang::Da).await.expect("an account")
    }

    /// A browser signed in as a member of the organisation, who is made if there is none.
    pub async fn member(&self, email: &str, name: &str, role: Role) -> Browser {
        self.account(email, name).await;
        admin::add_member(&self.app, "kursushuset", &self.email(email), role)
            .await
            .expect("a member");
        self.sign_in(email).await
    }

    /// One more organisation.
    pub async fn organisation(&self, slug: &str, name: &str) -> OrgScope {
        let new = NewOrganisation {
            slug: Slug::parse(slug).expect("a name for addresses"),
            name: Line::parse(name).expect("a name"),
            contact: self.email(&format!("kontakt@{slug}.example")),
            domain: None,
        };
        OrgScope::of_job(admin::add_organisation(&self.app, new).await.expect("an organisation"))
    }

    /// A new browser, signed in to an account that exists.
    pub async fn sign_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        self.sign_in_with(&browser, email).await;
        browser
    }

    /// Signs a browser in with a link made at the command line.
    pub async fn sign_in_with(&self, browser: &Browser, email: &str) {
        let link = admin::sign_in_link(&self.app, &self.email(email), "/profil").await.expect("a link");
        let page = browser.get(&link).await.is(200);
        browser.send(&page.only_form("/link/"), &[]).await.redirects_to("/profil");
    }

    /// Does all background work that is due.
    pub async fn run_jobs(&self) {
        jobs::run_due(&self.app, &self.registry).await.expect("the queue can be worked off");
    }

    /// Turns the clock and does what has become due.
    pub async fn later(&self, by: SignedDuration) {
        self.clock.advance(by);
        self.run_jobs().await;
    }

    /// Every mail that has come since the last time somebody looked, in no particular order.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_jobs().await;
        let folder = mail_folder(&self.app.config.data);
        let entries = mailbox::list(&folder).expect("the mail folder can be read");
        let mut read = self.read.lock().expect("no test panicked while reading mail");
        let new = entries.into_iter().filter(|entry| read.insert(entry.id.clone()));
        new.map(|entry| Mail::new(&mailbox::read(&folder, &entry.id).expect("readable").expect("there")))
            .collect()
    }

    /// The one mail that has come since the last time somebody looked.
    ///
    /// # Panics
    /// If none or several came.
    pub async fn mail(&self) -> Mail {
        let mut mails = self.mails().await;
        assert_eq!(
            mails.len(),
            1,
            "one mail was expected, there are {:?}",
            mails.iter().map(|mail| (&mail.to, &mail.subject)).collect::<Vec<_>>()
        );
        mails.remove(0)
    }

    fn email(&self, email: &str) -> Email {
        Email::parse(email).expect("a mail address")
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Builder {
    /// Brings a room.
    #[must_use]
    pub fn room(mut self, room: Room) -> Self {
        self.rooms.push(room);
        self
    }

    /// Brings rooms.
    #[must_use]
    pub fn rooms(mut self, rooms: Vec<Room>) -> Self {
        self.rooms.extend(rooms);
        self
    }

    /// Sets a setting, named as in the configuration file.
    #[must_use]
    pub fn setting(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.settings.insert(key, value.into());
        self
    }

    /// Where a missing page offers to search.
    #[must_use]
    pub fn search(mut self, paths: Paths) -> Self {
        self.search = Some(paths);
        self
    }

    /// Begins without the usual organisation.
    #[must_use]
    pub fn empty(mut self) -> Self {
        self.is_empty = true;
        self
    }

    /// Starts it; `None` where the engine is not installed.
    pub async fn start(self, engine: Engine) -> Option<TestApp> {
        let mut rooms = self.rooms;
        rooms.push(crate::room());
        // The platform's tables first, because rooms point to them.
        let migrations: Vec<db::Migration> = rooms.iter().rev().flat_map(|room| room.migrations.iter().copied()).collect();
        let database = db::testing::on(engine, &migrations).await?;
        let folder = Folder::new();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let base_url = format!("http://localhost:{}", address.port());
        let mut settings = self.settings;
        settings.insert("public-url", base_url.clone());
        settings.insert("data", folder.0.display().to_string());
        settings.insert("mail", format!("folder:{}", mail_folder(&folder.0).display()));
        let config = Config::load(None, [], &settings).expect("good settings");
        let mut registry = Registry::new();
        rooms.iter().for_each(|room| (room.jobs)(&mut registry));
        let clock = Clock::standing_at(START.parse().expect("a fixed instant"));
        let app = App::new(Parts {
            keys: Keys::new([7; 32]),
            live: Hub::new(&database.db, config.live_connections),
            flood: FloodGuard::new(config.requests_per_minute),
            metrics: Metrics::default(),
            navigation: Navigation {
                items: rooms.iter().flat_map(|room| room.navigation.iter().copied()).collect(),
                search: self.search,
            },
            sitemaps: rooms.iter().filter_map(|room| room.sitemap).collect(),
            personal: rooms.iter().filter_map(|room| room.personal).collect(),
            db: database.db.clone(),
            clock: clock.clone(),
            random: Random::system(),
            config,
        });
        let routes: Vec<Route> = rooms.iter().flat_map(|room| room.routes.iter().cloned()).collect();
        let router = server::router(&app, &routes);
        let server = tokio::spawn(async move {
            server::serve(listener, router, std::future::pending())
                .await
                .expect("the listener works");
        });
        let mut house = TestApp {
            db: database.db.clone(),
            scope: OrgScope::of_job(crate::organisation::OrganisationId::from_uuid(uuid::Uuid::nil())),
            app,
            base_url,
            clock,
            routes,
            address,
            registry: Arc::new(registry),
            read: Mutex::default(),
            server,
            _folder: folder,
            _database: database,
        };
        if !self.is_empty {
            house.scope = house.organisation("kursushuset", "Kursushuset").await;
        }
        Some(house)
    }
}

fn mail_folder(data: &Path) -> PathBuf {
    data.join("mail")
}

/// The program's data folder; goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("inddrag-house-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path); // of an earlier process with the same number
        std::fs::create_dir_all(&path).expect("the folder for temporary files can be written to");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // a leftover in the temporary folder is no reason to fail a test
    }
}
