//! Legacy's chances, counted and exact, and its panels, which are always panels.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod small;
mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use read_sheets::sheet;
use small::{panels, small};
use sortition::fair::Unwatched;
use sortition::greedy::{ATTEMPTS, Estimate, GaveUp, draw, estimate};
use sortition::model::Problem;
use sortition::random::Seed;
use sortition::read::{PeopleSettings, people, quotas};
use support::{is_panel, problem, together};

/// How likely one attempt is to end with each panel, by the rules as they are written down: no counting ahead, fractions as they are.
fn exact(problem: &Problem) -> Vec<(Vec<usize>, f64)> {
    fn go_on(problem: &Problem, drawn: &[usize], probability: f64, found: &mut Vec<(Vec<usize>, f64)>) {
        let all = &problem.pool.people;
        let seated = |feature: usize, value: usize| drawn.iter().filter(|&&one| usize::from(all[one].values[feature]) == value).count();
        let is_left = |&person: &usize| {
            let is_open = |(feature, value, one): (usize, usize, &sortition::model::Value)| {
                usize::from(all[person].values[feature]) != value || seated(feature, value) < one.quota.max as usize
            };
            let lives_with = |&&one: &&usize| all[one].household.is_some() && all[one].household == all[person].household;
            !drawn.contains(&person) && problem.quotas.values().all(is_open) && !drawn.iter().any(|one| lives_with(&one))
        };
        let left: Vec<usize> = (0..all.len()).filter(is_left).collect();
        let with = |feature: usize, value: usize| left.iter().filter(move |&&one| usize::from(all[one].values[feature]) == value);
        if problem
            .quotas
            .values()
            .any(|(feature, value, one)| seated(feature, value) + with(feature, value).count() < one.quota.min as usize)
        {
            return;
        }
        if drawn.len() == problem.size as usize {
            let mut panel = drawn.to_vec();
            panel.sort_unstable();
            found.push((panel, probability));
            return;
        }
        let mut most: Option<(f64, usize, usize)> = None;
        for (feature, value, one) in problem.quotas.values() {
            let remaining = with(feature, value).count() as f64;
            let urgency = (f64::from(one.quota.min) - seated(feature, value) as f64) / remaining;
            if remaining > 0.0 && most.is_none_or(|(best, _, _)| urgency > best) {
                most = Some((urgency, feature, value));
            }
        }
        let Some((_, feature, value)) = most else { return };
        let choice: Vec<usize> = with(feature, value).copied().collect();
        for &one in &choice {
            let drawn: Vec<usize> = drawn.iter().copied().chain([one]).collect();
            go_on(problem, &drawn, probability / choice.len() as f64, found);
        }
    }
    let mut found = Vec::new();
    go_on(problem, &[], 1.0, &mut found);
    found
}

/// Everybody's chance once an attempt has succeeded, and how likely that is.
fn exact_chances(problem: &Problem) -> (Vec<f64>, f64) {
    let found = exact(problem);
    let success: f64 = found.iter().map(|(_, probability)| probability).sum();
    let mut chances = vec![0.0; problem.pool.people.len()];
    for (panel, probability) in found {
        panel.iter().for_each(|&member| chances[member] += probability / success);
    }
    (chances, success)
}

/// Eight people, three of them in one household; attempts often fail.
fn eight() -> Problem {
    let quotas = support::quotas(&[
        ("gender", &[("f", 2, 2), ("m", 2, 2)]),
        ("age", &[("young", 1, 2), ("middle", 1, 1), ("old", 1, 2)]),
        ("town", &[("in", 1, 3), ("out", 1, 3)]),
    ]);
    let people: [&[u16]; 8] = [
        &[0, 0, 0],
        &[0, 1, 0],
        &[1, 1, 1],
        &[1, 2, 0],
        &[0, 2, 0],
        &[1, 0, 0],
        &[1, 1, 0],
        &[0, 0, 1],
    ];
    let mut eight = problem(quotas, &people, 4);
    together(&mut eight, &[2, 4, 5]);
    eight
}

#[test]
fn counted_chances_are_the_exact_ones() {
    let (exact, success) = exact_chances(&eight());
    let found = estimate(
        &eight(),
        40_000,
        ATTEMPTS,
        &mut Seed::of(&["exact"]).stream("estimate"),
        &mut Unwatched,
    )
    .unwrap();
    assert_eq!((found.draws, found.succeeded), (40_000, 40_000));
    for (person, (chance, exact)) in found.chances.iter().zip(&exact).enumerate() {
        assert!(
            chance.low <= *exact && *exact <= chance.high,
            "p{person}: {chance:?} without {exact}"
        );
        assert!(chance.high - chance.low < 0.02, "{chance:?}");
    }
    let lowest = exact.iter().copied().fold(1.0, f64::min);
    assert!(lowest < found.lowest_at_most && found.lowest_at_most < lowest + 0.02);
    // Attempts fail as often as they should, and the chances are not equal: that is what fair lotteries are for.
    assert!(success < 0.95, "{success}");
    assert!((40_000.0 / found.attempts as f64 - success).abs() < 0.01, "{success}");
    assert!(exact.iter().copied().fold(0.0, f64::max) > 2.0 * lowest, "{exact:?}");
}

#[test]
fn panels_come_as_often_as_they_should() {
    let found = exact(&eight());
    let success: f64 = found.iter().map(|(_, probability)| probability).sum();
    let mut panels: Vec<(Vec<usize>, f64, f64)> = Vec::new();
    for (panel, probability) in found {
        match panels.iter_mut().find(|(known, _, _)| *known == panel) {
            Some((_, all, _)) => *all += probability / success,
            None => panels.push((panel, probability / success, 0.0)),
        }
    }
    let mut stream = Seed::of(&["panels"]).stream("draws");
    let draws = 20_000;
    for _ in 0..draws {
        let members = draw(&eight(), ATTEMPTS, &mut stream, &mut Unwatched).unwrap().members;
        let panel = panels.iter_mut().find(|(known, _, _)| *known == members);
        panel.expect("a panel that can come").2 += 1.0;
    }
    let chi2: f64 = panels
        .iter()
        .map(|(_, chance, times)| (times - chance * f64::from(draws)).powi(2) / (chance * f64::from(draws)))
        .sum();
    // With d degrees of freedom, more than d + 2 √(d x) + 2 x comes less than once in a thousand times (B. Laurent and P. Massart, 2000,
    // with x = ln 1000).
    let freedom = panels.len() as f64 - 1.0;
    let x = 1000_f64.ln();
    assert!(
        freedom > 2.0 && chi2 < freedom + 2.0 * (freedom * x).sqrt() + 2.0 * x,
        "{chi2} with {freedom}"
    );
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
fn on_pools_like_real_ones_somebody_hardly_ever_sits() {
    // With leximin nobody has less than these; see the pools' exact levels.
    for (name, size, draws, leximin) in [("like_mass_24", 24, 2000, 0.2), ("like_hd_30", 30, 2000, 0.018_691_5)] {
        let problem = pool(name, size);
        let found = estimate(&problem, draws, ATTEMPTS, &mut Seed::of(&["pools"]).stream(name), &mut Unwatched).unwrap();
        println!(
            "{name}: {} of {} draws, {} attempts, the lowest chance at most {}",
            found.succeeded, found.draws, found.attempts, found.lowest_at_most
        );
        assert!(found.lowest_at_most < leximin / 2.0, "{}", found.lowest_at_most);
        let counted: f64 = found.chances.iter().map(|chance| chance.share).sum();
        assert!((counted - f64::from(size)).abs() < 1e-9);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whoever_is_drawn_is_a_panel_and_giving_up_is_no_proof(problem in small(), number in any::<u64>()) {
        let mut stream = Seed::of(&[&number.to_string()]).stream("draw");
        match draw(&problem, 20, &mut stream, &mut Unwatched) {
            Ok(drawn) => {
                prop_assert_eq!(is_panel(&problem, &drawn.members), Ok(()));
                prop_assert!(panels(&problem).contains(&drawn.members));
            }
            Err(gave_up) => prop_assert_eq!(gave_up, GaveUp::Attempts { attempts: 20 }),
        }
    }

    #[test]
    fn bounds_are_around_the_share(problem in small(), number in any::<u64>()) {
        let mut stream = Seed::of(&[&number.to_string()]).stream("estimate");
        if let Ok(found) = estimate(&problem, 30, 20, &mut stream, &mut Unwatched) {
            let Estimate { draws, succeeded, attempts, chances, .. } = found;
            prop_assert!(succeeded <= draws && u64::from(draws) <= attempts);
            for chance in &chances {
                prop_assert!(0.0 <= chance.low && chance.low <= chance.share && chance.share <= chance.high && chance.high <= 1.0, "{chance:?}");
            }
            let seats: f64 = chances.iter().map(|chance| chance.share).sum();
            prop_assert!((seats - f64::from(problem.open_seats())).abs() < 1e-9);
        }
    }
}
