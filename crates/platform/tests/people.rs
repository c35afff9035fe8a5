//! People through the front door: real HTTP, on both engines, with the clock turned.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "people/admin.rs"]
mod admin;
#[path = "people/authenticator.rs"]
mod authenticator;
#[path = "people/codes.rs"]
mod codes;
#[path = "people/demo.rs"]
mod demo;
#[path = "people/hostile.rs"]
mod hostile;
#[path = "people/invitations.rs"]
mod invitations;
#[path = "people/log.rs"]
mod log;
#[path = "people/members.rs"]
mod members;
#[path = "people/oidc.rs"]
mod oidc;
#[path = "people/passkeys.rs"]
mod passkeys;
#[path = "people/profile.rs"]
mod profile;
#[path = "people/sessions.rs"]
mod sessions;
#[path = "people/sign_in.rs"]
mod sign_in;
