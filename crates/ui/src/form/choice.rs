//! Choosing one (radios) or several (checkboxes).

use maud::{Markup, Render, html};

use super::field::{Field, shared_setters};
use crate::Lang;

/// One answer that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) chosen: bool,
    pub(super) disabled: bool,
}

impl Choice {
    /// An answer: the value sent, and the text shown.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            chosen: false,
            disabled: false,
        }
    }

    /// Whether it was chosen before.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// A line of help below it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Cannot be chosen now; say in the hint why.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    fn control(&self, kind: &str, id: &str, name: &str, required: bool) -> Markup {
        let hint_id = format!("{id}-hint");
        html! {
            div class=(format!("form-group-{kind}")) {
                input type=(kind) id=(id) name=(name) class=(format!("form-{kind}")) value=(self.value)
                    checked[self.chosen] disabled[self.disabled] required[required && !self.disabled]
                    aria-describedby=[self.hint.as_ref().map(|_| &hint_id)];
                label for=(id) { (self.label) }
                @if let Some(hint) = &self.hint { span class="form-hint" id=(hint_id) { (hint) } }
            }
        }
    }
}

fn controls(field: &Field, choices: &[Choice], kind: &str) -> Markup {
    html! {
        @for (at, choice) in choices.iter().enumerate() {
            (choice.control(kind, &format!("{}-{}", field.id, at + 1), &field.name, false))
        }
    }
}

/// Choose one of a few; shown all at once.
#[derive(Clone, Debug)]
pub struct Radios {
    field: Field,
    choices: Vec<Choice>,
}

impl Radios {
    /// The question and its answers.
    pub fn new(lang: Lang, name: impl Into<String>, question: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            field: Field::new(lang, name, question),
            choices: choices.into_iter().collect(),
        }
    }

    shared_setters!();
}

impl Render for Radios {
    fn render(&self) -> Markup {
        self.field
            .wrap_group(Some("radiogroup"), &controls(&self.field, &self.choices, "radio"))
    }
}

/// Choose none, some or all of a few; every chosen value is sent under the same name.
#[derive(Clone, Debug)]
pub struct Checkboxes {
    field: Field,
    choices: Vec<Choice>,
}

impl Checkboxes {
    /// The question and its answers.
    pub fn new(lang: Lang, name: impl Into<String>, question: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self {
            field: Field::new(lang, name, question),
            choices: choices.into_iter().collect(),
        }
    }

    shared_setters!();
}

impl Render for Checkboxes {
    fn render(&self) -> Markup {
        self.field.wrap_group(None, &controls(&self.field, &self.choices, "checkbox"))
    }
}

/// One box to tick: consent, “husk mig”. Sends `on` when ticked and nothing otherwise.
#[derive(Clone, Debug)]
pub struct Checkbox {
    field: Field,
    ticked: bool,
}

impl Checkbox {
    /// A box and what ticking it means.
    pub fn new(lang: Lang, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            field: Field::new(lang, name, label),
            ticked: false,
        }
    }

    /// Whether it was ticked before. Consent is never ticked beforehand.
    #[must_use]
    pub fn ticked(mut self, ticked: bool) -> Self {
        self.ticked = ticked;
        self
    }

    shared_setters!();
}

impl Render for Checkbox {
    fn render(&self) -> Markup {
        let field = &self.field;
        html! {
            div class=(field.group_class()) {
                (field.error_note())
                div class="form-group-checkbox" {
                    input type="checkbox" id=(field.id) name=(field.name) class="form-checkbox" value="on"
                        checked[self.ticked] disabled[field.disabled] required[field.required()]
                        aria-describedby=[field.described_by(None)] aria-invalid=[field.invalid()];
                    // A box that may stay empty needs no “(frivilligt)”: that is what boxes are like.
                    label for=(field.id) { (field.label) }
                    (field.hint_note())
                }
            }
        }
    }
}
