//! Counts beside targets, and who shares an address with whom.

mod read_sheets;

use read_sheets::{sheet, told};
use sortition::check::{Housemate, Shares, housemates, overview};
use sortition::model::{Pool, Problem};
use sortition::read::{People, PeopleSettings, people, quotas};

fn read(text: &str) -> Problem {
    let quotas = quotas(&sheet("feature,value,min,max\ngender,f,2,3\ngender,m,1,2\ngender,x,0,0"));
    let settings = PeopleSettings {
        id_column: None,
        columns_to_keep: vec![],
        address_columns: vec!["home".to_owned()],
    };
    let people = people(&sheet(text), quotas.draft(), &settings);
    assert!(people.is_sound(), "{:?}", told(&people.findings));
    let People { pool, .. } = people.draft().clone();
    Problem::new(quotas.draft().clone(), pool, 4)
}

#[test]
fn counts_and_sums_stand_beside_the_targets() {
    let mut problem = read("gender,home\nf,1\nf,1\nf,2\nm,3\nm,3\nx,4\nm,5\nf,6");
    problem.one_per_household = true;
    problem.selected = vec![0];
    problem.excluded = vec![7];
    let overview = overview(&problem);
    assert_eq!((overview.size, overview.people, overview.drawable, overview.selected), (4, 8, 5, 1));
    let gender = &overview.features[0];
    assert_eq!((gender.name.as_str(), gender.min, gender.max), ("gender", 3, 5));
    let counts: Vec<(&str, [u32; 5])> = gender
        .values
        .iter()
        .map(|value| {
            (
                value.name.as_str(),
                [value.people, value.drawable, value.selected, value.min, value.max],
            )
        })
        .collect();
    assert_eq!(counts, [("f", [4, 1, 1, 2, 3]), ("m", [3, 3, 0, 1, 2]), ("x", [1, 1, 0, 0, 0])]);
    assert!((overview.percent_of_pool(gender.values[1].people) - 37.5).abs() < 1e-12);
    assert!((overview.percent_of_panel(gender.values[0].max) - 75.0).abs() < 1e-12);
}

#[test]
fn an_empty_pool_is_no_division_by_nothing() {
    let mut problem = read("gender,home\nf,1");
    problem.pool = Pool::default();
    problem.size = 0;
    let overview = overview(&problem);
    assert_eq!(overview.people, 0);
    assert!(overview.percent_of_pool(0).abs() < 1e-12 && overview.percent_of_panel(3).abs() < 1e-12);
}

#[test]
fn housemates_are_found_within_a_list_and_with_earlier_rounds() {
    let pool = read("gender,home\nf,A\nm,a\nf,B\nm,C\nf,c \nm,D\nf,\nm,").pool;
    let address = |home: &str| Pool::address([home]).expect("an address");
    let list: Vec<usize> = (0..8).collect();
    let found = |earlier: &[String]| housemates(&pool, &list, earlier);
    let mate = |person, shares| Housemate { person, shares };
    let within: Vec<Housemate> = [0, 1, 3, 4].map(|person| mate(person, Shares::WithinList)).to_vec();
    assert_eq!(found(&[]), within);
    assert_eq!(
        found(&[address("C"), address("D")]),
        [
            mate(0, Shares::WithinList),
            mate(1, Shares::WithinList),
            mate(3, Shares::WithBoth),
            mate(4, Shares::WithBoth),
            mate(5, Shares::WithEarlier),
        ]
    );
    assert_eq!(housemates(&pool, &[0, 2, 5], &[]), []);
}
