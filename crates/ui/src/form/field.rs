//! What all controls share: label, hint, error, and the ids that tie them together.

use maud::{Markup, html};

use crate::{Lang, t};

/// The id of the control with this name: `deltagere-0-navn` → `f-deltagere-0-navn`. The error summary links to it.
pub fn id_of(name: &str) -> String {
    let mut id = String::from("f-");
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '_' {
            id.push(c);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len().max(2));
    id
}

/// How wide a field is; its width hints at the length of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// Up to 4 characters: number of seats, postcode.
    Tiny,
    /// Up to 8 characters: postcode, amount, telephone.
    Short,
    /// Up to 15 characters: EAN number, order number.
    Medium,
    /// Names, mail addresses, titles.
    #[default]
    Normal,
    /// The whole column.
    Full,
}

impl Width {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Tiny => "form-input input-width-xxs",
            Self::Short => "form-input input-width-xs",
            Self::Medium => "form-input input-width-s",
            Self::Normal => "form-input",
            Self::Full => "form-input input-width-full",
        }
    }
}

/// The shared part of a control.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(super) lang: Lang,
    pub(super) name: String,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) error: Option<String>,
    pub(super) optional: bool,
    pub(super) unmarked: bool,
    pub(super) disabled: bool,
}

impl Field {
    pub(super) fn new(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        let name = name.into();
        let label = label.into();
        debug_assert!(!label.trim().is_empty(), "the field “{name}” has no label");
        Self {
            lang,
            id: id_of(&name),
            name,
            label,
            hint: None,
            error: None,
            optional: false,
            unmarked: false,
            disabled: false,
        }
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// Ids for `aria-describedby`: hint, error and what the control adds.
    pub(super) fn described_by(&self, extra: Option<&str>) -> Option<String> {
        let ids: Vec<String> = [
            self.hint.as_ref().map(|_| self.hint_id()),
            self.error.as_ref().map(|_| self.error_id()),
            extra.map(ToOwned::to_owned),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub(super) fn required(&self) -> bool {
        !self.optional && !self.disabled
    }

    /// The words of the label, with “(frivilligt)” where the answer may be left out.
    pub(super) fn words(&self) -> Markup {
        html! {
            (self.label)
            @if self.optional && !self.unmarked { " " span class="weight-normal" { (t::optional(self.lang)) } }
        }
    }

    pub(super) fn hint_note(&self) -> Markup {
        html! { @if let Some(hint) = &self.hint { span class="form-hint" id=(self.hint_id()) { (hint) } } }
    }

    pub(super) fn error_note(&self) -> Markup {
        html! {
            @if let Some(error) = &self.error {
                span class="form-error-message" id=(self.error_id()) {
                    span class="sr-only" { (t::error_prefix(self.lang)) " " } (error)
                }
            }
        }
    }

    fn notes(&self) -> Markup {
        html! { (self.hint_note()) (self.error_note()) }
    }

    pub(super) fn group_class(&self) -> &'static str {
        if self.error.is_some() {
            "form-group form-error"
        } else {
            "form-group"
        }
    }

    /// Label, hint, error, then the control.
    pub(super) fn wrap(&self, control: &Markup) -> Markup {
        html! {
            div class=(self.group_class()) {
                label class={ "form-label" @if self.disabled { " disabled" } } for=(self.id) { (self.words()) }
                (self.notes())
                (control)
            }
        }
    }

    /// A fieldset: the legend takes the label's place, and `id` is on the fieldset so that errors can lead there.
    pub(super) fn wrap_group(&self, role: Option<&str>, controls: &Markup) -> Markup {
        html! {
            div class=(self.group_class()) {
                fieldset id=(self.id) tabindex="-1" role=[role] aria-describedby=[self.described_by(None)]
                    aria-required=[(role == Some("radiogroup") && self.required()).then_some("true")]
                    aria-invalid=[role.and(self.invalid())] {
                    legend class="form-label" { (self.words()) }
                    (self.notes())
                    (controls)
                }
            }
        }
    }
}

/// Setters every control has, for a struct with a `field: Field`.
macro_rules! shared_setters {
    () => {
        /// Help that stays visible: format, why we ask.
        #[must_use]
        pub fn hint(mut self, hint: impl Into<String>) -> Self {
            self.field.hint = Some(hint.into());
            self
        }

        /// What is wrong with the answer and how to mend it, if anything is.
        #[must_use]
        pub fn error(mut self, error: Option<&str>) -> Self {
            self.field.error = error.map(ToOwned::to_owned);
            self
        }

        /// The answer may be left out; fields are required unless this says otherwise.
        #[must_use]
        pub fn optional(mut self) -> Self {
            self.field.optional = true;
            self
        }

        /// The answer may be left out, and that goes without saying: fields of a filter.
        #[must_use]
        pub fn unmarked(mut self) -> Self {
            self.field.optional = true;
            self.field.unmarked = true;
            self
        }

        /// Cannot be answered now.
        #[must_use]
        pub fn disabled(mut self, disabled: bool) -> Self {
            self.field.disabled = disabled;
            self
        }

        /// Another id than the one made from the name.
        #[must_use]
        pub fn id(mut self, id: impl Into<String>) -> Self {
            self.field.id = id.into();
            self
        }
    };
}
pub(super) use shared_setters;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_whatever_the_name() {
        assert_eq!(id_of("navn"), "f-navn");
        assert_eq!(id_of("deltagere[0].e-mail"), "f-deltagere-0-e-mail");
        assert_eq!(id_of("ø"), "f-");
    }
}
