//! People: accounts, the sessions of their browsers, their memberships of organisations, and the ways to prove who they are.
//!
//! Nobody has a password here. A person proves who they are with a link or code sent to their mailbox, with a passkey, or through their organisation's identity
//! provider; each ends in a [`session`] with a fresh token. What a person may do follows from their [`Role`] in an organisation, which only its owners give.
//!
//! - [`account`], [`membership`], [`session`], [`invitation`], [`mail_link`], [`passkey`], [`identity`], [`ceremony`]: what is stored, one noun each.
//! - [`actions`]: what people do about it. [`pages`]: where they do it.
//! - [`oidc`], [`relying_party`]: our side towards identity providers and passkeys.
//! - [`admin`]: the same from the command line.

pub mod account;
pub mod actions;
pub mod admin;
pub mod ceremony;
pub mod copy;
mod housekeeping;
pub mod identity;
pub mod invitation;
pub mod mail_link;
mod mails;
pub mod membership;
pub mod oidc;
pub mod pages;
pub mod passkey;
pub mod relying_party;
pub mod rights;
pub mod role;
pub mod session;

pub use account::{Account, AccountId};
pub use housekeeping::register;
pub use invitation::InvitationId;
pub use pages::{navigation, routes};
pub use role::Role;
pub use session::Session;
