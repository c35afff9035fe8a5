//! Whether pool, quotas and size can fit together, as far as counting tells. That each count is right does not mean that a panel exists;
//! that takes a solver.

use std::collections::HashMap;

use super::enough::enough;
use super::overview::counts;
use super::{Code, Finding, Place, Source};
use crate::model::{Feature, Problem, Quota, Unfit};

/// Everything that counting shows to be impossible, and what is good to know, in the order: question, quotas as they stand, those already
/// selected, pool.
///
/// With people already selected the sums count each value with at least those who have it: they keep their seats.
#[must_use]
pub fn fit(problem: &Problem) -> Vec<Finding> {
    let mut findings = question(problem);
    if findings
        .iter()
        .any(|finding| matches!(finding.code, Code::NoFeatures | Code::PersonUnknown | Code::PersonUnfit))
    {
        return findings;
    }
    for feature in &problem.quotas.features {
        findings.extend(
            feature
                .values
                .iter()
                .flat_map(|value| quota(&feature.name, &value.name, value.quota, &Place::file(Source::Quotas))),
        );
    }
    let kept = counts(problem, &problem.selected);
    sums(problem, &kept, &mut findings);
    selected(problem, &kept, &mut findings);
    enough(problem, &kept, &mut findings);
    findings
}

/// What is wrong with the numbers of one quota.
pub(crate) fn quota(feature: &str, value: &str, quota: Quota, place: &Place) -> Vec<Finding> {
    let Quota {
        min,
        max,
        min_flex,
        max_flex,
    } = quota;
    let finding = |code, one: u32, other: u32| Finding::new(code, place.clone(), [feature.into(), value.into(), one.into(), other.into()]);
    let flex = max_flex.filter(|&max_flex| max_flex < max);
    [
        (min > max).then(|| finding(Code::MinOverMax, min, max)),
        (min_flex > min).then(|| finding(Code::MinFlexOverMin, min_flex, min)),
        flex.map(|max_flex| finding(Code::MaxFlexBelowMax, max_flex, max)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn question(problem: &Problem) -> Vec<Finding> {
    let asked = Place::file(Source::Question);
    let mut findings = Vec::new();
    match problem.fits() {
        Ok(()) => {}
        Err(Unfit::NoFeatures) => findings.push(Finding::new(Code::NoFeatures, asked.clone(), [])),
        Err(Unfit::Values { person }) => findings.push(Finding::new(Code::PersonUnfit, asked.clone(), [id(problem, person).into()])),
        Err(Unfit::Nobody { person }) => findings.push(Finding::new(Code::PersonUnknown, asked.clone(), [person.into()])),
        Err(Unfit::TooManySelected { selected, size }) => {
            findings.push(Finding::new(
                Code::SelectedTooMany,
                Place::file(Source::Selected),
                [selected.into(), size.into()],
            ));
        }
        // Told below, also when something else is wrong.
        Err(Unfit::NoPanels) => {}
        Err(Unfit::SelectedForSeveral { panels }) => {
            findings.push(Finding::new(
                Code::SelectedForSeveral,
                Place::file(Source::Selected),
                [panels.into()],
            ));
        }
    }
    if problem.size == 0 {
        findings.push(Finding::new(Code::NoSeats, asked.clone(), []));
    }
    if problem.parallel == 0 {
        findings.push(Finding::new(Code::NoPanels, asked, []));
    }
    findings
}

/// Each feature against the size, and the features against each other.
fn sums(problem: &Problem, kept: &[Vec<u32>], findings: &mut Vec<Finding>) {
    let size = u64::from(problem.size);
    let place = || Place::file(Source::Quotas);
    let sum = |feature: &Feature, kept: &[u32], number: fn(Quota) -> u32| -> u64 {
        feature
            .values
            .iter()
            .zip(kept)
            .map(|(value, &kept)| u64::from(number(value.quota).max(kept)))
            .sum()
    };
    let sums: Vec<(&Feature, u64, u64)> = problem
        .quotas
        .features
        .iter()
        .zip(kept)
        .map(|(feature, kept)| {
            (
                feature,
                sum(feature, kept, |quota| quota.min),
                sum(feature, kept, |quota| quota.max),
            )
        })
        .collect();
    for &(feature, min, max) in &sums {
        let named = |code, sum: u64| Finding::new(code, place(), [(&feature.name).into(), sum.into(), size.into()]);
        if min > size {
            findings.push(named(Code::MinimumsOverSize, min));
        }
        if max < size {
            findings.push(named(Code::MaximumsUnderSize, max));
        }
    }
    let needs = sums.iter().rev().max_by_key(|(_, min, _)| min);
    let allows = sums.iter().min_by_key(|(_, _, max)| max);
    if let (Some(&(one, min, _)), Some(&(other, _, max))) = (needs, allows)
        && min > max
        && one.name != other.name
    {
        findings.push(Finding::new(
            Code::FeaturesContradict,
            place(),
            [(&one.name).into(), min.into(), (&other.name).into(), max.into()],
        ));
    }
}

fn selected(problem: &Problem, kept: &[Vec<u32>], findings: &mut Vec<Finding>) {
    for (feature, value, one) in problem.quotas.values() {
        let kept = kept[feature][value];
        if kept > one.quota.max {
            let feature = &problem.quotas.features[feature].name;
            let values = [feature.into(), (&one.name).into(), kept.into(), one.quota.max.into()];
            findings.push(Finding::new(Code::SelectedOverMaximum, Place::file(Source::Selected), values));
        }
    }
    if !problem.one_per_household {
        return;
    }
    let mut first: HashMap<&str, usize> = HashMap::new();
    for &person in &problem.selected {
        let Some(household) = problem.pool.people[person].household.as_deref() else {
            continue;
        };
        let other = *first.entry(household).or_insert(person);
        if other != person {
            let values = [id(problem, person).into(), id(problem, other).into()];
            findings.push(Finding::new(Code::SelectedShareHousehold, Place::file(Source::Selected), values));
        }
    }
}

fn id(problem: &Problem, person: usize) -> &str {
    &problem.pool.people[person].id
}
