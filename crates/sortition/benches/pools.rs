//! How long selections take: processor time of this thread, on the pools beside the tests and on made ones. `cargo bench -p sortition --bench pools`; words after `--`
//! choose the sections whose names have one of them.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

#[path = "../tests/made_pools/mod.rs"]
mod made_pools;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use made_pools::Made;
use sortition::check::{fit, overview};
use sortition::fair::{Objective, Phase, Watch, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::read::{PeopleSettings, Sheet, SheetRow, people, quotas};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let sections: [(&str, fn()); 6] = [
        ("pools", given),
        ("peers", peers),
        ("people", by_people),
        ("seats", by_seats),
        ("features", by_features),
        ("hundred-thousand", hundred_thousand),
    ];
    for (name, section) in sections {
        if words.is_empty() || words.iter().any(|word| name.contains(word.as_str())) {
            println!("\n{name}");
            section();
        }
    }
}

/// The pools beside the tests, by every objective, and a thousand panels.
fn given() {
    heading();
    for (name, size) in [
        ("like_mass_24", 24),
        ("unreachable_250_20", 20),
        ("like_hd_30", 30),
        ("like_sf_d_40", 40),
        ("like_sf_e_110", 110),
    ] {
        let problem = pool(name, size);
        let chances = row(name, &problem, Objective::Leximin, 100);
        if name != "like_sf_e_110" {
            row("", &problem, Objective::Nash, 30);
            row("", &problem, Objective::Goldilocks { gamma: 1.0 }, 30);
            row("", &problem, Objective::Minimax, 30);
        }
        let began = spent();
        let list = chances.and_then(|chances| uniform(&problem, &chances, 1000, &mut Deadline::new(100)));
        let deviation = list.map_or_else(|| "none".to_owned(), |list| format!("deviation {:.5}", list.deviation));
        println!("{:20} a thousand panels {:>8}  {deviation}", "", shown(spent() - began));
    }
}

/// Pools of the sizes of others' benchmarks.
fn peers() {
    heading();
    for (name, people, size, slack, values) in [
        ("two features, 200", 200, 20, 0.2, &[2, 3][..]),
        ("two features, 2000", 2000, 200, 0.2, &[2, 3]),
        ("300", 300, 45, 0.2, &[2, 4, 3, 5]),
        ("300, tight", 300, 45, 0.0, &[2, 4, 3, 5]),
        ("500", 500, 75, 0.2, &[2, 4, 3, 5]),
        ("750", 750, 112, 0.2, &[2, 4, 3, 5, 3]),
    ] {
        let problem = Made {
            slack,
            ..Made::new(1, people, size, values)
        }
        .problem();
        row(name, &problem, Objective::Leximin, 30);
    }
}

fn by_people() {
    heading();
    for housemates in [0.0, 0.3] {
        for people in [100, 300, 1000, 3000, 10_000] {
            let size = if people < 3000 { people / 10 } else { 150 };
            let made = Made {
                housemates,
                ..Made::new(2, people, u32::try_from(size).unwrap(), &[2, 5, 4, 3, 6, 2, 4])
            };
            let name = format!("{people}{}", if housemates > 0.0 { ", households" } else { "" });
            row(&name, &made.problem(), Objective::Leximin, 30);
        }
    }
}

fn by_seats() {
    heading();
    for size in [10, 30, 100, 300, 600] {
        let made = Made::new(3, 1000, size, &[2, 5, 4, 3, 6]);
        row(&format!("{size} seats"), &made.problem(), Objective::Leximin, 30);
    }
}

fn by_features() {
    heading();
    for features in [2, 4, 6, 8, 10, 12] {
        let values = [2, 5, 4, 3, 6, 2, 4, 3, 2, 5, 3, 2];
        let made = Made::new(3, 1000, 60, &values[..features]);
        row(&format!("{features} features"), &made.problem(), Objective::Leximin, 30);
    }
}

/// A country's pool: read, checked, sorted into classes, and drawn from.
fn hundred_thousand() {
    for size in [150, 1000] {
        let made = Made::new(5, 100_000, size, &[2, 6, 5, 4, 3, 2, 6, 3, 4, 2, 5, 3]);
        let problem = made.problem();
        let sheet = as_sheet(&problem);
        let settings = PeopleSettings {
            id_column: Some("id".to_owned()),
            ..PeopleSettings::default()
        };
        let began = spent();
        let read = people(&sheet, &problem.quotas, &settings);
        let reading = spent() - began;
        assert_eq!(read.draft().pool.people.len(), 100_000);
        let read = Problem::new(problem.quotas.clone(), read.draft().pool.clone(), size);
        let began = spent();
        let findings = fit(&read).len() + overview(&read).features.len();
        let checking = spent() - began;
        let began = spent();
        let classes = read.classes().classes.len();
        let sorting = spent() - began;
        println!(
            "{size} of 100000: read {}, checked {} ({findings}), in {classes} classes {}",
            shown(reading),
            shown(checking),
            shown(sorting)
        );
        heading();
        row("", &problem, Objective::Leximin, 30);
    }
    println!("most memory: {} MB", most_memory());
}

fn heading() {
    println!(
        "{:20} {:>10} {:>6} {:>7} {:>9} {:>9} {:>8} {:>13} {:>8} {:>10}",
        "pool", "objective", "of", "classes", "processor", "clock", "panels", "lowest", "gap", "status"
    );
}

/// One line, and the chances.
fn row(name: &str, problem: &Problem, objective: Objective, seconds: u64) -> Option<Vec<f64>> {
    let (began, clock) = (spent(), Instant::now());
    let mut deadline = Deadline::new(seconds);
    let outcome = fair(problem, objective, &mut deadline);
    let (processor, clock) = (shown(spent() - began), shown(clock.elapsed()));
    let objective = format!("{objective:?}");
    let objective = objective.split(' ').next().unwrap_or_default();
    let start = format!(
        "{name:20} {objective:>10} {:>6} {:>7} {processor:>9} {clock:>9}",
        problem.pool.people.len(),
        problem.classes().classes.len()
    );
    match outcome {
        Ok(outcome) => {
            println!(
                "{start} {:>8} {:>13.9} {:>8.0e} {:>10} {}",
                outcome.panels.len(),
                outcome.figures.min,
                outcome.gap,
                format!("{:?}", outcome.status),
                deadline.told()
            );
            Some(outcome.chances)
        }
        Err(failure) => {
            println!("{start} {failure:?}");
            None
        }
    }
}

/// Stops after some seconds of processor time, and remembers what took how long.
struct Deadline {
    until: Duration,
    phases: Vec<(Phase, Duration)>,
}

impl Deadline {
    fn new(seconds: u64) -> Self {
        Self {
            until: spent() + Duration::from_secs(seconds),
            phases: Vec::new(),
        }
    }

    fn told(&self) -> String {
        let ends = self.phases.iter().skip(1).map(|(_, at)| *at).chain([spent()]);
        let parts = self
            .phases
            .iter()
            .zip(ends)
            .map(|((phase, from), to)| format!("{phase:?} {}", shown(to - *from)));
        parts.collect::<Vec<_>>().join(", ")
    }
}

impl Watch for Deadline {
    fn phase(&mut self, phase: Phase) {
        self.phases.push((phase, spent()));
    }

    fn progress(&mut self, _: f64) {}

    fn stop(&mut self) -> bool {
        spent() > self.until
    }
}

/// Processor time of this thread where the system tells it, else the clock.
fn spent() -> Duration {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = schedule.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(
        || {
            static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
            BEGAN.get_or_init(Instant::now).elapsed()
        },
        Duration::from_nanos,
    )
}

fn most_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = most.and_then(|most| most.trim().split(' ').next()?.parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}

fn shown(time: Duration) -> String {
    format!("{time:.1?}")
}

fn as_sheet(problem: &Problem) -> Sheet {
    let features = &problem.quotas.features;
    let headings = std::iter::once("id".to_owned())
        .chain(features.iter().map(|feature| feature.name.clone()))
        .collect();
    let rows = problem.pool.people.iter().map(|person| {
        let values = person
            .values
            .iter()
            .zip(features)
            .map(|(&value, feature)| feature.values[usize::from(value)].name.clone());
        std::iter::once(person.id.clone()).chain(values).collect()
    });
    let rows = std::iter::once(headings).chain(rows).enumerate();
    Sheet {
        rows: rows.map(|(index, cells)| SheetRow { number: index + 1, cells }).collect(),
    }
}

fn pool(name: &str, size: u32) -> Problem {
    let sheet = |file: &str| -> Sheet {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pools").join(name).join(file);
        let text = fs::read_to_string(path).expect("the pools are beside the tests");
        text.lines()
            .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
            .collect()
    };
    let quotas = quotas(&sheet("categories.csv")).draft().clone();
    let settings = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    let people = people(&sheet("respondents.csv"), &quotas, &settings).draft().clone();
    Problem::new(quotas, people.pool, size)
}
