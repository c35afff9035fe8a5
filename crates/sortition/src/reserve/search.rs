//! A reserve, and who steps in in each future.

use super::cases::Case;
use super::exact::fill;
use super::loss::Loss;
use super::refill::{Refill, SLIGHT};
use super::setting::Setting;

/// A reserve with the best known refill of each future.
#[derive(Clone)]
pub(super) struct Search<'a> {
    pub(super) setting: &'a Setting,
    pub(super) cases: &'a [Case],
    loss: Loss,
    /// How many the reserve has at most.
    pub(super) most: u32,
    pub(super) reserve: Vec<u32>,
    refills: Vec<Refill>,
}

impl<'a> Search<'a> {
    pub(super) fn new(setting: &'a Setting, cases: &'a [Case], loss: Loss, most: u32, reserve: Vec<u32>) -> Self {
        let mut refills: Vec<Refill> = cases.iter().map(|case| Refill::new(setting, case)).collect();
        refills.iter_mut().for_each(|refill| refill.improve(setting, &reserve));
        Self {
            setting,
            cases,
            loss,
            most,
            reserve,
            refills,
        }
    }

    /// What the search makes small. Among reserves that break as often, one that breaks less badly is on the way to a better one.
    fn worth(&self, distance: f64) -> f64 {
        match self.loss {
            Loss::Distance => distance,
            Loss::Broken => Loss::Broken.of(distance) + 1e-3 * distance,
        }
    }

    pub(super) fn value(&self) -> f64 {
        self.cases
            .iter()
            .zip(&self.refills)
            .map(|(case, refill)| case.times * self.worth(refill.distance))
            .sum()
    }

    /// The mean loss of the futures. Where the quotas are not met, it is made sure that no better refill was overlooked.
    pub(super) fn mean_loss(&self) -> f64 {
        let mut sum = 0.0;
        for (case, refill) in self.cases.iter().zip(&self.refills) {
            let mut distance = refill.distance;
            if distance > SLIGHT
                && let Some(better) = fill(self.setting, &case.left, 0, case.open, &self.reserve, distance)
            {
                distance = distance.min(better.distance);
            }
            sum += case.times * self.loss.of(distance);
        }
        sum / self.cases.iter().map(|case| case.times).sum::<f64>()
    }

    /// Whether one more of the kind can be in the reserve.
    pub(super) fn has_place(&self, kind: usize) -> bool {
        let one = &self.setting.kinds[kind];
        let in_group = |group: usize| -> u32 {
            let those = self
                .setting
                .kinds
                .iter()
                .zip(&self.reserve)
                .filter(|(kind, _)| kind.group == Some(group));
            those.map(|(_, number)| number).sum()
        };
        self.reserve[kind] < one.most && one.group.is_none_or(|group| in_group(group) < self.setting.places(group))
    }

    pub(super) fn add(&mut self, kind: usize) {
        self.reserve[kind] += 1;
        self.refills
            .iter_mut()
            .for_each(|refill| refill.improve(self.setting, &self.reserve));
    }

    pub(super) fn remove(&mut self, kind: usize) {
        self.reserve[kind] -= 1;
        for refill in &mut self.refills {
            if refill.has(kind) > self.reserve[kind] {
                refill.leave(self.setting, kind);
                refill.improve(self.setting, &self.reserve);
            }
        }
    }

    /// Takes every so many-th person out of the reserve.
    pub(super) fn thin(&mut self, every: u32) {
        let mut count = 0;
        for kind in 0..self.reserve.len() {
            for _ in 0..self.reserve[kind] {
                count += 1;
                if count % every == 0 {
                    self.remove(kind);
                }
            }
        }
    }

    /// For each kind, what one more of it in the reserve would gain at once, by a single change in each future.
    fn gains(&self) -> Vec<f64> {
        let mut gains = vec![0.0; self.reserve.len()];
        for (case, refill) in self.cases.iter().zip(&self.refills).filter(|(_, refill)| refill.distance > SLIGHT) {
            let slopes = refill.slopes(self.setting);
            for (kind, gain) in gains.iter_mut().enumerate() {
                let (change, _) = refill.enter(self.setting, &slopes, kind);
                if change < 0.0 {
                    *gain += case.times * (self.worth(refill.distance) - self.worth((refill.distance + change).max(0.0)));
                }
            }
        }
        gains
    }

    /// Kinds that have a place, the greatest gain first; of equal ones, the earlier.
    pub(super) fn promising(&self) -> Vec<(usize, f64)> {
        let mut kinds: Vec<(usize, f64)> = self
            .gains()
            .into_iter()
            .enumerate()
            .filter(|&(kind, _)| self.has_place(kind))
            .collect();
        kinds.sort_by(|one, other| other.1.total_cmp(&one.1));
        kinds
    }
}
