//! The most mixed panel that can be found: from many whole panels, by exchanges of one seat, and of two where the quotas are so tight that
//! no single one is possible.
//!
//! The second seat of two is the one that mends most of what the first has broken, so that pairs are tried as fast as single seats. A pair,
//! and what then follows, stays if the panel is not worse: equally good panels lead on to others (iterated local search; H. Lourenço, O.
//! Martin and T. Stützle, 2003).

use super::composition::{Composition, SLIGHT};
use super::setting::Setting;
use crate::fair::Watch;
use crate::integer::Integer;
use crate::random::Stream;

/// Pairs that are tried in vain before the search begins anew.
const IN_VAIN: u32 = 150;
/// Exchanges that may be needed to mend what one has broken.
const MENDING: u32 = 3;
/// Programmes solved for one start.
const NODES: u64 = 300;

pub(super) struct Search<'s> {
    setting: &'s Setting,
    best: Composition<'s>,
    /// No panel has less excess.
    bound: f64,
}

impl<'s> Search<'s> {
    /// From a first panel.
    pub(super) fn new(setting: &'s Setting, first: &[u32], bound: f64) -> Self {
        Self {
            setting,
            best: Composition::new(setting, first),
            bound,
        }
    }

    /// Seats of each class.
    pub(super) fn best(&self) -> &[u32] {
        &self.best.seats
    }

    /// Calculated anew: what many exchanges have added up is not quite exact.
    pub(super) fn excess(&self) -> f64 {
        Composition::new(self.setting, &self.best.seats).excess
    }

    /// Starts so often, near an average panel that is good and further and further away.
    pub(super) fn go(&mut self, starts: u32, near: &[f64], stream: &mut Stream, watch: &mut dyn Watch) {
        let mut integer = Integer::new(&self.setting.polytope);
        for start in 0..starts {
            if self.is_proven() || watch.stop() {
                return;
            }
            watch.progress(f64::from(start) / f64::from(starts));
            let away = f64::from(start) / f64::from(starts);
            for (class, near) in near.iter().enumerate() {
                integer.value(class, near / self.setting.polytope.seats[class].max(1.0) + away * stream.fraction());
            }
            let begun = integer
                .good(NODES)
                .map_or_else(|| self.best.clone(), |seats| Composition::new(self.setting, &seats));
            self.climb(begun, stream, watch);
        }
    }

    fn is_proven(&self) -> bool {
        self.best.excess <= self.bound + SLIGHT
    }

    fn keep(&mut self, found: &Composition<'s>) {
        if found.excess < self.best.excess - SLIGHT {
            self.best = found.clone();
        }
    }

    fn climb(&mut self, mut now: Composition<'s>, stream: &mut Stream, watch: &mut dyn Watch) {
        descend(&mut now);
        self.keep(&now);
        let mut in_vain = 0;
        while in_vain < IN_VAIN && !self.is_proven() && !watch.stop() {
            in_vain += 1;
            let Some(next) = pair(&now, stream) else { continue };
            if next.excess < now.excess - SLIGHT {
                in_vain = 0;
            }
            if next.excess <= now.excess + SLIGHT {
                now = next;
                self.keep(&now);
            }
        }
    }
}

/// Makes exchanges for as long as one makes it better, class by class.
fn descend(now: &mut Composition<'_>) {
    let classes = now.seats.len();
    let (mut class, mut in_vain) = (0, 0);
    while in_vain < classes {
        in_vain += 1;
        if now.seats[class] > 0
            && let Some(exchange) = now.best_exchange(class, None)
        {
            now.make(exchange);
            in_vain = 0;
        }
        class = (class + 1) % classes;
    }
}

/// A seat exchanged at random, another that mends it, and what then makes it better. `None`: it could not be mended.
fn pair<'s>(now: &Composition<'s>, stream: &mut Stream) -> Option<Composition<'s>> {
    let seated: Vec<usize> = now.seated().collect();
    if seated.is_empty() {
        return None;
    }
    let from = seated[stream.place(seated.len())];
    let places: Vec<usize> = (0..now.seats.len()).filter(|&to| now.has_place(from, to)).collect();
    if places.is_empty() {
        return None;
    }
    let to = places[stream.place(places.len())];
    let mut next = now.clone();
    next.make(next.exchange(from, to));
    for _ in 0..MENDING {
        if next.breaches == 0 {
            break;
        }
        // What was just given is not taken back.
        let classes = next.seated().filter(|&class| class != to);
        let mend = classes.fold(None, |best, class| next.best_exchange(class, best));
        next.make(mend?);
    }
    if next.breaches > 0 {
        return None;
    }
    descend(&mut next);
    Some(next)
}
