//! Small problems, written down by hand.
#![allow(dead_code, reason = "each test takes what it needs")]

use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};

/// A value's name, fewest and most seats.
type Row<'a> = (&'a str, u32, u32);

/// Features with their values: `("age", &[("young", 1, 2), ("old", 1, 2)])`.
pub(crate) fn quotas(features: &[(&str, &[Row])]) -> Quotas {
    let value = |&(name, min, max): &Row| Value {
        name: name.to_owned(),
        quota: Quota::new(min, max),
    };
    let feature = |&(name, values): &(&str, &[Row])| Feature {
        name: name.to_owned(),
        values: values.iter().map(value).collect(),
    };
    Quotas {
        features: features.iter().map(feature).collect(),
    }
}

/// People by the numbers of their values, with the numbers of their households.
pub(crate) fn problem(quotas: Quotas, people: &[&[u16]], size: u32) -> Problem {
    let person = |(at, values): (usize, &&[u16])| Person {
        id: format!("p{at}"),
        values: values.to_vec(),
        household: None,
    };
    Problem::new(
        quotas,
        Pool {
            people: people.iter().enumerate().map(person).collect(),
        },
        size,
    )
}

/// People who live together.
pub(crate) fn together(problem: &mut Problem, people: &[usize]) {
    problem.one_per_household = true;
    for &person in people {
        problem.pool.people[person].household = Some(format!("house of p{}", people[0]));
    }
}

/// Whether a panel obeys everything.
pub(crate) fn is_panel(problem: &Problem, members: &[usize]) -> Result<(), String> {
    let mut all: Vec<usize> = members.iter().chain(&problem.selected).copied().collect();
    all.sort_unstable();
    if all.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err("somebody twice".to_owned());
    }
    if all.len() != problem.size as usize {
        return Err(format!("{} people", all.len()));
    }
    if members.iter().any(|member| problem.excluded.contains(member)) {
        return Err("somebody excluded".to_owned());
    }
    let people = &problem.pool.people;
    for (feature, value, one) in problem.quotas.values() {
        let count = all
            .iter()
            .filter(|&&member| usize::from(people[member].values[feature]) == value)
            .count();
        if count < one.quota.min as usize || count > one.quota.max as usize {
            return Err(format!("{count} with {}", one.name));
        }
    }
    if problem.one_per_household {
        let mut houses: Vec<&String> = all.iter().filter_map(|&member| people[member].household.as_ref()).collect();
        houses.sort();
        if houses.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err("two of a household".to_owned());
        }
    }
    Ok(())
}
