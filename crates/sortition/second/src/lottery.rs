//! The lottery itself: arithmetic, for which no solver is needed.

use sortition::fair::Outcome;

use crate::TOLERANCE;
use crate::conditions::Conditions;
use crate::opinion::Verdict;

/// Whether every panel obeys the conditions, the probabilities are a whole, and people have the chances they are told.
pub(crate) fn verdict(conditions: &Conditions, outcome: &Outcome) -> Verdict {
    if let Some(broken) = outcome.panels.iter().position(|panel| !conditions.hold(&panel.members)) {
        return Verdict::Broken(broken);
    }
    let all: f64 = outcome.panels.iter().map(|panel| panel.probability).sum();
    let mut chances = vec![0.0; conditions.pool];
    for panel in &outcome.panels {
        for &member in &panel.members {
            chances[member] += panel.probability;
        }
    }
    let told = outcome.chances.iter().copied().zip(chances);
    let (claimed, found) = told.fold((1.0, all), |furthest, one| match gap(one) > gap(furthest) {
        true => one,
        false => furthest,
    });
    Verdict::same(claimed, found, TOLERANCE)
}

fn gap((one, other): (f64, f64)) -> f64 {
    (one - other).abs()
}
