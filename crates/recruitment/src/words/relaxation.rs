//! Proposals: which quotas to change, and what it costs.

use sortition::feasible::{CannotRelax, Change, Relaxation};
use sortition::model::Problem;
use texts::{Lang, format};

use super::number::{counted, decimal};
use super::{Passage, trait_name};
use crate::t;

/// The proposals, each with what it changes; the last one explains what the cost is.
#[must_use]
pub fn relaxations(lang: Lang, problem: &Problem, proposals: &[Relaxation]) -> Vec<Passage> {
    if proposals.is_empty() {
        let lead = t::relaxation_none(lang).to_owned();
        return vec![Passage {
            lead,
            ..Passage::default()
        }];
    }
    let said = proposals.iter().enumerate().map(|(at, proposal)| Passage {
        lead: t::relaxation_lead(lang, at + 1, decimal(lang, proposal.cost, 2)),
        points: changes(lang, problem, proposal),
        close: (!proposal.cheapest)
            .then(|| t::relaxation_open(lang).to_owned())
            .into_iter()
            .collect(),
    });
    let mut said: Vec<Passage> = said.collect();
    if let Some(last) = said.last_mut() {
        last.close.push(t::relaxation_cost(lang).to_owned());
    }
    said
}

/// The proposal after which everybody can be drawn, and who is out of reach even so (numbers in the pool).
#[must_use]
pub fn for_everybody(lang: Lang, problem: &Problem, proposal: &Relaxation, out_of_reach: &[usize]) -> Passage {
    let mut close = vec![t::relaxation_cost(lang).to_owned()];
    if !out_of_reach.is_empty() {
        let ids: Vec<&str> = out_of_reach.iter().map(|&person| problem.pool.people[person].id.as_str()).collect();
        close.insert(0, t::relaxation_out_of_reach(lang, counted(ids.len()), format::list(lang, &ids)));
    }
    Passage {
        lead: t::relaxation_for_everybody(lang, decimal(lang, proposal.cost, 2)),
        points: changes(lang, problem, proposal),
        close,
    }
}

/// That nothing which may be changed helps.
#[must_use]
pub const fn cannot_relax(lang: Lang, _: CannotRelax) -> &'static str {
    t::relaxation_cannot(lang)
}

fn changes(lang: Lang, problem: &Problem, proposal: &Relaxation) -> Vec<String> {
    proposal.changes.iter().flat_map(|change| steps(lang, problem, change)).collect()
}

fn steps(lang: Lang, problem: &Problem, change: &Change) -> Vec<String> {
    let feature = &problem.quotas.features[change.feature];
    let value = &feature.values[change.value];
    let named = trait_name(lang, &feature.name, &value.name);
    let mut steps = Vec::new();
    if change.min < value.quota.min {
        steps.push(t::relaxation_lower(lang, &named, value.quota.min, change.min));
    }
    if change.max > value.quota.max {
        steps.push(t::relaxation_raise(lang, &named, value.quota.max, change.max));
    }
    steps
}
