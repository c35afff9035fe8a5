//! T1–T7, T32, T36, T50: whatever anybody has written anywhere, it is text on every page, for everybody who sees it.

use std::collections::BTreeMap;

use platform::people::Role;
use platform::testing::{Browser, Page, TestApp, on_both_engines};

use super::markup::faults;
use super::poison::{hostile, mark, poison, unknown};
use super::stage::{furnish, give_up, open_form, organisation, program, sent, sign_up, staff, typed};
use super::walker::{DOORS, walk};

/// Names a form takes that would like to be more.
pub(crate) const NAMES: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"><img src=x canary onerror=alert(1)>",
    "' canary='1' onfocus='alert(1)",
    "</title></textarea><x-canary onload=alert(1)>",
    "{{7*7}}${7*7}<%=7*7%>#panic(x)",
    "=cmd|'/c calc'!A1",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
];

/// What is wrong with any of these answers.
pub(crate) fn faults_of(answers: &BTreeMap<String, Page>) -> Vec<String> {
    let html = answers
        .iter()
        .filter(|(_, page)| page.header("content-type").starts_with("text/html"));
    html.flat_map(|(address, page)| faults(&page.text).into_iter().map(move |fault| format!("{address}: {fault}")))
        .collect()
}

/// Somebody of every kind, and where they begin.
async fn everybody(house: &TestApp, doors: &[String]) -> Vec<(Browser, Vec<String>)> {
    let mut all = vec![(house.browser(), Vec::new())];
    for role in Role::ALL.iter().copied() {
        all.push((
            staff(house, role).await,
            vec!["/hus/kursushuset".to_owned(), "/en/house/kursushuset".to_owned()],
        ));
    }
    house.account("drift@kursushuset.example", "Dorte Drift").await;
    platform::people::admin::set_operator(&house.app, &"drift@kursushuset.example".parse().unwrap(), true)
        .await
        .unwrap();
    all.push((
        house.sign_in("drift@kursushuset.example").await,
        vec!["/profil".to_owned(), "/drift/log".to_owned()],
    ));
    for (_, from) in &mut all {
        from.extend(doors.iter().cloned().chain(DOORS.map(str::to_owned)));
    }
    all
}

on_both_engines! { program();
    async fn t1_to_t7_t32_t36_hostile_text_in_every_column_is_inert_on_every_page(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let order = sign_up(&visitor, "Anne Holm", "anne@borger.example").await;
        let course = open_form(&visitor).await.rsplit_once("/tilmelding/").unwrap().0.to_owned();
        let joined = sent(&visitor, &format!("{course}/interesse"), &[("name", "Bo"), ("email", "bo@borger.example"), ("seats", "2"), ("organisation", "By")]).await;
        joined.redirects_to(&course);
        let owner = staff(&house, Role::Owner).await;
        owner.submit("/hus/kursushuset/personer", "/invitationer", &[("email", "ny@kursushuset.example"), ("role", "member")]).await.is(303);
        let mails = house.mails().await;
        let links = ["/interesse/", "/invitation/"].map(|part| mails.iter().find(|mail| mail.text.contains(part)).unwrap().link(part));
        let links = links.map(|link| link.strip_prefix(&house.base_url).unwrap().to_owned());
        let people = everybody(&house, &[&[order], &links[..]].concat()).await;

        let poisoned = poison(&house).await;
        let mut shown = String::new();
        for (browser, from) in &people {
            let from: Vec<&str> = from.iter().map(String::as_str).collect();
            let answers = walk(&house, browser, &from).await;
            assert_eq!(faults_of(&answers), [""; 0]);
            assert!(answers.len() > 20, "only {} answers were within reach", answers.len());
            for (address, page) in &answers {
                assert!(!page.status.is_server_error(), "{address}: {}", page.status);
                shown.push_str(&page.text);
            }
        }
        // A walk that meets no hostile text proves nothing.
        let seen: Vec<&String> = poisoned.iter().filter(|column| shown.contains(&mark(column))).collect();
        println!("{} of {} columns were seen; not {:?}", seen.len(), poisoned.len(), poisoned.iter().filter(|column| !seen.contains(column)).collect::<Vec<_>>());
        assert!(seen.len() >= 40, "only {} hostile columns were seen: {seen:?}", seen.len());
    }

    async fn every_column_is_known_to_the_poisoner(house: TestApp) {
        assert_eq!(unknown(&house).await, [""; 0], "say in poison.rs what this column holds");
    }

    async fn t1_t32_hostile_names_typed_into_forms_come_back_as_typed(house: TestApp) {
        furnish(&house).await;
        for (number, name) in NAMES.into_iter().enumerate() {
            let visitor = house.browser();
            let email = format!("'or'1'='1'--{{7*7}}|{number}@borger.example");
            let order = sign_up(&visitor, name, &email).await;
            let page = visitor.open(&order).await.is(200);
            assert_eq!(faults(&page.text), [""; 0], "{name}");
            page.says(name);
            // A notice, a question and a state, each with the name in it.
            let gone = give_up(&visitor, &order).await;
            let page = visitor.follow(gone).await.is(200);
            assert_eq!(faults(&page.text), [""; 0], "{name}");
            page.says("Afmeldt").says(name);
        }
    }

    async fn t4_t50_what_is_typed_wrongly_comes_back_in_the_field_and_nowhere_else(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        let trouble = hostile("form");
        let names: Vec<String> = visitor.open(&form).await.form(&form).fields.into_iter().map(|(name, _)| name).collect();
        let fields: Vec<(&str, &str)> = names.iter().filter(|name| *name != "csrf").map(|name| (name.as_str(), trouble.as_str())).collect();
        let fields: Vec<_> = fields.into_iter().chain([("participants-0-case", trouble.as_str()), ("participants-1-name", &trouble), ("ukendt", &trouble)]).collect();
        let page = sent(&visitor, &form, &fields).await.is(422);
        assert_eq!(faults(&page.text), [""; 0]);
        let again = page.form(&form);
        for name in ["participants-0-name", "participants-0-email", "participants-1-name", "organisation", "ean", "order-reference"] {
            assert_eq!(again.value(name), Some(trouble.as_str()), "{name}");
        }
    }

    async fn t3_no_role_can_put_markup_into_a_page(house: TestApp) {
        furnish(&house).await;
        let owner = staff(&house, Role::Owner).await;
        let name = "Kursus<x-canary onload=alert(1)><b>huset</b>";
        owner.submit("/hus/kursushuset/organisation", "/organisation", &[("name", name)]).await.is(303);
        assert_eq!(organisation(&house).await.name, name, "kept as written");
        let visitor = house.browser();
        for address in ["/kurser", "/en/courses", "/log-ind", "/findes-ikke"] {
            let page = visitor.get(address).await;
            assert_eq!(faults(&page.text), [""; 0], "{address}");
            page.says(name);
        }
    }

    async fn t4_what_a_form_offers_as_a_choice_is_all_it_takes(house: TestApp) {
        furnish(&house).await;
        let visitor = house.browser();
        let form = open_form(&visitor).await;
        for (field, value) in [("payment", "free"), ("payment", "<b>"), ("organisation-kind", "admin"), ("participants-0-stage", "<script>")] {
            let mut fields = typed("Anne Holm", "anne@borger.example");
            fields.retain(|(name, _)| *name != field);
            fields.extend([(field, value), ("participants-0-case", "En sag")]);
            let page = sent(&visitor, &form, &fields).await.is(422);
            assert_eq!(faults(&page.text), [""; 0], "{field}={value}");
        }
    }
}
