//! The command `load`; see `README.md` beside it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Parser;
use db::Db;
use db::testing::TestDatabase;
use load::http::Server;
use load::program::{Installation, Program};
use load::report::{Cost, Kept, Report};
use load::run::{GROUP, Measured, Pace, Wishes, play};
use load::sign_up::open_editions;
use load::stage::{MOST_SEATS, Stored, mail_files, set_capacity, wait_for_mail};
use load::{Failure, first_page, machine};

/// How long after the crowd has left all mail must have.
const MAIL_PATIENCE: Duration = Duration::from_secs(120);

/// Plays a crowd against Inddrag on this machine and tells how it fared. The exit code is 0 if every goal held, 1 if one was missed or something failed.
#[derive(Parser)]
struct Arguments {
    /// Start this program (a release build of `inddrag`) with demo content on a throw-away data folder
    #[arg(long, value_name = "INDDRAG", required_unless_present = "at")]
    spawn: Option<PathBuf>,
    /// Or: one that runs already, on a loopback address, with raised limits; needs --database to make room and to count
    #[arg(long, value_name = "ADDRESS", conflicts_with = "spawn", requires = "database")]
    at: Option<SocketAddr>,
    /// Process number of the one that runs already, to see what it costs
    #[arg(long, value_name = "NUMBER", requires = "at")]
    process: Option<u32>,
    /// Database: postgres://… or a file; empty and throw-away, for it is filled with made-up people
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Start a throw-away PostgreSQL server and use it (it does not sync to disk, so commits look cheaper than they are)
    #[arg(long, conflicts_with_all = ["database", "at"])]
    postgres: bool,
    /// How long to measure
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// How long to play before measuring
    #[arg(long, default_value_t = 5)]
    warm_up: u64,
    /// Pages a second
    #[arg(long, default_value_t = 200)]
    pages: u32,
    /// Sign-ups a second, two people each
    #[arg(long, default_value_t = 20)]
    sign_ups: u32,
}

/// Who is played against.
struct Opponent {
    server: Server,
    process: Option<u32>,
    db: Db,
    mail: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("load: the system gives no threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(&arguments)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("load: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let Some(binary) = &arguments.spawn else {
        let (Some(address), Some(database)) = (arguments.at, &arguments.database) else {
            return Err(Failure("name a program with --spawn, or an address with --at".into()));
        };
        if !address.ip().is_loopback() {
            return Err(Failure(format!("{address} is not on this machine; a crowd is played at home only")));
        }
        let opponent = Opponent {
            server: Server::at(address),
            process: arguments.process,
            db: Db::open(database).await?,
            mail: None,
        };
        return measure(arguments, &opponent).await;
    };
    let data = std::env::temp_dir().join(format!("inddrag-load-{}", std::process::id()));
    let outcome = spawn_and_measure(arguments, binary, &data).await;
    let _ = std::fs::remove_dir_all(&data); // a leftover in the temporary folder is no reason to fail
    outcome
}

async fn spawn_and_measure(arguments: &Arguments, binary: &Path, data: &Path) -> Result<bool, Failure> {
    let server = if arguments.postgres {
        Some(throw_away_postgres().await?)
    } else {
        None
    };
    let database = server
        .as_ref()
        .map(|server| server.url().to_owned())
        .or_else(|| arguments.database.clone());
    let installation = Installation::new(binary, data)?.on(database);
    let program: Program = installation.start().await?;
    let opponent = Opponent {
        server: program.server().clone(),
        process: Some(program.process()),
        db: Db::open(&installation.database()).await?,
        mail: Some(installation.mail()),
    };
    let held = measure(arguments, &opponent).await;
    opponent.db.close().await;
    program.stop().await?;
    held
}

async fn throw_away_postgres() -> Result<TestDatabase, Failure> {
    let server = db::testing::on(db::Engine::Postgres, &[]).await;
    server.ok_or_else(|| Failure("PostgreSQL is not installed here".into()))
}

async fn measure(arguments: &Arguments, opponent: &Opponent) -> Result<bool, Failure> {
    let Opponent { server, process, db, mail } = opponent;
    let editions = open_editions(server).await?;
    let before = Stored::count(db).await?;
    let files_before = mail.as_deref().map(mail_files);
    let wanted = u64::from(arguments.sign_ups) * (arguments.seconds + arguments.warm_up) * GROUP as u64;
    let room = (MOST_SEATS as u64)
        .saturating_mul(editions.len() as u64)
        .saturating_sub(u64::try_from(before.seats).unwrap_or(0));
    if wanted > room {
        return Err(Failure(format!(
            "{wanted} seats are wanted and there is room for {room}: measure for a shorter time, or with fewer sign-ups"
        )));
    }
    set_capacity(db, &editions, MOST_SEATS).await?;
    let wishes = Wishes::of(server, editions).await?;
    let busy = machine::load_average();
    let title = format!(
        "{} pages and {} sign-ups a second for {} s on {:?}, {} processors, load average {busy} before",
        arguments.pages,
        arguments.sign_ups,
        arguments.seconds,
        db.engine(),
        std::thread::available_parallelism().map_or(0, usize::from)
    );
    println!(
        "warming up for {} s, then measuring for {} s …\n",
        arguments.warm_up, arguments.seconds
    );
    let (warm_up, measured, cost) = play_both(arguments, server, &wishes, *process).await;
    let mail_after = wait_for_mail(db, MAIL_PATIENCE).await?;
    let kept = Kept {
        confirmed: warm_up.confirmed + measured.confirmed,
        in_doubt: warm_up.in_doubt + measured.in_doubt,
        stored: Stored::count(db).await?.since(before),
        mail_files: mail.as_deref().map(mail_files).zip(files_before).map(|(now, before)| now - before),
        mail_after,
    };
    let first_page = first_page::weigh(server, "/kurser").await?;
    let report = Report {
        title,
        length: Duration::from_secs(arguments.seconds),
        measured: &measured,
        cost,
        kept: Some(kept),
        first_page: &first_page,
    };
    println!("{}", report.text());
    Ok(report.held())
}

/// The crowd before measuring, and the one that counts.
async fn play_both(arguments: &Arguments, server: &Server, wishes: &Wishes, process: Option<u32>) -> (Measured, Measured, Option<Cost>) {
    let pace = |seconds| Pace {
        pages: arguments.pages,
        sign_ups: arguments.sign_ups,
        length: Duration::from_secs(seconds),
    };
    let stamp = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let warm_up = play(server, wishes, pace(arguments.warm_up), &format!("varm-{stamp}")).await;
    let own = std::process::id();
    let spent = |process: Option<u32>| process.map_or(Duration::ZERO, machine::processor_time);
    let before = (spent(process), spent(Some(own)));
    let measured = play(server, wishes, pace(arguments.seconds), &format!("last-{stamp}")).await;
    let cost = process.map(|process| Cost {
        processor: spent(Some(process)).saturating_sub(before.0),
        generator: spent(Some(own)).saturating_sub(before.1),
        memory: machine::memory(process),
    });
    (warm_up, measured, cost)
}
