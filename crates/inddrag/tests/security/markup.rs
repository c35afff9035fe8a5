//! Reads HTML as a suspicious browser would, and says what in it could run, load or lead where nothing of ours does.
//!
//! Our pages come from a macro: every attribute is quoted, every `<` of a text is written `&lt;`. So whatever is read here as a tag is a tag of ours, or somebody
//! got markup through.

/// Elements no page of ours has.
const FORBIDDEN: [&str; 9] = [
    "iframe", "object", "embed", "applet", "base", "style", "frame", "frameset", "marquee",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 9] = [
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "xlink:href",
    "background",
    "cite",
];

/// What hostile texts of these tests call their elements and attributes.
pub(crate) const CANARY: &str = "canary";

/// Everything wrong with a page or a piece of one.
pub(crate) fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for tag in read_all(html, &mut faults) {
        check(&tag, &mut faults);
    }
    faults
}

/// Every start tag, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag<'_>> {
    read_all(html, &mut Vec::new())
}

/// A start tag. Values are as they stand, with their entities.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    pub(crate) attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

fn read_all<'a>(html: &'a str, faults: &mut Vec<String>) -> Vec<Tag<'a>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with("!DOCTYPE") || rest.starts_with('/') {
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = read(rest, faults);
            // What stands in a script is not markup until its end tag.
            rest = if tag.name == "script" {
                after.split_once("</script").map_or("", |(_, after)| after)
            } else {
                after
            };
            tags.push(tag);
        } else {
            faults.push(format!("a bare `<` before {:?}", start(rest)));
        }
    }
    tags
}

fn read<'a>(text: &'a str, faults: &mut Vec<String>) -> (Tag<'a>, &'a str) {
    let end = text
        .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
        .unwrap_or(text.len());
    let mut tag = Tag {
        name: &text[..end],
        attributes: Vec::new(),
    };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            faults.push(format!("<{}> never ends", tag.name));
            return (tag, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))
            .unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            match after.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
                Some((inside, after)) => (value, rest) = (inside, after),
                None => {
                    faults.push(format!("<{} {name}> without quotes: {:?}", tag.name, start(after)));
                    rest = after.trim_start_matches(|c: char| !c.is_ascii_whitespace() && c != '>');
                }
            }
        }
        tag.attributes.push((name, value));
    }
}

fn check(tag: &Tag<'_>, faults: &mut Vec<String>) {
    let name = tag.name.to_ascii_lowercase();
    if FORBIDDEN.contains(&name.as_str()) || name.contains(CANARY) {
        faults.push(format!("an element <{name}>"));
    }
    if name == "script" {
        let ours = tag.get("src").is_some_and(|src| src.starts_with("/assets/"));
        let is_json = tag.get("type") == Some("application/json");
        if !ours && !is_json {
            faults.push("a script in the page".to_owned());
        }
    }
    if name == "meta" && tag.get("http-equiv").is_some() {
        faults.push("a meta element that acts like a header".to_owned());
    }
    for (attribute, value) in &tag.attributes {
        let attribute = attribute.to_ascii_lowercase();
        if attribute == "style" || attribute == "srcdoc" || attribute.starts_with("on") || attribute.contains(CANARY) {
            faults.push(format!("<{name} {attribute}>"));
        }
        if ADDRESSES.contains(&attribute.as_str()) && !leads_well(value) {
            faults.push(format!("<{name} {attribute}={value:?}>"));
        }
    }
}

/// A path of this site, a place on the page, or one of the schemes that cannot run anything.
fn leads_well(address: &str) -> bool {
    let local = address.starts_with(['/', '#', '?']) && !address.starts_with("//") && !address.contains('\\');
    local
        || address.is_empty()
        || ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
}

fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

#[test]
fn what_our_pages_have_is_left_alone() {
    let page = r#"<!DOCTYPE html><html lang="da"><head><script src="/assets/app.js" defer></script></head><body><!-- x > y -->
        <p class="a > b">a &lt;b&gt; c</p><a href="/kurser?q=%3Cb%3E">x</a><a href="mailto:a%40b.dk">y</a><input disabled value="&quot; onclick">
        <script type="application/json">{"a": "<b onclick=1>"}</script><svg><use href="/assets/icons.svg#x"/></svg></body></html>"#;
    assert_eq!(faults(page), [""; 0]);
}

#[test]
fn what_could_run_or_lead_away_is_found() {
    for bad in [
        "<script>alert(1)</script>",
        "<script src=\"https://evil.example/x.js\"></script>",
        "<p onclick=\"x()\">",
        "<p style=\"color: red\">",
        "<style>p {}</style>",
        "<img src=x>",
        "<a href=\"javascript:alert(1)\">",
        "<a href=\"//evil.example\">",
        "<a href=\"/\\evil.example\">",
        "<a href=\" javascript:x\">",
        "<a href=\"data:text/html,x\">",
        "<form action=\"ftp://x\">",
        "<iframe src=\"/x\">",
        "<SCRIPT>x</SCRIPT>",
        "<b canary>",
        "<x-canary>",
        "<meta http-equiv=\"refresh\" content=\"0\">",
        "a < b",
        "<p title=\"",
        "<base href=\"/x\">",
    ] {
        assert_ne!(faults(bad), [""; 0], "{bad}");
    }
}
