//! Name of the site, language, who is signed in, main navigation.
//!
//! On a phone the navigation is a popover that the browser opens itself, so it works without script; browsers too old for
//! popovers show it in the page.

use maud::{Markup, html};

use super::{Shell, User, language_switch};
use crate::{Icon, Lang, form::hidden, t};

pub(super) fn header(shell: &Shell) -> Markup {
    let lang = shell.lang;
    html! {
        header class="header" {
            div class="portal-info" {
                div class="portal-info-inner container" {
                    a class="site-name" href=(shell.home) {
                        (mark("site-mark")) span { (shell.site) }
                    }
                    @if !shell.navigation.is_empty() {
                        button type="button" class="function-link button-menu-open" popovertarget="main-menu" {
                            (Icon::Menu.decorative()) span { (t::menu(lang)) }
                        }
                    }
                    div class="portal-tools" {
                        @if let Some(href) = &shell.other_language { (language_switch(lang, href)) }
                        @if let Some(user) = &shell.user { (user_menu(lang, user)) }
                        @else if let Some(href) = &shell.sign_in {
                            a class="function-link" href=(href) { (Icon::Lock.decorative()) span { (t::sign_in(lang)) } }
                        }
                    }
                }
            }
            @if !shell.navigation.is_empty() { (navigation(shell)) }
        }
    }
}

fn navigation(shell: &Shell) -> Markup {
    let lang = shell.lang;
    html! {
        div class="navigation-menu" id="main-menu" popover {
            div class="navigation-menu-inner container" {
                button type="button" class="function-link button-menu-close" popovertarget="main-menu"
                    popovertargetaction="hide" { (Icon::Close.decorative()) span { (t::close(lang)) } }
                nav class="nav" aria-label=(t::main_menu(lang)) {
                    ul class="mainmenu" {
                        @for item in &shell.navigation {
                            li class=[item.current.then_some("active current")] {
                                a class="nav-link" href=(item.href)
                                    aria-current=[item.current.then(|| if item.href == shell.path { "page" } else { "true" })] {
                                    span { (item.text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn user_menu(lang: Lang, user: &User) -> Markup {
    html! {
        details class="user-menu" data-menu {
            summary class="function-link" {
                (Icon::Account.decorative())
                span class="sr-only" { (t::signed_in_as(lang)) " " }
                span class="user-name" { (user.name) }
            }
            div class="user-menu-panel" {
                ul {
                    @for (text, href) in &user.links { li { a class="nav-link" href=(href) { (text) } } }
                }
                form method="post" action=(user.sign_out) {
                    (hidden(crate::CSRF_FIELD, &user.csrf))
                    button type="submit" class="function-link log-off" { (Icon::Lock.decorative()) span { (t::sign_out(lang)) } }
                }
            }
        }
    }
}

/// The house's mark: people around a table, seen from above.
pub(super) fn mark(class: &str) -> Markup {
    html! {
        svg class=(class) viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            circle class="mark-table" cx="16" cy="16" r="6" {}
            @for (x, y) in [("16", "4"), ("26.4", "10"), ("26.4", "22"), ("16", "28"), ("5.6", "22"), ("5.6", "10")] {
                circle class="mark-seat" cx=(x) cy=(y) r="3" {}
            }
        }
    }
}
