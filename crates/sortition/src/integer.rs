//! Whole panels: the best composition in whole seats, found by fixing seats one class after another and proven by the bounds of what is left open.

use crate::fair::Watch;
use crate::lp::{End, Lp};
use crate::polytope::Polytope;

/// Whether to stop is asked after so many programmes.
const ASK: u64 = 10;
/// A panel that is worth more by less than this, absolutely and as a part of its worth, is not.
pub(crate) const NOTHING: f64 = 1e-9;
/// A seat is whole to within this.
const WHOLE: f64 = 1e-6;

/// The search for whole panels. Keeps its programme between searches, because the next one is usually a small change away.
pub(crate) struct Integer {
    pub(crate) lp: Lp,
    classes: usize,
    pub(crate) nodes: u64,
}

/// What a search found.
pub(crate) struct Best {
    /// The best whole panel and its value.
    pub(crate) panel: Option<(Vec<u32>, f64)>,
    /// No whole panel has a higher value than this. Minus infinity: there is no panel.
    pub(crate) bound: f64,
}

struct Search<'w> {
    watch: &'w mut dyn Watch,
    best: Option<(Vec<u32>, f64)>,
    /// Of nodes that were left open.
    open: f64,
    nodes: u64,
    /// Values must beat this to matter.
    beats: f64,
    /// Any panel above `beats` will do.
    first: bool,
}

impl Integer {
    pub(crate) fn new(polytope: &Polytope) -> Self {
        let columns = polytope.columns();
        let mut lp = Lp::new(&polytope.row_bounds());
        lp.add_columns(
            columns
                .into_iter()
                .enumerate()
                .map(|(class, column)| (0.0, polytope.seats[class], 0.0, column)),
        );
        Self {
            lp,
            classes: polytope.classes(),
            nodes: 0,
        }
    }

    /// What a seat in the class is worth.
    pub(crate) fn value(&mut self, class: usize, worth: f64) {
        self.lp.set_cost(class, -worth);
    }

    /// Some whole panel that is worth much: the first one that is found. At most `nodes` programmes are solved.
    pub(crate) fn good(&mut self, nodes: u64, watch: &mut dyn Watch) -> Option<Vec<u32>> {
        self.search(f64::NEG_INFINITY, true, nodes, watch).panel.map(|(panel, _)| panel)
    }

    /// Some whole panel that is worth more than `beats`, if there is one.
    pub(crate) fn better(&mut self, beats: f64, nodes: u64, watch: &mut dyn Watch) -> Best {
        self.search(beats, true, nodes, watch)
    }

    /// The whole panel that is worth most, if it is worth more than `beats`.
    pub(crate) fn best(&mut self, beats: f64, nodes: u64, watch: &mut dyn Watch) -> Best {
        self.search(beats, false, nodes, watch)
    }

    fn search(&mut self, beats: f64, first: bool, nodes: u64, watch: &mut dyn Watch) -> Best {
        let mut search = Search {
            watch,
            best: None,
            open: f64::NEG_INFINITY,
            nodes,
            beats,
            first,
        };
        self.node(&mut search, f64::INFINITY);
        let bound = search.best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value).max(search.open);
        // What was cut off may be worth as much as `beats`.
        Best {
            bound: if first && search.best.is_some() {
                f64::INFINITY
            } else {
                bound.max(beats)
            },
            panel: search.best,
        }
    }

    /// Looks below a node, where nothing is worth more than `bound`.
    fn node(&mut self, search: &mut Search<'_>, bound: f64) {
        self.nodes += 1;
        if search.nodes.is_multiple_of(ASK) && search.watch.stop() {
            search.nodes = 0;
        }
        if search.nodes == 0 {
            search.open = search.open.max(bound);
            return;
        }
        let value = match self.lp.solve(50_000, search.watch) {
            End::Infeasible => return,
            End::Stopped => {
                search.open = search.open.max(bound);
                return;
            }
            End::Optimal => -self.lp.objective(),
        };
        search.nodes -= 1;
        if value <= search.beats + NOTHING * (1.0 + search.beats.abs()) {
            return;
        }
        let Some((class, at)) = self.nearest_to_whole() else {
            let panel: Vec<u32> = (0..self.classes).map(|class| whole(self.lp.value(class))).collect();
            let worth = self.worth(&panel);
            if worth > search.beats {
                search.beats = worth;
                search.best = Some((panel, worth));
            } else {
                // Whole but for rounding, and the little that was rounded off is all that it was worth more.
                search.open = search.open.max(value);
            }
            return;
        };
        let (low, high) = self.lp.bounds(class);
        let (down, up) = ((low, at.floor()), (at.ceil(), high));
        // One more seat decides something; one seat less is soon made up by another class.
        let sides = [up, down];
        for (low, high) in sides {
            self.lp.set_bounds(class, low, high);
            self.node(search, value);
            if search.first && search.best.is_some() {
                break;
            }
        }
        self.lp.set_bounds(class, low, high);
    }

    /// What a panel is worth.
    fn worth(&self, panel: &[u32]) -> f64 {
        let seats = panel.iter().enumerate().filter(|(_, seats)| **seats > 0);
        seats.map(|(class, &seats)| -self.lp.cost(class) * f64::from(seats)).sum()
    }

    /// The class whose seats are nearest to the next whole number among those that are not whole.
    fn nearest_to_whole(&self) -> Option<(usize, f64)> {
        let mut found = None;
        let mut most = 0.0;
        for class in 0..self.classes {
            if !self.lp.is_basic(class) {
                continue;
            }
            let value = self.lp.value(class);
            let part = value - value.floor();
            if part > most && (value - value.round()).abs() > WHOLE {
                most = part;
                found = Some((class, value));
            }
        }
        found
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seats are small whole numbers")]
fn whole(value: f64) -> u32 {
    value.round().max(0.0) as u32
}
