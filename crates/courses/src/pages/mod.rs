//! What people see: one file per page or form.

mod admin;
mod interest;
mod order;
pub(crate) mod paths;
mod public;
mod signup;
pub(crate) mod wording;

use platform::web::{NavItem, Route};

pub(crate) use public::seats_changed;
#[cfg(feature = "testing")]
pub(crate) use signup::without_lock::routes as routes_without_lock;

/// Every page of the room.
pub(crate) fn routes() -> Vec<Route> {
    [
        public::routes(),
        signup::routes(),
        order::routes(),
        interest::routes(),
        admin::routes(),
    ]
    .concat()
}

/// The room's menu entries.
pub(crate) fn navigation() -> Vec<NavItem> {
    [public::navigation(), admin::navigation()].concat()
}
