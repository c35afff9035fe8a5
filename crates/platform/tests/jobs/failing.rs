//! What becomes of jobs that fail, and of processes that die.

use std::sync::Arc;
use std::time::Duration;

use db::{Db, sql};
use jiff::SignedDuration;
use platform::jobs::{EnqueueOptions, Job, JobError, Queue, Reason, Registry, State, Worker};
use serde::{Deserialize, Serialize};

use crate::house::{House, Note, note, registry};

fn failing(error: JobError) -> Registry<House> {
    let mut registry = Registry::new();
    registry.on(move |house: House, Note(text): Note| {
        let error = error.clone();
        async move {
            house.note(text);
            Err(error)
        }
    });
    registry
}

/// May only be tried twice and only for a blink.
#[derive(Serialize, Deserialize)]
struct Slow {}

impl Job for Slow {
    const KIND: &'static str = "test.slow";
    const QUEUE: Queue = Queue::Compute;
    const MAX_ATTEMPTS: u16 = 2;
    const TIME_LIMIT: Duration = Duration::from_millis(30);
}

db::on_both!(
    platform::migrations(),
    async fn a_failed_job_comes_back_after_growing_pauses_and_is_given_up_in_the_end(db: Db) {
        let house = House::new(db);
        let registry = failing(JobError::retry("the printer is on fire"));
        house.enqueue(note("print"), EnqueueOptions::default()).await;
        assert_eq!(house.run_due(&registry).await.postponed, 1);
        let waiting = house.in_state(State::Pending).await;
        assert_eq!(waiting[0].last_error.as_deref(), Some("the printer is on fire"));
        let pause = waiting[0].run_at.duration_since(house.clock.now()).as_secs_f64();
        assert!((1.5..=2.5).contains(&pause), "first pause {pause}");

        house.after(SignedDuration::from_secs(1));
        assert_eq!(house.run_due(&registry).await.postponed, 0, "not before its time");
        house.after(SignedDuration::from_millis(1600));
        assert_eq!(house.run_due(&registry).await.postponed, 1);
        let pause = house.in_state(State::Pending).await[0]
            .run_at
            .duration_since(house.clock.now())
            .as_secs_f64();
        assert!((3.0..=5.0).contains(&pause), "second pause {pause}");

        house.after(SignedDuration::from_secs(6));
        assert_eq!(house.run_due(&registry).await.dead, 1, "Note may be tried three times");
        house.after(SignedDuration::from_hours(100));
        assert_eq!(house.run_due(&registry).await, Default::default());
        assert_eq!(house.notes().len(), 3);
        assert_eq!(house.in_state(State::Dead).await[0].attempts, 3);
    },
    async fn a_hopeless_job_is_given_up_at_once(db: Db) {
        let house = House::new(db);
        house.enqueue(note("letter to nobody"), EnqueueOptions::default()).await;
        let registry = failing(JobError::dead(Reason::numbered("the server refused with", 550)));
        assert_eq!(house.run_due(&registry).await.dead, 1);
        assert_eq!(
            house.in_state(State::Dead).await[0].last_error.as_deref(),
            Some("the server refused with 550")
        );
    },
    async fn a_panic_is_a_failure_like_any_other(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on(|house: House, Note(text): Note| {
            assert!(!house.notes().is_empty(), "panics before it is even a future");
            async move {
                assert!(house.notes().len() > 1, "panics later");
                house.note(text);
                Ok(())
            }
        });
        house.enqueue(note("works in the end"), EnqueueOptions::default()).await;
        for _ in 0..2 {
            assert_eq!(house.run_due(&registry).await.postponed, 1);
            assert_eq!(
                house.in_state(State::Pending).await[0].last_error.as_deref(),
                Some("the handler panicked")
            );
            house.note("one more");
            house.after(SignedDuration::from_mins(1));
        }
        assert_eq!(house.run_due(&registry).await.done, 1);
    },
    async fn a_handler_that_hangs_is_broken_off(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on(|_: House, _: Slow| async {
            tokio::time::sleep(Duration::from_secs(600)).await;
            Ok(())
        });
        house.enqueue(Slow {}, EnqueueOptions::default()).await;
        assert_eq!(house.run_due(&registry).await.postponed, 1);
        assert_eq!(
            house.in_state(State::Pending).await[0].last_error.as_deref(),
            Some("the handler took too long")
        );
    },
    async fn what_cannot_be_read_is_given_up_and_what_nobody_knows_waits_for_a_newer_version(db: Db) {
        let house = House::new(db);
        house.enqueue(note("known"), EnqueueOptions::default()).await;
        let mut tx = house.db.begin().await.unwrap();
        sql!("UPDATE job SET payload = '{\"from\": \"another version\"}'")
            .execute(&mut tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        house.enqueue(Slow {}, EnqueueOptions::default()).await;
        let ran = house.run_due(&registry()).await;
        assert_eq!((ran.dead, ran.postponed), (1, 1));
        assert_eq!(house.in_state(State::Dead).await[0].kind, "test.note");
        assert_eq!(house.in_state(State::Pending).await[0].kind, "test.slow");
    },
    async fn the_job_of_a_process_that_died_is_done_by_another(db: Db) {
        let house = House::new(db);
        let mut hanging = Registry::new();
        hanging.on(|house: House, Note(_): Note| async move {
            house.note("begun");
            std::future::pending().await
        });
        house.enqueue(note("saved"), EnqueueOptions::default()).await;
        let process = tokio::spawn(Worker::new(house.clone(), Arc::new(hanging)).run(std::future::pending()));
        house.wait_for_notes(1).await;
        process.abort(); // as kill -9: nothing is tidied up
        let _ = process.await;

        assert_eq!(house.run_due(&registry()).await.done, 0, "it may still be alive");
        house.after(SignedDuration::from_secs(61));
        assert_eq!(house.run_due(&registry()).await.done, 1);
        assert_eq!(house.notes(), ["begun", "saved"]);
    },
    async fn a_job_that_kills_every_process_is_given_up(db: Db) {
        let house = House::new(db);
        house.enqueue(note("poison"), EnqueueOptions::default()).await;
        for _ in 0..Note::MAX_ATTEMPTS {
            let mut tx = house.db.begin().await.unwrap();
            sql!(
                "UPDATE job SET state = 'running', attempts = attempts + 1, locked_by = 'gone', locked_until = $1 WHERE state = 'pending'"
            )
            .bind(house.clock.now())
            .execute(&mut tx)
            .await
            .unwrap();
            tx.commit().await.unwrap();
            house.run_due(&Registry::new()).await;
        }
        let dead = house.in_state(State::Dead).await;
        assert_eq!(dead.len(), 1);
        assert_eq!(dead[0].last_error.as_deref(), Some("the process that did it stopped"));
    },
    async fn a_job_that_was_taken_over_does_not_note_its_own_end(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        registry.on(|house: House, Note(_): Note| async move {
            // Another process thinks this one dead, takes the job and is still at it.
            let mut tx = house.db.begin().await?;
            sql!("UPDATE job SET locked_by = 'another', attempts = attempts + 1")
                .execute(&mut tx)
                .await?;
            tx.commit().await?;
            Ok(())
        });
        house.enqueue(note("contested"), EnqueueOptions::default()).await;
        assert_eq!(house.run_due(&registry).await, Default::default());
        assert_eq!(house.in_state(State::Running).await.len(), 1);
    }
);
