//! Selection by lot: panels that mirror a population, drawn so that everybody's chance is as equal as the quotas allow.
//!
//! ```text
//! files ── read ──▶ Quotas, Pool ── check, feasible ──▶ Problem ── fair ──▶ chances, panels, proof ── lottery, random ──▶ the panel ── write ──▶ files
//! ```
//!
//! [`invite`] is the stage before: who is asked. [`reserve`] is the stage after: who steps in. [`greedy`] and [`diverse`] are other ways to a panel, which others use and
//! some ask for; what they do not promise stands there. [`record`] says all of it in one file, and [`verify`] checks such a file as a stranger would.
//!
//! The engine calculates and does nothing else: no files, no clock, no chance of its own. Whoever calls it hands in values and looks on ([`fair::Watch`]).

#![allow(
    clippy::needless_range_loop,
    reason = "calculations walk several vectors by one number, which reads as the formula does"
)]

mod chances;
pub mod check;
pub mod diverse;
pub mod fair;
pub mod feasible;
pub mod greedy;
mod integer;
pub mod invite;
pub mod lottery;
mod lp;
pub mod model;
mod polytope;
mod portfolio;
pub mod random;
pub mod read;
pub mod record;
pub mod reserve;
pub mod verify;
pub mod write;
