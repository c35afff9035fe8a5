//! Every link between our documents leads somewhere, to the file and to the heading.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::{breaks, keeps, tree};

/// A document's text with code blanked out: what stands in code is not a link.
fn prose(text: &str) -> String {
    let mut fence: Option<&str> = None;
    let mut out = String::new();
    for line in text.lines() {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) => out.push_str(&without_code_spans(line)),
            _ => {}
        }
        out.push('\n');
    }
    out
}

fn without_code_spans(line: &str) -> String {
    line.split('`')
        .enumerate()
        .map(|(place, part)| if place % 2 == 0 { part } else { "code" })
        .collect()
}

/// Where the links of a document lead, with the line they stand on.
fn targets(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in prose(text).lines().enumerate() {
        let mut rest = line;
        while let Some(at) = rest.find("](") {
            rest = &rest[at + 2..];
            let end = rest.find(')').unwrap_or(rest.len());
            let target = rest[..end].split_whitespace().next().unwrap_or_default();
            found.push((number + 1, target.trim_matches(['<', '>']).to_owned()));
        }
        // [name]: target
        if let Some((_, target)) = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
            found.push((number + 1, target.split_whitespace().next().unwrap_or_default().to_owned()));
        }
    }
    found
}

/// The names by which headings are linked, as code hosts make them.
fn anchors(text: &str) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if let Some(id) = line.split_once("id=\"").and_then(|(_, rest)| rest.split_once('"')) {
            found.push(id.0.to_owned());
        }
        let heading = line.trim_start_matches('#');
        if in_code || heading.len() == line.len() || !heading.starts_with(' ') {
            continue;
        }
        let kept = heading
            .trim()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let slug: String = kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect();
        let times = seen.entry(slug.clone()).or_default();
        found.push(if *times == 0 { slug } else { format!("{slug}-{times}") });
        *times += 1;
    }
    found
}

/// `docs/a/../b.md` as `docs/b.md`; `None` when it leaves the repository.
fn tidy(path: &Path) -> Option<PathBuf> {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    Some(out)
}

/// `read` gives the text of a document, an empty text for other things that exist, and nothing for what does not.
fn rule(path: &str, text: &str, read: &dyn Fn(&Path) -> Option<String>) -> Vec<String> {
    let mut breaches = Vec::new();
    for (line, target) in targets(text) {
        if target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let (file, anchor) = target
            .split_once('#')
            .map_or((target.as_str(), None), |(file, anchor)| (file, Some(anchor)));
        let place = Path::new(path);
        let absolute = if file.is_empty() {
            Some(place.to_path_buf())
        } else {
            tidy(&place.parent().unwrap_or(place).join(file))
        };
        let linked = absolute
            .as_deref()
            .and_then(|file| if file == place { Some(text.to_owned()) } else { read(file) });
        match (linked, anchor) {
            (None, _) => breaches.push(format!("{path}:{line}: the link {target} leads to no file")),
            (Some(linked), Some(anchor)) if !anchors(&linked).contains(&anchor.to_lowercase()) => {
                breaches.push(format!("{path}:{line}: the link {target} leads to no heading"));
            }
            _ => {}
        }
    }
    breaches
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let documents = tree::files("", &["md"]);
    assert!(documents.contains(&"ARCHITECTURE.md".to_owned()), "the documents were not found");
    let read = |path: &Path| {
        let full = tree::root().join(path);
        full.exists().then(|| std::fs::read_to_string(full).unwrap_or_default())
    };
    let breaches: Vec<String> = documents.iter().flat_map(|path| rule(path, &tree::read(path), &read)).collect();
    println!("{} documents", documents.len());
    keeps(&breaches);
}

#[test]
fn a_link_that_leads_nowhere_is_found_out() {
    let read = |path: &Path| (path == Path::new("docs/b.md")).then(|| "# Én to-tre, fire!\n## Igen\n## Igen\n".to_owned());
    let check = |text: &str| rule("docs/a.md", text, &read);
    breaks(&check("x\n[a](c.md)"), "docs/a.md:2: the link c.md leads to no file");
    breaks(&check("[a](../../b.md)"), "leads to no file");
    breaks(&check("[a]: b.md#fem"), "leads to no heading");
    breaks(&check("![a](b.md#igen-2)"), "leads to no heading");
    breaks(&check("[a](#b)"), "leads to no heading");
    keeps(&check(
        "[a](b.md#én-to-tre-fire) [b](b.md#igen-1) [c](../docs/b.md \"title\") [d](https://x.dk/#y)",
    ));
    keeps(&check("# Her\n[a](#her) `[b](c.md)`\n```\n[d](e.md)\n```\n"));
}
