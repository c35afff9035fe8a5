//! Who steps in when somebody drops out, and why not the others.

use sortition::model::Problem;
use sortition::reserve::{Candidate, StepIn, Unreservable, Verdict};
use texts::Lang;

use super::number::{chance, counted};
use super::{Passage, trait_name, unfit};
use crate::t;

/// Who takes a seat, and what becomes of the quotas.
#[must_use]
pub fn step_in(lang: Lang, problem: &Problem, step: &StepIn) -> Passage {
    let fitting = step.candidates.iter().filter(|candidate| candidate.verdict == Verdict::Fits);
    let fitting = counted(fitting.count());
    let mine = |person: usize| step.candidates.iter().find(|candidate| candidate.person == person);
    let lead = match step.person {
        None => t::step_in_nobody(lang).to_owned(),
        Some(person) => {
            let of_each = mine(person).map_or(0.0, |candidate| candidate.chance);
            t::step_in(lang, id(problem, person), fitting, chance(lang, of_each))
        }
    };
    if step.breaches.is_empty() {
        let close = vec![t::step_in_met(lang).to_owned()];
        return Passage {
            lead,
            points: Vec::new(),
            close,
        };
    }
    let points = step.breaches.iter().map(|breach| {
        let feature = &problem.quotas.features[breach.feature];
        let named = trait_name(lang, &feature.name, &feature.values[breach.value].name);
        t::step_in_breach(lang, named, breach.seats, t::span(lang, breach.min, breach.max))
    });
    Passage {
        lead: format!("{lead} {}", t::step_in_breaches(lang)),
        points: points.collect(),
        close: Vec::new(),
    }
}

/// Why somebody of the reserve steps in or not.
#[must_use]
pub fn verdict(lang: Lang, problem: &Problem, candidate: &Candidate) -> String {
    let person = id(problem, candidate.person);
    match &candidate.verdict {
        Verdict::Fits => t::verdict_fits(lang, person, chance(lang, candidate.chance)),
        Verdict::FitsLess { .. } => t::verdict_fits_less(lang, person),
        Verdict::Household { with } => t::verdict_household(lang, person, id(problem, *with)),
        Verdict::Seated => t::verdict_seated(lang, person),
        Verdict::Excluded => t::verdict_excluded(lang, person),
    }
}

/// Why no reserve can be chosen. Members are counted from 1 here.
#[must_use]
pub fn unreservable(lang: Lang, why: &Unreservable) -> String {
    match why {
        Unreservable::Unfit(why) => unfit(lang, why),
        Unreservable::Person { person } => t::unreservable_person(lang, person),
        Unreservable::Stay { member } => t::unreservable_stay(lang, member + 1),
        Unreservable::NoSamples => t::unreservable_no_samples(lang).to_owned(),
    }
}

fn id(problem: &Problem, person: usize) -> &str {
    &problem.pool.people[person].id
}
