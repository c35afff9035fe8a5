//! The page around every content: head, header, navigation, breadcrumb, heading, footer.

mod footer;
mod head;
mod header;

use maud::{DOCTYPE, Markup, html};

use crate::{Flash, Href, Icon, Lang, lead, t};

/// What surrounds every page of a request: who is looking, at what, in which house.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Language of the page.
    pub lang: Lang,
    /// Name of the site, shown top left and after each title.
    pub site: String,
    /// The front page in this language.
    pub home: Href,
    /// Scheme and host without final slash (`https://kurser.example.dk`), for canonical and shared addresses.
    pub base_url: String,
    /// This page's path without its query; its canonical address.
    pub path: Href,
    /// The same page in the other language.
    pub other_language: Option<Href>,
    /// Main navigation.
    pub navigation: Vec<NavItem>,
    /// Who is signed in.
    pub user: Option<User>,
    /// Where to sign in, shown when nobody is.
    pub sign_in: Option<Href>,
    /// Whom to write to, shown in the footer.
    pub organisation: Organisation,
    /// Small links at the bottom: privacy, accessibility statement.
    pub footer_links: Vec<(String, Href)>,
    /// What the previous request wants to say.
    pub flash: Option<Flash>,
}

/// One entry of the main navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Its text.
    pub text: String,
    /// Its page.
    pub href: Href,
    /// Whether this page lies under it.
    pub current: bool,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct User {
    /// Name.
    pub name: String,
    /// Pages of their own: sign-ups, workspace, settings.
    pub links: Vec<(String, Href)>,
    /// Where the sign-out form goes.
    pub sign_out: Href,
    /// Token for that form.
    pub csrf: String,
}

/// Who offers the site.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Name.
    pub name: String,
    /// Mail address for questions.
    pub mail: Option<String>,
    /// Telephone number.
    pub telephone: Option<String>,
}

/// One step of the way to a page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Its text.
    pub text: String,
    /// Its page.
    pub href: Href,
}

impl Crumb {
    /// A page above this one.
    pub fn new(text: impl Into<String>, href: Href) -> Self {
        Self { text: text.into(), href }
    }
}

/// Whether search engines may keep the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Robots {
    /// They may.
    #[default]
    Index,
    /// They may not: personal pages, forms, drafts.
    NoIndex,
}

/// One page: its title, which is also its only `h1`, and its content.
#[derive(Clone, Debug)]
pub struct Page {
    title: String,
    description: Option<String>,
    lead: Option<String>,
    above: Option<Markup>,
    crumbs: Vec<Crumb>,
    robots: Robots,
    has_errors: bool,
    wide: bool,
    banner: Option<Markup>,
    body: Markup,
}

impl Page {
    /// A page.
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            description: None,
            lead: None,
            above: None,
            crumbs: Vec::new(),
            robots: Robots::default(),
            has_errors: false,
            wide: false,
            banner: None,
            body,
        }
    }

    /// One sentence for search engines and shared links.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// The first, larger paragraph below the heading.
    #[must_use]
    pub fn lead(mut self, text: impl Into<String>) -> Self {
        self.lead = Some(text.into());
        self
    }

    /// A short thing between breadcrumb and heading: steps, back link.
    #[must_use]
    pub fn above(mut self, markup: Markup) -> Self {
        self.above = Some(markup);
        self
    }

    /// The pages above this one; the page itself is added.
    #[must_use]
    pub fn crumbs(mut self, crumbs: impl IntoIterator<Item = Crumb>) -> Self {
        self.crumbs = crumbs.into_iter().collect();
        self
    }

    /// Keeps the page out of search engines.
    #[must_use]
    pub fn noindex(mut self) -> Self {
        self.robots = Robots::NoIndex;
        self
    }

    /// Starts the browser's title with “Fejl:”, so that screen readers say it first.
    #[must_use]
    pub fn has_errors(mut self, has: bool) -> Self {
        self.has_errors = has;
        self
    }

    /// Sets heading and lead in a coloured band across the page, with `actions` below them: front pages, and pages one
    /// hands out.
    #[must_use]
    pub fn banner(mut self, actions: Markup) -> Self {
        self.banner = Some(actions);
        self
    }

    /// Uses the whole width, for tables of the workspace.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

/// The full document.
pub fn page(shell: &Shell, page: &Page) -> Markup {
    let lang = shell.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.html_code()) {
            (head::head(shell, page))
            body {
                a class="skipnav" href="#main-content" { (t::skip(lang)) }
                (header::header(shell))
                @if let Some(actions) = &page.banner { (with_banner(shell, page, actions)) }
                @else { (plain(shell, page)) }
                (footer::footer(shell))
                div id="announcer" class="sr-only" role="status" aria-live="polite" {}
            }
        }
    }
}

fn plain(shell: &Shell, page: &Page) -> Markup {
    html! {
        div class={ "page-container container" @if page.wide { " page-wide" } } {
            (breadcrumbs(shell.lang, shell, page))
            main id="main-content" tabindex="-1" {
                @if let Some(flash) = &shell.flash { (flash.render(shell.lang)) }
                (heading(page))
                (page.body)
            }
        }
    }
}

fn with_banner(shell: &Shell, page: &Page, actions: &Markup) -> Markup {
    html! {
        main id="main-content" class="page-with-banner" tabindex="-1" {
            div class="page-banner" {
                div class="container page-banner-inner" {
                    div { (heading(page)) div class="page-banner-actions" { (actions) } }
                    (header::mark("page-banner-picture"))
                }
            }
            div class="page-container container" {
                @if let Some(flash) = &shell.flash { (flash.render(shell.lang)) }
                (page.body)
            }
        }
    }
}

fn heading(page: &Page) -> Markup {
    html! {
        @if let Some(above) = &page.above { (above) }
        h1 { (page.title) }
        @if let Some(text) = &page.lead { (lead(text)) }
    }
}

fn breadcrumbs(lang: Lang, shell: &Shell, page: &Page) -> Markup {
    if page.crumbs.is_empty() {
        return html! {};
    }
    html! {
        nav class="breadcrumbs" aria-label=(t::breadcrumbs(lang)) {
            ol class="breadcrumbs__list no-max-width" {
                li class="breadcrumbs__list-item" { a class="breadcrumbs__link" href=(shell.home) { (t::home(lang)) } }
                @for crumb in &page.crumbs {
                    li class="breadcrumbs__list-item" {
                        (Icon::ChevronRight.decorative()) a class="breadcrumbs__link" href=(crumb.href) { (crumb.text) }
                    }
                }
                li class="breadcrumbs__list-item" aria-current="page" { (Icon::ChevronRight.decorative()) (page.title) }
            }
        }
    }
}

/// A link to the same page in the other language, named in that language.
pub fn language_switch(lang: Lang, href: &Href) -> Markup {
    let other = lang.other();
    html! {
        a class="function-link language-link" href=(href) hreflang=(other.code()) lang=(other.html_code()) {
            (Icon::Language.decorative()) (other.own_name())
        }
    }
}
