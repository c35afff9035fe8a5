//! The most mixed panel of problems small enough to be seen through.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use sortition::diverse::{Diverse, Failure, STARTS, diverse};
use sortition::fair::{Phase, Unwatched, Watch};
use sortition::model::{Problem, Unfit};
use sortition::random::Seed;
use support::{is_panel, problem, quotas, together};

fn mixed_by(problem: &Problem, name: &str) -> Diverse {
    let found = diverse(problem, STARTS, &mut Seed::of(&["diverse by hand"]).stream(name), &mut Unwatched).unwrap();
    assert_eq!(is_panel(problem, &found.members), Ok(()), "{found:?}");
    found
}

fn mixed(problem: &Problem) -> Diverse {
    mixed_by(problem, "one")
}

/// Two features of two values; three people of each of two profiles that mirror each other, and one of each other profile.
fn eight() -> Problem {
    let quotas = quotas(&[("gender", &[("f", 2, 2), ("m", 2, 2)]), ("age", &[("young", 2, 2), ("old", 2, 2)])]);
    let people: [&[u16]; 8] = [&[0, 0], &[0, 0], &[0, 0], &[0, 1], &[1, 0], &[1, 1], &[1, 1], &[1, 1]];
    problem(quotas, &people, 4)
}

#[test]
fn a_panel_has_one_of_each_profile_where_quotas_would_take_two_of_two() {
    let found = mixed(&eight());
    assert_eq!((found.value, found.bound, found.gap()), (0.0, 0.0, 0.0));
    assert!(found.members.contains(&3) && found.members.contains(&4));
    assert_eq!(found.subsets, [vec![0], vec![1], vec![0, 1]]);
}

#[test]
fn chance_decides_only_among_those_who_are_alike() {
    let mut times = [0; 8];
    for number in 0..300 {
        for member in mixed_by(&eight(), &number.to_string()).members {
            times[member] += 1;
        }
    }
    assert_eq!((times[3], times[4]), (300, 300), "who is alone with a profile has no luck to need");
    // With 2 degrees of freedom χ² is above 13.8 once in a thousand times.
    for alike in [&times[..3], &times[5..]] {
        let chi2: f64 = alike.iter().map(|&times| (f64::from(times) - 100.0).powi(2) / 100.0).sum();
        assert!(chi2 < 13.8, "{times:?}");
    }
}

#[test]
fn what_does_not_divide_is_unavoidable_and_no_gap() {
    // Five seats for two, two and four profiles: 2.5, 2.5 and 1.25 each cannot be; halves cost 1 for each feature, quarters 3 · ¼ + ¾.
    let mut five = eight();
    five.size = 5;
    five.quotas = quotas(&[("gender", &[("f", 2, 3), ("m", 2, 3)]), ("age", &[("young", 2, 3), ("old", 2, 3)])]);
    let found = mixed(&five);
    assert_eq!((found.value, found.bound), (3.5, 3.5));
}

#[test]
fn quotas_come_before_mixture() {
    let mut women = eight();
    women.quotas = quotas(&[("gender", &[("f", 4, 4), ("m", 0, 0)]), ("age", &[("young", 2, 3), ("old", 0, 2)])]);
    // Three young women and the old one: 2 + 2 for gender, 1 + 1 for age, 2 + 0 + 1 + 1 for both.
    let found = mixed(&women);
    assert_eq!(
        (found.members.as_slice(), found.value, found.bound),
        (&[0, 1, 2, 3][..], 10.0, 10.0)
    );
}

#[test]
fn households_come_before_mixture() {
    let mut couple = eight();
    together(&mut couple, &[3, 4]);
    // Both are needed for a perfect panel; the quotas then leave two of two profiles.
    let found = mixed(&couple);
    assert_eq!(found.value, 4.0);
    assert!(!found.members.contains(&3) && !found.members.contains(&4));
    // Half of each would cost half as much: average panels are what the bound is about.
    assert_eq!(found.bound, 2.0);
}

#[test]
fn of_a_household_of_people_who_are_alike_one_sits() {
    let mut homes = problem(
        quotas(&[("a", &[("x", 2, 2), ("y", 1, 1)])]),
        &[&[0], &[0], &[0], &[0], &[1], &[1]],
        3,
    );
    together(&mut homes, &[0, 1]);
    together(&mut homes, &[2, 3]);
    together(&mut homes, &[4, 5]);
    for number in 0..30 {
        mixed_by(&homes, &number.to_string());
    }
}

#[test]
fn who_sits_already_is_mixed_with() {
    let mut next = eight();
    next.selected = vec![0, 5];
    assert_eq!((mixed(&next).members.as_slice(), mixed(&next).value), (&[3, 4][..], 0.0));
    // Without the old woman there is no better panel than two and two. Nor are there two people to each profile of both, unless a ninth
    // comes.
    next.excluded = vec![3];
    assert_eq!(mixed(&next).subsets, [[0], [1]]);
    let mut ninth = next.pool.people[7].clone();
    ninth.id = "p8".to_owned();
    next.pool.people.push(ninth);
    assert_eq!((mixed(&next).value, mixed(&next).bound), (4.0, 4.0));
    next.excluded = vec![];
    together(&mut next, &[0, 3]);
    assert_eq!(mixed(&next).value, 4.0, "who lives with somebody selected stays out");
}

#[test]
fn sets_that_a_panel_cannot_hold_do_not_count() {
    let features = quotas(&[
        ("a", &[("1", 0, 9), ("2", 0, 9)]),
        ("b", &[("1", 0, 9), ("2", 0, 9), ("3", 0, 9)]),
        ("c", &[("1", 0, 9), ("2", 0, 9)]),
    ]);
    let people: Vec<[u16; 3]> = (0..12).map(|number| [number % 2, number % 3, number / 6]).collect();
    let people: Vec<&[u16]> = people.iter().map(<[u16; 3]>::as_slice).collect();
    // Six profiles and 12 people: two to a profile; twelve profiles are more than seats.
    let all = problem(features.clone(), &people, 6);
    assert_eq!(mixed(&all).subsets, [vec![0], vec![1], vec![2], vec![0, 1], vec![0, 2], vec![1, 2]]);
    // Without one of them there are too few people for six; with five seats, too few seats.
    let fewer = problem(features.clone(), &people[..11], 6);
    assert_eq!(mixed(&fewer).subsets, [vec![0], vec![1], vec![2], vec![0, 2]]);
    let small = problem(features.clone(), &people, 5);
    assert_eq!(mixed(&small).subsets, [vec![0], vec![1], vec![2], vec![0, 2]]);
    let one = problem(features, &people, 1);
    assert_eq!(
        (mixed(&one).subsets, mixed(&one).value, mixed(&one).members.len()),
        (Vec::<Vec<usize>>::new(), 0.0, 1)
    );
}

#[test]
fn of_too_many_sets_the_small_ones_count_and_lots_are_drawn_for_the_last() {
    let feature = ("f", &[("1", 0, 40), ("2", 0, 40)][..]);
    let features = quotas(&[feature; 12]);
    let people: Vec<Vec<u16>> = (0..80_u16)
        .map(|number| (0..12).map(|feature| number.wrapping_mul(2 * feature + 7) >> 2 & 1).collect())
        .collect();
    let people: Vec<&[u16]> = people.iter().map(Vec::as_slice).collect();
    let many = problem(features, &people, 20);
    let sets = |name: &str| {
        diverse(&many, 0, &mut Seed::of(&["sets"]).stream(name), &mut Unwatched)
            .unwrap()
            .subsets
    };
    let (one, other) = (sets("one"), sets("other"));
    assert_eq!((one.len(), one.iter().filter(|set| set.len() == 1).count()), (50, 12));
    assert!(one.iter().all(|set| set.len() <= 2) && one != other && one == sets("one"));
}

#[test]
fn the_order_of_the_file_changes_nothing() {
    let mut one = eight();
    together(&mut one, &[0, 4]);
    let mut other = one.clone();
    other.pool.people.reverse();
    for number in 0..20 {
        let ids = |problem: &Problem| {
            let found = mixed_by(problem, &number.to_string());
            let mut ids: Vec<String> = found.members.iter().map(|&member| problem.pool.people[member].id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&one), ids(&other));
    }
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
fn stopped_early_it_is_a_panel_with_an_honest_gap() {
    let mut stopped = 0;
    for patience in 1..60 {
        let mut stream = Seed::of(&["stop"]).stream("stop");
        let found = match diverse(&eight(), STARTS, &mut stream, &mut Patience(patience)) {
            Ok(found) => found,
            // Before there is any panel, there is nothing to give.
            Err(why) => {
                assert_eq!((why, stopped + 1), (Failure::Stopped, patience));
                stopped += 1;
                continue;
            }
        };
        assert_eq!(is_panel(&eight(), &found.members), Ok(()));
        assert!(found.bound <= 0.0 && found.value >= found.bound, "{found:?}");
    }
    assert!((1..10).contains(&stopped), "{stopped}");
}

#[test]
fn what_cannot_be_answered_is_refused_each_in_its_way() {
    let ask = |problem: &Problem| diverse(problem, STARTS, &mut Seed::of(&["no"]).stream("no"), &mut Unwatched);
    let mut two = eight();
    two.parallel = 2;
    assert_eq!(ask(&two), Err(Failure::Parallel { panels: 2 }));
    two.parallel = 0;
    assert_eq!(ask(&two), Err(Failure::Unfit(Unfit::NoPanels)));
    let quotas = quotas(&[("a", &[("x", 2, 2), ("y", 0, 2)]), ("b", &[("v", 2, 2), ("w", 0, 0)])]);
    let contradictory = problem(quotas, &[&[0, 1], &[0, 1], &[1, 0], &[1, 0]], 2);
    assert_eq!(ask(&contradictory), Err(Failure::NoPanel));
    let nobody = Problem { size: 0, ..eight() };
    assert_eq!(ask(&nobody), Err(Failure::NoPanel));
}

#[test]
fn a_panel_of_nobody_is_as_mixed_as_it_can_be() {
    let nobody = problem(quotas(&[("a", &[("x", 0, 1)])]), &[&[0], &[0]], 0);
    let found = mixed(&nobody);
    assert_eq!((found.members.len(), found.value, found.bound, found.gap()), (0, 0.0, 0.0, 0.0));
}
