//! What the engine found, in words for people.
//!
//! The engine speaks in codes, numbers and places; here they become Danish and English sentences that say what is the matter, where, and
//! how to mend it. Everything is plain text: for a terminal, a page or a letter alike.

mod conflict;
mod failure;
mod finding;
mod invite;
mod lot;
pub(crate) mod number;
mod outcome;
pub(crate) mod overview;
mod passage;
mod place;
mod relaxation;
mod reserve;
mod sentence;
mod trait_name;
mod values;

pub use conflict::{conflict, unreachable};
pub use failure::{failure, unfit};
pub use finding::{count, finding, severity};
pub use invite::{forecast, letters, unsuited};
pub use lot::{again, misread, too_short, way};
pub use number::{chance, decimal, plain_number};
pub use outcome::{objective, objective_name, phase, proven, status, status_name};
pub use overview::{Counts, overview};
pub use passage::Passage;
pub use place::place;
pub use relaxation::{cannot_relax, for_everybody, relaxations};
pub use reserve::{step_in, unreservable, verdict};
pub use trait_name::trait_name;
