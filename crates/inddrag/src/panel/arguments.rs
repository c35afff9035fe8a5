//! What all commands about panels understand in the same way.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use texts::Lang;

pub(super) use crate::cli::switch;

/// A file.
pub(super) fn file(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

/// A text.
pub(super) fn text(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// A whole number from 0.
pub(super) fn whole(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .value_parser(value_parser!(u32))
        .help(help)
}

/// A number.
pub(super) fn number(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .value_parser(value_parser!(f64))
        .help(help)
}

/// Names of columns, separated by commas.
pub(super) fn columns(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("COLUMN,…")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .help(help)
}

/// In which language and for whom the answer is.
pub(super) fn told(command: Command) -> Command {
    command
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANGUAGE")
                .value_parser(["da", "en"])
                .default_value("da")
                .help("Language of what is told"),
        )
        .arg(switch("json", "Print one JSON object instead of text"))
}

/// The folder of a record.
pub(super) fn folder() -> Arg {
    Arg::new("folder")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("The folder that `panel select` wrote")
}

/// What a selection is made from.
pub(super) fn inputs(command: Command) -> Command {
    let command = command
        .arg(
            file(
                "features",
                "Quotas: CSV, TSV, XLSX or ODS with feature, value, min, max and perhaps min_flex, max_flex",
            )
            .required(true),
        )
        .arg(file("people", "The pool: CSV, TSV, XLSX or ODS with a column for each feature").required(true))
        .arg(whole("size", "Seats of a panel, those who are already selected among them").required(true))
        .arg(text(
            "id",
            "COLUMN",
            "The column of the ids [without it, people are r0, r1, … in the order of the file]",
        ))
        .arg(columns(
            "households",
            "Columns that together are the address; at most one person of each is drawn",
        ))
        .arg(file(
            "selected",
            "Those who have a seat already: the panel is filled up around them",
        ))
        .arg(file(
            "excluded",
            "Those who cannot be drawn, also if they stand in --selected: who said no or dropped out",
        ))
        .arg(columns("keep", "Further columns for the lists that are written"))
        .arg(file(
            "settings",
            "Settings of other selection programs (TOML); what stands on the command line wins",
        ))
        .arg(whole(
            "panels",
            "How many panels are drawn at once, with nobody on two of them [default: 1]",
        ));
    told(command)
}

/// Where chance comes from.
pub(super) fn chance(command: Command) -> Command {
    command
        .arg(text(
            "seed",
            "TEXT",
            "A text that everybody knows, from which all that is drawn follows [without it: fresh chance of this computer, whose text is recorded]",
        ))
        .arg(file("secret", "A file with the secret that was promised before; needs --seed").requires("seed"))
        .arg(text("commitment", "HASH", "What was published of the secret; see `panel lottery --commit`").requires("secret"))
}

pub(super) fn lang(matches: &ArgMatches) -> Lang {
    match matches.get_one::<String>("lang").map(String::as_str) {
        Some("en") => Lang::En,
        _ => Lang::Da,
    }
}

pub(super) fn wants_json(matches: &ArgMatches) -> bool {
    matches.get_flag("json")
}

/// The files that [`inputs`] names.
pub(super) fn read_from(matches: &ArgMatches) -> Vec<&Path> {
    let named = ["features", "people", "selected", "excluded", "settings"];
    named.iter().filter_map(|name| path(matches, name)).map(PathBuf::as_path).collect()
}

pub(super) fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m PathBuf> {
    matches.get_one::<PathBuf>(name)
}

/// Names without blanks around them; `None` if the argument was not given.
pub(super) fn names(matches: &ArgMatches, name: &str) -> Option<Vec<String>> {
    let given = matches.get_many::<String>(name)?;
    Some(given.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
}

pub(super) fn count(matches: &ArgMatches, name: &str) -> Option<u32> {
    matches.get_one::<u32>(name).copied()
}

pub(super) fn share(matches: &ArgMatches, name: &str) -> Option<f64> {
    matches.get_one::<f64>(name).copied()
}

pub(super) fn word<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}
