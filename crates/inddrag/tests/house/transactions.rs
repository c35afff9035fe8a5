//! One transaction for what one request does: a second one begun inside waits for the first, which waits for it. SQLite has one writer, so there it would never end.

use super::source::{Source, words};
use super::{breaks, keeps};

/// What a function does with transactions, in order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Begins,
    Ends,
}

/// The functions of a source: their names and code.
fn functions(code: &str) -> Vec<(usize, &str)> {
    let starts: Vec<usize> = words(code, "fn").collect();
    let ends = starts.iter().skip(1).copied().chain([code.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| (start, &code[start..end]))
        .collect()
}

/// Places where a transaction is begun while another of the same function may still be open. A transaction ends with its commit, or where it is handed over or dropped.
fn rule(source: &Source) -> Vec<String> {
    let production = source.production();
    let mut breaches = Vec::new();
    for (start, body) in functions(&production) {
        let mut steps: Vec<(usize, Step)> = words(body, ".begin()").map(|at| (at, Step::Begins)).collect();
        for end in [".commit()", "drop(tx)", "(tx,", "(tx)"] {
            steps.extend(body.match_indices(end).map(|(at, _)| (at, Step::Ends)));
        }
        steps.sort_by_key(|(at, _)| *at);
        for pair in steps.windows(2) {
            if pair[0].1 == Step::Begins && pair[1].1 == Step::Begins {
                breaches.push(format!(
                    "{}:{}: begins a transaction inside another; hand the first one over",
                    source.path,
                    source.line(start + pair[1].0)
                ));
            }
        }
    }
    breaches
}

#[test]
fn no_function_begins_a_transaction_inside_another() {
    let sources = Source::all("crates");
    let begun: usize = sources.iter().map(|source| words(&source.production(), ".begin()").count()).sum();
    assert!(begun > 50, "only {begun} transactions were found");
    let ours = sources.iter().filter(|source| !source.is_test());
    keeps(&ours.flat_map(rule).collect::<Vec<_>>());
}

#[test]
fn a_transaction_inside_another_is_found_out() {
    let bad = "async fn f(db: &Db) {\n    let mut tx = db.begin().await?;\n    let mut inner = db.begin().await?;\n    inner.commit().await?;\n    tx.commit().await\n}";
    breaks(
        &rule(&Source::new("crates/courses/src/actions/x.rs", bad)),
        "x.rs:3: begins a transaction inside another",
    );
    let good = "async fn f(db: &Db) {\n    let mut tx = db.begin().await?;\n    tx.commit().await?;\n    let mut tx = db.begin().await?;\n    tx.commit().await\n}\nasync fn g(db: &Db) { db.begin().await }";
    keeps(&rule(&Source::new("crates/courses/src/actions/x.rs", good)));
}
