//! The program: one binary with a command for each thing an operator does.
//!
//! This crate knows every room and is known by none: [`rooms`] puts them together, [`start`] opens what they need, and each command has a file of its own.

mod backup;
mod cli;
mod configuration;
pub mod demo;
mod doctor;
mod failure;
mod logging;
mod migrate;
mod panel;
pub mod rooms;
mod serve;
pub mod start;
mod user;

use std::ffi::OsString;
use std::process::ExitCode;

pub use failure::Failure;

/// The texts of this crate, generated from `texts/da.ftl` and `texts/en.ftl`.
mod t {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// Reads the command line, does what it says, and tells how it went by the exit code: 0 done, 1 failed, 2 misunderstood. What is about panels has codes of its own, which
/// `inddrag panel --help` lists.
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: impl IntoIterator<Item = (OsString, OsString)>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let about_panels = panel::is_meant(&arguments);
    let matches = match cli::command().try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Help and version are "errors" too, for standard output and success.
            let _ = error.print();
            return match error.use_stderr() {
                true if about_panels => panel::misunderstood(&arguments, &error),
                true => ExitCode::from(2),
                false => ExitCode::SUCCESS,
            };
        }
    };
    if let Some(("panel", matches)) = matches.subcommand() {
        return panel::run(matches);
    }
    let environment = environment
        .into_iter()
        .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("inddrag: the system gives no threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(cli::dispatch(&matches, environment)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("inddrag: {failure}");
            ExitCode::FAILURE
        }
    }
}
