//! Whether the pool has people enough for what is still to be drawn.

use std::collections::HashSet;

use super::overview::counts;
use super::{Code, Finding, Parameter, Place, Source};
use crate::model::{Problem, Value};

/// Every value of which too few can come, what is good to know about values, and whether the seats can be filled at all.
pub(super) fn enough(problem: &Problem, kept: &[Vec<u32>], findings: &mut Vec<Finding>) {
    let people = Place::file(Source::People);
    let drawable = problem.drawable();
    let panels = u64::from(problem.parallel);
    let open = u64::from(problem.open_seats()) * panels;
    let can_come = seats(problem, &drawable);
    if can_come < open {
        findings.push(Finding::new(Code::PoolTooSmall, people.clone(), [can_come.into(), open.into()]));
    }
    let quotas = problem.open_quotas();
    for (number, feature) in quotas.features.iter().enumerate() {
        let mut having: Vec<Vec<usize>> = vec![Vec::new(); feature.values.len()];
        for &person in &drawable {
            having[usize::from(problem.pool.people[person].values[number])].push(person);
        }
        let (mut within, mut allowed) = (0, 0);
        for ((value, having), &kept) in feature.values.iter().zip(&having).zip(&kept[number]) {
            let most = u64::from(value.quota.max) * panels;
            within += seats(problem, having).min(most);
            allowed += most;
            findings.extend(of_value(problem, &feature.name, value, having, kept));
        }
        // Where the pool or the maximums are too small as a whole, that is the thing to tell.
        if within < open && allowed >= open && can_come >= open {
            let values = [(&feature.name).into(), within.into(), open.into()];
            findings.push(Finding::new(Code::TooFewWithinMaximums, people.clone(), values));
        }
    }
    absent(problem, findings);
}

/// How many of these people can come at once: of each household one, to one of all the panels.
fn seats(problem: &Problem, people: &[usize]) -> u64 {
    if !problem.one_per_household {
        return number(people.len());
    }
    let households = || people.iter().map(|&person| problem.pool.people[person].household.as_deref());
    let alone = households().filter(Option::is_none).count();
    number(alone + households().flatten().collect::<HashSet<_>>().len())
}

/// What is to be said of a value with the quota that is still open, of those who have it and can be drawn, and of how many `kept` have a
/// seat.
fn of_value(problem: &Problem, feature: &str, value: &Value, having: &[usize], kept: u32) -> Option<Finding> {
    let min = u64::from(value.quota.min) * u64::from(problem.parallel);
    let (there, homes) = (number(having.len()), seats(problem, having));
    let named = |more: Parameter| [feature.into(), (&value.name).into(), more];
    let too_few = |code, count: u64| {
        let [feature, value, count] = named(count.into());
        Some(Finding::new(code, Place::file(Source::People), [feature, value, count, min.into()]))
    };
    let shut = |code| Some(Finding::new(code, Place::file(Source::Quotas), named(there.into())));
    if there < min {
        too_few(Code::TooFew, there)
    } else if homes < min {
        too_few(Code::TooFewHouseholds, homes)
    } else if there > 0 && value.quota.max == 0 {
        shut(if kept > 0 { Code::ValueFull } else { Code::MaximumZero })
    } else {
        None
    }
}

/// Values that nobody has and nobody must have.
fn absent(problem: &Problem, findings: &mut Vec<Finding>) {
    let everybody: Vec<usize> = (0..problem.pool.people.len()).collect();
    let counts = counts(problem, &everybody);
    for (feature, value, one) in problem.quotas.values() {
        if counts[feature][value] == 0 && one.quota.min == 0 {
            let values = [(&problem.quotas.features[feature].name).into(), (&one.name).into()];
            findings.push(Finding::new(Code::ValueAbsent, Place::file(Source::People), values));
        }
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
