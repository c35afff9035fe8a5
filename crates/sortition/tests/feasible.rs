//! What stands in the way of a panel, and what helps.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use sortition::fair::{Objective, Unwatched, fair};
use sortition::feasible::{Bound, CannotRelax, Change, Side, conflict, for_everybody, relaxations, unreachable};
use sortition::model::{Problem, Quota};
use support::{problem, quotas, together};

/// Two of x and two of v are wanted, but nobody is both. The third feature has nothing to do with it.
fn crossed() -> Problem {
    let quotas = quotas(&[
        ("a", &[("x", 2, 2), ("y", 0, 2)]),
        ("b", &[("v", 2, 2), ("w", 0, 2)]),
        ("c", &[("r", 0, 2), ("s", 0, 2)]),
    ]);
    problem(quotas, &[&[0, 1, 0], &[0, 1, 1], &[1, 0, 0], &[1, 0, 1]], 2)
}

fn bound(feature: usize, value: usize, side: Side) -> Bound {
    Bound { feature, value, side }
}

#[test]
fn a_conflict_names_what_cannot_be_met_together_and_nothing_else() {
    let found = conflict(&crossed(), &mut Unwatched).unwrap();
    assert_eq!(found.bounds, [bound(0, 0, Side::Min), bound(1, 0, Side::Min)]);
    assert!(found.minimal && !found.households);
    // Without either of the two there is a panel.
    for (feature, value) in [(0, 0), (1, 0)] {
        let mut eased = crossed();
        eased.quotas.features[feature].values[value].quota.min = 0;
        assert_eq!(conflict(&eased, &mut Unwatched), None);
        assert!(fair(&eased, Objective::Leximin, &mut Unwatched).is_ok());
    }
}

#[test]
fn a_conflict_of_households_says_so() {
    let mut home = problem(quotas(&[("a", &[("x", 2, 2)])]), &[&[0], &[0]], 2);
    assert_eq!(conflict(&home, &mut Unwatched), None);
    together(&mut home, &[0, 1]);
    let found = conflict(&home, &mut Unwatched).unwrap();
    assert!(
        found.households && found.bounds.is_empty(),
        "{found:?}: the panel's size alone is too much for one household"
    );
}

#[test]
fn whole_panels_count_and_not_their_averages() {
    // Three people, each with two of three values' opposites: half a seat for each would do, whole seats do not.
    let pair = |name| (name, [("in", 1, 1), ("out", 1, 2)]);
    let (a, b, c) = (pair("ab"), pair("bc"), pair("ca"));
    let quotas = quotas(&[(a.0, &a.1[..]), (b.0, &b.1[..]), (c.0, &c.1[..])]);
    let triangle = problem(quotas, &[&[0, 1, 0], &[0, 0, 1], &[1, 0, 0], &[1, 1, 1]], 2);
    assert!(fair(&triangle, Objective::Leximin, &mut Unwatched).is_err());
    assert!(conflict(&triangle, &mut Unwatched).unwrap().minimal);
}

#[test]
fn relaxations_are_the_cheapest_first_and_each_another_way() {
    let found = relaxations(&crossed(), 4, &mut Unwatched).unwrap();
    assert!(found.len() >= 2, "{found:?}");
    assert!(
        found[0].cheapest && found.windows(2).all(|pair| pair[0].cost <= pair[1].cost + 1e-9),
        "{found:?}"
    );
    // Lowering a minimum of two by one or two, on one side or on both: each step costs 1 + 2/2.
    assert!((found[0].cost - 4.0).abs() < 1e-9, "{found:?}");
    for relaxation in &found {
        let eased = relaxation.apply(&crossed());
        assert!(fair(&eased, Objective::Leximin, &mut Unwatched).is_ok(), "{relaxation:?}");
    }
    assert!(
        (1..found.len()).all(|at| found[..at].iter().all(|before| before.changes != found[at].changes)),
        "{found:?}"
    );
}

#[test]
fn nothing_to_relax_is_no_relaxation_and_no_flex_is_none_possible() {
    let mut eased = crossed();
    eased.quotas.features[0].values[0].quota.min = 0;
    assert_eq!(relaxations(&eased, 3, &mut Unwatched), Ok(Vec::new()));
    let mut rigid = crossed();
    rigid.quotas = rigid.quotas.map(|_, _, quota| Quota::rigid(quota.min, quota.max));
    assert_eq!(relaxations(&rigid, 3, &mut Unwatched), Err(CannotRelax));
    assert_eq!(for_everybody(&rigid, &mut Unwatched), Err(CannotRelax));
}

#[test]
fn flex_is_as_far_as_it_goes() {
    let mut half = crossed();
    half.quotas = half
        .quotas
        .map(|feature, _, quota| if feature == 0 { Quota::rigid(quota.min, quota.max) } else { quota });
    let found = relaxations(&half, 1, &mut Unwatched).unwrap();
    assert_eq!(
        found[0].changes,
        [Change {
            feature: 1,
            value: 0,
            min: 0,
            max: 2
        }]
    );
}

/// Three people; one has a value that must not be there.
fn shut_out() -> Problem {
    let quotas = quotas(&[("a", &[("x", 1, 2), ("y", 0, 0)]), ("b", &[("v", 0, 2)])]);
    problem(quotas, &[&[0, 0], &[0, 0], &[1, 0]], 2)
}

#[test]
fn who_is_out_of_reach_is_told_why() {
    let found = unreachable(&shut_out(), &mut Unwatched);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].people.as_slice(), found[0].values.as_slice()), (&[2][..], &[1, 0][..]));
    assert_eq!(found[0].because.bounds, [bound(0, 1, Side::Max)]);
    assert!(
        unreachable(&crossed(), &mut Unwatched).is_empty(),
        "where there is no panel, that is the trouble"
    );
}

#[test]
fn a_relaxation_for_everybody_gives_everybody_a_chance() {
    let (relaxation, left) = for_everybody(&shut_out(), &mut Unwatched).unwrap();
    assert_eq!(
        (relaxation.changes.as_slice(), left.as_slice()),
        (
            &[Change {
                feature: 0,
                value: 1,
                min: 0,
                max: 1
            }][..],
            &[][..]
        )
    );
    let outcome = fair(&relaxation.apply(&shut_out()), Objective::Leximin, &mut Unwatched).unwrap();
    assert_eq!(outcome.figures.unreachable, 0);
    // Where the flex ends, it is said who is left.
    let mut shut = shut_out();
    shut.quotas.features[0].values[1].quota = Quota::rigid(0, 0);
    assert_eq!(
        for_everybody(&shut, &mut Unwatched).unwrap(),
        (
            sortition::feasible::Relaxation {
                changes: vec![],
                cost: 0.0,
                cheapest: false
            },
            vec![2]
        )
    );
}
