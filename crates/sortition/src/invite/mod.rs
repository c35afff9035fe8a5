//! The first stage: who gets a letter.
//!
//! Chances are written down for everybody, exactly where they can be: of a person in a draw of people ([`invite`]), of an area and of a
//! person in an area that was drawn ([`draw_areas`]). How many letters it takes, what pool to expect from them and how certain that is:
//! [`letters_expected`], [`letters_enough`], [`forecast()`]. Which groups to over-sample so that the pool mirrors the population although
//! they answer less often: [`propose_weights`].
//!
//! Nothing here calls a function whose last digit differs between machines (logarithms, powers): the same input and seed give the same
//! letters everywhere.

mod answers;
mod apportion;
mod area_draw;
mod areas;
mod forecast;
mod households;
mod letters;
mod people;
mod systematic;
mod unsuited;
mod weights;

pub use answers::{Answers, Response};
pub use apportion::{Share, apportion, sainte_lague};
pub use area_draw::{AreaCell, AreaDraw, DrawnArea, draw_areas};
pub use areas::{Area, AreaPlan};
pub use forecast::{Forecast, Group, PoolForecast, forecast};
pub use letters::{letters_enough, letters_expected};
pub use people::{Design, Frame, Invited, Resident, StratumLetters, invite};
pub use systematic::{Systematic, systematic};
pub use unsuited::Unsuited;
pub use weights::{Proposal, Stock, propose_weights};
