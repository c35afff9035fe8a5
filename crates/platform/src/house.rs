//! The platform as a room among the others: its pages, tables and background work.

use crate::room::Room;
use crate::{audit, jobs, live, mail, people, web};

/// The platform's room; the program adds it after the others, so that their menu entries come first.
#[must_use]
pub fn room() -> Room {
    Room {
        routes: [web::routes(), people::routes(), audit::routes(), jobs::routes(), mail::routes()].concat(),
        navigation: [people::navigation(), jobs::navigation(), audit::navigation(), web::navigation()].concat(),
        migrations: crate::migrations(),
        jobs: |registry| {
            jobs::register(registry);
            mail::register(registry);
            live::register(registry);
            people::register(registry);
        },
        sitemap: Some(web::sitemap),
        personal: None,
    }
}
