//! The program inside the test's process: the real router on a real socket, with routes of the test's own beside it.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use db::Db;
use inddrag::{demo, rooms, start};
use load::http::Server;
use load::sign_up::{Edition, open_editions};
use platform::config::Config;
use platform::jobs::{self, Registry, Worker};
use platform::web::{Route, server};
use platform::{App, Clock, Random};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::Place;

/// The demo house, served.
pub(crate) struct House {
    pub(crate) server: Server,
    pub(crate) db: Db,
    app: App,
    registry: Arc<Registry<App>>,
    serving: JoinHandle<()>,
}

impl House {
    pub(crate) async fn open(place: &Place, routes_of_the_test: Vec<Route>) -> Self {
        // What the program would tell an operator, for whoever reads a failed story.
        let _ = tracing_subscriber::fmt().with_env_filter("error").with_test_writer().try_init();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let mut settings = BTreeMap::from([
            ("data", place.data().display().to_string()),
            ("listen", address.to_string()),
            ("demo", "true".to_owned()),
            ("requests-per-minute", "1000000".to_owned()),
            ("forms-per-hour", "1000000".to_owned()),
        ]);
        settings.extend(place.database().map(|url| ("database", url)));
        let config = Config::load(None, [], &settings).expect("good settings");
        let db = start::open(&config).await.expect("a database");
        db.migrate(&rooms::migrations(), jiff::Timestamp::now()).await.expect("tables");
        let (app, registry) = start::app(config, db.clone(), Clock::system(), Random::system()).expect("the program");
        demo::fill(&app).await.expect("demo content");
        let mut routes = rooms::routes(&rooms::all());
        routes.extend(routes_of_the_test);
        let router = server::router(&app, &routes);
        let serving = tokio::spawn(async move {
            server::serve(listener, router, std::future::pending())
                .await
                .expect("the listener works");
        });
        Self {
            server: Server::at(address),
            db,
            app,
            registry,
            serving,
        }
    }

    /// An edition that is open for sign-up, as people find it.
    pub(crate) async fn edition(&self) -> Edition {
        let editions = open_editions(&self.server).await.expect("the site can be read");
        editions.into_iter().next().expect("the demo has an open edition")
    }

    /// Sends all mail that waits; gives how many files are in the mail folder then.
    pub(crate) async fn mail_files(&self) -> usize {
        jobs::run_due(&self.app, &self.registry).await.expect("the queue can be worked off");
        load::stage::mail_files(&self.mail_folder())
    }

    /// Where mails go.
    pub(crate) fn mail_folder(&self) -> PathBuf {
        self.app.config.data.join("mail")
    }

    /// Somebody who does the work of this house.
    pub(crate) fn worker(&self) -> Worker<App> {
        Worker::new(self.app.clone(), Arc::clone(&self.registry))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
