//! One process: joining, leaving, coming back, being slow, being away too long.

use std::time::{Duration, Instant};

use db::Db;
use jiff::SignedDuration;
use platform::jobs::{self, Registry};
use platform::live::{self, Delivery, Full, Hub};
use platform::{Clock, Random};

use crate::house::{Running, clock, is_quiet, next, next_number, publish};

#[derive(Clone)]
struct House {
    db: Db,
    clock: Clock,
    random: Random,
}

impl jobs::Context for House {
    fn db(&self) -> &Db {
        &self.db
    }

    fn clock(&self) -> &Clock {
        &self.clock
    }

    fn random(&self) -> &Random {
        &self.random
    }
}

db::on_both!(
    platform::migrations(),
    async fn an_event_comes_with_the_commit_at_once_and_never_without_it(db: Db) {
        let running = Running::start(&db);
        let mut follower = running.hub.subscribe("seats", 0).unwrap();
        assert!(is_quiet(&mut follower).await);
        let mut tx = db.begin().await.unwrap();
        live::publish(&mut tx, &clock(), "seats", "note", "never").await.unwrap();
        drop(tx);
        assert!(is_quiet(&mut follower).await);
        publish(&db, &clock(), "others", "not for us").await;
        publish(&db, &clock(), "seats", "3 left").await;
        let asked = Instant::now();
        let Delivery::Event(event) = next(&mut follower).await else {
            panic!("not an event")
        };
        assert!(asked.elapsed() < Duration::from_millis(900), "waited {:?}", asked.elapsed());
        assert_eq!((event.number, &*event.name, &*event.data), (1, "note", "3 left"));
        assert_eq!(running.hub.delivered(), 1);
        running.stop().await;
        assert!(follower.next().await.is_none(), "followers are let go when the process stops");
    },
    async fn whoever_comes_back_gets_exactly_what_was_missed_and_then_what_happens(db: Db) {
        let running = Running::start(&db);
        for number in 1..=10 {
            assert_eq!(publish(&db, &clock(), "seats", "x").await, number);
        }
        let mut back = running.hub.subscribe("seats", 7).unwrap();
        for number in 8..=10 {
            assert_eq!(next_number(&mut back).await, number);
        }
        assert!(is_quiet(&mut back).await);
        publish(&db, &clock(), "seats", "x").await;
        assert_eq!(next_number(&mut back).await, 11);
        let mut new = running.hub.subscribe("seats", live::position(&db, "seats").await.unwrap()).unwrap();
        assert!(is_quiet(&mut new).await, "who comes for the first time begins with now");
        let mut from_the_start = running.hub.subscribe("seats", 0).unwrap();
        for number in 1..=11 {
            assert_eq!(next_number(&mut from_the_start).await, number);
        }
        running.stop().await;
    },
    async fn a_thousand_events_and_lines_that_break_at_random_give_each_number_once_in_order(db: Db) {
        let running = Running::start(&db);
        let followers: Vec<_> = (0..5_u64)
            .map(|seed| {
                let hub = running.hub.clone();
                tokio::spawn(async move {
                    let chance = Random::seeded(seed);
                    let mut last = 0;
                    while last < 1000 {
                        let mut line = hub.subscribe("rush", last).unwrap();
                        for _ in 0..chance.bytes::<1>()[0] {
                            let number = next_number(&mut line).await;
                            assert_eq!(number, last + 1, "follower {seed}");
                            last = number;
                            if last == 1000 {
                                break;
                            }
                        }
                        drop(line);
                        tokio::time::sleep(Duration::from_millis(u64::from(chance.bytes::<1>()[0]) / 8)).await;
                    }
                })
            })
            .collect();
        let mut left = 1000;
        let sizes = Random::seeded(99);
        while left > 0 {
            let size = (i32::from(sizes.bytes::<1>()[0]) % 9 + 1).min(left);
            let mut tx = db.begin().await.unwrap();
            for _ in 0..size {
                live::publish(&mut tx, &clock(), "rush", "note", "x").await.unwrap();
            }
            tx.commit().await.unwrap();
            left -= size;
        }
        for follower in followers {
            follower.await.unwrap();
        }
        assert_eq!(running.hub.open(), 0);
        running.stop().await;
    },
    async fn a_follower_that_sleeps_through_more_than_the_buffer_reads_the_table(db: Db) {
        let running = Running::start(&db);
        let mut slow = running.hub.subscribe("flood", 0).unwrap();
        assert!(is_quiet(&mut slow).await);
        let mut tx = db.begin().await.unwrap();
        for _ in 0..500 {
            live::publish(&mut tx, &clock(), "flood", "note", "x").await.unwrap();
        }
        tx.commit().await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        for number in 1..=500 {
            assert_eq!(next_number(&mut slow).await, number);
        }
        running.stop().await;
    },
    async fn many_who_publish_at_once_leave_no_gap(db: Db) {
        let running = Running::start(&db);
        let mut follower = running.hub.subscribe("crowd", 0).unwrap();
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    for _ in 0..5 {
                        publish(&db, &clock(), "crowd", "x").await;
                    }
                })
            })
            .collect();
        for number in 1..=100 {
            assert_eq!(next_number(&mut follower).await, number);
        }
        for task in tasks {
            task.await.unwrap();
        }
        running.stop().await;
    },
    async fn whoever_was_away_for_more_than_a_day_is_told_to_fetch_the_page_anew(db: Db) {
        let house = House {
            db: db.clone(),
            clock: clock(),
            random: Random::system(),
        };
        let mut registry = Registry::new();
        live::register(&mut registry);
        jobs::run_due(&house, &registry).await.unwrap();
        for _ in 0..3 {
            publish(&db, &house.clock, "seats", "old").await;
        }
        house.clock.advance(SignedDuration::from_hours(23));
        for _ in 0..2 {
            publish(&db, &house.clock, "seats", "newer").await;
        }
        jobs::run_due(&house, &registry).await.unwrap();
        let running = Running::start(&db);
        assert_eq!(
            next_number(&mut running.hub.subscribe("seats", 0).unwrap()).await,
            1,
            "kept for a day"
        );

        house.clock.advance(SignedDuration::from_hours(2));
        jobs::run_due(&house, &registry).await.unwrap();
        let mut away = running.hub.subscribe("seats", 1).unwrap();
        assert_eq!(next(&mut away).await, Delivery::Reset(5));
        assert!(is_quiet(&mut away).await);
        publish(&db, &house.clock, "seats", "after").await;
        assert_eq!(next_number(&mut away).await, 6);
        assert_eq!(
            next_number(&mut running.hub.subscribe("seats", 3).unwrap()).await,
            4,
            "all that was missed is still there"
        );

        house.clock.advance(SignedDuration::from_hours(48));
        jobs::run_due(&house, &registry).await.unwrap();
        assert_eq!(next(&mut running.hub.subscribe("seats", 5).unwrap()).await, Delivery::Reset(6));
        assert!(is_quiet(&mut running.hub.subscribe("seats", 6).unwrap()).await);
        assert_eq!(
            next(&mut running.hub.subscribe("seats", 99).unwrap()).await,
            Delivery::Reset(6),
            "a number from another database"
        );
        assert_eq!(publish(&db, &house.clock, "seats", "numbers go on").await, 7);
        running.stop().await;
    },
    async fn a_page_made_at_a_position_follows_from_it(db: Db) {
        let running = Running::start(&db);
        assert_eq!(live::position(&db, "seats").await.unwrap(), 0);
        publish(&db, &clock(), "seats", "before the page").await;
        let position = live::position(&db, "seats").await.unwrap();
        publish(&db, &clock(), "seats", "between page and line").await;
        let mut follower = running.hub.subscribe("seats", position).unwrap();
        assert_eq!(next_number(&mut follower).await, 2);
        running.stop().await;
    }
);

#[tokio::test]
async fn there_is_room_for_so_many_and_no_more() {
    let database = db::testing::sqlite(&platform::migrations()).await;
    let hub = Hub::new(&database.db, 2);
    let first = hub.subscribe("a", 0).unwrap();
    let _second = hub.subscribe("a", 0).unwrap();
    assert_eq!(hub.subscribe("b", 0).err(), Some(Full));
    drop(first);
    let _third = hub.subscribe("b", 0).unwrap();
    assert_eq!(hub.open(), 2);
}
