//! Orders: one payer and what was accepted.

use db::{Read, Tx, sql};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use platform::OrgScope;
use platform::values::{Cvr, Email, Gln, Line, Money, PersonName, Phone};
use texts::Lang;

use super::rows::{broken, json};
use crate::model::{
    Bill, CancellationTerms, Contact, EditionId, Order, OrderId, OrganisationKind, Payer, PayingOrganisation, PostalAddress, References,
};

/// An order as stored.
#[derive(Debug, Clone)]
pub(crate) struct StoredOrder {
    pub(crate) id: OrderId,
    pub(crate) lang: Lang,
    pub(crate) payer: Payer,
    pub(crate) terms_text: String,
    pub(crate) terms: CancellationTerms,
    pub(crate) net: Money,
    pub(crate) vat: Money,
    pub(crate) gross: Money,
    pub(crate) created_at: Timestamp,
}

/// What is written beside the order itself.
pub(crate) struct NewOrder<'a> {
    pub(crate) id: OrderId,
    pub(crate) order: &'a Order,
    pub(crate) key: &'a str,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) lang: Lang,
    pub(crate) terms_version: &'a str,
    pub(crate) terms_text: &'a str,
    pub(crate) terms: &'a CancellationTerms,
    pub(crate) now: Timestamp,
}

db::row! {
    struct OrderRow {
        id: OrderId,
        language: String,
        contact_name: PersonName,
        contact_email: Email,
        contact_phone: Option<Phone>,
        bill: String,
        payer_name: Option<Line<120>>,
        payer_kind: Option<OrganisationKind>,
        gln: Option<Gln>,
        order_reference: Option<Line<60>>,
        person_reference: Option<Line<60>>,
        cvr: Option<Cvr>,
        bill_email: Option<Email>,
        street: Option<Line<120>>,
        postcode: Option<Line<10>>,
        town: Option<Line<80>>,
        terms_text: String,
        cancellation_terms: String,
        net_ore: i64,
        vat_ore: i64,
        gross_ore: i64,
        created_at: Timestamp,
    }
}

/// The columns of a bill, the rest empty.
#[derive(Default)]
struct BillColumns<'a> {
    name: Option<&'a str>,
    kind: Option<OrganisationKind>,
    gln: Option<&'a str>,
    order: Option<&'a str>,
    person: Option<&'a str>,
    cvr: Option<&'a str>,
    email: Option<&'a Email>,
    address: Option<&'a PostalAddress>,
}

impl<'a> From<&'a Bill> for BillColumns<'a> {
    fn from(bill: &'a Bill) -> Self {
        let base = Self {
            name: bill.organisation().map(|o| o.name.as_str()),
            kind: bill.organisation().map(|o| o.kind),
            ..Self::default()
        };
        match bill {
            Bill::Ean { gln, references, .. } => Self {
                gln: Some(gln.as_str()),
                order: references.order().map(Line::as_str),
                person: references.person().map(Line::as_str),
                ..base
            },
            Bill::Cvr {
                cvr,
                email,
                order,
                address,
                ..
            } => Self {
                cvr: Some(cvr.as_str()),
                email: Some(email),
                order: order.as_ref().map(Line::as_str),
                address: address.as_ref(),
                ..base
            },
            Bill::Private { email, address } => Self {
                email: Some(email),
                address: Some(address),
                ..base
            },
        }
    }
}

/// Writes an order. `false`: the same form has been sent before, and nothing is written.
pub(crate) async fn insert(tx: &mut Tx, scope: OrgScope, new: NewOrder<'_>) -> Result<bool, db::Error> {
    let contact = &new.order.payer().contact;
    let bill = BillColumns::from(&new.order.payer().bill);
    let totals = new.order.totals();
    let terms = serde_json::to_string(new.terms).map_err(|_| broken("cancellation_terms"))?;
    let written = sql!(
        "INSERT INTO course_order (id, organisation_id, idempotency_key, token_hash, language, contact_name, contact_email, contact_phone, bill,
            payer_name, payer_kind, gln, order_reference, person_reference, cvr, bill_email, street, postcode, town,
            terms_version, terms_text, cancellation_terms, net_ore, vat_ore, gross_ore, created_at, contact_email_key, bill_email_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)
         ON CONFLICT (organisation_id, idempotency_key) DO NOTHING"
    )
    .bind(new.id)
    .bind(scope)
    .bind(new.key)
    .bind(new.token_hash)
    .bind(new.lang.code())
    .bind(contact.name.as_str())
    .bind(contact.email.as_str())
    .bind(contact.phone.as_ref().map(Phone::as_str))
    .bind(new.order.payer().bill.code())
    .bind(bill.name)
    .bind(bill.kind)
    .bind(bill.gln)
    .bind(bill.order)
    .bind(bill.person)
    .bind(bill.cvr)
    .bind(bill.email.map(Email::as_str))
    .bind(bill.address.map(|address| address.street.as_str()))
    .bind(bill.address.map(|address| address.postcode.as_str()))
    .bind(bill.address.map(|address| address.town.as_str()))
    .bind(new.terms_version)
    .bind(new.terms_text)
    .bind(terms)
    .bind(totals.net.in_ore())
    .bind(totals.vat.in_ore())
    .bind(totals.gross.in_ore())
    .bind(new.now)
    .bind(contact.email.key())
    .bind(bill.email.map(Email::key))
    .execute(tx)
    .await?;
    Ok(written == 1)
}

/// The order of a payer's link.
pub(crate) async fn by_token(on: &impl Read, scope: OrgScope, token_hash: Vec<u8>) -> Result<Option<StoredOrder>, db::Error> {
    let row: Option<OrderRow> = sql!(
        "SELECT id, language, contact_name, contact_email, contact_phone, bill, payer_name, payer_kind, gln, order_reference, person_reference, cvr,
                bill_email, street, postcode, town, terms_text, cancellation_terms, net_ore, vat_ore, gross_ore, created_at
         FROM course_order WHERE organisation_id = $1 AND token_hash = $2"
    )
    .bind(scope)
    .bind(token_hash)
    .optional(on)
    .await?;
    row.map(OrderRow::into_order).transpose()
}

/// An order by its id.
pub(crate) async fn by_id(on: &impl Read, scope: OrgScope, id: OrderId) -> Result<Option<StoredOrder>, db::Error> {
    let row: Option<OrderRow> = sql!(
        "SELECT id, language, contact_name, contact_email, contact_phone, bill, payer_name, payer_kind, gln, order_reference, person_reference, cvr,
                bill_email, street, postcode, town, terms_text, cancellation_terms, net_ore, vat_ore, gross_ore, created_at
         FROM course_order WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .optional(on)
    .await?;
    row.map(OrderRow::into_order).transpose()
}

/// The order that a form already became.
pub(crate) async fn id_by_key(on: &impl Read, scope: OrgScope, key: &str) -> Result<Option<OrderId>, db::Error> {
    let row: Option<(OrderId,)> = sql!("SELECT id FROM course_order WHERE organisation_id = $1 AND idempotency_key = $2")
        .bind(scope)
        .bind(key)
        .optional(on)
        .await?;
    Ok(row.map(|(id,)| id))
}

impl OrderRow {
    fn into_order(self) -> Result<StoredOrder, db::Error> {
        let organisation = match (self.payer_name, self.payer_kind) {
            (Some(name), Some(kind)) => Some(PayingOrganisation { name, kind }),
            _ => None,
        };
        let address = match (self.street, self.postcode, self.town) {
            (Some(street), Some(postcode), Some(town)) => Some(PostalAddress { street, postcode, town }),
            _ => None,
        };
        let bill = match (self.bill.as_str(), organisation) {
            ("ean", Some(organisation)) => Bill::Ean {
                organisation,
                gln: self.gln.ok_or_else(|| broken("gln"))?,
                references: References::new(self.order_reference, self.person_reference).ok_or_else(|| broken("order_reference"))?,
            },
            ("cvr", Some(organisation)) => Bill::Cvr {
                organisation,
                cvr: self.cvr.ok_or_else(|| broken("cvr"))?,
                email: self.bill_email.ok_or_else(|| broken("bill_email"))?,
                order: self.order_reference,
                address,
            },
            ("private", None) => Bill::Private {
                email: self.bill_email.ok_or_else(|| broken("bill_email"))?,
                address: address.ok_or_else(|| broken("street"))?,
            },
            _ => return Err(broken("bill")),
        };
        Ok(StoredOrder {
            id: self.id,
            lang: self.language.parse().map_err(|_| broken("language"))?,
            payer: Payer {
                contact: Contact {
                    name: self.contact_name,
                    email: self.contact_email,
                    phone: self.contact_phone,
                },
                bill,
            },
            terms_text: self.terms_text,
            terms: json("cancellation_terms", &self.cancellation_terms)?,
            net: Money::ore(self.net_ore),
            vat: Money::ore(self.vat_ore),
            gross: Money::ore(self.gross_ore),
            created_at: self.created_at,
        })
    }
}

/// The orders with a seat in an edition, oldest first.
pub(crate) async fn of_edition(on: &impl Read, scope: OrgScope, edition: EditionId) -> Result<Vec<StoredOrder>, db::Error> {
    let rows: Vec<OrderRow> = sql!(
        "SELECT id, language, contact_name, contact_email, contact_phone, bill, payer_name, payer_kind, gln, order_reference, person_reference, cvr,
                bill_email, street, postcode, town, terms_text, cancellation_terms, net_ore, vat_ore, gross_ore, created_at
         FROM course_order o WHERE o.organisation_id = $1
           AND EXISTS (SELECT 1 FROM registration r WHERE r.organisation_id = o.organisation_id AND r.order_id = o.id AND r.edition_id = $2)
         ORDER BY created_at, id"
    )
    .bind(scope)
    .bind(edition)
    .all(on)
    .await?;
    rows.into_iter().map(OrderRow::into_order).collect()
}

/// Deletes seats of editions that ended before a day and were taken before it, and orders without seats. Across organisations, because the same act holds for all.
pub(crate) async fn forget_before_across_organisations(tx: &mut Tx, day: Date) -> Result<u64, db::Error> {
    let midnight = platform::zone()
        .to_timestamp(day.to_datetime(Time::midnight()))
        .unwrap_or(Timestamp::MIN);
    sql!(
        "DELETE FROM registration WHERE created_at < $1
           AND NOT EXISTS (SELECT 1 FROM edition_day d WHERE d.organisation_id = registration.organisation_id
                             AND d.edition_id = registration.edition_id AND d.day >= $2)"
    )
    .bind(midnight)
    .bind(day)
    .execute(tx)
    .await?;
    sql!(
        "DELETE FROM course_order WHERE created_at < $1
           AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.organisation_id = course_order.organisation_id AND r.order_id = course_order.id)"
    )
    .bind(midnight)
    .execute(tx)
    .await
}
