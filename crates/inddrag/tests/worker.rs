//! The worker dies while people sign up: nobody who signs up notices, and whoever takes over tells everybody once.
//!
//! Sign-up must not lean on background work. In the program both live in one process; here the worker is a task that is cut off in the middle of what it does, again
//! and again, while the site goes on.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use load::sign_up::{Edition, Group, Told, open_editions, sign_up};
use load::stage::{MOST_SEATS, set_capacity};
use support::house::House;
use support::ledger::{all_mail_belongs, nothing_is_oversold, orders_are_whole};
use support::{Place, on_both, setting};
use tokio::task::JoinSet;

/// Begins the names of all groups of this story.
const GROUPS: &str = "worker-";
/// People who sign up at the same time.
const CLIENTS: usize = 3;
/// The longest anybody may wait for an answer, on a busy machine with debug code.
const PATIENCE: Duration = Duration::from_secs(10);

/// Signs groups up until told to stop; how many.
async fn client(house: Arc<House>, editions: Vec<Edition>, name: String, stop: Arc<AtomicBool>) -> usize {
    let mut number = 0;
    while !stop.load(Ordering::Relaxed) {
        let size = 1 + number % 2;
        let group = Group::new(format!("{name}-{number}-{size}"), size);
        let started = Instant::now();
        let told = sign_up(&house.server, &editions[number % editions.len()], &group).await.unwrap();
        assert!(matches!(told, Told::Confirmed(_)), "{} was told {told:?}", group.name);
        assert!(started.elapsed() < PATIENCE, "{} waited {:?}", group.name, started.elapsed());
        number += 1;
    }
    number
}

on_both! {
    async fn sign_ups_go_on_while_the_worker_dies_again_and_again_and_everybody_is_told_once(place: Place) {
        let house = Arc::new(House::open(&place, Vec::new()).await);
        let editions = open_editions(&house.server).await.unwrap();
        set_capacity(&house.db, &editions, MOST_SEATS).await.unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let mut clients = JoinSet::new();
        for number in 0..CLIENTS {
            clients.spawn(client(Arc::clone(&house), editions.clone(), format!("{GROUPS}{number}"), Arc::clone(&stop)));
        }
        for round in 0..setting("INDDRAG_WORKER_ROUNDS", 6) {
            let worker = tokio::spawn(house.worker().run(std::future::pending()));
            tokio::time::sleep(Duration::from_millis(150 + 70 * round as u64)).await;
            worker.abort(); // nothing is tidied up, as when the process is killed
            let _ = worker.await;
            // And a while without any.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        stop.store(true, Ordering::Relaxed);
        let groups: usize = clients.join_all().await.into_iter().sum();
        assert!(groups >= CLIENTS * 2, "the crowd hardly got to sign up: {groups}");
        // What the dead were doing is taken over when their lease runs out.
        let mut tx = house.db.begin().await.unwrap();
        let interrupted = db::sql!("UPDATE job SET locked_until = 1 WHERE state = 'running'").execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        println!("{groups} groups signed up; {interrupted} jobs were interrupted");
        house.mail_files().await;
        assert_eq!(orders_are_whole(&house.db, GROUPS).await, [""; 0]);
        assert_eq!(nothing_is_oversold(&house.db).await, [""; 0]);
        assert_eq!(all_mail_belongs(&house.db, GROUPS, &house.mail_folder()).await, [""; 0]);
    }
}
