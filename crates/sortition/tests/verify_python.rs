//! Records before a reader that shares nothing with the engine (`tests/validators/check_panel.py`), and records with one thing changed before the same reader.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod recorded;
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use recorded::{OBJECTIVES, origin, pool, recorded, with_households};
use sortition::fair::{Objective, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Quota;
use sortition::record::{Chance, Record};

/// The interpreter of the validators; this one needs no packages, so any Python will do. `None` means "skip", which is only allowed where nobody asked for it.
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("INDDRAG_VALIDATORS_PYTHON").filter(|path| !path.is_empty());
    let path = named.map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let runs = Command::new(&path)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    let required = std::env::var("INDDRAG_REQUIRE_VALIDATORS").is_ok_and(|value| value == "1");
    assert!(runs || !required, "INDDRAG_REQUIRE_VALIDATORS=1, but there is no Python");
    if !runs {
        println!("skipped: no Python; set INDDRAG_VALIDATORS_PYTHON");
    }
    runs.then_some(path)
}

/// Whether nothing is wrong, and what was printed.
fn verdict(python: &Path, name: &str, record: &Record) -> (bool, String) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&file, record.to_json()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/validators/check_panel.py");
    let output = Command::new(python).arg(script).arg(file).env("PYTHONUTF8", "1").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("Traceback"), "{name}: the script fell over: {said}");
    (output.status.success(), said)
}

#[track_caller]
fn holds(python: &Path, name: &str, record: &Record) -> String {
    let (holds, said) = verdict(python, name, record);
    assert!(holds, "{name}: {said}");
    said
}

fn public(text: &str) -> Chance {
    Chance::Public { text: text.to_owned() }
}

#[test]
fn all_objectives_hold_before_a_stranger() {
    let Some(python) = python() else { return };
    for name in ["like_mass_24", "like_hd_30", "like_sf_d_40", "unreachable_250_20"] {
        for objective in OBJECTIVES {
            let mut record = recorded(&pool(name), objective);
            record.draw_ticket(&public("7 0 3")).unwrap();
            holds(&python, &format!("{name} {}", objective.name()), &record);
        }
    }
}

#[test]
fn households_lists_and_the_public_version_hold_too() {
    let Some(python) = python() else { return };
    for name in ["like_mass_24", "unreachable_250_20"] {
        let problem = with_households(pool(name));
        for objective in OBJECTIVES {
            let outcome = fair(&problem, objective, &mut Unwatched).unwrap();
            let mut record = Record::of(&problem, &outcome, origin());
            record.add_list(&uniform(&problem, &outcome.chances, 40, &mut Unwatched).unwrap());
            record.draw_from_list(&public("7 0 3")).unwrap();
            let file = format!("{name} households {}", objective.name());
            holds(&python, &file, &record);
            holds(&python, &format!("{file} public"), &record.pseudonymous("sea salt"));
            record.draw_by_ceremony(&[0, 7], 10).unwrap();
            holds(&python, &file, &record);
        }
    }
}

#[test]
fn panels_at_once_hold_too() {
    let Some(python) = python() else { return };
    let mut problem = with_households(pool("like_mass_24"));
    problem.size = 12;
    problem.quotas = problem.quotas.map(|_, _, quota| Quota::new(quota.min / 2, quota.max.div_ceil(2)));
    problem.parallel = 2;
    let outcome = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut record = Record::of(&problem, &outcome, origin());
    record.add_list(&uniform(&problem, &outcome.chances, 30, &mut Unwatched).unwrap());
    record.draw_from_list(&public("7 0 3")).unwrap();
    holds(&python, "two panels", &record);
    record.panels[0].parts[0].pop();
    let (holds, said) = verdict(&python, "two panels changed", &record);
    assert!(!holds && said.contains("its parts are not its members"), "{said}");
}

#[test]
fn what_cannot_be_checked_is_not_called_right() {
    let Some(python) = python() else { return };
    let problem = pool("like_mass_24");
    let outcome = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut record = Record::estimated(&problem, &counted(&outcome.chances), 1000, origin());
    record.drawn_by_run(&outcome.panels[0].members, &public("7")).unwrap();
    let said = holds(&python, "estimated", &record);
    assert!(said.contains("not checked"), "{said}");
    let mut chosen = Record::without_lottery(&problem, 3.0, origin());
    chosen.drawn_by_run(&outcome.panels[0].members, &public("7")).unwrap();
    holds(&python, "no lottery", &chosen);
}

/// Chances as trial draws would count them, never above one.
fn counted(chances: &[f64]) -> Vec<f64> {
    chances.iter().map(|chance| chance.min(1.0)).collect()
}

/// One thing changed in a record, and the check that is about it.
type Change = (&'static str, fn(&mut Record));

#[test]
fn whoever_changes_a_record_is_found_out() {
    let Some(python) = python() else { return };
    let problem = with_households(pool("like_mass_24"));
    let outcome = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut good = Record::of(&problem, &outcome, origin());
    good.add_list(&uniform(&problem, &outcome.chances, 40, &mut Unwatched).unwrap());
    good.draw_ticket(&Chance::Joint {
        secret: "k3v9-q8sa-02mf-77xz-lp4w".to_owned(),
        text: "0 4 2".to_owned(),
    })
    .unwrap();
    holds(&python, "good", &good);
    let changes: [Change; 17] = [
        ("format", |record| record.format.push('1')),
        ("pool", |record| record.pool[3].id = record.pool[4].id.clone()),
        ("pool", |record| record.pool[3].values[0] = "purple".to_owned()),
        ("panels", |record| record.panels[1].members[0] = record.panels[1].members[1].clone()),
        ("panels", |record| record.quotas[0].max -= 1),
        ("tickets", |record| record.panels[0].tickets += 1),
        ("tickets", |record| record.panels[0].probability += 1e-12),
        ("chances", |record| *record.probabilities.values_mut().next().unwrap() += 1e-9),
        ("figures", |record| record.value += 1e-6),
        ("figures", |record| record.levels[0].1 += 1),
        ("bound", |record| *record.bound.as_mut().unwrap() -= 1e-6),
        ("gap", |record| *record.gap.as_mut().unwrap() += 1e-6),
        ("steps", |record| record.certificate.levels.last_mut().unwrap().chance -= 1e-5),
        ("numbered", |record| record.lottery.as_mut().unwrap().deviation -= 1e-6),
        ("draw", |record| record.draw.as_mut().unwrap().number += 1),
        ("draw", |record| record.draw.as_mut().unwrap().text[0].push('1')),
        ("draw", |record| drop(record.draw.as_mut().unwrap().members.pop())),
    ];
    for (check, change) in changes {
        let mut record = good.clone();
        change(&mut record);
        let (holds, said) = verdict(&python, "changed", &record);
        let wrong = said.lines().filter(|line| line.contains(" WRONG "));
        let names: Vec<&str> = wrong.filter_map(|line| line.split_whitespace().next()).collect();
        assert!(!holds && names.contains(&check), "{check}: {said}");
    }
}
