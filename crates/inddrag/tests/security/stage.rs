//! Where these stories play: the whole program, two organisations with the demo's courses, a visitor who signs up.

use platform::people::Role;
use platform::testing::{Browser, Builder, Page, TestApp};
use platform::{OrgScope, Organisation};

/// Host name of the other organisation's public pages.
pub(crate) const OTHER_HOST: &str = "nordby.localhost";

/// Everybody who is somebody in Kursushuset, by role.
pub(crate) const STAFF: [(Role, &str, &str); 4] = [
    (Role::Owner, "olga@kursushuset.example", "Olga Owner"),
    (Role::CourseManager, "kim@kursushuset.example", "Kim Kursus"),
    (Role::Instructor, "ida@kursushuset.example", "Ida Instruktor"),
    (Role::Member, "mads@kursushuset.example", "Mads Medlem"),
];

/// The program with every room, and limits so high that only the stories about limits meet them.
pub(crate) fn program() -> Builder {
    let mut rooms = inddrag::rooms::all();
    // The test program brings the platform itself.
    rooms.retain(|room| !room.routes.iter().any(|route| route.paths.da == "/log-ind"));
    TestApp::builder()
        .rooms(rooms)
        .search(courses::SEARCH)
        .setting("requests-per-minute", "4000000000")
        .setting("forms-per-hour", "1000000")
        .setting("mail-links-per-hour", "1000000")
}

/// Fills Kursushuset and Nordby with the demo's courses, editions and participants. Nordby's pages have a host name of their own.
pub(crate) async fn furnish(house: &TestApp) -> OrgScope {
    let other = house.organisation("nordby", "Nordby Kommune").await;
    let houses = courses::demo::houses().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    for (scope, content) in [house.scope, other].into_iter().zip(&houses) {
        courses::demo::fill(&mut tx, &house.app, scope, content).await.unwrap();
    }
    db::sql!("UPDATE organisation SET domain = $1 WHERE slug = 'nordby'")
        .bind(OTHER_HOST)
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    other
}

/// A browser signed in as an owner of the other organisation and of nothing else.
pub(crate) async fn other_owner(house: &TestApp) -> Browser {
    const NORA: &str = "nora@nordby.example";
    house.account(NORA, "Nora Nordby").await;
    platform::people::admin::add_member(&house.app, "nordby", &NORA.parse().unwrap(), Role::Owner)
        .await
        .unwrap();
    house.sign_in(NORA).await
}

/// A browser signed in with this role in Kursushuset.
pub(crate) async fn staff(house: &TestApp, role: Role) -> Browser {
    let (_, email, name) = STAFF.into_iter().find(|(known, ..)| *known == role).unwrap();
    house.member(email, name, role).await
}

/// Kursushuset as stored.
pub(crate) async fn organisation(house: &TestApp) -> Organisation {
    Organisation::of(&house.db, house.scope).await.unwrap()
}

/// Address of a sign-up form that is open, as a visitor finds it.
pub(crate) async fn open_form(browser: &Browser) -> String {
    let catalogue = browser.open("/kurser?show=open").await.is(200);
    let courses = catalogue
        .links()
        .into_iter()
        .filter(|link| link.starts_with("/kurser/") && !link.ends_with(".pdf"));
    for course in courses {
        let page = browser.get(&course).await;
        if let Some(form) = page.links().into_iter().find(|link| link.contains("/tilmelding/")) {
            return form;
        }
    }
    panic!("the demo has no open edition");
}

/// What a visitor types who signs one person up; more or other fields come after.
pub(crate) fn typed<'a>(name: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("participants-0-name", name),
        ("participants-0-email", email),
        ("payment", "ean"),
        ("organisation", "Prøveby Kommune"),
        ("organisation-kind", "kommune"),
        // From the range that GS1 keeps for examples.
        ("ean", "9520000000004"),
        ("order-reference", "ordre 1"),
        ("same-contact", "1"),
        ("terms", "1"),
        ("notice", "1"),
    ]
}

/// Signs one person up through the form and gives the address of the order's page, which the mail carries too.
pub(crate) async fn sign_up(browser: &Browser, name: &str, email: &str) -> String {
    let form = open_form(browser).await;
    let page = sent(browser, &form, &typed(name, email)).await.is(303);
    page.location().unwrap().to_owned()
}

/// Opens a page with one form of its own and sends it.
pub(crate) async fn sent(browser: &Browser, address: &str, typed: &[(&str, &str)]) -> Page {
    let page = browser.open(address).await.is(200);
    browser.send(&page.form(address), typed).await
}

/// The number of rows a table has.
pub(crate) async fn count(house: &TestApp, statement: db::Statement) -> i64 {
    let (count,): (i64,) = statement.one(&house.db).await.unwrap();
    count
}

/// The value of the button with this name, which a form sends only when that button is pressed.
pub(crate) fn button(page: &Page, name: &str) -> String {
    let buttons = super::markup::tags(&page.text).into_iter().filter(|tag| tag.name == "button");
    let value = buttons.filter(|tag| tag.get("name") == Some(name)).find_map(|tag| tag.get("value"));
    value
        .unwrap_or_else(|| panic!("{} has no button {name}: {}", page.path, page.words()))
        .to_owned()
}

/// Gives up the first seat of an order through its page.
pub(crate) async fn give_up(browser: &Browser, order: &str) -> Page {
    let page = browser.open(order).await.is(200);
    let seat = button(&page, "registration");
    browser.send(&page.form("/afmeld"), &[("registration", &seat)]).await
}

/// A path of this site out of an address in a mail.
pub(crate) fn path_of<'a>(house: &TestApp, link: &'a str) -> &'a str {
    link.strip_prefix(&house.base_url).unwrap_or(link)
}
