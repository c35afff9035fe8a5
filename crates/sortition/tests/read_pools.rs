//! Whole pools of the size of real ones read without a word, and keep what their makers counted.

mod read_sheets;

use std::fs;
use std::path::Path;

use read_sheets::{sheet, told};
use serde_json::Value;
use sortition::check;
use sortition::model::Problem;
use sortition::read::{PeopleSettings, people, quotas};
use sortition::write;

const POOLS: [(&str, usize, usize); 5] = [
    ("like_mass_24", 70, 5),
    ("like_hd_30", 239, 7),
    ("like_sf_d_40", 404, 6),
    ("like_sf_e_110", 1727, 7),
    ("unreachable_250_20", 250, 6),
];

#[test]
fn pools_read_without_findings_and_can_be_drawn_from_as_far_as_counting_tells() {
    for (name, size, features) in POOLS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name);
        let file = |file: &str| fs::read_to_string(folder.join(file)).expect("the pool is there");
        let meta: Value = serde_json::from_str(&file("meta.json")).expect("JSON");
        let seats = u32::try_from(meta["k"].as_u64().expect("a number of seats")).expect("few seats");
        let quotas = quotas(&sheet(&file("categories.csv")));
        let settings = PeopleSettings {
            id_column: Some("id".to_owned()),
            ..PeopleSettings::default()
        };
        let people = people(&sheet(&file("respondents.csv")), quotas.draft(), &settings);
        assert_eq!((&quotas.findings, &people.findings), (&vec![], &vec![]), "{name}");
        let (quotas, people) = (quotas.draft().clone(), people.draft().clone());
        assert_eq!((people.pool.people.len(), quotas.features.len()), (size, features), "{name}");
        assert_eq!(
            write::csv(&write::quotas(&quotas)).replace("\r\n", "\n"),
            file("categories.csv").replace("\r\n", "\n"),
            "{name}"
        );
        let everybody: Vec<usize> = (0..size).collect();
        let list = write::csv(&write::selected(&people, &everybody)).replace("\r\n", "\n");
        assert_eq!(
            list,
            file("respondents.csv").replace("\r\n", "\n"),
            "{name}: nothing is lost on the way"
        );
        let problem = Problem::new(quotas, people.pool, seats);
        assert_eq!(told(&check::fit(&problem)), [] as [&str; 0], "{name}");
    }
}
