//! Where a link may lead: inside the house, or to a checked outside address. Never to a script.

use std::borrow::Cow;
use std::fmt::Write;

use maud::Render;

/// A link target that cannot run script: a path of this site, a fragment, or a checked `http`, `https`, `mailto` or
/// `tel` address.
///
/// ```
/// use ui::Href;
/// assert_eq!(Href::local("/kurser").query("side", 2).as_str(), "/kurser?side=2");
/// assert_eq!(Href::local("javascript:alert(1)").as_str(), "/javascript:alert(1)");
/// assert!(Href::external("javascript:alert(1)").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(Cow<'static, str>);

/// The address is not one that a link may lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsafeUrl(String);

impl std::fmt::Display for UnsafeUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "“{}” is not a web, mail or telephone address; start it with https://, mailto: or tel:",
            self.0
        )
    }
}

impl std::error::Error for UnsafeUrl {}

impl Href {
    /// A path of this site. Whatever is given, the result stays on this site: a missing `/` is added, a second one
    /// and backslashes are taken away, because browsers read `//x` and `/\x` as another host.
    pub fn local(path: impl Into<Cow<'static, str>>) -> Self {
        let path = path.into();
        let safe =
            !path.starts_with("//") && path.starts_with(['/', '?', '#']) && !path.chars().any(|c| c.is_control() || c == '\\' || c == ' ');
        if safe {
            return Self(path);
        }
        let mut kept: String = path.chars().filter(|c| !c.is_control() && *c != '\\').collect();
        if kept.starts_with(['?', '#']) {
            return Self(kept.replace(' ', "%20").into());
        }
        kept = kept.replace(' ', "%20");
        Self(format!("/{}", kept.trim_start_matches('/')).into())
    }

    /// A place on the same page.
    pub fn fragment(id: &str) -> Self {
        Self(format!("#{}", encode(id)).into())
    }

    /// An address outside this site.
    ///
    /// # Errors
    /// [`UnsafeUrl`] unless it starts with `http://`, `https://`, `mailto:` or `tel:` and has no blanks or controls.
    pub fn external(url: &str) -> Result<Self, UnsafeUrl> {
        let lower = url.to_ascii_lowercase();
        let scheme = ["https://", "http://", "mailto:", "tel:"].iter().find(|s| lower.starts_with(**s));
        let clean = !url.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
        match scheme {
            Some(scheme) if clean && url.len() > scheme.len() => Ok(Self(url.to_owned().into())),
            _ => Err(UnsafeUrl(url.to_owned())),
        }
    }

    /// Write a mail to this address.
    pub fn mail(address: &str) -> Self {
        Self(format!("mailto:{}", encode(address)).into())
    }

    /// Call this number.
    pub fn telephone(number: &str) -> Self {
        let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Self(format!("tel:{digits}").into())
    }

    /// Adds one name and value to the query, percent-encoded, before any fragment.
    #[must_use]
    pub fn query(self, name: &str, value: impl std::fmt::Display) -> Self {
        let (head, fragment) = match self.0.split_once('#') {
            Some((head, fragment)) => (head.to_owned(), Some(fragment.to_owned())),
            None => (self.0.into_owned(), None),
        };
        let sign = if !head.contains('?') {
            "?"
        } else if head.ends_with('?') {
            ""
        } else {
            "&"
        };
        let mut url = format!("{head}{sign}{}={}", encode(name), encode(&value.to_string()));
        if let Some(fragment) = fragment {
            url.push('#');
            url.push_str(&fragment);
        }
        Self(url.into())
    }

    /// The same address with a place on that page.
    #[must_use]
    pub fn at(self, id: &str) -> Self {
        let head = self.0.split('#').next().unwrap_or_default();
        Self(format!("{head}#{}", encode(id)).into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads to another web site.
    pub fn leaves_site(&self) -> bool {
        self.0.starts_with("http")
    }
}

impl Render for Href {
    fn render_to(&self, buffer: &mut String) {
        self.0.as_ref().render_to(buffer);
    }
}

/// Percent-encodes everything but the unreserved characters and `@`, which mail addresses need readable.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_never_leave_the_site_by_accident() {
        for (given, kept) in [
            ("//evil.example", "/evil.example"),
            ("/\\evil.example", "/evil.example"),
            ("\\\\evil.example", "/evil.example"),
            ("java\nscript:x", "/javascript:x"),
            ("https://evil.example", "/https://evil.example"),
            ("/a b", "/a%20b"),
            ("?side=2", "?side=2"),
            ("#top", "#top"),
            ("", "/"),
        ] {
            assert_eq!(Href::local(given).as_str(), kept, "{given}");
        }
        // Taking a control or backslash away must not put two slashes in front.
        assert_eq!(Href::local("/\t/evil.example").as_str(), "/evil.example");
    }

    #[test]
    fn only_known_schemes_lead_outside() {
        assert!(Href::external("https://tekno.dk/kurser").is_ok());
        assert!(Href::external("HTTPS://tekno.dk").is_ok());
        assert!(Href::external("mailto:a@b.dk").is_ok());
        for bad in [
            "javascript:x",
            " https://x",
            "data:text/html,x",
            "https://",
            "//x",
            "https://a b",
            "vbscript:x",
        ] {
            let refused = Href::external(bad).expect_err(bad);
            assert!(refused.to_string().contains(bad), "the error names the value");
        }
    }

    #[test]
    fn queries_join_and_encode() {
        let href = Href::local("/kurser#liste").query("q", "borger & råd").query("side", 2);
        assert_eq!(href.as_str(), "/kurser?q=borger%20%26%20r%C3%A5d&side=2#liste");
        assert_eq!(Href::mail("a+b@c.dk").as_str(), "mailto:a%2Bb@c.dk");
        assert_eq!(Href::telephone("33 32 05 03").as_str(), "tel:33320503");
    }
}
