//! Small problems solved by looking at everything: each set of people that could be a panel, and exact arithmetic over all that are.
#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod chances;
mod fraction;
mod simplex;

#[allow(unused_imports, reason = "each test takes what it needs")]
pub(crate) use fraction::Fraction;
use sortition::model::{Problem, Quota};

/// Sets of `size` of `people`, each ascending.
pub(crate) fn sets(people: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut sets = Vec::new();
    for (at, &first) in people.iter().enumerate() {
        for rest in self::sets(&people[at + 1..], size - 1) {
            sets.push(std::iter::once(first).chain(rest).collect());
        }
    }
    sets
}

/// Whether no two of them live together.
pub(crate) fn is_apart(problem: &Problem, members: &[usize]) -> bool {
    let home = |member: usize| problem.pool.people[member].household.as_ref();
    members.iter().enumerate().all(|(at, &one)| {
        members[at + 1..]
            .iter()
            .all(|&other| home(one).is_none() || home(one) != home(other))
    })
}

/// How many people with each value sit on the panel, those who are selected already among them.
pub(crate) fn counts(problem: &Problem, members: &[usize]) -> Vec<Vec<u32>> {
    let mut counts: Vec<Vec<u32>> = problem
        .quotas
        .features
        .iter()
        .map(|feature| vec![0; feature.values.len()])
        .collect();
    for &member in members.iter().chain(&problem.selected) {
        for (feature, &value) in problem.pool.people[member].values.iter().enumerate() {
            counts[feature][usize::from(value)] += 1;
        }
    }
    counts
}

/// The quotas, in the order of the file, beside how many people sit there.
pub(crate) fn beside(problem: &Problem, members: &[usize]) -> Vec<(Quota, u32)> {
    let counts = counts(problem, members);
    problem
        .quotas
        .values()
        .map(|(feature, value, one)| (one.quota, counts[feature][value]))
        .collect()
}

/// Sets of people who can be drawn and fill the open seats of one panel, whatever the quotas say.
pub(crate) fn seatings(problem: &Problem) -> Vec<Vec<usize>> {
    sets(&problem.drawable(), problem.open_seats() as usize)
        .into_iter()
        .filter(|members| !problem.one_per_household || is_apart(problem, members))
        .collect()
}

/// All panels. For several at once, everybody who sits on one of them.
pub(crate) fn panels(problem: &Problem) -> Vec<Vec<usize>> {
    let obeys = |members: &Vec<usize>| {
        beside(problem, members)
            .iter()
            .all(|&(quota, count)| (quota.min..=quota.max).contains(&count))
    };
    let single: Vec<Vec<usize>> = seatings(problem).into_iter().filter(obeys).collect();
    let mut all = single.clone();
    for _ in 1..problem.parallel {
        let mut more: Vec<Vec<usize>> = Vec::new();
        for before in &all {
            for panel in &single {
                let mut together = [before.as_slice(), panel].concat();
                together.sort_unstable();
                let is_disjoint = together.windows(2).all(|pair| pair[0] < pair[1]);
                if is_disjoint && (!problem.one_per_household || is_apart(problem, &together)) {
                    more.push(together);
                }
            }
        }
        more.sort_unstable();
        more.dedup();
        all = more;
    }
    all
}

/// Who sits on some panel.
pub(crate) fn reached(problem: &Problem, panels: &[Vec<usize>]) -> Vec<bool> {
    let mut reached = vec![false; problem.pool.people.len()];
    for &member in panels.iter().flatten() {
        reached[member] = true;
    }
    reached
}
