//! Everything a request or a job may use, put together once at start.

use std::ops::Deref;
use std::sync::Arc;

use db::Db;

use crate::config::Config;
use crate::limits::FloodGuard;
use crate::live::Hub;
use crate::observe::Metrics;
use crate::web::Navigation;
use crate::{Clock, Keys, Random};

/// A handle to the running program. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// Where "now" comes from.
    pub clock: Clock,
    /// Where ids and secrets come from.
    pub random: Random,
    /// How this installation is set up.
    pub config: Config,
    /// Keys derived from the installation's secret.
    pub keys: Keys,
    /// Live updates to open pages.
    pub live: Hub,
    /// First line against floods, in memory.
    pub flood: FloodGuard,
    /// Counters for operators.
    pub metrics: Metrics,
    /// The main menu, put together from what rooms offer.
    pub navigation: Navigation,
    /// Public pages for search engines, listed by the rooms.
    pub sitemaps: Vec<crate::room::Sitemap>,
    /// What rooms keep about a person, for their own copy and for erasure.
    pub personal: Vec<crate::room::PersonalData>,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Scheme, host and port of an organisation's pages: its own host name, else the installation's.
    #[must_use]
    pub fn origin_of(&self, domain: Option<&str>) -> String {
        let public_url = &self.config.public_url;
        domain.map_or_else(|| public_url.clone(), |domain| public_url.replacen(self.config.host(), domain, 1))
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
