//! Small problems of all kinds, made up: households, people who sit already, people who are out, several panels at once.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

use sortition::fair::{Failure, Objective, Outcome, Unwatched, fair};
use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};
use sortition::random::{Seed, Stream};
use sortition_second::{Claim, Opinion, Verdict, is_possible, opinions};

const OBJECTIVES: [Objective; 4] = [
    Objective::Leximin,
    Objective::Nash,
    Objective::Minimax,
    Objective::Goldilocks { gamma: 1.0 },
];

const PROBLEMS: u32 = 300;

/// Two or three features, six to fourteen people, quotas near the pool's own shares: most of these problems have panels, and many have few.
fn made_up(chance: &mut Stream) -> Problem {
    let mut below = |least: usize, most: usize| least + chance.place(most - least + 1);
    let features: Vec<usize> = (0..below(2, 3)).map(|_| below(2, 3)).collect();
    let size = u32::try_from(below(2, 5)).unwrap();
    let everybody = below(6, 14);
    let people = (0..everybody).map(|_| {
        let values = features
            .iter()
            .map(|&values| u16::try_from(below(0, values - 1)).unwrap())
            .collect();
        (values, (below(0, 1) == 0).then(|| below(0, everybody - 1)))
    });
    let people: Vec<_> = people.collect();
    let mut seats = || u32::try_from(below(0, 2)).unwrap();
    let quotas: Vec<Vec<(u32, u32)>> = features
        .iter()
        .map(|&values| (0..values).map(|_| (seats(), seats())).collect())
        .collect();
    let mut problem = problem(size, people, &quotas, below(0, 1) == 0, below(0, 4));
    if below(0, 3) == 0 {
        problem.parallel = 2;
        // Seats that are filled already are refused for several panels at once.
        problem.selected.clear();
    }
    problem
}

fn problem(size: u32, people: Vec<(Vec<u16>, Option<usize>)>, quotas: &[Vec<(u32, u32)>], households: bool, selected: usize) -> Problem {
    let person = |(at, (values, house)): (usize, (Vec<u16>, Option<usize>))| Person {
        id: format!("p{at}"),
        values,
        household: house.map(|house| format!("house {house}")),
    };
    let pool = Pool {
        people: people.into_iter().enumerate().map(person).collect(),
    };
    let sizes: Vec<usize> = quotas.iter().map(Vec::len).collect();
    let shares = pool.counts(&sizes);
    let everybody = u32::try_from(pool.people.len()).unwrap();
    let feature = |(feature, values): (usize, &Vec<(u32, u32)>)| Feature {
        name: format!("f{feature}"),
        values: values
            .iter()
            .enumerate()
            .map(|(value, &(below, above))| {
                let share = shares[feature][value] * size / everybody;
                Value {
                    name: format!("v{value}"),
                    quota: Quota::new(share.saturating_sub(below), share + above),
                }
            })
            .collect(),
    };
    let quotas = Quotas {
        features: quotas.iter().enumerate().map(feature).collect(),
    };
    let mut problem = Problem::new(quotas, pool, size);
    problem.one_per_household = households;
    // One problem in five has somebody on the panel already, and somebody who is out.
    if selected == 0 && fits(&problem, 0) {
        problem.selected = vec![0];
        problem.excluded = vec![1];
    }
    problem
}

/// Whether a person can sit without overfilling a quota: who does would be a mistake of an earlier round.
fn fits(problem: &Problem, person: usize) -> bool {
    let values = &problem.pool.people[person].values;
    values
        .iter()
        .zip(&problem.quotas.features)
        .all(|(&value, feature)| feature.values[usize::from(value)].quota.max > 0)
}

#[test]
fn every_claim_about_small_problems_stands() {
    let (mut with, mut without, mut learnt) = (0, 0, 0);
    for number in 0..PROBLEMS {
        let problem = made_up(&mut Seed::of(&["second opinion", &number.to_string()]).stream("problem"));
        let possible = is_possible(&problem).expect("small problems are decided");
        for objective in OBJECTIVES {
            match fair(&problem, objective, &mut Unwatched) {
                Err(failure) => {
                    assert_eq!((failure, possible), (Failure::NoPanel, false), "{number}: {problem:?}");
                    without += 1;
                }
                Ok(outcome) => {
                    let opinions = opinions(&problem, &outcome);
                    let against: Vec<&Opinion> = opinions.iter().filter(|opinion| !opinion.agrees()).collect();
                    assert!(
                        against.is_empty(),
                        "{number}, {objective:?}: {against:#?}\n{problem:?}\n{outcome:?}"
                    );
                    with += 1;
                    learnt += outcome.proof.learnt.len();
                }
            }
        }
    }
    println!("{with} lotteries, {learnt} learnt inequalities; {without} times no panel");
    assert!(
        with > PROBLEMS && without > 0 && learnt > 0,
        "the problems are too easy or too hard to tell anything"
    );
}

/// Four people, two of each of two values; one seat for each value.
fn four() -> (Problem, Outcome) {
    let people = vec![(vec![0], None), (vec![0], None), (vec![1], None), (vec![1], None)];
    let problem = problem(2, people, &[vec![(0, 0), (0, 0)]], false, 1);
    let outcome = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    (problem, outcome)
}

fn against(problem: &Problem, outcome: &Outcome) -> Vec<(Claim, Verdict)> {
    let opinions = opinions(problem, outcome);
    opinions
        .into_iter()
        .filter(|opinion| !opinion.agrees())
        .map(|opinion| (opinion.claim, opinion.verdict))
        .collect()
}

#[test]
fn an_honest_claim_is_confirmed() {
    let (problem, outcome) = four();
    assert_eq!(against(&problem, &outcome), []);
}

#[test]
fn a_level_told_too_low_is_found_out() {
    let (problem, mut outcome) = four();
    outcome.proof.levels[0].0 -= 0.01;
    let against = against(&problem, &outcome);
    assert!(against.iter().any(|(claim, _)| *claim == Claim::Level(0)), "{against:?}");
    assert!(against.iter().any(|(claim, _)| *claim == Claim::Bound(0)), "{against:?}");
}

#[test]
fn an_inequality_that_a_whole_panel_breaks_is_found_out() {
    let (problem, mut outcome) = four();
    outcome.proof.learnt.push((vec![(0, 1.0)], 0.5));
    let against = against(&problem, &outcome);
    let refuted = |(claim, verdict): &(Claim, Verdict)| {
        *claim == Claim::Learnt(0) && matches!(verdict, Verdict::Refuted { panel, .. } if panel.len() == 2)
    };
    assert!(against.iter().any(refuted), "{against:?}");
}

#[test]
fn prices_that_a_whole_panel_beats_are_found_out() {
    let (problem, mut outcome) = four();
    // Half a seat for two people of whom every panel has one: the price of that is beaten by every panel.
    outcome.proof.learnt.push((vec![(0, 1.0)], 0.5));
    for (_, _, prices) in &mut outcome.proof.levels {
        if !prices.is_empty() {
            prices.push(1.0);
        }
    }
    let priced = outcome.proof.levels.iter().any(|(_, _, prices)| !prices.is_empty());
    let against = against(&problem, &outcome);
    assert!(
        !priced || against.iter().any(|(claim, _)| matches!(claim, Claim::Prices(_))),
        "{against:?}"
    );
}

#[test]
fn a_panel_that_breaks_a_quota_is_found_out() {
    let (problem, mut outcome) = four();
    outcome.panels[0].members = vec![0, 1];
    assert!(against(&problem, &outcome).contains(&(Claim::Lottery, Verdict::Broken(0))));
}

#[test]
fn a_chance_that_the_panels_do_not_give_is_found_out() {
    let (problem, mut outcome) = four();
    outcome.chances[3] += 0.1;
    let against = against(&problem, &outcome);
    assert!(
        against
            .iter()
            .any(|(claim, verdict)| *claim == Claim::Lottery && matches!(verdict, Verdict::Differs { .. })),
        "{against:?}"
    );
}

#[test]
fn a_nash_bound_told_too_low_is_found_out() {
    let people = vec![(vec![0], None), (vec![0], None), (vec![1], None), (vec![1], None), (vec![1], None)];
    let problem = problem(2, people, &[vec![(0, 1), (1, 1)]], false, 1);
    let mut outcome = fair(&problem, Objective::Nash, &mut Unwatched).unwrap();
    assert_eq!(against(&problem, &outcome), []);
    // Chances as another lottery would give them, claimed to be the best.
    outcome.chances = vec![0.9, 0.9, 1.0 / 15.0, 1.0 / 15.0, 1.0 / 15.0];
    outcome.bound = outcome.value;
    assert!(against(&problem, &outcome).iter().any(|(claim, _)| *claim == Claim::Nash));
}
