//! Reserves: who stands ready when somebody drops out, and who steps in.
//!
//! People drop out with a probability that is given or learnt from past panels ([`learn()`]). Many futures are made up by lot, and the
//! reserve is chosen so that on average over them the quotas are met as nearly as possible by letting reserves step in ([`choose()`]), with
//! a bound on what any reserve could achieve. Simpler ways of choosing are there to be compared with ([`nearest`], [`scaled`]) by
//! [`expected_loss`]. When somebody really drops out, [`step_in`] says who comes, and of everybody in the reserve why or why not.
//!
//! The formulation follows C. Assos, C. Baharav, B. Flanigan and A. Procaccia, *Alternates, Assemble! Selecting Optimal Alternates for
//! Citizens' Assemblies*, 2025; here people with the same values are treated as one kind, of which only numbers matter.

mod baselines;
mod bound;
mod cases;
mod choose;
mod climb;
mod cut;
mod exact;
mod learn;
mod loss;
mod lot;
mod refill;
mod search;
mod setting;
mod step;

pub use baselines::{nearest, scaled};
pub use choose::{KindReserve, Reserve, Wanted, choose, expected_loss};
pub use learn::{PastMember, StayModel, Untaught, learn};
pub use loss::Loss;
pub use setting::Unreservable;
pub use step::{Breach, Candidate, StepIn, Verdict, step_in};
