//! Letters in two stages: areas and then people.

use proptest::prelude::*;
use sortition::invite::{Area, AreaPlan, Unsuited, draw_areas};
use sortition::random::{Seed, Stream};

fn stream(purpose: &str) -> Stream {
    Seed::of(&["areas"]).stream(purpose)
}

/// A country of villages, towns and a city in each of four regions.
fn country() -> Vec<Area> {
    let area = |region: usize, number: u64, people: u64| Area {
        name: format!("{region}-{number:03}"),
        region: format!("R{region}"),
        people,
    };
    let villages = (0..4).flat_map(|region| (0..60).map(move |number| area(region, number, 300 + 97 * number)));
    let towns = (0..4).flat_map(|region| (0..12).map(move |number| area(region, 100 + number, 20_000 + 6_000 * number)));
    let cities = (0..4).map(|region| area(region, 200, 150_000 + 200_000 * region as u64));
    villages.chain(towns).chain(cities).collect()
}

#[test]
fn the_measure_lifts_villages_and_leaves_cities() {
    let plan = AreaPlan::german(80, 20_000);
    // 250 letters are 10 % of 2500 people.
    assert_eq!(plan.measure(2_500), 3_750_000);
    assert_eq!(plan.measure(1_000_000), 1_000_006_234);
    assert_eq!(plan.measure(0), 0);
    assert_eq!((plan.class(19_999), plan.class(20_000), plan.class(100_000)), (0, 1, 2));
    assert_eq!((plan.most_letters(2_500), plan.most_letters(4), plan.most_letters(0)), (250, 1, 0));
}

#[test]
fn every_region_and_size_is_there_and_everything_adds_up() {
    let areas = country();
    let plan = AreaPlan::german(80, 20_000);
    let draw = draw_areas(&areas, &plan, &mut stream("country")).unwrap();
    assert_eq!(draw.cells.len(), 12);
    assert_eq!(draw.drawn.len(), 80);
    assert!((draw.chances.iter().sum::<f64>() - 80.0).abs() < 1e-9);
    for (number, cell) in draw.cells.iter().enumerate() {
        let drawn: Vec<usize> = draw.drawn.iter().filter(|one| one.cell == number).map(|one| one.area).collect();
        assert_eq!(drawn.len() as u64, cell.wanted);
        assert!(cell.wanted >= 1);
        let sum: f64 = cell.areas.iter().map(|&area| draw.chances[area]).sum();
        assert!((sum - cell.wanted as f64).abs() < 1e-9);
        assert!(cell.reserves.iter().all(|area| cell.areas.contains(area) && !drawn.contains(area)));
        assert_eq!(cell.reserves.len(), 5.min(cell.areas.len() - drawn.len()));
    }
    assert_eq!(draw.drawn.iter().map(|one| one.letters).sum::<u64>() + draw.unplaced, 20_000);
    for one in &draw.drawn {
        assert!(one.letters <= plan.most_letters(areas[one.area].people));
    }
}

#[test]
fn people_of_villages_and_cities_have_nearly_the_same_chance() {
    let areas: Vec<Area> = country();
    let plan = AreaPlan {
        sizes: Vec::new(),
        ..AreaPlan::german(80, 4_000)
    };
    let people: u64 = areas.iter().map(|area| area.people).sum();
    let mean = 4_000.0 / people as f64;
    // Over many draws, each person's chance is the sum of what the area gave in those that it was in.
    let rounds = 200;
    let mut got = vec![0.0; areas.len()];
    let mut numbers = stream("many");
    for _ in 0..rounds {
        let draw = draw_areas(&areas, &plan, &mut numbers).unwrap();
        draw.drawn.iter().for_each(|one| got[one.area] += one.chance_within);
    }
    let size = |from: u64, to: u64| {
        let those = areas.iter().zip(&got).filter(|(area, _)| (from..to).contains(&area.people));
        let (letters, people) = those.fold((0.0, 0.0), |(letters, people), (area, got)| {
            (letters + got * area.people as f64 / f64::from(rounds), people + area.people as f64)
        });
        letters / people / mean
    };
    for share in [size(0, 2_000), size(2_000, 20_000), size(20_000, 100_000), size(100_000, u64::MAX)] {
        assert!((share - 1.0).abs() < 0.1, "{share} times the mean chance");
    }
}

#[test]
fn an_area_that_cannot_take_part_is_replaced_from_its_cell() {
    let areas = country();
    let plan = AreaPlan::german(40, 4_000);
    let draw = draw_areas(&areas, &plan, &mut stream("replace")).unwrap();
    let left = draw.drawn.iter().find(|one| draw.cells[one.cell].reserves.len() > 1).unwrap();
    let reserves = &draw.cells[left.cell].reserves;
    let (first, letters) = draw.stand_in(&areas, &plan, left, &[]).unwrap();
    assert_eq!(first, reserves[0]);
    assert!(letters <= left.letters);
    assert_eq!(draw.stand_in(&areas, &plan, left, &[first]).unwrap().0, reserves[1]);
    assert_eq!(draw.stand_in(&areas, &plan, left, reserves), None);
}

#[test]
fn letters_that_would_be_too_many_for_the_villages_are_left_over() {
    let areas = [
        Area {
            name: "A".into(),
            region: "R".into(),
            people: 100,
        },
        Area {
            name: "B".into(),
            region: "R".into(),
            people: 200,
        },
    ];
    let draw = draw_areas(&areas, &AreaPlan::german(2, 50), &mut stream("few")).unwrap();
    assert_eq!(draw.drawn.iter().map(|one| one.letters).collect::<Vec<_>>(), [10, 20]);
    assert_eq!(draw.unplaced, 20);
}

#[test]
fn plans_that_cannot_be_are_refused() {
    let areas = country();
    let ask = |plan| draw_areas(&areas, &plan, &mut stream("no")).unwrap_err();
    assert_eq!(ask(AreaPlan::german(11, 1000)), Unsuited::TooFew { wanted: 11, least: 12 });
    assert_eq!(ask(AreaPlan::german(1000, 1000)), Unsuited::TooMany { wanted: 1000, there: 292 });
    assert_eq!(
        ask(AreaPlan {
            most_share: 0.0,
            ..AreaPlan::german(80, 1000)
        }),
        Unsuited::Rate { rate: 0.0 }
    );
}

#[test]
fn the_same_seed_draws_the_same_areas_for_ever() {
    let areas = country();
    let draw = draw_areas(&areas, &AreaPlan::german(14, 3_000), &mut stream("golden")).unwrap();
    let drawn: Vec<(&str, u64)> = draw.drawn.iter().map(|one| (areas[one.area].name.as_str(), one.letters)).collect();
    assert_eq!(
        drawn,
        [
            ("0-012", 78),
            ("0-100", 185),
            ("0-103", 187),
            ("0-200", 88),
            ("1-039", 124),
            ("1-106", 187),
            ("1-110", 187),
            ("1-200", 206),
            ("2-032", 117),
            ("2-111", 374),
            ("2-200", 323),
            ("3-048", 129),
            ("3-108", 374),
            ("3-200", 441)
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_the_list_does_not_matter(turn in 0usize..292) {
        let areas = country();
        let mut turned = areas.clone();
        turned.rotate_left(turn);
        let names = |areas: &[Area]| {
            let draw = draw_areas(areas, &AreaPlan::german(60, 9_000), &mut stream("turn")).unwrap();
            draw.drawn.iter().map(|one| (areas[one.area].name.clone(), one.letters)).collect::<Vec<_>>()
        };
        prop_assert_eq!(names(&areas), names(&turned));
    }
}
