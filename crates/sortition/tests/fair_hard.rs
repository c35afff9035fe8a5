//! Pools that are hard on an engine: tight, tiny, degenerate, full of households. Whatever comes out is looked at by other means than those that made it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod made_pools;
mod support;

use made_pools::Made;
use sortition::fair::{Failure, Objective, Outcome, Status, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use support::{is_panel, problem, quotas};

const OBJECTIVES: [Objective; 5] = [
    Objective::Leximin,
    Objective::Maximin,
    Objective::Nash,
    Objective::Goldilocks { gamma: 1.0 },
    Objective::Minimax,
];

/// Panels are panels, chances are what the panels give, and people of a class have the same.
#[track_caller]
fn is_sound(problem: &Problem, outcome: &Outcome) {
    let mut chances = vec![0.0; problem.pool.people.len()];
    for panel in &outcome.panels {
        assert_eq!(is_panel(problem, &panel.members), Ok(()));
        assert!(panel.probability > 0.0);
        for &member in &panel.members {
            chances[member] += panel.probability;
        }
    }
    let all: f64 = outcome.panels.iter().map(|panel| panel.probability).sum();
    assert!((all - 1.0).abs() < 1e-9, "{all}");
    for class in problem.classes().classes {
        for &person in &class.people {
            assert!((chances[person] - outcome.chances[person]).abs() < 1e-9);
            assert!((chances[person] - chances[class.people[0]]).abs() < 1e-9, "{class:?}");
        }
    }
}

#[track_caller]
fn is_certified(problem: &Problem, objective: Objective, name: &str) {
    let outcome = fair(problem, objective, &mut Unwatched).unwrap_or_else(|failure| panic!("{name} {objective:?}: {failure:?}"));
    is_sound(problem, &outcome);
    assert_eq!(
        outcome.status,
        Status::Certified,
        "{name} {objective:?}: {:e} {:?}",
        outcome.gap,
        outcome.figures
    );
}

fn made(name: &str) -> Made {
    let plain = |seed| Made::new(seed, 150, 20, &[2, 3, 4]);
    match name {
        "plain" => plain(1),
        "exact quotas" => Made { slack: 0.0, ..plain(2) },
        "lopsided" => Made { tilt: 30.0, ..plain(3) },
        "households" => Made {
            housemates: 0.5,
            ..plain(4)
        },
        "few kinds in households" => Made {
            housemates: 0.5,
            ..Made::new(5, 200, 25, &[2, 2])
        },
        "nearly everybody" => Made {
            slack: 0.3,
            ..Made::new(6, 60, 50, &[2, 3])
        },
        "one seat" => Made {
            slack: 0.5,
            ..Made::new(7, 50, 1, &[2, 3])
        },
        "many features" => Made {
            slack: 0.3,
            ..Made::new(8, 120, 15, &[2, 3, 2, 4, 2, 3])
        },
        "features of one value" => Made::new(9, 80, 12, &[1, 3, 1, 2]),
        "large panels" => Made {
            housemates: 0.2,
            ..Made::new(10, 400, 150, &[2, 4, 3])
        },
        other => panic!("{other}"),
    }
}

#[test]
fn hard_pools_are_certified_by_every_objective() {
    for name in [
        "plain",
        "exact quotas",
        "lopsided",
        "households",
        "few kinds in households",
        "nearly everybody",
        "one seat",
        "many features",
        "features of one value",
        "large panels",
    ] {
        let problem = made(name).problem();
        for objective in OBJECTIVES {
            is_certified(&problem, objective, name);
        }
    }
}

#[test]
fn many_small_pools_have_sound_chances_or_no_panel() {
    let mut without = 0;
    for seed in 0..60 {
        let slack = [0.0, 0.1, 0.3, 1.0][seed as usize % 4];
        let housemates = [0.0, 0.4][seed as usize % 2];
        let people = 12 + seed as usize;
        let made = Made {
            slack,
            housemates,
            ..Made::new(100 + seed, people, 3 + seed as u32 % 7, &[2, 3, 2 + seed as usize % 3])
        };
        let problem = made.problem();
        for objective in OBJECTIVES {
            match fair(&problem, objective, &mut Unwatched) {
                Ok(outcome) => {
                    is_sound(&problem, &outcome);
                    assert_eq!(outcome.status, Status::Certified, "{seed} {objective:?} {:e}", outcome.gap);
                }
                Err(failure) => {
                    assert_eq!(failure, Failure::NoPanel, "{seed} {objective:?}");
                    without += 1;
                }
            }
        }
    }
    assert!(without < 200, "{without}");
}

#[test]
fn of_a_household_only_one_sits_on_any_of_a_thousand_panels() {
    for name in ["households", "few kinds in households", "large panels"] {
        let problem = made(name).problem();
        let chances = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap().chances;
        let list = uniform(&problem, &chances, 1000, &mut Unwatched).unwrap();
        for panel in &list.panels {
            assert_eq!(is_panel(&problem, panel), Ok(()), "{name}");
        }
        assert!(list.deviation < 5e-3, "{name}: {}", list.deviation);
    }
}

#[test]
fn everybody_alike_and_everybody_on_the_panel() {
    let same: Vec<&[u16]> = vec![&[0]; 30];
    is_certified(&problem(quotas(&[("a", &[("v", 0, 30)])]), &same, 7), Objective::Leximin, "alike");
    is_certified(&problem(quotas(&[("a", &[("v", 30, 30)])]), &same, 30), Objective::Nash, "all");
}

#[test]
fn where_panels_can_give_less_than_the_quotas_promise_the_search_comes_to_an_end() {
    let made = |seed, people, size, values: &[usize], slack, tilt, housemates| Made {
        slack,
        tilt,
        housemates,
        ..Made::new(seed, people, size, values)
    };
    for (made, objective) in [
        (made(103, 102, 21, &[3, 5], 0.0, 20.0, 0.2), Objective::Nash),
        (made(203, 51, 8, &[3, 5, 1, 5, 3, 3], 0.0, 20.0, 0.6), Objective::Minimax),
        (made(911, 103, 29, &[5, 1, 1, 2, 3, 5, 1], 0.0, 20.0, 0.0), Objective::Leximin),
        (
            made(914, 85, 7, &[4, 5, 5, 2, 5, 4], 0.1, 20.0, 0.0),
            Objective::Goldilocks { gamma: 1.0 },
        ),
    ] {
        is_certified(&made.problem(), objective, &format!("{made:?}"));
    }
}

#[test]
fn no_seat_stays_empty_in_the_moment_when_people_change() {
    let made = Made {
        slack: 1.0,
        housemates: 0.2,
        ..Made::new(136, 754, 87, &[3, 1, 1])
    };
    for objective in OBJECTIVES {
        is_certified(&made.problem(), objective, "large classes");
    }
}
