//! Letters to people: chances as stated, whatever the design.

use proptest::prelude::*;
use sortition::invite::{Design, Frame, Invited, Resident, Unsuited, invite};
use sortition::random::{Seed, Stream};

fn stream(purpose: &str) -> Stream {
    Seed::of(&["letters"]).stream(purpose)
}

/// People by stratum and household number; 0: no address is known.
fn frame(strata: usize, people: &[(usize, u32)]) -> Frame {
    let resident = |(number, &(stratum, household)): (usize, &(usize, u32))| Resident {
        id: format!("p{number:03}"),
        stratum,
        household: (household > 0).then(|| format!("home {household}")),
    };
    Frame {
        people: people.iter().enumerate().map(resident).collect(),
        strata,
    }
}

fn plain(counts: &[usize]) -> Frame {
    let people: Vec<(usize, u32)> = counts
        .iter()
        .enumerate()
        .flat_map(|(stratum, &count)| vec![(stratum, 0); count])
        .collect();
    frame(counts.len(), &people)
}

fn letters(invited: &Invited) -> Vec<u64> {
    invited.strata.iter().map(|stratum| stratum.letters).collect()
}

#[test]
fn a_simple_draw_gives_everybody_the_same_chance() {
    let invited = invite(&plain(&[30, 10]), &Design::Simple, 8, false, &mut stream("simple")).unwrap();
    assert_eq!(invited.people.len(), 8);
    assert!(invited.chances.iter().all(|&chance| chance == 0.2));
    assert_eq!(invited.strata[1].people, 10);
    assert!((invited.strata[0].expected - 6.0).abs() < 1e-12);
}

#[test]
fn strata_share_letters_in_proportion() {
    let invited = invite(&plain(&[53, 24, 23]), &Design::Stratified, 7, false, &mut stream("strata")).unwrap();
    assert_eq!(letters(&invited), [3, 2, 2]);
    assert_eq!(invited.chances[0], 3.0 / 53.0);
    assert_eq!(invited.chances[99], 2.0 / 23.0);
}

#[test]
fn a_stratum_with_double_weight_has_double_the_chance() {
    let invited = invite(
        &plain(&[60, 20]),
        &Design::Weighted(vec![1.0, 2.0]),
        10,
        false,
        &mut stream("weights"),
    )
    .unwrap();
    assert_eq!(letters(&invited), [6, 4]);
    assert_eq!((invited.chances[0], invited.chances[79]), (0.1, 0.2));
}

#[test]
fn stated_letters_are_kept_or_refused() {
    let frame = plain(&[5, 5]);
    let stated = |one, other| invite(&frame, &Design::Stated(vec![one, other]), 6, false, &mut stream("stated"));
    assert_eq!(letters(&stated(1, 5).unwrap()), [1, 5]);
    assert_eq!(stated(1, 4), Err(Unsuited::Sum { sum: 5, wanted: 6 }));
    assert_eq!(stated(0, 6), Err(Unsuited::TooMany { wanted: 6, there: 5 }));
    let one = invite(&frame, &Design::Stated(vec![6]), 6, false, &mut stream("stated"));
    assert_eq!(one, Err(Unsuited::Lists { at: 1 }));
    assert_eq!(
        invite(&frame, &Design::Simple, 11, false, &mut stream("")),
        Err(Unsuited::TooMany { wanted: 11, there: 10 })
    );
}

#[test]
fn living_together_changes_nobodys_chance() {
    // A family of four, a couple, and six who live alone: 12 people, 3 letters.
    let mut people = vec![(0, 1); 4];
    people.extend([(0, 2); 2]);
    people.extend([(0, 0); 6]);
    let frame = frame(1, &people);
    let rounds = 20_000;
    let mut counts = [0.0; 12];
    let mut numbers = stream("households");
    for _ in 0..rounds {
        let invited = invite(&frame, &Design::Simple, 3, true, &mut numbers).unwrap();
        // The family's 3 · 4 / 12 is exactly 1: it is certain, and everybody still has one chance in four.
        assert!(invited.chances.iter().all(|&chance| chance == 0.25));
        assert_eq!(invited.people.iter().filter(|&&person| person < 4).count(), 1);
        assert!(invited.people.iter().filter(|&&person| (4..6).contains(&person)).count() <= 1);
        invited.people.iter().for_each(|&person| counts[person] += 1.0);
    }
    // χ² with 11 degrees of freedom is above 31.3 once in a thousand times.
    let expected = f64::from(rounds) / 4.0;
    let chi2: f64 = counts.iter().map(|count| (count - expected).powi(2) / expected).sum();
    assert!(chi2 < 31.3, "{counts:?}: {chi2}");
}

#[test]
fn a_household_too_large_for_its_chances_leaves_them_to_the_others() {
    let mut people = vec![(0, 1); 8];
    people.extend([(0, 0); 4]);
    let invited = invite(&frame(1, &people), &Design::Simple, 3, true, &mut stream("large")).unwrap();
    assert_eq!((invited.chances[0], invited.chances[11]), (0.125, 0.5));
    let few = invite(&frame(1, &people), &Design::Simple, 6, true, &mut stream("large"));
    assert_eq!(few, Err(Unsuited::TooMany { wanted: 6, there: 5 }));
}

#[test]
fn weights_hold_across_households() {
    let people: Vec<(usize, u32)> = (0..40).map(|number| (number % 2, number as u32 / 2 + 1)).collect();
    let invited = invite(
        &frame(2, &people),
        &Design::Weighted(vec![1.0, 3.0]),
        8,
        true,
        &mut stream("weights"),
    )
    .unwrap();
    assert_eq!((invited.chances[0], invited.chances[1]), (0.1, 0.3));
    let invited = invite(&frame(2, &people), &Design::Stated(vec![6, 2]), 8, true, &mut stream("stated")).unwrap();
    assert!((invited.strata[0].expected - 6.0).abs() < 1e-9 && (invited.strata[1].expected - 2.0).abs() < 1e-9);
}

#[test]
fn the_same_seed_draws_the_same_people_for_ever() {
    let frame = plain(&[20, 20]);
    let draw = |design: &Design, households| invite(&frame, design, 6, households, &mut stream("golden")).unwrap().people;
    assert_eq!(draw(&Design::Simple, false), [0, 1, 10, 24, 27, 33]);
    assert_eq!(draw(&Design::Stratified, false), [0, 2, 13, 23, 32, 35]);
    assert_eq!(draw(&Design::Weighted(vec![1.0, 5.0]), true), [13, 20, 21, 24, 29, 31]);
}

proptest! {
    #[test]
    fn letters_and_chances_add_up_and_the_order_of_the_register_does_not_matter(
        people in prop::collection::vec((0usize..3, 0u32..8), 1..40),
        share in 0.0f64..1.0,
        which in 0usize..3,
        households: bool,
        turn in 0usize..40,
    ) {
        let frame = frame(3, &people);
        let addresses: std::collections::HashSet<u32> = people.iter().map(|person| person.1).filter(|&home| home > 0).collect();
        let alone = people.iter().filter(|person| person.1 == 0).count();
        let most = if households { addresses.len() + alone } else { people.len() };
        let design = [Design::Simple, Design::Stratified, Design::Weighted(vec![1.0, 2.5, 4.0])][which].clone();
        // Proportional letters may leave a stratum without any, and then not every household can be drawn.
        let letters = (most as f64 * share) as u64;
        let Ok(invited) = invite(&frame, &design, letters, households, &mut stream("any")) else {
            prop_assert!(households && which == 1);
            return Ok(());
        };
        prop_assert_eq!(invited.people.len() as u64, letters);
        prop_assert!((invited.chances.iter().sum::<f64>() - letters as f64).abs() < 1e-8);
        prop_assert!(invited.chances.iter().all(|&chance| (0.0..=1.0 + 1e-12).contains(&chance)));
        if households {
            let homes: Vec<u32> = invited.people.iter().map(|&person| people[person].1).filter(|&home| home > 0).collect();
            prop_assert_eq!(homes.iter().collect::<std::collections::HashSet<_>>().len(), homes.len());
        }
        let turn = turn % people.len();
        let mut turned = frame.clone();
        turned.people.rotate_left(turn);
        let again = invite(&turned, &design, letters, households, &mut stream("any")).unwrap();
        let names = |frame: &Frame, invited: &Invited| {
            let mut names: Vec<String> = invited.people.iter().map(|&person| frame.people[person].id.clone()).collect();
            names.sort();
            names
        };
        prop_assert_eq!(names(&frame, &invited), names(&turned, &again));
    }
}
