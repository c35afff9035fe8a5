//! What is promised of the chances, held against problems small enough to look at every panel.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod exhaustive;
mod small_problems;
mod support;

use exhaustive::{Fraction, chances, panels, reached};
use proptest::prelude::*;
use small_problems::{Kind, problems};
use sortition::fair::{Failure, Objective, Outcome, Status, Unwatched, fair};
use sortition::model::{Person, Problem};

const GOLDILOCKS: Objective = Objective::Goldilocks { gamma: 1.0 };
const ALL: [Objective; 5] = [
    Objective::Leximin,
    Objective::Maximin,
    Objective::Nash,
    GOLDILOCKS,
    Objective::Minimax,
];
/// Chances that differ by less are the same.
const SAME: f64 = 1e-6;

/// The chances, certified, with everything that holds whatever was asked for; `None` where every set of people was looked at and none is a panel.
fn solved(problem: &Problem, objective: Objective, panels: &[Vec<usize>]) -> Result<Option<Outcome>, TestCaseError> {
    let outcome = match fair(problem, objective, &mut Unwatched) {
        Ok(outcome) => outcome,
        Err(failure) => {
            prop_assert_eq!(failure, Failure::NoPanel);
            prop_assert_eq!(panels, &[] as &[Vec<usize>]);
            return Ok(None);
        }
    };
    prop_assert_eq!(outcome.status, Status::Certified, "{:?}: gap {:e}", objective, outcome.gap);
    let mut sums = vec![0.0; problem.pool.people.len()];
    let mut all = 0.0;
    for panel in &outcome.panels {
        prop_assert_eq!(support::is_panel(problem, &panel.members), Ok(()), "{:?}", panel);
        prop_assert!(panels.contains(&panel.members));
        prop_assert!(panel.probability > 0.0 && panel.parts.is_empty());
        all += panel.probability;
        for &member in &panel.members {
            sums[member] += panel.probability;
        }
    }
    prop_assert!((all - 1.0).abs() < 1e-9);
    let seats: f64 = outcome.chances.iter().sum();
    prop_assert!((seats - f64::from(problem.open_seats())).abs() < 1e-9, "{} seats", seats);
    near(&outcome.chances, &sums, 1e-12)?;
    for (chance, reached) in outcome.chances.iter().zip(reached(problem, panels)) {
        // Who can be drawn has a chance, whatever is asked for; but minimax has nobody in mind but the luckiest.
        prop_assert!(reached || *chance == 0.0, "{}", chance);
        prop_assert!(
            !reached || *chance > 0.0 || objective == Objective::Minimax,
            "{:?}: {:?}",
            objective,
            outcome.chances
        );
    }
    let classes = problem.classes();
    for class in &classes.classes {
        for &person in &class.people {
            prop_assert!((outcome.chances[person] - outcome.chances[class.people[0]]).abs() < 1e-9);
        }
    }
    Ok(Some(outcome))
}

fn near(found: &[f64], wanted: &[f64], tolerance: f64) -> Result<(), TestCaseError> {
    let near = found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() <= tolerance);
    prop_assert!(near, "{:?} are not {:?}", found, wanted);
    Ok(())
}

fn sorted(chances: &[f64]) -> Vec<f64> {
    let mut sorted = chances.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Chances of those who sit on some panel.
fn of_reached(outcome: &Outcome, problem: &Problem, panels: &[Vec<usize>]) -> Vec<f64> {
    let reached = reached(problem, panels);
    let all = outcome.chances.iter().zip(reached);
    all.filter(|(_, reached)| *reached).map(|(chance, _)| *chance).collect()
}

fn lowest(chances: &[f64]) -> f64 {
    chances.iter().copied().fold(f64::INFINITY, f64::min)
}

fn highest(chances: &[f64]) -> f64 {
    chances.iter().copied().fold(0.0, f64::max)
}

fn welfare(chances: &[f64]) -> f64 {
    chances.iter().map(|chance| chance.max(1e-300).ln()).sum()
}

/// Goldilocks' measure with `γ = 1`, whose even chance is over all who can be drawn.
fn spread(problem: &Problem, lowest: f64, highest: f64) -> f64 {
    let even = f64::from(problem.open_seats()) / f64::from(u32::try_from(problem.drawable().len()).unwrap());
    highest / even + even / lowest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn leximin_is_what_looking_at_every_panel_gives(problem in problems(Kind { people: 7, ..Kind::ALL })) {
        let panels = panels(&problem);
        if let Some(outcome) = solved(&problem, Objective::Leximin, &panels)? {
            let exact: Vec<f64> =
                chances::leximin(&panels, problem.pool.people.len()).into_iter().map(Fraction::to_float).collect();
            near(&outcome.chances, &exact, SAME)?;
            let unreachable = problem.drawable().into_iter().filter(|&person| exact[person] == 0.0).count();
            prop_assert_eq!(outcome.figures.unreachable, unreachable);
            let people: usize = outcome.levels.iter().map(|level| level.people).sum();
            prop_assert_eq!(people, problem.drawable().len());
        }
    }

    #[test]
    fn every_objective_is_as_good_as_any_lottery_can_be(problem in problems(Kind { people: 7, ..Kind::ALL })) {
        let panels = panels(&problem);
        for objective in ALL {
            let Some(outcome) = solved(&problem, objective, &panels)? else { return Ok(()) };
            let reached = of_reached(&outcome, &problem, &panels);
            if reached.is_empty() {
                return Ok(());
            }
            let (low, high) = (lowest(&reached), highest(&reached));
            match objective {
                Objective::Leximin | Objective::Maximin => {
                    let best = chances::lowest_under(&panels, Fraction::ONE).unwrap().to_float();
                    prop_assert!((low - best).abs() < SAME, "{:?}: {} is not {}", objective, low, best);
                    prop_assert!((outcome.bound - best).abs() < SAME);
                }
                Objective::Minimax => {
                    let best = chances::minimax(&panels).to_float();
                    prop_assert!((high - best).abs() < SAME, "{} is not {}", high, best);
                    prop_assert!((outcome.bound - best).abs() < SAME);
                }
                Objective::Nash => {
                    // No lottery has more of the sum of logarithms by more than the dearest panel at prices 1/p is above the average one.
                    let dearest = panels.iter().map(|panel| panel.iter().map(|&member| 1.0 / outcome.chances[member]).sum::<f64>());
                    let people = f64::from(u32::try_from(reached.len()).unwrap());
                    prop_assert!(highest(&dearest.collect::<Vec<_>>()) <= people + 1e-5 * people);
                    prop_assert!((outcome.value - welfare(&reached)).abs() < 1e-9);
                    prop_assert!(outcome.bound >= outcome.value - 1e-9);
                }
                Objective::Goldilocks { .. } => {
                    let value = spread(&problem, low, high);
                    prop_assert!((outcome.value - value).abs() < 1e-9);
                    // Against the best lowest chance under each of many caps.
                    for cap in 1..=24 {
                        let cap = Fraction::new(cap, 24);
                        if let Some(low) = chances::lowest_under(&panels, cap)
                            && low > Fraction::ZERO
                        {
                            let other = spread(&problem, low.to_float(), cap.to_float());
                            prop_assert!(value <= other + SAME * other, "{} is not below {}", value, other);
                        }
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn each_objective_is_the_best_of_all_at_what_it_is_for(problem in problems(Kind::ALL)) {
        let panels = panels(&problem);
        let mut outcomes = Vec::new();
        for objective in ALL {
            let Some(outcome) = solved(&problem, objective, &panels)? else { return Ok(()) };
            outcomes.push(of_reached(&outcome, &problem, &panels));
        }
        let [leximin, maximin, nash, goldilocks, minimax] = &outcomes[..] else { unreachable!("five objectives") };
        if leximin.is_empty() {
            return Ok(());
        }
        for other in &outcomes {
            let first = sorted(leximin).into_iter().zip(sorted(other)).find(|(one, other)| (one - other).abs() > 10.0 * SAME);
            prop_assert!(first.is_none_or(|(one, other)| one > other), "{:?} is better than {:?}", other, leximin);
            prop_assert!(lowest(maximin) >= lowest(other) - SAME);
            prop_assert!(welfare(nash) >= welfare(other) - SAME * welfare(nash).abs().max(1.0));
            prop_assert!(highest(minimax) <= highest(other) + SAME);
            let (best, any) = (
                spread(&problem, lowest(goldilocks), highest(goldilocks)),
                spread(&problem, lowest(other), highest(other)),
            );
            prop_assert!(best <= any + SAME * any, "{} > {}", best, any);
        }
    }

    #[test]
    fn neither_the_order_of_people_nor_the_names_of_anything_matter(
        problem in problems(Kind::ALL),
        keys in prop::collection::vec(any::<u32>(), 8),
    ) {
        let mut order: Vec<usize> = (0..problem.pool.people.len()).collect();
        order.sort_by_key(|&person| keys[person]);
        let place = |person: usize| order.iter().position(|&other| other == person).unwrap();
        let mut other = problem.clone();
        other.pool.people = order.iter().map(|&person| problem.pool.people[person].clone()).collect();
        let placed = |people: &[usize]| {
            let mut placed: Vec<usize> = people.iter().map(|&person| place(person)).collect();
            placed.sort_unstable();
            placed
        };
        (other.selected, other.excluded) = (placed(&problem.selected), placed(&problem.excluded));
        // Features and values in reverse, under other names.
        other.quotas.features.reverse();
        for feature in &mut other.quotas.features {
            feature.name += " by another name";
            feature.values.reverse();
        }
        for person in &mut other.pool.people {
            person.id += " by another name";
            person.household = person.household.take().map(|home| format!("not {home}"));
            person.values.reverse();
            for (value, feature) in person.values.iter_mut().zip(&other.quotas.features) {
                *value = u16::try_from(feature.values.len()).unwrap() - 1 - *value;
            }
        }
        for objective in ALL {
            match (fair(&problem, objective, &mut Unwatched), fair(&other, objective, &mut Unwatched)) {
                (Ok(one), Ok(other)) => {
                    let back: Vec<f64> = (0..order.len()).map(|person| other.chances[place(person)]).collect();
                    // The product's curve is flat where it is highest.
                    let tolerance = if objective == Objective::Nash { 1e-5 } else { 1e-7 };
                    near(&one.chances, &back, tolerance)?;
                }
                (one, other) => prop_assert_eq!(one.err(), other.err()),
            }
        }
    }

    /// One more person like another, who lives alone. Whatever lottery there was, the two can share its seats for their kind, and nobody else notices: so the lowest chance
    /// is at least `n/(n+1)` of what it was, with `n` people of that kind before. That is said of everybody who had a chance before: the newcomer can also bring people
    /// on a panel for whom there was no room, and their chances may be as small as it comes.
    #[test]
    fn one_more_of_a_kind_takes_no_more_than_a_share_of_the_kinds_seats(
        problem in problems(Kind { people: 7, ..Kind::ALL }),
        like in any::<prop::sample::Index>(),
    ) {
        let drawable = problem.drawable();
        let alone: Vec<usize> = drawable.iter().copied().filter(|&person| {
            !problem.one_per_household || problem.pool.people[person].household.is_none()
        }).collect();
        prop_assume!(!alone.is_empty());
        let like = alone[like.index(alone.len())];
        let kind = f64::from(u32::try_from(problem.classes().classes[problem.classes().of[like].unwrap()].people.len()).unwrap());
        let mut more = problem.clone();
        more.pool.people.push(Person { id: "one more".to_owned(), household: None, ..problem.pool.people[like].clone() });
        let (before, after) = (panels(&problem), panels(&more));
        if let Some(old) = solved(&problem, Objective::Leximin, &before)? {
            let new = solved(&more, Objective::Leximin, &after)?.unwrap();
            let still = |person: &usize| reached(&problem, &before)[*person] == reached(&more, &after)[*person];
            if drawable.iter().all(still) {
                prop_assert!(new.figures.min >= old.figures.min * kind / (kind + 1.0) - SAME, "{} after {}", new.figures.min, old.figures.min);
            }
            prop_assert!((new.chances[like] - new.chances[problem.pool.people.len()]).abs() < 1e-9);
        }
    }
}
