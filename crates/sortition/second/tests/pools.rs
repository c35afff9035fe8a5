//! The pools of the engine's tests, with a second opinion.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "../../tests/read_sheets/mod.rs"]
mod read_sheets;

use std::fs;
use std::path::Path;

use read_sheets::sheet;
use sortition::fair::{Objective, Unwatched, fair};
use sortition::model::Problem;
use sortition::read::{PeopleSettings, people, quotas};
use sortition_second::{is_possible, opinions};

fn pool(name: &str, size: u32) -> Problem {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/pools").join(name);
    let file = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let quotas = quotas(&sheet(&file("categories.csv"))).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let people = people(&sheet(&file("respondents.csv")), &quotas, &settings).draft().clone();
    Problem::new(quotas, people.pool, size)
}

/// Everything that the engine claims of a lottery stands.
fn stands(name: &str, size: u32, objective: Objective) {
    let problem = pool(name, size);
    let outcome = fair(&problem, objective, &mut Unwatched).unwrap();
    let opinions = opinions(&problem, &outcome);
    println!(
        "{name}, {objective:?}: {} claims, {} learnt inequalities",
        opinions.len(),
        outcome.proof.learnt.len()
    );
    let against: Vec<_> = opinions.iter().filter(|opinion| !opinion.agrees()).collect();
    assert!(against.is_empty(), "{name}, {objective:?}: {against:#?}");
}

#[test]
fn leximin_of_all_pools_is_confirmed_level_by_level() {
    for (name, size) in [
        ("like_mass_24", 24),
        ("unreachable_250_20", 20),
        ("like_hd_30", 30),
        ("like_sf_d_40", 40),
    ] {
        stands(name, size, Objective::Leximin);
    }
}

#[test]
fn leximin_of_seventeen_hundred_is_confirmed() {
    stands("like_sf_e_110", 110, Objective::Leximin);
}

#[test]
fn nash_is_confirmed() {
    for (name, size) in [("like_mass_24", 24), ("unreachable_250_20", 20), ("like_hd_30", 30)] {
        stands(name, size, Objective::Nash);
    }
}

#[test]
fn minimax_and_goldilocks_are_confirmed() {
    for (name, size) in [("like_mass_24", 24), ("like_hd_30", 30)] {
        stands(name, size, Objective::Minimax);
        stands(name, size, Objective::Goldilocks { gamma: 1.0 });
    }
}

#[test]
fn a_quota_that_nobody_can_fill_is_impossible_to_both() {
    let mut problem = pool("like_mass_24", 24);
    problem.quotas.features[0].values[0].quota.min = 70;
    problem.quotas.features[0].values[0].quota.max = 70;
    assert_eq!(is_possible(&problem), Some(false));
    assert!(fair(&problem, Objective::Leximin, &mut Unwatched).is_err());
}
