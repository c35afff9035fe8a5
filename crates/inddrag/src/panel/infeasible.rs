//! The quotas cannot be met: which of them contradict each other, and what to change.

use recruitment::words;
use serde_json::{Map, Value, json};
use sortition::feasible::{Bound, CannotRelax, Change, Conflict, Relaxation, Side, Unreachable, conflict, for_everybody, relaxations};
use sortition::model::Problem;
use texts::Lang;

use super::answer::{Answer, Ending};
use super::complaint::{self, Complaint};
use super::patience::within;
use super::watch::Watchman;
use crate::t;

/// How many ways out are looked for.
const WAYS: usize = 3;

/// That the quotas cannot be met, why, and what to change.
pub(super) fn answer(lang: Lang, problem: &Problem, complaints: &[Complaint], seconds: f64) -> Answer {
    let found = Found::within(lang, problem, seconds);
    let mut facts = Map::new();
    facts.insert("status".to_owned(), "infeasible".into());
    facts.insert("findings".to_owned(), complaint::json(complaints));
    found.enter(problem, &mut facts);
    let mut lines = vec![t::panel_infeasible(lang).to_owned()];
    lines.extend(complaint::lines(lang, complaints));
    lines.extend(found.lines(lang, problem));
    Answer::new(Ending::Infeasible, facts, &lines)
}

/// Why it does not work, and ways out. What took too long is not there.
#[derive(Default)]
pub(super) struct Found {
    conflict: Option<Conflict>,
    ways: Vec<Relaxation>,
    is_stuck: bool,
    everybody: Option<(Relaxation, Vec<usize>)>,
}

impl Found {
    /// Looks for the conflict first, since that is what one wants to know first.
    pub(super) fn within(lang: Lang, problem: &Problem, seconds: f64) -> Self {
        let mut found = Self {
            // Also a conflict that is not the smallest says something.
            conflict: conflict(problem, &mut Watchman::new(lang, Some(seconds))),
            ..Self::default()
        };
        let Some(ways) = within(lang, seconds, |watch| relaxations(problem, WAYS, watch)) else {
            return found;
        };
        found.is_stuck = ways.is_err();
        found.ways = ways.unwrap_or_default();
        if !found.is_stuck {
            found.everybody = within(lang, seconds, |watch| for_everybody(problem, watch).ok()).flatten();
        }
        found
    }

    pub(super) fn enter(&self, problem: &Problem, facts: &mut Map<String, Value>) {
        facts.insert(
            "conflict".to_owned(),
            self.conflict.as_ref().map(|one| conflict_json(problem, one)).into(),
        );
        let ways = self.ways.iter().map(|way| relaxation_json(problem, way));
        facts.insert("relaxations".to_owned(), ways.collect());
        facts.insert("relaxable".to_owned(), (!self.is_stuck).into());
        facts.insert("for_everybody".to_owned(), everybody_json(problem, self.everybody.as_ref()));
    }

    pub(super) fn lines(&self, lang: Lang, problem: &Problem) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(conflict) = &self.conflict {
            lines.push(words::conflict(lang, problem, conflict).to_string());
        }
        if self.is_stuck {
            lines.push(words::cannot_relax(lang, CannotRelax).to_owned());
        } else if !self.ways.is_empty() {
            lines.extend(words::relaxations(lang, problem, &self.ways).iter().map(ToString::to_string));
        }
        lines.extend(everybody_lines(lang, problem, self.everybody.as_ref()));
        lines
    }
}

/// What it takes for everybody to have a chance.
pub(super) fn everybody_lines(lang: Lang, problem: &Problem, everybody: Option<&(Relaxation, Vec<usize>)>) -> Vec<String> {
    let Some((way, left)) = everybody.filter(|(way, _)| !way.changes.is_empty()) else {
        return Vec::new();
    };
    vec![words::for_everybody(lang, problem, way, left).to_string()]
}

pub(super) fn everybody_json(problem: &Problem, everybody: Option<&(Relaxation, Vec<usize>)>) -> Value {
    everybody.map_or(Value::Null, |(way, left)| {
        let mut facts = relaxation_json(problem, way);
        facts["out_of_reach"] = ids(problem, left);
        facts
    })
}

fn names(problem: &Problem, feature: usize, value: usize) -> (&str, &str) {
    let feature = &problem.quotas.features[feature];
    (&feature.name, &feature.values[value].name)
}

pub(super) fn ids(problem: &Problem, people: &[usize]) -> Value {
    people.iter().map(|&person| problem.pool.people[person].id.as_str()).collect()
}

fn bound_json(problem: &Problem, bound: Bound) -> Value {
    let (feature, value) = names(problem, bound.feature, bound.value);
    let quota = problem.quotas.features[bound.feature].values[bound.value].quota;
    let (side, seats) = match bound.side {
        Side::Min => ("min", quota.min),
        Side::Max => ("max", quota.max),
    };
    json!({ "feature": feature, "value": value, "side": side, "seats": seats })
}

pub(super) fn conflict_json(problem: &Problem, conflict: &Conflict) -> Value {
    json!({
        "bounds": conflict.bounds.iter().map(|&bound| bound_json(problem, bound)).collect::<Vec<_>>(),
        "households": conflict.households,
        "minimal": conflict.minimal,
    })
}

fn change_json(problem: &Problem, change: &Change) -> Value {
    let (feature, value) = names(problem, change.feature, change.value);
    let old = problem.quotas.features[change.feature].values[change.value].quota;
    json!({
        "feature": feature,
        "value": value,
        "min": change.min,
        "max": change.max,
        "old_min": old.min,
        "old_max": old.max,
    })
}

pub(super) fn relaxation_json(problem: &Problem, way: &Relaxation) -> Value {
    json!({
        "changes": way.changes.iter().map(|change| change_json(problem, change)).collect::<Vec<_>>(),
        "cost": way.cost,
        "cheapest": way.cheapest,
    })
}

pub(super) fn unreachable_json(problem: &Problem, group: &Unreachable) -> Value {
    let values: Map<String, Value> = problem
        .quotas
        .features
        .iter()
        .zip(&group.values)
        .map(|(feature, &value)| (feature.name.clone(), feature.values[usize::from(value)].name.as_str().into()))
        .collect();
    json!({
        "people": ids(problem, &group.people),
        "values": values,
        "because": conflict_json(problem, &group.because),
    })
}
