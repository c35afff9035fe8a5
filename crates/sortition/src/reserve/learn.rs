//! Who stays, learnt from past panels.
//!
//! The model: a person stays with probability `β₀ · ∏ β(feature, value)`, each factor between 0.0001 and 0.9999; the factors are chosen so
//! that what happened on past panels was as likely as possible. That is the same as saying that each of a person's values, and life itself,
//! may call the person away, independently. So the expectation–maximisation method applies (A. Dempster, N. Laird and D. Rubin, 1977), and
//! each round is plain: somebody who dropped out was held by a factor β in spite of it with probability `(β − p) / (1 − p)`, where `p` is
//! the probability of staying; the new β is the share of the people with the value whom it held. Likelihood never falls.
//!
//! In the logarithms `θ = −ln β` the log-likelihood `Σ stayed −s + Σ dropped ln(1 − e^(−s))`, `s` the sum of the person's θ, is concave. So
//! where the slopes are small the maximum is near: it is at most `Σ |slope| · (longest way within the bounds)` higher, and the rounds end
//! when that is less than a millionth for each person. Between rounds the factors leap ahead in the direction in which they move. The factors themselves need not be unique (half of one feature's may be moved to
//! another), the probabilities are.

use std::collections::BTreeMap;

/// Bounds of a factor.
const LOW: f64 = 1e-4;
const HIGH: f64 = 1.0 - 1e-4;
/// A little more than `ln(HIGH / LOW)`: the longest way between the bounds in logarithms. Written out because logarithms differ in their
/// last digit between machines.
const LONGEST_WAY: f64 = 9.2103;
const ROUNDS: u32 = 100_000;
/// How often the way that factors have gone is doubled.
const LEAPS: u32 = 20;

/// A member of a past panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMember {
    /// For each feature, the number of the value.
    pub values: Vec<u16>,
    /// Whether the person stayed to the end.
    pub stayed: bool,
}

/// How likely people are to stay.
#[derive(Debug, Clone, PartialEq)]
pub struct StayModel {
    /// The factor of everybody.
    pub base: f64,
    /// The factor of each value of each feature. A value that nobody had has the mean of its feature.
    pub factors: Vec<Vec<f64>>,
    /// The logarithm of the likelihood of what happened.
    pub log_likelihood: f64,
    /// It could be higher by at most this with other factors.
    pub short_by: f64,
    /// Whether that is small enough: less than a millionth for each person.
    pub converged: bool,
    /// How many rounds it took.
    pub rounds: u32,
}

/// Nothing can be learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untaught {
    /// There are no past members.
    Nobody,
    /// A member has not exactly one value of each feature.
    Values {
        /// Which.
        member: usize,
    },
}

impl StayModel {
    /// The probability that somebody with these values stays.
    #[must_use]
    pub fn stay(&self, values: &[u16]) -> f64 {
        let factor = |(&value, feature): (&u16, &Vec<f64>)| feature.get(usize::from(value)).copied().unwrap_or(1.0);
        self.base * values.iter().zip(&self.factors).map(factor).product::<f64>()
    }
}

/// People with the same values.
struct Alike {
    /// Numbers of the factors: the base, then one of each feature.
    factors: Vec<usize>,
    stayed: f64,
    dropped: f64,
}

/// Learns from past panels. `values` says how many values each feature has.
///
/// # Errors
/// If there is nobody to learn from, or values do not fit.
pub fn learn(values: &[usize], members: &[PastMember]) -> Result<StayModel, Untaught> {
    if members.is_empty() {
        return Err(Untaught::Nobody);
    }
    let fits = |member: &PastMember| {
        member.values.len() == values.len() && member.values.iter().zip(values).all(|(&value, &count)| usize::from(value) < count)
    };
    if let Some(member) = members.iter().position(|member| !fits(member)) {
        return Err(Untaught::Values { member });
    }
    let first: Vec<usize> = values
        .iter()
        .scan(1, |next, &count| Some(std::mem::replace(next, *next + count)))
        .collect();
    let mut profiles: BTreeMap<&[u16], (f64, f64)> = BTreeMap::new();
    for member in members {
        let counts = profiles.entry(&member.values).or_default();
        *(if member.stayed { &mut counts.0 } else { &mut counts.1 }) += 1.0;
    }
    let number = |(&value, &first): (&u16, &usize)| first + usize::from(value);
    let alike: Vec<Alike> = profiles
        .into_iter()
        .map(|(values, (stayed, dropped))| Alike {
            factors: std::iter::once(0).chain(values.iter().zip(&first).map(number)).collect(),
            stayed,
            dropped,
        })
        .collect();
    let mut factors = vec![0.9; 1 + values.iter().sum::<usize>()];
    let allowed = 1e-6 * members.len() as f64;
    let mut rounds = 0;
    let mut short_by = short_by(&alike, &factors);
    while short_by > allowed && rounds < ROUNDS {
        let before = factors.clone();
        for _ in 0..10 {
            round(&alike, &mut factors);
        }
        rounds += 10;
        short_by = leap(&alike, &before, &mut factors);
    }
    let likelihood = |group: &Alike| {
        let stay = stay(group, &factors);
        group.stayed * stay.ln() + group.dropped * (-stay).ln_1p()
    };
    let log_likelihood = alike.iter().map(likelihood).sum();
    let known = people(&alike, factors.len());
    let mut by_feature = Vec::with_capacity(values.len());
    for (&first, &count) in first.iter().zip(values) {
        let range = first..first + count;
        let total: f64 = known[range.clone()].iter().sum();
        let mean = range.clone().map(|at| known[at] * factors[at]).sum::<f64>() / total;
        by_feature.push(range.map(|at| if known[at] > 0.0 { factors[at] } else { mean }).collect());
    }
    Ok(StayModel {
        base: factors[0],
        factors: by_feature,
        log_likelihood,
        short_by,
        converged: short_by <= allowed,
        rounds,
    })
}

fn stay(group: &Alike, factors: &[f64]) -> f64 {
    group.factors.iter().map(|&at| factors[at]).product()
}

/// How many people each factor concerns.
fn people(alike: &[Alike], factors: usize) -> Vec<f64> {
    let mut people = vec![0.0; factors];
    for group in alike {
        group.factors.iter().for_each(|&at| people[at] += group.stayed + group.dropped);
    }
    people
}

/// One round of expectation and maximisation.
fn round(alike: &[Alike], factors: &mut [f64]) {
    let mut held = vec![0.0; factors.len()];
    for group in alike {
        let stay = stay(group, factors);
        for &at in &group.factors {
            held[at] += group.stayed + group.dropped * (factors[at] - stay) / (1.0 - stay);
        }
    }
    let concerned = people(alike, factors.len());
    for ((factor, held), people) in factors.iter_mut().zip(held).zip(concerned) {
        if people > 0.0 {
            *factor = (held / people).clamp(LOW, HIGH);
        }
    }
}

/// Goes on in the direction in which the factors have moved, twice as far each time, for as long as that brings them nearer to the maximum. Gives how far they are short of it.
///
/// Where few have dropped out, a factor creeps towards its bound with ever smaller steps; this way it arrives.
fn leap(alike: &[Alike], before: &[f64], factors: &mut Vec<f64>) -> f64 {
    let mut short_by = self::short_by(alike, factors);
    let moved: Vec<f64> = factors.iter().zip(before).map(|(now, before)| now / before).collect();
    for further in (0..LEAPS).map(|leap| 1 << leap) {
        let ahead = factors
            .iter()
            .zip(&moved)
            .map(|(factor, moved)| (factor * moved.powi(further)).clamp(LOW, HIGH));
        let ahead: Vec<f64> = ahead.collect();
        let short_by_ahead = self::short_by(alike, &ahead);
        if short_by_ahead >= short_by {
            break;
        }
        (*factors, short_by) = (ahead, short_by_ahead);
    }
    short_by
}

/// How much higher the log-likelihood could be at most.
fn short_by(alike: &[Alike], factors: &[f64]) -> f64 {
    // Slopes in ln β.
    let mut slopes = vec![0.0; factors.len()];
    for group in alike {
        let stay = stay(group, factors);
        let slope = group.stayed - group.dropped * stay / (1.0 - stay);
        group.factors.iter().for_each(|&at| slopes[at] += slope);
    }
    let at_bound = |slope: f64, factor: f64| (slope > 0.0 && factor >= HIGH) || (slope < 0.0 && factor <= LOW);
    slopes
        .iter()
        .zip(factors)
        .map(|(&slope, &factor)| if at_bound(slope, factor) { 0.0 } else { slope.abs() * LONGEST_WAY })
        .sum()
}
