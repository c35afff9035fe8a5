//! The last bit: weights of panels with the least deviation from the wanted average, and new panels for as long as one would lessen it.

use super::several::{Search, Several};
use super::{Composition, Portfolio};
use crate::fair::Watch;
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// Programmes spent on one more panel.
const NODES: u64 = 50_000;

/// A panel must be worth so much more than those that are known, to be worth knowing.
const NEARLY: f64 = 1e-7;

/// Factors of an inequality are looked for among fractions with denominators up to this.
const DENOMINATORS: u32 = 24;

/// How the wanted average was met.
pub(crate) struct Met {
    pub(crate) portfolio: Portfolio,
    /// All panels that are known by now.
    pub(crate) panels: Vec<Composition>,
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
    let mut search = Search::new(polytope);
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
            search.value(class, worth);
        }
        // The wanted average is worth as much more than `-base` as it deviates, and an inequality that it breaks by most of that leads on.
        let beats = -base + NEARLY.min(deviation / 4.0);
        let best = search.better(several, beats, NODES, watch);
        let found = best.panel.map(|(panel, _)| Composition::of(&panel));
        let Some(panel) = found.filter(|panel| !panels.contains(panel)) else {
            // No panel is worth more. Where the search was broken off, nothing is proven about panels that it did not come to.
            let is_proven = best.bound <= beats;
            cut = is_proven.then(|| in_whole_numbers(&mut search, several, seats, &worth, beats, watch).unwrap_or((worth, beats)));
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

/// The same inequality with whole factors, where it has any: prices are fractions but for rounding, and whole panels in whole numbers leave no room for doubt.
fn in_whole_numbers(
    search: &mut Search,
    several: &mut Several,
    seats: &[f64],
    worth: &[f64],
    bound: f64,
    watch: &mut dyn Watch,
) -> Option<(Vec<f64>, f64)> {
    let most = worth.iter().fold(0.0_f64, |most, worth| most.max(worth.abs()));
    let is_whole = |factor: &f64| (factor - factor.round()).abs() < 1e-5;
    let (scale, factors) = (1..=DENOMINATORS).find_map(|denominator| {
        let scale = f64::from(denominator) / most;
        let factors: Vec<f64> = worth.iter().map(|worth| worth * scale).collect();
        factors
            .iter()
            .all(is_whole)
            .then(|| (scale, factors.iter().map(|factor| factor.round()).collect::<Vec<f64>>()))
    })?;
    for (class, &factor) in factors.iter().enumerate() {
        search.value(class, factor);
    }
    let bound = (bound * scale + 1e-3).floor();
    let best = search.better(several, bound + 0.5, NODES, watch);
    let is_broken = factors.iter().zip(seats).map(|(factor, seats)| factor * seats).sum::<f64>() > bound + 1e-9;
    (is_broken && best.panel.is_none() && best.bound <= bound + 0.5).then_some((factors, bound))
}
