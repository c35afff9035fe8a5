//! Reads the files of one language and refuses what we do not use of Fluent.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::Source;
use crate::message::{Message, Number, Piece};
use crate::problem::Problem;

/// Every text of a language, in the order of the files; or every mistake.
pub(crate) fn language(sources: &[Source]) -> Result<Vec<Message>, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut written = Vec::new();
    for source in sources {
        match fluent_syntax::parser::parse(source.text.as_str()) {
            Ok(resource) => written.extend(entries(source, resource.body)),
            Err((_, errors)) => {
                for error in errors {
                    let line = source.text[..error.pos.start.min(source.text.len())].lines().count().max(1);
                    let around = source.text.lines().nth(line - 1).unwrap_or_default().trim();
                    let key = around.split('=').next().unwrap_or_default().trim().to_owned();
                    let mend =
                        format!("the line reads `{around}`; a text is `key = text`, continued on indented lines; {{ }} around variables");
                    reader
                        .problems
                        .push(Problem::new(&source.file, line, &key, format!("not Fluent: {}", error.kind), mend));
                }
            }
        }
    }
    for entry in &written {
        reader.admit(entry);
    }
    let messages: Vec<Message> = written
        .iter()
        .filter(|entry| !entry.term)
        .map(|entry| reader.message(entry))
        .collect();
    reader.finish(&written);
    if reader.problems.is_empty() {
        Ok(messages)
    } else {
        Err(reader.problems)
    }
}

/// A message or term as it stands in a file.
struct Written<'s> {
    file: &'s str,
    line: usize,
    key: &'s str,
    term: bool,
    /// The lines of the entry after the `=`.
    text: String,
    value: Option<Pattern<&'s str>>,
    attributes: Vec<&'s str>,
}

fn entries<'s>(source: &'s Source, body: Vec<Entry<&'s str>>) -> Vec<Written<'s>> {
    // Fluent's tree has no positions. An entry begins where a line begins with its key, and in a file without syntax errors
    // those lines stand in the order of the tree.
    let lines: Vec<&str> = source.text.lines().collect();
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    let mut starts = (0..lines.len()).filter(|at| begins(lines[*at]));
    body.into_iter()
        .filter_map(|entry| {
            let (key, term, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name, false, message.value, message.attributes),
                Entry::Term(term) => (term.id.name, true, Some(term.value), term.attributes),
                _ => return None,
            };
            let start = starts.next().unwrap_or_default();
            let rest = lines[start + 1..]
                .iter()
                .take_while(|line| !begins(line) && !line.starts_with('#'))
                .copied();
            let first = lines[start].split_once('=').map_or("", |(_, text)| text);
            let text = std::iter::once(first)
                .chain(rest)
                .flat_map(str::split_whitespace)
                .collect::<Vec<_>>()
                .join(" ");
            let attributes = attributes.into_iter().map(|attribute| attribute.id.name).collect();
            Some(Written {
                file: &source.file,
                line: start + 1,
                key,
                term,
                text,
                value,
                attributes,
            })
        })
        .collect()
}

#[derive(Default)]
struct Reader<'s> {
    problems: Vec<Problem>,
    seen: BTreeMap<String, String>,
    terms: BTreeMap<&'s str, Pattern<&'s str>>,
    terms_used: BTreeSet<&'s str>,
}

impl<'s> Reader<'s> {
    fn problem(&mut self, entry: &Written<'_>, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.push(Problem::new(entry.file, entry.line, entry.key, what, mend));
    }

    /// Checks the name of an entry, and remembers terms.
    fn admit(&mut self, entry: &Written<'s>) {
        if !entry.key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            self.problem(
                entry,
                "a key has small letters, digits and hyphens only",
                "rename it, for example `signup-full`",
            );
        }
        let name = if entry.term {
            format!("-{}", entry.key)
        } else {
            entry.key.to_owned()
        };
        let place = format!("{}:{}", entry.file, entry.line);
        if let Some(first) = self.seen.insert(name, place) {
            self.problem(entry, format!("the key is given twice, first at {first}"), "delete one of them");
        }
        if !entry.term && RUST_WORDS.contains(&entry.key) {
            self.problem(
                entry,
                "the key is a word of Rust",
                format!("call it `{}-text` or what it is for", entry.key),
            );
        }
        if let Some(attribute) = entry.attributes.first() {
            let mend = format!("write it as a text of its own: `{}-{attribute} = …`", entry.key);
            self.problem(entry, format!("attributes such as `.{attribute}` are not supported"), mend);
        }
        if let (true, Some(pattern)) = (entry.term, &entry.value) {
            self.terms.insert(entry.key, pattern.clone());
        }
    }

    fn message(&mut self, entry: &Written<'s>) -> Message {
        let mut pieces = Vec::new();
        if let Some(pattern) = &entry.value {
            self.pattern(entry, pattern, &mut pieces, &mut Vec::new());
        }
        Message {
            key: entry.key.to_owned(),
            file: entry.file.to_owned(),
            line: entry.line,
            written: entry.text.clone(),
            pieces,
        }
    }

    /// Terms that no text uses, and terms that are wrong in themselves without being used.
    fn finish(&mut self, written: &[Written<'s>]) {
        for entry in written.iter().filter(|entry| entry.term) {
            if !self.terms_used.contains(entry.key) {
                self.problem(
                    entry,
                    "no text of this language uses the term",
                    format!("delete it, or use it as {{ -{} }}", entry.key),
                );
            }
        }
    }

    fn pattern(&mut self, entry: &Written<'s>, pattern: &Pattern<&'s str>, out: &mut Vec<Piece>, inside: &mut Vec<&'s str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text(entry, value, out),
                PatternElement::Placeable { expression } => self.expression(entry, expression, out, inside),
            }
        }
    }

    fn text(&mut self, entry: &Written<'s>, text: &str, out: &mut Vec<Piece>) {
        if let Some(found) = html(text) {
            let mend = "texts are plain; put the markup where the text is shown, and split the text if need be";
            self.problem(entry, format!("HTML in a text: `{found}`"), mend);
        }
        append(text, out);
    }

    fn expression(&mut self, entry: &Written<'s>, expression: &Expression<&'s str>, out: &mut Vec<Piece>, inside: &mut Vec<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(entry, inline, out, inside),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    let mend = "choose by a plain variable: `{ $n -> [one] … *[other] … }`";
                    return self.problem(entry, "only a variable can choose between texts", mend);
                };
                let variable = self.variable(entry, id.name);
                if let Some(choice) = self.choice(entry, variable, variants, inside) {
                    out.push(choice);
                }
            }
        }
    }

    fn inline(&mut self, entry: &Written<'s>, inline: &InlineExpression<&'s str>, out: &mut Vec<Piece>, inside: &mut Vec<&'s str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.text(entry, &unescape_unicode_to_string(value), out),
            InlineExpression::NumberLiteral { value } => self.text(entry, value, out),
            InlineExpression::VariableReference { id } => {
                let variable = self.variable(entry, id.name);
                out.push(Piece::Print(variable));
            }
            InlineExpression::FunctionReference { id, arguments } => match (id.name, arguments.positional.as_slice()) {
                ("NUMBER", [InlineExpression::VariableReference { id }]) if arguments.named.is_empty() => {
                    let variable = self.variable(entry, id.name);
                    out.push(Piece::PrintNumber(variable));
                }
                _ => {
                    let mend = "only { NUMBER($n) } is; let the caller format the value with texts::format and hand it over as a variable";
                    self.problem(entry, format!("the function {} is not supported in this form", id.name), mend);
                }
            },
            InlineExpression::MessageReference { id, .. } => {
                let mend = format!("make it a term (`-{0} = …`, used as {{ -{0} }}) or repeat the words", id.name);
                self.problem(entry, format!("a text cannot refer to the text `{}`", id.name), mend);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                if attribute.is_some() || arguments.is_some() {
                    return self.problem(
                        entry,
                        format!("the term -{} takes no attribute and no argument", id.name),
                        "use { -name } alone",
                    );
                }
                self.term(entry, id.name, out, inside);
            }
            InlineExpression::Placeable { expression } => self.expression(entry, expression, out, inside),
        }
    }

    fn term(&mut self, entry: &Written<'s>, name: &'s str, out: &mut Vec<Piece>, inside: &mut Vec<&'s str>) {
        self.terms_used.insert(name);
        let Some(pattern) = self.terms.get(name).cloned() else {
            return self.problem(
                entry,
                format!("there is no term -{name} in this language"),
                format!("add `-{name} = …`"),
            );
        };
        if inside.contains(&name) {
            return self.problem(entry, format!("the term -{name} contains itself"), "write it out");
        }
        inside.push(name);
        let mut pieces = Vec::new();
        self.pattern(entry, &pattern, &mut pieces, inside);
        inside.pop();
        for piece in pieces {
            match piece {
                Piece::Text(text) => append(&text, out),
                _ => self.problem(
                    entry,
                    format!("the term -{name} holds a variable or a choice"),
                    "a term is a fixed name; make it a text",
                ),
            }
        }
    }

    fn variable(&mut self, entry: &Written<'_>, name: &str) -> String {
        let parameter = name.replace('-', "_");
        if !parameter.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            self.problem(
                entry,
                format!("the variable ${name} has capital letters"),
                "write it small, with hyphens",
            );
        } else if RUST_WORDS.contains(&parameter.as_str()) || ["lang", "out"].contains(&parameter.as_str()) {
            self.problem(
                entry,
                format!("the variable ${name} has a name that Rust or the generated function uses"),
                "call it something else",
            );
        }
        parameter
    }

    fn choice(&mut self, entry: &Written<'s>, variable: String, variants: &[Variant<&'s str>], inside: &mut Vec<&'s str>) -> Option<Piece> {
        let plural = |key: &VariantKey<&str>| match key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(name),
        };
        let by_number = variants.iter().filter(|variant| plural(&variant.key)).count();
        let (mut numbers, mut words, mut default) = (Vec::new(), Vec::new(), None);
        for variant in variants {
            let mut pieces = Vec::new();
            self.pattern(entry, &variant.value, &mut pieces, inside);
            match &variant.key {
                VariantKey::Identifier { name } if variant.default => default = Some((*name, pieces)),
                VariantKey::Identifier { name: "one" } => numbers.push((Number::One, pieces)),
                VariantKey::Identifier { name } => words.push(((*name).to_owned(), pieces)),
                VariantKey::NumberLiteral { value } => match value.parse() {
                    Ok(number) => numbers.push((Number::Exactly(number), pieces)),
                    Err(_) => self.problem(entry, format!("[{value}] is not a whole number"), "use whole numbers"),
                },
            }
        }
        let what = format!("the choice by ${variable}");
        let Some((default, other)) = default else {
            self.problem(entry, format!("{what} has a number as its default"), "end with *[other] …");
            return None;
        };
        if by_number == 0 {
            let mut keys: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).chain([default]).collect();
            keys.sort_unstable();
            if let Some(twice) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
                self.problem(entry, format!("{what} has [{}] twice", twice[0]), "delete one of them");
            }
            return Some(Piece::ByWord {
                variable,
                arms: words,
                default: default.to_owned(),
                other,
            });
        }
        if by_number < variants.len() {
            self.problem(entry, format!("{what} mixes numbers and words"), "use two variables");
        } else if default != "other" {
            self.problem(
                entry,
                format!("{what} has *[{default}] as its default"),
                "a number ends with *[other] …",
            );
        } else if let Some((word, _)) = words.first() {
            self.problem(
                entry,
                format!("{what} has [{word}], which Danish and English do not have"),
                "use [one], *[other] and exact numbers",
            );
        } else {
            let covers = |number: &Number| if *number == Number::One { 1 } else { exact(*number) };
            let mut keys: Vec<i64> = numbers.iter().map(|(number, _)| covers(number)).collect();
            keys.sort_unstable();
            if let Some(twice) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
                self.problem(
                    entry,
                    format!("{what} covers {} twice", twice[0]),
                    "delete one of them ([one] is 1)",
                );
            }
        }
        Some(Piece::ByNumber {
            variable,
            arms: numbers,
            other,
        })
    }
}

fn append(text: &str, out: &mut Vec<Piece>) {
    if let Some(Piece::Text(before)) = out.last_mut() {
        before.push_str(text);
    } else {
        out.push(Piece::Text(text.to_owned()));
    }
}

fn exact(number: Number) -> i64 {
    match number {
        Number::One => 1,
        Number::Exactly(number) => number,
    }
}

/// The first thing that looks like a tag or an entity.
fn html(text: &str) -> Option<&str> {
    let tag = text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at..];
        let begins = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        begins.then(|| &rest[..rest.find('>').map_or(rest.len(), |end| end + 1)])
    });
    tag.or_else(|| {
        text.match_indices('&').find_map(|(at, _)| {
            let rest = &text[at..];
            let end = rest.find(';')?;
            let name = &rest[1..end];
            let entity = name.starts_with('#') || (name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase()));
            entity.then(|| &rest[..=end])
        })
    })
}

/// Words that cannot name a function or a parameter.
const RUST_WORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
    "true", "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "macro", "override", "priv", "try",
    "typeof", "unsized", "virtual", "yield",
];
