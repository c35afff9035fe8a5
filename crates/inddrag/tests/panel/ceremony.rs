//! The draw in public.

use std::fs;
use std::path::Path;

use super::stage::Stage;

const SELECT: &str = "select --features features.csv --people people.csv --size 4 --id id --keep name --lottery 20 --no-draw --out out";

#[test]
fn numbered_panels_are_made_without_a_draw_and_dice_decide_once() {
    let stage = Stage::small();
    let answer = stage.panel(SELECT).ended(0);
    assert!(answer.out.contains("Ingen er udtrukket endnu"), "{}", answer.out);
    assert_eq!(stage.read("out/selected.csv"), "id,name,age,place\r\n");
    assert_eq!(stage.read("out/remaining.csv").lines().count(), 9, "everybody can still be drawn");
    assert!(stage.read("out/panels.csv").starts_with("Assembly 0,Assembly 1,"));
    let codes = |arguments: &str| stage.panel(&format!("lottery out --json {arguments}")).ended(1).codes();
    assert_eq!(codes("--throws 1"), ["draw.throws"]);
    assert_eq!(codes("--throws 1,12"), ["draw.side"]);
    assert_eq!(codes("--number 20"), ["draw.side"]);
    assert_eq!(codes("--throws 5,5,5 --sides 6"), ["draw.throws"]);
    let told = stage.panel("lottery out").ended(0).out;
    assert!(told.contains("ét kast eller træk med 20 sider"), "{told}");
    assert!(stage.record("out")["draw"].is_null(), "saying what can be thrown draws nobody");
    let told = stage.panel("lottery out --throws 9,7 --json").ended(0).json();
    // Ninety-seven of a hundred, and twenty panels: 97 mod 20.
    assert_eq!(
        (told["draw"]["panel"].as_u64(), told["draw"]["by"].as_str()),
        (Some(17), Some("ceremony"))
    );
    let record = stage.record("out");
    let wanted: Vec<&str> = record["lottery"]["panels"][17]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    let selected = stage.read("out/selected.csv");
    let drawn: Vec<&str> = selected.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(drawn, wanted);
    assert_eq!(stage.read("out/remaining.csv").lines().count(), 5);
    assert_eq!(codes("--throws 0,0"), ["draw.drawn-already"]);
}

#[test]
fn throws_that_do_not_count_change_nothing() {
    let stage = Stage::small();
    stage.panel(&SELECT.replace("20", "30")).ended(0);
    let answer = stage.panel("lottery out --throws 9,9 --json").ended(1);
    assert_eq!(answer.codes(), ["draw.again"]);
    assert!(stage.record("out")["draw"].is_null());
}

#[test]
fn a_ball_from_an_urn_decides_as_well_as_a_text() {
    let stage = Stage::small();
    stage.panel(SELECT).ended(0);
    let told = stage.panel("lottery out --number 7 --json").ended(0).json();
    assert_eq!(
        (told["draw"]["panel"].as_u64(), told["draw"]["sides"].as_u64()),
        (Some(7), Some(20))
    );
    stage.panel(SELECT).ended(0);
    let told = stage.panel("lottery out --seed puls-1234 --json").ended(0).json();
    assert_eq!(told["draw"]["by"], "seed");
    assert!(told["draw"]["panel"].as_u64().unwrap() < 20);
}

#[test]
fn a_secret_that_was_promised_counts_only_if_it_is_the_same() {
    let stage = Stage::small();
    stage
        .file("secret", "en hemmelighed paa mange tegn\n")
        .file("other", "en anden hemmelighed paa mange tegn")
        .file("short", "kort");
    let promised = stage.panel("lottery --commit secret --json").ended(0).json()["commitment"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(promised.len(), 64);
    assert_eq!(
        stage.panel("lottery --commit short --json").ended(1).codes(),
        ["chance.secret-too-short"]
    );
    stage.panel(SELECT).ended(0);
    let draw = format!("lottery out --seed tal --commitment {promised} --json");
    assert_eq!(
        stage.panel(&format!("{draw} --secret other")).ended(1).codes(),
        ["chance.commitment-differs"]
    );
    let told = stage.panel(&format!("{draw} --secret secret")).ended(0).json();
    assert_eq!(
        (told["draw"]["by"].as_str(), told["draw"]["commitment"].as_str()),
        (Some("seed with secret"), Some(promised.as_str()))
    );
}

#[test]
fn what_the_readme_shows_works_as_it_stands_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let stage = Stage::new();
    for name in ["kvoter.csv", "pulje.csv"] {
        stage.file(name, read(&format!("content/demo/panel/{name}")));
    }
    let shown = read("README.md").replace("\\\n", " ");
    let commands: Vec<&str> = shown
        .lines()
        .filter_map(|line| line.strip_prefix("inddrag panel "))
        .map(|line| line.split('#').next().unwrap())
        .collect();
    assert_eq!(commands.len(), 4);
    for command in commands {
        stage.panel(command).ended(0);
    }
    assert_eq!(stage.read("draw/selected.csv").lines().count(), 31);
}
