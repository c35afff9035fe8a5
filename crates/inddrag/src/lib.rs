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
pub mod rooms;
mod serve;
pub mod start;
mod user;

use std::ffi::OsString;
use std::process::ExitCode;

pub use failure::Failure;

/// Reads the command line, does what it says, and tells how it went by the exit code: 0 done, 1 failed, 2 misunderstood.
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: impl IntoIterator<Item = (OsString, OsString)>) -> ExitCode {
    let matches = match cli::command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Help and version are "errors" too, for standard output and success.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
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
