//! Jobs are done, once, by whoever is free.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use db::Db;
use jiff::SignedDuration;
use platform::OrgScope;
use platform::jobs::{self, Concurrency, EnqueueOptions, Job, JobError, Queue, Registry, State, Worker};
use tokio::sync::oneshot;

use crate::house::{House, Note, note, registry};

/// Starts a worker; the sender stops it.
fn start(worker: Worker<House>) -> (oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let (stop, stopped) = oneshot::channel();
    (stop, tokio::spawn(worker.run(async { drop(stopped.await) })))
}

db::on_both!(
    platform::migrations(),
    async fn a_job_comes_with_the_commit_and_goes_with_the_rollback(db: Db) {
        let house = House::new(db);
        let mut tx = house.db.begin().await.unwrap();
        jobs::enqueue(&mut tx, &house.clock, &house.random, None, note("never"), EnqueueOptions::default())
            .await
            .unwrap();
        drop(tx);
        house.enqueue(note("now"), EnqueueOptions::default()).await;
        house
            .enqueue(note("later"), EnqueueOptions::at(house.clock.now() + SignedDuration::from_hours(1)))
            .await;

        assert_eq!(house.run_due(&registry()).await.done, 1);
        assert_eq!(house.notes(), ["now"]);
        house.after(SignedDuration::from_hours(1));
        assert_eq!(house.run_due(&registry()).await.done, 1);
        assert_eq!(house.notes(), ["now", "later"]);
    },
    async fn the_same_work_waits_once_but_not_across_organisations(db: Db) {
        let house = House::new(db);
        let (north, south) = (house.organisation("nord").await, house.organisation("syd").await);
        for scope in [Some(north), Some(north), Some(south), None, None] {
            house.enqueue_for(scope, note("refresh"), EnqueueOptions::once("course-1")).await;
        }
        house
            .enqueue_for(Some(north), note("refresh"), EnqueueOptions::once("course-2"))
            .await;
        assert_eq!(house.run_due(&registry()).await.done, 4);
        house
            .enqueue_for(Some(north), note("refresh"), EnqueueOptions::once("course-1"))
            .await;
        assert_eq!(house.run_due(&registry()).await.done, 1, "finished work may be asked for again");
    },
    async fn work_asked_for_while_it_is_done_is_done_once_more(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on(|house: House, Note(text): Note| async move {
            if house.notes().is_empty() {
                house.enqueue(note("second"), EnqueueOptions::once("map")).await;
                house.enqueue(note("third"), EnqueueOptions::once("map")).await;
            }
            house.note(text);
            Ok(())
        });
        house.enqueue(note("first"), EnqueueOptions::once("map")).await;
        assert_eq!(house.run_due(&registry).await.done, 2);
        assert_eq!(house.notes(), ["first", "first"]);
    },
    async fn four_workers_do_each_of_three_hundred_jobs_exactly_once(db: Db) {
        let house = House::new(db);
        let registry = Arc::new(registry());
        let workers: Vec<_> = (0..4).map(|_| start(Worker::new(house.clone(), Arc::clone(&registry)))).collect();
        let mut tx = house.db.begin().await.unwrap();
        for number in 0..300 {
            jobs::enqueue(
                &mut tx,
                &house.clock,
                &house.random,
                None,
                note(&format!("{number:03}")),
                EnqueueOptions::default(),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        house.wait_for_notes(300).await;
        for (stop, ended) in workers {
            stop.send(()).unwrap();
            ended.await.unwrap();
        }
        let mut notes = house.notes();
        notes.sort();
        assert_eq!(notes, (0..300).map(|number| format!("{number:03}")).collect::<Vec<_>>());
        assert_eq!(house.in_state(State::Done).await.len(), 300);
    },
    async fn a_worker_is_woken_by_the_commit_and_finds_by_itself_what_nobody_told_it(db: Db) {
        let house = House::new(db);
        let worker = Worker::new(house.clone(), Arc::new(registry()));
        let counters = worker.counters();
        let (stop, ended) = start(worker);
        tokio::time::sleep(Duration::from_millis(300)).await;
        let asked = Instant::now();
        house.enqueue(note("told"), EnqueueOptions::default()).await;
        house.wait_for_notes(1).await;
        assert!(
            asked.elapsed() < Duration::from_millis(700),
            "waited {:?} for the poll instead of being woken",
            asked.elapsed()
        );

        house
            .enqueue(note("hidden"), EnqueueOptions::at(house.clock.now() + SignedDuration::from_secs(1)))
            .await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        house.after(SignedDuration::from_secs(1));
        house.wait_for_notes(2).await;
        stop.send(()).unwrap();
        ended.await.unwrap();
        let mail = counters.read().into_iter().find(|counts| counts.queue == Queue::Mail).unwrap();
        assert_eq!((mail.done, mail.running, mail.failed), (2, 0, 0));
    },
    async fn a_queue_never_runs_more_at_a_time_than_it_may(db: Db) {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: [AtomicUsize; 2] = [AtomicUsize::new(0), AtomicUsize::new(0)];
        let house = House::new(db);
        let most = &MOST[usize::from(house.db.engine() == db::Engine::Postgres)];
        let mut registry = Registry::new();
        registry.on(move |house: House, Note(text): Note| async move {
            most.fetch_max(NOW.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
            NOW.fetch_sub(1, Ordering::SeqCst);
            house.note(text);
            Ok(())
        });
        for number in 0..12 {
            house.enqueue(note(&number.to_string()), EnqueueOptions::default()).await;
        }
        let _alone = ONE_AT_A_TIME.lock().await;
        let worker = Worker::new(house.clone(), Arc::new(registry)).concurrency(Concurrency::none().with(Queue::Mail, 3));
        let (stop, ended) = start(worker);
        house.wait_for_notes(12).await;
        stop.send(()).unwrap();
        ended.await.unwrap();
        let most = most.load(Ordering::SeqCst);
        assert!((2..=3).contains(&most), "{most} at a time");
    },
    async fn a_stopping_worker_finishes_what_runs_and_gives_back_what_hangs(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on(|house: House, Note(text): Note| async move {
            house.note(format!("{text} begins"));
            tokio::time::sleep(if text == "hangs" {
                Duration::from_secs(600)
            } else {
                Duration::from_millis(200)
            })
            .await;
            house.note(format!("{text} ends"));
            Ok(())
        });
        house.enqueue(note("hangs"), EnqueueOptions::default()).await;
        house.enqueue(note("short"), EnqueueOptions::default()).await;
        let (stop, ended) = start(Worker::new(house.clone(), Arc::new(registry)).grace(Duration::from_secs(2)));
        house.wait_for_notes(2).await;
        stop.send(()).unwrap();
        ended.await.unwrap();
        assert!(house.notes().contains(&"short ends".to_owned()) && !house.notes().contains(&"hangs ends".to_owned()));
        let waiting = house.in_state(State::Pending).await;
        assert_eq!(waiting.len(), 1, "another process can have it at once");
        assert_eq!(waiting[0].attempts, 0, "the attempt that was broken off does not count");
    },
    async fn a_handler_gets_the_scope_its_job_was_enqueued_with(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on_scoped(|house: House, scope: OrgScope, Note(text): Note| async move {
            house.note(format!("{text} {}", scope.id()));
            Ok::<(), JobError>(())
        });
        let north = house.organisation("nord").await;
        house.enqueue_for(Some(north), note("for"), EnqueueOptions::default()).await;
        house.enqueue(note("for nobody"), EnqueueOptions::default()).await;
        let ran = house.run_due(&registry).await;
        assert_eq!((ran.done, ran.dead), (1, 1));
        assert_eq!(house.notes(), [format!("for {}", north.id())]);
    }
);

static ONE_AT_A_TIME: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

#[test]
#[should_panic(expected = "two handlers for jobs of kind test.note")]
fn two_rooms_cannot_do_the_same_kind_of_job() {
    let mut registry = registry();
    registry.on(|_: House, _: Note| async { Ok(()) });
}

#[test]
fn kinds_are_listed() {
    assert_eq!(registry().kinds().collect::<Vec<_>>(), [Note::KIND]);
}
