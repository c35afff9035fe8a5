//! The same as on the pages, for those who sit at the machine: the first organisation, the first owner, a way back in for somebody whose mail does not work.
//!
//! Each function is one transaction and writes to the installation's audit log as "nobody signed in".

use serde_json::{Value, json};
use texts::Lang;
use uuid::Uuid;

use super::mail_link::{self, Purpose, Request};
use super::{Account, Role, account, membership, pages};
use crate::App;
use crate::audit::{self, Actor, Event};
use crate::organisation::{OrgScope, Organisation, OrganisationId};
use crate::values::{Email, Line, PersonName, Slug};

/// What cannot be done, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// Addresses name one organisation each.
    #[error("there is an organisation called `{0}` in addresses already; choose another")]
    SlugTaken(Slug),
    /// A host name leads to one organisation.
    #[error("another organisation has the host name `{0}`; choose another")]
    DomainTaken(String),
    /// No organisation has this name in addresses.
    #[error("there is no organisation called `{0}` in addresses")]
    NoOrganisation(String),
    /// No account has this mailbox.
    #[error("there is no account with the mail address {0}; add it first")]
    NoAccount(Email),
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// A new organisation.
#[derive(Debug)]
pub struct NewOrganisation {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name as shown.
    pub name: Line<120>,
    /// Where the public writes to.
    pub contact: Email,
    /// Host name of its public pages, if it has one of its own.
    pub domain: Option<String>,
}

/// Adds an organisation. The first one is the one whose pages are shown on every host name that no other has.
///
/// # Errors
/// [`AdminError::SlugTaken`], [`AdminError::DomainTaken`], and the database's.
pub async fn add_organisation(app: &App, new: NewOrganisation) -> Result<OrganisationId, AdminError> {
    let now = app.clock.now();
    let id = OrganisationId::from_uuid(app.random.id(now));
    let domain = new
        .domain
        .map(|domain| domain.trim().trim_end_matches('.').to_ascii_lowercase())
        .filter(|domain| !domain.is_empty());
    let mut tx = app.db.begin().await?;
    let inserted = db::sql!(
        "INSERT INTO organisation (id, slug, name, contact_email, domain, is_default, created_at)
         VALUES ($1, $2, $3, $4, $5, NOT EXISTS (SELECT 1 FROM organisation), $6)"
    )
    .bind(id)
    .bind(new.slug.as_str())
    .bind(new.name.as_str())
    .bind(new.contact.as_str())
    .bind(domain.clone())
    .bind(now)
    .execute(&mut tx)
    .await;
    match (inserted, domain) {
        (Err(error), _) if error.is_unique("u_organisation_slug") => return Err(AdminError::SlugTaken(new.slug)),
        (Err(error), Some(domain)) if error.is_unique("u_organisation_domain") => return Err(AdminError::DomainTaken(domain)),
        (Err(error), _) => return Err(error.into()),
        (Ok(_), _) => {}
    }
    record(&mut tx, app, "organisation.added", ("organisation", id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(id)
}

/// Adds an account, or finds the one the mailbox has.
///
/// # Errors
/// As the database's.
pub async fn add_account(app: &App, email: &Email, name: &PersonName, lang: Lang) -> Result<Account, AdminError> {
    let mut tx = app.db.begin().await?;
    let known = account::by_email(&mut tx, email).await?;
    let account = account::find_or_create(&mut tx, &app.clock, &app.random, email, name.as_str(), lang).await?;
    if known.is_none() {
        record(&mut tx, app, "account.created", ("account", account.id.as_uuid()), json!({})).await?;
    }
    tx.commit().await?;
    Ok(account)
}

/// Lets an account run the installation, or no longer. Its browsers are signed out, because what it may do has changed.
///
/// # Errors
/// [`AdminError::NoAccount`], and the database's.
pub async fn set_operator(app: &App, email: &Email, is_operator: bool) -> Result<(), AdminError> {
    let mut tx = app.db.begin().await?;
    let account = existing(&mut tx, email).await?;
    account::set_operator(&mut tx, account.id, is_operator).await?;
    super::session::end_all(&mut tx, account.id).await?;
    record(
        &mut tx,
        app,
        "account.operator",
        ("account", account.id.as_uuid()),
        json!({ "is_operator": is_operator }),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Makes an account a member of an organisation; who is one already gets the role. This is also the way back for an organisation that has lost its owner.
///
/// # Errors
/// [`AdminError::NoOrganisation`], [`AdminError::NoAccount`], and the database's.
pub async fn add_member(app: &App, slug: &str, email: &Email, role: Role) -> Result<(), AdminError> {
    let organisation = Organisation::by_slug_across_organisations(&app.db, slug)
        .await?
        .ok_or_else(|| AdminError::NoOrganisation(slug.to_owned()))?;
    let scope = OrgScope::of_job(organisation.id);
    let mut tx = app.db.begin().await?;
    let account = existing(&mut tx, email).await?;
    membership::join(&mut tx, &app.clock, scope, account.id, role).await?;
    membership::set_role(&mut tx, scope, account.id, role).await?;
    super::session::end_all(&mut tx, account.id).await?;
    let event = Event {
        actor: Actor::Nobody,
        action: "member.added",
        object_kind: "account",
        object_id: Some(account.id.as_uuid()),
        details: json!({ "role": role }),
    };
    audit::record(&mut tx, app.clock.now(), Some(scope), event).await?;
    tx.commit().await?;
    Ok(())
}

/// A sign-in link for any browser, good once and for fifteen minutes: for the first sign-in, and for demos.
///
/// # Errors
/// [`AdminError::NoAccount`], and the database's.
pub async fn sign_in_link(app: &App, email: &Email, next: &str) -> Result<String, AdminError> {
    let mut tx = app.db.begin().await?;
    let account = existing(&mut tx, email).await?;
    let request = Request {
        purpose: Purpose::SignIn,
        email,
        account: None,
        browser: None,
        next,
    };
    let issued = mail_link::issue(&mut tx, &app.clock, &app.random, &app.keys, request).await?;
    record(&mut tx, app, "account.link-made", ("account", account.id.as_uuid()), json!({})).await?;
    tx.commit().await?;
    Ok(format!(
        "{}{}",
        app.config.public_url,
        pages::SIGN_IN_LINK.url(account.lang(), &[&issued.token])
    ))
}

async fn existing(tx: &mut db::Tx, email: &Email) -> Result<Account, AdminError> {
    account::by_email(tx, email)
        .await?
        .ok_or_else(|| AdminError::NoAccount(email.clone()))
}

async fn record(tx: &mut db::Tx, app: &App, action: &str, object: (&str, Uuid), details: Value) -> Result<(), db::Error> {
    let event = Event {
        actor: Actor::Nobody,
        action,
        object_kind: object.0,
        object_id: Some(object.1),
        details,
    };
    audit::record(tx, app.clock.now(), None, event).await
}
