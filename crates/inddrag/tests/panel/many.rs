//! A pool as large as a city's.

use std::time::{Duration, Instant};

use super::stage::{Stage, large};

#[test]
fn a_hundred_thousand_people_are_checked_while_one_waits() {
    let (features, people, size) = large(100_000, 6);
    let stage = Stage::new();
    stage.file("features.csv", features).file("people.csv", people);
    let begun = Instant::now();
    let told = stage
        .panel(&format!(
            "check --features features.csv --people people.csv --size {size} --id id --json"
        ))
        .ended(0)
        .json();
    assert_eq!(told["overview"]["people"], 100_000);
    // Without optimisation, on a machine with other work.
    assert!(begun.elapsed() < Duration::from_secs(90), "{:?}", begun.elapsed());
}
