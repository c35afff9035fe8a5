//! T16–T21, T53, T54: who may use a route is one question, whose object stands in the address or form another.
//!
//! The first is asked by the walk over the table of routes (`routes/walk.rs`: every route, every role, own and other organisation, no token: T28). Here every
//! address and form that an owner of another organisation has is tried as an owner of this one: what belongs to somebody else answers like what never was.

use std::collections::BTreeSet;

use platform::people::Role;
use platform::testing::{Browser, Page, TestApp, on_both_engines};

use super::markup::tags;
use super::stage::{button, count, furnish, open_form, other_owner, program, sent, sign_up, staff, typed};
use super::tables::{everything_of, ids_of};
use super::walker::walk;

/// Addresses of pages and targets of forms within reach.
async fn within_reach(house: &TestApp, browser: &Browser, from: &[&str]) -> (BTreeSet<String>, BTreeSet<String>) {
    let pages = walk(house, browser, from).await;
    let forms = pages
        .values()
        .filter(|page| page.status == 200)
        .flat_map(Page::forms)
        .map(|form| form.action)
        .collect();
    (pages.into_keys().collect(), forms)
}

fn is_id(text: &str) -> bool {
    text.parse::<uuid::Uuid>().is_ok()
}

/// The address with every id made one that nobody has; `None` if it holds none.
fn unknown(address: &str) -> Option<String> {
    let strange = |part: &str| {
        if is_id(part) {
            "01890000-0000-7000-8000-0000000000aa".to_owned()
        } else {
            part.to_owned()
        }
    };
    let made: Vec<String> = address.split('/').map(strange).collect();
    Some(made.join("/")).filter(|made| made != address)
}

/// The same address in Kursushuset.
fn here(address: &str) -> String {
    address
        .replace("/hus/nordby", "/hus/kursushuset")
        .replace("/house/nordby", "/house/kursushuset")
}

/// Two answers that tell the same: nothing.
fn same(foreign: &Page, unknown: &Page, address: &str) {
    // A form that lacks a field may be refused as such before anybody looks for its object.
    assert!(matches!(foreign.status.as_u16(), 400 | 404), "{address}: {}", foreign.status);
    assert_eq!(foreign.status, unknown.status, "{address}");
    assert_eq!(foreign.words(), unknown.words(), "{address}");
}

on_both_engines! { program();
    async fn t17_t21_t53_objects_of_another_organisation_are_like_objects_that_never_were(house: TestApp) {
        let nordby = furnish(&house).await;
        let nora = other_owner(&house).await;
        nora.submit("/hus/nordby/personer", "/invitationer", &[("email", "ny@nordby.example"), ("role", "member")]).await.is(303);
        let (mut pages, mut forms) = within_reach(&house, &nora, &["/hus/nordby", "/en/house/nordby"]).await;
        for addresses in [&mut pages, &mut forms] {
            addresses.retain(|address| address.starts_with("/hus/nordby") || address.starts_with("/en/house/nordby"));
        }
        let owner = staff(&house, Role::Owner).await;
        let token = owner.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
        let before = everything_of(&house.db, nordby).await;
        let mut tried = 0;
        for address in &pages {
            let Some(unknown) = unknown(&here(address)) else { continue };
            same(&owner.get(&here(address)).await, &owner.get(&unknown).await, address);
            assert_eq!(owner.get(address).await.status, 404, "{address}");
            tried += 1;
        }
        for address in &forms {
            let Some(unknown) = unknown(&here(address)) else { continue };
            let csrf = [("csrf", token.as_str()), ("role", "owner")];
            same(&owner.post_bare(&here(address), &csrf, &[]).await, &owner.post_bare(&unknown, &csrf, &[]).await, address);
            owner.post_bare(address, &csrf, &[]).await.is(404);
            tried += 1;
        }
        assert!(tried > 20, "only {tried} addresses with objects were tried");
        assert!(before == everything_of(&house.db, nordby).await, "somebody else's data was touched");
    }

    async fn t17_t21_forms_do_not_take_the_numbers_of_others(house: TestApp) {
        let nordby = furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let pages = walk(&house, &owner, &["/hus/kursushuset"]).await;
        let mut foreign = Vec::new();
        for table in ["venue", "course", "course_series", "edition", "registration", "course_order"] {
            foreign.extend(ids_of(&house.db, table, nordby).await.into_iter().next());
        }
        assert!(foreign.len() >= 5, "{foreign:?}");
        let before = everything_of(&house.db, nordby).await;
        let mut tried = 0;
        for (address, page) in pages.iter().filter(|(_, page)| page.status == 200) {
            for form in page.forms().iter().filter(|form| form.action.contains("/hus/")) {
                for field in fields_with_ids(page, &form.action) {
                    for id in &foreign {
                        let answer = owner.send(form, &[(field.as_str(), id)]).await;
                        assert!(answer.status.as_u16() < 500, "{address}: {field}={id}: {}", answer.status);
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 20, "only {tried} forms were sent with the number of another organisation's object");
        assert!(before == everything_of(&house.db, nordby).await, "somebody else's data was touched");
        for (column, contents) in everything_of(&house.db, house.scope).await {
            assert!(!contents.iter().any(|text| foreign.iter().any(|id| text.contains(id.as_str()))), "{column} points to another organisation");
        }
    }

    async fn t17_a_seat_belongs_to_its_edition_and_order(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let pages = walk(&house, &owner, &["/hus/kursushuset"]).await;
        let with_seat = |address: &&String| address.contains("/deltagere/") && address.contains("/skridt/");
        let (step, _) = pages.iter().find(|(address, page)| with_seat(address) && page.status == 200).expect("a page about one seat");
        let parts: Vec<&str> = step.split('/').collect();
        let edition: uuid::Uuid = parts[4].parse().unwrap();
        let elsewhere: Vec<(uuid::Uuid,)> =
            db::sql!("SELECT id FROM registration WHERE organisation_id = $1 AND edition_id <> $2 ORDER BY id").bind(house.scope).bind(edition).all(&house.db).await.unwrap();
        let wrong = step.replace(parts[6], &elsewhere[0].0.to_string());
        owner.get(&wrong).await.is(404);
        let token = owner.open("/profil").await.form("/profil").value("csrf").unwrap().to_owned();
        owner.post_bare(&wrong, &[("csrf", &token)], &[]).await.is(404);

        // And the payer's link gives up the seats of its own order only.
        let (visitor, other) = (house.browser(), house.browser());
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        let others = sign_up(&other, "Bo Krag", "bo@borger.example").await;
        let seat = button(&other.open(&others).await, "registration");
        let form = visitor.open(&order).await.form("/afmeld");
        for id in [seat.as_str(), &elsewhere[0].0.to_string(), "01890000-0000-7000-8000-0000000000aa", "1", ""] {
            visitor.send(&form, &[("registration", id)]).await.is(404);
        }
        other.open(&others).await.is(200).says("Tilmeldt").keeps_quiet_about("Afmeldt");
    }

    async fn t20_t54_fields_nobody_offered_change_nothing(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let more = [
            ("price", "0"), ("price_ore", "0"), ("net_ore", "1"), ("gross_ore", "1"), ("state", "attended"), ("organisation_id", "1"), ("capacity", "1000"),
            ("participants-0-state", "attended"), ("participants-0-price", "0"), ("terms_text", "Gratis"), ("vat", "0"), ("published", "1"),
        ];
        let fields: Vec<_> = typed("Anne Holm", "anne@borger.example").into_iter().chain(more).collect();
        sent(&visitor, &form, &fields).await.is(303);
        let (net, state): (i64, String) = db::sql!(
            "SELECT o.net_ore, r.state FROM course_order o JOIN registration r ON r.organisation_id = o.organisation_id AND r.order_id = o.id WHERE r.email_key = $1"
        ).bind("anne@borger.example").one(&house.db).await.unwrap();
        assert!(net >= 300_000 && state == "confirmed", "{net} {state}");

        let member = staff(&house, Role::Member).await;
        let more = [("is_operator", "true"), ("operator", "1"), ("role", "owner"), ("email", "ny@borger.example"), ("account_id", "1"), ("id", "1")];
        let fields: Vec<_> = [("name", "Mads Nyt Navn"), ("language", "en")].into_iter().chain(more).collect();
        member.submit("/profil", "/profil", &fields).await.is(303);
        let (name, email, operator, role): (String, String, bool, String) = db::sql!(
            "SELECT a.name, a.email, a.is_operator, m.role FROM account a JOIN membership m ON m.account_id = a.id WHERE a.email_key = $1 AND m.organisation_id = $2"
        ).bind("mads@kursushuset.example").bind(house.scope).one(&house.db).await.unwrap();
        assert_eq!((name.as_str(), email.as_str(), operator, role.as_str()), ("Mads Nyt Navn", "mads@kursushuset.example", false, "member"));
        assert_eq!(count(&house, db::sql!("SELECT COUNT(*) FROM membership")).await, 1);
    }

    async fn t18_t54_counts_obey_the_same_rights_as_lists(house: TestApp) {
        furnish(&house).await;
        let names: Vec<(String, String)> = db::sql!("SELECT name, email FROM registration WHERE organisation_id = $1").bind(house.scope).all(&house.db).await.unwrap();
        assert!(names.len() > 20);
        let member = staff(&house, Role::Member).await;
        for (address, page) in walk(&house, &member, &["/hus/kursushuset", "/hus", "/profil", "/kurser"]).await {
            for (name, email) in &names {
                assert!(!page.text.contains(email.as_str()) && !page.text.contains(name.as_str()), "{address} tells a member of {name}");
            }
        }
        // Instructors see who comes, and not who pays: names of contact persons, references and invoices are not for them.
        let instructor = staff(&house, Role::Instructor).await;
        let order = sign_up_for_another(&house).await;
        for (address, page) in walk(&house, &instructor, &["/hus/kursushuset"]).await {
            for secret in ["REF-GEHEIM-1", "faktura@betaler.example", "9520000000004"] {
                assert!(!page.text.contains(secret), "{address} tells an instructor {secret} of {order}");
            }
        }
    }
}

/// A sign-up whose payer is not the participant.
async fn sign_up_for_another(house: &TestApp) -> String {
    let visitor = house.browser();
    let form = open_form(&visitor).await;
    let mut fields = typed("Carl Carlsen", "carl@borger.example");
    fields.retain(|(name, _)| !["order-reference", "same-contact"].contains(name));
    fields.extend([
        ("order-reference", "REF-GEHEIM-1"),
        ("contact-name", "Faktura Hansen"),
        ("contact-email", "faktura@betaler.example"),
    ]);
    let page = visitor.open(&form).await;
    let mut blank = page.form(&form);
    blank.fields.retain(|(name, _)| name != "same-contact");
    visitor.send(&blank, &fields).await.is(303).location().unwrap().to_owned()
}

/// Fields of a form that hold, or offer, the number of an object.
fn fields_with_ids(page: &Page, action: &str) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let (mut inside, mut select) = (false, None);
    for tag in tags(&page.text) {
        if tag.name == "form" {
            inside = tag.get("action").map(|found| found.replace("&amp;", "&")).as_deref() == Some(action);
        }
        if tag.name == "select" {
            select = tag.get("name");
        }
        let name = if tag.name == "option" { select } else { tag.get("name") };
        let holds_id = matches!(tag.name, "input" | "option" | "button") && tag.get("value").is_some_and(is_id);
        // The key of a form only tells one sending from another.
        if let Some(name) = name.filter(|name| inside && holds_id && *name != "key") {
            fields.insert(name.to_owned());
        }
    }
    fields
}
