//! Lays the two languages side by side: the same keys, the same variables, the same word choices.

use std::collections::BTreeMap;

use crate::message::{Kind, Message, Pair, uses, word_choices};
use crate::problem::Problem;

/// Pairs the texts in the Danish order; or every mistake.
pub(crate) fn pair(da: Vec<Message>, en: Vec<Message>) -> Result<Vec<Pair>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut english: BTreeMap<String, Message> = en.into_iter().map(|message| (message.key.clone(), message)).collect();
    let mut pairs = Vec::new();
    for da in da {
        let Some(en) = english.remove(&da.key) else {
            let mend = format!("add `{} = …` to {}", da.key, da.file.replacen("texts/da", "texts/en", 1));
            problems.push(Problem::new(&da.file, da.line, &da.key, "the text is missing in English", mend));
            continue;
        };
        match arguments(&da, &en) {
            Ok(arguments) => pairs.push(Pair { da, en, arguments }),
            Err(found) => problems.extend(found),
        }
    }
    for en in english.into_values() {
        let mend = format!(
            "add `{} = …` to {}, or delete it here",
            en.key,
            en.file.replacen("texts/en", "texts/da", 1)
        );
        problems.push(Problem::new(&en.file, en.line, &en.key, "the text is missing in Danish", mend));
    }
    if problems.is_empty() { Ok(pairs) } else { Err(problems) }
}

/// The arguments in the order in which the Danish text names them, each as narrow as either language needs it.
fn arguments(da: &Message, en: &Message) -> Result<Vec<(String, Kind)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let (of_da, of_en) = (variables(da, &mut problems), variables(en, &mut problems));
    let names = |list: &[(String, Kind)]| {
        let mut names: Vec<String> = list.iter().map(|(name, _)| format!("${name}")).collect();
        names.sort();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    };
    if names(&of_da) != names(&of_en) {
        let what = format!("different variables: {} in Danish, {} in English", names(&of_da), names(&of_en));
        problems.push(Problem::new(
            &en.file,
            en.line,
            &en.key,
            what,
            format!("use the same in both ({}:{})", da.file, da.line),
        ));
        return Err(problems);
    }
    let merged = of_da
        .into_iter()
        .map(|(name, kind)| {
            let other = of_en
                .iter()
                .find(|(english, _)| *english == name)
                .map_or(Kind::Any, |(_, kind)| *kind);
            (merge(en, &name, kind, other, &mut problems), name)
        })
        .map(|(kind, name)| (name, kind))
        .collect();
    words_agree(da, en, &mut problems);
    if problems.is_empty() { Ok(merged) } else { Err(problems) }
}

fn variables(message: &Message, problems: &mut Vec<Problem>) -> Vec<(String, Kind)> {
    let mut found: Vec<(String, Kind)> = Vec::new();
    uses(
        &message.pieces,
        &mut |name, kind| match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = merge(message, name, *known, kind, problems),
            None => found.push((name.to_owned(), kind)),
        },
    );
    found
}

fn merge(message: &Message, name: &str, one: Kind, another: Kind, problems: &mut Vec<Problem>) -> Kind {
    match (one, another) {
        (Kind::Any, kind) | (kind, Kind::Any) => kind,
        (one, another) if one == another => one,
        (one, _) => {
            let what = format!("${name} chooses both by number and by word");
            problems.push(Problem::new(&message.file, message.line, &message.key, what, "use two variables"));
            one
        }
    }
}

/// A misspelt word would silently take the default, so where both languages choose by a variable they choose between the same words.
fn words_agree(da: &Message, en: &Message, problems: &mut Vec<Problem>) {
    let (mut of_da, mut of_en) = (Vec::new(), Vec::new());
    word_choices(&da.pieces, &mut of_da);
    word_choices(&en.pieces, &mut of_en);
    for (variable, words) in &of_en {
        let differs = |(other, danish): &&(String, Vec<String>)| other == variable && danish != words;
        if let Some((_, danish)) = of_da.iter().find(differs) {
            let what = format!(
                "${variable} chooses between {} in English but {} in Danish",
                words.join(", "),
                danish.join(", ")
            );
            problems.push(Problem::new(
                &en.file,
                en.line,
                &en.key,
                what,
                "choose between the same words in both",
            ));
        }
    }
}
