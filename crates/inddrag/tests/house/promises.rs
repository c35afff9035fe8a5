//! `SECURITY.md` names the tests that defend each promise; a promise whose test is gone is only a claim.

use std::collections::BTreeSet;

use super::source::Source;
use super::{breaks, keeps, tree};

/// Names of tests in a document: in code quotes, at least three words long.
fn named(document: &str) -> Vec<String> {
    let quoted = document.split('`').skip(1).step_by(2);
    let is_name = |word: &&str| word.matches('_').count() >= 2 && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    quoted.filter(is_name).map(str::to_owned).collect()
}

fn functions(source: &Source) -> impl Iterator<Item = String> + '_ {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    source.code.match_indices("fn ").map(move |(at, _)| name(&source.code[at + 3..]))
}

fn rule(document: &str, known: &BTreeSet<String>) -> Vec<String> {
    let gone = named(document).into_iter().filter(|name| !known.contains(name));
    gone.map(|name| format!("SECURITY.md: there is no test {name}; name the one that defends this now"))
        .collect()
}

#[test]
fn every_test_that_security_relies_on_exists() {
    let document = tree::read("SECURITY.md");
    let known: BTreeSet<String> = Source::all("crates")
        .iter()
        .flat_map(|source| functions(source).collect::<Vec<_>>())
        .collect();
    println!("{} tests named", named(&document).len());
    keeps(&rule(&document, &known));
}

#[test]
fn a_promise_without_its_test_is_found_out() {
    let source = Source::new("x.rs", "#[test]\nfn a_form_needs_its_token() {}");
    let known: BTreeSet<String> = functions(&source).collect();
    keeps(&rule("| Forms | `a_form_needs_its_token`, `crates/ui` and `sql!` |", &known));
    breaks(
        &rule("| Forms | `a_form_needs_no_token` |", &known),
        "there is no test a_form_needs_no_token",
    );
}
