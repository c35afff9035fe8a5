//! The most mixed panel, beside all panels of small problems and on pools like real ones.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod small;
mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use read_sheets::sheet;
use small::{panels, small};
use sortition::diverse::{Diverse, Failure, STARTS, diverse};
use sortition::fair::Unwatched;
use sortition::model::Problem;
use sortition::random::Seed;
use sortition::read::{PeopleSettings, people, quotas};
use support::is_panel;

/// The value by its definition.
fn value(problem: &Problem, members: &[usize], subsets: &[Vec<usize>]) -> f64 {
    let all: Vec<usize> = members.iter().chain(&problem.selected).copied().collect();
    let of_set = |subset: &Vec<usize>| {
        let sizes: Vec<usize> = subset
            .iter()
            .map(|&feature| problem.quotas.features[feature].values.len())
            .collect();
        let profiles: usize = sizes.iter().product();
        let mut people = vec![0.0; profiles];
        for &member in &all {
            let values = &problem.pool.people[member].values;
            let profile = subset
                .iter()
                .zip(&sizes)
                .fold(0, |profile, (&feature, size)| profile * size + usize::from(values[feature]));
            people[profile] += 1.0;
        }
        let share = f64::from(problem.size) / profiles as f64;
        people.into_iter().map(|people: f64| (people - share).abs()).sum::<f64>()
    };
    subsets.iter().map(of_set).sum()
}

fn found(problem: &Problem, name: &str) -> Result<Diverse, Failure> {
    diverse(problem, STARTS, &mut Seed::of(&["diverse"]).stream(name), &mut Unwatched)
}

fn pool(name: &str, size: u32) -> Problem {
    let file =
        |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name).join(file)).unwrap();
    let quotas = quotas(&sheet(&file("categories.csv"))).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let people = people(&sheet(&file("respondents.csv")), &quotas, &settings).draft().clone();
    Problem::new(quotas, people.pool, size)
}

#[test]
fn on_pools_like_real_ones_the_panel_is_near_the_bound() {
    for (name, size) in [
        ("like_mass_24", 24),
        ("unreachable_250_20", 20),
        ("like_hd_30", 30),
        ("like_sf_d_40", 40),
    ] {
        let problem = pool(name, size);
        let mixed = found(&problem, name).unwrap();
        assert_eq!(is_panel(&problem, &mixed.members), Ok(()));
        assert!((value(&problem, &mixed.members, &mixed.subsets) - mixed.value).abs() < 1e-9);
        println!("{name}: {} of at least {}, {} sets", mixed.value, mixed.bound, mixed.subsets.len());
        assert!(mixed.gap() < 0.02, "{name}: {}", mixed.gap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_panel_is_better_than_the_bound_and_the_value_is_what_it_says(problem in small(), number in any::<u64>()) {
        let panels = panels(&problem);
        let mixed = match found(&problem, &number.to_string()) {
            Ok(mixed) => mixed,
            Err(failure) => {
                prop_assert_eq!(failure, Failure::NoPanel);
                prop_assert!(panels.is_empty());
                return Ok(());
            }
        };
        prop_assert_eq!(is_panel(&problem, &mixed.members), Ok(()));
        prop_assert!((value(&problem, &mixed.members, &mixed.subsets) - mixed.value).abs() < 1e-9);
        let best = panels.iter().map(|panel| value(&problem, panel, &mixed.subsets)).fold(f64::INFINITY, f64::min);
        prop_assert!(mixed.bound <= best + 1e-9 && best <= mixed.value + 1e-9, "{mixed:?} beside {best}");
        prop_assert!(mixed.gap() >= 0.0);
        prop_assert!(mixed.value < best + 1e-9, "so small a problem is solved: {mixed:?} beside {best}");
    }
}
