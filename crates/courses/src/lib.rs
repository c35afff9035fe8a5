//! The course house: what a provider offers, and how people get a seat.
//!
//! A visitor finds a course, signs up colleagues and self with the authority's EAN number, and gets a link by mail to see and cancel. Where an edition is full
//! or has no date, an interest list takes its place. The house plans editions, follows seats and decides whether an edition runs.
//!
//! - [`model`]: the nouns and their rules, pure.
//! - `store`: the SQL, by noun.
//! - `actions`: what people do, each in one transaction.
//! - `pages`: what people see.
//! - [`demo`]: the house of the demo.

mod actions;
pub mod demo;
mod jobs;
mod kept;
mod mails;
pub mod model;
mod pages;
mod personal;
mod rights;
mod room;
mod store;
#[cfg(feature = "testing")]
pub mod testing;

mod t {
    //! Texts of the room, made from `texts/` at build time.
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use pages::paths::CATALOGUE as SEARCH;
pub use rights::{ManageCourses, SeeHouse, SeeParticipants};
pub use room::room;
