//! Messages about something that happened or that one must know.

use maud::{Markup, html};

use crate::{Icon, Lang, Level, t};

/// What kind of message it is; drives icon, colour and the word read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Neutral news.
    Info,
    /// Something went well.
    Success,
    /// Something to watch.
    Warning,
    /// Something went wrong.
    Error,
}

impl Mood {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    pub(crate) const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Success => Icon::Success,
            Self::Warning => Icon::Warning,
            Self::Error => Icon::Error,
        }
    }

    pub(crate) fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Info => t::mood_info(lang),
            Self::Success => t::mood_success(lang),
            Self::Warning => t::mood_warning(lang),
            Self::Error => t::mood_error(lang),
        }
    }
}

/// A message box in the flow of a page, with optional heading.
///
/// It is not a live region: it is there when the page loads. What arrives later goes through [`crate::live`].
#[derive(Clone, Debug)]
pub struct Alert {
    /// Kind of message.
    pub mood: Mood,
    /// Heading and its level.
    pub heading: Option<(Level, String)>,
    /// The message.
    pub body: Markup,
}

impl Alert {
    /// A message without heading.
    pub fn new(mood: Mood, body: Markup) -> Self {
        Self { mood, heading: None, body }
    }

    /// Puts a heading above.
    #[must_use]
    pub fn heading(mut self, level: Level, text: impl Into<String>) -> Self {
        self.heading = Some((level, text.into()));
        self
    }

    /// The box.
    pub fn render(&self, lang: Lang) -> Markup {
        html! {
            div class=(format!("alert alert-{}", self.mood.class())) {
                svg class="icon-svg alert-icon" role="img" aria-label=(self.mood.word(lang)) focusable="false" {
                    use href=(format!("{}#{}", assets::SPRITE, self.mood.icon().name())) {}
                }
                div class="alert-body" {
                    @if let Some((level, text)) = &self.heading {
                        (level.heading_with(text, None, Some("alert-heading")))
                    }
                    div class="alert-text" { (self.body) }
                }
            }
        }
    }
}

/// A message of one sentence.
pub fn alert(lang: Lang, mood: Mood, text: &str) -> Markup {
    Alert::new(mood, html! { (text) }).render(lang)
}

/// What the previous request wants to say on this page ("Din tilmelding er gemt").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// Kind of message.
    pub mood: Mood,
    /// The sentence.
    pub text: String,
}

impl Flash {
    /// The news of something that went well.
    pub fn success(text: impl Into<String>) -> Self {
        Self {
            mood: Mood::Success,
            text: text.into(),
        }
    }

    pub(crate) fn render(&self, lang: Lang) -> Markup {
        html! { div id="flash" data-flash { (alert(lang, self.mood, &self.text)) } }
    }
}
