//! What the operator sees and can do.

use db::Db;
use jiff::SignedDuration;
use platform::jobs::{self, EnqueueOptions, JobError, Queue, Registry, State};

use crate::house::{House, Note, note, registry};

/// One dead job of Note, enqueued with that key.
async fn bury_one(house: &House, key: &str) {
    let mut registry = Registry::new();
    registry.on(|_: House, _: Note| async { Err(JobError::dead("no use")) });
    house.enqueue(note("buried"), EnqueueOptions::once(key)).await;
    assert_eq!(house.run_due(&registry).await.dead, 1);
}

async fn retry(house: &House, id: jobs::JobId) -> bool {
    let mut tx = house.db.begin().await.unwrap();
    let retried = jobs::retry_across_organisations(&mut tx, &house.clock, id).await.unwrap();
    tx.commit().await.unwrap();
    retried
}

async fn discard(house: &House, id: jobs::JobId) -> bool {
    let mut tx = house.db.begin().await.unwrap();
    let discarded = jobs::discard_across_organisations(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    discarded
}

db::on_both!(
    platform::migrations(),
    async fn a_dead_job_can_be_tried_again_with_all_its_attempts(db: Db) {
        let house = House::new(db);
        bury_one(&house, "k").await;
        let dead = house.in_state(State::Dead).await[0].id;
        assert!(retry(&house, dead).await);
        assert!(!retry(&house, dead).await, "it is not dead any more");
        assert_eq!(house.in_state(State::Pending).await[0].attempts, 0);
        assert_eq!(house.run_due(&registry()).await.done, 1);
        assert_eq!(house.notes(), ["buried"]);
    },
    async fn a_dead_job_that_newer_work_has_replaced_is_not_tried_again(db: Db) {
        let house = House::new(db);
        bury_one(&house, "k").await;
        house.enqueue(note("newer"), EnqueueOptions::once("k")).await;
        let dead = house.in_state(State::Dead).await[0].id;
        assert!(!retry(&house, dead).await);
        assert!(discard(&house, dead).await);
        assert!(!discard(&house, dead).await);
        let pending = house.in_state(State::Pending).await[0].id;
        assert!(!discard(&house, pending).await, "only dead jobs can be discarded");
    },
    async fn the_depth_of_each_queue_is_known_with_the_age_of_its_oldest_job(db: Db) {
        let house = House::new(db);
        bury_one(&house, "k").await;
        house.enqueue(note("now"), EnqueueOptions::default()).await;
        house
            .enqueue(note("later"), EnqueueOptions::at(house.clock.now() + SignedDuration::from_hours(2)))
            .await;
        house.after(SignedDuration::from_mins(5));
        let depths = jobs::depths_across_organisations(&house.db, &house.clock).await.unwrap();
        assert_eq!(depths.len(), Queue::ALL.len(), "empty queues are shown too");
        let mail = depths.iter().find(|depth| depth.queue == Queue::Mail).unwrap();
        assert_eq!((mail.waiting, mail.due, mail.running, mail.dead), (2, 1, 0, 1));
        assert_eq!(mail.oldest_age, SignedDuration::from_mins(5));
        let documents = depths.iter().find(|depth| depth.queue == Queue::Documents).unwrap();
        assert_eq!((documents.waiting, documents.oldest_age), (0, SignedDuration::ZERO));
    },
    async fn long_lists_come_in_pages_newest_first(db: Db) {
        let house = House::new(db);
        for number in 0..5 {
            house.enqueue(note(&number.to_string()), EnqueueOptions::default()).await;
            house.after(SignedDuration::from_secs(1));
        }
        let first = jobs::list_across_organisations(&house.db, State::Pending, None, 3).await.unwrap();
        let rest = jobs::list_across_organisations(&house.db, State::Pending, Some(first[2].id), 3)
            .await
            .unwrap();
        assert_eq!((first.len(), rest.len()), (3, 2));
        assert!(first.iter().chain(&rest).is_sorted_by(|a, b| a.created_at > b.created_at));
    }
);
