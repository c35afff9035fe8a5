//! `panel verify`: whether a record says the truth, calculated anew.

use clap::{ArgMatches, Command};
use recruitment::words;
use serde_json::{Map, Number, Value, json};
use sortition::record::Record;
use sortition::verify::{Check, Verdict, verify};
use texts::Lang;

use super::answer::{Answer, Ending};
use super::arguments::{file, folder, lang, path, told};
use super::complaint::Complaint;
use super::fault;
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

/// How many faults of one check are told.
const MOST_TOLD: usize = 5;

/// One thing that was looked at.
struct Look {
    code: String,
    verdict: Verdict,
    told: [String; 2],
    faults: Value,
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
    checks.extend(verify(&earlier.record).checks.iter().map(of_record));
    Ok(answer(lang, &checks))
}

/// A check of what the record says of itself.
fn of_record(check: &Check) -> Look {
    let number = |number: f64| Number::from_f64(number).map_or(Value::Null, Value::Number);
    let told = |lang| {
        let mut told = t::panel_checked(lang, check.code.as_str(), words::plain_number(lang, check.count));
        if let (Some(stated), Some(found)) = (check.stated, check.found) {
            told.push_str(&t::panel_stated(
                lang,
                words::decimal(lang, stated, 9),
                words::decimal(lang, found, 9),
            ));
        }
        for fault in check.faults.iter().take(MOST_TOLD) {
            told.push_str("\n      ");
            told.push_str(&fault::told(lang, fault));
        }
        if check.faults.len() > MOST_TOLD {
            told.push_str("\n      ");
            told.push_str(&t::panel_more(lang, words::plain_number(lang, check.faults.len() - MOST_TOLD)));
        }
        told
    };
    Look {
        code: check.code.as_str().to_owned(),
        verdict: check.verdict,
        told: Lang::ALL.map(told),
        faults: json!({
            "count": check.count,
            "stated": check.stated.map(number),
            "found": check.found.map(number),
            "faults": check.faults.iter().map(|one| fault::told(Lang::En, one)).collect::<Vec<_>>(),
        }),
    }
}

/// Whether a file is the one that was read.
fn same_file(record: &Record, role: &str, file: &File) -> Look {
    let hash = file.input().sha256;
    let is_good = record.inputs.iter().any(|input| input.role == role && input.sha256 == hash);
    let told = |lang| match is_good {
        true => t::panel_same_file(lang, role, &hash),
        false => t::panel_other_file(lang, role, &hash),
    };
    Look {
        code: format!("file-{role}"),
        verdict: if is_good { Verdict::Passed } else { Verdict::Failed },
        told: Lang::ALL.map(told),
        faults: json!({ "sha256": hash }),
    }
}

fn answer(lang: Lang, looks: &[Look]) -> Answer {
    let is_good = looks.iter().all(|look| look.verdict != Verdict::Failed);
    let list = looks.iter().map(|look| {
        json!({
            "check": look.code,
            "verdict": verdict(look.verdict),
            "da": look.told[0],
            "en": look.told[1],
            "details": look.faults,
        })
    });
    let mut facts = Map::new();
    facts.insert("status".to_owned(), if is_good { "verified" } else { "wrong" }.into());
    facts.insert("checks".to_owned(), list.collect());
    let line = |look: &Look| {
        let mark = t::panel_verdict(lang, verdict(look.verdict));
        format!("  {mark} {}", look.told[usize::from(lang == Lang::En)])
    };
    let mut lines: Vec<String> = looks.iter().map(line).collect();
    lines.push(match is_good {
        true => t::panel_verified(lang).to_owned(),
        false => t::panel_not_verified(lang).to_owned(),
    });
    Answer::new(if is_good { Ending::Done } else { Ending::Wrong }, facts, &lines)
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::Failed => "failed",
        Verdict::NotChecked => "not-checked",
    }
}
