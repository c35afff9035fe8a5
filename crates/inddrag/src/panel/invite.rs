//! `panel invite`: the first stage, who gets a letter.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};
use sortition::invite::{Design, Response, invite, letters_enough, letters_expected};
use sortition::random::Seed;
use sortition::record::Chance;
use sortition::write;
use texts::Lang;

use recruitment::words;

use super::answer::{Answer, Ending};
use super::areas;
use super::arguments::{chance as chance_arguments, columns, count, file, lang, number, path, share, text, told, whole};
use super::chance::chance;
use super::complaint::{self, Complaint};
use super::output::{Folder, may_be_written};
use super::register::Register;
use super::told::count as counted;
use crate::t;

/// How certain the greater of the two numbers of letters is to be enough.
const CERTAINTY: f64 = 0.95;
/// People of the pool wanted for each seat, where nothing is said.
const FACTOR: u32 = 5;

pub(super) fn command() -> Command {
    let command = Command::new("invite")
        .about("Draw who gets a letter: everybody alike, by strata, some groups more often, one of a household, or in areas that are drawn first; and say how many letters it takes and what pool to expect")
        .arg(file("people", "The register: a row for everybody who could get a letter"))
        .arg(text("id", "COLUMN", "The column of the ids [without it, people are r0, r1, …]"))
        .arg(columns("keep", "Further columns for the list that is written"))
        .arg(whole("letters", "How many letters"))
        .arg(columns("strata", "Columns that make strata: letters are shared among these in proportion"))
        .arg(file("weights", "How often people of a stratum are drawn beside others: the columns of --strata, and weight").requires("strata"))
        .arg(columns("households", "Columns that together are the address; one letter goes to each"))
        .arg(whole("areas", "Draw so many areas first").requires("area"))
        .arg(text("area", "COLUMN", "The column of the area, such as the municipality").requires("areas"))
        .arg(text("region", "COLUMN", "The column of the region that areas lie in").requires("areas"))
        .arg(columns("sizes", "From how many people on an area is in the next class of size [default: 20000,100000]").requires("areas"))
        .arg(number("most-share", "P", "The largest part of an area's people who get a letter [default: 0.1]").requires("areas"))
        .arg(file("features", "Quotas, to say what pool to expect for each of them"))
        .arg(whole("size", "Seats of the panel"))
        .arg(whole("factor", "People of the pool wanted for each seat [default: 5]"))
        .arg(number("rate", "P", "How likely a letter is to be answered, such as 0.015"))
        .arg(
            text("counted", "LETTERS:ANSWERS", "The same from an earlier round, with the uncertainty that comes with it").conflicts_with("rate"),
        )
        .arg(file("out", "The folder for the results").value_name("DIR").value_parser(value_parser!(PathBuf)));
    told(chance_arguments(command))
}

pub(super) fn run(matches: &ArgMatches) -> Answer {
    let lang = lang(matches);
    invited(lang, matches).unwrap_or_else(|complaints| Answer::wrong(lang, &complaints))
}

fn invited(lang: Lang, matches: &ArgMatches) -> Result<Answer, Vec<Complaint>> {
    let one = |complaint: Complaint| vec![complaint];
    let response = response(matches).map_err(one)?;
    let mut facts = Map::new();
    facts.insert("status".to_owned(), "done".into());
    let mut lines = advice(matches, response, &mut facts, lang).map_err(one)?;
    let Some(letters) = count(matches, "letters") else {
        if lines.is_empty() {
            return Err(one(Complaint::asked("invite.nothing-asked", |lang| {
                t::panel_invite_nothing_asked(lang).to_owned()
            })));
        }
        return Ok(Answer::new(Ending::Done, facts, &lines));
    };
    let (Some(people), Some(out)) = (path(matches, "people"), path(matches, "out")) else {
        return Err(one(Complaint::asked("invite.no-register", |lang| {
            t::panel_invite_no_register(lang).to_owned()
        })));
    };
    may_be_written(out, &[people]).map_err(one)?;
    let register = Register::read(people, matches)?;
    let chance = chance(matches, None).map_err(one)?;
    let drawn = draw(matches, &register, letters, &chance.seed())?;
    let (expected, told) = register.forecast(matches, &drawn.people, response, FACTOR, lang)?;
    facts.insert("letters".to_owned(), drawn.people.len().into());
    facts.insert("people".to_owned(), register.frame.people.len().into());
    facts.insert("draw".to_owned(), chance_json(&chance));
    facts.insert("strata".to_owned(), drawn.strata.clone());
    facts.insert(
        "areas".to_owned(),
        drawn.areas.as_ref().map_or(Value::Null, |areas| areas.facts.clone()),
    );
    facts.insert("expected".to_owned(), expected);
    facts.insert("inputs".to_owned(), register.inputs.iter().map(|input| json!(input)).collect());
    facts.insert("findings".to_owned(), complaint::json(&register.complaints));
    let folder = folder(&register, &drawn, &facts)?;
    folder.write(out).map_err(one)?;
    lines.push(t::panel_invited(
        lang,
        counted(drawn.people.len()),
        words::plain_number(lang, register.frame.people.len()),
    ));
    lines.extend(told);
    if matches!(chance, Chance::Fresh { .. }) {
        lines.push(t::panel_fresh_letters(lang).to_owned());
    }
    lines.extend(complaint::lines(lang, &register.complaints));
    lines.push(t::panel_written(lang, out.display(), folder.names().collect::<Vec<_>>().join(", ")));
    Ok(Answer::new(Ending::Done, facts, &lines))
}

/// Who gets a letter.
pub(super) struct Drawn {
    /// Numbers in the register, ascending.
    pub(super) people: Vec<usize>,
    /// The chance of everybody in the register; those of people in areas are given the areas drawn.
    pub(super) chances: Vec<f64>,
    pub(super) strata: Value,
    pub(super) areas: Option<areas::Drawn>,
}

fn draw(matches: &ArgMatches, register: &Register, letters: u32, seed: &Seed) -> Result<Drawn, Vec<Complaint>> {
    if let Some(wanted) = count(matches, "areas") {
        return areas::draw(matches, register, wanted, letters, seed);
    }
    let design = match (&register.weights, register.strata.len()) {
        (Some(weights), _) => Design::Weighted(weights.clone()),
        (None, 0 | 1) => Design::Simple,
        (None, _) => Design::Stratified,
    };
    let one_per_household = matches.contains_id("households");
    let drawn = invite(
        &register.frame,
        &design,
        letters.into(),
        one_per_household,
        &mut seed.stream("invite"),
    )
    .map_err(|why| vec![unsuited(why)])?;
    let strata = register.strata.iter().zip(&drawn.strata).map(
        |(name, stratum)| json!({ "stratum": name, "people": stratum.people, "letters": stratum.letters, "expected": stratum.expected }),
    );
    Ok(Drawn {
        strata: strata.collect(),
        people: drawn.people,
        chances: drawn.chances,
        areas: None,
    })
}

/// Why a first stage cannot be drawn.
pub(super) fn unsuited(why: sortition::invite::Unsuited) -> Complaint {
    Complaint::asked("invite.unsuited", |lang| words::unsuited(lang, &why))
}

/// `--rate` or `--counted`.
fn response(matches: &ArgMatches) -> Result<Option<Response>, Complaint> {
    let wrong = || Complaint::asked("invite.response", |lang| t::panel_response(lang).to_owned());
    if let Some(rate) = share(matches, "rate") {
        return match rate > 0.0 && rate <= 1.0 {
            true => Ok(Some(Response::Known(rate))),
            false => Err(wrong()),
        };
    }
    let Some(counts) = super::arguments::word(matches, "counted") else {
        return Ok(None);
    };
    let (letters, answers) = counts.split_once(':').ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse::<u64>().map_err(|_| wrong());
    let (letters, answers) = (number(letters)?, number(answers)?);
    if letters == 0 || answers > letters {
        return Err(wrong());
    }
    Ok(Some(Response::Counted { letters, answers }))
}

/// How many letters it takes, where seats and response are known.
fn advice(matches: &ArgMatches, response: Option<Response>, facts: &mut Map<String, Value>, lang: Lang) -> Result<Vec<String>, Complaint> {
    let (Some(size), Some(response)) = (count(matches, "size"), response) else {
        return Ok(Vec::new());
    };
    let wanted = u64::from(size) * u64::from(count(matches, "factor").unwrap_or(FACTOR));
    let expected = letters_expected(wanted, response).map_err(unsuited)?;
    let enough = letters_enough(wanted, response, CERTAINTY).map_err(unsuited)?;
    let advice = json!({ "wanted": wanted, "expected": expected, "enough": enough, "certainty": CERTAINTY });
    facts.insert("letters_needed".to_owned(), advice);
    Ok(vec![
        words::letters(lang, expected, wanted, 0.5),
        words::letters(lang, enough, wanted, CERTAINTY),
    ])
}

fn chance_json(chance: &Chance) -> Value {
    match chance {
        Chance::Public { text } => json!({ "by": "seed", "text": [text] }),
        Chance::Joint { secret, text } => json!({ "by": "seed with secret", "text": [secret, text] }),
        Chance::Fresh { text } => json!({ "by": "fresh", "text": [text] }),
    }
}

fn folder(register: &Register, drawn: &Drawn, facts: &Map<String, Value>) -> Result<Folder, Vec<Complaint>> {
    let mut folder = Folder::default();
    let chance = |person: usize| format!("{}", drawn.chances[person]);
    folder.put("invited.csv", write::csv(&register.list(&drawn.people, chance)));
    if let Some(areas) = &drawn.areas {
        folder.put("areas.csv", write::csv(&areas.list));
    }
    let mut text = serde_json::to_string_pretty(facts).map_err(|_| vec![super::folder::contradicts()])?;
    text.push('\n');
    folder.put("invite.json", text);
    Ok(folder)
}
