//! Live updates through their front door: everybody gets every event once and in order, whatever breaks.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "live/house.rs"]
mod house;

#[path = "live/following.rs"]
mod following;
#[path = "live/processes.rs"]
mod processes;
#[path = "live/sse.rs"]
mod sse;
