//! Selecting: the fairest chances, the same again, and what the folder holds.

use std::collections::BTreeMap;
use std::fs;

use super::stage::{Stage, pool, staged};

const FILES: [&str; 7] = [
    "record.json",
    "record.zip",
    "remaining.csv",
    "report.en.html",
    "report.html",
    "selected.csv",
    "summary.csv",
];

#[test]
fn the_fairest_chances_are_found_certified_and_a_panel_is_drawn() {
    let stage = staged("like_hd_30");
    let answer = stage
        .panel("select --features features.csv --people people.csv --size 30 --id id --seed tolv --out out --json")
        .ended(0);
    let told = answer.json();
    let record = stage.record("out");
    for name in [
        "objective",
        "status",
        "value",
        "bound",
        "gap",
        "min",
        "max",
        "gini",
        "geometric_mean",
        "levels",
    ] {
        assert_eq!(told[name], record[name], "{name}");
    }
    assert_eq!(
        (record["objective"].as_str(), record["status"].as_str()),
        (Some("leximin"), Some("certified"))
    );
    assert!((record["min"].as_f64().unwrap() - 0.018_691_588_785).abs() < 1e-6);
    let chances: BTreeMap<String, f64> = serde_json::from_value(record["probabilities"].clone()).unwrap();
    assert_eq!(chances.len(), 239);
    assert!((chances.values().sum::<f64>() - 30.0).abs() < 1e-6);
    assert_eq!(stage.names("out"), FILES);
    assert_eq!(stage.read("out/selected.csv").lines().count(), 31);
    assert_eq!(stage.read("out/remaining.csv").lines().count(), 239 - 30 + 1);
    assert!(stage.read("out/selected.csv").starts_with("id,a,b,c,d,e,f,g\r\n"));
}

#[test]
fn people_without_ids_are_called_by_their_row_in_the_order_of_the_file() {
    let stage = Stage::small();
    stage
        .panel("select --features features.csv --people people.csv --size 4 --seed x --out out")
        .ended(0);
    let record = stage.record("out");
    let ids: Vec<&str> = record["pool"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"]);
}

#[test]
fn the_same_text_gives_the_same_bytes_in_every_file_but_the_two_times() {
    let stage = staged("like_mass_24");
    let select = "select --features features.csv --people people.csv --size 24 --id id --lottery 50 --seed syv --public salt";
    stage.panel(&format!("{select} --out one")).ended(0);
    stage.panel(&format!("{select} --out two")).ended(0);
    let names = stage.names("one");
    assert!(
        names.contains(&"panels.csv".to_owned()) && names.contains(&"public.json".to_owned()),
        "{names:?}"
    );
    assert_eq!(names, stage.names("two"));
    for name in names {
        let [one, two] = ["one", "two"].map(|folder| fs::read(stage.path(&format!("{folder}/{name}"))).unwrap());
        if name == "record.json" {
            let bare = |text: Vec<u8>| -> String {
                let text = String::from_utf8(text).unwrap();
                text.lines().filter(|line| !line.contains("seconds\":")).collect()
            };
            assert_eq!(bare(one), bare(two));
        } else {
            assert_eq!(one, two, "{name}");
        }
    }
    stage.panel(&format!("{} --out three", select.replace("syv", "otte"))).ended(0);
    assert_ne!(stage.read("one/selected.csv"), stage.read("three/selected.csv"));
}

#[test]
fn no_id_stands_in_the_version_for_the_public_nor_in_what_is_handed_on_with_it() {
    let (features, people) = pool("like_mass_24");
    let people = people.replace("\np", "\nperson-nummer-");
    let stage = Stage::new();
    stage.file("features.csv", features).file("people.csv", people);
    stage
        .panel("select --features features.csv --people people.csv --size 24 --id id --lottery 20 --seed 1 --public salt --out out")
        .ended(0);
    assert!(stage.read("out/record.json").contains("person-nummer-"), "the control");
    assert!(!stage.read("out/public.json").contains("person-nummer-"));
    let mut archive = zip::ZipArchive::new(fs::File::open(stage.path("out/record.zip")).unwrap()).unwrap();
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let text = std::io::read_to_string(&mut part).unwrap();
        names.push(part.name().unwrap().into_owned());
        assert!(!text.contains("person-nummer-"), "{names:?}");
    }
    assert_eq!(names, ["record.json", "report.html", "report.en.html", "panels.csv", "summary.csv"]);
}

#[test]
fn without_time_the_answer_says_what_was_proven_and_is_written() {
    let stage = staged("like_sf_d_40");
    let answer = stage
        .panel("select --features features.csv --people people.csv --size 40 --id id --seed 1 --time-limit 0 --out out --json")
        .ended(3);
    if stage.path("out").exists() {
        let record = stage.record("out");
        assert_eq!(record["status"], "bounded");
        assert_eq!(record["status"], answer.json()["status"]);
        assert!(record["gap"].as_f64().unwrap() > 0.0);
    } else {
        assert_eq!(answer.json()["status"], "stopped");
    }
}

#[test]
fn every_way_of_selecting_gives_a_panel_that_meets_the_quotas() {
    let stage = Stage::small();
    for objective in ["leximin", "maximin", "nash", "goldilocks", "minimax", "legacy", "diversimax"] {
        let out = format!("out-{objective}");
        let answer = stage.panel(&format!(
            "select --features features.csv --people people.csv --size 4 --id id --seed x --objective {objective} --out {out} --json"
        ));
        let told = answer.ended(0).json();
        assert_eq!(told["objective"], objective);
        let status = match objective {
            "legacy" => "estimated",
            "diversimax" => "no-lottery",
            _ => "certified",
        };
        assert_eq!(told["status"], status, "{objective}");
        let selected = stage.read(&format!("{out}/selected.csv"));
        let count = |value: &str| selected.lines().filter(|line| line.split(',').any(|cell| cell == value)).count();
        assert_eq!((count("young"), count("old")), (2, 2), "{objective}");
    }
}

#[test]
fn one_of_a_household_is_drawn_and_the_others_do_not_remain() {
    let stage = Stage::small();
    // Gorm and Hanne share an address, whatever the case.
    let people = super::stage::SMALL_PEOPLE.replace("Hanne,Vej 7", "Hanne,  VEJ  7");
    stage.file("people.csv", people);
    for seed in 0..6 {
        stage
            .panel(&format!(
                "select --features features.csv --people people.csv --size 4 --id id --households street --keep name --seed s{seed} --out out"
            ))
            .ended(0);
        let selected = stage.read("out/selected.csv");
        assert!(selected.starts_with("id,name,street,age,place\r\n"));
        let remaining = stage.read("out/remaining.csv");
        let has = |list: &str, name: &str| list.contains(name);
        assert!(!(has(&selected, "Gorm") && has(&selected, "Hanne")));
        if has(&selected, "Gorm") || has(&selected, "Hanne") {
            assert!(!has(&remaining, "Gorm") && !has(&remaining, "Hanne"));
        }
    }
}

#[test]
fn a_folder_with_other_things_is_left_alone_and_ours_is_written_anew() {
    let stage = Stage::small();
    let select = "select --features features.csv --people people.csv --size 4 --id id --seed x --out out";
    stage.panel(select).ended(0);
    stage.panel(select).ended(0);
    stage.file("out/notes.txt", "mine");
    stage.panel(select).ended(0);
    assert_eq!(stage.read("out/notes.txt"), "mine");
    assert_eq!(stage.names("out").len(), FILES.len() + 1);
    let reads_itself = select.replace("--seed", "--selected out/selected.csv --seed");
    let answer = stage.panel(&format!("{reads_itself} --json")).ended(1);
    assert!(answer.codes().contains(&"output.in-the-way".to_owned()));
    stage.file("record.json", "{}").file("selected.csv", "id\na");
    stage.panel(&select.replace("--out out", "--out .")).ended(0);
    std::fs::remove_file(stage.path("record.json")).unwrap();
    let answer = stage.panel(&format!("{} --json", select.replace("--out out", "--out ."))).ended(1);
    assert!(answer.codes().contains(&"output.in-the-way".to_owned()));
}

#[test]
fn fresh_chance_is_recorded_and_can_be_repeated() {
    let stage = Stage::small();
    let select = "select --features features.csv --people people.csv --size 4 --id id";
    let answer = stage.panel(&format!("{select} --out fresh")).ended(0);
    assert!(answer.out.contains("Tilfældet kom fra denne computer"), "{}", answer.out);
    let text = stage.record("fresh")["draw"]["text"][0].as_str().unwrap().to_owned();
    stage
        .words(
            &[
                &select.split_whitespace().collect::<Vec<_>>()[..],
                &["--out", "again", "--seed", &text],
            ]
            .concat(),
        )
        .ended(0);
    assert_eq!(stage.read("fresh/selected.csv"), stage.read("again/selected.csv"));
}

#[test]
fn settings_of_other_programs_are_understood_and_the_command_line_wins() {
    let stage = Stage::small();
    stage.file(
        "settings.toml",
        "id_column = \"id\"\ncolumns_to_keep = [\"name\"]\ncheck_same_address = true\ncheck_same_address_columns = [\"street\"]\nselection_algorithm = \"maximin\"\nrandom_number_seed = 7\n",
    );
    let select = "select --features features.csv --people people.csv --size 4 --settings settings.toml --json";
    let told = stage.panel(&format!("{select} --out out")).ended(0).json();
    assert_eq!(
        (told["objective"].as_str(), told["draw"]["text"][0].as_str()),
        (Some("maximin"), Some("7"))
    );
    assert!(stage.read("out/selected.csv").starts_with("id,name,street,"));
    let told = stage
        .panel(&format!("{select} --out two --objective nash --seed 8"))
        .ended(0)
        .json();
    assert_eq!(
        (told["objective"].as_str(), told["draw"]["text"][0].as_str()),
        (Some("nash"), Some("8"))
    );
}
