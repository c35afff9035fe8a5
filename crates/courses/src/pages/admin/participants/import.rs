//! Taking in a list of participants: all of it or nothing, with a report of what to mend line by line.

use documents::import::{self, Report};
use documents::sheet::{Sheet, Workbook};
use maud::{Markup, html};
use platform::web::{Answer, Error, Response, file, redirect_with_notice};
use texts::Lang;
use ui::{Alert, Button, Checkbox, Errors, FileField, Level, Mood, Page, error_summary, hidden};
use uuid::Uuid;

use super::columns::{self, PAYER, PERSON, headings};
use super::desk::{self, CONFIRM, LANGUAGE};
use super::export::XLSX;
use super::import_row::{self, ImportRow};
use super::list::Edition;
use crate::actions::desk_entry::{self, Entered, Entry, MOST_PER_ORDER};
use crate::model::{Contact, Days, Order, OrderRefusal, Payer};
use crate::pages::admin::parts::{self, Manager, count, href, url};
use crate::pages::admin::paths::{IMPORT, IMPORT_TEMPLATE, PARTICIPANTS};
use crate::t;

const LIST: &str = "list";
const TERMS: &str = "terms";

pub(super) async fn show(cx: Manager) -> Answer {
    let edition = Edition::read(&cx).await?;
    Ok(cx.page(&page(&cx, &edition, &Errors::default(), &[])))
}

/// An empty list with the headings we read.
pub(super) async fn template(cx: Manager) -> Answer {
    let (lang, edition) = (cx.lang, Edition::read(&cx).await?);
    let mut titles = headings(lang, &PERSON);
    titles.extend(headings(lang, &PAYER));
    let sheet = Sheet::new(t::admin_edition_people(lang), &titles);
    let workbook = Workbook::new(edition.title(lang), cx.proof.organisation.name.clone(), lang, cx.app.clock.now()).with(sheet);
    let bytes = workbook.to_xlsx().map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file(bytes, &format!("{}.xlsx", t::admin_people_file(lang)), XLSX))
}

pub(super) async fn take(cx: Manager) -> Answer {
    let (lang, edition) = (cx.lang, Edition::read(&cx).await?);
    let wrong = |field: &str, text: String| cx.page_with_mistakes(page(&cx, &edition, &[(field, text)].into_iter().collect(), &[]));
    let Some(upload) = cx.form.upload(LIST) else {
        return Ok(wrong(LIST, t::admin_import_missing(lang).to_owned()));
    };
    if !cx.form.has(TERMS) {
        return Ok(wrong(TERMS, t::admin_import_terms_missing(lang).to_owned()));
    }
    let table = match import::read(&upload.bytes, &upload.name) {
        Ok(table) => table,
        Err(error) => return Ok(wrong(LIST, error.text(lang))),
    };
    let rows = match import::all_or_nothing(&table, &columns::to_read(), import_row::read) {
        Ok(rows) => rows,
        Err(report) => return Ok(reported(&cx, &edition, &report.lines(lang))),
    };
    let groups = group(rows);
    let orders = match orders(lang, &edition, &groups) {
        Ok(orders) => orders,
        Err(lines) => return Ok(reported(&cx, &edition, &lines)),
    };
    if orders.is_empty() {
        return Ok(wrong(LIST, t::admin_import_nobody(lang).to_owned()));
    }
    let key = cx.form.get("key").parse().unwrap_or_else(|_| Uuid::nil());
    let entry = Entry {
        edition: edition.stored.id,
        orders,
        key,
        lang: desk::language(&cx),
        confirm: cx.form.has(CONFIRM),
    };
    match desk_entry::enter(&cx.app, &cx.proof, &entry).await? {
        Entered::Done { seats } => {
            let notice = t::admin_desk_done(lang, count(seats));
            Ok(redirect_with_notice(
                &cx,
                &url(&cx, PARTICIPANTS, &[&edition.stored.id.to_string()]),
                &notice,
            ))
        }
        Entered::AlreadySignedUp(places) => {
            let line = |(order, index): (usize, usize)| {
                let row = groups.get(order).and_then(|group| group.get(index))?;
                let text = t::signup_already(lang, row.participant.name.as_str());
                Some((row.number, t::admin_import_line(lang, row.number, text)))
            };
            let mut lines: Vec<(usize, String)> = places.into_iter().filter_map(line).collect();
            lines.sort();
            Ok(reported(
                &cx,
                &edition,
                &lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>(),
            ))
        }
        Entered::Closed => Ok(wrong("", t::admin_desk_closed(lang).to_owned())),
        Entered::TooFewSeats { left, needed } => Ok(wrong("", t::admin_desk_too_few(lang, count(needed), i64::from(left)))),
    }
}

/// Rows with the same bill and contact person belong to one order, in the order of the list.
fn group(rows: Vec<ImportRow>) -> Vec<Vec<ImportRow>> {
    let mut groups: Vec<Vec<ImportRow>> = Vec::new();
    for row in rows {
        match groups
            .iter_mut()
            .find(|group| group[0].bill == row.bill && group[0].contact == row.contact)
        {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// An order for each group; without a named contact person the first participant is asked.
fn orders(lang: Lang, edition: &Edition, groups: &[Vec<ImportRow>]) -> Result<Vec<Order>, Vec<String>> {
    let plan = edition.stored.edition.plan();
    let days = plan.days().map_or(1, Days::count);
    let mut lines = Vec::new();
    let mut orders = Vec::new();
    for group in groups {
        let first = &group[0].participant;
        let own = || Contact {
            name: first.name.clone(),
            email: first.email.clone(),
            phone: first.phone.clone(),
        };
        let payer = Payer {
            contact: group[0].contact.clone().unwrap_or_else(own),
            bill: group[0].bill.clone(),
        };
        let participants = group.iter().map(|row| row.participant.clone()).collect();
        match Order::new(payer, participants, plan.price, days) {
            Ok(order) => orders.push(order),
            Err(refusal) => {
                let at = match refusal {
                    OrderRefusal::GroupSize(_) => group.get(MOST_PER_ORDER),
                    OrderRefusal::SharedEmail { second, .. } => group.get(second),
                    OrderRefusal::PublicNeedsEan | OrderRefusal::Price(_) => None,
                };
                lines.push(t::admin_import_line(
                    lang,
                    at.unwrap_or(&group[0]).number,
                    refusal_words(lang, &refusal),
                ));
            }
        }
    }
    if lines.is_empty() { Ok(orders) } else { Err(lines) }
}

fn refusal_words(lang: Lang, refusal: &OrderRefusal) -> String {
    match refusal {
        OrderRefusal::GroupSize(_) => t::signup_too_many(lang, count(MOST_PER_ORDER)),
        OrderRefusal::SharedEmail { first, .. } => t::signup_shared_email(lang, count(first + 1)),
        OrderRefusal::PublicNeedsEan => t::signup_public_needs_ean(lang).to_owned(),
        OrderRefusal::Price(error) => platform::web::words::value_error(lang, error),
    }
}

fn reported(cx: &Manager, edition: &Edition, lines: &[String]) -> Response {
    cx.page_with_mistakes(page(cx, edition, &Errors::default(), lines))
}

fn page(cx: &Manager, edition: &Edition, errors: &Errors, lines: &[String]) -> Page {
    let (lang, id) = (cx.lang, edition.stored.id.to_string());
    let key = cx.app.random.id(cx.app.clock.now()).to_string();
    let fields = html! {
        (hidden("key", &key))
        (FileField::new(lang, LIST, t::admin_import_list(lang), ".csv,.xlsx").hint(t::admin_import_list_hint(lang)).error(errors.get(LIST)))
        (desk::language_field(cx, LANGUAGE))
        (desk::confirm_field(cx))
        (Checkbox::new(lang, TERMS, t::admin_import_terms(lang)).ticked(cx.form.has(TERMS)).error(errors.get(TERMS)))
        (Button::primary(t::admin_import_take(lang)))
    };
    let body = html! {
        (error_summary(lang, errors))
        (report(lang, lines))
        p { a href=(href(cx, IMPORT_TEMPLATE, &[&id])) { (t::admin_import_template(lang)) } }
        p { (t::admin_import_payers(lang)) }
        (parts::seat_meter(lang, &edition.stored))
        (parts::form(cx, IMPORT, &[&id]).multipart().body(&fields))
    };
    Page::new(t::admin_import_title(lang), body)
        .crumbs(edition.crumbs_of_people(cx))
        .lead(t::admin_import_lead(lang))
        .noindex()
}

/// What to mend, line by line; nothing has been taken in.
fn report(lang: Lang, lines: &[String]) -> Markup {
    if lines.is_empty() {
        return html! {};
    }
    let shown = lines.len().min(Report::LIMIT);
    let list = html! {
        p { (t::admin_import_report(lang)) }
        ul { @for line in &lines[..shown] { li { (line) } } }
    };
    Alert::new(Mood::Error, list)
        .heading(Level::Two, t::admin_import_report_title(lang, count(lines.len())))
        .render(lang)
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
