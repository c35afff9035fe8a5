//! What a browser got, and what a test says about it.

use http::{HeaderMap, StatusCode, header};

use super::html;

/// An answer.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// The path that was asked for.
    pub path: String,
    /// Its content as text.
    pub text: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A form of a page that changes something, with what the page has filled in.
#[derive(Clone, Debug)]
pub struct PostForm {
    /// Where it goes.
    pub action: String,
    /// Names and values as a browser would send them if nobody typed anything.
    pub fields: Vec<(String, String)>,
}

impl PostForm {
    /// What the page has filled in for a field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    /// Where it redirects to.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
            .filter(|_| self.status.is_redirection())
    }

    /// A header's text.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// What people read, without tags.
    #[must_use]
    pub fn words(&self) -> String {
        html::words(&self.text)
    }

    /// Insists on a status.
    ///
    /// # Panics
    /// With the page's words, if it is another.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{} said: {}", self.path, self.words());
        self
    }

    /// Insists on a redirect to this path.
    ///
    /// # Panics
    /// If it is none, or leads elsewhere.
    pub fn redirects_to(&self, path: &str) {
        assert_eq!(
            self.location(),
            Some(path),
            "{} answered {} and said: {}",
            self.path,
            self.status,
            self.words()
        );
    }

    /// Insists that people can read this.
    ///
    /// # Panics
    /// If they cannot.
    pub fn says(&self, text: &str) -> &Self {
        let words = self.words();
        assert!(
            words.contains(text),
            "{} ({}) does not say “{text}”: {words}",
            self.path,
            self.status
        );
        self
    }

    /// Insists that this stands nowhere on the page, not even in its source.
    ///
    /// # Panics
    /// If it does.
    pub fn keeps_quiet_about(&self, text: &str) -> &Self {
        assert!(
            !self.text.contains(text),
            "{} ({}) must not hold “{text}”: {}",
            self.path,
            self.status,
            self.words()
        );
        self
    }

    /// The form that goes to an address with this end.
    ///
    /// # Panics
    /// If there is none, or several that differ in where they go.
    #[must_use]
    pub fn form(&self, action: &str) -> PostForm {
        let forms = html::forms(&self.text);
        let mut found = forms.iter().filter(|form| form.action.ends_with(action));
        let form = found
            .next()
            .unwrap_or_else(|| panic!("{} ({}) has no form to {action}: {}", self.path, self.status, self.words()));
        form.clone()
    }

    /// The form whose address has this in it.
    ///
    /// # Panics
    /// If there is not exactly one.
    #[must_use]
    pub fn only_form(&self, part: &str) -> PostForm {
        let mut forms: Vec<PostForm> = html::forms(&self.text)
            .into_iter()
            .filter(|form| form.action.contains(part))
            .collect();
        assert_eq!(
            forms.len(),
            1,
            "{} ({}) has {} forms with {part}: {}",
            self.path,
            self.status,
            forms.len(),
            self.words()
        );
        forms.remove(0)
    }

    /// Every form that changes something.
    #[must_use]
    pub fn forms(&self) -> Vec<PostForm> {
        html::forms(&self.text)
    }

    /// Addresses the page links to.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        html::links(&self.text)
    }
}
