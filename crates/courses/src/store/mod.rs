//! The room's SQL, by noun. Everything takes the organisation's scope; what writes takes a transaction.

pub(crate) mod catalogue;
pub(crate) mod edit_courses;
pub(crate) mod edit_editions;
pub(crate) mod edit_registrations;
pub(crate) mod edit_series;
pub(crate) mod edit_venues;
pub(crate) mod edit_words;
pub(crate) mod editions;
pub(crate) mod figures;
pub(crate) mod interest;
pub(crate) mod orders;
pub(crate) mod personal;
pub(crate) mod registrations;
mod rows;
pub(crate) mod words;
