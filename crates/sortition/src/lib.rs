//! Selection by lot: panels that mirror a population, drawn so that everybody's chance is as equal as the quotas allow.
#![allow(missing_docs, dead_code)]
mod chances;
pub mod check;
pub mod fair;
pub mod feasible;
mod integer;
pub mod invite;
pub mod lottery;
mod lp;
pub mod model;
mod polytope;
mod portfolio;
pub mod random;
pub mod read;
pub mod reserve;
pub mod write;

