//! The house's own rules (`ARCHITECTURE.md`), read from the manifests, the sources and the documents.
//!
//! Every rule is a function from what it reads to a list of breaches, each with place and mend. It has two tests: the house keeps it, and
//! a bad sample breaks it, so that a rule which has stopped seeing anything is found out.

mod absent;
mod dependencies;
mod guides;
mod homes;
mod links;
mod promises;
mod scopes;
mod sizes;
mod source;
mod supply;
mod texts;
mod transactions;
mod tree;

/// Fails with every breach of a rule on a line of its own.
#[track_caller]
fn keeps(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{} breach(es):\n{}\n", breaches.len(), breaches.join("\n"));
}

/// Fails unless a bad sample is found out for the expected reason.
#[track_caller]
fn breaks(breaches: &[String], expected: &str) {
    assert!(
        breaches.iter().any(|breach| breach.contains(expected)),
        "no breach says {expected:?}: {breaches:#?}"
    );
}
