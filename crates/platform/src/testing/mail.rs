//! A mail somebody got.

use crate::mail::mailbox::Opened;

/// A mail, read.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Names and addresses of the recipients.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain part.
    pub text: String,
    /// Its HTML part, as it came.
    pub html: String,
    /// Names and content of its files.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Mail {
    pub(super) fn new(opened: &Opened) -> Self {
        Self {
            to: opened.entry.to.clone(),
            subject: opened.entry.subject.clone(),
            text: opened.text.clone(),
            html: opened.html.clone().unwrap_or_default(),
            files: opened.files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect(),
        }
    }

    /// The first address in it that has this in it.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn link(&self, part: &str) -> String {
        let links = self.text.split_whitespace().filter(|word| word.starts_with("http"));
        links
            .clone()
            .find(|link| link.contains(part))
            .unwrap_or_else(|| panic!("no link with {part} in: {}", self.text))
            .to_owned()
    }

    /// The six digits in it.
    ///
    /// # Panics
    /// If there are none.
    #[must_use]
    pub fn code(&self) -> String {
        let line = self
            .text
            .lines()
            .find(|line| line.starts_with("Kode:") || line.starts_with("Code:"));
        let line = line.unwrap_or_else(|| panic!("no code in: {}", self.text));
        line.chars().filter(char::is_ascii_digit).collect()
    }
}
