//! Several panels at once: each obeys everything by itself, nobody sits on two of them, and nobody meets a housemate on another.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod exhaustive;
mod read_sheets;
mod small_problems;
mod support;

use std::fs;
use std::path::Path;

use exhaustive::{Fraction, chances, panels};
use proptest::prelude::*;
use read_sheets::sheet;
use small_problems::{Kind, problems};
use sortition::fair::{Failure, Objective, Outcome, Status, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::{Problem, Quota, Unfit};
use sortition::read::{PeopleSettings, people, quotas};
use support::{is_panel, problem, together};

/// Whether the parts are panels, and together the members.
fn are_panels(problem: &Problem, members: &[usize], parts: &[Vec<usize>]) -> Result<(), String> {
    let mut all = parts.concat();
    all.sort_unstable();
    if all != members || parts.len() != problem.parallel as usize {
        return Err(format!("{parts:?} are not {members:?}"));
    }
    if all.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err("somebody twice".to_owned());
    }
    if problem.one_per_household && !exhaustive::is_apart(problem, &all) {
        return Err("two of a household".to_owned());
    }
    parts.iter().try_for_each(|part| is_panel(problem, part))
}

fn solved(problem: &Problem) -> Outcome {
    let outcome = fair(problem, Objective::Leximin, &mut Unwatched).unwrap();
    for panel in &outcome.panels {
        assert_eq!(are_panels(problem, &panel.members, &panel.parts), Ok(()));
    }
    outcome
}

/// Three features of two values, each value once on a panel of two: a panel is two people who differ in everything.
fn opposites(people: &[&[u16]]) -> Problem {
    let one = |name| (name, [("no", 1, 1), ("yes", 1, 1)]);
    let (a, b, c) = (one("a"), one("b"), one("c"));
    Problem {
        parallel: 2,
        ..problem(support::quotas(&[(a.0, &a.1[..]), (b.0, &b.1[..]), (c.0, &c.1[..])]), people, 2)
    }
}

#[test]
fn four_people_who_are_no_two_panels_are_none_though_their_numbers_are_right() {
    let four = opposites(&[&[0, 1, 1], &[1, 0, 1], &[1, 1, 0], &[0, 0, 0]]);
    assert_eq!(fair(&four, Objective::Leximin, &mut Unwatched), Err(Failure::NoPanel));
    assert_eq!(uniform(&four, &[1.0; 4], 10, &mut Unwatched), None);
}

#[test]
fn chances_count_only_what_can_be_dealt() {
    // The four above, and two pairs of opposites. The numbers alone would let everybody have a chance of a half.
    let six = opposites(&[&[0, 1, 1], &[1, 0, 1], &[1, 1, 0], &[0, 0, 0], &[1, 0, 0], &[0, 1, 0]]);
    let outcome = solved(&six);
    assert_eq!(outcome.status, Status::Certified);
    let wanted = [1.0, 1.0, 0.0, 0.0, 1.0, 1.0];
    assert!(
        outcome
            .chances
            .iter()
            .zip(wanted)
            .all(|(chance, wanted)| (chance - wanted).abs() < 1e-6),
        "{:?}",
        outcome.chances
    );
}

#[test]
fn housemates_do_not_meet_on_different_panels_either() {
    let mut homes = problem(
        support::quotas(&[("a", &[("x", 1, 2), ("y", 0, 1)])]),
        &[&[0], &[1], &[0], &[1], &[0], &[0]],
        2,
    );
    homes.parallel = 2;
    together(&mut homes, &[0, 1]);
    together(&mut homes, &[2, 3]);
    assert_eq!(solved(&homes).status, Status::Certified);
    together(&mut homes, &[4, 5]);
    assert_eq!(fair(&homes, Objective::Leximin, &mut Unwatched), Err(Failure::NoPanel));
}

#[test]
fn who_sits_already_sits_on_one_panel_and_which_is_not_known() {
    let mut filled = opposites(&[&[0, 0, 0], &[1, 1, 1], &[0, 0, 0], &[1, 1, 1]]);
    filled.selected = vec![0];
    let unfit = Unfit::SelectedForSeveral { panels: 2 };
    assert_eq!(fair(&filled, Objective::Leximin, &mut Unwatched), Err(Failure::Unfit(unfit)));
    // One panel is filled up by itself, with the members of the other out.
    let alone = Problem {
        parallel: 1,
        excluded: vec![2, 3],
        ..filled
    };
    assert!(fair(&alone, Objective::Leximin, &mut Unwatched).is_ok());
}

/// A pool of the size of real ones, from which `parallel` panels are drawn that are as much smaller than its own.
fn of_pool(name: &str, size: u32, parallel: u32, couples: usize) -> Problem {
    let file =
        |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name).join(file)).unwrap();
    let quotas = quotas(&sheet(&file("categories.csv"))).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let pool = people(&sheet(&file("respondents.csv")), &quotas, &settings).draft().pool.clone();
    let quotas = quotas.map(|_, _, quota| Quota {
        min: quota.min / parallel,
        max: quota.max.div_ceil(parallel),
        ..quota
    });
    let mut problem = Problem {
        parallel,
        ..Problem::new(quotas, pool, size / parallel)
    };
    for home in 0..couples {
        together(&mut problem, &[2 * home, 2 * home + 1]);
    }
    problem
}

#[test]
fn pools_of_the_size_of_real_ones_are_dealt() {
    for (name, size, parallel, couples) in [("like_mass_24", 24, 2, 0), ("like_hd_30", 30, 2, 0), ("like_mass_24", 24, 3, 10)] {
        let problem = of_pool(name, size, parallel, couples);
        let began = std::time::Instant::now();
        let outcome = solved(&problem);
        let took = began.elapsed();
        assert_eq!(outcome.status, Status::Certified, "{name}");
        let began = std::time::Instant::now();
        let list = uniform(&problem, &outcome.chances, 100, &mut Unwatched).unwrap();
        assert_eq!(list.parts.len(), 100);
        for (members, parts) in list.panels.iter().zip(&list.parts) {
            assert_eq!(are_panels(&problem, members, parts), Ok(()));
        }
        println!(
            "{name} × {parallel}: {took:.1?} {} panels, {:?}, {:.1?} {}",
            outcome.panels.len(),
            outcome.figures,
            began.elapsed(),
            list.deviation
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_is_drawn_at_once_is_what_looking_at_everything_gives(
        problem in prop_oneof![
            problems(Kind { people: 9, households: true, absent: false, parallel: 2 }),
            problems(Kind { people: 8, households: false, absent: false, parallel: 3 }),
        ],
    ) {
        let panels = panels(&problem);
        let outcome = match fair(&problem, Objective::Leximin, &mut Unwatched) {
            Ok(outcome) => outcome,
            Err(failure) => {
                prop_assert_eq!(failure, Failure::NoPanel);
                prop_assert_eq!(panels, [] as [Vec<usize>; 0]);
                return Ok(());
            }
        };
        prop_assert_eq!(outcome.status, Status::Certified);
        for panel in &outcome.panels {
            prop_assert_eq!(are_panels(&problem, &panel.members, &panel.parts), Ok(()));
            prop_assert!(panels.contains(&panel.members));
        }
        let exact = chances::leximin(&panels, problem.pool.people.len());
        for (found, exact) in outcome.chances.iter().zip(exact.into_iter().map(Fraction::to_float)) {
            prop_assert!((found - exact).abs() < 1e-6, "{:?}", outcome.chances);
        }
        let list = uniform(&problem, &outcome.chances, 7, &mut Unwatched);
        prop_assert!(list.is_some());
        let list = list.unwrap();
        for (members, parts) in list.panels.iter().zip(&list.parts) {
            prop_assert_eq!(are_panels(&problem, members, parts), Ok(()));
        }
    }
}
