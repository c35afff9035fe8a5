//! `inddrag panel`: selection by lot, from files to files. No database, no settings of the installation, no network.
//!
//! ```text
//! files ── question ──▶ Problem ── check ──▶ what would work, and what to change
//!                          └────── select ──▶ folder: lists, record, reports ── lottery ──▶ the same folder, drawn
//!                                               └── reserve, verify
//! invite is the stage before
//! ```
//!
//! Each command gathers everything that is wrong before it gives up, and ends in an [`Answer`]: the same facts for people, in Danish or English, and for programs, as one
//! JSON object. Nothing is written unless everything went well.

mod answer;
mod archive;
mod areas;
mod arguments;
mod chance;
mod check;
mod complaint;
mod draw;
mod fault;
mod files;
mod folder;
mod infeasible;
mod invite;
mod lottery;
mod output;
mod patience;
mod question;
mod register;
mod reserve;
mod results;
mod select;
mod stay;
mod told;
mod verify;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use texts::Lang;

use answer::{Answer, Ending};
use complaint::Complaint;

const ENDINGS: &str = "Exit codes: 0 done; 1 something in the command line or the files is wrong, all of it is told; 2 the quotas cannot be met, proven; \
    3 not certified within the time limit, results are written with what was proven.";

/// The command line of `panel`.
pub(crate) fn command() -> Command {
    let commands = [
        check::command(),
        select::command(),
        select::replace_command(),
        lottery::command(),
        reserve::command(),
        invite::command(),
        verify::command(),
    ];
    Command::new("panel")
        .about("Select people by lot: check files, draw panels, choose reserves, send invitations, verify records. Needs no database")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .after_help(ENDINGS)
        .subcommands(commands.map(|command| command.after_help(ENDINGS)))
}

/// Whether the command line was about panels, where being misunderstood has a code of its own.
pub(crate) fn is_meant(arguments: &[OsString]) -> bool {
    arguments.get(1).is_some_and(|first| first == "panel")
}

/// The end of a command line that cannot be understood: what is wrong with it was told to people, and is told to programs if they ask.
pub(crate) fn misunderstood(arguments: &[OsString], error: &clap::Error) -> ExitCode {
    if arguments.iter().any(|argument| argument == "--json") {
        let said = error.to_string();
        let complaint = Complaint::asked("question.command-line", |_| said.trim().to_owned());
        println!("{}", Answer::wrong(Lang::Da, &[complaint]).facts);
    }
    Ending::Wrong.into()
}

/// Does what was asked.
pub(crate) fn run(matches: &ArgMatches) -> ExitCode {
    let Some((name, matches)) = matches.subcommand() else {
        return Ending::Wrong.into();
    };
    let answer = match name {
        "check" => check::run(matches),
        "select" => select::run(matches, select::Round::First),
        "replace" => select::run(matches, select::Round::Replacement),
        "lottery" => lottery::run(matches),
        "reserve" => reserve::run(matches),
        "invite" => invite::run(matches),
        _ => verify::run(matches),
    };
    // Those two tell how things are; that they are bad is an answer, too.
    let tells_whatever = matches!(name, "check" | "verify");
    let Answer { ending, facts, text } = answer;
    if arguments::wants_json(matches) {
        println!("{facts}");
    } else if tells_whatever || ending.has_results() {
        print!("{text}");
    } else {
        eprint!("{text}");
    }
    ending.into()
}
