//! Forms can only be sent from our own pages, by the browser they were shown to. Two nets: the browser's own word on where a request comes from, and a token.

use http::{HeaderMap, header};

use super::cx::Core;
use super::{Error, Fields};
use crate::App;

/// Name of the hidden field.
pub const FIELD: &str = ui::CSRF_FIELD;

const PURPOSE: &str = "form";

/// A fresh token for a browser. It differs each time, so that compressed pages do not leak it.
pub(super) fn token(app: &App, browser: &str) -> String {
    let salt = app.random.token();
    let seal = app.keys.seal_text(PURPOSE, &[browser.as_bytes(), salt.as_bytes()]);
    format!("{salt}.{seal}")
}

/// Refuses forms from other sites and forms without their token.
pub(super) fn check(core: &Core, form: &Fields) -> Result<(), Error> {
    if is_cross_site(&core.headers) {
        return Err(Error::CrossSite);
    }
    let (salt, seal) = form.get(FIELD).split_once('.').ok_or(Error::FormToken)?;
    let parts = [core.browser().as_bytes(), salt.as_bytes()];
    if core.app.keys.verify_text(PURPOSE, &parts, seal) {
        Ok(())
    } else {
        Err(Error::FormToken)
    }
}

/// What the browser says of the request's origin. Old browsers and other programs say nothing; for them the token alone decides.
fn is_cross_site(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text(header::HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, authority)| authority != host),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|(k, v)| (http::HeaderName::from_static(k), http::HeaderValue::from_static(v)))
            .collect();
        is_cross_site(&headers)
    }

    #[test]
    fn another_site_is_recognised_by_either_header() {
        assert!(from(&[("sec-fetch-site", "cross-site")]));
        assert!(from(&[("sec-fetch-site", "same-site"), ("host", "a.dk")]));
        assert!(from(&[("origin", "https://evil.example"), ("host", "a.dk")]));
        assert!(from(&[("origin", "null"), ("host", "a.dk")]));
        assert!(!from(&[("origin", "https://a.dk"), ("host", "a.dk")]));
        assert!(!from(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://a.dk"),
            ("host", "a.dk")
        ]));
        assert!(!from(&[("host", "a.dk")]));
    }
}
