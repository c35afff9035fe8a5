//! `panel check`, and everything that can be wrong.

use super::stage::{Stage, staged};

#[test]
fn a_check_says_that_it_works_and_that_nobody_was_drawn() {
    let stage = Stage::small();
    let answer = stage
        .panel("check --features features.csv --people people.csv --size 4 --id id")
        .ended(0);
    assert!(
        answer.out.contains("Dette er en prøve, ikke en lodtrækning. Ingen er udtrukket."),
        "{}",
        answer.out
    );
    let answer = stage
        .panel("check --features features.csv --people people.csv --size 4 --id id --lang en --json")
        .ended(0);
    let told = answer.json();
    assert_eq!((told["status"].as_str(), told["drawn"].as_bool()), (Some("feasible"), Some(false)));
    assert_eq!(told["overview"]["features"][0]["values"][0]["people"], 4);
    assert_eq!(stage.names("."), ["features.csv", "people.csv"]);
}

#[test]
fn everything_wrong_in_all_files_is_told_at_once_with_its_place() {
    let stage = Stage::new();
    stage
        .file(
            "features.csv",
            "feature,value,min,max\nage,young,5,2\nage,old,x,2\nplace,town,1,3\nplace,land,,3\n",
        )
        .file("people.csv", "id,age,place\na,young,town\na,old,town\nb,ung,town\nc,young,\n")
        .file("settings.toml", "id_column = 3\n");
    let arguments =
        "check --features features.csv --people people.csv --size 4 --id id --settings settings.toml --selected nowhere.csv --json";
    let answer = stage.panel(arguments).ended(1);
    let codes = answer.codes();
    for code in [
        "settings.type-wrong",
        "quotas.min-over-max",
        "quotas.number-invalid",
        "quotas.number-missing",
        "people.id-twice-different",
        "people.value-unknown",
        "people.value-missing",
        "file.unreadable",
    ] {
        assert!(codes.contains(&code.to_owned()), "{code} is missing in {codes:?}");
    }
    let told = answer.json();
    assert_eq!(told["status"], "input-wrong");
    let unknown = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["code"] == "people.value-unknown")
        .unwrap();
    assert_eq!(
        (unknown["source"].as_str(), unknown["row"].as_u64(), unknown["column"].as_str()),
        (Some("people"), Some(4), Some("age"))
    );
    assert_eq!(unknown["severity"], "error");
    assert!(unknown["da"].as_str().unwrap().contains("ung") && unknown["en"].as_str().unwrap().contains("ung"));
    // The same in words, and nothing is written.
    let select = arguments.replace("check", "select").replace("--json", "--out out");
    let told = stage.panel(&select).ended(1).told;
    assert!(told.contains("nowhere.csv") && told.contains("række 4"), "{told}");
    assert!(!stage.path("out").exists());
}

#[test]
fn quotas_that_contradict_each_other_are_named_with_ways_out() {
    let stage = Stage::small();
    // Three of the young must be from the country, and only two are.
    stage.file(
        "features.csv",
        "feature,value,min,max\nage,young,3,3\nage,old,1,1\nplace,town,0,0\nplace,land,4,4\n",
    );
    for command in ["check", "select --out out --seed x"] {
        let answer = stage
            .panel(&format!(
                "{command} --features features.csv --people people.csv --size 4 --id id --json"
            ))
            .ended(2);
        let told = answer.json();
        assert_eq!(told["status"], "infeasible");
        let bounds = told["conflict"]["bounds"].as_array().unwrap();
        assert!(!bounds.is_empty(), "{told}");
        assert!(!told["relaxations"].as_array().unwrap().is_empty(), "{told}");
        assert!(told["relaxations"][0]["changes"][0]["old_min"].is_u64());
    }
    assert!(!stage.path("out").exists());
    let told = stage
        .panel("select --features features.csv --people people.csv --size 4 --id id --out out --seed x")
        .ended(2)
        .told;
    assert!(told.contains("Det kan ikke lade sig gøre"), "{told}");
}

#[test]
fn what_counting_shows_to_be_impossible_is_infeasible_too() {
    let stage = Stage::small();
    let answer = stage
        .panel("select --features features.csv --people people.csv --size 9 --id id --out out --json")
        .ended(2);
    assert!(answer.codes().contains(&"quotas.maximums-under-size".to_owned()));
}

#[test]
fn quotas_that_may_not_be_changed_leave_no_way_out() {
    let stage = Stage::small();
    stage.file(
        "features.csv",
        "feature,value,min,max,min_flex,max_flex\nage,young,3,3,3,3\nage,old,1,1,1,1\nplace,town,0,0,0,0\nplace,land,4,4,4,4\n",
    );
    let told = stage
        .panel("check --features features.csv --people people.csv --size 4 --id id --json")
        .ended(2)
        .json();
    assert_eq!(
        (told["relaxable"].as_bool(), told["relaxations"].as_array().map(Vec::len)),
        (Some(false), Some(0))
    );
}

#[test]
fn those_whom_no_panel_has_room_for_are_named_with_the_reason() {
    let stage = staged("unreachable_250_20");
    let told = stage
        .panel("check --features features.csv --people people.csv --size 20 --id id --json")
        .ended(0)
        .json();
    let people: usize = told["unreachable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["people"].as_array().unwrap().len())
        .sum();
    assert_eq!(people, 168);
    assert!(!told["for_everybody"]["changes"].as_array().unwrap().is_empty());
}

#[test]
fn a_misread_command_line_ends_like_wrong_files_and_not_like_impossible_quotas() {
    let stage = Stage::small();
    stage.panel("select --features features.csv").ended(1);
    stage
        .panel("select --features features.csv --people people.csv --size four --out out")
        .ended(1);
    stage.panel("nonsense").ended(1);
    let codes = stage.panel("select --features features.csv --json").ended(1).codes();
    assert_eq!(codes, ["question.command-line"]);
    stage.panel("--help").ended(0);
    for (more, code) in [
        ("--gamma 2", "question.gamma-unused"),
        ("--lottery 0", "question.no-list"),
        ("--objective legacy --lottery 10", "question.legacy-list"),
        ("--objective diversimax --lottery 10", "question.diversimax-list"),
        ("--objective legacy --panels 2", "question.legacy-several"),
        ("--objective diversimax --panels 2", "question.diversimax-several"),
        ("--size 0", "question.no-seats"),
        ("--panels 0", "question.no-panels"),
    ] {
        let size = if more.contains("--size") { "" } else { "--size 4" };
        let answer = stage.panel(&format!(
            "select --features features.csv --people people.csv {size} --id id --out out --json {more}"
        ));
        let codes = answer.ended(1).codes();
        assert!(codes.contains(&code.to_owned()), "{more}: {codes:?}");
    }
}
