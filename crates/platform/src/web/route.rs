//! The one table of routes: path, method, who may use it, and what answers.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::response::Response;
use http::Method;

use super::access::{Access, Rule};
use super::{Core, Cx, Error, Paths};

/// What a handler gives back.
pub type Answer = Result<Response, Error>;

type Endpoint = Arc<dyn Fn(Arc<Core>) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync>;

/// Bytes a form may have unless its route says otherwise.
const FORM_LIMIT: usize = 1024 * 1024;

/// One declared route.
#[derive(Clone)]
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// Its addresses.
    pub paths: Paths,
    /// Who may use it.
    pub rule: Rule,
    /// The most bytes of a request's body.
    pub body_limit: usize,
    /// Whether proxies may keep the page of an anonymous reader for some seconds.
    pub shared_cache: bool,
    /// Whether the answer stays open (server-sent events) and must not be cut by the time limit.
    pub streams: bool,
    pub(super) endpoint: Endpoint,
}

impl Route {
    fn new<A, F, Fut>(method: Method, paths: Paths, access: A, handler: F) -> Self
    where
        A: Access,
        F: Fn(Cx<A::Proof>) -> Fut + Copy + Send + Sync + 'static,
        Fut: Future<Output = Answer> + Send + 'static,
    {
        let endpoint: Endpoint = Arc::new(move |core: Arc<Core>| {
            Box::pin(async move {
                let proof = access.check(&core).await.inspect_err(|_| core.refuse())?;
                handler(Cx::new(core, proof)).await
            })
        });
        Self {
            method,
            paths,
            rule: access.rule(),
            body_limit: FORM_LIMIT,
            shared_cache: false,
            streams: false,
            endpoint,
        }
    }

    /// Takes files up to `limit` bytes.
    #[must_use]
    pub fn with_uploads(mut self, limit: usize) -> Self {
        self.body_limit = limit;
        self
    }

    /// A public page that may be kept by a proxy for ten seconds, for readers without cookies.
    #[must_use]
    pub fn in_shared_cache(mut self) -> Self {
        self.shared_cache = true;
        self
    }

    /// An answer that stays open.
    #[must_use]
    pub fn streaming(mut self) -> Self {
        self.streams = true;
        self
    }
}

/// A page or file that changes nothing.
pub fn get<A, F, Fut>(paths: Paths, access: A, handler: F) -> Route
where
    A: Access,
    F: Fn(Cx<A::Proof>) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Answer> + Send + 'static,
{
    Route::new(Method::GET, paths, access, handler)
}

/// A form that was sent. Its token is checked before the handler runs.
pub fn post<A, F, Fut>(paths: Paths, access: A, handler: F) -> Route
where
    A: Access,
    F: Fn(Cx<A::Proof>) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Answer> + Send + 'static,
{
    Route::new(Method::POST, paths, access, handler)
}
