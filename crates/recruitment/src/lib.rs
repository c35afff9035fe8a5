//! Recruitment: who is invited, who answers, and who is drawn.
//!
//! For now this room holds what selection by lot says to people. [`words`] makes sentences of what the engine found, and [`report()`] makes
//! one page of a [record](sortition::record::Record): a file that anybody can open, read, print and check. Nothing here reads or writes
//! files.

mod report;
pub mod words;

pub use report::{Beside, anchor, report};

mod t {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
