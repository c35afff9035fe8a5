//! The job queue through its front door, on both engines.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "jobs/house.rs"]
mod house;

#[path = "jobs/failing.rs"]
mod failing;
#[path = "jobs/operator.rs"]
mod operator;
#[path = "jobs/pages.rs"]
mod pages;
#[path = "jobs/running.rs"]
mod running;
#[path = "jobs/scheduled.rs"]
mod scheduled;
