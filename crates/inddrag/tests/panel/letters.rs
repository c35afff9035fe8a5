//! The first stage: who gets a letter.

use std::fmt::Write;

use super::stage::Stage;

/// Sixty people in three towns of two regions, two to an address.
fn register() -> Stage {
    let stage = Stage::new();
    let mut list = String::from("id,name,street,age,town,region\n");
    for person in 0..60 {
        let age = if person % 3 == 0 { "young" } else { "old" };
        let (town, region) = [("Ry", "midt"), ("Als", "syd"), ("Ribe", "syd")][person % 3];
        writeln!(list, "p{person},Navn {person},Vej {},{age},{town},{region}", person / 2).unwrap();
    }
    stage
        .file("register.csv", list)
        .file("features.csv", "feature,value,min,max\nage,young,2,4\nage,old,2,4\n")
        .file("weights.csv", "age;weight\nyoung;2\nold;1\n");
    stage
}

fn letters(stage: &Stage) -> Vec<String> {
    stage.read("out/invited.csv").lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn letters_are_drawn_alike_by_strata_with_weights_and_one_to_a_household() {
    let stage = register();
    let invite = "invite --people register.csv --id id --keep name --letters 12 --seed breve --out out --json";
    let told = stage.panel(invite).ended(0).json();
    assert_eq!((told["letters"].as_u64(), told["people"].as_u64()), (Some(12), Some(60)));
    assert_eq!(letters(&stage).len(), 12);
    assert!(stage.read("out/invited.csv").starts_with("id,name,chance\r\n"));
    assert!(letters(&stage)[0].ends_with(",0.2"));
    let once = stage.read("out/invited.csv");
    stage.panel(invite).ended(0);
    assert_eq!(stage.read("out/invited.csv"), once);
    let told = stage.panel(&format!("{invite} --strata age")).ended(0).json();
    let of = |told: &serde_json::Value, at: usize| told["strata"][at]["letters"].as_u64().unwrap();
    assert_eq!((of(&told, 0), of(&told, 1)), (8, 4), "old, young");
    let told = stage.panel(&format!("{invite} --strata age --weights weights.csv")).ended(0).json();
    assert_eq!((of(&told, 0), of(&told, 1)), (6, 6));
    stage.panel(&format!("{invite} --households street")).ended(0);
    let mut streets: Vec<String> = letters(&stage)
        .iter()
        .map(|line| line.split(',').nth(2).unwrap().to_owned())
        .collect();
    streets.sort();
    streets.dedup();
    assert_eq!(streets.len(), 12);
}

#[test]
fn areas_are_drawn_first_and_people_in_them() {
    let stage = register();
    let told = stage
        .panel("invite --people register.csv --id id --letters 6 --areas 2 --area town --region region --most-share 0.5 --seed x --out out --json")
        .ended(0)
        .json();
    assert_eq!(told["areas"]["drawn"].as_array().unwrap().len(), 2);
    assert_eq!(letters(&stage).len(), 6);
    assert!(
        stage
            .read("out/areas.csv")
            .starts_with("area,region,people,chance,letters,reserve\r\n")
    );
    stage
        .panel("invite --people register.csv --letters 6 --areas 2 --seed x --out out")
        .ended(1);
}

#[test]
fn how_many_letters_it_takes_and_what_pool_to_expect_is_said() {
    let stage = register();
    let told = stage.panel("invite --size 36 --factor 8 --rate 0.015 --json").ended(0).json();
    assert_eq!(told["letters_needed"]["expected"], 19_200);
    assert!(told["letters_needed"]["enough"].as_u64().unwrap() > 19_200);
    let told = stage
        .panel(
            "invite --people register.csv --id id --letters 30 --features features.csv --size 6 --counted 100:40 --seed x --out out --json",
        )
        .ended(0)
        .json();
    assert!((told["expected"]["pool"]["expected"].as_f64().unwrap() - 30.0 * 40.5 / 101.0).abs() < 1e-6);
    assert_eq!(told["expected"]["values"].as_array().unwrap().len(), 2);
    stage.panel("invite").ended(1);
    let answer = stage
        .panel("invite --people register.csv --id id --letters 61 --seed x --out out --json")
        .ended(1);
    assert_eq!(answer.codes(), ["invite.unsuited"]);
}
