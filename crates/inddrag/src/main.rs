//! The program: see the library of the same name.

use std::process::ExitCode;

fn main() -> ExitCode {
    inddrag::run(std::env::args_os(), std::env::vars_os())
}
