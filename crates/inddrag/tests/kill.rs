//! Killed at any moment (`kill -9`), again and again, while people sign up: what somebody was told is true afterwards.
//!
//! The real program, as a process of its own, on both engines. `INDDRAG_KILL_ROUNDS` asks for more rounds than usual.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::Db;
use load::http::Server;
use load::program::{Installation, Program};
use load::sign_up::{Edition, Group, Told, open_editions, sign_up};
use load::stage::{MOST_SEATS, set_capacity, wait_for_mail};
use load::visitor::Visitor;
use support::ledger::{all_mail_belongs, group_exists, let_leases_run_out, nothing_is_oversold, orders_are_whole};
use support::{Place, on_both, setting};
use tokio::task::JoinSet;

/// People who sign up at the same time.
const CLIENTS: usize = 4;
/// Begins the names of all groups of this story.
const GROUPS: &str = "kill-";

/// What the crowd of one round knows when the program is gone.
#[derive(Default)]
struct Known {
    /// Told that they have their seats: name and the address of the payer's page.
    confirmed: Vec<(String, String)>,
    /// Sent their form and heard nothing.
    in_doubt: Vec<String>,
}

/// Signs one group up after the other until the program is gone.
async fn client(server: Server, editions: Vec<Edition>, name: String, known: Arc<Mutex<Known>>) {
    for number in 0.. {
        let size = 1 + number % 2;
        let group = Group::new(format!("{name}-{number}-{size}"), size);
        match sign_up(&server, &editions[number % editions.len()], &group).await {
            Ok(Told::Confirmed(place)) => known.lock().unwrap().confirmed.push((group.name, place)),
            Ok(other) => panic!("{} was told {other:?}", group.name),
            Err(_) => return known.lock().unwrap().in_doubt.push(group.name),
        }
    }
}

/// A random time of up to a second: sometimes before the first sign-up is through, sometimes after dozens.
fn some_time() -> Duration {
    Duration::from_millis(RandomState::new().hash_one(()) % 1000)
}

/// The program with people at it, killed at a random moment.
async fn round(program: Program, editions: &[Edition], number: usize) -> Known {
    let known = Arc::new(Mutex::new(Known::default()));
    let mut clients = JoinSet::new();
    for client_number in 0..CLIENTS {
        let name = format!("{GROUPS}{number}-{client_number}");
        clients.spawn(client(program.server().clone(), editions.to_vec(), name, Arc::clone(&known)));
    }
    tokio::time::sleep(some_time()).await;
    program.kill().await.unwrap();
    clients.join_all().await;
    Arc::into_inner(known).unwrap().into_inner().unwrap()
}

async fn looks_healthy(installation: &Installation) {
    let doctor = installation.run("doctor", &[]).await.unwrap();
    assert!(
        doctor.status.success(),
        "{}{}",
        String::from_utf8_lossy(&doctor.stdout),
        String::from_utf8_lossy(&doctor.stderr)
    );
}

on_both! {
    async fn nothing_that_was_confirmed_is_lost_and_nobody_is_told_twice(place: Place) {
        let installation = place.installation();
        let mut program = installation.start().await.unwrap();
        let editions = open_editions(program.server()).await.unwrap();
        let db = Db::open(&installation.database()).await.unwrap();
        set_capacity(&db, &editions, MOST_SEATS).await.unwrap();
        // While the program is killed nobody else holds its database open: the engine mends it alone.
        db.close().await;
        let (mut confirmed, mut in_doubt) = (Vec::new(), Vec::new());
        for number in 0..setting("INDDRAG_KILL_ROUNDS", 12) {
            let known = round(program, &editions, number).await;
            program = installation.start().await.unwrap();
            for (group, page) in &known.confirmed {
                let answer = Visitor::new(program.server()).open(page).await.unwrap();
                assert!(answer.status.is_success() && answer.text().contains(group), "round {number}: {group} was confirmed and is gone");
            }
            confirmed.extend(known.confirmed.into_iter().map(|(group, _)| group));
            in_doubt.extend(known.in_doubt);
        }
        program.stop().await.unwrap();

        let_leases_run_out(&installation.database()).await;
        let program = installation.start().await.unwrap();
        let db = Db::open(&installation.database()).await.unwrap();
        let waited = wait_for_mail(&db, Duration::from_secs(60)).await.unwrap();
        assert!(waited.is_some(), "mail is still waiting a minute after everything was quiet");
        program.stop().await.unwrap();

        for group in &confirmed {
            assert!(group_exists(&db, group).await, "{group} was confirmed and is gone in the end");
        }
        let mut made_it = 0;
        for group in &in_doubt {
            made_it += usize::from(group_exists(&db, group).await);
        }
        println!("{} confirmed; of {} who heard nothing, {made_it} have their seats", confirmed.len(), in_doubt.len());
        assert!(confirmed.len() >= CLIENTS, "the crowd hardly got to sign up");
        assert_eq!(orders_are_whole(&db, GROUPS).await, [""; 0]);
        assert_eq!(nothing_is_oversold(&db).await, [""; 0]);
        assert_eq!(all_mail_belongs(&db, GROUPS, &installation.mail()).await, [""; 0]);
        db.close().await;
        looks_healthy(&installation).await;
    }
}
