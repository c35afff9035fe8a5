//! Demo content: what an empty installation is filled with so that one can look around.
//!
//! The facts are data, in `content/demo/`; here they are read, checked and turned into the nouns of [`crate::model`]. Dates follow the day of filling, so that
//! every public state is there whenever somebody looks. [`fill`] writes them.

mod dates;
mod file;
mod fill;
mod people;

pub use file::{DemoEdition, DemoFault, DemoHouse, DemoInterest, DemoOrganisation, DemoTestimonial, ResolvedEdition, TeachingDay};
pub use fill::{FillError, fill};
pub use people::{DemoAuthority, DemoPeople};

/// The course house with its five courses.
const COURSE_HOUSE: &str = include_str!("../../../../content/demo/courses.toml");

/// A municipality with one internal course.
const MUNICIPALITY: &str = include_str!("../../../../content/demo/nordby.toml");

/// The organisations of the demo, the default one first.
///
/// # Errors
/// [`DemoFault`] if somebody changed the files and did not run the tests.
pub fn houses() -> Result<Vec<DemoHouse>, DemoFault> {
    [COURSE_HOUSE, MUNICIPALITY].into_iter().map(DemoHouse::read).collect()
}

#[cfg(test)]
mod tests;
