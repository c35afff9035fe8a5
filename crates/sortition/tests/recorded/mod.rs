//! Records of small problems and of pools of the size of real ones.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::fs;
use std::path::Path;

use sortition::fair::{Objective, Unwatched, fair};
use sortition::model::Problem;
use sortition::read::{PeopleSettings, people, quotas};
use sortition::record::{Input, Origin, Record};

use crate::read_sheets::sheet;

/// All that decide by a lottery.
pub(crate) const OBJECTIVES: [Objective; 5] = [
    Objective::Leximin,
    Objective::Maximin,
    Objective::Nash,
    Objective::Goldilocks { gamma: 1.0 },
    Objective::Minimax,
];

pub(crate) fn origin() -> Origin {
    Origin {
        program: "inddrag 1".to_owned(),
        inputs: vec![Input {
            role: "people".to_owned(),
            name: "people.csv".to_owned(),
            sha256: "0".repeat(64),
            bytes: 1,
        }],
    }
}

pub(crate) fn recorded(problem: &Problem, objective: Objective) -> Record {
    Record::of(problem, &fair(problem, objective, &mut Unwatched).unwrap(), origin())
}

/// A pool of `tests/data/pools`.
pub(crate) fn pool(name: &str) -> Problem {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name);
    let file = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let meta: serde_json::Value = serde_json::from_str(&file("meta.json")).unwrap();
    let quotas = quotas(&sheet(&file("categories.csv"))).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let people = people(&sheet(&file("respondents.csv")), &quotas, &settings).draft().clone();
    Problem::new(quotas, people.pool, u32::try_from(meta["k"].as_u64().unwrap()).unwrap())
}

/// The same with a household for every two neighbours of three in the file, and a few of three and four.
pub(crate) fn with_households(mut problem: Problem) -> Problem {
    problem.one_per_household = true;
    for (at, person) in problem.pool.people.iter_mut().enumerate() {
        person.household = match at % 12 {
            0 | 1 => Some(format!("{} a", at / 12)),
            3..=5 => Some(format!("{} b", at / 12)),
            6..=9 => Some(format!("{} c", at / 12)),
            11 => None,
            _ => Some(format!("{} alone {at}", at / 12)),
        };
    }
    problem
}
