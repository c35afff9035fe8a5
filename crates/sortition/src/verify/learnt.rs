//! Whether all panels obey what was learnt: the highest sum that any panel has, by trying seats group by group.
//!
//! That takes too long for large pools. Then the answer is that nobody knows, and never that it is so.

use std::cmp::Reverse;

use super::asked::Asked;
use super::bound;
use super::groups::Groups;
use super::report::{Check, Code, Fault, Verdict};
use crate::record::Learnt;

/// Seats tried before the search gives up, for each inequality.
const TRIES: u32 = 20_000;
/// What was learnt in floating point may be off by this.
const NEAR: f64 = 1e-6;

pub(super) fn check(asked: &Asked) -> Vec<Check> {
    let learnt = &asked.record.certificate.learnt;
    if learnt.is_empty() {
        return Vec::new();
    }
    let groups = Groups::of(asked);
    let proven = proven(asked, &groups);
    let (mut broken, mut unknown) = (Vec::new(), Vec::new());
    for (number, one) in learnt.iter().enumerate() {
        let strangers = one
            .factors
            .iter()
            .any(|(id, factor)| asked.person(id).is_none() || !factor.is_finite());
        match Search::highest(asked, &groups, &proven, one) {
            _ if strangers || !one.bound.is_finite() => broken.push(Fault::Inequality {
                learnt: number,
                found: None,
            }),
            Found::Above(found) => broken.push(Fault::Inequality {
                learnt: number,
                found: Some(found),
            }),
            Found::Unknown => unknown.push(Fault::Inequality {
                learnt: number,
                found: None,
            }),
            Found::Obeyed => {}
        }
    }
    let is_broken = !broken.is_empty();
    let mut check = Check::of(Code::Learnt, learnt.len(), if is_broken { broken } else { unknown });
    if !is_broken && !check.faults.is_empty() {
        check.verdict = Verdict::NotChecked;
    }
    vec![check]
}

/// The most whole seats of each group, as far as prices without anything learnt prove that it has few or none.
fn proven(asked: &Asked, groups: &Groups) -> Vec<usize> {
    let mut seats = vec![usize::MAX; groups.groups.len()];
    let prices = asked.record.certificate.levels.iter().filter_map(|level| level.prices.as_ref());
    for weighed in prices
        .filter(|prices| prices.learnt.is_empty())
        .filter_map(|prices| groups.weigh(asked, prices))
    {
        for (seats, &worth) in seats.iter_mut().zip(&weighed.worth).filter(|(_, worth)| **worth > 0.0) {
            let most = bound::alone(groups, &weighed, worth) + NEAR;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "seats are few, and none is the least"
            )]
            let whole = most.max(0.0).floor() as usize;
            *seats = whole.min(*seats);
        }
    }
    seats
}

enum Found {
    Obeyed,
    /// A panel has so much.
    Above(f64),
    Unknown,
}

struct Kind {
    factor: f64,
    quotas: Vec<usize>,
    seats: usize,
    signature: Option<usize>,
}

struct Search {
    kinds: Vec<Kind>,
    /// The places of each feature's quotas.
    features: Vec<Vec<usize>>,
    /// Fewest and most seats of each quota that are left.
    low: Vec<i64>,
    high: Vec<i64>,
    /// Households of each signature that are left.
    homes: Vec<i64>,
    beats: f64,
    tries: u32,
}

impl Search {
    fn highest(asked: &Asked, groups: &Groups, proven: &[usize], learnt: &Learnt) -> Found {
        let record = asked.record;
        // Of several panels, all members together, as one large panel. Not every large panel can be dealt, so what is too much for it may be fine for them.
        let panels = record.question.parallel as usize;
        let mut kinds: Vec<Kind> = groups
            .groups
            .iter()
            .enumerate()
            .map(|(number, group)| {
                let first = group.people[0];
                Kind {
                    factor: learnt.factors.get(&record.pool[first].id).copied().unwrap_or(0.0),
                    quotas: asked.quotas_of[first].clone(),
                    seats: group.people.len().min(proven[number]),
                    signature: group.signature(),
                }
            })
            .collect();
        // What matters most is decided first; the order among equals changes nothing but the time.
        kinds.sort_by(|one, other| {
            other
                .factor
                .total_cmp(&one.factor)
                .then(Reverse(one.seats).cmp(&Reverse(other.seats)))
        });
        let mut features: Vec<(&str, Vec<usize>)> = Vec::new();
        for (quota, one) in record.quotas.iter().enumerate() {
            match features.iter_mut().find(|(name, _)| *name == one.feature) {
                Some((_, quotas)) => quotas.push(quota),
                None => features.push((&one.feature, vec![quota])),
            }
        }
        let open = asked.open_quotas();
        let mut search = Self {
            kinds,
            features: features.into_iter().map(|(_, quotas)| quotas).collect(),
            low: open.iter().map(|&(low, _)| i64::from(low) * panels as i64).collect(),
            high: open.iter().map(|&(_, high)| i64::from(high) * panels as i64).collect(),
            homes: groups.homes().into_iter().map(|homes| homes as i64).collect(),
            beats: learnt.bound + NEAR,
            tries: TRIES,
        };
        match search.go(0, (asked.open_seats * panels) as i64, 0.0) {
            _ if search.tries == 0 => Found::Unknown,
            Some(above) if panels == 1 => Found::Above(above),
            Some(_) => Found::Unknown,
            None => Found::Obeyed,
        }
    }

    /// A panel above the bound, from this kind on.
    fn go(&mut self, at: usize, seats: i64, sum: f64) -> Option<f64> {
        if self.tries == 0 {
            return None;
        }
        self.tries -= 1;
        if at == self.kinds.len() {
            let is_panel = seats == 0 && self.low.iter().all(|&low| low <= 0);
            return (is_panel && sum > self.beats).then_some(sum);
        }
        if !self.can_beat(at, seats, sum) {
            return None;
        }
        let (quotas, factor, signature) = (self.kinds[at].quotas.clone(), self.kinds[at].factor, self.kinds[at].signature);
        let mut most = seats.min(self.kinds[at].seats as i64);
        most = quotas.iter().map(|&quota| self.high[quota]).fold(most, i64::min);
        most = signature.map_or(most, |signature| most.min(self.homes[signature]));
        for count in (0..=most).rev() {
            let mut give = |count: i64| {
                for &quota in &quotas {
                    self.low[quota] -= count;
                    self.high[quota] -= count;
                }
                if let Some(signature) = signature {
                    self.homes[signature] -= count;
                }
            };
            give(count);
            #[expect(clippy::cast_precision_loss, reason = "seats are few")]
            let found = self.go(at + 1, seats - count, sum + factor * count as f64);
            let mut back = |count: i64| {
                for &quota in &quotas {
                    self.low[quota] += count;
                    self.high[quota] += count;
                }
                if let Some(signature) = signature {
                    self.homes[signature] += count;
                }
            };
            back(count);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// For each feature alone: its fewest seats by the best of each value, then the best of all within its most.
    fn can_beat(&self, at: usize, seats: i64, sum: f64) -> bool {
        self.features.iter().all(|quotas| {
            let mut low: Vec<i64> = quotas.iter().map(|&quota| self.low[quota].max(0)).collect();
            let mut high: Vec<i64> = quotas.iter().map(|&quota| self.high[quota]).collect();
            let must: i64 = low.iter().sum();
            let (mut free, mut most) = (seats - must, sum);
            if free < 0 {
                return false;
            }
            for kind in &self.kinds[at..] {
                let Some(value) = quotas.iter().position(|quota| kind.quotas.contains(quota)) else {
                    continue;
                };
                let homes = kind.signature.map_or(i64::MAX, |signature| self.homes[signature]);
                let can = (kind.seats as i64).min(high[value]).min(homes);
                let needed = can.min(low[value]);
                let more = (can - needed).min(free);
                low[value] -= needed;
                high[value] -= needed + more;
                free -= more;
                #[expect(clippy::cast_precision_loss, reason = "seats are few")]
                let taken = (needed + more) as f64;
                most += kind.factor * taken;
            }
            free == 0 && low.iter().all(|&low| low == 0) && most > self.beats
        })
    }
}
