//! What happens to every request before and after its handler.

use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Multipart, RawPathParams, Request};
use futures_util::FutureExt;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use sha2::{Digest, Sha256};
use texts::Lang;

use super::cx::{Core, Visit};
use super::route::Route;
use super::{Error, Fields, Response, Upload, cookies, csrf, fields, headers, shell};
use crate::App;
use crate::config::host_of;
use crate::observe::RequestSpan;
use crate::organisation::Organisation;
use crate::people::session;

/// Longest time a handler may take.
const HANDLER_LIMIT: Duration = Duration::from_secs(30);

/// Longest time a request's body may take to arrive.
const BODY_LIMIT: Duration = Duration::from_secs(20);

/// How the access rule decided, left with the answer for the route table's test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The handler ran.
    Allowed,
    /// The rule refused.
    Refused,
    /// Neither: the form's token, the size or the rate stopped it before.
    Stopped,
}

/// Answers one request on `route`, whose path was matched in `lang`.
pub(super) async fn pass(app: App, route: Arc<Route>, lang: Lang, request: Request) -> Response {
    let span = RequestSpan::start(&app, route.paths.da, request.method());
    let shared = route.shared_cache && !request.headers().contains_key(header::COOKIE);
    let known_etag = request.headers().get(header::IF_NONE_MATCH).cloned();
    let core = match enter(&app, &route, lang, request, span.id()).await {
        Ok(core) => Arc::new(core),
        Err((core, error)) => return leave(&core, &error, &span),
    };
    if route.method != Method::GET
        && let Err(error) = csrf::check(&core, &core.form)
    {
        let mut response = shell::error_page(&core, &error);
        response.extensions_mut().insert(Decision::Stopped);
        return finish(&core, response, &span, Some(&error));
    }
    let (endpoint, own) = (Arc::clone(&route), Arc::clone(&core));
    // A panic is a fault of ours like any other: a page that says so, not a line that breaks off. Nothing half done is seen again, as transactions roll back.
    let handler = AssertUnwindSafe(async move { (endpoint.endpoint)(own).await }).catch_unwind();
    let outcome = match tokio::time::timeout(HANDLER_LIMIT, handler).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(Error::Internal("the handler panicked".to_owned())),
        Err(_) => Err(Error::Unavailable(format!("no answer within {} s", HANDLER_LIMIT.as_secs()))),
    };
    let decision = if core.refused.load(Ordering::Relaxed) {
        Decision::Refused
    } else {
        Decision::Allowed
    };
    let (mut response, error) = match outcome {
        Ok(response) => (response, None),
        Err(error) => (shell::error_page(&core, &error), Some(error)),
    };
    if shared && error.is_none() && !core.visit.used.load(Ordering::Relaxed) {
        response = share(response, known_etag.as_ref()).await;
    }
    response.extensions_mut().insert(decision);
    finish(&core, response, &span, error.as_ref())
}

/// Reads everything about a request. An error still comes with enough of a [`Core`] to render its page.
async fn enter(app: &App, route: &Route, lang: Lang, request: Request, request_id: String) -> Result<Core, (Box<Core>, Error)> {
    let (mut parts, body) = request.into_parts();
    let peer = peer(app, &parts.headers, parts.extensions.get::<ConnectInfo<SocketAddr>>());
    let params = RawPathParams::from_request_parts(&mut parts, &()).await;
    let params = params
        .map(|found| found.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect())
        .unwrap_or_default();
    let mut core = Core {
        app: app.clone(),
        lang,
        paths: route.paths,
        params,
        uri: parts.uri.clone(),
        query: Fields::default(),
        form: Fields::default(),
        peer,
        request_id,
        organisation: Organisation::unknown(),
        session: None,
        visit: visit(app, &parts.headers),
        refused: AtomicBool::new(false),
        notice: shell::read_notice(app, &parts.headers),
        headers: parts.headers.clone(),
    };
    match fill(&mut core, route, parts, body).await {
        Ok(()) => Ok(core),
        Err(error) => Err((Box::new(core), error)),
    }
}

async fn fill(core: &mut Core, route: &Route, parts: http::request::Parts, body: Body) -> Result<(), Error> {
    let app = core.app.clone();
    let host = parts
        .headers
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    core.organisation = Organisation::by_host_across_organisations(&app.db, host_of(host))
        .await
        .map_err(|error| match error {
            db::Error::NotFound { .. } => Error::Unavailable("no organisation has been created yet: run `inddrag user`".to_owned()),
            other => other.into(),
        })?;
    if let Err(seconds) = app.flood.take(core.peer, app.clock.now()) {
        return Err(Error::TooMany(seconds));
    }
    // No address of ours holds a NUL, and PostgreSQL cannot even be asked for one.
    if core.params.iter().any(|(_, value)| value.contains('\0')) {
        return Err(Error::NotFound);
    }
    core.query = Fields::parse(parts.uri.query().unwrap_or_default().as_bytes()).map_err(|_| Error::Unreadable)?;
    if let Some(token) = cookies::read(&parts.headers, &app.config, session::COOKIE) {
        core.session = session::find_across_organisations(&app.db, &app.clock, token).await?;
    }
    if route.method != Method::GET {
        let read = read_form(Request::from_parts(parts, body), route.body_limit);
        core.form = tokio::time::timeout(BODY_LIMIT, read).await.map_err(|_| Error::Unreadable)??;
    }
    Ok(())
}

async fn read_form(request: Request, limit: usize) -> Result<Fields, Error> {
    let content_type = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let declared = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|bytes| bytes > limit) {
        return Err(Error::TooLarge(limit));
    }
    if content_type.starts_with("multipart/form-data") {
        return read_multipart(request, limit).await;
    }
    let bytes = axum::body::to_bytes(request.into_body(), limit)
        .await
        .map_err(|_| Error::TooLarge(limit))?;
    Fields::parse(&bytes).map_err(|_| Error::Unreadable)
}

async fn read_multipart(request: Request, limit: usize) -> Result<Fields, Error> {
    let (parts, body) = request.into_parts();
    let limited = Body::new(http_body_util::Limited::new(body, limit));
    let mut multipart = Multipart::from_request(Request::from_parts(parts, limited), &())
        .await
        .map_err(|_| Error::Unreadable)?;
    let mut form = Fields::default();
    loop {
        // A body over the limit ends the stream with an error, which looks like a broken one.
        let Some(field) = multipart.next_field().await.map_err(|_| Error::TooLarge(limit))? else {
            return Ok(form);
        };
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| Error::TooLarge(limit))?;
        if let Some(file_name) = file_name {
            form.uploads.push(Upload {
                field: name,
                name: file_name,
                bytes: bytes.to_vec(),
            });
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| Error::Unreadable)?;
            form.push(name, fields::clean(text)).map_err(|_| Error::Unreadable)?;
        }
    }
}

/// The address a request came from: the connection's, or the last one a trusted proxy reports.
fn peer(app: &App, headers: &HeaderMap, connection: Option<&ConnectInfo<SocketAddr>>) -> IpAddr {
    let direct = connection.map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
    if !app.config.trusted_proxies.contains(&direct) {
        return direct;
    }
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','));
    let chain: Vec<IpAddr> = forwarded.filter_map(|part| part.trim().parse().ok()).collect();
    chain
        .into_iter()
        .rev()
        .find(|address| !app.config.trusted_proxies.contains(address))
        .unwrap_or(direct)
}

fn visit(app: &App, headers: &HeaderMap) -> Visit {
    let known =
        cookies::read(headers, &app.config, shell::VISIT_COOKIE).filter(|id| id.len() == 43 && id.bytes().all(|b| b.is_ascii_graphic()));
    Visit {
        id: known.map_or_else(|| app.random.token(), str::to_owned),
        is_new: known.is_none(),
        used: AtomicBool::new(false),
    }
}

/// Lets a proxy keep the page and answers "not modified" to who has it.
async fn share(response: Response, known: Option<&HeaderValue>) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let digest = Sha256::digest(&bytes);
    let tag = digest[..12]
        .iter()
        .fold(String::from("W/\""), |text, byte| format!("{text}{byte:02x}"))
        + "\"";
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        parts.headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=0, s-maxage=10, stale-while-revalidate=60"),
        );
        parts.headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
        if known == Some(&tag) {
            parts.status = StatusCode::NOT_MODIFIED;
            parts.headers.insert(header::ETAG, tag);
            return Response::from_parts(parts, Body::empty());
        }
        parts.headers.insert(header::ETAG, tag);
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn leave(core: &Core, error: &Error, span: &RequestSpan) -> Response {
    let mut response = shell::error_page(core, error);
    response.extensions_mut().insert(Decision::Stopped);
    finish(core, response, span, Some(error))
}

fn finish(core: &Core, mut response: Response, span: &RequestSpan, error: Option<&Error>) -> Response {
    let config = &core.app.config;
    let headers = response.headers_mut();
    if core.visit.is_new && core.visit.used.load(Ordering::Relaxed) {
        headers.append(
            header::SET_COOKIE,
            cookies::set_cookie(config, shell::VISIT_COOKIE, &core.visit.id, None),
        );
    }
    if core.notice.is_some()
        && headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    {
        headers.append(header::SET_COOKIE, cookies::expire_cookie(config, shell::NOTICE_COOKIE));
    }
    headers::add(headers, config);
    if let Ok(id) = HeaderValue::from_str(&core.request_id) {
        headers.insert("x-request-id", id);
    }
    span.end(response.status(), error.and_then(Error::cause));
    response
}
