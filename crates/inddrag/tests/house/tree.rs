//! What files there are.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not ours: built, fetched, or written while running.
const FOREIGN: &[&str] = &["target", "node_modules", "dist", "data", "inddrag-data", "test-artefacts"];

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("the program lies in crates/inddrag").to_path_buf()
}

/// Every file of ours under a folder of the repository with one of the endings, as path from the top, sorted.
pub(crate) fn files(under: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(under), &mut found);
    let mut paths: Vec<String> = found
        .iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
        })
        .filter_map(|path| path.strip_prefix(root()).ok())
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    paths.sort();
    paths
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || FOREIGN.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The content of a file of ours.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of the crates.
pub(crate) fn crates() -> Vec<String> {
    let entries = fs::read_dir(root().join("crates")).expect("there are crates");
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_walk_finds_itself_and_nothing_built() {
    let found = files("crates", &["rs"]);
    assert!(found.contains(&"crates/inddrag/tests/house/tree.rs".to_owned()), "{found:?}");
    assert!(
        !files("", &["rs", "js", "mjs"])
            .iter()
            .any(|path| path.contains("target/") || path.contains("node_modules/"))
    );
}
