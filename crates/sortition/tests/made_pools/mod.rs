//! Pools that nobody lives in: made from a seed, with the lopsidedness of real ones. Some kinds of people come forward far more often than the quotas want them.
#![allow(dead_code, reason = "each test takes what it needs")]

use sortition::model::{Feature, Person, Pool, Problem, Quota, Quotas, Value};
use sortition::random::{Seed, Stream};

/// What a pool shall be like.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    pub(crate) seed: u64,
    pub(crate) people: usize,
    pub(crate) size: u32,
    /// How many values each feature has.
    pub(crate) values: Vec<usize>,
    /// How far quotas may be from the share of the population, as a part of it. 0: whole numbers next to it, or exactly it.
    pub(crate) slack: f64,
    /// How much more often the keenest kind of people comes forward than the least keen, for each feature; 1: equally.
    pub(crate) tilt: f64,
    /// Which part of the people shares a household with somebody before them.
    pub(crate) housemates: f64,
}

impl Made {
    /// A plain pool.
    pub(crate) fn new(seed: u64, people: usize, size: u32, values: &[usize]) -> Self {
        Self {
            seed,
            people,
            size,
            values: values.to_vec(),
            slack: 0.1,
            tilt: 3.0,
            housemates: 0.0,
        }
    }

    pub(crate) fn problem(&self) -> Problem {
        let mut stream = Seed::of(&[&format!("{self:?}")]).stream("pool");
        let shares: Vec<Vec<f64>> = self.values.iter().map(|&values| shares(values, &mut stream)).collect();
        let keen: Vec<Vec<f64>> = shares.iter().map(|shares| self.keen(shares, &mut stream)).collect();
        let mut people: Vec<Person> = Vec::with_capacity(self.people);
        for number in 0..self.people {
            let household = if number > 0 && stream.fraction() < self.housemates {
                people[stream.place(number)].household.clone()
            } else {
                Some(format!("house {number}"))
            };
            people.push(Person {
                id: format!("p{number:06}"),
                values: keen.iter().map(|keen| drawn(keen, &mut stream)).collect(),
                household,
            });
        }
        let pool = Pool { people };
        let quotas = self.quotas(&shares, &pool.counts(&self.values));
        let mut problem = Problem::new(quotas, pool, self.size);
        problem.one_per_household = self.housemates > 0.0;
        problem
    }

    /// The shares among those who come forward.
    fn keen(&self, shares: &[f64], stream: &mut Stream) -> Vec<f64> {
        let weights: Vec<f64> = shares
            .iter()
            .map(|share| share * (1.0 + (self.tilt - 1.0) * stream.fraction()))
            .collect();
        let all: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / all).collect()
    }

    fn quotas(&self, shares: &[Vec<f64>], counts: &[Vec<u32>]) -> Quotas {
        let feature = |(number, (shares, counts)): (usize, (&Vec<f64>, &Vec<u32>))| {
            let values = shares.iter().zip(counts).enumerate();
            let value = |(value, (share, &people)): (usize, (&f64, &u32))| {
                let wanted = share * f64::from(self.size);
                let low = (wanted * (1.0 - self.slack)).floor().max(0.0) as u32;
                let high = (wanted * (1.0 + self.slack)).ceil() as u32;
                Value {
                    name: format!("v{value}"),
                    quota: Quota::new(low.min(people), high),
                }
            };
            Feature {
                name: format!("f{number}"),
                values: values.map(value).collect(),
            }
        };
        Quotas {
            features: shares.iter().zip(counts).enumerate().map(feature).collect(),
        }
    }
}

/// Shares of the values of a feature: one of them is often much smaller than the others.
fn shares(values: usize, stream: &mut Stream) -> Vec<f64> {
    let weights: Vec<f64> = (0..values).map(|_| 0.15 + stream.fraction()).collect();
    let all: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all).collect()
}

fn drawn(shares: &[f64], stream: &mut Stream) -> u16 {
    let mut left = stream.fraction();
    for (number, share) in shares.iter().enumerate() {
        left -= share;
        if left < 0.0 {
            return number as u16;
        }
    }
    shares.len() as u16 - 1
}
