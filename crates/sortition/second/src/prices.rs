//! Prices and learnt inequalities: what the engine's proof says of all panels, asked of whole ones.

use sortition::fair::Outcome;
use sortition::model::{Classes, Problem};

use crate::TOLERANCE;
use crate::averages::NONE;
use crate::conditions::{Conditions, count};
use crate::opinion::{Claim, Opinion, Verdict};
use crate::whole::no_more_than;

/// Each learnt inequality, with the quotas alone as conditions.
pub(crate) fn learnt(conditions: &Conditions, classes: &Classes, outcome: &Outcome) -> Vec<Opinion> {
    let learnt = outcome.proof.learnt.iter().enumerate();
    learnt
        .map(|(number, (factors, most))| {
            let mut worth = vec![0.0; conditions.pool];
            add(&mut worth, classes, factors, 1.0);
            Opinion::new(Claim::Learnt(number), no_more_than(conditions, &worth, *most, 0.0))
        })
        .collect()
}

/// That the chances have the highest product: a lottery with chances `q` has `Σ log q ≤ Σ log p + Σ q/p − n`, and `Σ q/p` is no more
/// than the dearest panel's.
pub(crate) fn nash(conditions: &Conditions, outcome: &Outcome) -> Vec<Opinion> {
    let of = |worth: fn(f64) -> f64| -> Vec<f64> {
        let mut all = vec![0.0; conditions.pool];
        for &person in &conditions.drawable {
            all[person] = worth(outcome.chances[person]);
        }
        all
    };
    let worth = of(|chance| if chance > NONE { 1.0 / chance } else { 0.0 });
    let people = count(worth.iter().filter(|&&worth| worth > 0.0).count());
    let most = people + (outcome.bound - outcome.value).max(0.0);
    let without = of(|chance| if chance > NONE { 0.0 } else { 1.0 });
    vec![
        Opinion::new(Claim::Nash, no_more_than(conditions, &worth, most, TOLERANCE * people)),
        Opinion::new(Claim::Unreachable, no_more_than(conditions, &without, 0.0, 0.5)),
    ]
}

/// For each level, the bound that its prices give, and that no whole panel is worth more than they allow.
pub(crate) fn levels(conditions: &Conditions, problem: &Problem, classes: &Classes, outcome: &Outcome) -> Vec<Opinion> {
    let mut fixed: Vec<Option<f64>> = vec![None; classes.classes.len()];
    let mut opinions = Vec::new();
    for (number, (chance, members, prices)) in outcome.proof.levels.iter().enumerate() {
        let priced = Priced::of(conditions, problem, classes, outcome, prices);
        let bound = priced.bound(conditions, classes, outcome.proof.cap, &fixed);
        // A bound below what people have would be no bound; both directions are looked at.
        opinions.push(Opinion::new(Claim::Bound(number), Verdict::same(*chance, bound, TOLERANCE)));
        if !prices.is_empty() {
            let verdict = no_more_than(conditions, &priced.worth, priced.room, 0.0);
            opinions.push(Opinion::new(Claim::Prices(number), verdict));
        }
        for &class in members {
            fixed[class] = Some(*chance);
        }
    }
    opinions
}

/// What prices of conditions make of a seat of each person, and what all seats of a panel can be worth at most: `Σ price·(seats under the
/// condition) ≤ Σ price·bound`.
struct Priced {
    worth: Vec<f64>,
    room: f64,
}

impl Priced {
    fn of(conditions: &Conditions, problem: &Problem, classes: &Classes, outcome: &Outcome, prices: &[f64]) -> Self {
        let mut priced = Self {
            worth: vec![0.0; conditions.pool],
            room: 0.0,
        };
        let panels = f64::from(problem.parallel);
        let mut prices = prices.iter().copied();
        for (condition, price) in conditions.panel.iter().zip(&mut prices) {
            priced.room += f64::max(price * condition.low, price * condition.high) * panels;
            for &person in &condition.people {
                priced.worth[person] += price;
            }
        }
        for (households, price) in classes.signatures.iter().zip(&mut prices) {
            // At least no seat, at most one of each household.
            priced.room += price.max(0.0) * count(households.len());
            for &person in households.iter().flatten() {
                priced.worth[person] += price;
            }
        }
        for ((factors, most), price) in outcome.proof.learnt.iter().zip(&mut prices) {
            // They bound from above only: a negative price proves nothing and is left out.
            priced.room += price.max(0.0) * most;
            add(&mut priced.worth, classes, factors, price.max(0.0));
        }
        priced
    }

    /// The highest chance that all free classes can have together. A seat of positive worth is held by everybody for at least the level, or
    /// the chance they are fixed at; one of negative worth for no more than a class can have.
    fn bound(&self, conditions: &Conditions, classes: &Classes, cap: f64, fixed: &[Option<f64>]) -> f64 {
        let size = conditions.panel[0].high * count(conditions.panels);
        let seats = |class: usize| {
            let class = &classes.classes[class];
            let households = class
                .signature
                .map_or(class.people.len(), |signature| classes.signatures[signature].len());
            count(households.min(class.people.len()))
                .min(size)
                .min(cap * count(class.people.len()))
        };
        let mut room = self.room;
        let mut together = 0.0;
        let mut full = 1.0_f64;
        for (number, class) in classes.classes.iter().enumerate() {
            let worth = self.worth[class.people[0]];
            let people = count(class.people.len());
            match fixed[number] {
                _ if worth < 0.0 => room -= worth * seats(number),
                Some(chance) => room -= worth * people * chance,
                None => together += worth * people,
            }
            if fixed[number].is_none() {
                full = full.min(seats(number) / people);
            }
        }
        if together > 0.0 { full.min(room / together) } else { full }
    }
}

/// A factor for each class, given to its people.
fn add(worth: &mut [f64], classes: &Classes, factors: &[(usize, f64)], times: f64) {
    for &(class, factor) in factors {
        for &person in &classes.classes[class].people {
            worth[person] += factor * times;
        }
    }
}
