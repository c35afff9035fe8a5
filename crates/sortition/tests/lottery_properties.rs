//! What is promised of draws: of lists of numbered panels, and of panels by their chances.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod small_problems;
mod support;

use proptest::prelude::*;
use small_problems::{Kind, problems};
use sortition::fair::{Objective, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::random::Seed;

/// How often each person sits on these panels.
fn sits(problem: &Problem, panels: &[Vec<usize>]) -> Vec<u32> {
    let mut sits = vec![0; problem.pool.people.len()];
    for &member in panels.iter().flatten() {
        sits[member] += 1;
    }
    sits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_list_holds_valid_panels_and_is_as_close_as_it_says(problem in problems(Kind { people: 12, ..Kind::ALL }), count in 1..40_u32) {
        let Ok(outcome) = fair(&problem, Objective::Leximin, &mut Unwatched) else { return Ok(()) };
        let list = uniform(&problem, &outcome.chances, count, &mut Unwatched);
        prop_assert!(list.is_some(), "there are panels, so there are {} of them", count);
        let list = list.unwrap();
        prop_assert_eq!(list.panels.len(), count as usize);
        prop_assert!(list.parts.is_empty());
        for panel in &list.panels {
            prop_assert_eq!(support::is_panel(&problem, panel), Ok(()), "{:?}", panel);
        }
        let sits = sits(&problem, &list.panels);
        prop_assert_eq!(sits.iter().sum::<u32>(), count * problem.open_seats());
        let furthest = sits.iter().zip(&outcome.chances).map(|(&sits, chance)| (f64::from(sits) / f64::from(count) - chance).abs());
        prop_assert!((furthest.fold(0.0, f64::max) - list.deviation).abs() < 1e-12);
        prop_assert!(list.least <= list.deviation + 1e-9);
        for class in &problem.classes().classes {
            let of_class = || class.people.iter().map(|&person| sits[person]);
            let apart = of_class().max().unwrap() - of_class().min().unwrap();
            prop_assert!(apart <= 1, "people of one class sit {:?} times", of_class().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_list_as_long_as_the_chances_are_fractions_of_is_exact(problem in problems(Kind { households: false, ..Kind::ALL })) {
        // With nothing but a size everybody's chance is k/n, and n panels give exactly that.
        let mut free = problem;
        free.quotas = free.quotas.map(|_, _, quota| sortition::model::Quota { min: 0, max: 99, ..quota });
        let n = u32::try_from(free.drawable().len()).unwrap();
        let Ok(outcome) = fair(&free, Objective::Leximin, &mut Unwatched) else { return Ok(()) };
        prop_assume!(n > 0);
        let list = uniform(&free, &outcome.chances, n, &mut Unwatched).unwrap();
        prop_assert!(list.deviation < 1e-9, "{}", list.deviation);
    }
}

#[test]
fn quotas_that_contradict_themselves_have_no_list() {
    let quotas = support::quotas(&[("a", &[("x", 2, 1), ("y", 0, 3)])]);
    let odd = support::problem(quotas, &[&[0], &[0], &[1], &[1]], 3);
    assert!(fair(&odd, Objective::Leximin, &mut Unwatched).is_err());
    assert_eq!(uniform(&odd, &[0.75; 4], 8, &mut Unwatched), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Panels drawn by their chances, as often as it takes to see a chance that is off by a hundredth. With a fixed seed the numbers are the same on every machine; the bound
    /// is five standard deviations, so that a case that is right practically never fails.
    #[test]
    fn whoever_draws_often_finds_the_chances(problem in problems(Kind::ALL), number in any::<u32>()) {
        const DRAWS: u32 = 20_000;
        let Ok(outcome) = fair(&problem, Objective::Leximin, &mut Unwatched) else { return Ok(()) };
        let mut stream = Seed::of(&[&format!("draw {number}")]).stream("panels");
        let mut sits = vec![0_u32; problem.pool.people.len()];
        for _ in 0..DRAWS {
            let mut at = stream.fraction();
            let drawn = outcome.panels.iter().find(|panel| {
                at -= panel.probability;
                at < 0.0
            });
            for &member in &drawn.unwrap_or_else(|| outcome.panels.last().unwrap()).members {
                sits[member] += 1;
            }
        }
        let draws = f64::from(DRAWS);
        for (&sits, &chance) in sits.iter().zip(&outcome.chances) {
            let deviation = (draws * chance * (1.0 - chance)).max(0.0).sqrt();
            let off = (f64::from(sits) - draws * chance).abs();
            prop_assert!(off <= 5.0 * deviation + 1e-6 * draws, "{} of {} draws for {}", sits, draws, chance);
        }
    }
}
