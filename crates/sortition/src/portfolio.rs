//! Panels and weights whose average is a given average panel.

use crate::lp::{End, Lp};
use crate::polytope::Polytope;

pub(crate) struct Portfolio {
    pub(crate) panels: Vec<(Vec<u32>, f64)>,
    pub(crate) left: f64,
    pub(crate) nodes: u64,
    pub(crate) steps: u64,
    pub(crate) fractional: u64,
}

struct Walk<'a> {
    polytope: &'a Polytope,
    lp: Lp,
    nodes: u64,
    fractional: u64,
}

pub(crate) fn walk(polytope: &Polytope, seats: &[f64]) -> Portfolio {
    let classes = polytope.classes();
    let columns = polytope.columns();
    let mut lp = Lp::new(&polytope.row_bounds());
    lp.add_columns((0..classes).map(|class| (0.0, polytope.seats[class], 0.0, columns[class].clone())));
    let mut walk = Walk { polytope, lp, nodes: 0, fractional: 0 };
    let mut rest = seats.to_vec();
    let mut weight = 1.0;
    let mut panels = Vec::new();
    let eps = 1e-9;
    let mut fixed = vec![false; classes];
    let mut row_fixed = vec![None; polytope.rows.len()];
    while weight > 1e-9 {
        // The face of the rest.
        for class in 0..classes {
            let top = polytope.seats[class];
            if rest[class] <= eps * weight { rest[class] = 0.0; walk.lp.set_bounds(class, 0.0, 0.0); fixed[class] = true; }
            else if rest[class] >= top * weight - eps * weight { walk.lp.set_bounds(class, top, top); fixed[class] = true; }
            else { 
            walk.lp.set_cost(class, -(rest[class] / weight));
            }
        }
        let activity: Vec<f64> = polytope.rows.iter().map(|row| row.entries.iter().map(|&(class, factor)| rest[class] * factor).sum::<f64>()).collect();
        for (at, row) in polytope.rows.iter().enumerate() {
            if row_fixed[at].is_none() {
                if activity[at] <= row.low * weight + eps { row_fixed[at] = Some(row.low); walk.lp.set_row_bounds(at, row.low, row.low); }
                else if activity[at] >= row.high * weight - eps { row_fixed[at] = Some(row.high); walk.lp.set_row_bounds(at, row.high, row.high); }
            }
        }
        let Some(panel) = walk.integer(0) else { break };
        // How much weight it can take.
        let mut share = weight;
        for class in 0..classes {
            let c = f64::from(panel[class]);
            let top = polytope.seats[class];
            // rest - share c >= 0 ; rest - share c <= (weight - share) top
            if c > 0.0 { share = share.min(rest[class] / c); }
            if c < top { share = share.min((weight * top - rest[class]) / (top - c)); }
        }
        for (at, row) in polytope.rows.iter().enumerate() {
            let a: f64 = row.entries.iter().map(|&(class, factor)| f64::from(panel[class]) * factor).sum();
            // (act - share a) in (weight - share) [low, high]
            if row_fixed[at].is_some() { continue }
            if a > row.low { share = share.min((activity[at] - weight * row.low) / (a - row.low)); }
            if a < row.high { share = share.min((weight * row.high - activity[at]) / (row.high - a)); }
        }
        if share <= 0.0 { println!("no progress at {weight}"); break }
        for class in 0..classes { rest[class] -= share * f64::from(panel[class]); }
        weight -= share;
        panels.push((panel, share));
    }
    Portfolio { panels, left: weight, nodes: walk.nodes, steps: walk.lp.steps(), fractional: walk.fractional }
}

impl Walk<'_> {
    fn integer(&mut self, depth: usize) -> Option<Vec<u32>> {
        self.nodes += 1;
        if self.nodes % 100000 == 0 { println!("nodes {}", self.nodes); }
        if self.lp.solve(100_000) != End::Optimal { return None; }
        let classes = self.polytope.classes();
        let mut branch = None;
        let mut closest = 0.5 + 1e-6;
        for class in 0..classes {
            let value = self.lp.value(class);
            let away = (value - value.round()).abs();
            if away > 1e-6 && away < closest { closest = away; branch = Some((class, value)); }
        }
        let Some((class, value)) = branch else {
            return Some((0..classes).map(|class| self.lp.value(class).round() as u32).collect());
        };
        if depth == 0 { self.fractional += 1; }
        if depth > 300 { return None; }
        let before = self.lp.bounds(class);
        let first = value.round();
        let sides = if first > value { [(first, before.1), (before.0, first - 1.0)] } else { [(before.0, first), (first + 1.0, before.1)] };
        for (low, high) in sides {
            if low > high { continue }
            self.lp.set_bounds(class, low, high);
            let found = self.integer(depth + 1);
            self.lp.set_bounds(class, before.0, before.1);
            if found.is_some() { return found; }
        }
        None
    }
}
