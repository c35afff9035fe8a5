//! The walk along faces: take a whole panel that obeys every condition the rest obeys with equality, give it as much weight as the rest can spare, and go on with what
//! is left. Each step makes one more condition an equality, so there are at most as many steps as classes and conditions together (Carathéodory's theorem, done).

use super::sample::{Rest, Sample};
use super::several::Several;
use super::{Composition, Portfolio};
use crate::fair::Watch;
use crate::polytope::Polytope;

/// Programmes spent on one panel before the walk gives up, and before a larger sample is taken.
const NODES: u64 = 3000;
const NODES_OF_SAMPLE: u64 = 300;
/// A sample has this many classes, or more if a panel has many seats.
const SAMPLE: usize = 300;
const SAMPLE_PER_SEAT: f64 = 4.0;
const EQUAL: f64 = 1e-10;
/// Less weight than this is nothing.
const LEFT: f64 = 1e-9;

/// Panels with weights that together are at most one, and what weight is left over.
pub(crate) fn walk(polytope: &Polytope, several: &mut Several, seats: &[f64], watch: &mut dyn Watch) -> (Portfolio, f64) {
    let mut rest = Rest::new(polytope, seats.to_vec());
    let mut activity: Vec<f64> = polytope.rows.iter().map(|row| along(&row.entries, &rest.seats)).collect();
    let mut panels = Vec::new();
    let mut wanted = wanted(polytope);
    let mut sample: Option<Sample> = None;
    let mut samples = 0;
    while rest.left > LEFT && !watch.stop() {
        watch.progress(1.0 - rest.left);
        let is_new = rest.settle(&activity);
        let mut current = match sample.take() {
            Some(current) if !is_new && !current.is_poor(&rest) => current,
            _ => {
                samples += 1;
                Sample::of(&rest, wanted, samples)
            }
        };
        let nodes = if current.is_whole() { NODES } else { NODES_OF_SAMPLE };
        let Some(panel) = several.good(watch, |prefer, watch| current.panel(&rest, nodes, prefer, watch)) else {
            if current.is_whole() {
                break;
            }
            wanted *= 2;
            continue;
        };
        sample = Some(current);
        let own: Vec<f64> = polytope.rows.iter().map(|row| along_panel(&row.entries, &panel)).collect();
        let share = rest.share(&panel, &activity, &own);
        if share <= 0.0 {
            break;
        }
        for (rest, &seats) in rest.seats.iter_mut().zip(&panel) {
            *rest -= share * f64::from(seats);
        }
        for (activity, own) in activity.iter_mut().zip(own) {
            *activity -= share * own;
        }
        rest.left -= share;
        panels.push((Composition::of(&panel), share));
    }
    (Portfolio { panels }, rest.left)
}

/// Some panel, if a sample has one in which everybody is as often as everybody else. Without one, nothing is said.
pub(crate) fn any(polytope: &Polytope, several: &mut Several, watch: &mut dyn Watch) -> Option<Vec<u32>> {
    let even = polytope.rows[0].high / polytope.people.iter().sum::<f64>();
    let rest = Rest::new(polytope, polytope.people.iter().map(|people| people * even).collect());
    let mut sample = Sample::of(&rest, 2 * wanted(polytope), 1);
    several.good(watch, |prefer, watch| sample.panel(&rest, NODES_OF_SAMPLE, prefer, watch))
}

/// How large a sample shall be.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "panels have far fewer than 2^32 seats"
)]
fn wanted(polytope: &Polytope) -> usize {
    SAMPLE.max((SAMPLE_PER_SEAT * polytope.rows[0].high) as usize)
}

impl<'a> Rest<'a> {
    fn new(polytope: &'a Polytope, seats: Vec<f64>) -> Self {
        let fixed = vec![None; polytope.classes()];
        let equal = vec![None; polytope.rows.len()];
        Self {
            polytope,
            seats,
            left: 1.0,
            fixed,
            equal,
        }
    }

    /// Finds the classes and conditions that have become equalities. Whether a class that panels must have is among them.
    fn settle(&mut self, activity: &[f64]) -> bool {
        let mut is_new = false;
        for class in 0..self.fixed.len() {
            if let Some(seats) = self.fixed[class] {
                self.seats[class] = seats * self.left;
                continue;
            }
            let top = self.polytope.seats[class];
            let seats = if self.seats[class] <= EQUAL {
                0.0
            } else if self.seats[class] >= top * self.left - EQUAL {
                is_new = true;
                top
            } else {
                continue;
            };
            self.fixed[class] = Some(seats);
            self.seats[class] = seats * self.left;
        }
        for (at, row) in self.polytope.rows.iter().enumerate() {
            for bound in [row.low, row.high] {
                if self.equal[at].is_none() && (activity[at] - bound * self.left).abs() <= EQUAL * (1.0 + bound) {
                    self.equal[at] = Some(bound);
                }
            }
        }
        is_new
    }

    /// The weight a panel can have, so that what is left still obeys every condition.
    fn share(&self, panel: &[u32], activity: &[f64], own: &[f64]) -> f64 {
        let left = self.left;
        let mut share: f64 = left;
        for class in (0..panel.len()).filter(|&class| self.fixed[class].is_none()) {
            let (count, top) = (f64::from(panel[class]), self.polytope.seats[class]);
            if count > 0.0 {
                share = share.min(self.seats[class] / count);
            }
            if count < top {
                share = share.min((left * top - self.seats[class]) / (top - count));
            }
        }
        for (at, row) in self.polytope.rows.iter().enumerate().filter(|(at, _)| self.equal[*at].is_none()) {
            if own[at] > row.low {
                share = share.min((activity[at] - left * row.low) / (own[at] - row.low));
            }
            if own[at] < row.high {
                share = share.min((left * row.high - activity[at]) / (row.high - own[at]));
            }
        }
        share
    }
}

fn along(entries: &[(usize, f64)], seats: &[f64]) -> f64 {
    entries.iter().map(|&(class, factor)| seats[class] * factor).sum()
}

fn along_panel(entries: &[(usize, f64)], panel: &[u32]) -> f64 {
    entries.iter().map(|&(class, factor)| f64::from(panel[class]) * factor).sum()
}
