//! `inddrag panel` as people and programs call it: the real program, files in, a folder out.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod ceremony;
mod letters;
mod look;
mod manifold;
mod many;
mod proof;
mod rounds;
mod selection;
mod stage;
mod tables;
