//! Stories told on both engines.

mod backup;
mod crowd;
mod errors;
mod many;
mod migrations;
mod shape;
mod statements;
mod transactions;
mod types;
