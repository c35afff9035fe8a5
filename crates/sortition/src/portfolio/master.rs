//! The last bit: weights of panels with the least deviation from the wanted average, and new panels for as long as one would lessen it.

use super::{Composition, Portfolio};
use crate::fair::Watch;
use crate::integer::{Integer, NOTHING};
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// A panel that lessens the deviation by less for each part of weight is as good as none. The inequality that follows is off by as much, which must be far less than the
/// deviation that is tolerated: else the next aim misses the panels again, and so on.
const GAIN: f64 = 1e-9;

/// How the wanted average was met.
pub(crate) struct Met {
    pub(crate) portfolio: Portfolio,
    /// All panels that are known by now.
    pub(crate) panels: Vec<Composition>,
    /// Where the average cannot be met: no panel has more than `bound` for `Σ factor · seats`, and the wanted average has.
    pub(crate) cut: Option<(Vec<f64>, f64)>,
}

/// Panels of `start` and more, mixed so that the average is `seats`.
pub(crate) fn meet(polytope: &Polytope, seats: &[f64], start: Portfolio, tolerance: f64, watch: &mut dyn Watch) -> Met {
    let classes = polytope.classes();
    let mut bounds: Vec<(f64, f64)> = seats.iter().map(|&seats| (seats, seats)).collect();
    bounds.push((1.0, 1.0));
    let mut lp = Lp::new(&bounds);
    let (mut panels, mut weights): (Vec<Composition>, Vec<f64>) = start.panels.into_iter().unzip();
    let column = |panel: &Composition| -> Vec<(usize, f64)> {
        let seats = panel.seats().map(|(class, seats)| (class, f64::from(seats)));
        seats.chain([(classes, 1.0)]).collect()
    };
    // Missing and surplus seats first, so that columns of panels can be added after them.
    lp.add_columns((0..classes).flat_map(|class| {
        let most = polytope.seats[class];
        [(0.0, most, 1.0, vec![(class, 1.0)]), (0.0, most, 1.0, vec![(class, -1.0)])]
    }));
    lp.add_columns(panels.iter().map(|panel| (0.0, 1.0, 0.0, column(panel))));
    lp.crash((0..panels.len()).map(|panel| 2 * classes + panel));
    let mut integer = Integer::new(polytope);
    let mut cut = None;
    loop {
        // Stopped, or with rounding in the way, what was known before stays.
        if lp.solve(1_000_000, watch) != End::Optimal {
            break;
        }
        weights = (0..panels.len()).map(|panel| lp.value(2 * classes + panel)).collect();
        let deviation = lp.objective();
        if deviation <= tolerance || watch.stop() {
            break;
        }
        // A row's price is what deviation is saved by one more wanted seat; a panel that has more of what is dear lessens the deviation.
        let worth: Vec<f64> = (0..classes).map(|class| lp.price(class)).collect();
        let base = lp.price(classes);
        for (class, &worth) in worth.iter().enumerate() {
            integer.value(class, worth);
        }
        let best = integer.better(-base + GAIN, 5000, watch);
        let found = best.panel.map(|(panel, value)| (Composition::of(&panel), value));
        let Some((panel, _)) = found.filter(|(panel, _)| !panels.contains(panel)) else {
            // No panel is worth more, if the search was not broken off, but for what the search itself takes for nothing.
            let bound = -base + GAIN + NOTHING * (1.0 + base.abs());
            cut = (best.bound <= bound).then_some((worth, bound));
            break;
        };
        lp.add_column(0.0, 1.0, 0.0, column(&panel));
        panels.push(panel);
    }
    // Panels that came after the last solution have no weight.
    let weighted = panels.iter().cloned().zip(weights).filter(|(_, weight)| *weight > 0.0);
    let portfolio = Portfolio {
        panels: weighted.collect(),
    };
    Met { portfolio, panels, cut }
}
