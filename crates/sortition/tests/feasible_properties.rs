//! What is said of quotas that cannot be met, held against problems small enough to look at every set of people.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod exhaustive;
mod small_problems;

use exhaustive::{beside, is_apart, panels, reached, seatings, sets};
use proptest::prelude::*;
use small_problems::{Kind, problems};
use sortition::fair::Unwatched;
use sortition::feasible::{Bound, CannotRelax, Side, conflict, for_everybody, relaxations, unreachable};
use sortition::model::{Problem, Quota};

/// Whether some set of people fills the seats and obeys these ends of quotas, and the rule about households if asked.
fn can_be_met(problem: &Problem, bounds: &[Bound], households: bool, with: Option<usize>) -> bool {
    let numbers: Vec<(usize, usize)> = problem.quotas.values().map(|(feature, value, _)| (feature, value)).collect();
    sets(&problem.drawable(), problem.open_seats() as usize).into_iter().any(|members| {
        let obeys = beside(problem, &members)
            .iter()
            .zip(&numbers)
            .all(|(&(quota, count), &(feature, value))| {
                let has = |side| bounds.contains(&Bound { feature, value, side });
                (count >= quota.min || !has(Side::Min)) && (count <= quota.max || !has(Side::Max))
            });
        obeys && (!households || is_apart(problem, &members)) && with.is_none_or(|person| members.contains(&person))
    })
}

/// Whether the conditions contradict each other, and no longer do without any one of them.
fn is_minimal(problem: &Problem, bounds: &[Bound], households: bool, with: Option<usize>) -> Result<(), TestCaseError> {
    prop_assert!(!can_be_met(problem, bounds, households, with), "{:?} can be met", bounds);
    for leave in 0..bounds.len() {
        let mut fewer = bounds.to_vec();
        let left = fewer.remove(leave);
        prop_assert!(
            can_be_met(problem, &fewer, households, with),
            "{:?} is not needed in {:?}",
            left,
            bounds
        );
    }
    prop_assert!(!households || can_be_met(problem, bounds, false, with), "households are not needed");
    Ok(())
}

/// What lowering a minimum by one costs.
fn weight(min: u32) -> f64 {
    if min == 0 { 0.0 } else { 1.0 + 2.0 / f64::from(min) }
}

/// What it costs to move the quotas as far as this panel needs; `None`: further than the flex allows.
fn cost(problem: &Problem, members: &[usize]) -> Option<f64> {
    beside(problem, members).into_iter().try_fold(0.0, |sum, (quota, count)| {
        let (down, up) = (quota.min.saturating_sub(count), count.saturating_sub(quota.max));
        let widest = quota.relaxed(problem.size);
        let allowed = (down == 0 || count >= widest.min) && (up == 0 || count <= widest.max);
        allowed.then(|| sum + f64::from(down) * weight(quota.min) + f64::from(up))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_conflict_is_told_if_and_only_if_there_is_no_panel_and_each_part_of_it_is_needed(problem in problems(Kind::ALL)) {
        let found = conflict(&problem, &mut Unwatched);
        prop_assert_eq!(found.is_none(), !panels(&problem).is_empty());
        if let Some(found) = found {
            prop_assert!(found.minimal);
            prop_assert!(problem.one_per_household || !found.households);
            is_minimal(&problem, &found.bounds, found.households, None)?;
        }
    }

    #[test]
    fn who_is_out_of_reach_is_who_sits_on_no_panel_and_the_reason_is_one(problem in problems(Kind::ALL)) {
        // Where all seats are taken, nobody needs a reason.
        prop_assume!(problem.open_seats() > 0);
        let panels = panels(&problem);
        let reached = reached(&problem, &panels);
        let told = unreachable(&problem, &mut Unwatched);
        let mut people: Vec<usize> = told.iter().flat_map(|told| told.people.clone()).collect();
        people.sort_unstable();
        let wanted: Vec<usize> = problem.drawable().into_iter().filter(|&person| !panels.is_empty() && !reached[person]).collect();
        prop_assert_eq!(people, wanted);
        for told in told {
            prop_assert!(told.because.minimal);
            is_minimal(&problem, &told.because.bounds, told.because.households, Some(told.people[0]))?;
        }
    }

    #[test]
    fn relaxations_help_and_the_first_is_the_cheapest_there_is(problem in problems(Kind { people: 7, ..Kind::ALL })) {
        let cheapest = seatings(&problem).iter().filter_map(|members| cost(&problem, members)).reduce(f64::min);
        match relaxations(&problem, 3, &mut Unwatched) {
            Err(CannotRelax) => prop_assert_eq!(cheapest, None),
            Ok(found) if !panels(&problem).is_empty() => prop_assert_eq!(found, []),
            Ok(found) => {
                prop_assert!(found[0].cheapest);
                prop_assert!((found[0].cost - cheapest.unwrap()).abs() < 1e-6, "{:?} costs more than {:?}", found[0], cheapest);
                prop_assert!(found.windows(2).all(|pair| pair[0].cost <= pair[1].cost + 1e-6));
                for relaxation in found {
                    let relaxed = relaxation.apply(&problem);
                    prop_assert!(!panels(&relaxed).is_empty(), "{:?} does not help", relaxation);
                    for ((_, _, old), (_, _, new)) in problem.quotas.values().zip(relaxed.quotas.values()) {
                        let widest = old.quota.relaxed(problem.size);
                        prop_assert!(new.quota.min >= widest.min.min(old.quota.min) && new.quota.max <= widest.max.max(old.quota.max));
                    }
                }
            }
        }
    }

    #[test]
    fn after_a_relaxation_for_everybody_nobody_is_left_who_could_be_reached(problem in problems(Kind { people: 7, ..Kind::ALL })) {
        if let Ok((relaxation, left)) = for_everybody(&problem, &mut Unwatched) {
            let relaxed = relaxation.apply(&problem);
            let now = reached(&relaxed, &panels(&relaxed));
            let mut widest = problem.clone();
            widest.quotas = widest.quotas.map(|_, _, quota: Quota| {
                let widest = quota.relaxed(problem.size);
                Quota { min: widest.min.min(quota.min), max: widest.max.max(quota.max), ..quota }
            });
            let at_best = reached(&widest, &panels(&widest));
            for person in problem.drawable() {
                prop_assert_eq!(now[person], at_best[person], "p{}: {:?}", person, relaxation);
                prop_assert_eq!(left.contains(&person), !at_best[person]);
            }
        }
    }
}
