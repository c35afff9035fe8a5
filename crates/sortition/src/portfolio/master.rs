//! The last bit: weights of panels with the least deviation from the wanted average, and new panels for as long as one would lessen it.

use super::{Composition, Portfolio};
use crate::fair::Watch;
use crate::integer::{Integer, NOTHING};
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// A panel that lessens the deviation by less for each part of weight is as good as none. The inequality that follows is off by as much, which must be far less than the
/// deviation that is tolerated: else the next aim misses the panels again, and so on.
const GAIN: f64 = 1e-9;

/// By which numbers factors are multiplied to make them whole.
const MULTIPLES: u32 = 60;
/// What rounding may add to the worth of a panel.
const ROUNDING: f64 = 1e-6;
/// Programmes spent on the question whether there is one more panel that helps.
const NODES: u64 = 50_000;

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
        let beats = -base + GAIN;
        let mut best = integer.better(beats, NODES, watch);
        let mut found = best.panel.take().map(|(panel, _)| Composition::of(&panel));
        if found.as_ref().is_some_and(|panel| panels.contains(panel)) {
            // Worth a little more than it should be, by rounding: then the best counts.
            best = integer.best(beats, NODES, watch);
            found = best.panel.take().map(|(panel, _)| Composition::of(&panel));
        }
        let Some(panel) = found.filter(|panel| !panels.contains(panel)) else {
            cut = in_whole_numbers(&worth, -base, &mut integer, watch).or_else(|| {
                // No panel is worth more, if the search was not broken off, but for what the search itself takes for nothing.
                let bound = best.bound + NOTHING * (1.0 + base.abs());
                (bound <= beats + ROUNDING).then_some((worth, bound))
            });
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

/// An inequality of panels mostly has small whole factors, of which rounding has left a blurred picture. With them it is exact, if it holds.
fn in_whole_numbers(worth: &[f64], bound: f64, integer: &mut Integer, watch: &mut dyn Watch) -> Option<(Vec<f64>, f64)> {
    let is_whole = |number: &f64| (number - number.round()).abs() < ROUNDING;
    let times = (1..=MULTIPLES)
        .map(f64::from)
        .find(|times| worth.iter().chain([&bound]).all(|number| is_whole(&(number * times))))?;
    let whole: Vec<f64> = worth.iter().map(|worth| (worth * times).round()).collect();
    let bound = (bound * times).round();
    for (class, &worth) in whole.iter().enumerate() {
        integer.value(class, worth);
    }
    // Whole numbers above the bound are above it by one.
    let more = integer.better(bound + 0.5, NODES, watch);
    (more.panel.is_none() && more.bound < bound + 0.75).then_some((whole, bound))
}
