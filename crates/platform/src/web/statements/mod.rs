//! What every site owes its readers: what happens to their data, and how accessible the pages are. Both stand at the bottom of every page.

mod accessibility;
mod kept;
mod privacy;

use maud::{Markup, html};
use texts::Lang;
use ui::Href;

use super::access::Public;
use super::{Audience, Core, Error, NavItem, Paths, Route, get};
use crate::organisation::OrgScope;
use crate::room::Boxed;
use crate::{App, t};

/// What is kept about people, why, and until when.
pub const PRIVACY: Paths = Paths::new("/privatliv", "/en/privacy");
/// The accessibility statement.
pub const ACCESSIBILITY: Paths = Paths::new("/tilgaengelighed", "/en/accessibility");

pub(super) fn routes() -> Vec<Route> {
    vec![
        get(PRIVACY, Public, privacy::show).in_shared_cache(),
        get(ACCESSIBILITY, Public, accessibility::show).in_shared_cache(),
    ]
}

/// Their links at the bottom of every page.
#[must_use]
pub fn navigation() -> Vec<NavItem> {
    let item = |paths, label| NavItem {
        paths,
        label,
        audience: Audience::Footer,
        exact: true,
    };
    vec![
        item(PRIVACY, t::privacy_title as fn(Lang) -> &'static str),
        item(ACCESSIBILITY, t::accessibility_title),
    ]
}

/// Both pages for search engines.
#[must_use]
pub fn sitemap(_: App, _: OrgScope) -> Boxed<'static, Result<Vec<String>, Error>> {
    let pages = [PRIVACY, ACCESSIBILITY];
    let addresses = Lang::ALL.iter().flat_map(|lang| pages.map(|page| page.url(*lang, &[]))).collect();
    Box::pin(std::future::ready(Ok(addresses)))
}

/// Whom to write to, as a link on a line of its own; nothing where the organisation has no address.
fn write_to(core: &Core) -> Markup {
    let mail = &core.organisation.contact_email;
    html! { @if !mail.is_empty() { p { a href=(Href::mail(mail)) { (mail) } } } }
}

/// A site of the state, with its bare name as the link's text.
fn authority(url: &'static str) -> Markup {
    let name = url.trim_start_matches("https://");
    html! { @if let Ok(href) = Href::external(url) { p { a href=(href) { (name) } } } }
}
