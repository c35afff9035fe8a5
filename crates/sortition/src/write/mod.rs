//! What a selection gives out, as rows of text and as CSV.
//!
//! Rows come first: the program can make spreadsheets of them as well. Cells stand in them as they were read; only [`csv`] guards against
//! spreadsheets that calculate.

mod csv;
mod inert;
mod people;
mod quotas;
mod summary;

pub use csv::csv;
pub use inert::{guarded, unguarded};
pub use people::{Layout, panels, remaining, remaining_people, selected};
pub use quotas::quotas;
pub use summary::summary;

/// Rows of cells, the headings first.
pub type Rows = Vec<Vec<String>>;
