//! Several panels at once.

use std::collections::BTreeSet;

use super::stage::Stage;

#[test]
fn panels_at_once_share_nobody_and_each_meets_the_quotas() {
    let stage = Stage::small();
    let told = stage
        .panel("select --features features.csv --people people.csv --size 4 --id id --panels 2 --seed x --out out --json")
        .ended(0)
        .json();
    assert_eq!(told["status"], "certified");
    let selected = stage.read("out/selected.csv");
    let rows: Vec<Vec<&str>> = selected.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 8);
    assert_eq!(rows.iter().map(|row| row[0]).collect::<BTreeSet<_>>().len(), 8);
    for panel in ["1", "2"] {
        let young = rows.iter().filter(|row| row[1] == "young" && row.last() == Some(&panel)).count();
        assert_eq!(young, 2, "{selected}");
    }
}

#[test]
fn numbered_panels_at_once_are_drawn_in_public_and_hold() {
    let stage = Stage::small();
    stage
        .panel("select --features features.csv --people people.csv --size 4 --id id --panels 2 --lottery 20 --no-draw --out out")
        .ended(0);
    stage.panel("lottery out --number 3").ended(0);
    stage.panel("verify out").ended(0);
    let selected = stage.read("out/selected.csv");
    assert!(selected.starts_with("id,age,place,panel\r\n"), "{selected}");
    assert_eq!(selected.lines().filter(|line| line.ends_with(",2")).count(), 4);
}
