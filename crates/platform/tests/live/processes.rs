//! Several processes on one PostgreSQL.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use db::testing::TestDatabase;
use db::{Db, Statement, StatementInfo};

use crate::house::{Running, clock, is_quiet, next_number, publish};

const DATABASE: &str = "INDDRAG_TEST_PUBLISH_TO";

/// What the other process does, when a story below starts this test binary once more. Otherwise nothing.
#[test]
fn the_other_process() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(&url).await.unwrap();
        // With a hub, as every server has one: it is the hub that tells others.
        let running = Running::start(&db);
        tokio::time::sleep(Duration::from_millis(300)).await;
        for _ in 0..50 {
            publish(&db, &clock(), "across", "from the other process").await;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
        running.stop().await;
    });
}

fn start_other_process(database: &TestDatabase) -> Child {
    let this = std::env::current_exe().unwrap();
    let mut command = Command::new(this);
    command
        .args(["processes::the_other_process", "--exact", "--quiet"])
        .env(DATABASE, database.url());
    command.stdout(std::process::Stdio::null()).spawn().unwrap()
}

async fn postgres() -> Option<TestDatabase> {
    db::testing::postgres(&platform::migrations()).await
}

/// Ends the connections that listen, as an administrator or a network can. Answers how many there were. PostgreSQL only, so not registered.
async fn cut_listeners(db: &Db) -> usize {
    static CUT: StatementInfo = StatementInfo::new(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%inddrag_live%' AND pid <> pg_backend_pid()",
        file!(),
        line!(),
        env!("CARGO_PKG_NAME"),
    );
    Statement::new(&CUT).all::<(bool,)>(db).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happens_in_one_process_is_seen_in_another() {
    let Some(database) = postgres().await else { return };
    let running = Running::start(&database.db);
    let mut follower = running.hub.subscribe("across", 0).unwrap();
    assert!(is_quiet(&mut follower).await);
    let mut other = start_other_process(&database);
    for number in 1..=50 {
        assert_eq!(next_number(&mut follower).await, number);
    }
    assert!(other.wait().unwrap().success());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hubs_hand_out_the_same_and_hints_between_processes_are_quicker_than_looking() {
    let Some(database) = postgres().await else { return };
    let other_db = Db::open(database.url()).await.unwrap();
    let (here, there) = (Running::start(&database.db), Running::start(&other_db));
    let (mut a, mut b) = (here.hub.subscribe("both", 0).unwrap(), there.hub.subscribe("both", 0).unwrap());
    assert!(is_quiet(&mut a).await && is_quiet(&mut b).await);
    for number in 1..=100 {
        publish(if number % 2 == 0 { &database.db } else { &other_db }, &clock(), "both", "x").await;
    }
    for number in 1..=100 {
        assert_eq!((next_number(&mut a).await, next_number(&mut b).await), (number, number));
    }
    // Hints that only PostgreSQL carries: the rows are written past the bell of this process. By looking alone, each would take two seconds.
    let asked = Instant::now();
    for number in 101..=105 {
        let mut tx = other_db.begin().await.unwrap();
        db::sql!("UPDATE live_topic SET last = $1 WHERE topic = 'both'")
            .bind(number)
            .execute(&mut tx)
            .await
            .unwrap();
        let insert = db::sql!("INSERT INTO live_event (topic, number, name, data, created_at) VALUES ('both', $1, 'note', 'x', 0)");
        insert.bind(number).execute(&mut tx).await.unwrap();
        tx.notify("inddrag_live", "both").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(next_number(&mut a).await, number);
    }
    assert!(asked.elapsed() < Duration::from_secs(4), "five hints took {:?}", asked.elapsed());
    here.stop().await;
    there.stop().await;
    other_db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_listening_connection_is_cut_everything_still_arrives() {
    let Some(database) = postgres().await else { return };
    let running = Running::start(&database.db);
    let mut follower = running.hub.subscribe("across", 0).unwrap();
    publish(&database.db, &clock(), "across", "so that the line is known to be up").await;
    assert_eq!(next_number(&mut follower).await, 1);
    let mut cut = 0;
    while cut == 0 {
        cut = cut_listeners(&database.db).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut other = start_other_process(&database);
    for round in 0..3 {
        tokio::time::sleep(Duration::from_millis(100 * round)).await;
        cut_listeners(&database.db).await;
    }
    for number in 2..=51 {
        assert_eq!(next_number(&mut follower).await, number);
    }
    assert!(other.wait().unwrap().success());
    running.stop().await;
}
