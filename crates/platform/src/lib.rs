//! What every room stands on: the web shell, people and access, the audit log, jobs, mail, live updates and configuration.
//!
//! A room brings [`web::Route`]s, jobs, migrations and texts; the program (`inddrag`) puts rooms together into an [`App`] and serves it. The platform knows
//! organisations, accounts and rights, but nothing of courses or processes.
//!
//! - [`web`]: from request to page: routes with their access rule, forms, errors, security headers.
//! - [`people`]: accounts, sessions, memberships and the ways to sign in.
//! - [`audit`]: who did what, hash-chained.
//! - [`jobs`], [`mail`]: work after the transaction, exactly once for what people see.
//! - [`live`]: server-sent events that survive reconnects.
//! - [`config`], [`observe`], [`doctor`]: running it.
//! - [`values`]: mail addresses, money and the like: types that cannot be wrong.

pub mod app;
pub mod audit;
mod clock;
pub mod config;
pub mod doctor;
mod house;
pub mod jobs;
mod keys;
pub mod limits;
pub mod live;
pub mod mail;
pub mod observe;
pub mod organisation;
pub mod people;
mod random;
pub mod room;
#[cfg(feature = "testing")]
pub mod testing;
pub mod values;
pub mod web;

mod t {
    //! Texts of the platform, made from `texts/` at build time.
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use app::App;
pub use clock::{Clock, ZONE, zone};
pub use house::room;
pub use keys::{Keys, token_hash};
pub use organisation::{OrgScope, Organisation};
pub use random::Random;
pub use room::Room;

/// The platform's tables.
#[must_use]
pub fn migrations() -> Vec<db::Migration> {
    db::migrations!("platform", ["0001_people", "0002_audit", "0003_jobs", "0004_mail", "0005_live"]).to_vec()
}
