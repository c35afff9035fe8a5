//! Whether the pool has people enough for what is still to be drawn.

use std::collections::HashMap;

use super::overview::counts;
use super::{Code, Finding, Parameter, Place, Source};
use crate::model::{Problem, Value};

/// Every value of which too few can come, what is good to know about values, and whether the seats can be filled at all.
pub(super) fn enough(problem: &Problem, kept: &[Vec<u32>], findings: &mut Vec<Finding>) {
    let people = Place::file(Source::People);
    let drawable = problem.drawable();
    let panels = u64::from(problem.parallel);
    let open = u64::from(problem.open_seats()) * panels;
    let mut homes = Homes::of(problem);
    let can_come = homes.seats(&drawable);
    if can_come < open {
        findings.push(Finding::new(Code::PoolTooSmall, people.clone(), [can_come.into(), open.into()]));
    }
    let quotas = problem.open_quotas();
    for (place, feature) in quotas.features.iter().enumerate() {
        let mut having: Vec<Vec<usize>> = vec![Vec::new(); feature.values.len()];
        for &person in &drawable {
            having[usize::from(problem.pool.people[person].values[place])].push(person);
        }
        let (mut within, mut allowed) = (0, 0);
        for ((value, having), &kept) in feature.values.iter().zip(&having).zip(&kept[place]) {
            let most = u64::from(value.quota.max) * panels;
            let seats = homes.seats(having);
            within += seats.min(most);
            allowed += most;
            findings.extend(of_value(problem, &feature.name, value, number(having.len()), seats, kept));
        }
        // Where the pool or the maximums are too small as a whole, that is the thing to tell.
        if within < open && allowed >= open && can_come >= open {
            let values = [(&feature.name).into(), within.into(), open.into()];
            findings.push(Finding::new(Code::TooFewWithinMaximums, people.clone(), values));
        }
    }
    absent(problem, findings);
}

/// Who lives with whom, by numbers: pools of a hundred thousand are counted once for every value.
struct Homes {
    /// The household of each person, if it is shared by rule.
    of: Vec<Option<usize>>,
    /// In which count each household was met last.
    met: Vec<usize>,
    counts: usize,
}

impl Homes {
    fn of(problem: &Problem) -> Self {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let people = problem.pool.people.iter();
        let household = people.map(|person| person.household.as_deref().filter(|_| problem.one_per_household));
        let of = household.map(|household| {
            let next = numbers.len();
            household.map(|household| *numbers.entry(household).or_insert(next))
        });
        Self {
            of: of.collect(),
            met: vec![0; numbers.len()],
            counts: 0,
        }
    }

    /// How many of these people can come at once: of each household one, to one of all the panels.
    fn seats(&mut self, people: &[usize]) -> u64 {
        self.counts += 1;
        let comes = people
            .iter()
            .filter(|&&person| self.of[person].is_none_or(|home| std::mem::replace(&mut self.met[home], self.counts) != self.counts));
        number(comes.count())
    }
}

/// What is to be said of a value with the quota that is still open: `there` people have it and can be drawn, from so many `homes`, and `kept`
/// have a seat.
fn of_value(problem: &Problem, feature: &str, value: &Value, there: u64, homes: u64, kept: u32) -> Option<Finding> {
    let min = u64::from(value.quota.min) * u64::from(problem.parallel);
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
