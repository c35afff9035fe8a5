//! What comes round by the clock comes exactly once.

use std::collections::BTreeMap;

use db::Db;
use jiff::{SignedDuration, Timestamp};
use platform::jobs::{Every, Job, JobError, Queue, Registry, State};
use serde::{Deserialize, Serialize};

use crate::house::House;

#[derive(Serialize, Deserialize)]
struct Reminder {
    of: Timestamp,
}

impl Job for Reminder {
    const KIND: &'static str = "test.reminder";
    const QUEUE: Queue = Queue::Housekeeping;
}

#[derive(Serialize, Deserialize)]
struct Pulse {
    of: Timestamp,
}

impl Job for Pulse {
    const KIND: &'static str = "test.pulse";
    const QUEUE: Queue = Queue::Housekeeping;
}

fn registry(daily: Every) -> Registry<House> {
    let mut registry = Registry::new();
    registry.on(|house: House, job: Reminder| async move {
        house.note(format!("reminder {}", job.of));
        Ok::<(), JobError>(())
    });
    registry.on(|house: House, job: Pulse| async move {
        house.note(format!("pulse {}", job.of));
        Ok::<(), JobError>(())
    });
    registry.schedule(daily, |of| Reminder { of });
    registry.schedule(Every::Minutes(15), |of| Pulse { of });
    registry
}

/// How often each note was written, of those that begin with `kind`.
fn times(house: &House, kind: &str) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for note in house.notes().into_iter().filter(|note| note.starts_with(kind)) {
        *times.entry(note).or_default() += 1;
    }
    times
}

db::on_both!(
    platform::migrations(),
    async fn in_a_week_with_a_change_of_clocks_each_occurrence_comes_once_though_three_processes_look(db: Db) {
        let house = House::new(db); // 20 October; the clocks go back on the 25th
        let registry = registry(Every::day_at(2, 30));
        house.run_due(&registry).await;
        for _ in 0..7 * 24 * 60 / 15 {
            house.after(SignedDuration::from_mins(15));
            let (a, b, c) = tokio::join!(house.run_due(&registry), house.run_due(&registry), house.run_due(&registry));
            assert_eq!(a.postponed + b.postponed + c.postponed, 0);
        }
        let (reminders, pulses) = (times(&house, "reminder"), times(&house, "pulse"));
        assert_eq!(reminders.len(), 7, "{reminders:?}");
        assert_eq!(pulses.len(), 7 * 24 * 4, "{pulses:?}");
        assert!(reminders.values().chain(pulses.values()).all(|times| *times == 1));
    },
    async fn after_three_days_without_any_process_each_day_is_made_up_for_and_the_pulse_once(db: Db) {
        let house = House::new(db);
        let registry = registry(Every::day_at(3, 10));
        house.run_due(&registry).await;
        assert!(house.notes().is_empty(), "a schedule begins with its next occurrence");
        house.after(SignedDuration::from_hours(3 * 24));
        house.run_due(&registry).await;
        house.run_due(&registry).await;
        let reminders: Vec<_> = times(&house, "reminder").into_keys().collect();
        assert_eq!(
            reminders,
            [
                "reminder 2026-10-21T01:10:00Z",
                "reminder 2026-10-22T01:10:00Z",
                "reminder 2026-10-23T01:10:00Z"
            ]
        );
        assert_eq!(times(&house, "pulse").len(), 1);
    },
    async fn a_changed_schedule_starts_afresh(db: Db) {
        let house = House::new(db);
        house.run_due(&registry(Every::day_at(12, 0))).await; // 08:00 UTC, so noon is at 10:00 UTC
        let changed = registry(Every::day_at(23, 0));
        house.run_due(&changed).await;
        house.after(SignedDuration::from_hours(4));
        house.run_due(&changed).await;
        assert!(times(&house, "reminder").is_empty());
        house.after(SignedDuration::from_hours(24));
        house.run_due(&changed).await;
        assert_eq!(
            times(&house, "reminder").into_keys().collect::<Vec<_>>(),
            ["reminder 2026-10-20T21:00:00Z"]
        );
    },
    async fn done_jobs_are_deleted_after_a_week_and_dead_ones_wait(db: Db) {
        let house = House::new(db);
        let mut registry = Registry::new();
        platform::jobs::register(&mut registry);
        registry.on(|_: House, job: Reminder| async move {
            if job.of == Timestamp::UNIX_EPOCH {
                Err(JobError::dead("it is from 1970"))
            } else {
                Ok(())
            }
        });
        house.enqueue(Reminder { of: house.clock.now() }, Default::default()).await;
        house.enqueue(Reminder { of: Timestamp::UNIX_EPOCH }, Default::default()).await;
        let of_test = |rows: Vec<platform::jobs::JobRow>| rows.into_iter().filter(|row| row.kind == Reminder::KIND).count();
        for _ in 0..7 {
            house.run_due(&registry).await;
            assert_eq!(of_test(house.in_state(State::Done).await), 1);
            house.after(SignedDuration::from_hours(24));
        }
        house.after(SignedDuration::from_hours(24));
        house.run_due(&registry).await;
        assert_eq!(of_test(house.in_state(State::Done).await), 0);
        assert_eq!(of_test(house.in_state(State::Dead).await), 1);
    }
);
