//! What every site has: front page, statements, files for machines, health, the component page.

use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::IntoResponse;
use http::{HeaderValue, StatusCode, header};

use super::access::{DemoOnly, Public, Visitor};
use super::{Answer, Cx, Demo, Paths, Response, Route, get, redirect, statements};

/// The front page.
pub const HOME: Paths = Paths::new("/", "/en");
/// The living component page.
pub const COMPONENTS: Paths = Paths::same("/_ui");

/// The platform's own routes, beside those of people, mail and jobs.
#[must_use]
pub fn routes() -> Vec<Route> {
    let own = vec![
        get(HOME, Public, home),
        get(COMPONENTS, DemoOnly, components),
        get(Paths::same("/_ui/live"), DemoOnly, component_news).streaming(),
        get(Paths::same("/robots.txt"), Public, robots),
        get(Paths::same("/sitemap.xml"), Public, sitemap),
        get(Paths::same("/favicon.ico"), Public, favicon),
        get(Paths::same("/healthz"), Public, alive),
        get(Paths::same("/readyz"), Public, ready),
    ];
    [own, statements::routes()].concat()
}

/// The front page is the first page of the main menu: what the house is for.
async fn home(cx: Cx<Visitor>) -> Answer {
    let first = cx.app.navigation.public().next();
    Ok(redirect(
        &first.map_or_else(|| "/healthz".to_owned(), |item| item.paths.url(cx.lang, &[])),
    ))
}

async fn components(cx: Cx<Demo>) -> Answer {
    Ok(cx.page(&ui::Page::new(crate::t::site_components(cx.lang), ui::gallery(cx.lang)).noindex()))
}

/// The component page's own line for news; it stays open, and nothing ever happens.
async fn component_news(cx: Cx<Demo>) -> Answer {
    crate::live::sse(&cx.app, "components", &cx.headers).await
}

async fn robots(cx: Cx<Visitor>) -> Answer {
    let rule = if cx.app.config.demo {
        "Disallow: /"
    } else {
        "Disallow: /hus/\nDisallow: /en/house/\nDisallow: /tilmelding/\nDisallow: /en/sign-up/\nDisallow: /interesse/\nDisallow: /en/interest/"
    };
    Ok(text(format!("User-agent: *\n{rule}\nSitemap: {}\n", cx.absolute("/sitemap.xml"))))
}

/// Every public page in both languages, as the rooms list them.
async fn sitemap(cx: Cx<Visitor>) -> Answer {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for list in &cx.app.sitemaps {
        for path in list(cx.app.clone(), cx.proof.scope).await? {
            // Paths are percent-encoded, so only the ampersand of a query could break the XML.
            xml.push_str(&format!("<url><loc>{}</loc></url>\n", cx.absolute(&path).replace('&', "&amp;")));
        }
    }
    xml.push_str("</urlset>\n");
    let mut response = text(xml);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/xml"));
    Ok(response)
}

async fn favicon(_cx: Cx<Visitor>) -> Answer {
    Ok(assets::find(assets::FAVICON_ICO).map_or_else(|| StatusCode::NOT_FOUND.into_response(), |asset| serve(asset, "")))
}

/// The process answers.
async fn alive(_cx: Cx<Visitor>) -> Answer {
    Ok(text("ok\n".to_owned()))
}

/// The process can do its work: the database answers, its tables are those of this program, and jobs are not stuck.
async fn ready(cx: Cx<Visitor>) -> Answer {
    let problems = crate::observe::readiness(&cx.app).await;
    let mut response = text(if problems.is_empty() {
        "ready\n".to_owned()
    } else {
        problems.join("\n") + "\n"
    });
    if !problems.is_empty() {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    Ok(response)
}

fn text(text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// The name of an asset holds a hash of the content, so it never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Styles, scripts and fonts: embedded in the program, so no path of the machine is ever opened (T39).
pub(super) async fn asset(Path(name): Path<String>, request: Request) -> Response {
    let Some(asset) = assets::find(&format!("/assets/{name}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes());
    if known {
        return (
            StatusCode::NOT_MODIFIED,
            [(header::CACHE_CONTROL, FOR_EVER), (header::ETAG, asset.etag)],
        )
            .into_response();
    }
    let accept = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    serve(asset, accept)
}

fn serve(asset: &'static assets::Asset, accept: &str) -> Response {
    let (bytes, encoding) = match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if accept.contains("br") => (bytes, Some("br")),
        (_, Some(bytes)) if accept.contains("gzip") => (bytes, Some("gzip")),
        _ => (asset.bytes, None),
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(header::ETAG, HeaderValue::from_static(asset.etag));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FOR_EVER));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
