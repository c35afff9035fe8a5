//! The house's front page: what needs a decision today.

mod front;
mod todo;

use platform::web::{MemberWith, Route, get};

use crate::pages::paths::HOUSE;
use crate::rights::SeeHouse;

pub(super) fn routes() -> Vec<Route> {
    vec![get(HOUSE, MemberWith::<SeeHouse>::right(), front::show)]
}
