//! Problems small enough to be solved by hand.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use sortition::fair::{Failure, Objective, Outcome, Status, Unwatched, fair};
use sortition::model::{Problem, Unfit};
use support::{is_panel, problem, quotas, together};

fn solved(problem: &Problem, objective: Objective) -> Outcome {
    let outcome = fair(problem, objective, &mut Unwatched).unwrap();
    assert_eq!(outcome.status, Status::Certified, "{outcome:?}");
    for panel in &outcome.panels {
        assert_eq!(is_panel(problem, &panel.members), Ok(()), "{panel:?}");
    }
    let all: f64 = outcome.panels.iter().map(|panel| panel.probability).sum();
    assert!((all - 1.0).abs() < 1e-9, "{all}");
    outcome
}

#[track_caller]
fn are(found: &[f64], wanted: &[f64]) {
    let near = found.len() == wanted.len() && found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-6);
    assert!(near, "{found:?} are not {wanted:?}");
}

/// Five people, two features of two values, each once or twice on a panel of two.
fn five() -> Problem {
    let quotas = quotas(&[("gender", &[("f", 1, 2), ("m", 1, 2)]), ("age", &[("young", 1, 2), ("old", 1, 2)])]);
    problem(quotas, &[&[0, 0], &[0, 0], &[1, 1], &[1, 1], &[1, 0]], 2)
}

#[test]
fn a_small_group_gets_what_the_quotas_leave_it() {
    // A panel has a woman and a man, a young and an old one: each of the two women with each of the two old men; the young man fits nobody.
    let outcome = solved(&five(), Objective::Leximin);
    are(&outcome.chances, &[0.5, 0.5, 0.5, 0.5, 0.0]);
    assert_eq!(outcome.figures.unreachable, 1);
}

#[test]
fn who_is_alone_with_a_value_sits_on_every_panel() {
    // One person with v1, which must be there once; three others share the second seat.
    let quotas = quotas(&[("a", &[("v1", 1, 2), ("v2", 0, 2)]), ("b", &[("w", 0, 2)]), ("c", &[("x", 0, 2)])]);
    let outcome = solved(
        &problem(quotas, &[&[0, 0, 0], &[1, 0, 0], &[1, 0, 0], &[1, 0, 0]], 2),
        Objective::Leximin,
    );
    are(&outcome.chances, &[1.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
}

#[test]
fn nash_finds_the_only_best_product() {
    // Seven people: five seats, one or two women, at most one conservative; the chances are known from the literature (sevenths).
    let quotas = quotas(&[
        ("gender", &[("f", 0, 1), ("m", 4, 4)]),
        ("leaning", &[("liberal", 4, 5), ("conservative", 0, 1)]),
    ]);
    let people: [&[u16]; 7] = [&[1, 0], &[1, 0], &[1, 0], &[1, 0], &[1, 1], &[0, 0], &[0, 0]];
    let outcome = solved(&problem(quotas, &people, 5), Objective::Nash);
    // Four of five men: the conservative among them with the same right as each liberal; two women share one seat.
    are(&outcome.chances, &[0.8, 0.8, 0.8, 0.8, 0.8, 0.5, 0.5]);
}

#[test]
fn one_without_a_chance_does_not_spoil_the_others() {
    let quotas = quotas(&[("a", &[("yes", 46, 46), ("never", 0, 0)])]);
    let mut people: Vec<&[u16]> = vec![&[0]; 60];
    people.push(&[1]);
    for objective in [
        Objective::Maximin,
        Objective::Leximin,
        Objective::Nash,
        Objective::Goldilocks { gamma: 1.0 },
        Objective::Minimax,
    ] {
        let outcome = solved(&problem(quotas.clone(), &people, 46), objective);
        let mut wanted = vec![46.0 / 60.0; 60];
        wanted.push(0.0);
        are(&outcome.chances, &wanted);
        assert!(outcome.chances[60] == 0.0, "exactly none");
    }
}

#[test]
fn of_a_household_one_at_most_and_without_an_address_nobody_is_related() {
    let quotas = quotas(&[("a", &[("x", 0, 4)])]);
    let mut shared = problem(quotas, &[&[0], &[0], &[0], &[0]], 2);
    together(&mut shared, &[0, 1]);
    let outcome = solved(&shared, Objective::Leximin);
    // Those at home share a seat in two of three panels each third; the others as much as is left.
    are(&outcome.chances, &[0.5, 0.5, 0.5, 0.5]);
    let mut three = shared.clone();
    together(&mut three, &[0, 1, 2]);
    are(&solved(&three, Objective::Leximin).chances, &[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 1.0]);
}

#[test]
fn people_of_one_household_may_differ() {
    let quotas = quotas(&[("gender", &[("f", 1, 1), ("m", 1, 1)])]);
    let mut couple = problem(quotas, &[&[0], &[1], &[0], &[1]], 2);
    together(&mut couple, &[0, 1]);
    are(&solved(&couple, Objective::Leximin).chances, &[0.5, 0.5, 0.5, 0.5]);
}

#[test]
fn of_couples_alike_nobody_sits_beside_their_own() {
    let mut couples = problem(quotas(&[("a", &[("x", 0, 3)])]), &[&[0][..]; 7], 3);
    for home in [[0, 1], [2, 3], [4, 5]] {
        together(&mut couples, &home);
    }
    for objective in [Objective::Leximin, Objective::Nash, Objective::Minimax] {
        // `solved` looks at every panel.
        are(&solved(&couples, objective).chances, &[3.0 / 7.0; 7]);
    }
    // A couple of each kind: whoever sits, the other one does not.
    let mut mixed = problem(
        quotas(&[("gender", &[("f", 1, 1), ("m", 1, 1)])]),
        &[&[0], &[1], &[0], &[1], &[0], &[1]],
        2,
    );
    for home in [[0, 1], [2, 3], [4, 5]] {
        together(&mut mixed, &home);
    }
    are(&solved(&mixed, Objective::Leximin).chances, &[1.0 / 3.0; 6]);
}

#[test]
fn nash_sees_what_only_few_panels_show() {
    // Whoever lies at the edge of all the panels that were looked at need not lie there in all panels there are.
    let quotas = quotas(&[
        ("age", &[("young", 2, 3), ("old", 1, 2)]),
        ("town", &[("a", 1, 2), ("b", 2, 3), ("c", 0, 1)]),
    ]);
    let people: [&[u16]; 7] = [&[0, 1], &[0, 0], &[0, 1], &[1, 1], &[1, 2], &[1, 1], &[1, 0]];
    let mut narrow = problem(quotas, &people, 4);
    together(&mut narrow, &[0, 6]);
    together(&mut narrow, &[2, 3]);
    are(&solved(&narrow, Objective::Nash).chances, &[0.5, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5]);
}

#[test]
fn who_sits_already_counts_and_keeps_the_household_out() {
    let quotas = quotas(&[("gender", &[("f", 2, 2), ("m", 1, 1)])]);
    let mut next = problem(quotas, &[&[0], &[0], &[0], &[1], &[1]], 3);
    together(&mut next, &[0, 3]);
    next.selected = vec![0];
    let outcome = solved(&next, Objective::Leximin);
    are(&outcome.chances, &[0.0, 0.5, 0.5, 0.0, 1.0]);
    next.excluded = vec![1];
    are(&solved(&next, Objective::Leximin).chances, &[0.0, 0.0, 1.0, 0.0, 1.0]);
}

#[test]
fn panels_at_once_share_nobody_and_double_the_chance() {
    let quotas = quotas(&[("gender", &[("f", 1, 1), ("m", 1, 1)])]);
    let mut two = problem(quotas, &[&[0], &[0], &[0], &[1], &[1], &[1], &[1]], 2);
    two.parallel = 2;
    let outcome = fair(&two, Objective::Leximin, &mut Unwatched).unwrap();
    are(&outcome.chances, &[2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0, 0.5, 0.5, 0.5, 0.5]);
}

#[test]
fn quotas_that_contradict_each_other_are_no_question_of_chance() {
    let quotas = quotas(&[("a", &[("x", 2, 2), ("y", 0, 2)]), ("b", &[("v", 2, 2), ("w", 0, 0)])]);
    let contradictory = problem(quotas, &[&[0, 1], &[0, 1], &[1, 0], &[1, 0]], 2);
    assert_eq!(fair(&contradictory, Objective::Leximin, &mut Unwatched), Err(Failure::NoPanel));
}

#[test]
fn a_panel_of_nobody_is_drawn_with_certainty() {
    let nobody = problem(quotas(&[("a", &[("x", 0, 1)])]), &[&[0], &[0]], 0);
    let outcome = solved(&nobody, Objective::Leximin);
    are(&outcome.chances, &[0.0, 0.0]);
    assert_eq!(outcome.panels.len(), 1);
}

#[test]
fn what_does_not_fit_together_is_said_before_anything_is_calculated() {
    let mut odd = five();
    odd.pool.people[3].values[1] = 7;
    assert_eq!(
        fair(&odd, Objective::Leximin, &mut Unwatched),
        Err(Failure::Unfit(Unfit::Values { person: 3 }))
    );
    let mut many = five();
    many.selected = vec![0, 1, 2];
    assert_eq!(
        fair(&many, Objective::Leximin, &mut Unwatched),
        Err(Failure::Unfit(Unfit::TooManySelected { selected: 3, size: 2 }))
    );
}
