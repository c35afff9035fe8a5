//! What comes after a panel was drawn: replacements and reserves.

use std::collections::BTreeSet;

use super::stage::{Stage, staged};

fn ids(csv: &str) -> BTreeSet<String> {
    csv.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn empty_seats_are_filled_and_what_is_left_of_the_quotas_is_worked_out() {
    let stage = Stage::small();
    let files = "--features features.csv --people people.csv --size 4 --id id";
    stage.panel(&format!("select {files} --seed x --out one")).ended(0);
    let first = ids(&stage.read("one/selected.csv"));
    let gone = first.iter().next().unwrap();
    stage.file("gone.csv", format!("id\n{gone}\n"));
    let answer = stage
        .panel(&format!(
            "replace {files} --selected one/selected.csv --excluded gone.csv --seed y --out two --json"
        ))
        .ended(0);
    let told = answer.json();
    assert_eq!(
        (told["seats"]["open"].as_u64(), told["seats"]["dropped"].as_u64()),
        (Some(1), Some(1))
    );
    let open: u64 = told["seats"]["quotas"]
        .as_array()
        .unwrap()
        .iter()
        .take(2)
        .map(|quota| quota["max"].as_u64().unwrap())
        .sum();
    assert_eq!(open, 1, "one seat of the feature age is open");
    let second = ids(&stage.read("two/selected.csv"));
    assert_eq!(second.len(), 1);
    assert!(second.is_disjoint(&first));
    let told = stage
        .panel(&format!(
            "replace {files} --selected one/selected.csv --excluded gone.csv --seed y --out three --lang en"
        ))
        .ended(0)
        .out;
    assert!(told.contains("One seat is to be filled, 3 are taken."), "{told}");
    stage.panel(&format!("replace {files} --seed y --out four")).ended(1);
    stage.file("gone.csv", "id\nmisspelt\n");
    let answer = stage
        .panel(&format!("select {files} --excluded gone.csv --seed y --out five --json"))
        .ended(0);
    assert_eq!(answer.codes(), ["excluded.not-in-pool"]);
}

#[test]
fn a_list_with_titles_and_tabs_names_those_who_keep_their_seats() {
    let stage = Stage::small();
    stage.file(
        "kept.tsv",
        "Udtrukket i første runde\n\nid\tname\tage\tplace\tstreet\na\tAnna\tyoung\ttown\tVej 1\nz\tZenia\told\tland\tVej 9\n",
    );
    let told = stage
        .panel("replace --features features.csv --people people.csv --size 4 --id id --selected kept.tsv --seed y --out out --json")
        .ended(0);
    assert!(told.codes().contains(&"selected.not-in-pool".to_owned()));
    let told = told.json();
    assert_eq!(
        (told["seats"]["open"].as_u64(), told["seats"]["selected"].as_u64()),
        (Some(2), Some(2))
    );
    let quotas = &told["seats"]["quotas"];
    assert_eq!(
        (quotas[0]["max"].as_u64(), quotas[1]["max"].as_u64()),
        (Some(1), Some(1)),
        "one young and one old are missing"
    );
}

#[test]
fn a_reserve_loses_less_than_none_and_no_more_than_the_simpler_ways() {
    let stage = staged("like_mass_24");
    stage
        .panel("select --features features.csv --people people.csv --size 24 --id id --seed x --out out")
        .ended(0);
    let told = stage
        .panel("reserve out --size 8 --stay 0.85 --samples 100 --effort 60 --json")
        .ended(0)
        .json();
    let loss = |name: &str| told["fresh_futures"][name].as_f64().unwrap();
    assert!(loss("chosen") < loss("without"));
    assert!(told["bound"].as_f64().unwrap() <= told["loss"].as_f64().unwrap() + 1e-9);
    let reserve = ids(&stage.read("out/reserve.csv"));
    assert!(reserve.len() <= 8 && !reserve.is_empty());
    assert!(reserve.is_disjoint(&ids(&stage.read("out/selected.csv"))));
    let before = stage.read("out/reserve.csv");
    stage.panel("reserve out --size 8 --stay 0.85 --samples 100 --effort 60").ended(0);
    assert_eq!(
        stage.read("out/reserve.csv"),
        before,
        "the text of the draw gives the same reserve again"
    );
}

#[test]
fn who_stays_is_told_by_a_file_or_learnt_from_past_panels() {
    let stage = Stage::small();
    stage
        .panel("select --features features.csv --people people.csv --size 4 --id id --seed x --out out")
        .ended(0);
    let mut told = String::from("id,probability\n");
    for id in ids(&stage.read("out/selected.csv")) {
        told.push_str(&format!("{id},0.8\n"));
    }
    stage.file("stay.csv", &told).file("few.csv", "id,probability\nnobody,2\n").file(
        "past.csv",
        "code,age,place,Dropped,Dropped_Inclusive,Initially Selected,Alternate\n1,young,town,YES,YES,YES,NO\n2,young,land,NO,NO,YES,NO\n3,old,town,NO,NO,YES,NO\n4,old,land,NO,NO,NO,YES\n",
    );
    stage
        .panel("reserve out --size 2 --stay-file stay.csv --samples 20 --effort 10")
        .ended(0);
    let codes = stage.panel("reserve out --size 2 --stay-file few.csv --json").ended(1).codes();
    assert!(codes.contains(&"reserve.stay-cell".to_owned()) && codes.contains(&"reserve.stay-missing".to_owned()));
    let told = stage
        .panel("reserve out --size 2 --learn past.csv --samples 20 --effort 10 --json")
        .ended(0)
        .json();
    assert_eq!(told["model"]["members"], 3);
    stage.panel("reserve out --size 2").ended(1);
    stage.panel("reserve out --size 2 --stay 1.5").ended(1);
}
