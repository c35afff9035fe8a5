//! Mail through its front door: letters, the outbox on both engines, and a real mail server.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "mail/house.rs"]
mod house;
#[path = "mail/server.rs"]
mod server;

#[path = "mail/hostile.rs"]
mod hostile;
#[path = "mail/letters.rs"]
mod letters;
#[path = "mail/outbox.rs"]
mod outbox;
#[path = "mail/pages.rs"]
mod pages;
#[path = "mail/smtp.rs"]
mod smtp;
