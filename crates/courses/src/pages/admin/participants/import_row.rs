//! One row of a list somebody sends: a participant and who pays.

use std::str::FromStr;

use documents::import::{Problem, RowReader};
use platform::values::{Cvr, Email, Gln, Line, PersonName, Phone, Text, ValueError};
use platform::web::words;
use texts::Lang;

use super::columns::Key;
use crate::model::{
    Bill, CaseStage, Contact, OrganisationKind, OwnCase, Participant, PayingOrganisation, PostalAddress, References, RegistrationState,
};
use crate::pages::wording;
use crate::t;

/// What a row says. Rows with the same bill and contact are one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImportRow {
    /// As the spreadsheet shows it.
    pub(super) number: usize,
    pub(super) participant: Participant,
    pub(super) bill: Bill,
    /// The contact person, if the row names one.
    pub(super) contact: Option<Contact>,
}

type Reader<'a, 't> = &'a mut RowReader<'t, Key>;

/// Reads a row; everything wrong in it is reported. Rows of people who gave up, as our own lists have them, are left out.
pub(super) fn read(row: Reader<'_, '_>) -> Option<ImportRow> {
    let state = choice(
        row,
        Key::State,
        RegistrationState::ALL,
        crate::pages::admin::words::registration_state,
    )?;
    if state.is_some_and(|state| !state.is_live()) {
        return None;
    }
    let participant = participant(row);
    let bill = bill(row);
    let contact = contact(row);
    Some(ImportRow {
        number: row.number(),
        participant: participant?,
        bill: bill?,
        contact: contact?,
    })
}

fn participant(row: Reader<'_, '_>) -> Option<Participant> {
    let name = needed(row, Key::Name, PersonName::parse);
    let email = needed(row, Key::Email, Email::parse);
    // Told at the second row that has it.
    row.unique(Key::Email);
    let phone = optional(row, Key::Phone, Phone::parse);
    let title = optional(row, Key::Title, Line::parse);
    let department = optional(row, Key::Department, Line::parse);
    let diet = optional(row, Key::Diet, Text::parse);
    let access_needs = optional(row, Key::Access, Text::parse);
    let stage = choice(row, Key::CaseStage, CaseStage::ALL, crate::pages::admin::words::case_stage);
    let case = optional(row, Key::Case, Text::parse);
    let own_case = match (case?, stage?) {
        (None, _) => None,
        (Some(text), stage) => Some(OwnCase {
            stage: stage.unwrap_or(CaseStage::Idea),
            text,
        }),
    };
    let meets_prerequisites = row.yes_or_no(Key::Prerequisites).unwrap_or(false);
    Some(Participant {
        name: name?,
        email: email?,
        phone: phone?,
        title: title?,
        department: department?,
        diet: diet?,
        access_needs: access_needs?,
        own_case,
        meets_prerequisites,
    })
}

/// An EAN number makes it an electronic invoice, a CVR number one by mail to an organisation; with neither the person pays.
fn bill(row: Reader<'_, '_>) -> Option<Bill> {
    if row.text(Key::Ean).is_some() {
        let organisation = organisation(row);
        let gln = needed(row, Key::Ean, Gln::parse);
        let order = optional(row, Key::OrderReference, Line::parse);
        let person = optional(row, Key::PersonReference, Line::parse);
        let references = References::new(order?, person?);
        if references.is_none() {
            row.problem(Key::OrderReference, other("reference-missing", t::signup_reference_missing));
        }
        return Some(Bill::Ean {
            organisation: organisation?,
            gln: gln?,
            references: references?,
        });
    }
    if row.text(Key::Cvr).is_some() {
        let organisation = organisation(row);
        if organisation.as_ref().is_some_and(|organisation| organisation.kind.is_public()) {
            row.problem(Key::Ean, other("public-needs-ean", t::signup_public_needs_ean));
            return None;
        }
        let cvr = needed(row, Key::Cvr, Cvr::parse);
        let email = needed(row, Key::InvoiceEmail, Email::parse);
        let order = optional(row, Key::OrderReference, Line::parse);
        let has_address = [Key::Street, Key::Postcode, Key::Town].iter().any(|key| row.text(*key).is_some());
        let address = if has_address { address(row).map(Some) } else { Some(None) };
        return Some(Bill::Cvr {
            organisation: organisation?,
            cvr: cvr?,
            email: email?,
            order: order?,
            address: address?,
        });
    }
    let email = match row.text(Key::InvoiceEmail) {
        Some(_) => needed(row, Key::InvoiceEmail, Email::parse),
        // One that is wrong has been told already.
        None => row.text(Key::Email).and_then(|email| Email::parse(email).ok()),
    };
    let address = address(row);
    Some(Bill::Private {
        email: email?,
        address: address?,
    })
}

fn organisation(row: Reader<'_, '_>) -> Option<PayingOrganisation> {
    let name = needed(row, Key::Organisation, Line::parse);
    let kind = choice(row, Key::Kind, OrganisationKind::ALL, wording::organisation_kind);
    if kind == Some(None) {
        row.problem(Key::Kind, Problem::Missing);
    }
    Some(PayingOrganisation { name: name?, kind: kind?? })
}

fn address(row: Reader<'_, '_>) -> Option<PostalAddress> {
    let street = needed(row, Key::Street, Line::parse);
    let postcode = needed(row, Key::Postcode, Line::parse);
    let town = needed(row, Key::Town, Line::parse);
    Some(PostalAddress {
        street: street?,
        postcode: postcode?,
        town: town?,
    })
}

/// The contact person; left out where the row names none.
#[expect(clippy::option_option, reason = "left out and wrong are two different answers")]
fn contact(row: Reader<'_, '_>) -> Option<Option<Contact>> {
    if row.text(Key::ContactName).is_none() && row.text(Key::ContactEmail).is_none() {
        return Some(None);
    }
    let name = needed(row, Key::ContactName, PersonName::parse);
    let email = needed(row, Key::ContactEmail, Email::parse);
    let phone = optional(row, Key::ContactPhone, Phone::parse);
    Some(Some(Contact {
        name: name?,
        email: email?,
        phone: phone?,
    }))
}

fn needed<T>(row: Reader<'_, '_>, key: Key, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<T> {
    let text = row.required(key)?;
    parse(text).map_err(|error| row.problem(key, of_value(&error))).ok()
}

#[expect(clippy::option_option, reason = "left out and wrong are two different answers")]
fn optional<T>(row: Reader<'_, '_>, key: Key, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<Option<T>> {
    match row.text(key).map(parse) {
        None | Some(Err(ValueError::Empty)) => Some(None),
        Some(Ok(value)) => Some(Some(value)),
        Some(Err(error)) => {
            row.problem(key, of_value(&error));
            None
        }
    }
}

/// One of a few words, in either language or as it is stored; case makes no difference.
#[expect(clippy::option_option, reason = "left out and wrong are two different answers")]
fn choice<T: Copy + FromStr>(row: Reader<'_, '_>, key: Key, all: &[T], words: impl Fn(Lang, T) -> &'static str) -> Option<Option<T>> {
    let Some(text) = row.text(key) else { return Some(None) };
    let typed = text.to_lowercase();
    let meant = |choice: &&T| Lang::ALL.iter().any(|lang| words(*lang, **choice).to_lowercase() == typed);
    if let Some(choice) = all.iter().find(meant).copied().or_else(|| typed.parse().ok()) {
        return Some(Some(choice));
    }
    let allowed = all.iter().map(|choice| words(Lang::Da, *choice).to_owned()).collect();
    row.problem(
        key,
        Problem::NotOneOf {
            value: text.to_owned(),
            allowed,
        },
    );
    None
}

fn of_value(error: &ValueError) -> Problem {
    Problem::Other {
        code: error.code(),
        da: words::value_error(Lang::Da, error),
        en: words::value_error(Lang::En, error),
    }
}

/// A rule of ours with its sentence in both languages.
fn other(code: &'static str, text: fn(Lang) -> &'static str) -> Problem {
    Problem::Other {
        code,
        da: text(Lang::Da).to_owned(),
        en: text(Lang::En).to_owned(),
    }
}
