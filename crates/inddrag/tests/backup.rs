//! Backups: taken while people sign up, put back after the database is lost, refused where they cannot be used. The real program, started as operators do.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use db::{Db, Engine, sql};
use http::StatusCode;
use load::http::Server;
use load::program::{Installation, Program};
use load::sign_up::{Edition, Group, Told, open_editions, sign_up};
use load::stage::{MOST_SEATS, set_capacity, wait_for_mail};
use load::visitor::Visitor;
use support::ledger::{all_mail_belongs, group_exists, let_leases_run_out, nothing_is_oversold, orders_are_whole};
use support::{Place, tell};

/// Where a group's payer looks.
type Pages = BTreeMap<String, String>;

async fn confirmed(server: &Server, edition: &Edition, name: &str) -> String {
    match sign_up(server, edition, &Group::new(name, 2)).await.unwrap() {
        Told::Confirmed(page) => page,
        other => panic!("{name} was told {other:?}"),
    }
}

async fn groups(server: &Server, editions: &[Edition], when: &str) -> Pages {
    let mut pages = Pages::new();
    for number in 0..6 {
        let name = format!("kopi-{when}-{number}-2");
        let page = confirmed(server, &editions[number % editions.len()], &name).await;
        pages.insert(name, page);
    }
    pages
}

/// The site after it was put back: those of before are there, those of after are not, and one can sign up again.
async fn is_as_before(server: &Server, editions: &[Edition], before: &Pages, after: &Pages) {
    for (group, page) in before {
        let answer = Visitor::new(server).open(page).await.unwrap();
        assert!(
            answer.status.is_success() && answer.text().contains(group),
            "{group}: {}",
            answer.status
        );
    }
    for (group, page) in after {
        let answer = Visitor::new(server).open(page).await.unwrap();
        assert_eq!(answer.status, StatusCode::GONE, "{group} signed up after the backup");
    }
    let page = confirmed(server, &editions[0], "kopi-igen-0-2").await;
    assert!(Visitor::new(server).open(&page).await.unwrap().status.is_success());
}

/// The books after everything is quiet, and what the doctor says.
async fn is_sound(installation: &Installation, program: Program) {
    let db = Db::open(&installation.database()).await.unwrap();
    assert!(
        wait_for_mail(&db, Duration::from_secs(60)).await.unwrap().is_some(),
        "mail is still waiting"
    );
    program.stop().await.unwrap();
    assert_eq!(orders_are_whole(&db, "kopi-").await, [""; 0]);
    assert_eq!(nothing_is_oversold(&db).await, [""; 0]);
    db.close().await;
    let doctor = installation.run("doctor", &[]).await.unwrap();
    assert!(doctor.status.success(), "{}", said(&doctor));
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

async fn serve(place: &Place) -> (Installation, Program, Vec<Edition>) {
    let installation = place.installation();
    let program = installation.start().await.unwrap();
    let editions = open_editions(program.server()).await.unwrap();
    let db = Db::open(&installation.database()).await.unwrap();
    set_capacity(&db, &editions, MOST_SEATS).await.unwrap();
    db.close().await;
    (installation, program, editions)
}

/// Every file of the data folder that belongs to the database, with its content.
fn database_files(installation: &Installation) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(installation.data()).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.is_file() && !path.ends_with("program.log"))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect()
}

fn lose_the_database(installation: &Installation) {
    for ending in ["", "-wal", "-shm"] {
        let file = format!("{}{ending}", installation.database());
        if Path::new(&file).exists() {
            fs::remove_file(file).unwrap();
        }
    }
}

#[test]
fn a_backup_taken_while_people_sign_up_brings_the_house_back() {
    tell(Engine::Sqlite, async |place: Place| {
        let (installation, program, editions) = serve(&place).await;
        let before = groups(program.server(), &editions, "foer").await;
        let file = place.folder().join("inddrag.backup");
        let path = file.to_str().unwrap();
        let (taken, meanwhile) = tokio::join!(
            backup_a_moment_later(&installation, path),
            sign_up_until_there_is(&file, program.server(), &editions)
        );
        assert!(taken.status.success(), "{}", said(&taken));
        let after = groups(program.server(), &editions, "efter").await;
        let again = installation.run("backup", &[path]).await.unwrap();
        assert!(
            !again.status.success() && said(&again).contains("exists already"),
            "a backup is never overwritten: {}",
            said(&again)
        );
        program.stop().await.unwrap();

        lose_the_database(&installation);
        let restored = installation.run("restore", &[path]).await.unwrap();
        assert!(restored.status.success(), "{}", said(&restored));
        let_leases_run_out(&installation.database()).await;
        let program = installation.start().await.unwrap();
        is_as_before(program.server(), &editions, &before, &after).await;
        let db = Db::open(&installation.database()).await.unwrap();
        let mut kept = Vec::new();
        for group in &meanwhile {
            kept.push(group_exists(&db, group).await);
        }
        println!(
            "of {} who signed up while the copy was made, {} are in it",
            kept.len(),
            kept.iter().filter(|there| **there).count()
        );
        assert!(
            kept.is_sorted_by(|earlier, later| earlier >= later),
            "the copy shows one moment, nobody is left out: {kept:?}"
        );
        db.close().await;
        is_sound(&installation, program).await;
    });
}

async fn backup_a_moment_later(installation: &Installation, path: &str) -> Output {
    tokio::time::sleep(Duration::from_millis(300)).await;
    installation.run("backup", &[path]).await.unwrap()
}

/// Signs groups up one after the other until the file is there; their names in that order.
async fn sign_up_until_there_is(file: &Path, server: &Server, editions: &[Edition]) -> Vec<String> {
    let mut names = Vec::new();
    while !file.exists() {
        let name = format!("kopi-imens-{}-2", names.len());
        confirmed(server, &editions[names.len() % editions.len()], &name).await;
        names.push(name);
    }
    names
}

#[test]
fn mail_that_had_left_before_the_backup_does_not_leave_again() {
    tell(Engine::Sqlite, async |place: Place| {
        let (installation, program, editions) = serve(&place).await;
        groups(program.server(), &editions, "foer").await;
        let db = Db::open(&installation.database()).await.unwrap();
        assert!(wait_for_mail(&db, Duration::from_secs(60)).await.unwrap().is_some());
        db.close().await;
        let file = place.folder().join("inddrag.backup");
        let taken = installation.run("backup", &[file.to_str().unwrap()]).await.unwrap();
        assert!(taken.status.success(), "{}", said(&taken));
        program.stop().await.unwrap();
        let restored = installation.run("restore", &[file.to_str().unwrap()]).await.unwrap();
        assert!(restored.status.success(), "{}", said(&restored));
        let program = installation.start().await.unwrap();
        let db = Db::open(&installation.database()).await.unwrap();
        assert!(wait_for_mail(&db, Duration::from_secs(60)).await.unwrap().is_some());
        program.stop().await.unwrap();
        assert_eq!(all_mail_belongs(&db, "kopi-", &installation.mail()).await, [""; 0]);
        db.close().await;
    });
}

/// Copies of a good backup with something wrong, and what the program must say of each.
async fn unusable(good: &Path, folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let bytes = fs::read(good).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let mut torn = bytes.clone();
    let middle = torn.len() / 2;
    torn[middle..middle + 20_000].fill(0xA5);
    let newer = write("newer", &bytes);
    let db = Db::open(newer.to_str().unwrap()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    sql!("INSERT INTO migration (room, number, name, checksum, applied_at) VALUES ('courses', 9999, '9999_from_the_future', 'x', 1)")
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    db.close().await;
    vec![
        (folder.join("missing"), "does not exist"),
        (write("empty", b""), "is not a backup"),
        (
            write("text", "Kære alle, her er referatet.\n".repeat(4000).as_bytes()),
            "is not a backup",
        ),
        (write("cut-short", &bytes[..bytes.len() / 2]), "is not a backup"),
        (write("torn", &torn), "is not a backup"),
        (newer, "is not a backup"),
    ]
}

#[test]
fn what_is_no_backup_or_a_newer_one_is_refused_and_nothing_is_touched() {
    tell(Engine::Sqlite, async |place: Place| {
        let (installation, program, editions) = serve(&place).await;
        let before = groups(program.server(), &editions, "foer").await;
        let good = place.folder().join("inddrag.backup");
        assert!(
            installation
                .run("backup", &[good.to_str().unwrap()])
                .await
                .unwrap()
                .status
                .success()
        );
        program.stop().await.unwrap();
        let files = database_files(&installation);
        for (file, reason) in unusable(&good, place.folder()).await {
            let refused = installation.run("restore", &[file.to_str().unwrap()]).await.unwrap();
            assert!(
                !refused.status.success() && said(&refused).contains(reason),
                "{}: {}",
                file.display(),
                said(&refused)
            );
            assert!(
                database_files(&installation) == files,
                "{} was refused and yet something was touched",
                file.display()
            );
        }
        let program = installation.start().await.unwrap();
        is_as_before(program.server(), &editions, &before, &Pages::new()).await;
        is_sound(&installation, program).await;
    });
}

#[test]
fn the_database_is_not_pulled_away_from_under_a_running_site() {
    tell(Engine::Sqlite, async |place: Place| {
        let (installation, program, editions) = serve(&place).await;
        let good = place.folder().join("inddrag.backup");
        let path = good.to_str().unwrap();
        assert!(installation.run("backup", &[path]).await.unwrap().status.success());
        let refused = installation.run("restore", &[path]).await.unwrap();
        assert!(
            !refused.status.success() && said(&refused).contains("stop it first"),
            "{}",
            said(&refused)
        );
        let page = confirmed(program.server(), &editions[0], "kopi-loebende-2").await;
        // Killed, it holds nothing any more.
        program.kill().await.unwrap();
        let program = installation.start().await.unwrap();
        assert!(Visitor::new(program.server()).open(&page).await.unwrap().status.is_success());
        program.kill().await.unwrap();
        let restored = installation.run("restore", &[path]).await.unwrap();
        assert!(restored.status.success(), "{}", said(&restored));
    });
}

#[test]
fn a_folder_without_a_database_gives_no_backup() {
    tell(Engine::Sqlite, async |place: Place| {
        let installation = place.installation();
        let file = place.folder().join("inddrag.backup");
        let refused = installation.run("backup", &[file.to_str().unwrap()]).await.unwrap();
        assert!(
            !refused.status.success() && !file.exists(),
            "an operator who names the wrong folder must not be told that all is well: {}",
            said(&refused)
        );
    });
}

/// PostgreSQL's own tools, with exactly the arguments that `inddrag backup` and `inddrag restore` name.
#[test]
fn postgresql_is_backed_up_and_brought_back_by_its_own_tools() {
    tell(Engine::Postgres, async |place: Place| {
        let (installation, program, editions) = serve(&place).await;
        let url = place.database().unwrap();
        let before = groups(program.server(), &editions, "foer").await;
        let file = place.folder().join("inddrag.dump");
        let advice = installation.run("backup", &[file.to_str().unwrap()]).await.unwrap();
        assert!(
            !advice.status.success() && said(&advice).contains("pg_dump --format=custom --file=FILE DATABASE"),
            "{}",
            said(&advice)
        );
        let to = format!("--file={}", file.display());
        let Some(dumped) = tool("pg_dump", &["--format=custom", &to, &url]).await else {
            return;
        };
        assert!(dumped.status.success(), "{}", said(&dumped));
        let after = groups(program.server(), &editions, "efter").await;
        program.stop().await.unwrap();

        let advice = installation.run("restore", &[file.to_str().unwrap()]).await.unwrap();
        let command = "pg_restore --clean --if-exists --dbname=DATABASE FILE";
        assert!(!advice.status.success() && said(&advice).contains(command), "{}", said(&advice));
        let Some(lost) = place.another_database().await else { return };
        for database in [url, lost] {
            // Once over what is there, once into an empty database after the first was lost.
            let name = format!("--dbname={database}");
            let Some(restored) = tool("pg_restore", &["--clean", "--if-exists", &name, file.to_str().unwrap()]).await else {
                return;
            };
            assert!(restored.status.success(), "{}", said(&restored));
            let_leases_run_out(&database).await;
            let installation = place.installation().on(Some(database));
            let program = installation.start().await.unwrap();
            is_as_before(program.server(), &editions, &before, &after).await;
            is_sound(&installation, program).await;
        }
    });
}

/// One of PostgreSQL's tools; `None`, said aloud, where it is not installed.
async fn tool(name: &str, arguments: &[&str]) -> Option<Output> {
    match tokio::process::Command::new(name).args(arguments).output().await {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(std::env::var("INDDRAG_REQUIRE_POSTGRES").as_deref() != Ok("1"), "{name}: {error}");
            println!("skipped: {name} is not installed");
            None
        }
    }
}
