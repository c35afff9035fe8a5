//! Somebody has dropped out: who steps in, and of everybody else why not.

use super::exact::fill;
use super::setting::{Setting, Unreservable, distinct};
use crate::model::Problem;
use crate::random::Stream;

/// Distances closer than this are equal.
const SAME: f64 = 1e-9;

/// A quota that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach {
    /// The number of the feature.
    pub feature: usize,
    /// The number of its value.
    pub value: usize,
    /// How many seats it has.
    pub seats: u32,
    /// How few it may have.
    pub min: u32,
    /// How many it may have.
    pub max: u32,
}

/// Why somebody of the reserve steps in or not.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// With this person the quotas can be met as nearly as with anybody. Among those the lot decides.
    Fits,
    /// With this person they cannot.
    FitsLess {
        /// The smallest distance that is possible with the person in the seat.
        distance: f64,
        /// Quotas that are not met then, when all empty seats are filled in the best way.
        breaches: Vec<Breach>,
    },
    /// Lives with somebody who has a seat.
    Household {
        /// Who has.
        with: usize,
    },
    /// Has a seat already.
    Seated,
    /// Cannot be drawn, for example because of saying no.
    Excluded,
}

/// Somebody of the reserve, when a seat is filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The number in the pool.
    pub person: usize,
    /// Why or why not.
    pub verdict: Verdict,
    /// The chance to get this seat: 1 divided by how many fit, or 0.
    pub chance: f64,
}

/// One seat, filled.
#[derive(Debug, Clone, PartialEq)]
pub struct StepIn {
    /// Who steps in. `None`: nobody of the reserve may.
    pub person: Option<usize>,
    /// Everybody of the reserve, by id.
    pub candidates: Vec<Candidate>,
    /// How far from the quotas the panel is when this seat and the others that are empty are filled in the best way.
    pub distance: f64,
    /// The quotas that are not met then.
    pub breaches: Vec<Breach>,
    /// Whether it is proven that nothing nearer to the quotas exists.
    pub proven: bool,
}

/// Fills `open` seats of the panel, one after another, from the reserve.
///
/// `sitting` are those who still have a seat. For each seat it is worked out, for every kind of people in the reserve, how nearly the
/// quotas can be met if one of them takes it and the seats after it are filled in the best way; distance is counted as in
/// [`Loss::Distance`](super::Loss::Distance). Among all people with the smallest distance the lot decides, each with the same chance. A
/// seat is filled even if a quota's maximum is broken by it: an empty chair serves nobody. Ends when the reserve has nobody left who may
/// step in.
///
/// # Errors
/// If numbers do not fit.
pub fn step_in(
    problem: &Problem,
    sitting: &[usize],
    reserve: &[usize],
    open: u32,
    stream: &mut Stream,
) -> Result<Vec<StepIn>, Unreservable> {
    distinct(reserve, problem.pool.people.len())?;
    let mut sitting = sitting.to_vec();
    let mut steps = Vec::new();
    for seat in 0..open {
        let step = one(problem, &sitting, reserve, open - seat, stream)?;
        let person = step.person;
        steps.push(step);
        match person {
            Some(person) => sitting.push(person),
            None => break,
        }
    }
    Ok(steps)
}

fn one(problem: &Problem, sitting: &[usize], reserve: &[usize], open: u32, stream: &mut Stream) -> Result<StepIn, Unreservable> {
    let people = &problem.pool.people;
    let setting = Setting::new(problem, sitting)?;
    let numbers = setting.numbers(reserve);
    let there: u32 = numbers.iter().sum();
    // The best with each kind in this seat.
    let mut outlooks: Vec<Option<(f64, Vec<Breach>, bool)>> = Vec::with_capacity(numbers.len());
    for (kind, &number) in numbers.iter().enumerate() {
        if number == 0 {
            outlooks.push(None);
            continue;
        }
        let mut seats = setting.seats.clone();
        setting.kinds[kind].counts.iter().for_each(|&count| seats[count] += 1);
        let mut rest = numbers.clone();
        rest[kind] -= 1;
        let others = (open - 1).min(there - 1);
        let filled = fill(&setting, &seats, others, others, &rest, f64::INFINITY);
        let (taken, proven) = filled.map_or_else(|| (vec![0; rest.len()], false), |filled| (filled.taken, filled.proven));
        for (kind, number) in setting.kinds.iter().zip(taken) {
            kind.counts
                .iter()
                .for_each(|&count| seats[count] += i32::try_from(number).unwrap_or(i32::MAX / 4));
        }
        outlooks.push(Some((setting.distance(&seats), breaches(&setting, &seats), proven)));
    }
    let least = outlooks.iter().flatten().map(|outlook| outlook.0).fold(f64::INFINITY, f64::min);
    let kind_of = |person: usize| setting.kinds.iter().position(|kind| kind.people.contains(&person));
    let mut by_id = reserve.to_vec();
    by_id.sort_by(|&one, &other| people[one].id.cmp(&people[other].id));
    let mut candidates: Vec<Candidate> = by_id
        .into_iter()
        .map(|person| {
            let verdict = match kind_of(person).and_then(|kind| outlooks[kind].as_ref()) {
                Some((distance, _, _)) if *distance <= least + SAME => Verdict::Fits,
                Some((distance, breaches, _)) => Verdict::FitsLess {
                    distance: *distance,
                    breaches: breaches.clone(),
                },
                None => barred(problem, sitting, person),
            };
            Candidate {
                person,
                verdict,
                chance: 0.0,
            }
        })
        .collect();
    let fitting = candidates.iter().filter(|candidate| candidate.verdict == Verdict::Fits).count();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.verdict == Verdict::Fits) {
        candidate.chance = 1.0 / fitting as f64;
    }
    let drawn = stream.place(fitting);
    let person = candidates
        .iter()
        .filter(|candidate| candidate.verdict == Verdict::Fits)
        .nth(drawn)
        .map(|candidate| candidate.person);
    let outlook = person.and_then(kind_of).and_then(|kind| outlooks[kind].clone());
    let (distance, breaches, _) = outlook.unwrap_or_else(|| (setting.distance(&setting.seats), breaches(&setting, &setting.seats), true));
    let proven = outlooks.iter().flatten().all(|outlook| outlook.2);
    Ok(StepIn {
        person,
        candidates,
        distance,
        breaches,
        proven,
    })
}

/// Why somebody of the reserve is no candidate.
fn barred(problem: &Problem, sitting: &[usize], person: usize) -> Verdict {
    let home = |person: usize| problem.pool.people[person].household.as_deref();
    if sitting.contains(&person) {
        return Verdict::Seated;
    }
    match sitting.iter().find(|&&other| home(person).is_some() && home(other) == home(person)) {
        Some(&with) if !problem.excluded.contains(&person) => Verdict::Household { with },
        _ => Verdict::Excluded,
    }
}

fn breaches(setting: &Setting, seats: &[i32]) -> Vec<Breach> {
    let whole = |number: i32| u32::try_from(number.max(0)).unwrap_or(0);
    let broken = setting
        .counts
        .iter()
        .zip(seats)
        .filter(|(count, seats)| **seats < count.min || **seats > count.max);
    broken
        .map(|(count, &seats)| Breach {
            feature: count.feature,
            value: count.value,
            seats: whole(seats),
            min: whole(count.min),
            max: whole(count.max),
        })
        .collect()
}
