//! Fields that only belong to some answers. The style sheet hides the others, so no script is needed; the server ignores what does not belong.

use maud::{Markup, html};

/// A question with radio buttons, and fields that belong to some of its answers, each with the numbers (from 1, at most 4) of the answers it belongs to.
pub fn depending(question: &Markup, parts: &[(&[usize], Markup)]) -> Markup {
    html! {
        div class="depending" {
            div class="depending-question" { (question) }
            @for (answers, part) in parts {
                div class=(answers.iter().fold("depending-part".to_owned(), |classes, answer| format!("{classes} depending-on-{answer}"))) { (part) }
            }
        }
    }
}

/// A box, and fields that are needed only where it is not ticked.
pub fn unless_ticked(question: &Markup, part: &Markup) -> Markup {
    html! {
        div class="unless-ticked" {
            div class="unless-ticked-question" { (question) }
            div class="unless-ticked-part" { (part) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_names_the_answers_it_belongs_to() {
        let html = depending(&html! { "?" }, &[(&[1, 3], html! { "a" }), (&[2], html! { "b" })]).into_string();
        assert!(html.contains("class=\"depending-part depending-on-1 depending-on-3\""));
        assert!(html.contains("class=\"depending-part depending-on-2\""));
    }
}
