//! `panel verify`: whether a record says the truth, calculated anew.

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};
use sortition::record::Record;
use texts::Lang;

use super::answer::{Answer, Ending};
use super::arguments::{file, folder, lang, path, told};
use super::complaint::Complaint;
use super::files::File;
use super::folder::{Earlier, contradicts};
use crate::t;

/// The arguments that name original files, and the role of each in the record.
const ORIGINALS: [(&str, &str); 5] = [
    ("features", "quotas"),
    ("people", "people"),
    ("selected", "selected"),
    ("excluded", "excluded"),
    ("settings", "settings"),
];

pub(super) fn command() -> Command {
    let command = Command::new("verify")
        .about("Check a record: chances, proof, panels and draw are calculated anew, and original files are compared")
        .arg(folder().required(true))
        .arg(file("features", "The file of quotas, to compare with the record"))
        .arg(file("people", "The file of the pool"))
        .arg(file("selected", "The file of those already selected"))
        .arg(file("excluded", "The file of those who could not be drawn"))
        .arg(file("settings", "The file of settings"));
    told(command)
}

pub(super) fn run(matches: &ArgMatches) -> Answer {
    let lang = lang(matches);
    verified(lang, matches).unwrap_or_else(|complaints| Answer::wrong(lang, &complaints))
}

/// One thing that was looked at.
struct Check {
    name: String,
    is_good: bool,
    told: [String; 2],
}

fn verified(lang: Lang, matches: &ArgMatches) -> Result<Answer, Vec<Complaint>> {
    let given = path(matches, "folder").ok_or_else(|| vec![contradicts()])?;
    let earlier = Earlier::open(given).map_err(|complaint| vec![complaint])?;
    let mut checks = Vec::new();
    let mut complaints = Vec::new();
    for (argument, role) in ORIGINALS {
        let Some(path) = path(matches, argument) else { continue };
        match File::read(role, path) {
            Ok(file) => checks.push(same_file(&earlier.record, role, &file)),
            Err(complaint) => complaints.push(complaint),
        }
    }
    if !complaints.is_empty() {
        return Err(complaints);
    }
    Ok(answer(lang, &checks))
}

/// Whether a file is the one that was read.
fn same_file(record: &Record, role: &str, file: &File) -> Check {
    let hash = file.input().sha256;
    let is_good = record.inputs.iter().any(|input| input.role == role && input.sha256 == hash);
    let told = |lang| match is_good {
        true => t::panel_same_file(lang, &hash),
        false => t::panel_other_file(lang, &hash),
    };
    Check {
        name: format!("file {role}"),
        is_good,
        told: Lang::ALL.map(told),
    }
}

fn answer(lang: Lang, checks: &[Check]) -> Answer {
    let is_good = checks.iter().all(|check| check.is_good);
    let list = checks.iter().map(|check| {
        json!({ "check": check.name, "good": check.is_good, "da": check.told[0], "en": check.told[1] })
    });
    let mut facts = Map::new();
    facts.insert("status".to_owned(), if is_good { "verified" } else { "wrong" }.into());
    facts.insert("checks".to_owned(), list.collect::<Vec<Value>>().into());
    let mark = |good| match good {
        true => t::panel_good(lang),
        false => t::panel_bad(lang),
    };
    let mut lines: Vec<String> = checks
        .iter()
        .map(|check| format!("  {} {}: {}", mark(check.is_good), check.name, check.told[usize::from(lang == Lang::En)]))
        .collect();
    lines.push(match is_good {
        true => t::panel_verified(lang).to_owned(),
        false => t::panel_not_verified(lang).to_owned(),
    });
    Answer::new(if is_good { Ending::Done } else { Ending::Wrong }, facts, &lines)
}
