//! The letter as plain text.

use std::fmt::Write as _;

use super::{Block, Letter};
use crate::t;

pub(super) fn write(letter: &Letter) -> String {
    let lang = letter.lang;
    let mut parts = vec![salutation(letter)];
    parts.extend(letter.blocks.iter().map(block));
    match &letter.from {
        Some(from) => {
            parts.push(format!("{}\n{}", t::mail_regards(lang), from.name));
            let contact = match &from.email {
                Some(email) => t::mail_footer_answer(lang, email),
                None => t::mail_footer_no_answer(lang).to_owned(),
            };
            parts.push(format!("-- \n{contact}"));
        }
        None => parts.push(format!("-- \n{}", t::mail_footer_no_answer(lang))),
    }
    parts.join("\n\n") + "\n"
}

pub(super) fn salutation(letter: &Letter) -> String {
    match &letter.reader {
        Some(name) => t::mail_dear(letter.lang, name),
        None => t::mail_hello(letter.lang).to_owned(),
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("{text}\n{}", "-".repeat(text.chars().count().min(70))),
        Block::Paragraph(text) => text.clone(),
        Block::List(items) => lines(items.iter().map(|item| format!("- {}", item.replace('\n', "\n  ")))),
        Block::Facts(facts) => lines(
            facts
                .iter()
                .map(|(name, value)| format!("{name}: {}", value.replace('\n', "\n    "))),
        ),
        Block::Button(label, link) => format!("{label}:\n{link}"),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.fold(String::new(), |mut all, line| {
        let gap = if all.is_empty() { "" } else { "\n" };
        let _ = write!(all, "{gap}{line}"); // writing to a String cannot fail
        all
    })
}
