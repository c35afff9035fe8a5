//! The participants as a file for a spreadsheet.

use documents::sheet::{Cell, Dialect, Sheet, Workbook};
use platform::values::Slug;
use platform::web::{Answer, Error, Right, file};
use texts::{Lang, format};

use super::columns::{PAYER, PERSON, STATE, headings};
use super::list::{Edition, Seat, Viewer};
use crate::actions::edit_interest::Format;
use crate::actions::export_participants;
use crate::model::{Bill, PostalAddress};
use crate::pages::admin::words;
use crate::pages::wording;
use crate::rights::ManageCourses;
use crate::t;

/// The media type of a spreadsheet.
pub(in crate::pages::admin) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The media type of comma-separated values.
pub(in crate::pages::admin) const CSV: &str = "text/csv; charset=utf-8";

pub(super) async fn xlsx(cx: Viewer) -> Answer {
    let edition = Edition::read(&cx).await?;
    let title = edition.title(cx.lang);
    let workbook = Workbook::new(title, cx.proof.organisation.name.clone(), cx.lang, cx.app.clock.now()).with(sheet(&cx, &edition));
    let bytes = workbook.to_xlsx().map_err(|error| Error::Internal(error.to_string()))?;
    export_participants::exported(&cx.app, &cx.proof, edition.stored.id, edition.seats.len(), Format::Xlsx).await?;
    Ok(file(bytes, &name(&cx, &edition, "xlsx"), XLSX))
}

pub(super) async fn csv(cx: Viewer) -> Answer {
    let edition = Edition::read(&cx).await?;
    let bytes = sheet(&cx, &edition)
        .to_csv(Dialect::DanishExcel, cx.lang)
        .map_err(|error| Error::Internal(error.to_string()))?;
    export_participants::exported(&cx.app, &cx.proof, edition.stored.id, edition.seats.len(), Format::Csv).await?;
    Ok(file(bytes, &name(&cx, &edition, "csv"), CSV))
}

/// `deltagere-kom-godt-i-gang-2026-10-26.xlsx`.
fn name(cx: &Viewer, edition: &Edition, ending: &str) -> String {
    let slug: &Slug = &edition.course.slug;
    let when = edition.stored.first_day().map_or_else(String::new, |day| format!("-{day}"));
    format!("{}-{slug}{when}.{ending}", t::admin_people_file(cx.lang))
}

/// Everybody who ever signed up, with what became of it. Who pays and how is only for those who run the courses.
fn sheet(cx: &Viewer, edition: &Edition) -> Sheet {
    let lang = cx.lang;
    let with_payer = ManageCourses::allows(cx.proof.role);
    let mut titles = headings(lang, &PERSON);
    if with_payer {
        titles.extend(headings(lang, &PAYER));
    } else {
        titles.push(headings(lang, &PAYER)[0]);
    }
    titles.extend(headings(lang, &STATE));
    titles.push(t::admin_people_since(lang));
    let mut sheet = Sheet::new(t::admin_edition_people(lang), &titles);
    for seat in &edition.seats {
        let mut row = person(lang, seat);
        if with_payer {
            row.extend(payer(lang, seat));
        } else {
            row.push(seat.organisation().into());
        }
        row.push(words::registration_state(lang, seat.seat.state).into());
        row.push(format::local(seat.seat.created_at).datetime().into());
        sheet.push(row);
    }
    sheet
}

fn person(lang: Lang, seat: &Seat) -> Vec<Cell> {
    let participant = &seat.seat.participant;
    vec![
        participant.name.as_str().into(),
        participant.email.as_str().into(),
        participant.phone.as_ref().map(AsRef::<str>::as_ref).into(),
        participant.title.as_ref().map(AsRef::<str>::as_ref).into(),
        participant.department.as_ref().map(AsRef::<str>::as_ref).into(),
        participant.diet.as_ref().map(AsRef::<str>::as_ref).into(),
        participant.access_needs.as_ref().map(AsRef::<str>::as_ref).into(),
        participant.own_case.as_ref().map(|case| words::case_stage(lang, case.stage)).into(),
        participant.own_case.as_ref().map(|case| case.text.as_str()).into(),
        participant.meets_prerequisites.into(),
    ]
}

fn payer(lang: Lang, seat: &Seat) -> Vec<Cell> {
    let payer = &seat.order.payer;
    let (mut ean, mut order, mut person, mut cvr, mut mail, mut address) = (None, None, None, None, None, None::<&PostalAddress>);
    match &payer.bill {
        Bill::Ean { gln, references, .. } => {
            ean = Some(gln.as_str());
            order = references.order().map(AsRef::<str>::as_ref);
            person = references.person().map(AsRef::<str>::as_ref);
        }
        Bill::Cvr {
            cvr: number,
            email,
            order: reference,
            address: at,
            ..
        } => {
            cvr = Some(number.as_str());
            order = reference.as_ref().map(AsRef::<str>::as_ref);
            mail = Some(email.as_str());
            address = at.as_ref();
        }
        Bill::Private { email, address: at } => {
            mail = Some(email.as_str());
            address = Some(at);
        }
    }
    vec![
        seat.organisation().into(),
        payer
            .bill
            .organisation()
            .map(|organisation| wording::organisation_kind(lang, organisation.kind))
            .into(),
        ean.into(),
        order.into(),
        person.into(),
        cvr.into(),
        mail.into(),
        address.map(|at| at.street.as_str()).into(),
        address.map(|at| at.postcode.as_str()).into(),
        address.map(|at| at.town.as_str()).into(),
        payer.contact.name.as_str().into(),
        payer.contact.email.as_str().into(),
        payer.contact.phone.as_ref().map(AsRef::<str>::as_ref).into(),
    ]
}
