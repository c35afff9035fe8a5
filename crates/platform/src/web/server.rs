//! Routes become a router, and the router answers on a socket until told to stop.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Path, Request};
use axum::routing::{MethodFilter, MethodRouter, on};
use http::Method;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use texts::Lang;
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use super::access::Public;
use super::cx::LANGUAGE;
use super::{Error, Paths, Response, Route, gate, get, headers, local_path, redirect, site};
use crate::App;

/// How long a client may take to send its headers, and may stay silent before and between requests.
const HEADERS_LIMIT: Duration = Duration::from_secs(10);

/// How long open requests get to finish when the program stops.
const GRACE: Duration = Duration::from_secs(10);

/// Puts the routes together. Two routes on one path and method are a mistake in the program, found at start.
///
/// # Panics
/// If two routes collide.
pub fn router(app: &App, routes: &[Route]) -> Router {
    let mut by_path: BTreeMap<&'static str, MethodRouter> = BTreeMap::new();
    for route in routes {
        let route = Arc::new(route.clone());
        for lang in Lang::ALL {
            if lang == Lang::En && route.paths.is_shared() {
                continue;
            }
            let method = by_path.remove(route.paths.pattern(lang)).unwrap_or_default();
            by_path.insert(route.paths.pattern(lang), method.merge(endpoint(app, &route, lang)));
        }
    }
    let mut router = Router::new();
    for (path, method) in by_path {
        router = router.route(path, method);
    }
    let missing = Arc::new(get(Paths::same("(none)"), Public, |_| async { Err(Error::NotFound) }));
    let fallback_app = app.clone();
    let fallback = move |request: Request| {
        let (app, missing) = (fallback_app.clone(), Arc::clone(&missing));
        async move { answer_missing(app, missing, request).await }
    };
    router
        .route("/assets/{name}", assets(app))
        .fallback(fallback.clone())
        .method_not_allowed_fallback(fallback)
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
}

/// Styles, scripts and fonts, with the headers of every answer.
fn assets(app: &App) -> MethodRouter {
    let app = app.clone();
    on(MethodFilter::GET, move |name: Path<String>, request: Request| {
        let app = app.clone();
        async move { with_headers(&app, site::asset(name, request).await) }
    })
}

/// An answer that did not pass the gate, with the headers of those that do.
fn with_headers(app: &App, mut response: Response) -> Response {
    headers::add(response.headers_mut(), &app.config);
    response
}

/// Everything but what is compressed inside: pictures (as usual), fonts, PDF and spreadsheets. Once more costs a millisecond and saves nothing.
fn worth_compressing() -> impl Predicate {
    let not = NotForContentType::const_new;
    DefaultPredicate::new()
        .and(not("font/"))
        .and(not("application/pdf"))
        .and(not("application/vnd.openxmlformats"))
}

fn endpoint(app: &App, route: &Arc<Route>, lang: Lang) -> MethodRouter {
    let filter = if route.method == Method::GET {
        MethodFilter::GET
    } else {
        MethodFilter::POST
    };
    let (app, route) = (app.clone(), Arc::clone(route));
    on(filter, move |request: Request| {
        let (app, route) = (app.clone(), Arc::clone(&route));
        async move { gate::pass(app, route, language(lang, &route_language(&request)), request).await }
    })
}

/// Pages whose two languages share one address (`/_ui`) take `?sprog=en`.
fn route_language(request: &Request) -> Option<Lang> {
    let query = request.uri().query()?;
    let values = query.split('&').filter_map(|pair| pair.split_once('='));
    values
        .filter(|(name, _)| *name == LANGUAGE)
        .find_map(|(_, value)| value.parse().ok())
}

fn language(path: Lang, asked: &Option<Lang>) -> Lang {
    asked.unwrap_or(path)
}

/// A path nobody declared, or a method the path does not take: the page says so in the language of the address. A slash too many at the end is mended.
async fn answer_missing(app: App, missing: Arc<Route>, request: Request) -> Response {
    let path = request.uri().path();
    let bare = path.trim_end_matches('/');
    if bare != path && local_path(bare).is_some() {
        return with_headers(&app, redirect(bare));
    }
    let lang = if path == "/en" || path.starts_with("/en/") {
        Lang::En
    } else {
        Lang::Da
    };
    let lang = language(lang, &route_language(&request));
    let (mut parts, _body) = request.into_parts();
    parts.method = Method::GET;
    gate::pass(app, missing, lang, Request::from_parts(parts, axum::body::Body::empty())).await
}

/// Answers on `listener` until `stop` completes, then lets open requests finish.
///
/// # Errors
/// Only what cannot be recovered from: the listener itself failing.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> std::io::Result<()> {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, address) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file handles and the like: wait a moment instead of spinning.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let connection = connection(stream, address, router.clone(), &graceful);
        tokio::spawn(connection);
    }
    drop(listener);
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off at stop");
    }
    Ok(())
}

fn connection(
    stream: tokio::net::TcpStream,
    address: SocketAddr,
    router: Router,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + use<> {
    // Pages are small and written at once; waiting to fill a packet only adds delay.
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(ConnectInfo(address));
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(
                router
                    .oneshot(request.map(axum::body::Body::new))
                    .await
                    .unwrap_or_else(|never| match never {}),
            )
        }
    });
    // HTTP/1 alone: it is what proxies speak to us, and finding out which version a client wants would wait for ever for one that says nothing (T38).
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEADERS_LIMIT);
    let connection = graceful.watch(builder.serve_connection(TokioIo::new(stream), service));
    async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}
