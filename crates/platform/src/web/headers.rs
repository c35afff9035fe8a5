//! Security headers every answer carries.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::config::Config;

/// No inline script or style anywhere, so no nonce is needed and pages stay cacheable.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// Adds the headers an answer does not already have: a route that needs another policy sets its own.
pub(super) fn add(headers: &mut HeaderMap, config: &Config) {
    let mut set = |name: HeaderName, value: &str| {
        if let (false, Ok(value)) = (headers.contains_key(&name), HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    };
    match &config.oidc {
        // Browsers apply form-action to the redirect that follows a form, which for sign-in leads to the provider.
        Some(oidc) => set(header::CONTENT_SECURITY_POLICY, &format!("{POLICY} {}", origin(&oidc.issuer))),
        None => set(header::CONTENT_SECURITY_POLICY, POLICY),
    }
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    );
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(header::CACHE_CONTROL, "private, no-store");
    if config.is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}

/// Scheme and authority of an address.
fn origin(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    format!("{scheme}://{}", rest.split('/').next().unwrap_or(rest))
}
