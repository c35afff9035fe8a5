//! The guides speak the words of the screen: what they print in bold stands in a text file of the same language.

use std::collections::BTreeSet;

use super::{breaks, keeps, tree};

/// What texts say, whole and with their forms for numbers; placeables make a text no word of the screen.
fn said(files: &[String]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in files.iter().flat_map(|text| text.lines()) {
        let is_form = line.starts_with(' ') && line.contains('[');
        let text = if is_form { line.split_once(']') } else { line.split_once(" = ") };
        if let Some((_, text)) = text.filter(|_| !line.starts_with('#')) {
            found.insert(text.trim().to_owned());
        }
    }
    found
}

/// What a guide prints in bold, with its line. A pair of marks may go over the end of a line.
fn bold(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut line = 1;
    for (number, part) in text.split("**").enumerate() {
        if number % 2 == 1 {
            found.push((line, part.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        line += part.matches('\n').count();
    }
    found
}

fn rule(path: &str, guide: &str, said: &BTreeSet<String>) -> Vec<String> {
    bold(guide)
        .into_iter()
        .filter(|(_, word)| !said.contains(word))
        .map(|(line, word)| format!("{path}:{line}: no screen says **{word}**; use the word of the text files, or another type"))
        .collect()
}

#[test]
fn guides_name_buttons_as_the_screen_does() {
    let mut breaches = Vec::new();
    for (path, language) in [("docs/brug.md", "da"), ("docs/use.md", "en")] {
        let of_language = |file: &String| file.ends_with(&format!("/{language}.ftl")) || file.contains(&format!("/texts/{language}/"));
        let texts: Vec<String> = tree::files("crates", &["ftl"])
            .iter()
            .filter(|file| of_language(file) && !file.contains("/tests/"))
            .map(|file| tree::read(file))
            .collect();
        let guide = tree::read(path);
        assert!(texts.len() > 3 && bold(&guide).len() > 40, "{path} and its texts were not found");
        breaches.extend(rule(path, &guide, &said(&texts)));
    }
    keeps(&breaches);
}

#[test]
fn a_button_nobody_has_is_found_out() {
    let texts = said(&["# note = Nej\nsave = Gem\nseats = { $n ->\n    [one] Én plads\n   *[other] Flere\n }\n".to_owned()]);
    breaks(&rule("d", "Tryk\n**Gem nu**.", &texts), "d:2: no screen says **Gem nu**");
    breaks(&rule("d", "**Nej**", &texts), "**Nej**");
    keeps(&rule("d", "Tryk **Gem** og **Én\nplads**.", &texts));
}
