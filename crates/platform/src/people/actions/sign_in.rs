//! Proving who one is with a link or code sent by mail, and what every way of signing in ends with.

use db::Tx;
use http::{HeaderValue, header};
use jiff::SignedDuration;
use serde_json::json;

use super::{note, within_the_hour};
use crate::people::mail_link::{self, Issued, Purpose, Request, Typed};
use crate::people::{AccountId, account, mails, session};
use crate::values::Email;
use crate::web::{Core, Error};
use crate::{limits, t};

/// How many codes may be typed for one mailbox in a day, by whoever asked for the mails. Twenty guesses at a million codes are worth nothing.
const CODES_A_DAY: u32 = 20;

db::text_enum! {
    /// How somebody proved who they are; kept with the session.
    pub enum Method {
        /// A link or code sent by mail.
        Mail => "mail",
        /// A passkey.
        Passkey => "passkey",
        /// The identity provider.
        Oidc => "oidc",
        /// One press, where the program runs as a demo.
        Demo => "demo",
    }
}

/// A browser that has just been signed in.
pub struct Entered {
    /// The session's cookie.
    pub cookie: HeaderValue,
    /// Where the person was going; a local path or nothing.
    pub next: String,
}

/// What became of a typed code.
pub enum CodeAnswer {
    /// Signed in.
    In(Entered),
    /// Wrong; so many tries are left.
    Wrong(i64),
    /// There is nothing to sign in with: the mail is too old, used, or tried too often.
    Dead,
}

/// Sends a sign-in link. An unknown mailbox gets a mail too, which says that there is no account: so both take the same steps, the same time and the same
/// answer, and asking tells nobody who has an account here.
///
/// # Errors
/// [`Error::TooMany`], [`Error::Refused`] when the mailbox has got many links, and the database's.
pub async fn ask(core: &Core, email: &Email, next: &str) -> Result<(), Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    within_the_hour(
        &mut tx,
        app,
        "mail-link-from",
        &limits::address_key(core.peer),
        app.config.forms_per_hour,
    )
    .await?;
    let to = limits::take(
        &mut tx,
        &app.clock,
        &app.keys,
        "mail-link-to",
        &email.key(),
        app.config.mail_links_per_hour,
        SignedDuration::from_hours(1),
    )
    .await?;
    to.map_err(|seconds| too_many_links(core, seconds))?;
    let issued = issue(&mut tx, core, email, next).await?;
    match account::by_email(&mut tx, email).await? {
        Some(account) => mails::sign_in(&mut tx, core, &account, &issued).await?,
        None => mails::no_account(&mut tx, core, email, &issued).await?,
    }
    tx.commit().await?;
    Ok(())
}

async fn issue(tx: &mut Tx, core: &Core, email: &Email, next: &str) -> Result<Issued, db::Error> {
    let app = &core.app;
    let request = Request {
        purpose: Purpose::SignIn,
        email,
        account: None,
        browser: Some(core.visit_id()),
        next,
    };
    mail_link::issue(tx, &app.clock, &app.random, &app.keys, request).await
}

fn too_many_links(core: &Core, seconds: u64) -> Error {
    let minutes = i64::try_from(seconds.div_ceil(60)).unwrap_or(60);
    Error::Refused {
        status: http::StatusCode::TOO_MANY_REQUESTS,
        title: t::sign_in_many_links_title(core.lang).to_owned(),
        text: t::sign_in_many_links_text(core.lang, minutes),
    }
}

/// Signs in with a link. The link is used up only in the browser it belongs to.
///
/// # Errors
/// [`Error::dead_link`] for a link that is used, too old, of another purpose, of another browser, or of an account that is gone.
pub async fn with_link(core: &Core, token: &str) -> Result<Entered, Error> {
    let app = &core.app;
    let mut tx = app.db.begin().await?;
    let spent = mail_link::spend(&mut tx, &app.clock, Purpose::SignIn, token, core.visit_id(), None).await?;
    let link = spent.ok_or_else(|| Error::dead_link(core.lang))?;
    let entered = by_mail(&mut tx, core, &link.email, link.next_path).await?;
    tx.commit().await?;
    entered.ok_or_else(|| Error::dead_link(core.lang))
}

/// Signs in with the digits of the mail, typed in the browser that asked.
///
/// # Errors
/// [`Error::Refused`] after many codes in a day, and the database's.
pub async fn with_code(core: &Core, typed: &str) -> Result<CodeAnswer, Error> {
    let app = &core.app;
    let browser = core.visit_id();
    let Some(link) = mail_link::asked_by(&app.db, &app.clock, browser).await? else {
        return Ok(CodeAnswer::Dead);
    };
    count_code(core, &Email::stored(link.email).key()).await?;
    let mut tx = app.db.begin().await?;
    let answer = match mail_link::try_code(&mut tx, &app.clock, &app.keys, browser, typed).await? {
        Typed::Right(link) => by_mail(&mut tx, core, &link.email, link.next_path)
            .await?
            .map_or(CodeAnswer::Dead, CodeAnswer::In),
        Typed::Wrong(left) => CodeAnswer::Wrong(left),
        Typed::Dead => CodeAnswer::Dead,
    };
    tx.commit().await?;
    Ok(answer)
}

/// Counts a code before it is judged, for the mailbox and for where it comes from: whoever guesses gets no further by asking for more mails or from more
/// browsers. Who is stopped by somebody else's guessing still has the link.
async fn count_code(core: &Core, mailbox: &str) -> Result<(), Error> {
    let app = &core.app;
    let day = SignedDuration::from_hours(24);
    let peer = limits::address_key(core.peer);
    let mut tx = app.db.begin().await?;
    let from = limits::take(&mut tx, &app.clock, &app.keys, "codes-from", &peer, app.config.forms_per_hour, day).await?;
    let to = limits::take(&mut tx, &app.clock, &app.keys, "codes-to", mailbox, CODES_A_DAY, day).await?;
    tx.commit().await?;
    from.and(to).map_err(|_| Error::Refused {
        status: http::StatusCode::TOO_MANY_REQUESTS,
        title: t::sign_in_many_codes_title(core.lang).to_owned(),
        text: t::sign_in_many_codes_text(core.lang).to_owned(),
    })
}

async fn by_mail(tx: &mut Tx, core: &Core, email: &str, next: String) -> Result<Option<Entered>, Error> {
    let email = Email::stored(email.to_owned());
    let Some(account) = account::by_email(tx, &email).await? else {
        return Ok(None);
    };
    mail_link::spend_others(tx, &core.app.clock, &email).await?;
    Ok(Some(Entered {
        cookie: enter(tx, core, account.id, Method::Mail).await?,
        next,
    }))
}

/// Signs the browser in: a new session with a new token, whatever cookie it came with; who was signed in before is out.
///
/// # Errors
/// As the database's.
pub async fn enter(tx: &mut Tx, core: &Core, account: AccountId, method: Method) -> Result<HeaderValue, db::Error> {
    let app = &core.app;
    if let Some(before) = &core.session {
        session::end(tx, before.account_id, before.id).await?;
    }
    note(
        tx,
        app,
        None,
        account,
        "account.signed-in",
        ("account", account.as_uuid()),
        json!({ "method": method }),
    )
    .await?;
    let agent = core
        .headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    session::start(tx, &app.clock, &app.random, &app.config, account, method.as_str(), agent).await
}

/// Signs the browser out.
///
/// # Errors
/// As the database's.
pub async fn leave(core: &Core) -> Result<(), Error> {
    if let Some(session) = &core.session {
        let mut tx = core.app.db.begin().await?;
        session::end(&mut tx, session.account_id, session.id).await?;
        tx.commit().await?;
    }
    Ok(())
}
