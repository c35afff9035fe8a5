//! Pools of the size of real ones, against chances that were calculated exactly by other means.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod support;

use std::fs;
use std::path::Path;

use read_sheets::sheet;
use serde_json::Value;
use sortition::fair::{Objective, Outcome, Status, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::read::{PeopleSettings, people, quotas};

fn file(name: &str, file: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name).join(file)).ok()
}

fn pool(name: &str) -> Problem {
    let meta: Value = serde_json::from_str(&file(name, "meta.json").unwrap()).unwrap();
    let quotas = quotas(&sheet(&file(name, "categories.csv").unwrap())).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let people = people(&sheet(&file(name, "respondents.csv").unwrap()), &quotas, &settings)
        .draft()
        .clone();
    Problem::new(quotas, people.pool, u32::try_from(meta["k"].as_u64().unwrap()).unwrap())
}

fn leximin(name: &str) -> Outcome {
    let outcome = fair(&pool(name), Objective::Leximin, &mut Unwatched).unwrap();
    assert_eq!(outcome.status, Status::Certified, "{name}");
    assert!(
        outcome.gap <= 1e-6 && outcome.gap <= 1e-4 * outcome.figures.min,
        "{name}: {:e}",
        outcome.gap
    );
    outcome
}

/// Everybody's chance, sorted, beside the levels of the file. The file's own levels lose up to a thousandth of a millionth for each of hundreds of people, which adds up
/// at the highest levels, where a single person takes what they lost: hence `tolerance`.
fn is_exact(name: &str, tolerance: f64) {
    let exact: Value = serde_json::from_str(&file(name, "exact.json").unwrap()).unwrap();
    let mut wanted: Vec<f64> = Vec::new();
    for level in exact["levels"].as_array().unwrap() {
        let people = usize::try_from(level[1].as_u64().unwrap()).unwrap();
        wanted.extend(std::iter::repeat_n(level[0].as_f64().unwrap(), people));
    }
    let outcome = leximin(name);
    let mut found = outcome.chances;
    wanted.resize(found.len(), 0.0); // people without a chance may have no level
    wanted.sort_by(f64::total_cmp);
    found.sort_by(f64::total_cmp);
    let furthest = wanted
        .iter()
        .zip(&found)
        .map(|(wanted, found)| (wanted - found).abs())
        .fold(0.0, f64::max);
    assert!(furthest < tolerance, "{name}: {furthest:e}");
}

#[test]
fn twenty_four_of_seventy() {
    is_exact("like_mass_24", 1e-6);
}

#[test]
fn thirty_of_two_hundred_and_thirty_nine() {
    is_exact("like_hd_30", 1e-6);
}

#[test]
fn forty_of_four_hundred_and_four() {
    is_exact("like_sf_d_40", 3e-6);
}

#[test]
fn twenty_of_two_hundred_and_fifty_most_of_whom_no_panel_has_room_for() {
    is_exact("unreachable_250_20", 1e-6);
}

#[test]
fn a_hundred_and_ten_of_seventeen_hundred() {
    let outcome = leximin("like_sf_e_110");
    assert!((outcome.figures.min - 0.003_156_565_656).abs() < 1e-6, "{:?}", outcome.figures);
}

#[test]
fn a_thousand_panels_are_as_close_as_whole_panels_come() {
    for name in ["like_mass_24", "like_hd_30", "unreachable_250_20"] {
        let problem = pool(name);
        let chances = leximin(name).chances;
        let list = uniform(&problem, &chances, 1000, &mut Unwatched).unwrap();
        assert_eq!(list.panels.len(), 1000);
        for panel in &list.panels {
            assert_eq!(support::is_panel(&problem, panel), Ok(()));
        }
        assert!(list.deviation < 2e-3, "{name}: {}", list.deviation);
        println!("{name}: {} of at least {}", list.deviation, list.least);
    }
}
