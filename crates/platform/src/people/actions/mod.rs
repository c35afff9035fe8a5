//! What people do about accounts and memberships: each in one transaction that checks, locks, stores, writes the audit log and puts mails in the queue.

pub mod demo;
pub mod erase;
pub mod house;
pub mod identities;
pub mod invite;
pub mod members;
pub mod passkeys;
pub mod profile;
pub mod sign_in;

use db::Tx;
use jiff::SignedDuration;
use texts::Lang;

use super::AccountId;
use crate::audit::{self, Actor, Event};
use crate::organisation::OrgScope;
use crate::web::Error;
use crate::{App, limits, t};

/// What is refused, and why. The page is shown again and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The organisation would have no owner left.
    LastOwner,
    /// The mailbox belongs to a member already.
    AlreadyMember,
    /// The mailbox belongs to another account.
    MailTaken,
    /// These organisations would have no owner left.
    SoleOwner(Vec<String>),
}

impl Refusal {
    /// What the person reads.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::LastOwner => t::people_refused_last_owner(lang).to_owned(),
            Self::AlreadyMember => t::people_refused_already_member(lang).to_owned(),
            Self::MailTaken => t::people_refused_mail_taken(lang).to_owned(),
            Self::SoleOwner(names) => t::people_refused_sole_owner(lang, texts::format::list(lang, names)),
        }
    }
}

/// What came of an action: done, refused for a reason the person can mend, or broken.
pub type Outcome<T> = Result<Result<T, Refusal>, Error>;

/// Counts a use against an hourly limit.
async fn within_the_hour(tx: &mut Tx, app: &App, what: &str, who: &str, limit: u32) -> Result<(), Error> {
    let taken = limits::take(tx, &app.clock, &app.keys, what, who, limit, SignedDuration::from_hours(1)).await?;
    taken.map_err(Error::TooMany)
}

/// Writes to the audit log of an organisation, or of the installation.
async fn note(
    tx: &mut Tx,
    app: &App,
    scope: Option<OrgScope>,
    by: AccountId,
    action: &str,
    object: (&str, uuid::Uuid),
    details: serde_json::Value,
) -> Result<(), db::Error> {
    let event = Event {
        actor: Actor::Account(by),
        action,
        object_kind: object.0,
        object_id: Some(object.1),
        details,
    };
    audit::record(tx, app.clock.now(), scope, event).await
}
