//! The audit log as owners read it: newest first, each entry a sentence, whatever is in it shown as text (T7).

use std::collections::HashMap;

use maud::{Markup, html};
use texts::Lang;
use ui::{Button, Choice, Column, Form, Href, Icon, Level, Select, Table};
use uuid::Uuid;

use super::list::{self, Listed};
use super::words::name_of;
use crate::organisation::{OrgScope, OrganisationId};
use crate::people::account;
use crate::people::rights::ReadAudit;
use crate::t;
use crate::web::{Answer, Audience, Core, Cx, Error, MemberWith, NavItem, Operator, OperatorOnly, Paths, Right, Route, Staff, get};

/// The audit log of an organisation.
pub const LOG: Paths = Paths::new("/hus/{org}/log", "/en/house/{org}/log");
/// The audit log of the installation itself: accounts, sign-ins, organisations.
pub const OWN_LOG: Paths = Paths::new("/drift/log", "/en/operations/log");

/// The filter's choice that filters nothing.
const ALL: &str = "alle";

/// Entries on a page.
const SHOWN: usize = 50;

/// The logs' routes.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get(LOG, MemberWith::<ReadAudit>::right(), show),
        get(OWN_LOG, OperatorOnly, show_own),
    ]
}

/// Their entries in the menus of organisations and operators.
#[must_use]
pub fn navigation() -> Vec<NavItem> {
    vec![
        NavItem {
            paths: LOG,
            label: t::audit_title,
            audience: Audience::Members(ReadAudit::allows),
            exact: true,
        },
        NavItem {
            paths: OWN_LOG,
            label: t::audit_title,
            audience: Audience::Operators,
            exact: true,
        },
    ]
}

async fn show(cx: Cx<Staff<ReadAudit>>) -> Answer {
    let here = Href::local(LOG.url(cx.lang, &[&cx.proof.organisation.slug]));
    Ok(cx.page(&page(&cx, cx.proof.scope, &here).await?))
}

async fn show_own(cx: Cx<Operator>) -> Answer {
    // The installation's own chain belongs to no organisation.
    let scope = OrgScope::granted(OrganisationId::from_uuid(Uuid::nil()));
    let here = Href::local(OWN_LOG.url(cx.lang, &[]));
    Ok(cx.page(&page(&cx, scope, &here).await?))
}

async fn page(core: &Core, scope: OrgScope, here: &Href) -> Result<ui::Page, Error> {
    let (lang, db) = (core.lang, &core.app.db);
    let action = Some(core.query.get("handling")).filter(|action| *action != ALL).unwrap_or_default();
    let before = core.query.get("foer").parse().unwrap_or(i64::MAX);
    let limit = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
    let mut entries = list::before(db, scope, before, action, limit).await?;
    let has_older = entries.len() > SHOWN;
    entries.truncate(SHOWN);
    let objects = objects(core, &entries).await?;
    let older = entries.last().filter(|_| has_older).map(|last| {
        let older = here.clone().query("foer", last.number);
        if action.is_empty() {
            older
        } else {
            older.query("handling", action)
        }
    });
    let body = html! {
        (filter(lang, here, &list::actions(db, scope).await?, action))
        @if entries.is_empty() {
            (ui::empty_state(Level::Two, Icon::Checklist, t::audit_empty_title(lang), t::audit_empty_text(lang), None))
        } @else {
            (table(lang, &entries, &objects))
        }
        @if let Some(older) = older { p { a href=(older) rel="next" { (t::audit_older(lang)) } } }
        @if before != i64::MAX { p { a href=(here) { (t::audit_newest(lang)) } } }
    };
    Ok(ui::Page::new(t::audit_title(lang), body).lead(t::audit_lead(lang)).wide().noindex())
}

/// Names of the accounts that entries are about.
async fn objects(core: &Core, entries: &[Listed]) -> Result<HashMap<Uuid, String>, Error> {
    let ids = entries
        .iter()
        .filter(|entry| entry.object_kind == "account")
        .filter_map(|entry| entry.object_id);
    Ok(account::names_across_organisations(&core.app.db, ids).await?)
}

fn filter(lang: Lang, here: &Href, actions: &[String], chosen: &str) -> Markup {
    let mut choices: Vec<(String, &String)> = actions.iter().map(|code| (name_of(lang, code), code)).collect();
    choices.sort();
    let all = Choice::new(ALL, t::audit_all(lang)).chosen(chosen.is_empty());
    let choices = choices
        .into_iter()
        .map(|(name, code)| Choice::new(code.as_str(), name).chosen(code == chosen));
    let fields = html! {
        (Select::new(lang, "handling", t::audit_filter(lang), std::iter::once(all).chain(choices)).unmarked())
        (Button::secondary(t::audit_filter_button(lang)))
    };
    Form::get(here.clone()).body(&ui::filter_bar(&fields))
}

fn table(lang: Lang, entries: &[Listed], objects: &HashMap<Uuid, String>) -> Markup {
    let columns = [
        Column::text(t::audit_at(lang)),
        Column::text(t::audit_who(lang)),
        Column::text(t::audit_what(lang)),
        Column::text(t::audit_details(lang)),
    ];
    let rows = entries.iter().map(|entry| {
        let at = ui::time(&entry.at.to_string(), &texts::format::datetime(lang, entry.at));
        [
            at,
            html! { (who(lang, entry)) },
            what(lang, entry, objects),
            details(&entry.details),
        ]
    });
    Table::new(lang, t::audit_title(lang), columns)
        .caption_hidden()
        .compact()
        .rows(rows)
        .render()
}

fn who(lang: Lang, entry: &Listed) -> String {
    match (&entry.name, entry.account_id) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => t::audit_deleted_person(lang).to_owned(),
        (None, None) => t::audit_nobody(lang).to_owned(),
    }
}

fn what(lang: Lang, entry: &Listed, objects: &HashMap<Uuid, String>) -> Markup {
    let person = entry.object_id.filter(|_| entry.object_kind == "account");
    html! {
        (name_of(lang, &entry.action))
        @if let Some(person) = person {
            ": " (objects.get(&person).map_or_else(|| t::audit_deleted_person(lang), String::as_str))
        }
    }
}

/// The details as they are: keys and values of the stored JSON, whatever they hold. A sentence would hide what an auditor looks for.
fn details(stored: &str) -> Markup {
    let parsed: serde_json::Map<String, serde_json::Value> = serde_json::from_str(stored).unwrap_or_default();
    html! {
        @for (key, value) in &parsed {
            @let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            div { (key) ": " (text) }
        }
    }
}
