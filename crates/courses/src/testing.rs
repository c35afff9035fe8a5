//! For the test of the rush: signing up as it goes wrong without a lock. No program registers these routes.

use platform::web::Route;

/// Takes the form of `/kurser/{course}/tilmelding/{edition}` at `/kurser/{course}/tilmelding-uden-laas/{edition}`, and sells the last seat to whoever comes.
#[must_use]
pub fn routes_without_lock() -> Vec<Route> {
    crate::pages::routes_without_lock()
}
