//! The files of a selection: quotas, people, those already selected, settings; in all the dialects that are in use.
//!
//! An engine opens no files. It is handed rows of text ([`Sheet`]), whatever they came from, and gives back what they mean together with
//! everything that is wrong with them, as [findings](crate::check). Reading is tolerant where nothing can be misunderstood: case, spaces,
//! blank rows, further columns, a title above the headings. Where two readings are possible it asks.

mod algorithm;
mod excluded;
mod heading;
mod people;
mod people_columns;
mod quota_columns;
mod quotas;
mod selected;
mod settings;
mod sheet;
mod values;

pub use algorithm::{Algorithm, NoList};
pub use excluded::{Excluded, excluded};
pub use people::{Kept, People, PeopleSettings, people};
pub use quotas::quotas;
pub use selected::{Absent, Selected, selected};
pub use settings::{Settings, settings};
pub use sheet::{Reading, Sheet, SheetRow};
