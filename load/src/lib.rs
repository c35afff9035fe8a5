//! Plays a crowd against Inddrag and tells how it fared.
//!
//! The command `load` (see `README.md`) starts the program on a throw-away data folder, opens pages and signs people up at a fixed pace, and judges speed, memory
//! and whether everything that was confirmed is really there. Its parts also serve the program's own tests of rush, crash and restore:
//!
//! - [`http`]: connections to the program, and nothing between.
//! - [`visitor`]: a browser without a screen: cookies, forms with their tokens.
//! - [`sign_up`]: signing a group up through the form, as people do.
//! - [`program`]: starting, stopping and killing the real program.
//! - [`stage`]: what is looked at and changed directly in the database.
//!
//! Only the machine's own program is ever asked: [`http::Server`] takes loopback addresses and nothing else.

pub mod first_page;
pub mod http;
pub mod machine;
pub mod numbers;
pub mod pace;
pub mod program;
pub mod report;
pub mod run;
pub mod sign_up;
pub mod stage;
pub mod visitor;

/// Why something could not be done, in words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Failure {
    /// With what was tried in front.
    pub fn new(tried: impl std::fmt::Display, why: impl std::fmt::Display) -> Self {
        Self(format!("{tried}: {why}"))
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Self(format!("database: {error}"))
    }
}

impl From<http::Lost> for Failure {
    fn from(lost: http::Lost) -> Self {
        Self(lost.to_string())
    }
}
