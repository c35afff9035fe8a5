//! Records to show, made by the engine from the pools that lie with its tests or from a few lines.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::Path;

use sortition::fair::{Objective, Unwatched, fair};
use sortition::model::{Problem, Quotas};
use sortition::read::{PeopleSettings, Reading, Sheet, people, quotas};
use sortition::record::{Chance, Input, Lottery, Origin, Record};

/// The rows of a file without quotation marks.
fn sheet(text: &str) -> Sheet {
    text.lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn whole<T: std::fmt::Debug>(reading: Reading<T>) -> T {
    reading.sound().expect("nothing is wrong with it").0
}

/// Quotas and people as files have them; the column of ids is called `id`.
pub(crate) fn problem(quota_file: &str, people_file: &str, size: u32) -> Problem {
    let read: Quotas = whole(quotas(&sheet(quota_file)));
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let found = whole(people(&sheet(people_file), &read, &settings));
    Problem::new(read, found.pool, size)
}

/// A pool of the engine's own tests.
pub(crate) fn pool(name: &str, size: u32) -> Problem {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../sortition/tests/data/pools")
        .join(name);
    let file = |file: &str| std::fs::read_to_string(folder.join(file)).expect("the pool lies there");
    problem(&file("categories.csv"), &file("respondents.csv"), size)
}

/// A town with few young people in its pool: answers by turns, so that everybody can work it out.
pub(crate) fn town() -> Problem {
    let quotas = "feature,value,min,max\nKøn,Kvinde,10,12\nKøn,Mand,10,12\nKøn,Andet eller vil ikke svare,0,2\n\
        Alder,16–29,5,6\nAlder,30–44,5,7\nAlder,45–59,5,7\nAlder,60 og derover,5,7\n\
        Bydel,Nord,6,8\nBydel,Midt,8,10\nBydel,Syd,6,8";
    let mut people = String::from("id,Køn,Alder,Bydel\n");
    for number in 0..180_usize {
        let gender = ["Kvinde", "Mand", "Kvinde", "Kvinde", "Mand", "Kvinde", "Andet eller vil ikke svare"][number % 37 % 7];
        let age = [
            "60 og derover",
            "45–59",
            "60 og derover",
            "30–44",
            "45–59",
            "16–29",
            "60 og derover",
        ][number * number % 29 % 7];
        let district = ["Midt", "Nord", "Midt", "Syd", "Nord"][number / 3 % 5];
        people.push_str(&format!("T-{number:03},{gender},{age},{district}\n"));
    }
    problem(quotas, &people, 24)
}

/// The record of the chances that the engine finds.
pub(crate) fn record(problem: &Problem, objective: Objective) -> Record {
    let outcome = fair(problem, objective, &mut Unwatched).expect("there are panels");
    let mut record = Record::of(problem, &outcome, origin());
    record.seconds = 1.25;
    record
}

fn origin() -> Origin {
    let inputs = [
        ("quotas", "kvoter.csv"),
        ("people", "pulje.csv"),
        ("settings", "indstillinger.toml"),
    ]
    .map(|(role, name)| Input {
        role: role.to_owned(),
        name: name.to_owned(),
        sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef".to_owned(),
        bytes: 12_345,
    });
    Origin {
        program: "inddrag 0.1.0".to_owned(),
        inputs: inputs.to_vec(),
    }
}

/// What everybody got to see.
fn lotto() -> Chance {
    Chance::Public {
        text: "Lotto 48/2026: 3 14 15 26 32 35 36".to_owned(),
    }
}

/// A panel is drawn by the tickets of a public text.
pub(crate) fn drawn(mut record: Record) -> Record {
    record.draw_ticket(&lotto()).expect("there are panels");
    record
}

/// Numbered panels are made of the record's, and dice choose one.
pub(crate) fn thrown(mut record: Record) -> Record {
    let panels = (0..1000).map(|at| record.panels[at % record.panels.len()].members.clone());
    record.lottery = Some(Lottery {
        deviation: 0.000_5,
        least: 0.000_31,
        panels: panels.collect(),
        parts: Vec::new(),
    });
    record.draw_by_ceremony(&[0, 4, 2], 10).expect("three dice for a thousand panels");
    record
}

/// Some panel, for records that are not about how it was found.
fn members(problem: &Problem) -> Vec<usize> {
    let outcome = fair(problem, Objective::Leximin, &mut Unwatched).expect("there are panels");
    outcome.panels[2].members.clone()
}

/// Chances counted in trial draws: everybody's a little different, and nothing proven.
pub(crate) fn estimated() -> Record {
    let problem = town();
    let chances: Vec<f64> = (0..180).map(|at| 0.02 + 0.001 * f64::from(at * 37 % 223)).collect();
    let mut record = Record::estimated(&problem, &chances, 1000, origin());
    record.drawn_by_run(&members(&problem), &lotto()).expect("a text needs no secret");
    record
}

/// One panel, chosen without a lot.
pub(crate) fn chosen() -> Record {
    let problem = town();
    let mut record = Record::without_lottery(&problem, 12.0, origin());
    record.drawn_by_run(&members(&problem), &lotto()).expect("a text needs no secret");
    record
}

/// Twenty have kept their seats, three said no, and four are drawn around them.
pub(crate) fn replacement() -> Record {
    let mut problem = town();
    let mut members = members(&problem);
    problem.excluded = members.split_off(20);
    problem.selected = members;
    drawn(record(&problem, Objective::Leximin))
}

/// Three panels at once.
pub(crate) fn parallel() -> Record {
    let mut problem = town();
    problem.parallel = 3;
    problem.size = 12;
    problem.quotas = problem
        .quotas
        .map(|_, _, quota| sortition::model::Quota::new(quota.min / 3, quota.max.div_ceil(2)));
    drawn(record(&problem, Objective::Leximin))
}

/// Some people live together, and of each household one can come.
pub(crate) fn households() -> Record {
    let mut problem = town();
    problem.one_per_household = true;
    for (at, person) in problem.pool.people.iter_mut().enumerate().filter(|(at, _)| at % 5 < 2) {
        person.household = Some(format!("house {}", at / 5));
    }
    drawn(record(&problem, Objective::Leximin))
}

/// Somebody has called themselves, and a feature, what breaks careless pages.
pub(crate) fn hostile() -> Record {
    let quotas =
        "feature,value,min,max\n<script>alert(1)</script>,\"><img src=x onerror=alert(2)>,1,2\n<script>alert(1)</script>,&amp; 'x',0,2";
    let people = "id,<script>alert(1)</script>\n</ul><script>alert(3)</script>,\"><img src=x onerror=alert(2)>\n\
        javascript:alert(4),&amp; 'x'\n{{7*7}},&amp; 'x'\n";
    let mut record = drawn(record(&problem(quotas, people, 2), Objective::Leximin));
    record.inputs[0].name = "<b>kvoter</b>.csv".to_owned();
    record.program = "<i>program</i>".to_owned();
    record.draw.as_mut().expect("drawn").text = vec!["</code><script>alert(5)</script>".to_owned()];
    record
}
