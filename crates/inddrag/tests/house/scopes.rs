//! No organisation sees another's data: every statement of a room names the organisation it is for.
//!
//! A function that really works across organisations (a job that sweeps them all, a person asking for everything kept about them) says so in
//! its name. And statements stand in `store/`, where whoever looks for them looks.

use super::source::Source;
use super::{breaks, keeps, tree};

/// Part of the name of a function that may leave the organisation out.
const ACROSS: &str = "across_organisations";

/// The statements of a source: where they begin, and their text with single blanks.
fn statements(source: &Source) -> impl Iterator<Item = (usize, String)> + '_ {
    let is_statement = |at: usize| source.code[..at].trim_end().ends_with("sql!(");
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    source
        .literals
        .iter()
        .filter(move |(at, _)| is_statement(*at))
        .map(move |(at, text)| (*at, plain(text)))
}

/// Whether a statement is bound to one organisation: compared with a given one, or written into the row. Joining two tables on it is not enough.
fn is_scoped(text: &str) -> bool {
    let compared = text
        .match_indices("organisation_id")
        .any(|(at, name)| text[at + name.len()..].trim_start_matches([' ', '=']).starts_with('$'));
    compared || (text.starts_with("INSERT") && text.contains("organisation_id"))
}

fn scope_rule(source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    for (at, text) in statements(source).filter(|(_, text)| !is_scoped(text)) {
        let function = source.function_at(at);
        if !function.contains(ACROSS) {
            let start = text.split(' ').take(6).collect::<Vec<_>>().join(" ");
            breaches.push(format!(
                "{}:{}: `{start} …` in {function} is not bound to one organisation_id; add it, or say {ACROSS} in the function's name and why in its docs",
                source.path,
                source.line(at)
            ));
        }
    }
    breaches
}

fn place_rule(source: &Source) -> Vec<String> {
    let at_home = ["/store/", "/store.rs", "/demo/", "/demo.rs"]
        .iter()
        .any(|place| source.path.contains(place));
    let strays = statements(source).filter(|_| !at_home && !source.is_test());
    strays
        .map(|(at, _)| format!("{}:{}: SQL outside store/; move the function there", source.path, source.line(at)))
        .collect()
}

/// The rooms: crates with actions and pages of their own.
fn rooms() -> Vec<String> {
    let is_room = |name: &String| tree::root().join(format!("crates/{name}/src/store")).is_dir() && name != "platform" && name != "db";
    tree::crates().into_iter().filter(is_room).collect()
}

fn sources() -> Vec<Source> {
    rooms().iter().flat_map(|room| Source::all(&format!("crates/{room}/src"))).collect()
}

#[test]
fn every_statement_of_a_room_names_its_organisation() {
    let sources = sources();
    println!("{} statements in {:?}", sources.iter().flat_map(statements).count(), rooms());
    keeps(&sources.iter().flat_map(scope_rule).collect::<Vec<_>>());
}

#[test]
fn statements_of_a_room_stand_in_its_store() {
    keeps(&sources().iter().flat_map(place_rule).collect::<Vec<_>>());
}

#[test]
fn a_statement_without_its_organisation_is_found_out() {
    let check = |text: &str| scope_rule(&Source::new("x.rs", text));
    let bad = "pub async fn find(db: &Db, id: Id) {\n    sql!(\n        \"SELECT id FROM course WHERE id = $1\"\n    )\n}";
    breaks(
        &check(bad),
        "x.rs:3: `SELECT id FROM course WHERE id …` in find is not bound to one organisation_id",
    );
    breaks(&check("fn f() { db::sql!(r#\"DELETE FROM course\"#) }"), "in f is not bound");
    breaks(
        &check("fn f() { sql!(\"SELECT 1 FROM a JOIN b ON a.organisation_id = b.organisation_id\") }"),
        "in f is not bound",
    );
    keeps(&check(
        "fn f() { sql!(\"DELETE FROM course\n  WHERE organisation_id = $1\"); log(\"SELECT\") }",
    ));
    keeps(&check(
        "fn f() { sql!(\"INSERT INTO course (organisation_id, id) VALUES ($1, $2)\") }",
    ));
    keeps(&check("fn due_across_organisations() { sql!(\"SELECT id FROM edition\") }"));
}

#[test]
fn a_statement_outside_the_store_is_found_out() {
    let text = "fn f() { sql!(\"DELETE FROM course WHERE organisation_id = $1\") }";
    breaks(
        &place_rule(&Source::new("crates/courses/src/pages/list.rs", text)),
        "list.rs:1: SQL outside store/",
    );
    keeps(&place_rule(&Source::new("crates/courses/src/store/courses.rs", text)));
}
