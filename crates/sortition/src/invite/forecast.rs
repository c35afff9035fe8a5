//! The pool that letters will bring, and whether it is enough for the quotas.

use super::{Answers, Response, Unsuited};
use crate::model::Quotas;

/// People with the same values who get letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// For each feature of the quotas, the number of the value.
    pub values: Vec<u16>,
    /// How many letters go to them.
    pub letters: u64,
    /// How likely they are to answer.
    pub response: Response,
}

/// A number of people in the pool, before they have answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The mean.
    pub expected: f64,
    /// The central interval of the level asked for; see [`Answers::interval`].
    pub low: u64,
    /// Its upper end.
    pub high: u64,
    /// How many are wanted: the quota's minimum times the factor, or for the whole pool the size times the factor.
    pub wanted: u64,
    /// The chance that so many come.
    pub enough: f64,
}

/// What to expect.
#[derive(Debug, Clone, PartialEq)]
pub struct PoolForecast {
    /// The whole pool.
    pub pool: Forecast,
    /// By feature and value.
    pub values: Vec<Vec<Forecast>>,
    /// The chance that everything wanted comes is at least this: 1 minus the chances of all shortages (C. E. Bonferroni, 1936). The numbers
    /// depend on each other, so that the chance itself is not known.
    pub all_at_least: f64,
    /// And at most this: the smallest of the single chances.
    pub all_at_most: f64,
}

/// What pool to expect, in all and for each value of each feature.
///
/// Intervals and chances are exact (no normal approximation), given that people answer independently of each other. Groups with the same
/// counted [`Response`] share one unknown rate, so their uncertainty adds up instead of averaging out; groups with different counts are
/// independent. `factor` says how many people of the pool are wanted for each seat (4 to 8 is usual), `level` the probability of the
/// intervals, such as 0.95.
///
/// # Errors
/// If values do not fit the quotas, or rates or level cannot be one.
pub fn forecast(quotas: &Quotas, size: u32, groups: &[Group], factor: u32, level: f64) -> Result<PoolForecast, Unsuited> {
    Unsuited::rate(level)?;
    let fits = |group: &Group| {
        let features = &quotas.features;
        group.values.len() == features.len()
            && group
                .values
                .iter()
                .zip(features)
                .all(|(&value, feature)| usize::from(value) < feature.values.len())
    };
    if let Some(at) = groups.iter().position(|group| !fits(group)) {
        return Err(Unsuited::Lists { at });
    }
    let of = |groups: &mut dyn Iterator<Item = &Group>, seats: u32| -> Result<Forecast, Unsuited> {
        let answers = together(groups)?;
        let wanted = u64::from(seats) * u64::from(factor);
        let (low, high) = answers.interval(level);
        Ok(Forecast {
            expected: answers.mean(),
            low,
            high,
            wanted,
            enough: answers.at_least(wanted),
        })
    };
    let pool = of(&mut groups.iter(), size)?;
    let mut values: Vec<Vec<Forecast>> = quotas.features.iter().map(|_| Vec::new()).collect();
    for (feature, value, one) in quotas.values() {
        let mut with = groups.iter().filter(|group| usize::from(group.values[feature]) == value);
        values[feature].push(of(&mut with, one.quota.min)?);
    }
    let single = || values.iter().flatten().chain([&pool]).map(|forecast| forecast.enough);
    let all_at_least = (1.0 - single().map(|enough| 1.0 - enough).sum::<f64>()).max(0.0);
    let all_at_most = single().fold(1.0, f64::min);
    Ok(PoolForecast {
        pool,
        values,
        all_at_least,
        all_at_most,
    })
}

/// The answers of several groups together. Letters with the same response are put together first.
fn together(groups: &mut dyn Iterator<Item = &Group>) -> Result<Answers, Unsuited> {
    let mut letters: Vec<(Response, u64)> = Vec::new();
    for group in groups {
        match letters.iter_mut().find(|(response, _)| *response == group.response) {
            Some((_, letters)) => *letters = letters.saturating_add(group.letters),
            None => letters.push((group.response, group.letters)),
        }
    }
    let mut answers = Answers::certainly(0);
    for (response, letters) in letters {
        answers = answers.and(&Answers::to(letters, response)?);
    }
    Ok(answers)
}
