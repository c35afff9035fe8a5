//! Problems so small that all their panels can be written down.
#![allow(dead_code, reason = "each test takes what it needs")]

use proptest::prelude::*;
use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};

use crate::support::is_panel;

/// All panels, without those who are selected already.
pub(crate) fn panels(problem: &Problem) -> Vec<Vec<usize>> {
    let people = problem.pool.people.len();
    let all = (0..1_u32 << people).map(|set| (0..people).filter(|&person| set >> person & 1 == 1).collect::<Vec<usize>>());
    all.filter(|members| members.iter().all(|member| !problem.selected.contains(member)))
        .filter(|members| is_panel(problem, members).is_ok())
        .collect()
}

/// Up to nine people with up to three features, some of them in households, selected or excluded; about half of the problems have a panel.
pub(crate) fn small() -> impl Strategy<Value = Problem> {
    let features = prop::collection::vec(prop::collection::vec((0..3_u32, 0..4_u32), 1..4), 1..4);
    let people = prop::collection::vec((prop::array::uniform3(0..3_u16), 0..6_usize, 0..10_u8), 1..10);
    (features, people, 0..5_u32, any::<bool>()).prop_map(|(features, people, size, one_per_household)| {
        let person = |(number, (values, home, _)): (usize, &([u16; 3], usize, u8))| Person {
            id: format!("p{number}"),
            values: features
                .iter()
                .zip(values)
                .map(|(feature, value)| value % feature.len() as u16)
                .collect(),
            household: (*home < 4).then(|| format!("home {home}")),
        };
        let pool = Pool {
            people: people.iter().enumerate().map(person).collect(),
        };
        let mut problem = Problem::new(quotas(&features), pool, size);
        problem.one_per_household = one_per_household;
        for (person, &(_, _, role)) in people.iter().enumerate() {
            match role {
                0 if can_sit(&problem, person) => problem.selected.push(person),
                1 => problem.excluded.push(person),
                _ => {}
            }
        }
        problem
    })
}

fn quotas(features: &[Vec<(u32, u32)>]) -> Quotas {
    let value = |(number, &(min, more)): (usize, &(u32, u32))| Value {
        name: format!("v{number}"),
        quota: Quota::new(min, min + more),
    };
    let feature = |(number, values): (usize, &Vec<(u32, u32)>)| Feature {
        name: format!("f{number}"),
        values: values.iter().enumerate().map(value).collect(),
    };
    Quotas {
        features: features.iter().enumerate().map(feature).collect(),
    }
}

/// Whether those who are selected already, with this person among them, leave all maximums and households in order.
fn can_sit(problem: &Problem, person: usize) -> bool {
    let mut alone = problem.clone();
    alone.selected = problem.selected.iter().copied().chain([person]).collect();
    alone.size = alone.selected.len() as u32;
    alone.quotas = alone.quotas.map(|_, _, quota| Quota::new(0, quota.max));
    alone.size <= problem.size && is_panel(&alone, &[]).is_ok()
}
