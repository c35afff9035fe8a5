//! What we build on: its licences, its sources, what is banned, and that every direct dependency is explained.
//!
//! The lists are those of `deny.toml`, which `cargo deny` reads too; this test needs nothing installed and no network.

use std::process::Command;

use serde_json::Value;
use toml::Table;

use super::{breaks, dependencies, keeps, tree};

/// The part of `deny.toml` that this test reads.
struct Policy {
    licences: Vec<String>,
    /// Licences allowed for one package only.
    exceptions: Vec<(String, String)>,
    banned: Vec<String>,
    registries: Vec<String>,
}

fn policy(text: &str) -> Policy {
    let table: Table = text.parse().expect("deny.toml is TOML");
    let list = |section: &str, key: &str| {
        table
            .get(section)
            .and_then(|part| part.get(key))
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let word = |value: &toml::Value, key: &str| {
        value
            .get(key)
            .or(Some(value))
            .and_then(toml::Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let exceptions = list("licenses", "exceptions");
    Policy {
        licences: list("licenses", "allow").iter().map(|value| word(value, "id")).collect(),
        exceptions: exceptions
            .iter()
            .flat_map(|one| {
                let allowed = one.get("allow").and_then(toml::Value::as_array).cloned().unwrap_or_default();
                allowed.into_iter().map(move |licence| (word(one, "crate"), word(&licence, "id")))
            })
            .collect(),
        banned: list("bans", "deny").iter().map(|value| word(value, "crate")).collect(),
        registries: list("sources", "allow-registry").iter().map(|value| word(value, "")).collect(),
    }
}

/// Whether an SPDX expression can be met with the licences we accept. `MIT/Apache-2.0` is the old way of writing OR.
fn acceptable(expression: &str, accept: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let result = alternatives(&words, &mut at, accept);
    result && at == words.len()
}

fn alternatives(words: &[&str], at: &mut usize, accept: &dyn Fn(&str) -> bool) -> bool {
    let mut met = together(words, at, accept);
    while words.get(*at).is_some_and(|word| word.eq_ignore_ascii_case("or")) {
        *at += 1;
        met |= together(words, at, accept);
    }
    met
}

fn together(words: &[&str], at: &mut usize, accept: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(words, at, accept);
    while words.get(*at).is_some_and(|word| word.eq_ignore_ascii_case("and")) {
        *at += 1;
        met &= one(words, at, accept);
    }
    met
}

fn one(words: &[&str], at: &mut usize, accept: &dyn Fn(&str) -> bool) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = alternatives(words, at, accept);
        *at += 1;
        return met;
    }
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return accept(&format!("{word} WITH {exception}"));
    }
    accept(word)
}

fn crates_rule(policy: &Policy, packages: &[Value]) -> Vec<String> {
    let mut breaches = Vec::new();
    for package in packages {
        let text = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default();
        let (name, source) = (text("name"), text("source"));
        if source.is_empty() {
            continue; // ours
        }
        if !policy.registries.iter().any(|registry| source == format!("registry+{registry}")) {
            breaches.push(format!("{name}: comes from {source}, which deny.toml does not allow"));
        }
        if policy.banned.iter().any(|banned| banned == name) {
            breaches.push(format!("{name}: is banned in deny.toml, with the reason"));
        }
        breaches.extend(licence_breach(policy, name, text("license")));
    }
    breaches
}

fn licence_breach(policy: &Policy, name: &str, licence: &str) -> Option<String> {
    let accept = |id: &str| {
        let everywhere = policy.licences.iter().any(|allowed| allowed == id);
        let here = policy.exceptions.iter().any(|(of, allowed)| of == name && allowed == id);
        everywhere || here || NPM_ALSO.contains(&(name, id))
    };
    (!acceptable(licence, &accept)).then(|| format!("{name}: the licence {licence:?} is not among those in deny.toml"))
}

/// The design system carries two fonts under a font licence. Fonts are given on with it unchanged.
const NPM_ALSO: &[(&str, &str)] = &[("dkfds", "OFL-1.1")];

/// npm writes the licence of every package into the lock file.
fn npm_rule(policy: &Policy, lock: &str) -> Vec<String> {
    let lock: Value = serde_json::from_str(lock).expect("the lock file is JSON");
    let packages = lock
        .get("packages")
        .and_then(Value::as_object)
        .expect("the lock file lists packages");
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut breaches = Vec::new();
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        breaches.extend(licence_breach(policy, name, &text(package, "license")));
        if text(package, "integrity").is_empty() {
            breaches.push(format!("{name}: has no checksum in web/package-lock.json; run npm install again"));
        }
    }
    breaches
}

/// Every direct dependency is named in code quotes in `docs/dependencies.md`.
fn explained_rule(listed: &[String], package_json: &str, document: &str) -> Vec<String> {
    let package: Value = serde_json::from_str(package_json).expect("package.json is JSON");
    let npm = ["dependencies", "devDependencies"]
        .into_iter()
        .filter_map(|kind| package.get(kind).and_then(Value::as_object));
    let names = listed.iter().chain(npm.flat_map(|list| list.keys()));
    let unexplained = names.filter(|name| !document.contains(&format!("`{name}`")));
    unexplained
        .map(|name| format!("docs/dependencies.md: does not say what {name} is for and why this one"))
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(tree::root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}

#[test]
fn every_crate_is_free_allowed_and_from_a_known_place() {
    let version = cargo(&["-vV"]);
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("cargo knows its machine");
    // What another kind of machine would need is not fetched here, and not built here.
    let output = cargo(&["metadata", "--format-version", "1", "--offline", "--filter-platform", host]);
    let metadata: Value = serde_json::from_str(&output).expect("cargo speaks JSON");
    let packages = metadata.get("packages").and_then(Value::as_array).expect("packages");
    println!("{} crates", packages.len());
    assert!(packages.len() > 50, "the crates were not found");
    keeps(&crates_rule(&policy(&tree::read("deny.toml")), packages));
}

#[test]
fn every_npm_package_is_free_and_sealed() {
    keeps(&npm_rule(&policy(&tree::read("deny.toml")), &tree::read("web/package-lock.json")));
}

#[test]
fn every_direct_dependency_is_explained() {
    let mut ours = tree::crates();
    ours.push("load".to_owned()); // lies beside the crates
    let mut listed: Vec<String> = dependencies::manifests().into_iter().flat_map(|one| one.needs).collect();
    listed.retain(|name| !ours.contains(name));
    let python = tree::read("tests/validators/requirements.txt");
    listed.extend(
        python
            .lines()
            .filter_map(|line| line.split_once("=="))
            .map(|(name, _)| name.trim().to_owned()),
    );
    keeps(&explained_rule(
        &listed,
        &tree::read("web/package.json"),
        &tree::read("docs/dependencies.md"),
    ));
}

#[test]
fn unfree_banned_foreign_and_unexplained_dependencies_are_found_out() {
    let policy = policy(
        "[licenses]\nallow = [\"MIT\"]\nexceptions = [{ crate = \"odd\", allow = [\"Zlib\"] }]\n\
         [bans]\ndeny = [{ crate = \"openssl\", reason = \"x\" }]\n[sources]\nallow-registry = [\"https://r\"]",
    );
    let check = |package: Value| crates_rule(&policy, &[package]);
    let of = |name: &str, licence: &str, source: &str| serde_json::json!({ "name": name, "license": licence, "source": source });
    breaks(&check(of("a", "GPL-3.0", "registry+https://r")), "the licence \"GPL-3.0\"");
    breaks(&check(of("a", "", "registry+https://r")), "the licence \"\"");
    breaks(&check(of("a", "MIT AND Zlib", "registry+https://r")), "the licence");
    breaks(&check(of("openssl", "MIT", "registry+https://r")), "is banned");
    breaks(&check(of("a", "MIT", "git+https://r")), "comes from git+https://r");
    keeps(&check(of("a", "Apache-2.0/MIT", "registry+https://r")));
    keeps(&check(of("odd", "(MIT OR GPL-3.0) AND Zlib", "registry+https://r")));
    let lock = r#"{"packages":{"":{},"node_modules/@a/b":{"license":"SEE LICENSE"}}}"#;
    breaks(&npm_rule(&policy, lock), "@a/b: the licence");
    breaks(&npm_rule(&policy, lock), "@a/b: has no checksum");
    breaks(
        &explained_rule(&[], "{\"dependencies\":{\"sass\":\"1\"}}", "`serde`"),
        "what sass is for",
    );
    breaks(&explained_rule(&["serde".to_owned()], "{}", "serde"), "what serde is for");
}
