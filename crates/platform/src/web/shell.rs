//! The page around a handler's content: who is looking, at what, in which organisation.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{HeaderMap, HeaderValue, header};
use maud::{Markup, html};
use ui::{Button, Flash, Form, Href, hidden};

use super::access::{Demo, Operator, Person, Staff, Visitor};
use super::{Audience, Core, Cx, Error, NavItem, Response, cookies, html as html_answer};
use crate::people::pages as people;
use crate::web::csrf;
use crate::{App, t};

pub(super) const VISIT_COOKIE: &str = "visit";
pub(super) const NOTICE_COOKIE: &str = "notice";

/// What the menu of a page is made from: the proof its handler holds.
pub trait Menu {
    /// The menu's entries.
    fn menu(&self, core: &Core) -> Vec<ui::NavItem>;

    /// The name on top of the page.
    fn house(&self, core: &Core) -> (String, String) {
        (core.organisation.name.clone(), core.organisation.contact_email.clone())
    }
}

impl<P: Menu> Cx<P> {
    /// A whole page.
    #[must_use]
    pub fn page(&self, page: &ui::Page) -> Response {
        let (name, mail) = self.proof.house(self);
        render(self, self.proof.menu(self), name, mail, http::StatusCode::OK, page)
    }

    /// A form shown again with its mistakes: the same page with status 422.
    #[must_use]
    pub fn page_with_mistakes(&self, page: ui::Page) -> Response {
        let (name, mail) = self.proof.house(self);
        render(
            self,
            self.proof.menu(self),
            name,
            mail,
            http::StatusCode::UNPROCESSABLE_ENTITY,
            &page.has_errors(true),
        )
    }
}

impl Menu for Visitor {
    fn menu(&self, core: &Core) -> Vec<ui::NavItem> {
        public_menu(core)
    }
}

impl Menu for Person {
    fn menu(&self, core: &Core) -> Vec<ui::NavItem> {
        public_menu(core)
    }
}

impl Menu for Demo {
    fn menu(&self, core: &Core) -> Vec<ui::NavItem> {
        public_menu(core)
    }
}

impl Menu for Operator {
    fn menu(&self, core: &Core) -> Vec<ui::NavItem> {
        core.app.navigation.of_operators().map(|item| entry(core, item, &[])).collect()
    }
}

impl<R> Menu for Staff<R> {
    fn menu(&self, core: &Core) -> Vec<ui::NavItem> {
        core.app
            .navigation
            .of(self.role)
            .map(|item| entry(core, item, &[&self.organisation.slug]))
            .collect()
    }

    fn house(&self, _core: &Core) -> (String, String) {
        (self.organisation.name.clone(), self.organisation.contact_email.clone())
    }
}

fn public_menu(core: &Core) -> Vec<ui::NavItem> {
    core.app.navigation.public().map(|item| entry(core, item, &[])).collect()
}

fn entry(core: &Core, item: &NavItem, parameters: &[&str]) -> ui::NavItem {
    let url = item.paths.url(core.lang, parameters);
    let path = core.uri.path();
    let below = path.strip_prefix(url.as_str()).is_some_and(|rest| rest.starts_with('/'));
    let current = path == url || (below && !item.exact);
    ui::NavItem {
        text: (item.label)(core.lang).to_owned(),
        href: Href::local(url),
        current,
    }
}

fn render(core: &Core, navigation: Vec<ui::NavItem>, name: String, mail: String, status: http::StatusCode, page: &ui::Page) -> Response {
    let shell = shell(core, navigation, name, mail);
    html_answer(status, ui::page(&shell, page))
}

fn shell(core: &Core, navigation: Vec<ui::NavItem>, name: String, mail: String) -> ui::Shell {
    let lang = core.lang;
    let user = core.session.as_ref().map(|session| {
        let mut links = vec![
            (t::site_house(lang).to_owned(), Href::local(people::HOUSES.url(lang, &[]))),
            (t::site_profile(lang).to_owned(), Href::local(people::PROFILE.url(lang, &[]))),
        ];
        if session.is_operator {
            let operations = core.app.navigation.of_operators().next();
            links.extend(operations.map(|item| (t::site_operations(lang).to_owned(), Href::local(item.paths.url(lang, &[])))));
        }
        ui::User {
            name: session.name.clone(),
            links,
            sign_out: Href::local(people::SIGN_OUT.url(lang, &[])),
            csrf: core.form_token(),
        }
    });
    let mut footer_links: Vec<_> = core
        .app
        .navigation
        .items
        .iter()
        .filter(|item| matches!(item.audience, Audience::Footer))
        .map(|item| ((item.label)(lang).to_owned(), Href::local(item.paths.url(lang, &[]))))
        .collect();
    footer_links.push((t::site_licences(lang).to_owned(), Href::local(assets::LICENCES)));
    if core.app.config.demo {
        let mailbox = crate::mail::pages::MAILBOX.url(lang, &[]);
        footer_links.push((t::site_mailbox(lang).to_owned(), Href::local(mailbox)));
        footer_links.push((t::site_demo(lang).to_owned(), Href::local(people::DEMO_SIGN_IN.url(lang, &[]))));
    }
    ui::Shell {
        lang,
        site: name.clone(),
        home: Href::local(super::site::HOME.url(lang, &[])),
        base_url: core.origin(),
        path: Href::local(core.uri.path().to_owned()),
        other_language: Some(Href::local(core.twin())),
        navigation,
        user,
        sign_in: Some(Href::local(people::SIGN_IN.url(lang, &[]))),
        organisation: ui::Organisation {
            name,
            mail: Some(mail).filter(|mail| !mail.is_empty()),
            telephone: None,
        },
        footer_links,
        flash: core.notice.as_ref().map(|text| Flash::success(text.clone())),
    }
}

/// The page for an error, in the same surroundings. Someone who must sign in is sent there and comes back.
pub(super) fn error_page(core: &Core, error: &Error) -> Response {
    if matches!(error, Error::NeedSignIn) && wants_page(core) {
        let here = core.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
        let sign_in = people::SIGN_IN.url(core.lang, &[]);
        return super::redirect(&super::with_query(&sign_in, &[("next", here)]));
    }
    let (title, text) = error.words(core.lang);
    let page = ui::Page::new(title, error_body(core, error, &text)).noindex();
    let mut response = render(
        core,
        public_menu(core),
        core.organisation.name.clone(),
        core.organisation.contact_email.clone(),
        error.status(),
        &page,
    );
    if let Error::TooMany(seconds) = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    if let Error::Unavailable(_) = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

/// A GET that a person made, not a script or a picture.
fn wants_page(core: &Core) -> bool {
    let accept = core
        .headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("text/html");
    accept.contains("text/html") || accept.contains("*/*")
}

fn error_body(core: &Core, error: &Error, text: &str) -> Markup {
    let lang = core.lang;
    html! {
        (ui::lead(text))
        @match error {
            Error::FormToken => (send_again(core)),
            Error::NotFound => {
                @if let Some(search) = core.app.navigation.search {
                    (ui::search_form(lang, &Href::local(search.url(lang, &[])), t::error_search_label(lang), "q", ""))
                }
                p { a href=(Href::local(super::site::HOME.url(lang, &[]))) { (t::error_home(lang)) } }
            },
            Error::Internal(_) | Error::Unavailable(_) => p { (t::error_request(lang, &core.request_id)) },
            _ => p { a href=(Href::local(super::site::HOME.url(lang, &[]))) { (t::error_home(lang)) } },
        }
    }
}

/// Everything that was typed, hidden in a form with a fresh token, so that an old form costs one more press and no typing.
/// Only for forms of our own site: those from elsewhere are refused before.
fn send_again(core: &Core) -> Markup {
    let action = core.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let body = html! {
        @for (name, value) in core.form.pairs().filter(|(name, _)| *name != csrf::FIELD) { (hidden(name, value)) }
        @if !core.form.uploads.is_empty() { p { (t::error_form_token_files(core.lang)) } }
        (Button::primary(t::error_form_token_button(core.lang)))
    };
    Form::post(Href::local(action.to_owned()), core.form_token()).body(&body)
}

pub(super) fn seal_notice(app: &App, text: &str) -> String {
    let encoded = URL_SAFE_NO_PAD.encode(text);
    let seal = app.keys.seal_text("notice", &[text.as_bytes()]);
    format!("{encoded}.{seal}")
}

pub(super) fn read_notice(app: &App, headers: &HeaderMap) -> Option<String> {
    let (encoded, seal) = cookies::read(headers, &app.config, NOTICE_COOKIE)?.split_once('.')?;
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).ok()?).ok()?;
    app.keys.verify_text("notice", &[text.as_bytes()], seal).then_some(text)
}
