//! `SECURITY.md` and `docs/security-cases.md` name the tests that defend each promise; a promise whose test is gone is only a claim.

use std::collections::BTreeSet;

use super::source::Source;
use super::{breaks, keeps, tree};

/// The documents that promise something.
const PROMISES: [&str; 2] = ["SECURITY.md", CASES];

/// What happened to others, case by case.
const CASES: &str = "docs/security-cases.md";

/// How many cases there are.
const LAST_CASE: usize = 57;

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

/// Every function of the house, among them every test.
fn known() -> BTreeSet<String> {
    let sources = Source::all("crates");
    sources.iter().flat_map(|source| functions(source).collect::<Vec<_>>()).collect()
}

fn rule(path: &str, document: &str, known: &BTreeSet<String>) -> Vec<String> {
    let gone = named(document).into_iter().filter(|name| !known.contains(name));
    gone.map(|name| format!("{path}: there is no test {name}; name the one that defends this now"))
        .collect()
}

/// The cases a test bears in its name: `t1_to_t7_t32_…` is about 1 to 7 and 32.
fn cases_of(test: &str) -> BTreeSet<usize> {
    let (mut cases, mut last, mut up_to) = (BTreeSet::new(), 0, false);
    for word in test.split('_') {
        match word.strip_prefix('t').and_then(|number| number.parse::<usize>().ok()) {
            Some(case) => {
                cases.extend(if up_to { last..=case } else { case..=case });
                (last, up_to) = (case, false);
            }
            None if word == "to" && last > 0 => up_to = true,
            None => break,
        }
    }
    cases
}

/// The rows of the table of cases: number, and what stands beside it.
fn rows(document: &str) -> Vec<(usize, &str)> {
    document
        .lines()
        .filter_map(|line| {
            let (number, rest) = line.strip_prefix("| T")?.split_once(" |")?;
            Some((number.parse().ok()?, rest))
        })
        .collect()
}

/// Every case has one row, which names a test that bears its number, or says why it cannot happen here; and every test that bears a number stands in its row.
fn case_rule(document: &str, known: &BTreeSet<String>) -> Vec<String> {
    let rows = rows(document);
    let mut breaches = Vec::new();
    for case in 1..=LAST_CASE {
        let of_case: Vec<&str> = rows.iter().filter(|(number, _)| *number == case).map(|(_, rest)| *rest).collect();
        let [row] = of_case[..] else {
            breaches.push(format!("{CASES}: T{case} has {} rows; it needs one", of_case.len()));
            continue;
        };
        let tests = named(row);
        if !tests.iter().any(|test| cases_of(test).contains(&case)) && !row.contains("Cannot apply:") {
            breaches.push(format!(
                "{CASES}: T{case} names no test that bears its number, nor says \"Cannot apply:\" and why"
            ));
        }
        let unnamed = known.iter().filter(|test| cases_of(test).contains(&case) && !tests.contains(*test));
        breaches.extend(unnamed.map(|test| format!("{CASES}: T{case} does not name {test}")));
    }
    breaches
}

#[test]
fn every_test_that_a_promise_relies_on_exists() {
    let known = known();
    for path in PROMISES {
        let document = tree::read(path);
        println!("{path}: {} tests named", named(&document).len());
        keeps(&rule(path, &document, &known));
    }
}

#[test]
fn every_case_from_the_field_has_its_test_or_its_reason() {
    keeps(&case_rule(&tree::read(CASES), &known()));
}

#[test]
fn a_promise_without_its_test_is_found_out() {
    let source = Source::new("x.rs", "#[test]\nfn a_form_needs_its_token() {}");
    let known: BTreeSet<String> = functions(&source).collect();
    keeps(&rule("x", "| Forms | `a_form_needs_its_token`, `crates/ui` and `sql!` |", &known));
    breaks(
        &rule("x", "| Forms | `a_form_needs_no_token` |", &known),
        "there is no test a_form_needs_no_token",
    );
}

#[test]
fn a_case_without_a_row_a_test_or_a_reason_is_found_out() {
    let known = BTreeSet::from([
        "t1_names_are_text".to_owned(),
        "t2_titles_are_text".to_owned(),
        "t1_to_t3_all_is_text".to_owned(),
    ]);
    let document = "| T1 | x | `t1_names_are_text`, `t1_to_t3_all_is_text` |\n| T2 | x | `t1_to_t3_all_is_text` |\n| T3 | x | nothing |\n| T4 | x | Cannot apply: y |\n| T5 | x | z |\n";
    let breaches = case_rule(document, &known);
    breaks(&breaches, "T2 does not name t2_titles_are_text");
    breaks(&breaches, "T3 does not name t1_to_t3_all_is_text");
    breaks(&breaches, "T5 names no test");
    breaks(&breaches, "T57 has 0 rows");
    assert!(
        !breaches.iter().any(|breach| breach.contains(" T1 ") || breach.contains(" T4 ")),
        "{breaches:?}"
    );
    assert_eq!(cases_of("t1_to_t7_t32_t36_hostile_text"), (1..=7).chain([32, 36]).collect());
    assert!(cases_of("texts_of_t3").is_empty());
}
