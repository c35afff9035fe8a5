//! The primal simplex method, for what is left to do when a basis is primal feasible and its costs have changed.

use super::{End, Lp, OPTIMAL, PIVOT, Place};
use crate::fair::Watch;

/// After so many steps, and more for a large kernel, circles are suspected.
const LONG: u64 = 300;

impl Lp {
    /// Goes on until `last` steps were made in all.
    pub(super) fn primal(&mut self, last: u64, watch: &mut dyn Watch) -> End {
        let n = self.rows;
        let mut ask = self.steps + self.patience();
        let began = self.steps;
        loop {
            if self.steps >= ask {
                ask = self.steps + self.patience();
                if watch.stop() {
                    return End::Stopped;
                }
            }
            if self.steps >= last {
                return End::Stopped;
            }
            // R. Bland's rule never goes in circles, and takes its time.
            let is_long = self.steps - began > LONG + 10 * self.kernel.len() as u64;
            let entering = if is_long { self.first_gaining() } else { self.most_gaining() };
            let Some(entering) = entering else {
                return End::Optimal;
            };
            let rises = self.place[entering] == Place::Lower;
            let direction = if rises { 1.0 } else { -1.0 };
            let column = self.in_basis(entering);
            let mut length = self.upper[entering] - self.lower[entering];
            let mut stop: Option<(usize, Place)> = None;
            for position in 0..n {
                let change = -direction * column[position];
                if change.abs() < PIVOT {
                    continue;
                }
                let variable = self.basis[position] as usize;
                let (room, to) = if change > 0.0 {
                    (self.upper[variable] - self.basic[position], Place::Upper)
                } else {
                    (self.basic[position] - self.lower[variable], Place::Lower)
                };
                let reach = room.max(0.0) / change.abs();
                let better = match stop {
                    Some((before, _)) if is_long && (reach - length).abs() <= 1e-12 => self.basis[position] < self.basis[before],
                    Some((before, _)) if (reach - length).abs() <= 1e-12 => column[position].abs() > column[before].abs(),
                    _ => reach < length,
                };
                if better {
                    length = reach;
                    stop = Some((position, to));
                }
            }
            let start = self.value(entering);
            for position in 0..n {
                self.basic[position] -= direction * length * column[position];
            }
            match stop {
                None => {
                    self.place[entering] = if rises { Place::Upper } else { Place::Lower };
                    self.steps += 1;
                }
                Some((position, to)) => {
                    self.basic[position] = start + direction * length;
                    let row = self.inverse_row(position);
                    self.replace(position, entering, &column, &row, to);
                    self.weight.fill(1.0);
                    if !self.refresh() {
                        self.reduced_costs();
                    }
                }
            }
        }
    }

    /// The column outside the basis that improves the objective most.
    fn most_gaining(&self) -> Option<usize> {
        let mut best = None;
        let mut most = OPTIMAL;
        for &variable in &self.movable {
            let variable = variable as usize;
            let gain = self.gain(variable);
            if gain > most {
                most = gain;
                best = Some(variable);
            }
        }
        best
    }

    fn first_gaining(&self) -> Option<usize> {
        let mut movable = self.movable.iter().map(|&variable| variable as usize);
        movable.find(|&variable| self.gain(variable) > OPTIMAL)
    }

    /// What moving away from its bound improves.
    fn gain(&self, variable: usize) -> f64 {
        match self.place[variable] {
            Place::Basic(_) => 0.0,
            Place::Lower => -self.reduced[variable],
            Place::Upper => self.reduced[variable],
        }
    }
}
