//! Who is behind the page and how to reach them.

use maud::{Markup, html};

use super::Shell;
use crate::{Href, t};

pub(super) fn footer(shell: &Shell) -> Markup {
    let lang = shell.lang;
    let organisation = &shell.organisation;
    html! {
        footer {
            div class="footer" {
                div class="container footer-columns" {
                    div class="footer-contact" {
                        p class="footer-name" { (organisation.name) }
                        @if let Some(mail) = &organisation.mail {
                            p { (t::questions(lang)) " " a href=(Href::mail(mail)) { (mail) } }
                        }
                        @if let Some(number) = &organisation.telephone {
                            p { (t::call(lang)) " " a href=(Href::telephone(number)) { (number) } }
                        }
                    }
                    @if !shell.footer_links.is_empty() {
                        ul class="footer-links" {
                            @for (text, href) in &shell.footer_links { li { a href=(href) { (text) } } }
                        }
                    }
                }
            }
        }
    }
}
