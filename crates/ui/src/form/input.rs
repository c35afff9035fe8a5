//! Fields of one line.

use maud::{Markup, Render, html};

use super::field::{Field, Width, shared_setters};
use crate::Lang;

/// A field of one line.
#[derive(Clone, Debug)]
pub struct Input {
    field: Field,
    kind: &'static str,
    value: String,
    width: Width,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    suffix: Option<String>,
    prefix: Option<String>,
    min: Option<String>,
    max: Option<String>,
    step: Option<String>,
    max_length: Option<usize>,
    readonly: bool,
    spellcheck: Option<&'static str>,
}

impl Input {
    fn new(lang: Lang, kind: &'static str, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            field: Field::new(lang, name, label),
            kind,
            value: String::new(),
            width: Width::default(),
            autocomplete: None,
            inputmode: None,
            suffix: None,
            prefix: None,
            min: None,
            max: None,
            step: None,
            max_length: None,
            readonly: false,
            spellcheck: None,
        }
    }

    /// Any text.
    pub fn text(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, "text", name, label)
    }

    /// A mail address.
    pub fn email(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            spellcheck: Some("false"),
            ..Self::new(lang, "email", name, label)
        }
    }

    /// A telephone number.
    pub fn telephone(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            width: Width::Medium,
            ..Self::new(lang, "tel", name, label)
        }
    }

    /// Digits only: seats, amounts, EAN. A text field with a number keyboard, because number fields lose what one types
    /// wrongly and change when one scrolls.
    pub fn number(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            inputmode: Some("numeric"),
            width: Width::Short,
            ..Self::new(lang, "text", name, label)
        }
    }

    /// A date with the browser's own picker; sends `2026-03-14`. For dates one knows by heart use [`super::DateField`].
    pub fn date(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            width: Width::Medium,
            ..Self::new(lang, "date", name, label)
        }
    }

    /// A time of day; sends `09:30`.
    pub fn time_of_day(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            width: Width::Medium,
            ..Self::new(lang, "time", name, label)
        }
    }

    /// A web address.
    pub fn url(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            spellcheck: Some("false"),
            ..Self::new(lang, "url", name, label)
        }
    }

    /// A secret; never filled in again.
    pub fn password(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(lang, "password", name, label)
    }

    /// What was answered before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// How wide the field is.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// What the browser may fill in (`name`, `email`, `tel`, `organization`, …); WCAG 1.3.5 asks for it on own data.
    /// A street in one line is `address-line1`; `street-address` is for several lines.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Which keyboard a phone shows (`numeric`, `decimal`, …).
    #[must_use]
    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    /// A unit before the field. Say it in the label or hint too: it is not read aloud.
    #[must_use]
    pub fn prefix(mut self, text: impl Into<String>) -> Self {
        self.prefix = Some(text.into());
        self
    }

    /// A unit after the field ("kr."). Say it in the label or hint too: it is not read aloud.
    #[must_use]
    pub fn suffix(mut self, text: impl Into<String>) -> Self {
        self.suffix = Some(text.into());
        self
    }

    /// Smallest and largest answer of a date or time.
    #[must_use]
    pub fn range(mut self, min: Option<&str>, max: Option<&str>) -> Self {
        self.min = min.map(ToOwned::to_owned);
        self.max = max.map(ToOwned::to_owned);
        self
    }

    /// Steps of a time, in seconds.
    #[must_use]
    pub fn step(mut self, seconds: u32) -> Self {
        self.step = Some(seconds.to_string());
        self
    }

    /// Longest answer in characters; say it in the hint.
    #[must_use]
    pub fn max_length(mut self, characters: usize) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// Can be read and copied, not changed.
    #[must_use]
    pub fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    shared_setters!();
}

impl Render for Input {
    fn render(&self) -> Markup {
        let field = &self.field;
        let value = (!self.value.is_empty() && self.kind != "password").then_some(&self.value);
        let input = html! {
            input type=(self.kind) id=(field.id) name=(field.name) class=(self.width.class()) value=[value]
                aria-describedby=[field.described_by(None)] aria-invalid=[field.invalid()] required[field.required()]
                disabled[field.disabled] readonly[self.readonly] autocomplete=[self.autocomplete]
                inputmode=[self.inputmode] min=[self.min.as_ref()] max=[self.max.as_ref()] step=[self.step.as_ref()]
                maxlength=[self.max_length] spellcheck=[self.spellcheck];
        };
        let mut wrapper = String::new();
        if self.prefix.is_some() {
            wrapper.push_str(" form-input-wrapper--prefix");
        }
        if self.suffix.is_some() {
            wrapper.push_str(" form-input-wrapper--suffix");
        }
        field.wrap(&html! {
            @if wrapper.is_empty() { (input) }
            @else {
                div class={ "form-input-wrapper" (wrapper) } {
                    @if let Some(text) = &self.prefix { div class="form-input-prefix" aria-hidden="true" { (text) } }
                    (input)
                    @if let Some(text) = &self.suffix { div class="form-input-suffix" aria-hidden="true" { (text) } }
                }
            }
        })
    }
}
