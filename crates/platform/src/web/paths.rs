//! Addresses in two languages. A route's Danish and English path are declared together, so that every page knows its twin.

use std::fmt::Write as _;

use texts::Lang;

/// The Danish and the English path of one page, with the same `{parameters}` in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paths {
    /// `/kurser/{course}`
    pub da: &'static str,
    /// `/en/courses/{course}`
    pub en: &'static str,
}

impl Paths {
    /// Two paths; by convention English starts with `/en`.
    #[must_use]
    pub const fn new(da: &'static str, en: &'static str) -> Self {
        Self { da, en }
    }

    /// One path for machines (`/healthz`) or pages without a language of their own.
    #[must_use]
    pub const fn same(path: &'static str) -> Self {
        Self { da: path, en: path }
    }

    /// The path's pattern in a language.
    #[must_use]
    pub const fn pattern(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Da => self.da,
            Lang::En => self.en,
        }
    }

    /// The address with its parameters filled in, in order. Values are percent-encoded, so user text cannot leave its segment.
    #[must_use]
    pub fn url(&self, lang: Lang, parameters: &[&str]) -> String {
        let mut parameters = parameters.iter();
        let mut url = String::new();
        for (number, segment) in self.pattern(lang).split('/').enumerate() {
            if number > 0 {
                url.push('/');
            }
            if segment.starts_with('{') {
                let value = parameters.next();
                debug_assert!(value.is_some(), "{} needs more parameters", self.da);
                encode_segment(&mut url, value.copied().unwrap_or_default());
            } else {
                url.push_str(segment);
            }
        }
        url
    }

    /// The same address with named parameters, as the router found them.
    #[must_use]
    pub fn url_named(&self, lang: Lang, parameters: &[(String, String)]) -> String {
        let values: Vec<&str> = self
            .pattern(lang)
            .split('/')
            .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
            .map(|name| {
                parameters
                    .iter()
                    .find(|(key, _)| key == name)
                    .map_or("", |(_, value)| value.as_str())
            })
            .collect();
        self.url(lang, &values)
    }

    /// Whether both languages share one path.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.da == self.en
    }
}

/// Appends `text` as one path segment or query value: everything but unreserved characters as UTF-8 percent codes.
pub fn encode_segment(url: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            write!(url, "%{byte:02X}").expect("writing to a String cannot fail");
        }
    }
}

/// A path with query parameters.
#[must_use]
pub fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut url = path.to_owned();
    for (number, (key, value)) in parameters.iter().enumerate() {
        url.push(if number == 0 { '?' } else { '&' });
        encode_segment(&mut url, key);
        url.push('=');
        encode_segment(&mut url, value);
    }
    url
}

/// `text` if it is a path on this site, for redirects after sign-in. Refuses anything a browser could read as another site (T40, T49).
#[must_use]
pub fn local_path(text: &str) -> Option<&str> {
    let safe = text.starts_with('/')
        && !text.starts_with("//")
        && !text.contains('\\')
        && text.len() <= 2000
        && text.bytes().all(|byte| byte > b' ' && byte != 0x7f);
    safe.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COURSE: Paths = Paths::new("/kurser/{course}", "/en/courses/{course}");

    #[test]
    fn parameters_cannot_leave_their_segment() {
        assert_eq!(COURSE.url(Lang::Da, &["kom-godt-i-gang"]), "/kurser/kom-godt-i-gang");
        assert_eq!(COURSE.url(Lang::En, &["../x?y=æ"]), "/en/courses/..%2Fx%3Fy%3D%C3%A6");
    }

    #[test]
    fn a_page_finds_its_twin_in_the_other_language() {
        let found = vec![("course".to_owned(), "digital inddragelse".to_owned())];
        assert_eq!(COURSE.url_named(Lang::En, &found), "/en/courses/digital%20inddragelse");
    }

    #[test]
    fn t40_t49_only_local_paths_are_followed() {
        for hostile in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x",
            "",
            "\u{0}/a",
            "/\t/evil",
        ] {
            assert_eq!(local_path(hostile), None, "{hostile:?}");
        }
        assert_eq!(local_path("/hus/demo?side=2"), Some("/hus/demo?side=2"));
    }
}
