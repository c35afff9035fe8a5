//! Texts: the same keys in both languages, and every one of them shown somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, words};
use super::{breaks, keeps, tree};

/// The keys of a Fluent file. Terms (`-brand`) are names inside texts and have no key of their own.
fn keys(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

/// Keys that only one language has, and keys that no code asks for as `t::key_name`.
fn rule(place: &str, da: &str, en: &str, code: &str) -> Vec<String> {
    let (da, en) = (keys(da), keys(en));
    let mut breaches: Vec<String> = da
        .difference(&en)
        .map(|key| format!("{place}/texts: {key} is missing in English"))
        .collect();
    breaches.extend(en.difference(&da).map(|key| format!("{place}/texts: {key} is missing in Danish")));
    for key in &da {
        let name = format!("t::{}", key.replace('-', "_"));
        if words(code, &name).next().is_none() {
            breaches.push(format!("{place}/texts: nothing shows {key} ({name}); delete it in both languages"));
        }
    }
    breaches
}

/// All text files of a language in a crate, one after another.
fn language(place: &str, code: &str) -> String {
    let files = tree::files(&format!("{place}/texts"), &["ftl"]);
    let of_language = |path: &&String| {
        let rest = path.trim_start_matches(place).trim_start_matches("/texts/");
        rest == format!("{code}.ftl") || rest.starts_with(&format!("{code}/"))
    };
    files.iter().filter(of_language).map(|path| tree::read(path)).collect()
}

#[test]
fn every_text_is_in_both_languages_and_shown() {
    let mut breaches = Vec::new();
    let mut counted = BTreeMap::new();
    for name in tree::crates() {
        let place = format!("crates/{name}");
        if tree::files(&format!("{place}/texts"), &["ftl"]).is_empty() {
            continue;
        }
        let code: String = Source::all(&format!("{place}/src"))
            .iter()
            .filter(|source| !source.is_test())
            .map(Source::production)
            .collect();
        let (da, en) = (language(&place, "da"), language(&place, "en"));
        counted.insert(name, keys(&da).len());
        breaches.extend(rule(&place, &da, &en, &code));
    }
    println!("texts: {counted:?}");
    assert!(!counted.is_empty(), "no texts were found");
    keeps(&breaches);
}

#[test]
fn a_text_that_is_missing_or_never_shown_is_found_out() {
    let code = "fn f() { t::signup_full(lang) }";
    breaks(&rule("x", "signup-full = A\n", "", code), "signup-full is missing in English");
    breaks(&rule("x", "", "signup-full = A\n", code), "signup-full is missing in Danish");
    breaks(&rule("x", "signup = A\n", "signup = A\n", code), "nothing shows signup (t::signup)");
    keeps(&rule(
        "x",
        "-brand = B\n# note = x\nsignup-full = { $n ->\n   *[other] A = B\n}\n",
        "signup-full = A\n",
        code,
    ));
}
