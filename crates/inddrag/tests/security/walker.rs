//! Goes wherever the pages lead, as a person would who presses every link.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use http::Method;
use platform::testing::{Browser, Page, TestApp};
use platform::web::Route;
use texts::Lang;

/// Where everybody begins.
pub(crate) const DOORS: [&str; 4] = ["/", "/en", "/sitemap.xml", "/robots.txt"];

/// So many pages of one kind are looked at: the hundredth participant is like the third.
const OF_A_KIND: usize = 3;

/// Every kind of answer within reach, by its address. What a page has its links from, also those to files, is followed; redirects are too. Not to printed matter,
/// which takes seconds to set and has stories of its own, nor to live answers, which do not end.
pub(crate) async fn walk(house: &TestApp, browser: &Browser, from: &[&str]) -> BTreeMap<String, Page> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut kinds: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut open: VecDeque<String> = from.iter().map(|address| (*address).to_owned()).collect();
    while let Some(address) = open.pop_front() {
        let address = address.split('#').next().unwrap_or_default().to_owned();
        let is_page =
            address.starts_with('/') && !address.starts_with("/assets/") && !address.ends_with("/live") && !address.ends_with(".pdf");
        if !is_page || !seen.insert(address.clone()) {
            continue;
        }
        let alike = kinds.entry(kind(house, &address)).or_default();
        *alike += 1;
        if *alike > OF_A_KIND && !from.contains(&address.as_str()) {
            continue;
        }
        let page = browser.get(&address).await;
        open.extend(page.location().map(str::to_owned));
        if page.header("content-type").starts_with("text/html") {
            open.extend(page.links());
        }
        if page.header("content-type").starts_with("application/xml") {
            open.extend(places(&page.text));
        }
        found.insert(address, page);
    }
    found
}

/// The pattern of an address, and the keys of its query.
fn kind<'a>(house: &'a TestApp, address: &str) -> (&'a str, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let pattern = route_of(house, path).map_or("", |(route, lang)| route.paths.pattern(lang));
    let keys: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    (pattern, keys.into_iter().collect::<Vec<_>>().join("&"))
}

/// The paths a sitemap lists.
pub(crate) fn places(sitemap: &str) -> Vec<String> {
    let places = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    places
        .map(|place| {
            let path = place.split_once("://").map_or(place, |(_, rest)| rest);
            path.find('/').map_or_else(|| "/".to_owned(), |at| path[at..].replace("&amp;", "&"))
        })
        .collect()
}

/// The route that answers an address: of those whose pattern fits, the one with the fewest parameters.
pub(crate) fn route_of<'a>(house: &'a TestApp, address: &str) -> Option<(&'a Route, Lang)> {
    let path = address.split('?').next().unwrap_or(address);
    let fitting = house
        .routes
        .iter()
        .filter(|route| route.method == Method::GET)
        .flat_map(|route| Lang::ALL.map(|lang| (route, lang)))
        .filter(|(route, lang)| fits(route.paths.pattern(*lang), path));
    fitting.min_by_key(|(route, lang)| route.paths.pattern(*lang).matches('{').count())
}

fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(&path)
            .all(|(wanted, found)| wanted == found || (wanted.starts_with('{') && !found.is_empty()))
}

#[test]
fn an_address_finds_its_pattern() {
    assert!(fits("/kurser/{course}", "/kurser/x") && fits("/", "/") && !fits("/kurser/{course}", "/kurser/") && !fits("/a/{b}", "/a/b/c"));
    assert_eq!(
        places("<url><loc>http://localhost:1/kurser?a=1&amp;b=2</loc></url><url><loc>https://x</loc>"),
        ["/kurser?a=1&b=2", "/"]
    );
}
