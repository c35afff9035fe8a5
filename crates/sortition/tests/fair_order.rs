//! The order of the file decides nothing.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod made_pools;

use std::collections::BTreeMap;

use made_pools::Made;
use sortition::fair::{Objective, Outcome, Unwatched, fair};
use sortition::feasible::unreachable;
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::random::Seed;

const OBJECTIVES: [Objective; 4] = [
    Objective::Leximin,
    Objective::Nash,
    Objective::Goldilocks { gamma: 1.0 },
    Objective::Minimax,
];

fn pool() -> Problem {
    Made {
        housemates: 0.3,
        ..Made::new(4, 150, 20, &[2, 3, 4])
    }
    .problem()
}

/// The same people in another order, with the same already selected and excluded.
fn shuffled(problem: &Problem, seed: &str) -> Problem {
    let mut order: Vec<usize> = (0..problem.pool.people.len()).collect();
    Seed::of(&[seed]).stream("order").shuffle(&mut order);
    let mut other = problem.clone();
    other.pool.people = order.iter().map(|&person| problem.pool.people[person].clone()).collect();
    let moved = |numbers: &[usize]| {
        let moved = order
            .iter()
            .enumerate()
            .filter(|(_, before)| numbers.contains(before))
            .map(|(now, _)| now);
        moved.collect()
    };
    other.selected = moved(&problem.selected);
    other.excluded = moved(&problem.excluded);
    other
}

fn ids(problem: &Problem, members: &[usize]) -> Vec<String> {
    let mut ids: Vec<String> = members.iter().map(|&member| problem.pool.people[member].id.clone()).collect();
    ids.sort();
    ids
}

/// All there is to see of an outcome, by ids and to the last bit.
fn seen(problem: &Problem, outcome: &Outcome) -> String {
    let chances: BTreeMap<&str, u64> = problem
        .pool
        .people
        .iter()
        .zip(&outcome.chances)
        .map(|(person, chance)| (person.id.as_str(), chance.to_bits()))
        .collect();
    let panels: Vec<(Vec<String>, u64)> = outcome
        .panels
        .iter()
        .map(|panel| (ids(problem, &panel.members), panel.probability.to_bits()))
        .collect();
    let list = uniform(problem, &outcome.chances, 50, &mut Unwatched).unwrap();
    let list: Vec<Vec<String>> = list.panels.iter().map(|members| ids(problem, members)).collect();
    let Outcome {
        status,
        value,
        bound,
        gap,
        levels,
        figures,
        proof,
        ..
    } = outcome;
    format!("{chances:?} {panels:?} {list:?} {status:?} {value:?} {bound:?} {gap:?} {levels:?} {figures:?} {proof:?}")
}

#[test]
fn whoever_sorts_the_file_in_another_way_gets_the_same_lottery() {
    let problem = pool();
    for objective in OBJECTIVES {
        let first = seen(&problem, &fair(&problem, objective, &mut Unwatched).unwrap());
        for seed in ["one", "two"] {
            let other = shuffled(&problem, seed);
            let second = seen(&other, &fair(&other, objective, &mut Unwatched).unwrap());
            assert!(first == second, "{objective:?} {seed}");
        }
    }
}

#[test]
fn also_around_people_who_are_selected_already() {
    let mut problem = pool();
    problem.selected = vec![3, 60];
    problem.excluded = vec![9, 10];
    let other = shuffled(&problem, "three");
    let [first, second] = [&problem, &other].map(|problem| seen(problem, &fair(problem, Objective::Leximin, &mut Unwatched).unwrap()));
    assert!(first == second);
}

#[test]
fn what_values_and_households_are_called_decides_nothing() {
    let problem = pool();
    let mut other = problem.clone();
    for (number, feature) in other.quotas.features.iter_mut().enumerate() {
        feature.name = format!("another name {}", 99 - number);
        for (number, value) in feature.values.iter_mut().enumerate() {
            value.name = format!("z{}", 50 - number);
        }
    }
    for person in &mut other.pool.people {
        person.household = person
            .household
            .as_ref()
            .map(|household| household.chars().rev().chain("!".chars()).collect());
    }
    let [first, second] = [&problem, &other].map(|problem| seen(problem, &fair(problem, Objective::Leximin, &mut Unwatched).unwrap()));
    assert!(first == second);
}

#[test]
fn who_can_sit_on_no_panel_is_told_in_the_same_order() {
    let mut problem = pool();
    for value in &mut problem.quotas.features[1].values[1..] {
        value.quota.max = 0;
        value.quota.min = 0;
    }
    problem.quotas.features[1].values[0].quota.max = 20;
    let told = |problem: &Problem| -> Vec<Vec<String>> {
        let unreachable = unreachable(problem, &mut Unwatched);
        unreachable
            .iter()
            .map(|one| one.people.iter().map(|&person| problem.pool.people[person].id.clone()).collect())
            .collect()
    };
    let first = told(&problem);
    assert!(!first.is_empty());
    assert_eq!(first, told(&shuffled(&problem, "four")));
}

#[test]
fn thirty_features_of_many_values_are_told_apart_as_well() {
    // More combinations than a number has room for.
    let problem = Made {
        slack: 10.0,
        ..Made::new(1, 300, 10, &[11; 30])
    }
    .problem();
    let classes = problem.classes();
    assert_eq!(classes.classes.len(), 300);
    assert!(classes.classes.is_sorted_by(|one, other| one.values < other.values));
}
