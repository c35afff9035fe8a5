//! The rooms of the house, put together.

use db::Migration;
use platform::jobs::Registry;
use platform::web::{Navigation, Route};
use platform::{App, Room};

/// Every room, in the order of the menus.
#[must_use]
pub fn all() -> Vec<Room> {
    vec![courses::room(), platform::room()]
}

/// Every route of the program: the one list that the router, the table test and the documentation are made from.
#[must_use]
pub fn routes(rooms: &[Room]) -> Vec<Route> {
    rooms.iter().flat_map(|room| room.routes.iter().cloned()).collect()
}

/// Every table, the platform's first because rooms point to them.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    let mut rooms = all();
    rooms.reverse();
    rooms.into_iter().flat_map(|room| room.migrations).collect()
}

/// Who does which background work.
#[must_use]
pub fn registry(rooms: &[Room]) -> Registry<App> {
    let mut registry = Registry::new();
    for room in rooms {
        (room.jobs)(&mut registry);
    }
    registry
}

/// The menus.
#[must_use]
pub fn navigation(rooms: &[Room]) -> Navigation {
    Navigation {
        items: rooms.iter().flat_map(|room| room.navigation.iter().copied()).collect(),
        search: Some(courses::SEARCH),
    }
}
