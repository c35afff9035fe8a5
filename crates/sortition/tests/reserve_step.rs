//! Somebody drops out: who of the reserve steps in, and why not the others.

#[path = "reserve_panel/mod.rs"]
mod made;

use made::{made_up, pool, quotas};
use proptest::prelude::*;
use sortition::model::Problem;
use sortition::random::{Seed, Stream};
use sortition::reserve::{Breach, Unreservable, Verdict, step_in};

fn stream(purpose: &str) -> Stream {
    Seed::of(&["step"]).stream(purpose)
}

/// Sex and town. Two of each sex and of each town have four seats.
fn problem(people: &[(&[u16], u32)]) -> Problem {
    let mut problem = Problem::new(quotas(&[&[(2, 2), (2, 2)], &[(2, 2), (2, 2)]]), pool(people), 4);
    problem.one_per_household = true;
    problem
}

#[test]
fn who_fits_best_steps_in_and_everybody_learns_why() {
    // A woman from the first town has left; the others are a woman from the second, a man from the first, a man from the second.
    let mut problem = problem(&[
        (&[0, 1], 1),
        (&[1, 0], 2),
        (&[1, 1], 3),
        (&[0, 0], 2), // lives with the second
        (&[0, 0], 4),
        (&[0, 0], 5),
        (&[0, 1], 6),
        (&[1, 1], 7),
        (&[0, 0], 8), // said no
    ]);
    problem.excluded = vec![8];
    let steps = step_in(&problem, &[0, 1, 2], &[0, 8, 7, 6, 5, 4, 3], 1, &mut stream("one")).unwrap();
    assert_eq!(steps.len(), 1);
    let step = &steps[0];
    assert!(step.person == Some(4) || step.person == Some(5));
    assert_eq!((step.distance, step.breaches.len(), step.proven), (0.0, 0, true));
    let of = |person: usize| step.candidates.iter().find(|candidate| candidate.person == person).unwrap();
    assert_eq!((&of(4).verdict, of(4).chance, of(5).chance), (&Verdict::Fits, 0.5, 0.5));
    assert_eq!((&of(3).verdict, of(3).chance), (&Verdict::Household { with: 1 }, 0.0));
    assert_eq!(of(0).verdict, Verdict::Seated);
    assert_eq!(of(8).verdict, Verdict::Excluded);
    let breach = |value, seats| Breach {
        feature: 1,
        value,
        seats,
        min: 2,
        max: 2,
    };
    assert_eq!(
        of(6).verdict,
        Verdict::FitsLess {
            distance: 1.0,
            breaches: vec![breach(0, 1), breach(1, 3)]
        }
    );
    assert!(matches!(&of(7).verdict, Verdict::FitsLess { distance, breaches } if *distance == 2.0 && breaches.len() == 4));
}

#[test]
fn among_those_who_fit_the_lot_decides_evenly() {
    let all: Vec<(&[u16], u32)> = vec![(&[0, 1], 0), (&[1, 0], 0), (&[1, 1], 0), (&[0, 0], 0), (&[0, 0], 0), (&[0, 0], 0)];
    let problem = problem(&all);
    let mut counts = [0.0; 3];
    let mut numbers = stream("lot");
    for _ in 0..600 {
        let steps = step_in(&problem, &[0, 1, 2], &[3, 4, 5], 1, &mut numbers).unwrap();
        counts[steps[0].person.unwrap() - 3] += 1.0;
    }
    let chi2: f64 = counts.iter().map(|count: &f64| (count - 200.0).powi(2) / 200.0).sum();
    assert!(chi2 < 13.8, "{counts:?}");
}

#[test]
fn two_seats_are_filled_with_an_eye_to_each_other() {
    // Missing are a woman and a man, one from each town. The woman from the first town alone looks as good as the man from the first;
    // but only a woman from the first and a man from the second (or the other way round) complete the panel.
    let problem = problem(&[(&[0, 0], 0), (&[1, 1], 0), (&[0, 0], 0), (&[1, 0], 0), (&[1, 1], 0)]);
    let steps = step_in(&problem, &[0, 1], &[2, 3, 4], 2, &mut stream("two")).unwrap();
    let mut people: Vec<usize> = steps.iter().filter_map(|step| step.person).collect();
    people.sort_unstable();
    assert_eq!(people, [2, 4]);
    assert!(steps.iter().all(|step| step.distance == 0.0));
    assert!(
        steps[0]
            .candidates
            .iter()
            .any(|one| one.person == 3 && matches!(one.verdict, Verdict::FitsLess { .. }))
    );
}

#[test]
fn a_reserve_that_runs_out_leaves_seats_empty_and_says_so() {
    let problem = problem(&[(&[0, 0], 1), (&[1, 1], 2), (&[0, 0], 3), (&[1, 0], 3)]);
    let steps = step_in(&problem, &[0, 1], &[2, 3], 2, &mut stream("out")).unwrap();
    // The two of the reserve live together: the second may not follow the first.
    assert_eq!(steps.len(), 2);
    let first = steps[0].person.unwrap();
    assert_eq!(steps[1].person, None);
    assert!(
        steps[1]
            .candidates
            .iter()
            .any(|one| one.verdict == Verdict::Household { with: first })
    );
    assert!(!steps[1].breaches.is_empty());
    assert_eq!(
        step_in(&problem, &[0, 1], &[2, 2], 1, &mut stream("no")),
        Err(Unreservable::Person { person: 2 })
    );
}

#[test]
fn the_same_seed_lets_the_same_people_step_in_for_ever() {
    let (problem, panel, _) = made_up(60, 12, &[3, 2], 0, &mut stream("pool"));
    let reserve: Vec<usize> = (0..60).filter(|person| !panel.contains(person)).take(20).collect();
    let steps = step_in(&problem, &panel[..9], &reserve, 3, &mut stream("golden")).unwrap();
    assert_eq!(steps.iter().filter_map(|step| step.person).collect::<Vec<_>>(), [4, 23, 22]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn chances_add_up_and_nobody_passed_over_would_have_fitted_better(seed in "[a-z]{4}", gone in 1usize..4) {
        let (mut problem, panel, _) = made_up(50, 10, &[3, 2, 2], 0, &mut stream(&seed));
        problem.one_per_household = true;
        let reserve: Vec<usize> = (0..50).filter(|person| !panel.contains(person)).take(15).collect();
        let steps = step_in(&problem, &panel[gone..], &reserve, gone as u32, &mut stream("draw")).unwrap();
        for step in &steps {
            prop_assert!(step.proven);
            prop_assert_eq!(step.candidates.len(), reserve.len());
            let sum: f64 = step.candidates.iter().map(|candidate| candidate.chance).sum();
            prop_assert!((sum - f64::from(u8::from(step.person.is_some()))).abs() < 1e-9);
            for candidate in &step.candidates {
                let worse = match &candidate.verdict {
                    Verdict::FitsLess { distance, .. } => *distance > step.distance,
                    _ => true,
                };
                prop_assert!(worse && (candidate.verdict == Verdict::Fits) == (candidate.chance > 0.0));
            }
        }
    }
}
