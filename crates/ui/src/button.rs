//! Buttons do, links lead. A dangerous button asks first.

use maud::{Markup, Render, html};

use crate::{Href, Icon, Lang, t};

#[derive(Clone, Copy, Debug)]
enum Look {
    Primary,
    Secondary,
    Tertiary,
    Danger,
    Plain,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Tertiary => "button button-tertiary",
            Self::Danger => "button button-warning",
            Self::Plain => "function-link",
        }
    }
}

/// A question asked before a button does what cannot be undone.
///
/// With script a dialog asks; without, the form is sent at once, so the action behind it must be able to undo or the
/// page must lead to a confirming page first.
#[derive(Clone, Debug)]
pub struct Confirm {
    question: String,
    consequence: String,
    cancel: &'static str,
}

impl Confirm {
    /// `question` is the dialog's heading ("Vil du slette holdet?"), `consequence` says what happens then.
    pub fn new(lang: Lang, question: impl Into<String>, consequence: impl Into<String>) -> Self {
        Self {
            question: question.into(),
            consequence: consequence.into(),
            cancel: t::cancel(lang),
        }
    }
}

/// A button of a form.
#[derive(Clone, Debug)]
pub struct Button {
    look: Look,
    text: String,
    icon: Option<Icon>,
    name_value: Option<(String, String)>,
    action: Option<Href>,
    confirm: Option<Confirm>,
    unvalidated: bool,
    about: Option<String>,
    disabled: bool,
    adds_row: bool,
    id: Option<String>,
}

impl Button {
    fn new(look: Look, text: impl Into<String>) -> Self {
        Self {
            look,
            text: text.into(),
            icon: None,
            name_value: None,
            action: None,
            confirm: None,
            unvalidated: false,
            about: None,
            disabled: false,
            adds_row: false,
            id: None,
        }
    }

    /// The main thing to do on the page; one per form.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(Look::Primary, text)
    }

    /// Another thing to do.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(Look::Secondary, text)
    }

    /// The quiet alternative, such as cancel.
    pub fn tertiary(text: impl Into<String>) -> Self {
        Self::new(Look::Tertiary, text)
    }

    /// Deletes or ends something; cannot be made without the question that is asked first.
    pub fn danger(text: impl Into<String>, confirm: Confirm) -> Self {
        Self {
            confirm: Some(confirm),
            ..Self::new(Look::Danger, text)
        }
    }

    /// Looks like a link with an icon, for small actions inside lists.
    pub fn plain(icon: Icon, text: impl Into<String>) -> Self {
        Self {
            icon: Some(icon),
            ..Self::new(Look::Plain, text)
        }
    }

    /// Sends this name and value along when pressed.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name_value = Some((name.into(), value.into()));
        self
    }

    /// Sends the form to another address than the form's own.
    #[must_use]
    pub fn action(mut self, action: Href) -> Self {
        self.action = Some(action);
        self
    }

    /// Puts an icon before the text.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Asks before it acts.
    #[must_use]
    pub fn confirm(mut self, confirm: Confirm) -> Self {
        self.confirm = Some(confirm);
        self
    }

    /// Says to screen readers what it is about, where several buttons bear the same text ("Fjern" + "Ane Holm").
    #[must_use]
    pub fn about(mut self, what: impl Into<String>) -> Self {
        self.about = Some(what.into());
        self
    }

    /// Sends the form without the browser checking it ("Gem kladde", "Tilføj række").
    #[must_use]
    pub fn unvalidated(mut self) -> Self {
        self.unvalidated = true;
        self
    }

    /// Cannot be pressed now; say beside it why.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// An id, for scripts and labels.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Adds a row of a [`crate::Repeat`] with script.
    pub(crate) fn adds_row(mut self) -> Self {
        self.adds_row = true;
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let confirm = self.confirm.as_ref();
        html! {
            button type="submit" class=(self.look.class()) id=[self.id.as_ref()]
                name=[self.name_value.as_ref().map(|(name, _)| name)]
                value=[self.name_value.as_ref().map(|(_, value)| value)]
                formaction=[self.action.as_ref()] formnovalidate[self.unvalidated] disabled[self.disabled]
                data-confirm=[confirm.map(|c| &c.question)] data-confirm-text=[confirm.map(|c| &c.consequence)]
                data-confirm-cancel=[confirm.map(|c| c.cancel)]
                data-repeat-add[self.adds_row] {
                @if let Some(icon) = self.icon { (icon.decorative()) }
                span { (self.text) }
                @if let Some(what) = &self.about { span class="sr-only" { " " (what) } }
            }
        }
    }
}

/// A link that looks like a button, for the next step that changes nothing by itself.
pub fn link_button(text: &str, href: &Href, primary: bool) -> Markup {
    let class = if primary { Look::Primary.class() } else { Look::Secondary.class() };
    html! { a class=(class) href=(href) { (text) } }
}

/// Buttons side by side, below each other on a phone.
pub fn button_group(buttons: &[&dyn Render]) -> Markup {
    html! { div class="button-group" { @for button in buttons { (button.render()) } } }
}
