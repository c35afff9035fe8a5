//! Sending a file.

use maud::{Markup, Render, html};

use super::field::{Field, shared_setters};
use crate::Lang;

/// A file to send; the form must be [`super::Form::multipart`].
#[derive(Clone, Debug)]
pub struct FileField {
    field: Field,
    accept: String,
    multiple: bool,
}

impl FileField {
    /// The question and the kinds of file taken (`.csv,.xlsx`); say kinds and largest size in the hint too.
    pub fn new(lang: Lang, name: impl Into<String>, label: impl Into<String>, accept: impl Into<String>) -> Self {
        Self {
            field: Field::new(lang, name, label),
            accept: accept.into(),
            multiple: false,
        }
    }

    /// Takes several files.
    #[must_use]
    pub fn multiple(mut self) -> Self {
        self.multiple = true;
        self
    }

    shared_setters!();
}

impl Render for FileField {
    fn render(&self) -> Markup {
        let field = &self.field;
        field.wrap(&html! {
            input type="file" id=(field.id) name=(field.name) class="form-file" accept=(self.accept)
                multiple[self.multiple] aria-describedby=[field.described_by(None)] aria-invalid=[field.invalid()]
                required[field.required()] disabled[field.disabled];
        })
    }
}
