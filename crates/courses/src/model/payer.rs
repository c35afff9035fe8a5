//! Who pays, and how the invoice gets there.

use platform::values::{Cvr, Email, Gln, Line, PersonName, Phone};

db::text_enum!(
    /// What kind of organisation somebody comes from (course page: public administrations first, others welcome).
    pub enum OrganisationKind {
        /// Municipality.
        Municipality => "kommune",
        /// Region.
        Region => "region",
        /// Ministry, agency or another part of the state.
        State => "stat",
        /// Association.
        Association => "forening",
        /// Company.
        Company => "virksomhed",
        /// Anything else.
        Other => "anden",
    }
);

impl OrganisationKind {
    /// Whether it belongs to the public sector, which takes invoices only electronically, by EAN number.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Municipality | Self::Region | Self::State)
    }
}

/// The organisation that pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayingOrganisation {
    /// Its name.
    pub name: Line<120>,
    /// What kind it is.
    pub kind: OrganisationKind,
}

/// A postal address for the invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street and number.
    pub street: Line<120>,
    /// Postcode.
    pub postcode: Line<10>,
    /// Town.
    pub town: Line<80>,
}

/// What an authority wants to find on the invoice: an order number, the person who ordered, or both. One of them must be there (Peppol BIS Billing 3,
/// PEPPOL-EN16931-R003); municipalities hold payment back without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct References {
    order: Option<Line<60>>,
    person: Option<Line<60>>,
}

impl References {
    /// The references; `None` if both are missing.
    #[must_use]
    pub fn new(order: Option<Line<60>>, person: Option<Line<60>>) -> Option<Self> {
        (order.is_some() || person.is_some()).then_some(Self { order, person })
    }

    /// Order or requisition number.
    #[must_use]
    pub const fn order(&self) -> Option<&Line<60>> {
        self.order.as_ref()
    }

    /// The person who ordered.
    #[must_use]
    pub const fn person(&self) -> Option<&Line<60>> {
        self.person.as_ref()
    }
}

/// How the invoice gets there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bill {
    /// Electronically to an EAN number.
    Ean {
        /// Who pays.
        organisation: PayingOrganisation,
        /// The number.
        gln: Gln,
        /// What stands on the invoice.
        references: References,
    },
    /// By mail to a company or association.
    Cvr {
        /// Who pays.
        organisation: PayingOrganisation,
        /// Its number in the business register.
        cvr: Cvr,
        /// Where the invoice goes.
        email: Email,
        /// Order or requisition number, if it has one.
        order: Option<Line<60>>,
        /// Postal address, if given.
        address: Option<PostalAddress>,
    },
    /// By mail to a person who pays for oneself.
    Private {
        /// Where the invoice goes.
        email: Email,
        /// Postal address: an invoice names the customer's.
        address: PostalAddress,
    },
}

impl Bill {
    /// The word for it: in the form and in the database.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Ean { .. } => "ean",
            Self::Cvr { .. } => "cvr",
            Self::Private { .. } => "private",
        }
    }

    /// The organisation that pays, unless a person pays for oneself.
    #[must_use]
    pub const fn organisation(&self) -> Option<&PayingOrganisation> {
        match self {
            Self::Ean { organisation, .. } | Self::Cvr { organisation, .. } => Some(organisation),
            Self::Private { .. } => None,
        }
    }
}

/// Whom to ask about the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: PersonName,
    /// Mail address: gets the order's mails.
    pub email: Email,
    /// Telephone.
    pub phone: Option<Phone>,
}

/// Who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Whom to ask.
    pub contact: Contact,
    /// How the invoice gets there.
    pub bill: Bill,
}

impl Payer {
    /// The name on the invoice.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.bill.organisation() {
            Some(organisation) => organisation.name.as_str(),
            None => self.contact.name.as_str(),
        }
    }
}
