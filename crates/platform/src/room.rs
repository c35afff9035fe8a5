//! What a room brings to the house.

use std::future::Future;
use std::pin::Pin;

use db::{Migration, Tx};
use texts::Lang;

use crate::jobs::Registry;
use crate::organisation::OrgScope;
use crate::people::AccountId;
use crate::web::{NavItem, Route};
use crate::{App, web};

/// A future in a box, so that rooms can be listed beside each other.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Lists the public pages of an organisation in both languages.
pub type Sitemap = fn(App, OrgScope) -> Boxed<'static, Result<Vec<String>, web::Error>>;

/// One purpose for which personal data is kept: a row of the privacy notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What for.
    pub purpose: &'static str,
    /// Which data.
    pub what: &'static str,
    /// Why it is allowed: the article of the General Data Protection Regulation, or another act.
    pub basis: &'static str,
    /// When it is deleted. Made from the very constants that the deleting code uses, so that the notice stays true.
    pub until: String,
}

/// What a room keeps about people.
#[derive(Clone, Copy)]
pub struct PersonalData {
    /// The room's name in the exported file.
    pub name: &'static str,
    /// What is kept, for the privacy notice.
    pub kept: fn(Lang) -> Vec<Kept>,
    /// Everything kept about the person, as JSON, across organisations: it is the person who asks.
    pub export: fn(App, AccountId, String) -> Boxed<'static, Result<serde_json::Value, web::Error>>,
    /// Removes or empties what the law does not oblige to keep, in the transaction that deletes the account. The text is the mailbox.
    pub erase: for<'a> fn(&'a mut Tx, AccountId, &'a str) -> Boxed<'a, Result<(), db::Error>>,
}

/// A room: one capability of the product.
pub struct Room {
    /// Its pages and forms.
    pub routes: Vec<Route>,
    /// Its entries in the menus.
    pub navigation: Vec<NavItem>,
    /// Its tables.
    pub migrations: Vec<Migration>,
    /// Its background work.
    pub jobs: fn(&mut Registry<App>),
    /// Its public pages.
    pub sitemap: Option<Sitemap>,
    /// What it keeps about people.
    pub personal: Option<PersonalData>,
}
