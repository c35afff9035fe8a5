//! Who steps in, in one future: found by improving one seat at a time.

use super::cases::Case;
use super::setting::Setting;

/// Smaller improvements are rounding.
pub(super) const SLIGHT: f64 = 1e-9;

/// A panel filled up again, as far as it helps.
#[derive(Clone)]
pub(super) struct Refill {
    /// Seats that each quota counts.
    pub(super) seats: Vec<i32>,
    /// Kinds that stepped in, and how many of each.
    pub(super) taken: Vec<(usize, u32)>,
    /// Seats that are still empty.
    open: u32,
    /// How far the seats are from the quotas.
    pub(super) distance: f64,
}

/// What one more and one fewer seat cost, for each quota.
pub(super) struct Slopes {
    more: Vec<f64>,
    fewer: Vec<f64>,
}

impl Refill {
    pub(super) fn new(setting: &Setting, case: &Case) -> Self {
        let distance = setting.distance(&case.left);
        Self {
            seats: case.left.clone(),
            taken: Vec::new(),
            open: case.open,
            distance,
        }
    }

    pub(super) fn slopes(&self, setting: &Setting) -> Slopes {
        let change = |by: i32| {
            let cost = |(count, &seats): (&super::setting::Count, &i32)| count.cost(seats + by) - count.cost(seats);
            setting.counts.iter().zip(&self.seats).map(cost).collect()
        };
        Slopes {
            more: change(1),
            fewer: change(-1),
        }
    }

    /// What it changes if one of a kind steps in, at best: on an empty seat, or instead of another kind. The second says which.
    pub(super) fn enter(&self, setting: &Setting, slopes: &Slopes, kind: usize) -> (f64, Option<usize>) {
        let counts = &setting.kinds[kind].counts;
        let mut best = (0.0, None);
        if self.open > 0 {
            best.0 = counts.iter().map(|&count| slopes.more[count]).sum();
        }
        for &(other, _) in &self.taken {
            let pairs = counts.iter().zip(&setting.kinds[other].counts).filter(|(one, other)| one != other);
            let change: f64 = pairs.map(|(&one, &other)| slopes.more[one] + slopes.fewer[other]).sum();
            if change < best.0 - SLIGHT {
                best = (change, Some(other));
            }
        }
        best
    }

    /// One of the kind gives the seat up.
    pub(super) fn leave(&mut self, setting: &Setting, kind: usize) {
        if let Some(at) = self.taken.iter().position(|&(taken, _)| taken == kind) {
            self.taken[at].1 -= 1;
            if self.taken[at].1 == 0 {
                self.taken.remove(at);
            }
            setting.kinds[kind].counts.iter().for_each(|&count| self.seats[count] -= 1);
            self.open += 1;
            self.distance = setting.distance(&self.seats);
        }
    }

    fn take(&mut self, setting: &Setting, kind: usize) {
        match self.taken.iter_mut().find(|(taken, _)| *taken == kind) {
            Some((_, number)) => *number += 1,
            None => self.taken.push((kind, 1)),
        }
        setting.kinds[kind].counts.iter().for_each(|&count| self.seats[count] += 1);
        self.open -= 1;
        self.distance = setting.distance(&self.seats);
    }

    /// How many of the kind stepped in.
    pub(super) fn has(&self, kind: usize) -> u32 {
        self.taken.iter().find(|(taken, _)| *taken == kind).map_or(0, |(_, number)| *number)
    }

    /// Lets people of the reserve step in, give up or change places, the best change first, as long as it brings the seats nearer to the
    /// quotas.
    pub(super) fn improve(&mut self, setting: &Setting, reserve: &[u32]) {
        let there: Vec<usize> = (0..reserve.len()).filter(|&kind| reserve[kind] > 0).collect();
        while self.distance > SLIGHT {
            let slopes = self.slopes(setting);
            let mut best = (-SLIGHT, None, None);
            for &kind in there.iter().filter(|&&kind| self.has(kind) < reserve[kind]) {
                let (change, instead) = self.enter(setting, &slopes, kind);
                if change < best.0 {
                    best = (change, Some(kind), instead);
                }
            }
            for &(kind, _) in &self.taken {
                let change: f64 = setting.kinds[kind].counts.iter().map(|&count| slopes.fewer[count]).sum();
                if change < best.0 {
                    best = (change, None, Some(kind));
                }
            }
            if best.1.is_none() && best.2.is_none() {
                return;
            }
            if let Some(kind) = best.2 {
                self.leave(setting, kind);
            }
            if let Some(kind) = best.1 {
                self.take(setting, kind);
            }
        }
    }
}
