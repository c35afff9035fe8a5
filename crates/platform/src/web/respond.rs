//! Answers other than a full page.

use axum::body::Body;
use http::{HeaderValue, StatusCode, header};
use maud::Markup;

use super::{Core, Response, cookies, encode_segment, shell};

/// A piece of HTML on its own: a fragment for a page already open.
#[must_use]
pub fn html(status: StatusCode, markup: Markup) -> Response {
    let mut response = Response::new(Body::from(markup.into_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

/// "See other": after a form, so that reloading the page does not send it again.
#[must_use]
pub fn redirect(to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    // Addresses are built by `Paths`, which encodes user text; anything else is no header value and leads home.
    let to = HeaderValue::from_str(to).unwrap_or_else(|_| HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, to);
    response
}

/// [`redirect`], with a notice shown once at the top of the next page.
#[must_use]
pub fn redirect_with_notice(core: &Core, to: &str, notice: &str) -> Response {
    let mut response = redirect(to);
    let sealed = shell::seal_notice(&core.app, notice);
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_cookie(&core.app.config, shell::NOTICE_COOKIE, &sealed, Some(60)),
    );
    response
}

/// A file to save. `name` may be any text; browsers get it in both forms of RFC 6266.
#[must_use]
pub fn file(bytes: Vec<u8>, name: &str, content_type: &'static str) -> Response {
    let mut encoded = String::new();
    encode_segment(&mut encoded, name);
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' })
        .collect();
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
