//! Seats: who comes to what.

use db::{Read, Tx, sql};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::OrgScope;
use platform::values::{Email, Line, Money, PersonName, Phone, Text};

use crate::model::{CaseStage, EditionId, OrderId, OwnCase, Participant, RegistrationId, RegistrationState};

/// A registration as stored.
#[derive(Debug, Clone)]
pub(crate) struct StoredRegistration {
    pub(crate) id: RegistrationId,
    pub(crate) order_id: OrderId,
    pub(crate) edition_id: EditionId,
    pub(crate) state: RegistrationState,
    pub(crate) participant: Participant,
    pub(crate) price: Money,
    pub(crate) fee: Option<Money>,
    pub(crate) calendar_sequence: i64,
    pub(crate) created_at: Timestamp,
}

db::row! {
    struct RegistrationRow {
        id: RegistrationId,
        order_id: OrderId,
        edition_id: EditionId,
        state: RegistrationState,
        name: PersonName,
        email: Email,
        phone: Option<Phone>,
        job_title: Option<Line<100>>,
        department: Option<Line<120>>,
        diet: Option<Text<300>>,
        access_needs: Option<Text<500>>,
        case_stage: Option<CaseStage>,
        case_text: Option<Text<2000>>,
        meets_prerequisites: bool,
        price_ore: i64,
        fee_ore: Option<i64>,
        calendar_sequence: i64,
        created_at: Timestamp,
    }
}

/// A seat to write.
pub(crate) struct NewRegistration<'a> {
    pub(crate) id: RegistrationId,
    pub(crate) order_id: OrderId,
    pub(crate) edition_id: EditionId,
    pub(crate) position: i64,
    pub(crate) state: RegistrationState,
    pub(crate) participant: &'a Participant,
    pub(crate) price: Money,
    pub(crate) vat_category: &'a str,
    pub(crate) vat_basis_points: i64,
    pub(crate) now: Timestamp,
}

/// Writes a seat. `false`: this person already has one in this edition, and nothing is written.
pub(crate) async fn insert(tx: &mut Tx, scope: OrgScope, new: NewRegistration<'_>) -> Result<bool, db::Error> {
    let participant = new.participant;
    let written = sql!(
        "INSERT INTO registration (id, organisation_id, order_id, edition_id, position, state, name, email, email_key, phone, job_title, department,
            diet, access_needs, case_stage, case_text, meets_prerequisites, calendar_sequence, price_ore, vat_category, vat_basis_points, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, $18, $19, $20, $21, $21)
         ON CONFLICT (organisation_id, edition_id, email_key) WHERE state IN ('requested', 'confirmed', 'attended', 'no-show') DO NOTHING"
    )
    .bind(new.id)
    .bind(scope)
    .bind(new.order_id)
    .bind(new.edition_id)
    .bind(new.position)
    .bind(new.state)
    .bind(participant.name.as_str())
    .bind(participant.email.as_str())
    .bind(participant.email.key())
    .bind(participant.phone.as_ref().map(Phone::as_str))
    .bind(participant.title.as_ref().map(Line::as_str))
    .bind(participant.department.as_ref().map(Line::as_str))
    .bind(participant.diet.as_ref().map(Text::as_str))
    .bind(participant.access_needs.as_ref().map(Text::as_str))
    .bind(participant.own_case.as_ref().map(|case| case.stage))
    .bind(participant.own_case.as_ref().map(|case| case.text.as_str()))
    .bind(participant.meets_prerequisites)
    .bind(new.price.in_ore())
    .bind(new.vat_category)
    .bind(new.vat_basis_points)
    .bind(new.now)
    .execute(tx)
    .await?;
    Ok(written == 1)
}

/// The seats of an order, in the order they were written down.
pub(crate) async fn of_order(on: &impl Read, scope: OrgScope, order: OrderId) -> Result<Vec<StoredRegistration>, db::Error> {
    let rows: Vec<RegistrationRow> = sql!(
        "SELECT id, order_id, edition_id, state, name, email, phone, job_title, department, diet, access_needs, case_stage, case_text,
                meets_prerequisites, price_ore, fee_ore, calendar_sequence, created_at
         FROM registration WHERE organisation_id = $1 AND order_id = $2 ORDER BY position"
    )
    .bind(scope)
    .bind(order)
    .all(on)
    .await?;
    Ok(rows.into_iter().map(RegistrationRow::into_registration).collect())
}

/// Everybody who signed up for an edition, by name, also those who gave up.
pub(crate) async fn of_edition(on: &impl Read, scope: OrgScope, edition: EditionId) -> Result<Vec<StoredRegistration>, db::Error> {
    let rows: Vec<RegistrationRow> = sql!(
        "SELECT id, order_id, edition_id, state, name, email, phone, job_title, department, diet, access_needs, case_stage, case_text,
                meets_prerequisites, price_ore, fee_ore, calendar_sequence, created_at
         FROM registration WHERE organisation_id = $1 AND edition_id = $2 ORDER BY name, id"
    )
    .bind(scope)
    .bind(edition)
    .all(on)
    .await?;
    Ok(rows.into_iter().map(RegistrationRow::into_registration).collect())
}

/// One seat.
pub(crate) async fn by_id(on: &impl Read, scope: OrgScope, id: RegistrationId) -> Result<Option<StoredRegistration>, db::Error> {
    let row: Option<RegistrationRow> = sql!(
        "SELECT id, order_id, edition_id, state, name, email, phone, job_title, department, diet, access_needs, case_stage, case_text,
                meets_prerequisites, price_ore, fee_ore, calendar_sequence, created_at
         FROM registration WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .optional(on)
    .await?;
    Ok(row.map(RegistrationRow::into_registration))
}

/// Notes a step: the new state, what it cost, and that calendars must follow.
pub(crate) async fn set_state(
    tx: &mut Tx,
    scope: OrgScope,
    id: RegistrationId,
    state: RegistrationState,
    fee: Option<Money>,
    now: Timestamp,
) -> Result<(), db::Error> {
    sql!(
        "UPDATE registration SET state = $3, fee_ore = $4, calendar_sequence = calendar_sequence + 1, changed_at = $5
         WHERE organisation_id = $1 AND id = $2"
    )
    .bind(scope)
    .bind(id)
    .bind(state)
    .bind(fee.map(Money::in_ore))
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

impl RegistrationRow {
    fn into_registration(self) -> StoredRegistration {
        let own_case = match (self.case_stage, self.case_text) {
            (Some(stage), Some(text)) => Some(OwnCase { stage, text }),
            _ => None,
        };
        StoredRegistration {
            id: self.id,
            order_id: self.order_id,
            edition_id: self.edition_id,
            state: self.state,
            participant: Participant {
                name: self.name,
                email: self.email,
                phone: self.phone,
                title: self.job_title,
                department: self.department,
                diet: self.diet,
                access_needs: self.access_needs,
                own_case,
                meets_prerequisites: self.meets_prerequisites,
            },
            price: Money::ore(self.price_ore),
            fee: self.fee_ore.map(Money::ore),
            calendar_sequence: self.calendar_sequence,
            created_at: self.created_at,
        }
    }
}

/// Empties diet and access needs of editions that are over: they may reveal faith or health, and nobody needs them any more.
pub(crate) async fn forget_needs_across_organisations(tx: &mut Tx, today: Date) -> Result<u64, db::Error> {
    sql!(
        "UPDATE registration SET diet = NULL, access_needs = NULL
         WHERE (diet IS NOT NULL OR access_needs IS NOT NULL)
           AND EXISTS (SELECT 1 FROM edition_day d WHERE d.organisation_id = registration.organisation_id AND d.edition_id = registration.edition_id)
           AND NOT EXISTS (SELECT 1 FROM edition_day d WHERE d.organisation_id = registration.organisation_id
                             AND d.edition_id = registration.edition_id AND d.day >= $1)"
    )
    .bind(today)
    .execute(tx)
    .await
}
