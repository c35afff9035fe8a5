//! Reading the sign-up form: every field once, every mistake at once.

use std::collections::BTreeSet;

use platform::values::{Cvr, Email, Gln, Line, PersonName, Phone, Text, ValueError};
use platform::web::{Check, Errors, Fields};
use texts::Lang;
use uuid::Uuid;

use crate::model::{
    Bill, CaseStage, Contact, GroupSize, Order, OrderRefusal, OrganisationKind, OwnCase, Participant, Payer, PayingOrganisation,
    PostalAddress, Price, References,
};
use crate::t;

/// The list of participants in the form's field names: `participants-0-name`.
pub(super) const LIST: &str = "participants";

/// A form that can become an order.
pub(super) struct SignUp {
    /// Made when the form was first shown; sending the same form twice gives one order.
    pub(super) key: Uuid,
    pub(super) order: Order,
}

/// How many participant rows the form has: those that were sent, at least one, at most the largest group.
pub(super) fn rows(fields: &Fields) -> usize {
    let prefix = format!("{LIST}-");
    let indexes = fields
        .pairs()
        .filter_map(|(name, _)| name.strip_prefix(&prefix)?.split('-').next()?.parse::<usize>().ok());
    indexes
        .max()
        .map_or(1, |last| last.saturating_add(1))
        .clamp(1, usize::from(GroupSize::MAX))
}

/// Reads the form for an edition of this price and number of days.
pub(super) fn read(fields: &Fields, lang: Lang, price: Price, days: u16) -> Result<SignUp, Errors> {
    let fields = &numbered(fields);
    let mut check = Check::new(fields, lang);
    // Everybody is read before anybody is found wanting, so that every row gets its messages at once.
    let participants: Vec<Option<_>> = (0..rows(fields)).map(|index| participant(&mut check, index)).collect();
    let participants: Option<Vec<_>> = participants.into_iter().collect();
    let bill = bill(&mut check);
    let contact = contact(&mut check, participants.as_deref());
    let terms = check.ticked("terms", t::signup_terms_missing(lang));
    let notice = check.ticked("notice", t::signup_notice_missing(lang));
    let parts = (|| Some((participants?, bill?, contact?, terms?, notice?)))();
    let order = parts.and_then(
        |(participants, bill, contact, ..)| match Order::new(Payer { contact, bill }, participants, price, days) {
            Ok(order) => Some(order),
            Err(refusal) => refused(&mut check, &refusal),
        },
    );
    // A key that is missing or mangled only costs the protection against double sending.
    let key = fields.get("key").parse().unwrap_or_else(|_| Uuid::nil());
    check.finish(order.map(|order| SignUp { key, order }))
}

fn refused<T>(check: &mut Check<'_>, refusal: &OrderRefusal) -> Option<T> {
    let lang = check.lang();
    match refusal {
        OrderRefusal::SharedEmail { first, second } => {
            let first = i64::try_from(first + 1).unwrap_or(i64::MAX);
            check.wrong(&format!("{LIST}-{second}-email"), t::signup_shared_email(lang, first))
        }
        OrderRefusal::PublicNeedsEan => check.wrong("payment", t::signup_public_needs_ean(lang)),
        OrderRefusal::GroupSize(_) => check.wrong("", t::signup_too_many(lang, i64::from(GroupSize::MAX))),
        OrderRefusal::Price(error) => check.wrong("", platform::web::words::value_error(lang, error)),
    }
}

fn participant(check: &mut Check<'_>, index: usize) -> Option<Participant> {
    let lang = check.lang();
    let field = |name: &str| format!("{LIST}-{index}-{name}");
    let name = check.required(&field("name"), t::signup_name_missing(lang), PersonName::parse);
    let email = check.required(&field("email"), t::signup_email_missing(lang), Email::parse);
    let phone = check.optional(&field("phone"), Phone::parse);
    let title = check.optional(&field("title"), Line::parse);
    let department = check.optional(&field("department"), Line::parse);
    let diet = check.optional(&field("diet"), Text::parse);
    let access_needs = check.optional(&field("access"), Text::parse);
    let own_case = own_case(check, &field("case"), &field("stage"));
    Some(Participant {
        name: name?,
        email: email?,
        phone: phone?,
        title: title?,
        department: department?,
        diet: diet?,
        access_needs: access_needs?,
        own_case: own_case?,
        meets_prerequisites: !check.raw(&field("prerequisites")).is_empty(),
    })
}

/// A case needs a text; a text without a stage is an idea.
#[expect(clippy::option_option, reason = "no case and a mistake are two different answers")]
fn own_case(check: &mut Check<'_>, text_field: &str, stage_field: &str) -> Option<Option<OwnCase>> {
    let text = check.optional(text_field, Text::parse)?;
    let stage = check
        .optional(stage_field, str::parse::<CaseStageChoice>)?
        .and_then(|choice| choice.0);
    match (text, stage) {
        (None, None) => Some(None),
        (None, Some(_)) => check.wrong(text_field, t::signup_case_missing(check.lang())),
        (Some(text), stage) => Some(Some(OwnCase {
            stage: stage.unwrap_or(CaseStage::Idea),
            text,
        })),
    }
}

/// The answer to "how far is the case?", where "none" is an answer too.
struct CaseStageChoice(Option<CaseStage>);

impl std::str::FromStr for CaseStageChoice {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "" => Err(ValueError::Empty),
            "none" => Ok(Self(None)),
            stage => stage.parse().map(|stage| Self(Some(stage))).map_err(|_| ValueError::NotAChoice),
        }
    }
}

fn bill(check: &mut Check<'_>) -> Option<Bill> {
    match check.raw("payment") {
        "ean" => by_ean(check),
        "cvr" => by_cvr(check),
        "private" => {
            let address = address(check);
            let email = check.required("invoice-email", t::signup_invoice_email_missing(check.lang()), Email::parse);
            Some(Bill::Private {
                email: email?,
                address: address?,
            })
        }
        _ => check.wrong("payment", t::signup_payment_missing(check.lang())),
    }
}

fn by_ean(check: &mut Check<'_>) -> Option<Bill> {
    let lang = check.lang();
    let organisation = organisation(check);
    let gln = check.required("ean", t::signup_ean_missing(lang), Gln::parse);
    let order = check.optional("order-reference", Line::parse);
    let person = check.optional("person-reference", Line::parse);
    let references = match References::new(order?, person?) {
        Some(references) => Some(references),
        None => check.wrong("order-reference", t::signup_reference_missing(lang)),
    };
    Some(Bill::Ean {
        organisation: organisation?,
        gln: gln?,
        references: references?,
    })
}

fn by_cvr(check: &mut Check<'_>) -> Option<Bill> {
    let lang = check.lang();
    let organisation = organisation(check);
    let cvr = check.required("cvr", t::signup_cvr_missing(lang), Cvr::parse);
    let email = check.required("invoice-email", t::signup_invoice_email_missing(lang), Email::parse);
    let order = check.optional("order-reference", Line::parse);
    let has_address = ["street", "postcode", "town"]
        .iter()
        .any(|field| !check.raw(field).trim().is_empty());
    let address = if has_address { address(check).map(Some) } else { Some(None) };
    Some(Bill::Cvr {
        organisation: organisation?,
        cvr: cvr?,
        email: email?,
        order: order?,
        address: address?,
    })
}

fn organisation(check: &mut Check<'_>) -> Option<PayingOrganisation> {
    let lang = check.lang();
    let name = check.required("organisation", t::signup_organisation_missing(lang), Line::parse);
    let kind = match check.raw("organisation-kind").parse::<OrganisationKind>() {
        Ok(kind) => Some(kind),
        Err(_) => check.wrong("organisation-kind", t::signup_organisation_kind_missing(lang)),
    };
    Some(PayingOrganisation { name: name?, kind: kind? })
}

fn address(check: &mut Check<'_>) -> Option<PostalAddress> {
    let lang = check.lang();
    let street = check.required("street", t::signup_street_missing(lang), Line::parse);
    let postcode = check.required("postcode", t::signup_postcode_missing(lang), Line::parse);
    let town = check.required("town", t::signup_town_missing(lang), Line::parse);
    Some(PostalAddress {
        street: street?,
        postcode: postcode?,
        town: town?,
    })
}

fn contact(check: &mut Check<'_>, participants: Option<&[Participant]>) -> Option<Contact> {
    let lang = check.lang();
    if !check.raw("same-contact").is_empty() {
        let first = participants?.first()?;
        return Some(Contact {
            name: first.name.clone(),
            email: first.email.clone(),
            phone: first.phone.clone(),
        });
    }
    let name = check.required("contact-name", t::signup_contact_name_missing(lang), PersonName::parse);
    let email = check.required("contact-email", t::signup_contact_email_missing(lang), Email::parse);
    let phone = check.optional("contact-phone", Phone::parse);
    Some(Contact {
        name: name?,
        email: email?,
        phone: phone?,
    })
}

/// The form after "add" or "remove" was pressed without script: one row more or one less, everything else as typed. `None` if it was sent for real.
pub(super) fn rearranged(fields: &Fields) -> Option<Fields> {
    let pressed = fields.find("repeat")?;
    let count = rows(fields);
    let removed = pressed
        .strip_prefix(&format!("remove:{LIST}:"))
        .and_then(|index| index.parse().ok())
        .filter(|_| count > 1);
    let mut rearranged = renumbered(fields, removed);
    if removed.is_none() && count < usize::from(GroupSize::MAX) {
        let _ = rearranged.push(format!("{LIST}-{count}-name"), String::new());
    }
    Some(rearranged)
}

/// The form with its rows numbered from 0 and without gaps: with script, a row that was taken out leaves its number unused.
pub(super) fn numbered(fields: &Fields) -> Fields {
    renumbered(fields, None)
}

fn renumbered(fields: &Fields, removed: Option<usize>) -> Fields {
    let prefix = format!("{LIST}-");
    let place = |name: &str| -> Option<(usize, String)> {
        let (index, field) = name.strip_prefix(&prefix)?.split_once('-')?;
        Some((index.parse().ok()?, field.to_owned()))
    };
    let rows: BTreeSet<usize> = fields
        .pairs()
        .filter_map(|(name, _)| place(name))
        .map(|(index, _)| index)
        .filter(|index| Some(*index) != removed)
        .collect();
    let mut renumbered = Fields::default();
    for (name, value) in fields.pairs().filter(|(name, _)| *name != "repeat") {
        let name = match place(name) {
            Some((index, _)) if Some(index) == removed => continue,
            Some((index, field)) => format!("{prefix}{}-{field}", rows.range(..index).count()),
            None => name.to_owned(),
        };
        // The form had at least as many fields before, so there is room.
        let _ = renumbered.push(name, value.to_owned());
    }
    renumbered
}

/// What was typed, as the interest list asks for it: the first participant, and how many they are.
pub(super) fn as_interest(fields: &Fields) -> Fields {
    let fields = numbered(fields);
    Fields::default()
        .with("name", fields.get(&format!("{LIST}-0-name")))
        .with("email", fields.get(&format!("{LIST}-0-email")))
        .with("organisation", fields.get("organisation"))
        .with("seats", rows(&fields).to_string())
}

#[cfg(test)]
mod tests;
