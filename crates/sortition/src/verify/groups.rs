//! People whom no condition tells apart, and what prices make of them.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::Asked;
use super::chances::number;
use crate::record::Prices;

/// People with the same values, the same kind of household, and the same factors in what was learnt.
pub(super) struct Group {
    pub(super) people: Vec<usize>,
    /// Seats that all panels at once can give them, by households and sizes alone.
    pub(super) seats: f64,
    signature: Option<usize>,
}

impl Group {
    pub(super) fn size(&self) -> f64 {
        number(self.people.len())
    }

    /// The number of the kind of household they live in, if they live with others who can be drawn.
    pub(super) const fn signature(&self) -> Option<usize> {
        self.signature
    }
}

/// Everybody who can be drawn.
pub(super) struct Groups {
    pub(super) groups: Vec<Group>,
    /// Kinds of households with two people or more who can be drawn, and how many there are.
    signatures: BTreeMap<Vec<String>, (usize, f64)>,
}

/// What prices make of groups and conditions: every lottery obeys `Σ worth · chance ≤ room`.
pub(super) struct Weighed {
    pub(super) room: f64,
    /// For each group, the sum of the prices of all conditions that count its people.
    pub(super) worth: Vec<f64>,
}

impl Groups {
    pub(super) fn of(asked: &Asked) -> Self {
        let record = asked.record;
        let mut households: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for person in asked.drawable() {
            if let Some(household) = asked.household(person) {
                households.entry(household).or_default().push(person);
            }
        }
        let mut signatures: BTreeMap<Vec<String>, (usize, f64)> = BTreeMap::new();
        let mut signature_of: BTreeMap<usize, usize> = BTreeMap::new();
        for members in households.values().filter(|members| members.len() > 1) {
            let mut signature: Vec<String> = members.iter().map(|&person| record.pool[person].values.join("|")).collect();
            signature.sort();
            let next = signatures.len();
            let (at, count) = signatures.entry(signature).or_insert((next, 0.0));
            *count += 1.0;
            signature_of.extend(members.iter().map(|&person| (person, *at)));
        }
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for person in asked.drawable() {
            let factor = |learnt: &crate::record::Learnt| learnt.factors.get(&record.pool[person].id).map(|factor| factor.to_bits());
            let factors: Vec<Option<u64>> = record.certificate.learnt.iter().map(factor).collect();
            let key = (asked.quotas_of[person].as_slice(), signature_of.get(&person).copied(), factors);
            groups.entry(key).or_default().push(person);
        }
        let all = number(asked.open_seats) * f64::from(record.question.parallel);
        let group = |((_, signature, _), people): ((_, Option<usize>, _), Vec<usize>)| {
            let homes: BTreeSet<Option<u32>> = people.iter().map(|&person| asked.household(person)).collect();
            let seats = if signature.is_some() { homes.len() } else { people.len() };
            Group {
                seats: number(seats).min(all),
                people,
                signature,
            }
        };
        Self {
            groups: groups.into_iter().map(group).collect(),
            signatures,
        }
    }

    /// How many households of each signature there are, by its number.
    pub(super) fn homes(&self) -> Vec<f64> {
        let mut homes = vec![0.0; self.signatures.len()];
        self.signatures.values().for_each(|&(at, count)| homes[at] = count);
        homes
    }

    /// `None`: a price is no number, or one of nothing, or of something learnt and below zero, which would prove nothing.
    pub(super) fn weigh(&self, asked: &Asked, prices: &Prices) -> Option<Weighed> {
        let record = asked.record;
        let panels = f64::from(record.question.parallel);
        let mut room = prices.size * number(asked.open_seats) * panels;
        let mut of_quota = vec![0.0; record.quotas.len()];
        let open = asked.open_quotas();
        for &(quota, price) in &prices.quotas {
            let (low, high) = open.get(quota)?;
            of_quota[quota] += price;
            room += f64::max(price * f64::from(*low), price * f64::from(*high)) * panels;
        }
        let mut of_signature = vec![0.0; self.signatures.len()];
        for (signature, price) in &prices.households {
            let (at, count) = self.signatures.get(signature)?;
            of_signature[*at] += price;
            room += price.max(0.0) * count;
        }
        let mut of_learnt = vec![0.0; record.certificate.learnt.len()];
        for &(learnt, price) in &prices.learnt {
            let bound = record.certificate.learnt.get(learnt).filter(|_| price >= 0.0)?.bound;
            of_learnt[learnt] += price;
            room += price * bound;
        }
        let worth: Vec<f64> = self
            .groups
            .iter()
            .map(|group| {
                // All of a group are alike.
                let first = group.people[0];
                let quotas: f64 = asked.quotas_of[first].iter().map(|&quota| of_quota[quota]).sum();
                let household = group.signature.map_or(0.0, |signature| of_signature[signature]);
                let factor = |learnt: &crate::record::Learnt| learnt.factors.get(&record.pool[first].id).copied().unwrap_or(0.0);
                let learnt = record.certificate.learnt.iter().zip(&of_learnt);
                let learnt: f64 = learnt.map(|(learnt, price)| factor(learnt) * price).sum();
                prices.size + quotas + household + learnt
            })
            .collect();
        (room.is_finite() && worth.iter().all(|worth| worth.is_finite())).then_some(Weighed { room, worth })
    }
}
