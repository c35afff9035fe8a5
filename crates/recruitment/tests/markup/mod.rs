//! Whether HTML is well made, as far as a test without a browser can tell.

use std::collections::BTreeSet;

/// Elements that have no end.
const VOID: &[&str] = &["meta", "br", "hr", "img", "input", "link"];

/// A start or an end of an element.
struct Tag<'a> {
    name: &'a str,
    is_end: bool,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// maud writes every attribute in double quotation marks, and none of them holds a sign that ends a tag.
fn tags(html: &str) -> Vec<Tag<'_>> {
    html.split('<')
        .skip(2)
        .map(|piece| {
            let inside = piece.split('>').next().expect("there is always a first");
            let (name, rest) = inside.split_once(' ').unwrap_or((inside, ""));
            let attributes = rest
                .split("\" ")
                .filter_map(|one| one.split_once("=\""))
                .map(|(name, value)| (name.trim(), value.trim_end_matches('"')));
            Tag {
                name: name.trim_start_matches('/'),
                is_end: name.starts_with('/'),
                attributes: attributes.collect(),
            }
        })
        .collect()
}

/// Everything that is wrong with a page.
pub(crate) fn faults(html: &str) -> Vec<String> {
    let tags = tags(html);
    let mut faults = Vec::new();
    if !html.starts_with("<!DOCTYPE html><html lang=\"") {
        faults.push("the page does not begin as one".to_owned());
    }
    balanced(&tags, &mut faults);
    headings(&tags, &mut faults);
    references(&tags, &mut faults);
    for tag in tags.iter().filter(|tag| !tag.is_end) {
        let wanted = match tag.name {
            "th" => &["scope"][..],
            "svg" => &["aria-hidden"],
            "nav" | "section" | "figure" => &["aria-labelledby"],
            _ => &[],
        };
        faults.extend(
            wanted
                .iter()
                .filter(|name| tag.get(name).is_none())
                .map(|name| format!("{} without {name}", tag.name)),
        );
        let named = tag.get("aria-label").is_some_and(|label| !label.is_empty());
        if matches!(tag.get("role"), Some("img" | "region")) && !named {
            faults.push("a picture or region without a name".to_owned());
        }
        let reaches_out = ["src", "style", "onclick", "onload"].iter().any(|name| tag.get(name).is_some());
        if reaches_out || matches!(tag.name, "script" | "img" | "link" | "iframe" | "object" | "base" | "form") {
            faults.push(format!("{} has no business here", tag.name));
        }
        if let Some(href) = tag.get("href").filter(|href| !href.starts_with('#') && !href.starts_with("./")) {
            faults.push(format!("a link leads away: {href}"));
        }
    }
    let count = |name: &str| tags.iter().filter(|tag| !tag.is_end && tag.name == name).count();
    for name in ["h1", "main", "header", "footer", "title", "style"] {
        if count(name) != 1 {
            faults.push(format!("{} times {name}", count(name)));
        }
    }
    if count("table") != count("caption") || count("figure") != count("figcaption") {
        faults.push("a table or figure without caption".to_owned());
    }
    faults
}

fn balanced(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| !VOID.contains(&tag.name)) {
        if !tag.is_end {
            open.push(tag.name);
        } else if open.pop() != Some(tag.name) {
            faults.push(format!("{} ends where it is not open", tag.name));
            return;
        }
    }
    if !open.is_empty() {
        faults.push(format!("never ended: {open:?}"));
    }
}

fn headings(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let level = |tag: &Tag<'_>| match tag.name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        _ => None,
    };
    let mut before = 0;
    for level in tags.iter().filter(|tag| !tag.is_end).filter_map(level) {
        if level > before + 1 {
            faults.push(format!("a heading of level {level} below one of level {before}"));
        }
        before = level;
    }
}

fn references(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id) {
            faults.push(format!("the id {id:?} is blank or there twice"));
        }
    }
    let wanted = tags.iter().flat_map(|tag| {
        let link = tag.get("href").and_then(|href| href.strip_prefix('#'));
        [link, tag.get("aria-labelledby")].into_iter().flatten()
    });
    faults.extend(wanted.filter(|id| !ids.contains(id)).map(|id| format!("nothing is called {id}")));
}
