//! Records to show, made by the engine from the pools that lie with its tests or from a few lines.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeMap;
use std::path::Path;

use sortition::fair::{Objective, Outcome, Status, Unwatched, fair};
use sortition::model::{Problem, Quotas};
use sortition::read::{PeopleSettings, Reading, Sheet, people, quotas};
use sortition::record::{
    Certificate, Draw, FORMAT, Input, Learnt, Level, Lottery, Panel, Person, Prices, Question, Quota, Record, TICKETS,
};

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
pub(crate) fn record(problem: &Problem, name: &str, objective: Objective) -> Record {
    let outcome = fair(problem, objective, &mut Unwatched).expect("there are panels");
    let ids = |people: &[usize]| {
        people
            .iter()
            .map(|&person| problem.pool.people[person].id.clone())
            .collect::<Vec<_>>()
    };
    let mut panels: Vec<Panel> = outcome
        .panels
        .iter()
        .map(|panel| Panel {
            members: ids(&panel.members),
            parts: Vec::new(),
            probability: panel.probability,
            tickets: (panel.probability * TICKETS as f64) as u64,
        })
        .collect();
    let given: u64 = panels.iter().map(|panel| panel.tickets).sum();
    panels[0].tickets += TICKETS - given;
    let gamma = match objective {
        Objective::Goldilocks { gamma } => Some(gamma),
        _ => None,
    };
    let status = match outcome.status {
        Status::Certified => "certified",
        Status::Bounded => "bounded",
    };
    Record {
        format: FORMAT.to_owned(),
        program: "inddrag 0.1.0".to_owned(),
        objective: name.to_owned(),
        status: status.to_owned(),
        value: outcome.value,
        bound: Some(outcome.bound),
        gap: Some(outcome.gap),
        min: outcome.figures.min,
        max: outcome.figures.max,
        gini: outcome.figures.gini,
        geometric_mean: outcome.figures.geometric_mean,
        unreachable: outcome.figures.unreachable,
        probabilities: problem
            .pool
            .people
            .iter()
            .zip(&outcome.chances)
            .map(|(person, chance)| (person.id.clone(), *chance))
            .collect(),
        panels,
        levels: outcome.levels.iter().map(|level| (level.chance, level.people)).collect(),
        seconds: 1.25,
        cpu_seconds: 1.2,
        question: Question {
            size: problem.size,
            one_per_household: problem.one_per_household,
            parallel: problem.parallel,
            selected: ids(&problem.selected),
            excluded: ids(&problem.excluded),
            gamma,
        },
        quotas: problem
            .quotas
            .values()
            .map(|(feature, _, value)| Quota {
                feature: problem.quotas.features[feature].name.clone(),
                value: value.name.clone(),
                min: value.quota.min,
                max: value.quota.max,
            })
            .collect(),
        pool: persons(problem),
        inputs: inputs(),
        certificate: certificate(problem, &outcome),
        lottery: None,
        draw: None,
    }
}

fn inputs() -> Vec<Input> {
    [
        ("quotas", "kvoter.csv"),
        ("people", "pulje.csv"),
        ("settings", "indstillinger.toml"),
    ]
    .map(|(role, name)| Input {
        role: role.to_owned(),
        name: name.to_owned(),
        sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef".to_owned(),
        bytes: 12_345,
    })
    .to_vec()
}

fn persons(problem: &Problem) -> Vec<Person> {
    let mut households: BTreeMap<&str, u32> = BTreeMap::new();
    let features = &problem.quotas.features;
    let mut persons = Vec::new();
    for person in &problem.pool.people {
        let next = u32::try_from(households.len()).expect("small");
        persons.push(Person {
            id: person.id.clone(),
            values: features
                .iter()
                .zip(&person.values)
                .map(|(feature, &value)| feature.values[usize::from(value)].name.clone())
                .collect(),
            household: person
                .household
                .as_deref()
                .map(|household| *households.entry(household).or_insert(next)),
        });
    }
    persons
}

/// The proof with ids and names in the place of numbers.
fn certificate(problem: &Problem, outcome: &Outcome) -> Certificate {
    let classes = problem.classes();
    let quotas = problem.quotas.values().count();
    let id = |person: &usize| problem.pool.people[*person].id.clone();
    let prices = |prices: &[f64]| {
        (!prices.is_empty()).then(|| {
            let numbered = |from: usize, to: usize| {
                let priced = prices[from..to].iter().copied().enumerate();
                priced.filter(|(_, price)| *price != 0.0).collect::<Vec<_>>()
            };
            let households = 1 + quotas + classes.signatures.len();
            Prices {
                size: prices[0],
                quotas: numbered(1, 1 + quotas),
                households: numbered(1 + quotas, households)
                    .into_iter()
                    .map(|(signature, price)| (vec![format!("signature {signature}")], price))
                    .collect(),
                learnt: numbered(households, prices.len()),
            }
        })
    };
    Certificate {
        levels: outcome
            .proof
            .levels
            .iter()
            .map(|(chance, of, priced)| Level {
                chance: *chance,
                people: of.iter().flat_map(|&class| classes.classes[class].people.iter().map(id)).collect(),
                prices: prices(priced),
            })
            .collect(),
        prices: prices(&outcome.proof.prices),
        cap: outcome.proof.cap,
        learnt: outcome
            .proof
            .learnt
            .iter()
            .map(|(factors, bound)| Learnt {
                factors: factors
                    .iter()
                    .flat_map(|&(class, factor)| classes.classes[class].people.iter().map(move |person| (id(person), factor)))
                    .collect(),
                bound: *bound,
            })
            .collect(),
    }
}

/// One of the record's panels is drawn by the tickets of a public text.
pub(crate) fn drawn(mut record: Record, panel: usize) -> Record {
    let before: u64 = record.panels[..panel].iter().map(|panel| panel.tickets).sum();
    record.draw = Some(Draw {
        from: "tickets".to_owned(),
        by: "seed".to_owned(),
        text: vec!["Lotto 48/2026: 3 14 15 26 32 35 36".to_owned()],
        commitment: None,
        sides: None,
        number: before + 1,
        panel,
        members: record.panels[panel].members.clone(),
    });
    record
}

/// Numbered panels are made of the record's, and dice choose one.
pub(crate) fn thrown(mut record: Record) -> Record {
    let panels: Vec<Vec<String>> = (0..1000)
        .map(|at| record.panels[at % record.panels.len()].members.clone())
        .collect();
    record.draw = Some(Draw {
        from: "list".to_owned(),
        by: "ceremony".to_owned(),
        text: vec!["0".to_owned(), "4".to_owned(), "2".to_owned()],
        commitment: None,
        sides: Some(10),
        number: 42,
        panel: 42,
        members: panels[42].clone(),
    });
    record.lottery = Some(Lottery {
        deviation: 0.000_5,
        least: 0.000_31,
        panels,
    });
    record
}

/// Chances counted in trial draws: everybody's a little different, and nothing proven.
pub(crate) fn estimated() -> Record {
    let mut record = drawn(record(&town(), "legacy", Objective::Leximin), 2);
    record.status = "estimated".to_owned();
    (record.bound, record.gap, record.certificate) = (None, None, Certificate::default());
    for (at, chance) in record.probabilities.values_mut().enumerate() {
        *chance = (*chance * (0.9 + 0.001 * (at * 7 % 200) as f64)).min(1.0);
    }
    record
}

/// One panel, chosen without a lot.
pub(crate) fn chosen() -> Record {
    let mut record = record(&town(), "diversimax", Objective::Leximin);
    record.status = "no-lottery".to_owned();
    (record.bound, record.gap, record.certificate) = (None, None, Certificate::default());
    record.panels.truncate(1);
    record
}

/// Twenty have kept their seats, three said no, and four are drawn around them.
pub(crate) fn replacement() -> Record {
    let mut problem = town();
    let first = drawn(record(&problem, "leximin", Objective::Leximin), 5);
    let members = &first.panels[5].members;
    let number = |id: &String| problem.pool.people.iter().position(|person| person.id == *id).expect("of the pool");
    let mut members: Vec<usize> = members.iter().map(number).collect();
    members.sort_unstable();
    problem.excluded = members.split_off(20);
    problem.selected = members;
    drawn(record(&problem, "leximin", Objective::Leximin), 1)
}

/// Three panels at once.
pub(crate) fn parallel() -> Record {
    let mut problem = town();
    problem.parallel = 3;
    problem.size = 12;
    problem.quotas = problem
        .quotas
        .map(|_, _, quota| sortition::model::Quota::new(quota.min / 3, quota.max.div_ceil(2)));
    let mut record = record(&problem, "leximin", Objective::Leximin);
    for panel in &mut record.panels {
        panel.parts = panel.members.chunks(12).map(<[String]>::to_vec).collect();
    }
    drawn(record, 0)
}

/// Some people live together, and of each household one can come.
pub(crate) fn households() -> Record {
    let mut problem = town();
    problem.one_per_household = true;
    for (at, person) in problem.pool.people.iter_mut().enumerate().filter(|(at, _)| at % 5 < 2) {
        person.household = Some(format!("house {}", at / 5));
    }
    drawn(record(&problem, "leximin", Objective::Leximin), 0)
}

/// Somebody has called themselves, and a feature, what breaks careless pages.
pub(crate) fn hostile() -> Record {
    let quotas =
        "feature,value,min,max\n<script>alert(1)</script>,\"><img src=x onerror=alert(2)>,1,2\n<script>alert(1)</script>,&amp; 'x',0,2";
    let people = "id,<script>alert(1)</script>\n</ul><script>alert(3)</script>,\"><img src=x onerror=alert(2)>\n\
        javascript:alert(4),&amp; 'x'\n{{7*7}},&amp; 'x'\n";
    let mut record = drawn(record(&problem(quotas, people, 2), "leximin", Objective::Leximin), 0);
    record.inputs[0].name = "<b>kvoter</b>.csv".to_owned();
    record.program = "<i>program</i>".to_owned();
    record.draw.as_mut().expect("drawn").text = vec!["</code><script>alert(5)</script>".to_owned()];
    record
}
