//! The last bit: weights of panels with the least deviation from the wanted average, and new panels for as long as one would lessen it.

use super::Portfolio;
use super::several::{Search, Several};
use crate::fair::Watch;
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// Programmes spent on one more panel.
const NODES: u64 = 5000;

/// How the wanted average was met.
pub(crate) struct Met {
    pub(crate) portfolio: Portfolio,
    /// All panels that are known by now.
    pub(crate) panels: Vec<Vec<u32>>,
    /// Where the average cannot be met: no panel has more than `bound` for `Σ factor · seats`, and the wanted average has.
    pub(crate) cut: Option<(Vec<f64>, f64)>,
}

/// Panels of `start` and more, mixed so that the average is `seats`.
pub(crate) fn meet(
    polytope: &Polytope,
    several: &mut Several,
    seats: &[f64],
    start: Portfolio,
    tolerance: f64,
    watch: &mut dyn Watch,
) -> Met {
    let classes = polytope.classes();
    let mut bounds: Vec<(f64, f64)> = seats.iter().map(|&seats| (seats, seats)).collect();
    bounds.push((1.0, 1.0));
    let mut lp = Lp::new(&bounds);
    let mut panels: Vec<Vec<u32>> = start.panels.into_iter().map(|(panel, _)| panel).collect();
    let column = |panel: &[u32]| -> Vec<(usize, f64)> {
        let seats = panel
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(class, &count)| (class, f64::from(count)));
        seats.chain([(classes, 1.0)]).collect()
    };
    // Missing and surplus seats first, so that columns of panels can be added after them.
    lp.add_columns((0..classes).flat_map(|class| {
        let most = polytope.seats[class];
        [(0.0, most, 1.0, vec![(class, 1.0)]), (0.0, most, 1.0, vec![(class, -1.0)])]
    }));
    lp.add_columns(panels.iter().map(|panel| (0.0, 1.0, 0.0, column(panel))));
    lp.crash((0..panels.len()).map(|panel| 2 * classes + panel));
    let mut search = Search::new(polytope);
    let mut cut = None;
    loop {
        let end = lp.solve(1_000_000);
        assert!(end == End::Optimal, "{end:?}");
        let deviation = lp.objective();
        if deviation <= tolerance || watch.stop() {
            break;
        }
        // A row's price is what deviation is saved by one more wanted seat; a panel that has more of what is dear lessens the deviation.
        let worth: Vec<f64> = (0..classes).map(|class| lp.price(class)).collect();
        let base = lp.price(classes);
        for (class, &worth) in worth.iter().enumerate() {
            search.value(class, worth);
        }
        let beats = -base + 1e-7;
        let best = search.better(several, beats, NODES);
        let Some((panel, _)) = best.panel else {
            // Where the search was broken off, nothing is proven about panels that it did not come to.
            cut = (best.bound <= beats).then_some((worth, -base));
            break;
        };
        lp.add_column(0.0, 1.0, 0.0, column(&panel));
        panels.push(panel);
    }
    let weights = (0..panels.len()).map(|panel| lp.value(2 * classes + panel));
    let portfolio = Portfolio {
        panels: panels.iter().cloned().zip(weights).filter(|(_, weight)| *weight > 0.0).collect(),
    };
    Met { portfolio, panels, cut }
}
