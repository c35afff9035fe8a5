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

#[test]
fn a_question_that_takes_too_long_is_left_open_and_told_so() {
    let (features, people, size) = large(20_000, 13);
    let stage = Stage::new();
    stage.file("features.csv", features).file("people.csv", people);
    let begun = Instant::now();
    let answer = stage.panel(&format!(
        "check --features features.csv --people people.csv --size {size} --id id --json --time-limit 0"
    ));
    let told = answer.ended(3).json();
    assert_eq!((told["status"].as_str(), told["unreachable"].is_null()), (Some("open"), true));
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
