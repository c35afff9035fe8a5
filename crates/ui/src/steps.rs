//! Where one is on a way of several steps.

use maud::{Markup, html};

use crate::{Href, Icon, Lang, t};

/// State of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Finished.
    Done,
    /// The step on this page.
    Current,
    /// Still to come.
    Ahead,
    /// Finished, but something is wrong in it.
    Faulty,
}

/// One step; with `href` one can go there.
#[derive(Clone, Debug)]
pub struct Step {
    /// Name of the step.
    pub title: String,
    /// Where it stands.
    pub state: StepState,
    /// Its page, if one may go there now.
    pub href: Option<Href>,
    /// A line below the title.
    pub note: Option<String>,
}

impl Step {
    /// A step without link.
    pub fn new(title: impl Into<String>, state: StepState) -> Self {
        Self {
            title: title.into(),
            state,
            href: None,
            note: None,
        }
    }

    /// One may go there.
    #[must_use]
    pub fn link(mut self, href: Href) -> Self {
        self.href = Some(href);
        self
    }
}

/// The way as a numbered list, named `label` ("Tilmelding").
pub fn steps(lang: Lang, label: &str, steps: &[Step]) -> Markup {
    let total = steps.len();
    let current = steps
        .iter()
        .position(|step| step.state == StepState::Current)
        .map_or(0, |at| at + 1);
    html! {
        nav class="steps" aria-label=(label) {
            @if current > 0 { p class="step-subheading" { (t::step_of(lang, current, total)) } }
            ol class="step-indicator" {
                @for (at, step) in steps.iter().enumerate() { (one(lang, at + 1, step)) }
            }
        }
    }
}

fn one(lang: Lang, number: usize, step: &Step) -> Markup {
    let class = match step.state {
        StepState::Current => Some("current"),
        StepState::Ahead if step.href.is_none() => Some("disabled"),
        StepState::Faulty => Some("error"),
        StepState::Done | StepState::Ahead => None,
    };
    let current = (step.state == StepState::Current).then_some("step");
    let inner = html! {
        @match step.state {
            StepState::Done => span class="step-icon" { (Icon::Check.meaning(&t::step_done(lang, number))) }
            StepState::Faulty => span class="step-icon" { (Icon::Error.meaning(&t::step_faulty(lang, number))) }
            StepState::Current | StepState::Ahead => span class="step-number" { span { (number) } }
        }
        span class="step-words" {
            span class="step-title" { (step.title) }
            @if let Some(note) = &step.note { span class="step-information" { (note) } }
        }
    };
    html! {
        li class=[class] {
            @if let Some(href) = &step.href { a class="step" href=(href) aria-current=[current] { (inner) } }
            @else { div class="step" aria-current=[current] { (inner) } }
        }
    }
}
