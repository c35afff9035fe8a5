//! Rust sources with comments and the insides of texts blanked out, so that a rule about code sees only code.

use super::tree;

/// A Rust file.
pub(crate) struct Source {
    /// Path from the top of the repository.
    pub(crate) path: String,
    /// As written.
    pub(crate) text: String,
    /// The same length, with comments and the insides of string literals blank.
    pub(crate) code: String,
    /// String literals: where they begin, and what stands between the quotes.
    pub(crate) literals: Vec<(usize, String)>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (code, literals) = mask(text);
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
            literals,
        }
    }

    /// Every Rust file under a folder.
    pub(crate) fn all(under: &str) -> Vec<Source> {
        tree::files(under, &["rs"])
            .iter()
            .map(|path| Source::new(path, &tree::read(path)))
            .collect()
    }

    /// Whether the whole file is there for tests, measurements or examples.
    pub(crate) fn is_test(&self) -> bool {
        let path = format!("/{}", self.path);
        ["/tests/", "/benches/", "/examples/", "/testing/"]
            .iter()
            .any(|folder| path.contains(folder))
            || ["/tests.rs", "/testing.rs"].iter().any(|file| path.ends_with(file))
    }

    /// The code without its `#[cfg(test)]` modules, same length.
    pub(crate) fn production(&self) -> String {
        let mut code = self.code.clone();
        let mut from = 0;
        while let Some(at) = code[from..].find("#[cfg(test)]").map(|at| at + from) {
            from = at + 1;
            let rest = &code[at + "#[cfg(test)]".len()..];
            let header = rest.find(['{', ';']).map_or("", |end| &rest[..=end]);
            if header.split_whitespace().any(|word| word == "mod") && header.ends_with('{') {
                let open = at + "#[cfg(test)]".len() + header.len() - 1;
                let close = matching_brace(&code, open);
                code.replace_range(at..close, &blank(&self.code[at..close]));
            }
        }
        code
    }

    /// The line on which a byte stands, counted from one.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The name of the function that a byte stands in or after.
    pub(crate) fn function_at(&self, at: usize) -> &str {
        let Some(start) = self.code[..at].rfind("fn ") else { return "" };
        let name = &self.code[start + 3..];
        &name[..name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len())]
    }
}

/// Where words stand in code as whole words: `t::seat` is not found in `t::seats` nor in `at::seat`.
pub(crate) fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let begins = word.starts_with(part) && before.is_some_and(part);
        let ends = word.ends_with(part) && after.is_some_and(part);
        !begins && !ends
    })
}

fn matching_brace(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return open + at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// As many blanks as bytes, lines kept.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

fn mask(text: &str) -> (String, Vec<(usize, String)>) {
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("//") {
            at += copy_blank(rest, rest.find('\n').unwrap_or(rest.len()), &mut code);
        } else if rest.starts_with("/*") {
            at += copy_blank(rest, comment_end(rest), &mut code);
        } else if let Some((open, close)) = literal(rest, code.chars().next_back()) {
            literals.push((at, rest[open..close].to_owned()));
            code.push_str(&rest[..open]);
            code.push_str(&blank(&rest[open..close]));
            at += close;
            // The closing quote and hashes are copied by the branch below, one by one; they cannot open anything.
            let tail = open - rest.find('"').unwrap_or(0);
            code.push_str(&text[at..at + tail]);
            at += tail;
        } else if let Some(length) = character(rest) {
            at += copy_blank(rest, length, &mut code);
        } else {
            let c = rest.chars().next().expect("the loop ends with the text");
            code.push(c);
            at += c.len_utf8();
        }
    }
    (code, literals)
}

fn copy_blank(rest: &str, length: usize, code: &mut String) -> usize {
    code.push_str(&blank(&rest[..length]));
    length
}

fn comment_end(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Where the inside of a string literal that begins here starts and ends.
fn literal(rest: &str, before: Option<char>) -> Option<(usize, usize)> {
    if !rest.starts_with(['"', 'b', 'c', 'r']) {
        return None;
    }
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let prefix = ["br", "cr", "r", "b", "c", ""]
        .into_iter()
        .find(|prefix| rest.starts_with(prefix) && opens(&rest[prefix.len()..], prefix))?;
    if in_word && !prefix.is_empty() {
        return None;
    }
    let hashes = rest[prefix.len()..].find('"')?;
    let open = prefix.len() + hashes + 1;
    if prefix.contains('r') {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some((open, rest[open..].find(&end).map_or(rest.len(), |at| open + at)));
    }
    let mut escaped = false;
    for (at, c) in rest[open..].char_indices() {
        match c {
            '"' if !escaped => return Some((open, open + at)),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some((open, rest.len()))
}

fn opens(rest: &str, prefix: &str) -> bool {
    if prefix.contains('r') {
        rest.trim_start_matches('#').starts_with('"')
    } else {
        rest.starts_with('"')
    }
}

/// The length of a character literal that begins here; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return escape[first..].find('\'').map(|end| 1 + 1 + first + end + 1);
    }
    let c = inside.chars().next()?;
    inside[c.len_utf8()..].starts_with('\'').then_some(1 + c.len_utf8() + 1)
}

#[test]
fn comments_and_the_insides_of_texts_are_not_code() {
    let text = "let a = \"x\\\"// no\"; // println!\n/* a /* b */ c */ let b = r#\"raw \"q\" \"#; let c = '\"'; fn f<'a>(x: &'a str) {} let d = 'é';";
    let source = Source::new("x.rs", text);
    assert_eq!(source.code.len(), text.len());
    assert!(
        !source.code.contains("println") && !source.code.contains("raw") && !source.code.contains(" c */"),
        "{}",
        source.code
    );
    assert!(source.code.contains("fn f<'a>(x: &'a str) {} let d ="), "{}", source.code);
    let found: Vec<&str> = source.literals.iter().map(|(_, inside)| inside.as_str()).collect();
    assert_eq!(found, ["x\\\"// no", "raw \"q\" "]);
}

#[test]
fn test_modules_are_not_production_code() {
    let text = "fn a() { one(); }\n#[cfg(test)]\nmod tests {\n    fn b() { two(); }\n}\n#[cfg(test)]\nmod more;\nfn c() { three(); }\n";
    let source = Source::new("x.rs", text);
    let production = source.production();
    assert!(
        production.contains("one()") && production.contains("three()") && !production.contains("two()"),
        "{production}"
    );
    assert_eq!(source.function_at(text.find("two").expect("it is there")), "b");
}

#[test]
fn whole_words_only() {
    assert_eq!(words("t::seats(x) at::seat t::seat(", "t::seat").collect::<Vec<_>>(), [21]);
    assert_eq!(words("eprintln!(1); println!(2)", "println!").collect::<Vec<_>>(), [14]);
}
