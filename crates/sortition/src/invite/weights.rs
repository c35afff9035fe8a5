//! Which groups to over-sample, so that the pool mirrors the quotas although some answer less often than others.

use super::Unsuited;
use crate::model::Quotas;

/// People with the same values who could get letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Stock {
    /// For each feature of the quotas, the number of the value.
    pub values: Vec<u16>,
    /// How many there are.
    pub people: u64,
    /// The share of them that is expected to answer a letter.
    pub rate: f64,
}

/// Weights for the letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// For each value of each feature, how many times as often its people get a letter, rounded to tenths so that it can be stated. A
    /// person's weight is the product over the features. The smallest of each feature is 1; 0 where the quota has no seats, or nobody
    /// would answer.
    pub weights: Vec<Vec<f64>>,
    /// The share of the pool that is expected for each value with these weights.
    pub shares: Vec<Vec<f64>>,
    /// The share of the seats in the middle of each quota.
    pub targets: Vec<Vec<f64>>,
    /// The greatest difference between the two. Not zero where a weight was cut, a value has no people who answer, or features contradict
    /// each other.
    pub deviation: f64,
}

impl Proposal {
    /// The weight of somebody with these values.
    #[must_use]
    pub fn weight(&self, values: &[u16]) -> f64 {
        self.weights
            .iter()
            .zip(values)
            .map(|(feature, &value)| feature.get(usize::from(value)).copied().unwrap_or(0.0))
            .product()
    }
}

/// Most rounds of fitting. Four features of five values take some tens.
const ROUNDS: usize = 1000;

/// Proposes weights with which the expected pool has each value in the share that the middle of its quota has of the seats.
///
/// With one feature the weight is target share by expected share. With several they are fitted one after another until all fit (iterative
/// proportional fitting: W. E. Deming and F. F. Stephan, 1940). No weight is greater than `most`, in each feature: a few people answering
/// for very many are no mirror.
///
/// # Errors
/// If values do not fit the quotas, a rate cannot be one, or nobody answers.
pub fn propose_weights(quotas: &Quotas, stock: &[Stock], most: f64) -> Result<Proposal, Unsuited> {
    let features = &quotas.features;
    for (at, one) in stock.iter().enumerate() {
        Unsuited::rate(one.rate)?;
        let fits = one
            .values
            .iter()
            .zip(features)
            .all(|(&value, feature)| usize::from(value) < feature.values.len());
        if one.values.len() != features.len() || !fits {
            return Err(Unsuited::Lists { at });
        }
    }
    if stock.iter().all(|one| one.people == 0 || one.rate == 0.0) {
        return Err(Unsuited::Rate { rate: 0.0 });
    }
    let mut targets: Vec<Vec<f64>> = Vec::new();
    for feature in features {
        let middles: Vec<f64> = feature
            .values
            .iter()
            .map(|value| f64::from(value.quota.min) + f64::from(value.quota.max))
            .collect();
        let sum: f64 = middles.iter().sum();
        targets.push(middles.iter().map(|middle| if sum > 0.0 { middle / sum } else { 0.0 }).collect());
    }
    let alike: Vec<Vec<f64>> = targets.iter().map(|values| vec![1.0; values.len()]).collect();
    let mut weights = shares(stock, &alike);
    for (weight, &target) in weights.iter_mut().flatten().zip(targets.iter().flatten()) {
        *weight = f64::from(*weight > 0.0 && target > 0.0);
    }
    for _ in 0..ROUNDS {
        let before = weights.clone();
        for feature in 0..features.len() {
            let shares = shares(stock, &weights);
            for ((weight, &target), &share) in weights[feature].iter_mut().zip(&targets[feature]).zip(&shares[feature]) {
                if share > 0.0 {
                    *weight *= target / share;
                }
            }
            normalise(&mut weights[feature], most.max(1.0));
        }
        let moved = before
            .iter()
            .flatten()
            .zip(weights.iter().flatten())
            .map(|(one, other)| (one - other).abs());
        if moved.fold(0.0, f64::max) < 1e-9 {
            break;
        }
    }
    weights
        .iter_mut()
        .flatten()
        .for_each(|weight| *weight = (*weight * 10.0).round() / 10.0);
    let shares = shares(stock, &weights);
    let differences = shares
        .iter()
        .flatten()
        .zip(targets.iter().flatten())
        .map(|(share, target)| (share - target).abs());
    let deviation = differences.fold(0.0, f64::max);
    Ok(Proposal {
        weights,
        shares,
        targets,
        deviation,
    })
}

/// The smallest positive weight becomes 1, and none is above `most`.
fn normalise(weights: &mut [f64], most: f64) {
    let least = weights.iter().copied().filter(|&weight| weight > 0.0).fold(f64::INFINITY, f64::min);
    weights.iter_mut().for_each(|weight| *weight = (*weight / least).min(most));
}

/// The share of each value in the expected pool.
fn shares(stock: &[Stock], weights: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut pool: Vec<Vec<f64>> = weights.iter().map(|values| vec![0.0; values.len()]).collect();
    let mut total = 0.0;
    for one in stock {
        let weight: f64 = one
            .values
            .iter()
            .zip(weights)
            .map(|(&value, feature)| feature[usize::from(value)])
            .product();
        let expected = one.people as f64 * one.rate * weight;
        total += expected;
        for (&value, feature) in one.values.iter().zip(&mut pool) {
            feature[usize::from(value)] += expected;
        }
    }
    if total > 0.0 {
        pool.iter_mut().flatten().for_each(|share| *share /= total);
    }
    pool
}
