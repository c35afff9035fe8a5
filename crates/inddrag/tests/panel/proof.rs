//! Whether a stranger finds the same.

use super::stage::{Stage, staged};

#[test]
fn a_record_holds_and_a_changed_one_does_not() {
    let stage = staged("like_mass_24");
    stage
        .panel("select --features features.csv --people people.csv --size 24 --id id --seed x --public salt --lottery 20 --out out")
        .ended(0);
    let answer = stage
        .panel("verify out --features features.csv --people people.csv --json")
        .ended(0);
    let told = answer.json();
    assert_eq!(told["status"], "verified");
    assert!(told["checks"].as_array().unwrap().len() > 2);
    stage.panel("verify out/public.json").ended(0);
    let text = stage.read("out/record.json");
    let drawn = stage.record("out")["draw"]["members"][0].as_str().unwrap().to_owned();
    let tickets = stage.record("out")["draw"]["panel"].as_u64().unwrap();
    let changed = text.replacen(&format!("\"panel\": {tickets}"), &format!("\"panel\": {}", (tickets + 1) % 20), 1);
    assert_ne!(changed, text, "{drawn}");
    stage.file("out/record.json", changed);
    let told = stage.panel("verify out --json").ended(1).json();
    assert_eq!(told["status"], "wrong");
    stage.file("out/record.json", text);
    stage.file("people.csv", stage.read("people.csv").replacen("p0,", "p0x,", 1));
    stage.panel("verify out --people people.csv").ended(1);
}

#[test]
fn what_is_no_record_is_told_so() {
    let stage = Stage::small();
    stage.file("record.json", "{\"format\": \"another\"}");
    assert_eq!(stage.panel("verify . --json").ended(1).codes(), ["record.format"]);
    stage.file("record.json", "{");
    assert_eq!(stage.panel("verify . --json").ended(1).codes(), ["record.damaged"]);
    assert_eq!(stage.panel("verify nowhere --json").ended(1).codes(), ["file.unreadable"]);
}
