//! `panel select` and `panel replace`: the lottery, and the draw of a panel.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::Value;
use sortition::read::Algorithm;
use sortition::record::Record;
use sortition::write;
use texts::Lang;

use super::answer::Answer;
use super::arguments::{chance as chance_arguments, count, file, inputs, lang, number, path, read_from, share, switch, text, whole, word};
use super::chance::chance;
use super::complaint::{self, Complaint};
use super::draw::{Wanted, drawn, lottery};
use super::infeasible;
use super::output::may_be_written;
use super::patience::{LEAST, USUAL};
use super::question::{Gathered, Question, gather, remarks};
use super::results::{Results, head, numbers};
use super::told;
use super::watch::{Watchman, processor_seconds};
use crate::t;

/// What is filled: all seats, or those that have become empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    First,
    Replacement,
}

pub(super) fn command() -> Command {
    drawing(inputs(Command::new("select").about(
        "Find the fairest chances that the quotas allow, with a proof, and draw a panel; or, with --lottery and --no-draw, numbered panels for a draw in public",
    )))
}

pub(super) fn replace_command() -> Command {
    let command = inputs(Command::new("replace").about(
        "Fill the empty seats of a panel: --selected are those who keep theirs, --size is the whole panel, and what is left of the quotas is worked out",
    ));
    drawing(command.mut_arg("selected", |selected| selected.required(true)))
}

fn drawing(command: Command) -> Command {
    let objective = Arg::new("objective")
        .long("objective")
        .value_name("NAME")
        .value_parser(Algorithm::ALL.map(Algorithm::as_str))
        .help("What the chances shall be like [default: leximin, or what the settings say]");
    chance_arguments(command)
        .arg(objective)
        .arg(number(
            "gamma",
            "G",
            "For goldilocks, how much low chances weigh against high ones [default: 1]",
        ))
        .arg(whole(
            "lottery",
            "Make so many numbered panels with equal chances, from which one is drawn",
        ))
        .arg(switch("no-draw", "Do not draw: find chances and panels only"))
        .arg(number(
            "time-limit",
            "SECONDS",
            "End the search then; what was found is written with what was proven",
        ))
        .arg(text(
            "public",
            "SALT",
            "Write a version for the public, too, in which nobody's id stands",
        ))
        .arg(
            file("out", "The folder for the results")
                .value_name("DIR")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
}

pub(super) fn run(matches: &ArgMatches, round: Round) -> Answer {
    let lang = lang(matches);
    let processor = processor_seconds();
    let Gathered { question, mut complaints } = gather(matches);
    let settings = question.as_ref().map(|question| question.settings.clone()).unwrap_or_default();
    let (wanted, more) = wanted(matches, settings.algorithm, settings.max_attempts);
    complaints.extend(more);
    let chance = chance(matches, settings.seed).map_err(|complaint| complaints.push(complaint)).ok();
    let Some(out) = path(matches, "out") else {
        return Answer::wrong(lang, &complaints);
    };
    complaints.extend(may_be_written(out, &read_from(matches)).err());
    let gathered = Gathered { question, complaints };
    let (question, complaints, chance) = match (gathered.sound(), chance) {
        (Ok((question, complaints)), Some(chance)) => (question, complaints, chance),
        (Ok((_, complaints)) | Err(complaints), _) => return Answer::wrong(lang, &complaints),
    };
    let seconds = share(matches, "time-limit").map_or(USUAL, |seconds| seconds.max(LEAST));
    if Gathered::is_short(&complaints) {
        return infeasible::answer(lang, &question.problem, &complaints, seconds);
    }
    let mut watch = Watchman::new(lang, share(matches, "time-limit"));
    let mut record = match lottery(&question, &wanted, &chance, &mut watch) {
        Ok(record) => record,
        Err(why) => return why.answer(lang, &question.problem, &complaints, seconds),
    };
    if wanted.is_drawn
        && let Err(complaint) = drawn(&mut record, &chance)
    {
        return Answer::wrong(lang, &[complaint]);
    }
    record.seconds = watch.seconds();
    record.cpu_seconds = processor_seconds() - processor;
    drop(watch);
    let folder = match results(&question, &record, word(matches, "public")).folder() {
        Ok(folder) => folder,
        Err(complaint) => return Answer::wrong(lang, &[complaint]),
    };
    if let Err(complaint) = folder.write(out) {
        return Answer::wrong(lang, &[complaint]);
    }
    let mut facts = head(&record);
    facts.insert("findings".to_owned(), complaint::json(&complaints));
    facts.insert("out".to_owned(), out.display().to_string().into());
    facts.insert("files".to_owned(), folder.names().collect());
    facts.insert("seats".to_owned(), super::check::seats_json(&question));
    facts.insert("lottery".to_owned(), record.lottery.as_ref().map_or(Value::Null, told::list_json));
    let mut lines = Vec::new();
    if round == Round::Replacement || !question.problem.selected.is_empty() {
        lines.extend(told::open_seats(lang, &question));
    }
    lines.extend(told::outcome(lang, &record));
    lines.extend(told::draw(lang, &record));
    lines.extend(complaint::lines(lang, &remarks(&complaints)));
    lines.push(t::panel_written(lang, out.display(), folder.names().collect::<Vec<_>>().join(", ")));
    Answer::new(told::ending(&record), facts, &lines)
}

/// What is asked of the lottery, and what does not go together in it.
fn wanted(matches: &ArgMatches, of_settings: Option<Algorithm>, attempts: Option<u32>) -> (Wanted, Vec<Complaint>) {
    let algorithm = word(matches, "objective").and_then(Algorithm::named).or(of_settings);
    let algorithm = algorithm.unwrap_or(Algorithm::Leximin);
    let gamma = share(matches, "gamma");
    let list = count(matches, "lottery");
    let mut complaints = Vec::new();
    let mut asked = |is_wrong: bool, code, said: fn(Lang) -> &'static str| {
        if is_wrong {
            complaints.push(Complaint::asked(code, |lang| said(lang).to_owned()));
        }
    };
    asked(
        gamma.is_some_and(|gamma| !gamma.is_finite() || gamma <= 0.0),
        "question.gamma",
        t::panel_gamma,
    );
    asked(
        gamma.is_some() && algorithm != Algorithm::Goldilocks,
        "question.gamma-unused",
        t::panel_gamma_unused,
    );
    asked(list == Some(0), "question.no-list", t::panel_no_list);
    let is_alone = |one| algorithm == one && list.is_some();
    asked(is_alone(Algorithm::Legacy), "question.legacy-list", t::panel_legacy_list);
    asked(
        is_alone(Algorithm::Diversimax),
        "question.diversimax-list",
        t::panel_diversimax_list,
    );
    let is_several = |one| algorithm == one && count(matches, "panels").is_some_and(|panels| panels > 1);
    asked(is_several(Algorithm::Legacy), "question.legacy-several", t::panel_legacy_several);
    asked(
        is_several(Algorithm::Diversimax),
        "question.diversimax-several",
        t::panel_diversimax_several,
    );
    asked(
        share(matches, "time-limit").is_some_and(|seconds| seconds.is_nan() || seconds < 0.0),
        "question.time-limit",
        t::panel_time_limit,
    );
    asked(
        word(matches, "public").is_some_and(|salt| salt.trim().is_empty()),
        "question.no-salt",
        t::panel_no_salt,
    );
    let wanted = Wanted {
        algorithm,
        gamma: gamma.unwrap_or(1.0),
        list,
        is_drawn: !matches.get_flag("no-draw"),
        attempts: attempts.unwrap_or(100),
    };
    (wanted, complaints)
}

/// The files of a selection. Where nobody is drawn yet, everybody who can be remains.
fn results<'r>(question: &'r Question, record: &'r Record, salt: Option<&'r str>) -> Results<'r> {
    let drawn = record.draw.as_ref().map(|draw| draw.members.as_slice()).unwrap_or_default();
    let panel = numbers(&question.problem, drawn);
    Results {
        record,
        problem: &question.problem,
        selected: write::selected(&question.people, &panel),
        remaining: write::remaining(&question.people, &question.problem, &panel),
        salt,
    }
}
