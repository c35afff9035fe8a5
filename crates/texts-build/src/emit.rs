//! Writes the functions.

use std::fmt::Write;

use crate::message::{Kind, Message, Number, Pair, Piece};

/// The file that the crate includes.
pub(crate) fn code(pairs: &[Pair]) -> String {
    let mut out = String::from("// Written by texts-build from the files in texts/. Change those, not this.\n");
    for pair in pairs {
        out.push('\n');
        if pair.arguments.is_empty() {
            fixed(pair, &mut out);
        } else {
            composed(pair, &mut out);
        }
    }
    out
}

/// A text without arguments: a constant function.
fn fixed(pair: &Pair, out: &mut String) {
    let name = name(pair);
    let (da, en) = (literal(&pair.da), literal(&pair.en));
    line(out, &doc(pair));
    line(out, &format!("pub(crate) const fn {name}(lang: ::texts::Lang) -> &'static str {{"));
    line(
        out,
        &format!("    match lang {{ ::texts::Lang::Da => {da}, ::texts::Lang::En => {en} }}"),
    );
    line(out, "}");
}

fn composed(pair: &Pair, out: &mut String) {
    let parameters: String = pair
        .arguments
        .iter()
        .map(|(name, kind)| match kind {
            Kind::Any => format!(", {name}: impl ::std::fmt::Display"),
            Kind::Number => format!(", {name}: i64"),
            Kind::Word => format!(", {name}: &str"),
        })
        .collect();
    line(out, &doc(pair));
    // Values are taken as they come so that a call reads `t::x(lang, &name, 3)`; a text may have more than seven.
    line(out, "#[allow(clippy::all, clippy::pedantic)]");
    line(
        out,
        &format!("pub(crate) fn {}(lang: ::texts::Lang{parameters}) -> String {{", name(pair)),
    );
    line(out, "    let mut out = String::new();");
    line(out, "    match lang {");
    for (variant, message) in [("Da", &pair.da), ("En", &pair.en)] {
        line(out, &format!("        ::texts::Lang::{variant} => {{"));
        pieces(pair, &message.pieces, 12, out);
        line(out, "        }");
    }
    line(out, "    }");
    line(out, "    out");
    line(out, "}");
}

fn pieces(pair: &Pair, list: &[Piece], indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    for piece in list {
        match piece {
            Piece::Text(text) => line(out, &format!("{pad}out.push_str({text:?});")),
            Piece::Print(variable) | Piece::PrintNumber(variable) => {
                let statement = match pair.kind(variable) {
                    Kind::Any => format!("::texts::generated::display(&mut out, &{variable});"),
                    Kind::Number => format!("::texts::generated::number(&mut out, lang, {variable});"),
                    Kind::Word => format!("out.push_str({variable});"),
                };
                line(out, &format!("{pad}{statement}"));
            }
            Piece::ByNumber { variable, arms, other } => {
                line(out, &format!("{pad}match {variable} {{"));
                for (number, list) in arms {
                    let numbers = match number {
                        Number::One => one(arms),
                        Number::Exactly(number) => number.to_string(),
                    };
                    arm(pair, &numbers, list, indent, out);
                }
                arm(pair, "_", other, indent, out);
                line(out, &format!("{pad}}}"));
            }
            Piece::ByWord { variable, arms, other, .. } => {
                line(out, &format!("{pad}match {variable} {{"));
                for (word, list) in arms {
                    arm(pair, &format!("{word:?}"), list, indent, out);
                }
                arm(pair, "_", other, indent, out);
                line(out, &format!("{pad}}}"));
            }
        }
    }
}

/// What `[one]` covers: 1 and −1, unless −1 has an arm of its own.
fn one(arms: &[(Number, Vec<Piece>)]) -> String {
    let taken = arms.iter().any(|(number, _)| *number == Number::Exactly(-1));
    if taken { "1" } else { "1 | -1" }.to_owned()
}

fn arm(pair: &Pair, key: &str, list: &[Piece], indent: usize, out: &mut String) {
    let pad = " ".repeat(indent + 4);
    line(out, &format!("{pad}{key} => {{"));
    pieces(pair, list, indent + 8, out);
    line(out, &format!("{pad}}}"));
}

fn name(pair: &Pair) -> String {
    pair.da.key.replace('-', "_")
}

/// The Danish text as documentation, in a code span so that nothing in it is read as markup.
fn doc(pair: &Pair) -> String {
    format!("/// `{}`", pair.da.written.replace('`', "'"))
}

fn literal(message: &Message) -> String {
    let mut text = String::new();
    for piece in &message.pieces {
        if let Piece::Text(part) = piece {
            text.push_str(part);
        }
    }
    format!("{text:?}")
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
