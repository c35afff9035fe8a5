//! Probabilities to stay, learnt from past panels.

use proptest::prelude::*;
use sortition::random::Seed;
use sortition::reserve::{PastMember, Untaught, learn};

fn members(values: &[u16], stayed: usize, dropped: usize) -> Vec<PastMember> {
    let member = |stayed| PastMember {
        values: values.to_vec(),
        stayed,
    };
    (0..stayed)
        .map(|_| member(true))
        .chain((0..dropped).map(|_| member(false)))
        .collect()
}

#[test]
fn without_features_the_share_who_stayed_is_learnt() {
    let model = learn(&[], &members(&[], 30, 10)).unwrap();
    assert!((model.stay(&[]) - 0.75).abs() < 1e-6, "{model:?}");
    assert!((model.log_likelihood - (30.0 * 0.75f64.ln() + 10.0 * 0.25f64.ln())).abs() < 1e-6);
    assert!(model.converged);
}

#[test]
fn with_one_feature_each_value_has_its_own_share() {
    let mut past = members(&[0], 18, 2);
    past.extend(members(&[1], 5, 5));
    let model = learn(&[3], &past).unwrap();
    assert!((model.stay(&[0]) - 0.9).abs() < 1e-5, "{model:?}");
    assert!((model.stay(&[1]) - 0.5).abs() < 1e-5, "{model:?}");
    // Nobody had the third value: it is as the others are on average.
    assert!((model.stay(&[2]) - (20.0 * 0.9 + 10.0 * 0.5) / 30.0).abs() < 1e-5);
}

#[test]
fn nobody_who_ever_dropped_out_is_held_by_the_bounds() {
    let model = learn(&[1], &members(&[0], 10, 0)).unwrap();
    assert!((model.stay(&[0]) - 0.9999f64.powi(2)).abs() < 1e-9);
    let model = learn(&[1], &members(&[0], 0, 10)).unwrap();
    assert!(model.stay(&[0]) < 2e-4, "{model:?}");
    assert_eq!(learn(&[1], &[]), Err(Untaught::Nobody));
    assert_eq!(learn(&[1], &members(&[1], 1, 0)), Err(Untaught::Values { member: 0 }));
}

#[test]
fn factors_are_found_again_in_many_past_panels() {
    let (base, age, town) = (0.95, [0.7, 0.85, 0.99], [0.9, 0.98]);
    let mut numbers = Seed::of(&["past"]).stream("past");
    let past: Vec<PastMember> = (0..20_000)
        .map(|_| {
            let values = vec![numbers.place(3) as u16, numbers.place(2) as u16];
            let stay = base * age[usize::from(values[0])] * town[usize::from(values[1])];
            PastMember {
                values,
                stayed: numbers.fraction() < stay,
            }
        })
        .collect();
    let model = learn(&[3, 2], &past).unwrap();
    assert!(model.converged, "{model:?}");
    for a in 0..3 {
        for t in 0..2 {
            let learnt = model.stay(&[a, t]);
            let truth = base * age[usize::from(a)] * town[usize::from(t)];
            assert!((learnt - truth).abs() < 0.015, "{learnt} is not {truth}");
        }
    }
}

#[test]
fn factors_that_creep_towards_their_bound_arrive() {
    let mut past = members(&[1, 0], 0, 1);
    past.extend(members(&[2, 0], 1, 1));
    let model = learn(&[3, 2], &past).unwrap();
    assert!(model.converged && model.rounds < 10_000, "{model:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// What is learnt is at least as likely as anything tried at random, up to what is said.
    #[test]
    fn nothing_tried_is_more_likely(
        counts in prop::collection::vec((0usize..12, 0usize..6), 6),
        tried in prop::collection::vec(1e-4f64..0.9999, 6),
    ) {
        let mut past = Vec::new();
        for (at, &(stayed, dropped)) in counts.iter().enumerate() {
            past.extend(members(&[at as u16 / 2, at as u16 % 2], stayed, dropped));
        }
        prop_assume!(!past.is_empty());
        let model = learn(&[3, 2], &past).unwrap();
        prop_assert!(model.converged, "{:?}", model);
        let likelihood: f64 = past
            .iter()
            .map(|member| {
                let stay = tried[0] * tried[1 + usize::from(member.values[0])] * tried[4 + usize::from(member.values[1])];
                if member.stayed { stay.ln() } else { (-stay).ln_1p() }
            })
            .sum();
        prop_assert!(likelihood <= model.log_likelihood + model.short_by + 1e-9);
    }
}
