#![doc = include_str!("randomness.md")]

mod ceremony;
mod commitment;
mod seed;
mod stream;

pub use ceremony::{Ceremony, Misread, Outcome};
pub use commitment::{Commitment, MIN_SECRET, Source, TooShort};
pub use seed::Seed;
pub use stream::Stream;
