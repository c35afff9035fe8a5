//! `inddrag user`: organisations and people from the command line, for the first day and for emergencies.

use clap::{Arg, ArgMatches, Command};
use platform::config::Config;
use platform::people::Role;
use platform::people::admin::{self, NewOrganisation};
use platform::values::{Email, Line, PersonName, Slug, ValueError};
use platform::{App, Clock, Random};
use texts::Lang;

use crate::cli::switch;
use crate::{Failure, rooms, start};

pub(crate) fn command() -> Command {
    Command::new("user")
        .about("Organisations and people: the first administrator, operators, one-time sign-in links")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("add-organisation")
                .about("Add an organisation; the first one answers to every host name that no other has")
                .arg(value("SLUG", "Its name in addresses: kurser in /hus/kurser"))
                .arg(value("NAME", "Its name as shown"))
                .arg(value("MAIL", "Where the public writes to"))
                .arg(value("HOST", "Host name of its public pages").required(false)),
        )
        .subcommand(
            Command::new("add")
                .about("Add a person, make them a member of an organisation, or give them another role")
                .arg(value("MAIL", "Their mail address"))
                .arg(value("NAME", "Their name"))
                .arg(value("ORGANISATION", "The organisation's name in addresses").required(false))
                .arg(
                    value("ROLE", "owner, course-manager, instructor or member")
                        .required(false)
                        .requires("ORGANISATION"),
                )
                .arg(switch("english", "Write to them in English"))
                .arg(switch("operator", "Let them run the installation")),
        )
        .subcommand(
            Command::new("link")
                .about("Print a sign-in link, good once and for fifteen minutes")
                .arg(value("MAIL", "Their mail address")),
        )
        .subcommand(Command::new("list").about("List organisations and their members"))
}

fn value(name: &'static str, help: &'static str) -> Arg {
    // Plain words in capitals, because `--mail` and the like are settings.
    Arg::new(name).value_name(name).required(true).help(help)
}

pub(crate) async fn run(config: &Config, matches: &ArgMatches) -> Result<(), Failure> {
    let db = start::open(config).await?;
    db.migrate(&rooms::migrations(), Clock::system().now()).await?;
    let (app, _) = start::app(config.clone(), db, Clock::system(), Random::system())?;
    match matches.subcommand() {
        Some(("add-organisation", matches)) => add_organisation(&app, matches).await,
        Some(("add", matches)) => add(&app, matches).await,
        Some(("link", matches)) => link(&app, matches).await,
        Some(("list", _)) => list(&app).await,
        _ => Err(Failure::new("say what to do; see `inddrag user --help`")),
    }
}

async fn add_organisation(app: &App, matches: &ArgMatches) -> Result<(), Failure> {
    let new = NewOrganisation {
        slug: parsed(matches, "SLUG", Slug::parse)?,
        name: parsed(matches, "NAME", Line::parse)?,
        contact: parsed(matches, "MAIL", Email::parse)?,
        domain: matches.get_one::<String>("HOST").cloned(),
    };
    let slug = new.slug.clone();
    admin::add_organisation(app, new).await.map_err(failed)?;
    println!("Added. Next: inddrag user add MAIL NAME {slug} owner");
    Ok(())
}

async fn add(app: &App, matches: &ArgMatches) -> Result<(), Failure> {
    let email = parsed(matches, "MAIL", Email::parse)?;
    let name = parsed(matches, "NAME", PersonName::parse)?;
    let role = match matches.get_one::<String>("ROLE") {
        Some(role) => role
            .parse()
            .map_err(|_| Failure::new("ROLE must be owner, course-manager, instructor or member"))?,
        None => Role::Owner,
    };
    let lang = if matches.get_flag("english") { Lang::En } else { Lang::Da };
    admin::add_account(app, &email, &name, lang).await.map_err(failed)?;
    if let Some(organisation) = matches.get_one::<String>("ORGANISATION") {
        admin::add_member(app, organisation, &email, role).await.map_err(failed)?;
    }
    if matches.get_flag("operator") {
        admin::set_operator(app, &email, true).await.map_err(failed)?;
    }
    println!(
        "Added. They sign in at {}/log-ind with {email}, or with: inddrag user link {email}",
        app.config.public_url
    );
    Ok(())
}

async fn link(app: &App, matches: &ArgMatches) -> Result<(), Failure> {
    let email = parsed(matches, "MAIL", Email::parse)?;
    println!("{}", admin::sign_in_link(app, &email, "/hus").await.map_err(failed)?);
    Ok(())
}

async fn list(app: &App) -> Result<(), Failure> {
    let rows: Vec<(String, String, Option<String>, Option<Role>)> = db::sql!(
        "SELECT o.slug, o.name, a.email, m.role FROM organisation o
         LEFT JOIN membership m ON m.organisation_id = o.id LEFT JOIN account a ON a.id = m.account_id
         ORDER BY o.slug, a.email /* all organisations */"
    )
    .all(&app.db)
    .await?;
    for (slug, name, email, role) in rows {
        let member = email.map_or_else(
            || "(no members)".to_owned(),
            |email| format!("{email} {}", role.map_or("", Role::as_str)),
        );
        println!("{slug:<20} {name:<40} {member}");
    }
    Ok(())
}

fn parsed<T>(matches: &ArgMatches, name: &str, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Result<T, Failure> {
    let text = matches.get_one::<String>(name).map_or("", String::as_str);
    parse(text).map_err(|error| {
        Failure::new(format!(
            "{} cannot be used: {}",
            name,
            platform::web::words::value_error(Lang::En, &error)
        ))
    })
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn failed(error: admin::AdminError) -> Failure {
    Failure::new(error.to_string())
}
