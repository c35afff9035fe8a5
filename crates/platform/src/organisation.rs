//! Organisations share one installation without seeing each other's data. Everything stored belongs to one; store functions take an [`OrgScope`].

use db::IntoValue;

db::id!(/// An organisation: a course provider or an authority.
    OrganisationId);

/// The right to touch the data of one organisation.
///
/// Only the access rules of [`crate::web`] make one for a request (from the host name for the public, from a membership for staff) and [`OrgScope::of_job`]
/// for background work, so a store function that takes a scope cannot be called for "no organisation" or for one named by the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrgScope(OrganisationId);

impl OrgScope {
    pub(crate) fn granted(id: OrganisationId) -> Self {
        Self(id)
    }

    /// For background work and set-up by the operator, which carry the organisation they were made for.
    #[must_use]
    pub fn of_job(id: OrganisationId) -> Self {
        Self(id)
    }

    /// The organisation's id.
    #[must_use]
    pub fn id(self) -> OrganisationId {
        self.0
    }
}

impl IntoValue for OrgScope {
    const KIND: db::Kind = db::Kind::Uuid;

    fn into_value(self) -> db::Value {
        self.0.into_value()
    }
}

db::row! {
    /// An organisation as stored.
    pub struct Organisation {
        /// Its id.
        pub id: OrganisationId,
        /// Its name in addresses: `/hus/{slug}`.
        pub slug: String,
        /// Its name as shown.
        pub name: String,
        /// Where the public writes to.
        pub contact_email: String,
        /// Host name of its public pages, where it has one of its own.
        pub domain: Option<String>,
    }
}

impl Organisation {
    /// Stands in while a request is read, and on error pages when the database does not answer.
    #[must_use]
    pub(crate) fn unknown() -> Self {
        Self {
            id: OrganisationId::from_uuid(uuid::Uuid::nil()),
            slug: String::new(),
            name: "Inddrag".to_owned(),
            contact_email: String::new(),
            domain: None,
        }
    }

    /// The organisation whose public pages live at `host`, else the default one.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] where no organisation exists yet.
    pub async fn by_host_across_organisations(db: &db::Db, host: &str) -> Result<Self, db::Error> {
        db::sql!(
            "SELECT id, slug, name, contact_email, domain FROM organisation WHERE domain = $1 OR is_default
             ORDER BY CASE WHEN domain = $1 THEN 0 ELSE 1 END LIMIT 1"
        )
        .bind(host)
        .one(db)
        .await
    }

    /// The organisation with this name in addresses.
    ///
    /// # Errors
    /// As the database's.
    pub async fn by_slug_across_organisations(db: &db::Db, slug: &str) -> Result<Option<Self>, db::Error> {
        db::sql!("SELECT id, slug, name, contact_email, domain FROM organisation WHERE slug = $1")
            .bind(slug)
            .optional(db)
            .await
    }

    /// The organisation of a scope.
    ///
    /// # Errors
    /// As the database's.
    pub async fn of(db: &db::Db, scope: OrgScope) -> Result<Self, db::Error> {
        db::sql!("SELECT id, slug, name, contact_email, domain FROM organisation WHERE id = $1")
            .bind(scope)
            .one(db)
            .await
    }
}
