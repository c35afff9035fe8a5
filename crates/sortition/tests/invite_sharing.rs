//! Sharing in proportion, and drawing with unequal chances.

use proptest::prelude::*;
use sortition::invite::{Share, Unsuited, apportion, sainte_lague, systematic};
use sortition::random::{Seed, Stream};

fn stream(purpose: &str) -> Stream {
    Seed::of(&["sharing"]).stream(purpose)
}

/// Examples that the literature uses: small parties get what they would not with D'Hondt.
#[test]
fn known_elections_come_out_as_known() {
    assert_eq!(sainte_lague(7, &[53_000.0, 24_000.0, 23_000.0]), Ok(vec![3, 2, 2]));
    assert_eq!(sainte_lague(8, &[100_000.0, 80_000.0, 30_000.0, 20_000.0]), Ok(vec![3, 3, 1, 1]));
}

#[test]
fn a_least_and_a_most_are_kept_and_the_rest_shared() {
    let share = |weight, least, most| Share { weight, least, most };
    // 10 : 1 : 1 of 6 would be 5, 1, 0; the last must have one.
    assert_eq!(
        apportion(6, &[share(10.0, 1, 9), share(1.0, 1, 9), share(1.0, 1, 9)]),
        Ok(vec![4, 1, 1])
    );
    assert_eq!(
        apportion(6, &[share(10.0, 0, 2), share(1.0, 0, 9), share(1.0, 0, 9)]),
        Ok(vec![2, 2, 2])
    );
    assert_eq!(apportion(2, &[share(1.0, 1, 9); 3]), Err(Unsuited::TooFew { wanted: 2, least: 3 }));
    assert_eq!(apportion(9, &[share(1.0, 0, 2); 3]), Err(Unsuited::TooMany { wanted: 9, there: 6 }));
    assert_eq!(apportion(1, &[share(0.0, 0, 2)]), Err(Unsuited::TooMany { wanted: 1, there: 0 }));
    assert_eq!(sainte_lague(1, &[1.0, f64::NAN]), Err(Unsuited::Weight { at: 1 }));
}

#[test]
fn chances_are_in_proportion_and_the_certain_are_taken_first() {
    let drawn = systematic(&[10, 20, 30, 40], 2, |_| 0, &mut stream("pps")).unwrap();
    assert_eq!(drawn.chances, [0.2, 0.4, 0.6, 0.8]);
    assert!(drawn.certain.is_empty());
    // 70 of 100 with 2 to draw would have chance 1.4; after it, 40 of 70 with 2 left would have 8/7.
    let drawn = systematic(&[10, 10, 10, 40, 160], 3, |_| 0, &mut stream("certain")).unwrap();
    assert_eq!(drawn.certain, [3, 4]);
    assert_eq!(drawn.chances, [1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 1.0, 1.0]);
    assert_eq!(drawn.drawn.len(), 3);
    assert_eq!(
        systematic(&[1, 0, 1], 3, |_| 0, &mut stream("few")),
        Err(Unsuited::TooMany { wanted: 3, there: 2 })
    );
    assert_eq!(
        systematic(&[1, u64::MAX], 1, |_| 0, &mut stream("large")),
        Err(Unsuited::Weight { at: 1 })
    );
}

#[test]
fn units_are_drawn_as_often_as_their_chance_says() {
    let measures = [1, 2, 3, 5, 8, 13, 21, 34];
    let rounds = 40_000;
    let mut numbers = stream("often");
    // One at a time: χ² with 7 degrees of freedom is above 24.3 once in a thousand times.
    let mut counts = [0.0; 8];
    for _ in 0..rounds {
        let drawn = systematic(&measures, 1, |unit| unit % 2, &mut numbers).unwrap();
        counts[drawn.drawn[0]] += 1.0;
    }
    let expected = |unit: usize| f64::from(rounds) * measures[unit] as f64 / 87.0;
    let chi2: f64 = (0..8).map(|unit| (counts[unit] - expected(unit)).powi(2) / expected(unit)).sum();
    assert!(chi2 < 24.3, "{counts:?}: {chi2}");
    // Three at a time they are not independent, but each count is binomial.
    let mut counts = [0.0; 8];
    let mut chances = Vec::new();
    for _ in 0..rounds {
        let drawn = systematic(&measures, 3, |_| 0, &mut numbers).unwrap();
        drawn.drawn.iter().for_each(|&unit| counts[unit] += 1.0);
        chances = drawn.chances;
    }
    for (count, chance) in counts.into_iter().zip(chances) {
        let n = f64::from(rounds);
        assert!(
            (count - n * chance).abs() <= 4.0 * (n * chance * (1.0 - chance)).sqrt(),
            "{count} of {n} at {chance}"
        );
    }
}

#[test]
fn similar_units_side_by_side_are_drawn_evenly() {
    // Ten of each kind, half of them drawn: five of each, whatever the lot says.
    for purpose in ["a", "b", "c", "d"] {
        let drawn = systematic(&[1; 40], 20, |unit| unit % 4, &mut stream(purpose)).unwrap().drawn;
        (0..4).for_each(|kind| assert_eq!(drawn.iter().filter(|&unit| unit % 4 == kind).count(), 5));
    }
}

proptest! {
    #[test]
    fn everything_is_shared_out_and_more_weight_never_gets_less(
        things in 0u64..300,
        weights in prop::collection::vec(1u32..1000, 1..12),
    ) {
        let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
        let given = sainte_lague(things, &weights).unwrap();
        prop_assert_eq!(given.iter().sum::<u64>(), things);
        for one in 0..weights.len() {
            for other in 0..weights.len() {
                prop_assert!(weights[one] <= weights[other] || given[one] >= given[other]);
                // What defines the method: nobody's last thing is claimed more strongly by another for its next.
                let last = 2.0 * given[one] as f64 - 1.0;
                prop_assert!(given[one] == 0 || weights[one] * (2.0 * given[other] as f64 + 1.0) >= weights[other] * last);
            }
        }
    }

    #[test]
    fn as_many_are_drawn_as_asked_and_chances_add_up(
        measures in prop::collection::vec(0u64..50, 1..30),
        share in 0.0f64..1.0,
        purpose in "[a-z]{3}",
    ) {
        let there = measures.iter().filter(|&&measure| measure > 0).count();
        let n = (there as f64 * share) as u64;
        let drawn = systematic(&measures, n, |_| 0, &mut stream(&purpose)).unwrap();
        prop_assert_eq!(drawn.drawn.len() as u64, n);
        prop_assert!(drawn.drawn.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(drawn.drawn.iter().all(|&unit| drawn.chances[unit] > 0.0));
        prop_assert!((drawn.chances.iter().sum::<f64>() - n as f64).abs() < 1e-9);
        prop_assert!(drawn.chances.iter().all(|chance| (0.0..=1.0).contains(chance)));
    }
}
