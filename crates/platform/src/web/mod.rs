//! From request to page.
//!
//! A request walks straight through: [`server`] finds the [`Route`], the gate reads session, organisation, query and form and checks the form's token, the
//! route's [`access`] rule gives the handler its proof, the handler answers with a page, a file or an [`Error`], and the gate adds cookies and headers.

pub mod access;
mod cookies;
pub mod csrf;
mod cx;
mod error;
mod fields;
mod form;
mod gate;
mod headers;
mod navigation;
mod paths;
mod respond;
mod route;
pub mod server;
mod shell;
mod site;
mod statements;
pub mod words;

pub use access::{ByLink, Demo, DemoOnly, MemberWith, Operator, OperatorOnly, Person, Public, Right, Rule, SignedIn, Staff, Visitor};
pub use cookies::{cookie_name, expire_cookie, set_cookie};
pub use cx::{Core, Cx};
pub use error::Error;
pub use fields::{Fields, Unreadable, Upload};
pub use form::Check;
pub use gate::Decision;
pub use navigation::{Audience, NavItem, Navigation};
pub use paths::{Paths, encode_segment, local_path, with_query};
pub use respond::{file, html, redirect, redirect_with_notice};
pub use route::{Answer, Route, get, post};
pub use shell::Menu;
pub use site::{COMPONENTS, HOME, routes};
pub use statements::{ACCESSIBILITY, PRIVACY, navigation, sitemap};
pub use ui::Errors;

/// The answer to a request.
pub type Response = axum::response::Response;
