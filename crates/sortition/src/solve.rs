//! x
use crate::chances::leximin::{leximin, Leximin};
use crate::polytope::{Polytope, Row};
use crate::portfolio::{Portfolio, master, walk};

pub(crate) struct Solved { pub(crate) polytope: Polytope, pub(crate) aim: Leximin, pub(crate) portfolio: Portfolio, pub(crate) deviation: f64, pub(crate) cuts: usize, pub(crate) rounds: usize }

pub(crate) fn solve(polytope: &Polytope) -> Option<Solved> {
    let mut polytope = polytope.clone();
    let mut cuts = 0;
    let mut rounds = 0;
    let mut known = Portfolio::default();
    loop {
        let aim = leximin(&polytope)?;
        let seats = aim.seats(&polytope);
        let (mut found, left) = walk::walk(&polytope, &seats);
        found.panels.extend(known.panels.iter().cloned());
        let met = master::meet(&polytope, &seats, &found, 1e-7 * polytope.rows[0].high.min(30.0));
        let _ = left;
        rounds += met.rounds;
        known.panels = found.panels;
        known.panels.extend(met.portfolio.panels.iter().cloned());
        known.panels.sort_by(|a,b| a.0.cmp(&b.0)); known.panels.dedup_by(|a,b| a.0==b.0);
        match met.cut {
            Some((worth, bound)) if cuts < 300 => {
                cuts += 1;
                let scale = worth.iter().fold(0.0f64, |a, b| a.max(b.abs()));
                let entries: Vec<(usize, f64)> = worth.iter().enumerate().filter(|(_, w)| w.abs() > 1e-9 * scale).map(|(c, w)| (c, w / scale)).collect();
                let low: f64 = entries.iter().map(|&(c, w)| w.min(0.0) * polytope.seats[c]).sum::<f64>() - 1.0;
                if cuts < 40 || cuts % 50 == 0 { println!("   cut {cuts}: {} entries, deviation {:e}, bound {}, first level {}, left {left:e}", entries.len(), met.deviation, bound / scale, aim.levels.iter().find(|l| l.chance > 1e-9).map_or(0.0, |l| l.chance)); }
                polytope.rows.push(Row { low, high: bound / scale, entries });
            }
            _ => return Some(Solved { polytope, aim, portfolio: met.portfolio, deviation: met.deviation, cuts, rounds }),
        }
    }
}
