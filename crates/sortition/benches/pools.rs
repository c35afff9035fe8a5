//! Fair chances of the pools beside the tests, timed: `cargo bench -p sortition [-- leximin|maximin|nash|goldilocks|minimax]`.

use std::fs;
use std::path::Path;
use std::time::Instant;

use sortition::fair::{Objective, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::read::{PeopleSettings, Sheet, people, quotas};

const POOLS: [(&str, u32); 5] = [
    ("like_mass_24", 24),
    ("unreachable_250_20", 20),
    ("like_hd_30", 30),
    ("like_sf_d_40", 40),
    ("like_sf_e_110", 110),
];

fn main() {
    let objective = match std::env::args()
        .find(|word| !word.starts_with('-') && !word.contains('/'))
        .as_deref()
    {
        Some("maximin") => Objective::Maximin,
        Some("nash") => Objective::Nash,
        Some("goldilocks") => Objective::Goldilocks { gamma: 1.0 },
        Some("minimax") => Objective::Minimax,
        _ => Objective::Leximin,
    };
    println!(
        "{objective:?}\n{:20} {:>10} {:>10} {:>8} {:>12} {:>9}",
        "pool", "chances", "1000", "panels", "lowest", "gap"
    );
    for (name, size) in POOLS {
        let problem = pool(name, size);
        let began = Instant::now();
        let outcome = fair(&problem, objective, &mut Unwatched).expect("these pools have panels");
        let chances = began.elapsed();
        let began = Instant::now();
        let list = uniform(&problem, &outcome.chances, 1000, &mut Unwatched);
        let thousand = list.map_or_else(|| "none".to_owned(), |_| format!("{:.1?}", began.elapsed()));
        let (panels, lowest) = (outcome.panels.len(), outcome.figures.min);
        println!(
            "{name:20} {:>10} {thousand:>10} {panels:>8} {lowest:>12.9} {:>9.1e}",
            format!("{chances:.1?}"),
            outcome.gap
        );
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
