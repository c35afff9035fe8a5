//! The program as an operator sets it up, asked without a socket: for what the test program over HTTP cannot be, such as a site behind TLS.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use db::testing::TestDatabase;
use http::{Request, Response, header};
use inddrag::{rooms, start};
use platform::config::Config;
use platform::web::server;
use platform::{App, Clock, Random};
use tower::ServiceExt;

/// An installation with one empty organisation.
pub(crate) struct Installation {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) folder: Folder,
    _database: TestDatabase,
}

/// An answer, read.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: http::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn cookies(&self) -> Vec<&str> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect()
    }

    /// The cookies as a browser sends them back.
    pub(crate) fn kept(&self) -> String {
        let pairs: Vec<&str> = self.cookies().into_iter().filter_map(|cookie| cookie.split(';').next()).collect();
        pairs.join("; ")
    }

    /// The token of the page's forms.
    pub(crate) fn token(&self) -> &str {
        let after = self.text.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default()
    }
}

impl Installation {
    pub(crate) async fn new(settings: &[(&'static str, &str)]) -> Self {
        let folder = Folder::new();
        let mut all = BTreeMap::from([("data", folder.0.display().to_string())]);
        all.extend(settings.iter().map(|(key, value)| (*key, (*value).to_owned())));
        let config = Config::load(None, [], &all).unwrap();
        let database = db::testing::sqlite(&rooms::migrations()).await;
        let (app, _) = start::app(config, database.db.clone(), Clock::system(), Random::system()).unwrap();
        let new = platform::people::admin::NewOrganisation {
            slug: "kursushuset".parse().unwrap(),
            name: "Kursushuset".parse().unwrap(),
            contact: "kontakt@kursushuset.example".parse().unwrap(),
            domain: None,
        };
        platform::people::admin::add_organisation(&app, new).await.unwrap();
        let router = server::router(&app, &rooms::routes(&rooms::all()));
        Self {
            app,
            router,
            folder,
            _database: database,
        }
    }

    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    pub(crate) async fn get(&self, address: &str, cookies: &str) -> Answer {
        let mut request = Request::get(address).header(header::HOST, self.app.config.host());
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, address: &str, cookies: &str, form: &str) -> Answer {
        let request = Request::post(address)
            .header(header::HOST, self.app.config.host())
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}

/// A folder that goes with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("inddrag-security-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0); // a leftover in the temporary folder is no reason to fail a test
    }
}
