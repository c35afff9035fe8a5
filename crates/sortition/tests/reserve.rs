//! Reserves: chosen for those who may drop out, better than by simpler ways, and proven as far as they are.

#[path = "reserve_panel/mod.rs"]
mod made;

use made::{made_up, pool, quotas};
use proptest::prelude::*;
use sortition::model::Problem;
use sortition::random::Seed;
use sortition::reserve::{Loss, Reserve, Unreservable, Wanted, choose, expected_loss, nearest, scaled};

fn wanted<'a>(problem: &'a Problem, panel: &'a [usize], stay: &'a [f64], most: u32) -> Wanted<'a> {
    Wanted {
        problem,
        panel,
        stay,
        most,
        loss: Loss::Distance,
        samples: 100,
        effort: 50,
    }
}

/// Two women and two men have the seats; the women will certainly drop out.
fn women_leave() -> (Problem, [usize; 4], [f64; 4]) {
    let all: Vec<(&[u16], u32)> = vec![
        (&[0], 0),
        (&[0], 0),
        (&[1], 0),
        (&[1], 0),
        (&[0], 0),
        (&[0], 0),
        (&[0], 0),
        (&[1], 0),
        (&[1], 0),
    ];
    (
        Problem::new(quotas(&[&[(2, 2), (2, 2)]]), pool(&all), 4),
        [0, 1, 2, 3],
        [0.0, 0.0, 1.0, 1.0],
    )
}

#[test]
fn when_women_drop_out_women_stand_in_reserve() {
    let (problem, panel, stay) = women_leave();
    let reserve = choose(&wanted(&problem, &panel, &stay, 1), &Seed::of(&["a"])).unwrap();
    assert_eq!(
        reserve
            .kinds
            .iter()
            .map(|kind| (kind.people.len(), kind.reserves))
            .collect::<Vec<_>>(),
        [(3, 1), (2, 0)]
    );
    assert_eq!(reserve.kinds[0].chance(), 1.0 / 3.0);
    assert!((4..7).contains(&reserve.people[0]));
    // Two of two seats short, each half of the maximum; one of them can be filled.
    assert_eq!((reserve.loss_without, reserve.loss), (1.0, 0.5));
    assert!((reserve.bound - 0.5).abs() < 1e-9);
    let two = choose(&wanted(&problem, &panel, &stay, 2), &Seed::of(&["a"])).unwrap();
    assert_eq!((two.loss, two.bound, two.kinds[0].reserves), (0.0, 0.0, 2));
}

#[test]
fn whether_a_quota_is_broken_at_all_is_another_loss() {
    let (problem, panel, stay) = women_leave();
    let broken = |most| {
        let wanted = Wanted {
            loss: Loss::Broken,
            ..wanted(&problem, &panel, &stay, most)
        };
        choose(&wanted, &Seed::of(&["a"])).unwrap()
    };
    assert_eq!((broken(1).loss, broken(1).bound), (1.0, 1.0));
    assert_eq!((broken(2).loss, broken(2).loss_without), (0.0, 1.0));
}

#[test]
fn nobody_of_a_household_with_a_seat_or_a_place_stands_in_reserve() {
    // A seat and five candidates, two of whom live with the seat and two with each other.
    let all: Vec<(&[u16], u32)> = vec![(&[0], 1), (&[0], 1), (&[0], 1), (&[0], 2), (&[0], 2), (&[0], 0)];
    let mut problem = Problem::new(quotas(&[&[(1, 1)]]), pool(&all), 1);
    problem.one_per_household = true;
    for seed in ["a", "b", "c", "d"] {
        let reserve = choose(&wanted(&problem, &[0], &[0.5], 9), &Seed::of(&[seed])).unwrap();
        assert_eq!(reserve.people.len(), 2);
        assert_eq!(reserve.people[1], 5);
        assert!(reserve.people[0] == 3 || reserve.people[0] == 4);
        let simple = nearest(&problem, &[0], &[0.5], 9, &mut Seed::of(&[seed]).stream("nearest")).unwrap();
        assert_eq!((simple.len(), simple[1]), (2, 5));
    }
}

#[test]
fn everybody_of_a_kind_has_the_same_chance() {
    let (problem, panel, stay) = women_leave();
    let mut counts = [0.0; 3];
    for round in 0..600 {
        let wanted = Wanted {
            samples: 1,
            ..wanted(&problem, &panel, &stay, 1)
        };
        let reserve = choose(&wanted, &Seed::of(&["round", &round.to_string()])).unwrap();
        counts[reserve.people[0] - 4] += 1.0;
    }
    // χ² with 2 degrees of freedom is above 13.8 once in a thousand times.
    let chi2: f64 = counts.iter().map(|count: &f64| (count - 200.0).powi(2) / 200.0).sum();
    assert!(chi2 < 13.8, "{counts:?}");
}

#[test]
fn what_does_not_fit_is_refused() {
    let (problem, panel, stay) = women_leave();
    let ask = |panel: &[usize], stay: &[f64]| choose(&wanted(&problem, panel, stay, 1), &Seed::of(&["a"])).unwrap_err();
    assert_eq!(ask(&[0, 0, 2, 3], &stay), Unreservable::Person { person: 0 });
    assert!(matches!(ask(&[0, 1, 2, 99], &stay), Unreservable::Unfit(_)));
    assert_eq!(ask(&panel, &[0.5; 3]), Unreservable::Stay { member: 3 });
    assert_eq!(ask(&panel, &[0.5, 0.5, 1.5, 0.5]), Unreservable::Stay { member: 2 });
    let none = Wanted {
        samples: 0,
        ..wanted(&problem, &panel, &stay, 1)
    };
    assert_eq!(choose(&none, &Seed::of(&["a"])), Err(Unreservable::NoSamples));
}

/// Over futures that it has not seen, and on average over pools, the chosen reserve is better than each simpler way.
#[test]
fn on_new_futures_it_beats_the_simpler_ways() {
    for loss in [Loss::Distance, Loss::Broken] {
        let mut sums = [0.0; 5];
        for round in 0..4 {
            let seed = Seed::of(&["fresh", &round.to_string()]);
            let (mut problem, panel, stay) = made_up(120, 20, &[3, 3, 2], 1, &mut seed.stream("pool"));
            problem.one_per_household = round % 2 == 0;
            let mean = stay.iter().sum::<f64>() / stay.len() as f64;
            let equal = vec![mean; stay.len()];
            let ask = |stay: &[f64]| {
                choose(
                    &Wanted {
                        loss,
                        ..wanted(&problem, &panel, stay, 6)
                    },
                    &seed,
                )
                .unwrap()
            };
            let chosen = ask(&stay);
            assert!(chosen.bound <= chosen.loss && chosen.loss <= chosen.loss_without);
            let mut numbers = seed.stream("simpler");
            let reserves = [
                chosen.people,
                nearest(&problem, &panel, &stay, 6, &mut numbers).unwrap(),
                scaled(&problem, &panel, 6, &mut numbers).unwrap().unwrap(),
                ask(&equal).people,
                Vec::new(),
            ];
            for (sum, reserve) in sums.iter_mut().zip(reserves) {
                *sum += expected_loss(&problem, &panel, &stay, &reserve, loss, 200, &mut seed.stream("new")).unwrap();
            }
        }
        println!(
            "{loss:?}: chosen {:.4}, nearest {:.4}, scaled {:.4}, equal {:.4}, none {:.4}",
            sums[0], sums[1], sums[2], sums[3], sums[4]
        );
        assert!(sums[1..].iter().all(|&other| sums[0] <= other), "{loss:?}: {sums:?}");
    }
}

#[test]
fn the_same_seed_chooses_the_same_people_for_ever() {
    let seed = Seed::of(&["golden"]);
    let (problem, panel, stay) = made_up(60, 12, &[3, 2], 0, &mut seed.stream("pool"));
    let reserve = choose(&wanted(&problem, &panel, &stay, 4), &seed).unwrap();
    assert_eq!(reserve.people, [10, 19, 49, 51]);
}

/// All ways to choose up to `most` of the kinds.
fn all_numbers(caps: &[u32], most: u32) -> Vec<Vec<u32>> {
    let Some((&cap, rest)) = caps.split_first() else {
        return vec![Vec::new()];
    };
    let with = |first: u32| {
        all_numbers(rest, most - first).into_iter().map(move |mut numbers| {
            numbers.insert(0, first);
            numbers
        })
    };
    (0..=cap.min(most)).flat_map(with).collect()
}

/// The smallest mean distance of any reserve over the futures that `choose` makes up, by trying everything.
fn by_trying(problem: &Problem, panel: &[usize], stay: &[f64], reserve: &Reserve, most: u32, samples: u32, seed: &Seed) -> f64 {
    let quotas: Vec<(usize, usize, u32, u32)> = problem
        .quotas
        .values()
        .map(|(feature, value, one)| (feature, value, one.quota.min, one.quota.max))
        .collect();
    let values = |person: usize| &problem.pool.people[person].values;
    let mut numbers = seed.stream("reserve/dropouts");
    let futures: Vec<Vec<usize>> = (0..samples)
        .map(|_| {
            panel
                .iter()
                .zip(stay)
                .filter(|(_, stay)| numbers.fraction() < **stay)
                .map(|(&person, _)| person)
                .collect()
        })
        .collect();
    let caps: Vec<u32> = reserve.kinds.iter().map(|kind| kind.people.len() as u32).collect();
    let distance = |left: &[usize], taken: &[u32]| -> f64 {
        let cost = |&(feature, value, min, max): &(usize, usize, u32, u32)| {
            let seated = left.iter().filter(|&&person| usize::from(values(person)[feature]) == value).count() as u32;
            let with = reserve
                .kinds
                .iter()
                .zip(taken)
                .filter(|(kind, _)| usize::from(kind.values[feature]) == value);
            let seats = seated + with.map(|(_, taken)| taken).sum::<u32>();
            f64::from(min.saturating_sub(seats) + seats.saturating_sub(max)) / f64::from(max.max(1))
        };
        quotas.iter().map(cost).sum()
    };
    let best = |numbers: &[u32], left: &[usize]| {
        let open = (panel.len() - left.len()) as u32;
        all_numbers(numbers, open)
            .iter()
            .map(|taken| distance(left, taken))
            .fold(f64::INFINITY, f64::min)
    };
    let mean = |numbers: &Vec<u32>| futures.iter().map(|left| best(numbers, left)).sum::<f64>() / f64::from(samples);
    all_numbers(&caps, most).iter().map(mean).fold(f64::INFINITY, f64::min)
}

#[test]
fn it_finds_what_trying_everything_finds_and_the_bound_is_below() {
    let mut worst = 0.0f64;
    for round in 0..6 {
        let seed = Seed::of(&["try", &round.to_string()]);
        let (problem, mut panel, _) = made_up(24, 7, &[2, 2], 0, &mut seed.stream("pool"));
        panel.sort_unstable();
        let stay: Vec<f64> = panel
            .iter()
            .map(|&person| [0.5, 0.8][usize::from(problem.pool.people[person].values[1])])
            .collect();
        let reserve = choose(
            &Wanted {
                samples: 20,
                ..wanted(&problem, &panel, &stay, 3)
            },
            &seed,
        )
        .unwrap();
        let best = by_trying(&problem, &panel, &stay, &reserve, 3, 20, &seed);
        println!("loss {} best {best} bound {}", reserve.loss, reserve.bound);
        assert!((reserve.loss - best).abs() < 1e-9);
        assert!(reserve.bound <= best + 1e-9);
        worst = worst.max(reserve.gap() / reserve.loss.max(1e-9));
    }
    assert!(worst < 0.25, "the bound is {worst} of the loss away");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn the_order_of_the_pool_does_not_matter(turn in 0usize..40, households: bool) {
        let seed = Seed::of(&["turn"]);
        let (mut problem, panel, stay) = made_up(40, 8, &[3, 2], 0, &mut seed.stream("pool"));
        problem.one_per_household = households;
        let mut turned = problem.clone();
        turned.pool.people.rotate_left(turn);
        let moved: Vec<usize> = panel.iter().map(|person| (person + 40 - turn) % 40).collect();
        let ids = |problem: &Problem, reserve: &Reserve| {
            let mut ids: Vec<String> = reserve.people.iter().map(|&person| problem.pool.people[person].id.clone()).collect();
            ids.sort();
            ids
        };
        let one = choose(&wanted(&problem, &panel, &stay, 4), &seed).unwrap();
        let other = choose(&wanted(&turned, &moved, &stay, 4), &seed).unwrap();
        prop_assert_eq!(ids(&problem, &one), ids(&turned, &other));
        prop_assert!((one.loss - other.loss).abs() < 1e-12);
        prop_assert!(one.people.iter().all(|person| !panel.contains(person)));
    }
}
