//! `panel lottery`: the draw in public, from the numbered panels of a record.

use std::collections::HashSet;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::Map;
use sortition::model::Problem;
use sortition::random::Commitment;
use sortition::record::{Record, Undrawn};
use sortition::write::{Rows, remaining_people};
use texts::Lang;

use super::answer::{Answer, Ending};
use super::arguments::{chance as chance_arguments, count, file, folder, lang, path, text, told as told_arguments, whole, word};
use super::chance::{chance, secret_in, too_short};
use super::complaint::Complaint;
use super::draw::{drawn, undrawn};
use super::folder::{Earlier, contradicts, problem};
use super::results::{Results, head, numbers};
use super::told;
use crate::t;

pub(super) fn command() -> Command {
    let throws = Arg::new("throws")
        .long("throws")
        .value_name("N,…")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .value_parser(value_parser!(u32))
        .help("What was thrown, in order; sides are counted from 0");
    let command = Command::new("lottery")
        .about("Decide among the numbered panels of a record (`panel select --lottery N --no-draw`) by throws, by a text or by a number; without any of them, say what can be thrown; or publish what a secret promises")
        .arg(folder().required_unless_present("commit"))
        .arg(throws.conflicts_with_all(["seed", "number"]))
        .arg(whole("sides", "Sides of what was thrown [default: 10]").requires("throws"))
        .arg(whole("number", "The number of the panel, from 0, as on a ball drawn from an urn with one for each").conflicts_with("seed"))
        .arg(file("commit", "Print the hash that promises the secret in this file, and do nothing else").conflicts_with_all([
            "folder", "throws", "number", "seed",
        ]))
        .arg(text("public", "SALT", "The salt of the version for the public, to write that anew, too"));
    told_arguments(chance_arguments(command))
}

pub(super) fn run(matches: &ArgMatches) -> Answer {
    let lang = lang(matches);
    let answered = match path(matches, "commit") {
        Some(secret) => commit(lang, secret),
        None => decide(lang, matches),
    };
    answered.unwrap_or_else(|complaint| Answer::wrong(lang, &[complaint]))
}

/// What is published before the draw.
fn commit(lang: Lang, secret: &std::path::Path) -> Result<Answer, Complaint> {
    let promised = Commitment::to(&secret_in(secret)?).map_err(too_short)?.to_string();
    let mut facts = Map::new();
    facts.insert("commitment".to_owned(), promised.as_str().into());
    Ok(Answer::new(Ending::Done, facts, &[promised, t::panel_promise(lang).to_owned()]))
}

fn decide(lang: Lang, matches: &ArgMatches) -> Result<Answer, Complaint> {
    let given = path(matches, "folder").ok_or_else(contradicts)?;
    let mut earlier = Earlier::open(given)?;
    if let Some(draw) = &earlier.record.draw {
        let panel = draw.panel;
        return Err(Complaint::asked("draw.drawn-already", |lang| t::panel_drawn_already(lang, panel)));
    }
    if earlier.record.lottery.is_none() {
        return Err(undrawn(&Undrawn::NoList));
    }
    if !["throws", "number", "seed"].iter().any(|way| matches.contains_id(way)) {
        return Ok(Answer::new(Ending::Done, head(&earlier.record), &told::draw(lang, &earlier.record)));
    }
    let problem = problem(&earlier.record).ok_or_else(contradicts)?;
    decided(&mut earlier.record, matches)?;
    let lists = earlier.list("remaining.csv")?;
    let (selected, remaining) = split(&lists, &earlier.record, &problem);
    let results = Results {
        record: &earlier.record,
        problem: &problem,
        selected,
        remaining,
        salt: word(matches, "public"),
    };
    let folder = results.folder()?;
    folder.write(&earlier.path)?;
    let mut facts = head(&earlier.record);
    facts.insert("out".to_owned(), earlier.path.display().to_string().into());
    facts.insert("files".to_owned(), folder.names().collect());
    let mut lines = told::draw(lang, &earlier.record);
    lines.push(t::panel_written(
        lang,
        earlier.path.display(),
        folder.names().collect::<Vec<_>>().join(", "),
    ));
    Ok(Answer::new(Ending::Done, facts, &lines))
}

/// Draws as the command line says.
fn decided(record: &mut Record, matches: &ArgMatches) -> Result<(), Complaint> {
    let panels = record.lottery.as_ref().map_or(0, |lottery| lottery.panels.len());
    let thrown: Option<Vec<u32>> = matches.get_many::<u32>("throws").map(|throws| throws.copied().collect());
    let (throws, sides) = match (thrown, count(matches, "number")) {
        (Some(throws), _) => (throws, count(matches, "sides").unwrap_or(10)),
        // A ball from an urn is one throw of something with as many sides.
        (None, Some(number)) => (vec![number], u32::try_from(panels).unwrap_or(u32::MAX)),
        (None, None) => return drawn(record, &chance(matches, None)?),
    };
    record.draw_by_ceremony(&throws, sides).map(|_| ()).map_err(|why| undrawn(&why))
}

/// The list of those who could be drawn, taken apart into those who were and those who can still be.
fn split(everybody: &Rows, record: &Record, problem: &Problem) -> (Rows, Rows) {
    let members = record.draw.as_ref().map(|draw| draw.members.as_slice()).unwrap_or_default();
    let left = remaining_people(problem, &numbers(problem, members));
    let of = |people: HashSet<&str>| -> Rows {
        let (headings, rows) = everybody.split_at(everybody.len().min(1));
        let chosen = rows.iter().filter(|row| row.first().is_some_and(|id| people.contains(id.as_str())));
        headings.iter().chain(chosen).cloned().collect()
    };
    let selected = of(members.iter().map(String::as_str).collect());
    let remaining = of(left.iter().map(|&person| problem.pool.people[person].id.as_str()).collect());
    (selected, remaining)
}
