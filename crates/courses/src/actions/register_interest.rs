//! Joining and leaving an interest list.

use std::net::IpAddr;

use jiff::SignedDuration;
use platform::organisation::{OrgScope, Organisation};
use platform::{App, limits, token_hash};
use texts::Lang;

use crate::mails;
use crate::model::{InterestEntry, InterestId};
use crate::store::interest;

/// What became of it. Whoever was on the list already gets the same answer, so that a list cannot be asked who is on it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// On the list.
    Done,
    /// Too many forms from this address.
    TooMany,
}

/// The secret of an entry's link.
fn link_token(app: &App, id: InterestId) -> String {
    app.keys.seal_text("interest-link", &[id.as_uuid().as_bytes()])
}

/// Puts somebody on a list and tells them how to leave it.
pub(crate) async fn register(
    app: &App,
    scope: OrgScope,
    house: &Organisation,
    entry: &InterestEntry,
    course_title: &str,
    lang: Lang,
    address: IpAddr,
) -> Result<Outcome, db::Error> {
    let mut tx = app.db.begin().await?;
    let who = limits::address_key(address);
    let taken = limits::take(
        &mut tx,
        &app.clock,
        &app.keys,
        "interest",
        &who,
        app.config.forms_per_hour,
        SignedDuration::from_hours(1),
    )
    .await?;
    if taken.is_err() {
        return Ok(Outcome::TooMany);
    }
    let now = app.clock.now();
    let id = InterestId::from_uuid(app.random.id(now));
    let token = link_token(app, id);
    if interest::insert(&mut tx, scope, id, entry, lang, token_hash(&token), now).await? {
        mails::interest_registered(&mut tx, app, scope, house, entry, id, course_title, lang, &token).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// Leaves a list by the link of the mail.
pub(crate) async fn leave(app: &App, scope: OrgScope, id: InterestId) -> Result<(), db::Error> {
    let mut tx = app.db.begin().await?;
    interest::delete(&mut tx, scope, id).await?;
    tx.commit().await
}
