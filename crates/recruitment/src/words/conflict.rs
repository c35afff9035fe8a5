//! Conditions that contradict each other, and people whom no panel has room for.

use sortition::feasible::{Bound, Conflict, Side, Unreachable};
use sortition::model::Problem;
use texts::{Lang, format};

use super::number::counted;
use super::{Passage, trait_name};
use crate::t;

/// Which conditions cannot be met together.
#[must_use]
pub fn conflict(lang: Lang, problem: &Problem, conflict: &Conflict) -> Passage {
    Passage {
        lead: t::conflict_lead(lang).to_owned(),
        points: conditions(lang, problem, conflict),
        close: close(lang, conflict),
    }
}

/// Why these people can sit on no panel.
#[must_use]
pub fn unreachable(lang: Lang, problem: &Problem, unreachable: &Unreachable) -> Passage {
    let ids: Vec<&str> = unreachable
        .people
        .iter()
        .map(|&person| problem.pool.people[person].id.as_str())
        .collect();
    let traits = problem.quotas.features.iter().zip(&unreachable.values);
    let traits: Vec<String> = traits
        .map(|(feature, &value)| trait_name(lang, &feature.name, &feature.values[usize::from(value)].name))
        .collect();
    Passage {
        lead: t::unreachable_lead(lang, counted(ids.len()), format::list(lang, &ids), traits.join(", ")),
        points: conditions(lang, problem, &unreachable.because),
        close: close(lang, &unreachable.because),
    }
}

fn conditions(lang: Lang, problem: &Problem, conflict: &Conflict) -> Vec<String> {
    let mut said = vec![t::conflict_size(lang, problem.size.into())];
    if problem.parallel > 1 {
        said.push(t::conflict_panels(lang, problem.parallel));
    }
    said.extend(conflict.bounds.iter().map(|bound| condition(lang, problem, *bound)));
    if conflict.households {
        said.push(t::conflict_households(lang).to_owned());
    }
    said
}

fn condition(lang: Lang, problem: &Problem, bound: Bound) -> String {
    let feature = &problem.quotas.features[bound.feature];
    let value = &feature.values[bound.value];
    let named = trait_name(lang, &feature.name, &value.name);
    match bound.side {
        Side::Min => t::conflict_min(lang, named, value.quota.min.into()),
        Side::Max => t::conflict_max(lang, named, value.quota.max.into()),
    }
}

fn close(lang: Lang, conflict: &Conflict) -> Vec<String> {
    let sentence = if conflict.minimal {
        t::conflict_mend(lang)
    } else {
        t::conflict_open(lang)
    };
    vec![sentence.to_owned()]
}
