//! What the stories stand on: a house with a series, a course and an edition, made by hand through its own forms.

use platform::people::Role;
use platform::testing::{Browser, Builder, Page, TestApp};

/// The house's address.
pub(crate) const HOUSE: &str = "/hus/kursushuset";

/// The program with the course house; nobody is slowed down.
pub(crate) fn builder() -> Builder {
    TestApp::builder()
        .room(courses::room())
        .setting("requests-per-minute", "100000")
        .setting("forms-per-hour", "100000")
}

/// Somebody who runs the courses.
pub(crate) async fn manager(house: &TestApp) -> Browser {
    house
        .member("mette@kursushuset.example", "Mette Manager", Role::CourseManager)
        .await
}

/// Turns the clock by so many days. Nobody stays signed in that long, so the manager signs in again.
pub(crate) async fn days_later(house: &TestApp, browser: &Browser, days: i64) {
    house.clock.advance(jiff::SignedDuration::from_hours(24 * days));
    browser.forget_cookies();
    house.sign_in_with(browser, "mette@kursushuset.example").await;
}

/// An address of the house.
pub(crate) fn at(rest: &str) -> String {
    format!("{HOUSE}{rest}")
}

/// The last part of an address: the id of what was just made.
fn last(page: &Page) -> String {
    let location = page
        .location()
        .unwrap_or_else(|| panic!("{} was not saved: {}", page.path, page.words()));
    location.rsplit('/').next().expect("an address has parts").to_owned()
}

/// Both languages of some fields.
fn both(names: &[&str]) -> Vec<(String, String)> {
    let text = |name: &str, lang: &str| (format!("{name}-{lang}"), format!("{name} ({lang})"));
    names.iter().flat_map(|name| [text(name, "da"), text(name, "en")]).collect()
}

pub(crate) fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// A published series with the rules of the course page.
pub(crate) async fn series(browser: &Browser) -> String {
    let mut typed = both(&["title", "tagline", "intro", "stance", "audience", "catering", "providers-0-profile"]);
    typed.extend([("price", "3.000"), ("providers-0-name", "Teknologirådet")].map(|(name, value)| (name.to_owned(), value.to_owned())));
    let saved = browser.submit(&at("/kursusraekke"), "/kursusraekke", &borrowed(&typed)).await;
    let id = last(&saved);
    publish(browser, &at(&format!("/kursusraekke/{id}"))).await;
    id
}

/// A published course of this title, `(da)` and `(en)`.
pub(crate) async fn course(browser: &Browser, title: &str) -> String {
    let mut typed = both(&["teaser", "purpose", "outcomes-0"]);
    typed.extend([
        ("title-da".to_owned(), format!("{title} (da)")),
        ("title-en".to_owned(), format!("{title} (en)")),
    ]);
    let saved = browser.submit(&at("/kurser/nyt"), "/kurser/nyt", &borrowed(&typed)).await;
    let id = last(&saved);
    publish(browser, &at(&format!("/kurser/{id}"))).await;
    id
}

async fn publish(browser: &Browser, address: &str) {
    let page = browser.open(address).await.is(200);
    browser
        .send(&page.form(&format!("{address}/vis")), &[("publish", "yes")])
        .await
        .redirects_to(address);
}

/// An online edition on 26 November 2026 with 24 seats, as a draft; `changes` are typed over it.
pub(crate) async fn edition(browser: &Browser, course: &str, changes: &[(&str, &str)]) -> String {
    let usual = [
        ("days-0-date", "2026-11-26"),
        ("mode", "online"),
        ("capacity", "24"),
        ("published", "on"),
        ("online-link", "https://video.example/rum"),
    ];
    let typed: Vec<(&str, &str)> = usual
        .into_iter()
        .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name))
        .chain(changes.iter().copied())
        .collect();
    let saved = browser
        .submit(&format!("{}?course={course}", at("/hold/nyt")), "/hold/nyt", &typed)
        .await;
    last(&saved)
}

/// Takes a step with an edition and answers what came back.
pub(crate) async fn step(browser: &Browser, edition: &str, step: &str, typed: &[(&str, &str)]) -> Page {
    let address = at(&format!("/hold/{edition}/skridt/{step}"));
    browser.submit(&address, &address, typed).await
}

/// Takes a step that must succeed.
pub(crate) async fn take(browser: &Browser, edition: &str, name: &str, typed: &[(&str, &str)]) {
    step(browser, edition, name, typed)
        .await
        .redirects_to(&at(&format!("/hold/{edition}")));
}

/// An edition that is open for sign-up.
pub(crate) async fn open_edition(browser: &Browser, course: &str, changes: &[(&str, &str)]) -> String {
    let id = edition(browser, course, changes).await;
    take(browser, &id, "open", &[]).await;
    id
}

/// What stands in the sign-up form for so many people of Nordby Kommune; their number makes names and mail addresses differ.
pub(crate) fn people(first: usize, count: usize) -> Vec<(String, String)> {
    let mut typed: Vec<(String, String)> = [
        ("payment", "ean"),
        ("organisation", "Nordby Kommune"),
        ("organisation-kind", "kommune"),
        ("ean", "5798000880016"),
        ("person-reference", "Bo Lund"),
        ("terms", "on"),
        ("notice", "on"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    for row in 0..count {
        let number = first + row;
        typed.push((format!("participants-{row}-name"), format!("Anne Holm {number}")));
        typed.push((format!("participants-{row}-email"), format!("anne{number}@nordby.example")));
    }
    typed
}

/// Enters so many people into an edition as the house does; at most 20.
pub(crate) async fn enter(browser: &Browser, edition: &str, first: usize, count: usize) -> Page {
    let address = at(&format!("/hold/{edition}/tilmeld"));
    let page = browser.open(&address).await.is(200);
    browser.send(&page.form(&address), &borrowed(&people(first, count))).await
}

/// A house with a series, a course and an open edition.
pub(crate) struct Running {
    pub(crate) browser: Browser,
    pub(crate) course: String,
    pub(crate) edition: String,
}

pub(crate) async fn running(house: &TestApp) -> Running {
    let browser = manager(house).await;
    series(&browser).await;
    let course = course(&browser, "Kom godt i gang").await;
    let edition = open_edition(&browser, &course, &[]).await;
    Running { browser, course, edition }
}
