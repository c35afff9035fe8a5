//! Pictures: lying bars with their names and numbers. A table with the same numbers always follows.

use maud::{Markup, html};

/// One line of a chart.
pub(super) struct Line {
    pub(super) label: String,
    /// What stands to the right of the bar.
    pub(super) shown: String,
    pub(super) marks: Vec<Mark>,
}

/// Something drawn on a line; places and widths in parts of a hundred of it.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// A bar from the left, one of `of` below each other, counted from 0.
    Bar { width: f64, at: usize, of: usize },
    /// A band behind the bars.
    Band { from: f64, to: f64 },
    /// A line from top to bottom.
    Tick { at: f64, width: f64 },
}

/// Height of a line in the picture's own units; the picture is stretched to fit.
const HEIGHT: f64 = 20.0;

/// A picture with its title. `text` says what it shows to those who do not see it.
pub(super) fn figure(id: &str, title: &str, text: &str, lines: &[Line]) -> Markup {
    let title_id = format!("{id}-title");
    html! {
        figure id=(id) aria-labelledby=(title_id) {
            figcaption id=(title_id) { (title) }
            div class="chart" role="img" aria-label=(text) {
                @for line in lines {
                    div class="line" {
                        span class="label" { (line.label) }
                        (picture(&line.marks))
                        span class="shown" { (line.shown) }
                    }
                }
            }
        }
    }
}

/// The marks as a picture; also for the key.
pub(super) fn picture(marks: &[Mark]) -> Markup {
    html! {
        svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class="ground" width="100" height="20" {}
            @for mark in marks { (one(*mark)) }
        }
    }
}

fn one(mark: Mark) -> Markup {
    match mark {
        Mark::Band { from, to } => rect("band", from, to - from, 1.0, HEIGHT - 2.0),
        // Nothing is nothing: no sliver stands for it.
        Mark::Bar { width: 0.0, .. } => html! {},
        Mark::Bar { width, at, of } => {
            let room = HEIGHT - 10.0;
            let height = room / of.max(1) as f64;
            rect("bar", 0.0, width, 5.0 + height * at as f64, height * if of > 1 { 0.8 } else { 1.0 })
        }
        Mark::Tick { at, width } => rect("tick", (at - width / 2.0).clamp(0.0, 100.0 - width), width, 0.0, HEIGHT),
    }
}

fn rect(class: &str, x: f64, width: f64, y: f64, height: f64) -> Markup {
    let number = |number: f64| format!("{number:.2}");
    html! {
        rect class=(class) x=(number(x)) width=(number(width.clamp(0.8, 100.0))) y=(number(y)) height=(number(height)) {}
    }
}
