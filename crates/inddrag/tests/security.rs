//! What has happened to others and shall not happen here. Each story bears the number of its case in `docs/security-cases.md`.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "security/access.rs"]
mod access;
#[path = "security/drafts.rs"]
mod drafts;
#[path = "security/erasure.rs"]
mod erasure;
#[path = "security/headers.rs"]
mod headers;
#[path = "security/installation.rs"]
mod installation;
#[path = "security/limits.rs"]
mod limits;
#[path = "security/logging.rs"]
mod logging;
#[path = "security/mails.rs"]
mod mails;
#[path = "security/markup.rs"]
mod markup;
#[path = "security/poison.rs"]
mod poison;
#[path = "security/races.rs"]
mod races;
#[path = "security/redirects.rs"]
mod redirects;
#[path = "security/reflected.rs"]
mod reflected;
#[path = "security/reliable.rs"]
mod reliable;
#[path = "security/shared_machine.rs"]
mod shared_machine;
#[path = "security/slow.rs"]
mod slow;
#[path = "security/spreadsheet.rs"]
mod spreadsheet;
#[path = "security/stage.rs"]
mod stage;
#[path = "security/tables.rs"]
mod tables;
#[path = "security/tenants.rs"]
mod tenants;
#[path = "security/tokens.rs"]
mod tokens;
#[path = "security/uploads.rs"]
mod uploads;
#[path = "security/urls.rs"]
mod urls;
#[path = "security/walker.rs"]
mod walker;
#[path = "security/wire.rs"]
mod wire;
#[path = "security/xss.rs"]
mod xss;
