//! A file has one subject; a file that grows long has several.

use super::{breaks, keeps, tree};

/// No file is longer than this, tests included.
const MOST_LINES: usize = 700;

/// Half of the files stay under about this many lines.
const MEDIAN_LINES: usize = 120;

fn rule(files: &[(String, usize)]) -> Vec<String> {
    let mut breaches: Vec<String> = files
        .iter()
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines, at most {MOST_LINES}; give each of its subjects a file"))
        .collect();
    let (median, _) = median_and_high(files);
    if median > MEDIAN_LINES {
        breaches.push(format!(
            "half of the files are longer than {median} lines, the limit is {MEDIAN_LINES}; split the longest"
        ));
    }
    breaches
}

/// The median and the 95th percentile.
fn median_and_high(files: &[(String, usize)]) -> (usize, usize) {
    let mut lines: Vec<usize> = files.iter().map(|(_, lines)| *lines).collect();
    lines.sort_unstable();
    let at = |percent: usize| lines.get(lines.len() * percent / 100).copied().unwrap_or_default();
    (at(50), at(95))
}

#[test]
fn no_file_is_long_and_most_are_short() {
    let endings = ["rs", "ts", "mjs", "js", "css", "scss", "sh", "py", "sql", "ftl", "typ"];
    let files: Vec<(String, usize)> = tree::files("", &endings)
        .into_iter()
        .map(|path| (path.clone(), tree::read(&path).lines().count()))
        .collect();
    let (median, high) = median_and_high(&files);
    println!("{} files, median {median} lines, 95th percentile {high}", files.len());
    keeps(&rule(&files));
}

#[test]
fn a_long_file_and_many_middling_ones_are_found_out() {
    breaks(&rule(&[("long.rs".to_owned(), 701)]), "long.rs: 701 lines");
    breaks(
        &rule(&[("a.rs".to_owned(), 121), ("b.rs".to_owned(), 10), ("c.rs".to_owned(), 130)]),
        "half of the files",
    );
    keeps(&rule(&[("a.rs".to_owned(), 700), ("b.rs".to_owned(), 10), ("c.rs".to_owned(), 10)]));
}
