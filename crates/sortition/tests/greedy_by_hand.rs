//! Legacy on problems small enough to be followed by hand.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use sortition::fair::{Phase, Unwatched, Watch};
use sortition::greedy::{ATTEMPTS, Drawn, GaveUp, draw, estimate};
use sortition::model::{Problem, Unfit};
use sortition::random::{Seed, Stream};
use sortition::read::{Algorithm, NoList};
use support::{is_panel, problem, quotas, together};

fn stream(name: &str) -> Stream {
    Seed::of(&["legacy by hand"]).stream(name)
}

fn panels(problem: &Problem, draws: usize) -> Vec<Drawn> {
    let mut stream = stream("panels");
    let one = |_| draw(problem, ATTEMPTS, &mut stream, &mut Unwatched).unwrap();
    let drawn: Vec<Drawn> = (0..draws).map(one).collect();
    for one in &drawn {
        assert_eq!(is_panel(problem, &one.members), Ok(()), "{one:?}");
    }
    drawn
}

/// Two women and two men; a woman and a man are wanted.
fn four() -> Problem {
    let quotas = quotas(&[("gender", &[("f", 1, 1), ("m", 1, 1)])]);
    problem(quotas, &[&[0], &[1], &[0], &[1]], 2)
}

#[test]
fn the_tightest_value_is_served_first() {
    // One of four is x, which is wanted once, and w is wanted once of three: x is tighter. Were w served first, p0 would not be drawn
    // always.
    let quotas = quotas(&[("a", &[("x", 1, 2), ("y", 0, 2)]), ("b", &[("v", 0, 2), ("w", 1, 2)])]);
    let four = problem(quotas, &[&[0, 0], &[1, 1], &[1, 1], &[1, 1]], 2);
    for drawn in panels(&four, 50) {
        assert_eq!((drawn.members[0], drawn.attempts), (0, 1));
    }
}

#[test]
fn seats_that_no_minimum_asks_for_are_given_all_the_same() {
    let three = problem(quotas(&[("a", &[("x", 0, 3), ("y", 0, 1)])]), &[&[0], &[0], &[0], &[1], &[1]], 3);
    for drawn in panels(&three, 50) {
        assert_eq!(drawn.members.len(), 3);
    }
}

#[test]
fn housemates_leave_the_pool_with_the_one_who_is_drawn() {
    let mut couple = four();
    together(&mut couple, &[0, 1]);
    let with = panels(&couple, 200);
    assert!(with.iter().all(|drawn| drawn.members != [0, 1]));
    for other in [[0, 3], [1, 2], [2, 3]] {
        assert!(with.iter().any(|drawn| drawn.members == other), "{other:?}");
    }
    // Without the rule they may both sit.
    couple.one_per_household = false;
    assert!(panels(&couple, 200).iter().any(|drawn| drawn.members == [0, 1]));
}

#[test]
fn two_couples_send_one_each() {
    let mut two = four();
    together(&mut two, &[0, 1]);
    together(&mut two, &[2, 3]);
    let drawn = panels(&two, 100);
    assert!(drawn.iter().all(|drawn| drawn.members == [0, 3] || drawn.members == [1, 2]));
}

#[test]
fn who_sits_already_counts_and_keeps_the_household_out() {
    let quotas = quotas(&[("gender", &[("f", 2, 2), ("m", 1, 1)])]);
    let mut next = problem(quotas, &[&[0], &[0], &[0], &[1], &[1]], 3);
    together(&mut next, &[0, 3]);
    next.selected = vec![0];
    assert!(panels(&next, 50).iter().all(|drawn| drawn.members[1] == 4));
    next.excluded = vec![1];
    assert!(panels(&next, 50).iter().all(|drawn| drawn.members == [2, 4]));
    let chances = estimate(&next, 100, ATTEMPTS, &mut stream("estimate"), &mut Unwatched).unwrap();
    let shares: Vec<f64> = chances.chances.iter().map(|chance| chance.share).collect();
    assert_eq!(shares, [0.0, 0.0, 1.0, 0.0, 1.0]);
    assert_eq!(chances.chances[3].high, 0.0, "that is certain, not counted");
}

#[test]
fn a_maximum_of_none_shuts_out() {
    let quotas = quotas(&[("a", &[("yes", 2, 2), ("never", 0, 0)])]);
    let shut = problem(quotas, &[&[1], &[0], &[0], &[1]], 2);
    assert!(panels(&shut, 20).iter().all(|drawn| drawn.members == [1, 2]));
}

#[test]
fn a_panel_of_nobody_is_drawn() {
    let nobody = problem(quotas(&[("a", &[("x", 0, 1)])]), &[&[0], &[0]], 0);
    assert_eq!(
        panels(&nobody, 1),
        [Drawn {
            members: vec![],
            attempts: 1
        }]
    );
}

#[test]
fn the_order_of_the_file_changes_nothing() {
    let mut one = four();
    together(&mut one, &[0, 1]);
    let mut other = one.clone();
    other.pool.people.reverse();
    for number in 0..40 {
        let ids = |problem: &Problem| -> Vec<String> {
            let drawn = draw(problem, ATTEMPTS, &mut stream(&number.to_string()), &mut Unwatched).unwrap();
            let mut ids: Vec<String> = drawn.members.iter().map(|&member| problem.pool.people[member].id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&one), ids(&other));
    }
}

#[test]
fn giving_up_says_after_how_many_attempts() {
    let quotas = quotas(&[("a", &[("x", 2, 2), ("y", 0, 2)]), ("b", &[("v", 2, 2), ("w", 0, 0)])]);
    let contradictory = problem(quotas, &[&[0, 1], &[0, 1], &[1, 0], &[1, 0]], 2);
    let mut numbers = stream("none");
    assert_eq!(
        draw(&contradictory, 7, &mut numbers, &mut Unwatched),
        Err(GaveUp::Attempts { attempts: 7 })
    );
    assert_eq!(
        estimate(&contradictory, 3, 7, &mut numbers, &mut Unwatched),
        Err(GaveUp::Attempts { attempts: 21 })
    );
    assert_eq!(
        draw(&four(), 0, &mut numbers, &mut Unwatched),
        Err(GaveUp::Attempts { attempts: 0 })
    );
}

#[test]
fn panels_at_once_and_problems_that_contradict_themselves_are_refused_each_in_its_way() {
    let mut two = four();
    two.parallel = 2;
    assert_eq!(
        draw(&two, ATTEMPTS, &mut stream("two"), &mut Unwatched),
        Err(GaveUp::Parallel { panels: 2 })
    );
    two.parallel = 0;
    assert_eq!(
        draw(&two, ATTEMPTS, &mut stream("two"), &mut Unwatched),
        Err(GaveUp::Unfit(Unfit::NoPanels))
    );
    let mut many = four();
    many.selected = vec![0, 1, 2];
    assert_eq!(
        draw(&many, ATTEMPTS, &mut stream("many"), &mut Unwatched),
        Err(GaveUp::Unfit(Unfit::TooManySelected { selected: 3, size: 2 }))
    );
}

#[test]
fn a_list_to_draw_from_is_refused_where_chances_are_not_known() {
    assert_eq!(Algorithm::Legacy.gives_list(1000), Err(NoList::Legacy { panels: 1000 }));
    assert_eq!(Algorithm::Diversimax.gives_list(2), Err(NoList::Diversimax { panels: 2 }));
    for algorithm in Algorithm::ALL {
        assert_eq!(algorithm.gives_list(1), Ok(()));
        assert_eq!(algorithm.gives_list(1000).is_ok(), algorithm.has_known_chances());
    }
    assert!(Algorithm::Legacy.is_lottery() && !Algorithm::Diversimax.is_lottery());
}

/// Says stop when it is asked the so many-th time.
struct Patience(u32);

impl Watch for Patience {
    fn phase(&mut self, _: Phase) {}

    fn progress(&mut self, part: f64) {
        assert!((0.0..=1.0).contains(&part));
    }

    fn stop(&mut self) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 == 0
    }
}

#[test]
fn stopping_keeps_what_was_counted() {
    let mut numbers = stream("stop");
    assert_eq!(draw(&four(), ATTEMPTS, &mut numbers, &mut Patience(1)), Err(GaveUp::Stopped));
    assert_eq!(
        estimate(&four(), 100, ATTEMPTS, &mut numbers, &mut Patience(1)),
        Err(GaveUp::Stopped)
    );
    let some = estimate(&four(), 100, ATTEMPTS, &mut numbers, &mut Patience(11)).unwrap();
    assert_eq!((some.draws, some.succeeded, some.attempts), (10, 10, 10));
}
