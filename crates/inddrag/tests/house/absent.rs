//! What we do not have cannot be attacked. Each of these cases of `docs/security-cases.md` rests on something being absent; whoever brings it in brings its tests.

use super::{breaks, keeps, tree};

/// Parts of names of packages, and the cases they would open.
const ABSENT: &[(&[&str], &str)] = &[
    (
        &["saml", "samael", "xmlsec", "xml-sec", "xmldsig"],
        "T56: signatures around XML are read two ways; bring fixtures with wrapped assertions",
    ),
    (
        &["web-push", "webpush", "vapid"],
        "T30: a browser chooses the address we would send to; block private networks and pin what was resolved",
    ),
    (
        &[
            "openai",
            "anthropic",
            "ollama",
            "llama",
            "langchain",
            "mistral",
            "genai",
            "async-llm",
        ],
        "T48: an assistant takes the rights of who asks, and reads one project",
    ),
    (
        &["pulldown-cmark", "comrak", "markdown-it", "ammonia"],
        "T34, T4: texts with markup need a list of elements and schemes on the server",
    ),
    (
        &["redis", "memcache", "amqp", "lapin", "kafka", "nats"],
        "T57: a second server to run opens a second port; the guide must be executed with it",
    ),
    (
        &["async-graphql", "juniper"],
        "T18: what a second way in answers must be what the pages answer",
    ),
    (
        &["opendal", "aws-sdk-s3", "object_store", "rust-s3", "minio"],
        "T25, T42: private files are not given out by signed address",
    ),
    (
        &["imagemagick", "magick_rust", "ffmpeg", "libreoffice"],
        "T35: conversions take fixed arguments and no name of a file",
    ),
];

/// The names of packages in a lock file of cargo.
fn packages(lock: &str) -> Vec<&str> {
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \""));
    names.map(|name| name.trim_end_matches('"')).collect()
}

fn rule(lock: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for name in packages(lock) {
        for (parts, why) in ABSENT {
            if parts.iter().any(|part| name.contains(part)) {
                breaches.push(format!("Cargo.lock: {name}: {why}. Then take it out of crates/inddrag/tests/house/absent.rs and write its row in docs/security-cases.md anew"));
            }
        }
    }
    breaches
}

#[test]
fn t30_t48_t56_what_these_cases_need_is_not_in_the_program() {
    let lock = tree::read("Cargo.lock");
    assert!(packages(&lock).len() > 200, "the lock file was not read");
    keeps(&rule(&lock));
}

#[test]
fn something_that_opens_a_case_is_found_out() {
    breaks(
        &rule("[[package]]\nname = \"samael\"\n[[package]]\nname = \"opensaml\"\n"),
        "opensaml: T56",
    );
    keeps(&rule("[[package]]\nname = \"serde\"\nversion = \"1\"\n"));
}
