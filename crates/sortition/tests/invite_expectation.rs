//! How many letters, what pool, which weights.

use proptest::prelude::*;
use sortition::invite::{Answers, Group, Response, Stock, Unsuited, forecast, letters_enough, letters_expected, propose_weights};
use sortition::model::{Feature, Quota, Quotas, Value};

fn close(one: f64, other: f64) {
    assert!((one - other).abs() <= 1e-12 * other.abs().max(1.0), "{one} is not {other}");
}

fn quotas(features: &[&[(u32, u32)]]) -> Quotas {
    let value = |(number, &(min, max)): (usize, &(u32, u32))| Value {
        name: format!("v{number}"),
        quota: Quota::new(min, max),
    };
    let feature = |(number, values): (usize, &&[(u32, u32)])| Feature {
        name: format!("f{number}"),
        values: values.iter().enumerate().map(value).collect(),
    };
    Quotas {
        features: features.iter().enumerate().map(feature).collect(),
    }
}

#[test]
fn ten_letters_answered_by_half_are_a_row_of_pascals_triangle() {
    let answers = Answers::to(10, Response::Known(0.5)).unwrap();
    close(answers.mean(), 5.0);
    close(answers.at_least(5), 638.0 / 1024.0);
    close(answers.at_least(10), 1.0 / 1024.0);
    assert_eq!((answers.at_least(0), answers.at_least(11)), (1.0, 0.0));
    // Below 2 are 11 of 1024, below 3 are 56: more than the 51 that may be outside on either side.
    assert_eq!(answers.interval(0.9), (2, 8));
}

#[test]
fn a_rate_that_was_only_counted_makes_the_answers_wider() {
    // Beta(1.5, 2.5) and two letters: 2.5 · 3.5 / 20, 2 · 1.5 · 2.5 / 20, 1.5 · 2.5 / 20.
    let answers = Answers::to(2, Response::Counted { letters: 3, answers: 1 }).unwrap();
    close(answers.at_least(2), 3.75 / 20.0);
    close(answers.at_least(1), 11.25 / 20.0);
    let known = Answers::to(20_000, Response::Known(300.5 / 20_001.0)).unwrap();
    let counted = Answers::to(
        20_000,
        Response::Counted {
            letters: 20_000,
            answers: 300,
        },
    )
    .unwrap();
    assert!((known.mean() - counted.mean()).abs() < 1e-6);
    let width = |answers: &Answers| answers.interval(0.95).1 - answers.interval(0.95).0;
    assert_eq!((width(&known), width(&counted)), (68, 96));
}

#[test]
fn certain_answers_and_none_are_known() {
    assert_eq!(Answers::to(7, Response::Known(1.0)), Ok(Answers::certainly(7)));
    assert_eq!(Answers::to(7, Response::Known(0.0)), Ok(Answers::certainly(0)));
    assert_eq!(Answers::to(0, Response::Known(0.5)), Ok(Answers::certainly(0)));
    assert_eq!(Answers::to(7, Response::Known(1.5)), Err(Unsuited::Rate { rate: 1.5 }));
    assert!(Answers::to(7, Response::Counted { letters: 0, answers: 0 }).is_err());
    assert!(Answers::to(7, Response::Counted { letters: 2, answers: 3 }).is_err());
}

#[test]
fn a_panel_of_36_takes_19200_letters_and_more_to_be_sure() {
    let rate = Response::Known(0.015);
    assert_eq!(letters_expected(36 * 8, rate), Ok(19_200));
    let enough = letters_enough(36 * 8, rate, 0.95).unwrap();
    assert_eq!(enough, 21_084);
    assert!(Answers::to(enough, rate).unwrap().at_least(288) >= 0.95);
    assert!(Answers::to(enough - 1, rate).unwrap().at_least(288) < 0.95);
    // Albertslund: 547 of 22,345.
    let counted = Response::Counted {
        letters: 22_345,
        answers: 547,
    };
    assert!(letters_enough(288, counted, 0.95).unwrap() > letters_enough(288, Response::Known(counted.rate()), 0.95).unwrap());
    assert_eq!(letters_expected(10, Response::Known(0.0)), Err(Unsuited::Rate { rate: 0.0 }));
    assert_eq!(
        (letters_enough(0, rate, 0.9), letters_enough(5, Response::Known(1.0), 0.9)),
        (Ok(0), Ok(5))
    );
}

#[test]
fn the_pool_is_forecast_for_each_quota() {
    let quotas = quotas(&[&[(1, 2), (1, 2)]]);
    let group = |value, letters, rate| Group {
        values: vec![value],
        letters,
        response: Response::Known(rate),
    };
    let found = forecast(&quotas, 2, &[group(0, 2, 0.5), group(1, 4, 0.25), group(1, 1, 1.0)], 1, 0.95).unwrap();
    close(found.pool.expected, 3.0);
    close(found.values[0][0].enough, 0.75);
    close(found.values[1 - 1][1].enough, 1.0);
    // Of two and a certain one: at least 2 unless none of the six answers.
    close(found.pool.enough, 1.0 - 0.25 * 0.75f64.powi(4));
    close(found.all_at_most, 0.75);
    close(found.all_at_least, 0.75 - 0.25 * 0.75f64.powi(4));
    let wrong = forecast(&quotas, 2, &[group(2, 2, 0.5)], 1, 0.95);
    assert_eq!(wrong, Err(Unsuited::Lists { at: 0 }));
}

#[test]
fn groups_that_were_counted_together_share_their_uncertainty() {
    let quotas = quotas(&[&[(0, 9)]]);
    let counted = Response::Counted {
        letters: 1000,
        answers: 20,
    };
    let group = |letters, response| Group {
        values: vec![0],
        letters,
        response,
    };
    let whole = forecast(&quotas, 9, &[group(900, counted)], 1, 0.9).unwrap();
    let parts = forecast(&quotas, 9, &[group(300, counted), group(600, counted)], 1, 0.9).unwrap();
    assert_eq!(whole, parts);
}

#[test]
fn those_who_answer_half_as_often_get_twice_the_letters() {
    let quotas = quotas(&[&[(5, 5), (5, 5)], &[(3, 7), (5, 5)]]);
    let stock = |young: u16, town: u16, rate| Stock {
        values: vec![young, town],
        people: 100,
        rate,
    };
    let even = [stock(0, 0, 0.01), stock(0, 1, 0.01), stock(1, 0, 0.02), stock(1, 1, 0.02)];
    let proposal = propose_weights(&quotas, &even, 10.0).unwrap();
    assert_eq!(proposal.weights, [[2.0, 1.0], [1.0, 1.0]]);
    assert_eq!(proposal.weight(&[0, 1]), 2.0);
    assert!(proposal.deviation < 1e-12);
    let cut = propose_weights(&quotas, &even, 1.5).unwrap();
    assert_eq!(cut.weights[0], [1.5, 1.0]);
    close(cut.deviation, 0.5 - 3.0 / 7.0);
    let silent = [stock(0, 0, 0.0), stock(1, 1, 0.02)];
    assert_eq!(propose_weights(&quotas, &silent, 10.0).unwrap().weights, [[0.0, 1.0], [0.0, 1.0]]);
    assert_eq!(
        propose_weights(&quotas, &[stock(0, 0, 0.0)], 10.0),
        Err(Unsuited::Rate { rate: 0.0 })
    );
}

proptest! {
    #[test]
    fn distributions_have_the_mean_they_should(letters in 1u64..5000, rate in 0.0f64..1.0, before in 1u64..500, answered in 0.0f64..1.0) {
        let known = Answers::to(letters, Response::Known(rate)).unwrap();
        prop_assert!((known.mean() - letters as f64 * rate).abs() < 1e-7 * letters as f64);
        let response = Response::Counted { letters: before, answers: (before as f64 * answered).round() as u64 };
        let counted = Answers::to(letters, response).unwrap();
        prop_assert!((counted.mean() - letters as f64 * response.rate()).abs() < 1e-7 * letters as f64);
        let (low, high) = counted.interval(0.9);
        prop_assert!(low <= high && high <= letters);
        prop_assert!(counted.at_least(low) - counted.at_least(high + 1) >= 0.9 - 1e-9);
    }

    #[test]
    fn proposed_weights_bring_the_pool_to_the_targets(
        cells in prop::collection::vec((50u64..1000, 0.005f64..0.05), 12),
        seats in prop::collection::vec(2u32..9, 7),
    ) {
        let one = |range: std::ops::Range<usize>| seats[range].iter().map(|&seats| (seats, seats)).collect::<Vec<_>>();
        let quotas = quotas(&[&one(0..3), &one(3..7)]);
        let stock: Vec<Stock> = cells
            .iter()
            .enumerate()
            .map(|(at, &(people, rate))| Stock { values: vec![at as u16 % 3, at as u16 / 3], people, rate })
            .collect();
        let proposal = propose_weights(&quotas, &stock, 1e6).unwrap();
        // Rounding to tenths moves a share by a few parts of a hundred.
        prop_assert!(proposal.deviation < 0.03, "{proposal:?}");
    }
}
