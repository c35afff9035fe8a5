//! Cookies: few, never readable by scripts, and only over TLS where the site is served over TLS.

use http::{HeaderMap, HeaderValue, header};

use crate::config::Config;

/// The name a cookie has here: with the `__Host-` prefix, which browsers tie to this host and TLS, wherever the site runs over TLS.
#[must_use]
pub fn cookie_name(config: &Config, short: &str) -> String {
    if config.is_https() {
        format!("__Host-{short}")
    } else {
        short.to_owned()
    }
}

/// A `Set-Cookie` value. `seconds` of `None` lasts until the browser is closed.
#[must_use]
pub fn set_cookie(config: &Config, short: &str, value: &str, seconds: Option<i64>) -> HeaderValue {
    let name = cookie_name(config, short);
    let secure = if config.is_https() { "; Secure" } else { "" };
    let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"))
        .unwrap_or_else(|_| HeaderValue::from_static("invalid=; Max-Age=0"))
}

/// Takes a cookie away.
#[must_use]
pub fn expire_cookie(config: &Config, short: &str) -> HeaderValue {
    set_cookie(config, short, "", Some(0))
}

/// The value of a cookie the browser sent.
pub(super) fn read<'a>(headers: &'a HeaderMap, config: &Config, short: &str) -> Option<&'a str> {
    let name = cookie_name(config, short);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
