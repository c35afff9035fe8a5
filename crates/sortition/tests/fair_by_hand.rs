//! Problems small enough to be solved by hand.
//!
//! The cases that every lottery of this kind must get right, and where each is tested:
//!
//! | case | test |
//! |---|---|
//! | 1. five people of two features, and two of them under one roof | [`two_of_five_and_then_two_at_home`] |
//! | 2. somebody who must be there, and three who share the other seat | [`who_is_alone_with_a_value_sits_on_every_panel`] |
//! | 3. the same with a value that everybody has and one may have: no panel, and no flex | [`exactly_one_of_what_everybody_is_cannot_be_had_nor_relaxed`] |
//! | 4. seven people, where the best product is in sevenths | [`the_best_product_is_in_sevenths_and_the_best_lowest_chance_a_half`] |
//! | 5. forty-six of sixty, and one who is out of reach | [`one_without_a_chance_does_not_spoil_the_others`] |
//! | 6. leximin goes on through all levels | `fair_pools.rs`; `leximin_is_what_looking_at_every_panel_gives` in `fair_properties.rs` |
//! | 7. panels of nobody | [`a_panel_of_nobody_is_drawn_with_certainty`]; combinations that are refused belong to the command line and to `greedy` and `diverse`, unknown names to `read_settings.rs` |
//! | 8. a list of numbered panels | `lottery_properties.rs`, `fair_pools.rs` |
//! | 9. the same seed draws the same | `random.rs`; seed 0 is fresh chance: `read_settings.rs` |
//! | headings of three dialects, flex, extra, missing and doubled columns | `read_quotas.rs` |
//! | blank and worded numbers, min over max, flex on the wrong side, all told at once | `every_bad_cell_is_told_at_once_in_the_order_of_the_file` in `read_quotas.rs` |
//! | byte order mark, blank rows, notes, titles, names that are numbers, cases and spaces | `read_quotas.rs`, `read_people.rs` |
//! | ids that are blank, doubled alike or doubled and different, telephone numbers | `read_people.rs`, `write_lists.rs` |
//! | values that are unknown or blank, columns to keep that are missing, empty files | `read_people.rs` |
//! | headings below other rows for those already selected | `read_selected.rs` |
//! | features that contradict each other, a size outside of all sums, too few people, values that may not be | `check_fit.rs` |
//! | addresses of none, one and several columns, three and more at one address, half an address | `read_people.rs`; [`of_a_household_one_at_most_and_without_an_address_nobody_is_related`] |
//! | households alike, which are not each other's | [`of_couples_alike_nobody_sits_beside_their_own`] |
//! | earlier panels keep their addresses out | [`who_sits_already_counts_and_keeps_the_household_out`], `read_selected.rs` |
//! | housemates among those who remain | `check_overview.rs`; the greedy way removes them: `greedy` |
//! | what was written reads as it was | `read_quotas.rs`, `write_lists.rs`, `read_selected.rs` |
//!
//! A file whose last line has no end is the business of who cuts it into cells: the engine is handed rows.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use sortition::fair::{Failure, Objective, Outcome, Status, Unwatched, fair};
use sortition::feasible::{CannotRelax, relaxations};
use sortition::model::{Problem, Quota, Unfit};
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
fn two_of_five_and_then_two_at_home() {
    let quotas = quotas(&[("gender", &[("f", 1, 2), ("m", 1, 2)]), ("age", &[("young", 1, 2), ("old", 1, 2)])]);
    // A panel is two people who differ in both: the first with either of the next two, or the last two.
    let mut two = problem(quotas, &[&[0, 0], &[1, 1], &[1, 1], &[0, 1], &[1, 0]], 2);
    let third = 1.0 / 3.0;
    for objective in [Objective::Leximin, Objective::Maximin] {
        are(&solved(&two, objective).chances, &[2.0 * third, third, third, third, third]);
    }
    together(&mut two, &[3, 4]);
    let outcome = solved(&two, Objective::Leximin);
    are(&outcome.chances, &[1.0, 0.5, 0.5, 0.0, 0.0]);
    assert_eq!(outcome.figures.unreachable, 2);
}

#[test]
fn exactly_one_of_what_everybody_is_cannot_be_had_nor_relaxed() {
    let people: [&[u16]; 4] = [&[0, 0, 0], &[0, 1, 0], &[0, 1, 0], &[0, 1, 0]];
    let with = |most| quotas(&[("a", &[("v1", 1, most)]), ("b", &[("x", 1, 2), ("y", 0, 2)]), ("c", &[("z", 0, 2)])]);
    let third = 1.0 / 3.0;
    are(
        &solved(&problem(with(2), &people, 2), Objective::Leximin).chances,
        &[1.0, third, third, third],
    );
    let mut one = problem(with(1), &people, 2);
    assert_eq!(fair(&one, Objective::Leximin, &mut Unwatched), Err(Failure::NoPanel));
    assert!(
        !relaxations(&one, 1, &mut Unwatched).unwrap().is_empty(),
        "as long as it may be relaxed"
    );
    one.quotas = one.quotas.map(|_, _, quota| Quota::rigid(quota.min, quota.max));
    assert_eq!(fair(&one, Objective::Leximin, &mut Unwatched), Err(Failure::NoPanel));
    assert_eq!(relaxations(&one, 1, &mut Unwatched), Err(CannotRelax));
}

#[test]
fn the_best_product_is_in_sevenths_and_the_best_lowest_chance_a_half() {
    let quotas = quotas(&[
        ("gender", &[("f", 1, 1), ("m", 4, 4)]),
        ("leaning", &[("liberal", 4, 4), ("conservative", 1, 1)]),
    ]);
    // Either the conservative woman with the four, or the liberal woman and the conservative man with three of them.
    let people: [&[u16]; 7] = [&[1, 0], &[1, 0], &[1, 0], &[1, 0], &[0, 0], &[1, 1], &[0, 1]];
    let seven = problem(quotas, &people, 5);
    let (six, four, three) = (6.0 / 7.0, 4.0 / 7.0, 3.0 / 7.0);
    are(&solved(&seven, Objective::Nash).chances, &[six, six, six, six, four, four, three]);
    let leximin = solved(&seven, Objective::Leximin);
    are(&leximin.chances, &[0.875, 0.875, 0.875, 0.875, 0.5, 0.5, 0.5]);
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
    // Seven people: five seats, one woman at most, at most one conservative.
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
