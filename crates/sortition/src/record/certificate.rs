//! The proof in the words of a stranger: prices of the panel's size, of quotas, of kinds of households, and of learnt inequalities, instead of numbered rows and classes.

use super::{Certificate, Learnt, Level, Prices};
use crate::fair::{Objective, Proof};
use crate::model::{Classes, Problem};

impl Certificate {
    /// Of leximin all levels; of maximin those up to the first above none, which bounds the lowest chance; of the others, which prices bound, only the levels of those
    /// who have no chance.
    pub(super) fn of(problem: &Problem, classes: &Classes, objective: Objective, proof: &Proof) -> Self {
        let levels = match objective {
            Objective::Leximin => &proof.levels[..],
            Objective::Maximin => &proof.levels[..proof.levels.len().min(proof.unreachable.len() + 1)],
            Objective::Nash | Objective::Goldilocks { .. } | Objective::Minimax => &proof.unreachable[..],
        };
        let rows = Rows::of(problem, classes);
        let people = |class: usize| {
            let people = classes.classes[class].people.iter();
            people.map(|&person| problem.pool.people[person].id.clone())
        };
        let level = |(chance, classes, prices): &(f64, Vec<usize>, Vec<f64>)| Level {
            chance: *chance,
            people: classes.iter().flat_map(|&class| people(class)).collect(),
            prices: (!prices.is_empty()).then(|| rows.prices(prices)),
        };
        let learnt = |(factors, bound): &(Vec<(usize, f64)>, f64)| Learnt {
            factors: factors
                .iter()
                .flat_map(|&(class, factor)| people(class).map(move |id| (id, factor)))
                .collect(),
            bound: *bound,
        };
        Self {
            levels: levels.iter().map(level).collect(),
            prices: (!proof.prices.is_empty()).then(|| rows.prices(&proof.prices)),
            cap: proof.cap,
            learnt: proof.learnt.iter().map(learnt).collect(),
        }
    }
}

/// What the rows of the solvers are: the panel's size, the quotas, the signatures, and then what was learnt.
struct Rows {
    quotas: usize,
    signatures: Vec<Vec<String>>,
}

impl Rows {
    fn of(problem: &Problem, classes: &Classes) -> Self {
        let features = &problem.quotas.features;
        let values = |&person: &usize| {
            let values = problem.pool.people[person].values.iter().zip(features);
            let names: Vec<&str> = values
                .map(|(&value, feature)| feature.values[usize::from(value)].name.as_str())
                .collect();
            names.join("|")
        };
        let signature = |households: &Vec<Vec<usize>>| {
            let mut signature: Vec<String> = households.first().into_iter().flatten().map(values).collect();
            signature.sort();
            signature
        };
        Self {
            quotas: problem.quotas.values().count(),
            signatures: classes.signatures.iter().map(signature).collect(),
        }
    }

    fn prices(&self, prices: &[f64]) -> Prices {
        let (households, learnt) = (1 + self.quotas, 1 + self.quotas + self.signatures.len());
        let priced = |from: usize, to: usize| {
            let prices = prices[from..to].iter().copied().enumerate();
            prices.filter(|&(_, price)| price != 0.0)
        };
        Prices {
            size: prices[0],
            quotas: priced(1, households).collect(),
            households: priced(households, learnt)
                .map(|(signature, price)| (self.signatures[signature].clone(), price))
                .collect(),
            // What was learnt is a bound from above: a price below zero would be of no use.
            learnt: priced(learnt, prices.len()).filter(|&(_, price)| price > 0.0).collect(),
        }
    }
}
