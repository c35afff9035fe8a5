//! Who may know whom.

use toml::Table;

use super::source::{Source, words};
use super::{breaks, keeps, tree};

/// One crate per capability, named as the users name it.
const ROOMS: &[&str] = &["courses", "processes", "meetings", "recruitment", "dialogue", "results"];

/// What every room stands on.
const GROUND: &[&str] = &["db", "ui", "assets", "platform", "documents", "texts", "texts-build"];

/// Pure calculation: no clock, no files, no network, no database.
const ENGINES: &[&str] = &["sortition", "opinion", "seating", "runsheet", "einvoice"];

/// The program knows everybody and nobody knows it.
const PROGRAM: &str = "inddrag";

/// What reaches out of the process, and so has no place in an engine.
const OUTWARD: &[&str] = &["tokio", "sqlx", "axum", "hyper", "reqwest", "lettre", "rustls", "rand"];

/// A concern of the outside world is known in one crate, so that it can be replaced there.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("sqlx", &["db"]),
    ("typst", &["documents"]),
    ("typst-pdf", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("calamine", &["documents"]),
    ("lettre", &["platform"]),
    ("openidconnect", &["platform"]),
    ("webauthn-rs", &["platform"]),
    ("reqwest", &["platform"]),
    ("rand", &["platform"]),
    ("fluent-syntax", &["texts-build"]),
    ("clap", &["inddrag"]),
];

/// Named in a manifest only to switch on a feature of something below.
const NAMED_FOR_FEATURES: &[&str] = &[];

/// A crate and what its manifest names, in every table of dependencies.
pub(crate) struct Crate {
    name: String,
    pub(crate) needs: Vec<String>,
}

/// The manifests of the house.
pub(crate) fn manifests() -> Vec<Crate> {
    tree::crates()
        .iter()
        .map(|name| manifest(name, &tree::read(&format!("crates/{name}/Cargo.toml"))))
        .collect()
}

fn manifest(name: &str, text: &str) -> Crate {
    let table: Table = text.parse().unwrap_or_else(|error| panic!("crates/{name}/Cargo.toml: {error}"));
    let mut needs = Vec::new();
    collect(&table, &mut needs);
    needs.sort();
    needs.dedup();
    Crate {
        name: name.to_owned(),
        needs,
    }
}

fn collect(table: &Table, needs: &mut Vec<String>) {
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        if let Some(listed) = table.get(kind).and_then(|value| value.as_table()) {
            needs.extend(
                listed
                    .iter()
                    .map(|(name, value)| value.get("package").and_then(|real| real.as_str()).unwrap_or(name).to_owned()),
            );
        }
    }
    for target in table
        .get("target")
        .and_then(|value| value.as_table())
        .into_iter()
        .flat_map(Table::values)
    {
        if let Some(target) = target.as_table() {
            collect(target, needs);
        }
    }
}

fn rule(crates: &[Crate]) -> Vec<String> {
    let mut breaches = Vec::new();
    for Crate { name, needs } in crates {
        let is = |ring: &[&str], name: &str| ring.contains(&name);
        let mut breach =
            |need: &str, why: &str| breaches.push(format!("crates/{name}/Cargo.toml: {name} must not depend on {need}: {why}"));
        for need in needs.iter().map(String::as_str) {
            if need == PROGRAM {
                breach(need, "nobody knows the program; move the shared part to the ground");
            }
            if is(ROOMS, name) && is(ROOMS, need) {
                breach(need, "rooms meet through ids, ports and events, put together in the program");
            }
            if is(GROUND, name) && (is(ROOMS, need) || is(ENGINES, need)) {
                breach(need, "the ground knows no room and no engine");
            }
            if is(ENGINES, name) && (is(ROOMS, need) || is(GROUND, need) || is(OUTWARD, need)) {
                breach(need, "an engine calculates; hand it values");
            }
            if let Some((_, homes)) = ONLY_IN.iter().find(|(outside, _)| *outside == need)
                && !homes.contains(&name.as_str())
            {
                breach(need, &format!("it is known in {} only", homes.join(", ")));
            }
        }
        if name != PROGRAM && ![ROOMS, GROUND, ENGINES].iter().any(|ring| is(ring, name)) {
            breaches.push(format!(
                "crates/{name}: is it a room, ground or an engine? Say so in crates/inddrag/tests/house/dependencies.rs"
            ));
        }
    }
    breaches
}

/// What a manifest names and no file of the crate mentions: it costs building time and trust for nothing.
fn unused(one: &Crate, code: &str) -> Vec<String> {
    let used = |need: &&String| words(code, &need.replace('-', "_")).next().is_some() || NAMED_FOR_FEATURES.contains(&need.as_str());
    let idle = one.needs.iter().filter(|need| !used(need));
    idle.map(|need| format!("crates/{}/Cargo.toml: nothing uses {need}; take it out", one.name))
        .collect()
}

#[test]
fn every_dependency_is_used() {
    let mut breaches = Vec::new();
    for one in manifests() {
        let code: String = Source::all(&format!("crates/{}", one.name))
            .into_iter()
            .map(|source| source.code)
            .collect();
        breaches.extend(unused(&one, &code));
    }
    let listed = manifest(
        "workspace",
        &tree::read("Cargo.toml").replace("[workspace.dependencies]", "[dependencies]"),
    );
    let wanted: String = tree::files("", &["toml"])
        .iter()
        .filter(|path| path.ends_with("/Cargo.toml"))
        .map(|path| tree::read(path))
        .collect();
    breaches.extend(idle(&listed, &wanted));
    keeps(&breaches);
}

/// What the workspace lists and no crate asks for.
fn idle(listed: &Crate, manifests: &str) -> Vec<String> {
    let asks = |need: &&String| {
        manifests
            .lines()
            .any(|line| line.split(['.', ' ', '=']).next() == Some(need.as_str()))
    };
    let idle = listed.needs.iter().filter(|need| !asks(need));
    idle.map(|need| format!("Cargo.toml: no crate asks for {need}; take it out"))
        .collect()
}

#[test]
fn an_idle_dependency_is_found_out() {
    let one = manifest("courses", "[dependencies]\nserde-json.workspace = true\nmaud.workspace = true");
    breaks(
        &unused(&one, "use serde_json::Value; // maudlin"),
        "crates/courses/Cargo.toml: nothing uses maud",
    );
    keeps(&unused(&one, "use serde_json::Value; maud::html! {}"));
    let listed = manifest("workspace", "[dependencies]\nserde = \"1\"\nmaud = \"1\"");
    breaks(
        &idle(&listed, "[dependencies]\nserde_json = \"1\"\nmaud.workspace = true"),
        "no crate asks for serde;",
    );
    keeps(&idle(&listed, "serde = { workspace = true }\nmaud.workspace = true"));
}

#[test]
fn dependencies_point_from_program_to_rooms_to_ground() {
    let crates = manifests();
    assert!(crates.len() > 5, "the crates were not found");
    keeps(&rule(&crates));
}

#[test]
fn a_room_that_knows_a_room_is_found_out() {
    breaks(
        &rule(&[manifest("meetings", "[dependencies]\ncourses.workspace = true")]),
        "meetings must not depend on courses",
    );
    breaks(
        &rule(&[manifest("meetings", "[dev-dependencies]\nx = { package = \"courses\" }")]),
        "meetings must not depend on courses",
    );
    breaks(
        &rule(&[manifest("ui", "[target.'cfg(unix)'.dependencies]\ncourses = \"1\"")]),
        "ui must not depend on courses",
    );
    breaks(
        &rule(&[manifest("seating", "[dependencies]\ntokio = \"1\"")]),
        "an engine calculates",
    );
    breaks(
        &rule(&[manifest("courses", "[dependencies]\nsqlx = \"1\"")]),
        "it is known in db only",
    );
    breaks(
        &rule(&[manifest("db", "[dependencies]\ninddrag = \"1\"")]),
        "nobody knows the program",
    );
    breaks(&rule(&[manifest("utils", "")]), "is it a room, ground or an engine?");
    keeps(&rule(&[manifest(
        "meetings",
        "[dependencies]\nplatform.workspace = true\nrunsheet = \"1\"",
    )]));
}
