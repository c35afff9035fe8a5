//! One request as handlers see it.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http::HeaderMap;
use texts::Lang;

use super::{Error, Fields, Paths, csrf, local_path};
use crate::App;
use crate::organisation::Organisation;
use crate::people::Session;

/// The query that names the language, where both share one address.
pub(super) const LANGUAGE: &str = "sprog";

/// A request and the proof of the right to make it.
pub struct Cx<P> {
    core: Arc<Core>,
    /// What the route's access rule proved.
    pub proof: P,
}

impl<P> Cx<P> {
    pub(super) fn new(core: Arc<Core>, proof: P) -> Self {
        Self { core, proof }
    }
}

impl<P> Deref for Cx<P> {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}

/// What is known of a request, whoever made it.
pub struct Core {
    /// The running program.
    pub app: App,
    /// The language of the address.
    pub lang: Lang,
    /// The route's addresses in both languages.
    pub paths: Paths,
    /// Values of the path's `{parameters}`.
    pub params: Vec<(String, String)>,
    /// Path and query as asked for.
    pub uri: http::Uri,
    /// The query, read.
    pub query: Fields,
    /// The form, read; empty for GET.
    pub form: Fields,
    /// All headers.
    pub headers: HeaderMap,
    /// Whom we talk to, behind trusted proxies.
    pub peer: IpAddr,
    /// Number of this request in the log.
    pub request_id: String,
    /// The organisation of the host name.
    pub organisation: Organisation,
    /// Who is signed in, if anybody.
    pub session: Option<Session>,
    /// Random text in a cookie that ties forms of people who are not signed in to their browser.
    pub(super) visit: Visit,
    pub(super) refused: AtomicBool,
    pub(super) notice: Option<String>,
}

/// The anonymous browser cookie: set only when a form was shown.
pub(super) struct Visit {
    pub(super) id: String,
    pub(super) is_new: bool,
    pub(super) used: AtomicBool,
}

impl Core {
    /// The session, or the answer for those who have none.
    ///
    /// # Errors
    /// [`Error::NeedSignIn`].
    pub fn signed_in(&self) -> Result<&Session, Error> {
        self.session.as_ref().ok_or(Error::NeedSignIn)
    }

    /// A parameter of the path.
    #[must_use]
    pub fn param(&self, name: &str) -> &str {
        self.params
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// A parameter of the path as an id; what cannot be one is simply not found.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn id<T: std::str::FromStr>(&self, name: &str) -> Result<T, Error> {
        self.param(name).parse().map_err(|_| Error::NotFound)
    }

    /// The hidden value every form must carry.
    #[must_use]
    pub fn form_token(&self) -> String {
        self.visit.used.store(true, Ordering::Relaxed);
        csrf::token(&self.app, self.browser())
    }

    /// This page in the other language, with the same query.
    #[must_use]
    pub fn twin(&self) -> String {
        if self.paths.is_shared() {
            let other = format!("{LANGUAGE}={}", self.lang.other().code());
            let query = self.uri.query().unwrap_or_default().split('&');
            let kept = query.filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(LANGUAGE));
            let query: Vec<&str> = kept.chain([other.as_str()]).collect();
            let path = local_path(self.uri.path()).unwrap_or("/");
            return format!("{path}?{}", query.join("&"));
        }
        let path = self.paths.url_named(self.lang.other(), &self.params);
        self.uri.query().map_or_else(|| path.clone(), |query| format!("{path}?{query}"))
    }

    /// An address of ours in full, for mails, calendar files and link previews.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// `https://host` of the organisation this request is for.
    #[must_use]
    pub fn origin(&self) -> String {
        self.app.origin_of(self.organisation.domain.as_deref())
    }

    /// What ties a form to a browser: the session, else the visit.
    pub(super) fn browser(&self) -> &str {
        self.session
            .as_ref()
            .map_or(self.visit.id.as_str(), |session| session.form_key.as_str())
    }

    /// The anonymous visit's id, which binds mail links and ceremonies to the browser that asked. Reading it sets the cookie.
    #[must_use]
    pub fn visit_id(&self) -> &str {
        self.visit.used.store(true, Ordering::Relaxed);
        &self.visit.id
    }

    pub(super) fn refuse(&self) {
        self.refused.store(true, Ordering::Relaxed);
    }
}
