//! Whether chances are what the panels give, and figures what the chances give.

use std::collections::BTreeMap;

use super::asked::Asked;
use super::report::{Check, Code, Fault};
use super::{NONE, same};
use crate::record::{Record, TICKETS, objective, status};

/// A step of the chances is this high at least.
const STEP: f64 = 1e-6;

pub(super) fn check(asked: &Asked) -> Vec<Check> {
    match asked.record.status.as_str() {
        status::NO_LOTTERY => {
            let faults = asked.record.probabilities.iter().map(|(id, chance)| Fault::Chance {
                id: id.clone(),
                stated: Some(*chance),
                found: None,
            });
            vec![Check::of(Code::Probabilities, 0, faults.collect())]
        }
        status::ESTIMATED => vec![counted(asked), levels(asked), figures(asked)],
        _ => vec![tickets(asked.record), probabilities(asked), levels(asked), figures(asked)],
    }
}

#[expect(clippy::cast_precision_loss, reason = "tickets are fewer than 2^53")]
fn worth(tickets: u64) -> f64 {
    tickets as f64 / TICKETS as f64
}

#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
pub(super) fn number(count: usize) -> f64 {
    count as f64
}

fn tickets(record: &Record) -> Check {
    let all: u128 = record.panels.iter().map(|panel| u128::from(panel.tickets)).sum();
    let mut faults = Vec::new();
    #[expect(clippy::cast_precision_loss, reason = "only to show how much it is")]
    if all != u128::from(TICKETS) {
        faults.push(Fault::Number {
            field: "tickets",
            stated: Some(all as f64),
            found: Some(TICKETS as f64),
        });
    }
    let wrong = record
        .panels
        .iter()
        .enumerate()
        .filter(|(_, panel)| panel.probability != worth(panel.tickets));
    faults.extend(wrong.map(|(panel, _)| Fault::PanelChance { panel }));
    Check::of(Code::Tickets, record.panels.len(), faults)
}

/// Exactly: whole tickets, divided once.
fn probabilities(asked: &Asked) -> Check {
    let mut tickets: BTreeMap<&str, u64> = BTreeMap::new();
    for panel in &asked.record.panels {
        for member in &panel.members {
            let sum = tickets.entry(member).or_default();
            *sum = sum.saturating_add(panel.tickets);
        }
    }
    let found = |id: &str| worth(tickets.get(id).copied().unwrap_or(0));
    let faults = of_everybody(asked, |id, stated| (stated != found(id)).then(|| found(id)));
    Check::of(Code::Probabilities, asked.record.pool.len(), faults)
}

/// Chances that were counted: each draw has a whole panel, so they sum to its seats.
fn counted(asked: &Asked) -> Check {
    let drawable = |id: &str| asked.person(id).is_some_and(|person| asked.is_drawable[person]);
    let most = |id: &str| if drawable(id) { 1.0 } else { 0.0 };
    let mut faults = of_everybody(asked, |id, stated| (!(0.0..=most(id)).contains(&stated)).then(|| most(id)));
    let sum: f64 = asked.record.probabilities.values().sum();
    let seats = number(asked.open_seats) * f64::from(asked.record.question.parallel);
    if !same(sum, seats) {
        faults.push(Fault::Number {
            field: "probabilities",
            stated: Some(sum),
            found: Some(seats),
        });
    }
    Check::of(Code::Probabilities, asked.record.pool.len(), faults)
}

/// Goes through the chances of the pool; `wrong` says what a chance should be if it is not.
fn of_everybody(asked: &Asked, wrong: impl Fn(&str, f64) -> Option<f64>) -> Vec<Fault> {
    let record = asked.record;
    let mut faults = Vec::new();
    for person in &record.pool {
        let stated = record.probabilities.get(&person.id).copied();
        let found = stated.map_or(Some(0.0), |stated| wrong(&person.id, stated));
        if let Some(found) = found {
            faults.push(Fault::Chance {
                id: person.id.clone(),
                stated,
                found: Some(found),
            });
        }
    }
    let strangers = record.probabilities.iter().filter(|(id, _)| asked.person(id).is_none());
    faults.extend(strangers.map(|(id, stated)| Fault::Chance {
        id: id.clone(),
        stated: Some(*stated),
        found: None,
    }));
    faults
}

fn sorted(asked: &Asked) -> Vec<f64> {
    let mut chances: Vec<f64> = asked.drawable().map(|person| asked.chance(person)).collect();
    chances.sort_by(f64::total_cmp);
    chances
}

/// A step begins with the lowest chance that is not of the step before, and takes all who are less than [`STEP`] above it.
fn levels(asked: &Asked) -> Check {
    let stated = &asked.record.levels;
    let mut found: Vec<(f64, usize)> = Vec::new();
    for chance in sorted(asked) {
        match found.last_mut() {
            Some((lowest, people)) if chance - *lowest < STEP => *people += 1,
            _ => found.push((chance, 1)),
        }
    }
    let is_other = |level: &usize| match (stated.get(*level), found.get(*level)) {
        (Some((one, people)), Some((other, many))) => !same(*one, *other) || people != many,
        _ => true,
    };
    let faults = (0..stated.len().max(found.len()))
        .filter(is_other)
        .map(|level| Fault::Level { level });
    Check::of(Code::Levels, found.len(), faults.collect())
}

fn figures(asked: &Asked) -> Check {
    let record = asked.record;
    let chances = sorted(asked);
    let reached: Vec<f64> = chances.iter().copied().filter(|&chance| chance > NONE).collect();
    let people = number(chances.len());
    let sum: f64 = chances.iter().sum();
    // Σ over all pairs of the difference of their chances, divided by n and by the sum: each chance is above those before it and below those after.
    let pairs: f64 = chances
        .iter()
        .enumerate()
        .map(|(at, chance)| chance * (2.0 * number(at) + 1.0 - people))
        .sum();
    let logs: f64 = reached.iter().map(|chance| chance.ln()).sum();
    let min = reached.first().copied().unwrap_or(0.0);
    let max = chances.last().copied().unwrap_or(0.0);
    let even = number(asked.open_seats) * f64::from(record.question.parallel) / people;
    let value = match record.objective.as_str() {
        objective::MINIMAX => max,
        objective::NASH => logs,
        objective::GOLDILOCKS => max / even + record.question.gamma.unwrap_or(1.0) * even / min,
        _ => min,
    };
    let figures = [
        ("min", record.min, min),
        ("max", record.max, max),
        ("gini", record.gini, if sum > 0.0 { pairs / (people * sum) } else { 0.0 }),
        (
            "geometric_mean",
            record.geometric_mean,
            if reached.is_empty() {
                0.0
            } else {
                (logs / number(reached.len())).exp()
            },
        ),
        ("unreachable", number(record.unreachable), number(chances.len() - reached.len())),
        ("value", record.value, if value.is_finite() { value } else { 0.0 }),
    ];
    let wrong = figures.into_iter().filter(|&(_, stated, found)| !same(stated, found));
    let faults = wrong.map(|(field, stated, found)| Fault::Number {
        field,
        stated: Some(stated),
        found: Some(found),
    });
    Check::of(Code::Figures, figures.len(), faults.collect())
}
