//! The command line. Flags for settings come from the one table of settings, so help, flags and documentation cannot differ.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use platform::config::{Config, SETTINGS, Values};

use crate::{Failure, backup, configuration, doctor, migrate, panel, serve, user};

const ABOUT: &str = "Inddrag: the open house of citizen involvement\n\n\
    Courses, sign-up and everything around them in one program with its own database.\n\
    Try it:      inddrag serve --demo\n\
    Run it:      inddrag user add-organisation …, inddrag user add …, inddrag serve --config inddrag.toml\n\
    Something wrong?  inddrag doctor";

const SETTINGS_HELP: &str = "Every setting can also stand in the file given by --config (TOML, same names) or in the environment \
    (INDDRAG_ and the name in capitals with _ for -). A flag wins over the environment, the environment over the file.";

/// The whole command line.
pub(crate) fn command() -> Command {
    Command::new("inddrag")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(with_settings(
            Command::new("serve").about("Serve the site; sets the database up or brings it up to date first"),
        ))
        .subcommand(with_settings(
            Command::new("migrate")
                .about("Bring the database up to date and stop")
                .arg(switch("dry-run", "Only say what is missing")),
        ))
        .subcommand(with_settings(user::command()))
        .subcommand(with_settings(
            Command::new("backup")
                .about("Copy the embedded database to a file while the site runs")
                .arg(file("file", "Where to; must not exist yet")),
        ))
        .subcommand(with_settings(
            Command::new("restore")
                .about("Put a backup in the place of the embedded database; the site must be stopped. The old database is kept beside it")
                .arg(file("file", "The backup")),
        ))
        .subcommand(with_settings(
            Command::new("doctor").about("Look the installation over and say how to mend what is wrong"),
        ))
        .subcommand(with_settings(
            Command::new("config").about("Show every setting, its value (secrets hidden) and where it comes from"),
        ))
        .subcommand(panel::command())
}

/// Does what was asked.
pub(crate) async fn dispatch(matches: &ArgMatches, environment: BTreeMap<String, String>) -> Result<(), Failure> {
    let (name, matches) = matches.subcommand().ok_or_else(|| Failure::new("say what to do; see --help"))?;
    let values = values(matches, environment)?;
    if name == "config" {
        return configuration::show(&values);
    }
    let config = Config::from_values(&values)?;
    match name {
        "serve" => serve::serve(config).await,
        "migrate" => migrate::migrate(&config, matches.get_flag("dry-run")).await,
        "user" => user::run(&config, matches).await,
        "backup" => backup::backup(&config, path(matches)?).await,
        "restore" => backup::restore(&config, path(matches)?).await,
        "doctor" => doctor::run(&config).await,
        other => Err(Failure::new(format!("`{other}` is not known; see --help"))),
    }
}

fn with_settings(command: Command) -> Command {
    let config = Arg::new("config")
        .long("config")
        .value_name("FILE")
        .global(true)
        .value_parser(value_parser!(PathBuf))
        .help("File with settings (TOML)");
    let flags = SETTINGS.iter().map(|setting| {
        let default = if setting.default.is_empty() {
            String::new()
        } else {
            format!(" [default: {}]", setting.default)
        };
        let arg = Arg::new(setting.key)
            .long(setting.key)
            .global(true)
            .help(format!("{}{default}", setting.help[0]))
            .help_heading("Settings");
        // `--demo` alone is enough; every other setting takes a value.
        if setting.key == "demo" {
            arg.num_args(0..=1).default_missing_value("true").require_equals(true)
        } else {
            arg.value_name("VALUE")
        }
    });
    command.arg(config).args(flags).after_help(SETTINGS_HELP)
}

pub(crate) fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn file(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

fn path(matches: &ArgMatches) -> Result<&PathBuf, Failure> {
    matches.get_one::<PathBuf>("file").ok_or_else(|| Failure::new("name a file"))
}

fn values(matches: &ArgMatches, environment: BTreeMap<String, String>) -> Result<Values, Failure> {
    let flags = SETTINGS
        .iter()
        .filter_map(|setting| Some((setting.key, matches.get_one::<String>(setting.key)?.clone())))
        .collect();
    let file = matches
        .get_one::<PathBuf>("config")
        .cloned()
        .or_else(|| environment.get("INDDRAG_CONFIG").map(PathBuf::from));
    Ok(Values::gather(file.as_deref(), environment, &flags)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        command().debug_assert();
    }

    #[test]
    fn demo_takes_no_value_and_other_settings_do() {
        let matches = command()
            .try_get_matches_from(["inddrag", "serve", "--demo", "--listen", "127.0.0.1:0"])
            .expect("a good command line");
        let (_, serve) = matches.subcommand().expect("serve");
        let values = values(serve, BTreeMap::new()).expect("good settings");
        assert_eq!((values.text("demo"), values.text("listen")), ("true", "127.0.0.1:0"));
    }
}
