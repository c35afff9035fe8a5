//! Small problems as they come: one to four features, people who live together, who sit already or cannot come, quotas around a panel that exists and some that do not fit.
#![allow(dead_code, reason = "each test takes what it needs")]

use proptest::prelude::*;
use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};

/// What the problems may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) people: usize,
    pub(crate) households: bool,
    /// Some sit already, some cannot come.
    pub(crate) absent: bool,
    pub(crate) parallel: u32,
}

impl Kind {
    pub(crate) const ALL: Self = Self {
        people: 8,
        households: true,
        absent: true,
        parallel: 1,
    };
}

/// Somebody as drawn: values (taken modulo the number there is), household, and whether they sit already (0) or cannot come (1).
type Drawn = ([u16; 4], Option<u8>, u8);

pub(crate) fn problems(kind: Kind) -> impl Strategy<Value = Problem> {
    let home = match kind.households {
        true => prop_oneof![2 => Just(None), 3 => (0..4_u8).prop_map(Some)].boxed(),
        false => Just(None).boxed(),
    };
    let role = if kind.absent { 0..12_u8 } else { 2..12_u8 };
    let person = (prop::array::uniform4(0..6_u16), home, role);
    (
        prop::collection::vec(1..=3_u16, 1..=4),
        prop::collection::vec(person, 2..=kind.people),
        any::<prop::sample::Index>(),
        prop::collection::vec((0..3_u32, 0..3_u32, 0..4_u32, prop::option::of(0..3_u32)), 12),
        // One in six has its quotas moved away from every panel.
        prop::option::weighted(0.16, (0..12_usize, 1..3_u32)),
        any::<bool>(),
    )
        .prop_map(move |(features, people, size, slack, astray, one_per_household)| {
            problem(kind, &features, &people, size, &slack, astray, one_per_household)
        })
}

type Slack = (u32, u32, u32, Option<u32>);

fn problem(
    kind: Kind,
    features: &[u16],
    people: &[Drawn],
    size: prop::sample::Index,
    slack: &[Slack],
    astray: Option<(usize, u32)>,
    one_per_household: bool,
) -> Problem {
    let with = |role: u8| -> Vec<usize> { (0..people.len()).filter(|&person| people[person].2 == role).collect() };
    let (selected, excluded) = (with(0), with(1));
    let mut pool = Pool {
        people: people
            .iter()
            .enumerate()
            .map(|(at, (values, home, _))| Person {
                id: format!("p{at}"),
                values: features.iter().zip(values).map(|(all, value)| value % all).collect(),
                household: home.map(|home| format!("house {home}")),
            })
            .collect(),
    };
    // Those who sit already obey the rule among themselves.
    for (at, &person) in selected.iter().enumerate() {
        let home = pool.people[person].household.clone();
        if selected[..at].iter().any(|&other| pool.people[other].household == home) {
            pool.people[person].household = None;
        }
    }
    let parallel = kind.parallel;
    let most = people.len() / parallel as usize;
    let size = size.index(most + 1).max(selected.len());
    // The quotas lie around those who sit already and the first of the others.
    let others = (0..people.len()).filter(|person| !selected.contains(person));
    let panel: Vec<usize> = selected.iter().copied().chain(others).take(size).collect();
    let mut number = 0;
    let quotas = Quotas {
        features: features
            .iter()
            .enumerate()
            .map(|(feature, &values)| Feature {
                name: format!("f{feature}"),
                values: (0..values)
                    .map(|value| {
                        let has = |member: &&usize| pool.people[**member].values[feature] == value;
                        let count = |members: &[usize]| u32::try_from(members.iter().filter(has).count()).expect("few");
                        let (below, above, low, high) = slack[number];
                        let up = astray.filter(|(at, _)| *at == number).map_or(0, |(_, up)| up);
                        number += 1;
                        let min = count(&panel).saturating_sub(below) + up;
                        let max = (count(&panel) + above).max(min).max(count(&selected));
                        let quota = Quota {
                            min,
                            max,
                            min_flex: min.saturating_sub(low),
                            max_flex: high.map(|high| max + high),
                        };
                        Value {
                            name: format!("v{value}"),
                            quota,
                        }
                    })
                    .collect(),
            })
            .collect(),
    };
    Problem {
        one_per_household: one_per_household && kind.households,
        selected,
        excluded,
        parallel,
        ..Problem::new(quotas, pool, u32::try_from(size).expect("few"))
    }
}
