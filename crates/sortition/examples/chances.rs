//! Fair chances from files, as JSON: `chances quotas.csv people.csv size [leximin|maximin|nash|goldilocks|minimax]`.
//!
//! The people's column `id` says who they are. Ordinary files only: commas, no quotes. `benches/beside/beside.py` measures this program beside another library.

use std::{env, fs};

use serde_json::{Map, Value, json};
use sortition::fair::{Objective, Status, Unwatched, fair};
use sortition::model::Problem;
use sortition::read::{PeopleSettings, Sheet, people, quotas};

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let (quotas_file, people_file, size, objective) = match words.as_slice() {
        [quotas, people, size] => (quotas, people, size, "leximin"),
        [quotas, people, size, objective] => (quotas, people, size, objective.as_str()),
        _ => panic!("chances quotas.csv people.csv size [objective]"),
    };
    let objective = match objective {
        "leximin" => Objective::Leximin,
        "maximin" => Objective::Maximin,
        "nash" => Objective::Nash,
        "goldilocks" => Objective::Goldilocks { gamma: 1.0 },
        "minimax" => Objective::Minimax,
        other => panic!("{other} is no objective"),
    };
    let quotas = quotas(&sheet(quotas_file)).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let pool = people(&sheet(people_file), &quotas, &settings).draft().pool.clone();
    let problem = Problem::new(quotas, pool, size.parse().expect("the size is a number"));
    let outcome = fair(&problem, objective, &mut Unwatched).expect("there is a panel");
    let ids = problem.pool.people.iter().map(|person| person.id.clone());
    let chances: Map<String, Value> = ids.zip(outcome.chances.iter().map(|&chance| json!(chance))).collect();
    let told = json!({
        "certified": outcome.status == Status::Certified,
        "gap": outcome.gap,
        "panels": outcome.panels.len(),
        "chances": chances,
    });
    println!("{told}");
}

fn sheet(path: &str) -> Sheet {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
