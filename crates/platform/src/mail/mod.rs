//! Mail: written with the change that causes it, sent once the change is certain.
//!
//! A room writes a [`Letter`], which becomes a [`Message`] in plain text and HTML, and [`enqueue`]s it in its own transaction under the name of the event:
//!
//! ```
//! # async fn story(app: platform::App, scope: platform::OrgScope, organisation: platform::Organisation, to: platform::values::Email) -> Result<(), db::Error> {
//! use platform::mail::{self, Letter};
//! use texts::Lang;
//!
//! let letter = Letter::new(Lang::Da, "Du er tilmeldt").of(&organisation).dear("Anne Holm").paragraph("Du er tilmeldt kurset.").to(to);
//! let mut tx = app.db.begin().await?;
//! mail::enqueue(&mut tx, &app, Some(scope), "signup-confirmed/42", letter.in_thread("signup/42")).await?;
//! tx.commit().await?;
//! # Ok(()) }
//! ```
//!
//! # One mail for one event
//!
//! The row in the outbox and the job that sends it are written in one transaction with what happened, and an event has at most one row. What is left is the moment
//! of sending itself:
//!
//! - **Into a folder** there is one file for one mail, always: its name follows from the mail, it appears whole or not at all, and an attempt after a crash finds it.
//! - **Through a server** a mail cannot be lost, but in rare cases it can arrive twice. SMTP has no way to ask "did you take it?": if the process dies, or the
//!   connection breaks, after the server took the mail and before we wrote down that it did, the next attempt sends it again. That attempt sends the very same bytes
//!   with the same Message-ID and date, by which many mail systems (not all) recognise and drop the second copy. The alternative, not to send again, would lose
//!   confirmations; we choose the double.
//!
//! A refusal for good (5xx) goes to the operator's list at once; anything that may pass (4xx, network, wrong password in the settings) is tried again for about two
//! days.
//!
//! Mails are people's data: what they say is emptied when they have left, because links in them open things; that they were written is remembered for 90 days; and
//! neither logs nor the job queue hold addresses.

mod compose;
mod header_text;
mod housekeeping;
mod letter;
mod link;
pub mod mailbox;
mod message;
mod outbox;
pub mod pages;
mod sender;
mod store;
mod transport;

pub use housekeeping::{Unsent, register, unsent_across_organisations};
pub(crate) use housekeeping::{follow_across_organisations, forget_across_organisations, forget_events, to_mailbox_across_organisations};
pub use letter::Letter;
pub use link::{Link, NotALink};
pub use message::{Attachment, AttachmentKind, Calendar, Message, Method};
pub use outbox::{KEPT, enqueue};
pub use pages::routes;
pub use sender::{NotASender, Sender};
pub(crate) use store::Told;
pub use transport::{NotATransport, Transport};

use crate::{App, jobs};

db::id!(
    /// A mail in the outbox.
    MailId
);

/// What mail needs of the program. [`App`] is one.
pub trait Context: jobs::Context {
    /// Who all mail comes from.
    fn sender(&self) -> Sender;
    /// How it leaves.
    fn transport(&self) -> &Transport;
}

impl Context for App {
    fn sender(&self) -> Sender {
        Sender::parse(&self.config.mail_from).expect("the setting mail-from is checked when the program starts")
    }

    fn transport(&self) -> &Transport {
        &self.config.mail
    }
}
