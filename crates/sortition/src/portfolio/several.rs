//! Several panels at once: all their members together, dealt into panels that each obey the quotas.
//!
//! Everything else is calculated for the members of all panels together, as if they were one large panel with quotas as many times as large. That is fewer numbers, and
//! panels of one kind are interchangeable anyway. But not every large panel can be dealt. Two people who differ in all of three features are a panel with one of either
//! value; four people who differ pairwise in two of them have two of either value, and no two of them are a panel. So each large panel is dealt before it
//! counts. The seats of one panel are taken away such that what is left could still be so many times the average of the others; for two panels that decides the question.
//! Where it fails for more, and where panels are looked for that can be dealt, the seats of every panel become columns of their own beside those of all together.

use std::collections::BTreeMap;

use crate::integer::{Best, Integer};
use crate::model::{Classes, Problem};
use crate::polytope::{Polytope, Row};

/// Programmes spent on taking one panel away.
const TAKEN: u64 = 400;
/// A programme with every panel's seats counts as so many.
const APART: u64 = 5;
/// How often panels are taken away in another way, where the first leaves what cannot be dealt.
const ATTEMPTS: u32 = 20;
/// Programmes spent on dealing all panels at once.
const DEALT: u64 = 500;

/// The panels that are drawn at once.
pub(crate) struct Several {
    /// How many.
    panels: usize,
    /// The conditions on each: size and quotas. Households are kept apart over all panels together.
    one: Polytope,
    /// Looks for one panel.
    integer: Integer,
    /// Seats of all panels together, and of each; none where they cannot be dealt or it was not found out how.
    known: BTreeMap<Vec<u32>, Option<Vec<Vec<u32>>>>,
}

impl Several {
    pub(crate) fn of(problem: &Problem, classes: &Classes) -> Self {
        let mut one = classes.together(problem, 1);
        one.rows.truncate(1 + problem.quotas.values().count());
        let size = one.rows[0].high;
        one.seats = one.people.iter().map(|people| people.min(size)).collect();
        Self {
            panels: problem.parallel as usize,
            integer: Integer::new(&one),
            one,
            known: BTreeMap::new(),
        }
    }

    /// The conditions with the seats of each panel as columns after those of all together. The given rows and columns keep their numbers. One panel is as it was.
    pub(crate) fn apart(&self, polytope: &Polytope) -> Polytope {
        let mut apart = polytope.clone();
        if self.panels < 2 {
            return apart;
        }
        let classes = polytope.classes();
        let column = |panel: usize, class: usize| classes * (1 + panel) + class;
        for _ in 0..self.panels {
            apart.people.extend(&self.one.people);
            apart.seats.extend(&self.one.seats);
        }
        apart.rows.extend((0..classes).map(|class| {
            Row {
                low: 0.0,
                high: 0.0,
                entries: std::iter::once((class, 1.0))
                    .chain((0..self.panels).map(|panel| (column(panel, class), -1.0)))
                    .collect(),
            }
        }));
        for panel in 0..self.panels {
            apart.rows.extend(self.one.rows.iter().map(|row| Row {
                entries: row.entries.iter().map(|&(class, factor)| (column(panel, class), factor)).collect(),
                ..*row
            }));
        }
        // Of all orders of the same panels one is enough: by the seats of the largest class.
        let largest = (0..classes)
            .rev()
            .max_by(|&one, &other| self.one.seats[one].total_cmp(&self.one.seats[other]));
        if let Some(largest) = largest {
            apart.rows.extend((1..self.panels).map(|panel| Row {
                low: 0.0,
                high: self.one.seats[largest],
                entries: vec![(column(panel - 1, largest), 1.0), (column(panel, largest), -1.0)],
            }));
        }
        apart
    }

    /// What a search under the conditions that are [`apart`](Self::apart) finds, as the seats of all panels together. How they are dealt is kept.
    pub(crate) fn better(&mut self, search: &mut Integer, beats: f64, nodes: u64) -> Best {
        let mut found = search.better(beats, nodes);
        if self.panels > 1
            && let Some((together, _)) = &mut found.panel
        {
            let apart = together.split_off(self.one.classes());
            let panels = apart.chunks(self.one.classes()).map(<[u32]>::to_vec).collect();
            self.known.insert(together.clone(), Some(panels));
        }
        found
    }

    /// Seats of all panels together that can be dealt, where any that the search comes to will do. Other attempts prefer other seats. A class with seats to choose is worth
    /// `worth`.
    pub(crate) fn good(&mut self, search: &mut Integer, nodes: u64, worth: impl Fn(usize) -> f64) -> Option<Vec<u32>> {
        let mut preferred = 0.0;
        for _ in 0..ATTEMPTS {
            let panel = search.good(nodes)?;
            if self.deal(&panel).is_some() {
                return Some(panel);
            }
            for class in 0..panel.len() {
                preferred = next(preferred);
                let (low, high) = search.lp.bounds(class);
                if low < high {
                    search.value(class, worth(class) + preferred);
                }
            }
        }
        None
    }

    /// The seats of each panel; for one panel there is nothing to deal. `None`: they cannot be dealt, or it was not found out how.
    pub(crate) fn deal(&mut self, together: &[u32]) -> Option<Vec<Vec<u32>>> {
        if self.panels < 2 {
            return Some(Vec::new());
        }
        if let Some(known) = self.known.get(together) {
            return known.clone();
        }
        // Taking one of two away is all that can be done.
        let attempts = if self.panels > 2 { ATTEMPTS } else { 1 };
        let panels = (0..attempts)
            .find_map(|attempt| self.take_away(together, attempt))
            .or_else(|| self.all_at_once(together));
        self.known.insert(together.to_vec(), panels.clone());
        panels
    }

    /// One panel after another, as near to the average of what is left as it goes; other attempts prefer other seats, in the golden ratio's even sequence.
    fn take_away(&mut self, together: &[u32], attempt: u32) -> Option<Vec<Vec<u32>>> {
        let mut preferred = (f64::from(attempt) * 0.1).fract();
        let mut rest: Vec<f64> = together.iter().copied().map(f64::from).collect();
        let mut panels = Vec::with_capacity(self.panels);
        for left in (1..=self.panels).rev().map(count) {
            let others = left - 1.0;
            for (class, &rest) in rest.iter().enumerate() {
                let most = self.one.seats[class];
                self.integer.lp.set_bounds(class, (rest - others * most).max(0.0), rest.min(most));
                preferred = next(preferred);
                let other = if attempt > 0 { preferred } else { 0.0 };
                self.integer.value(class, (rest / left).fract() + other);
            }
            for (at, row) in self.one.rows.iter().enumerate() {
                let all: f64 = row.entries.iter().map(|&(class, factor)| rest[class] * factor).sum();
                let low = row.low.max(all - others * row.high);
                let high = row.high.min(all - others * row.low);
                if low > high {
                    return None;
                }
                self.integer.lp.set_row_bounds(at, low, high);
            }
            let panel = self.integer.good(TAKEN)?;
            for (rest, &seats) in rest.iter_mut().zip(&panel) {
                *rest -= f64::from(seats);
            }
            panels.push(panel);
        }
        Some(panels)
    }

    /// All panels in one search, over the classes that have a seat.
    fn all_at_once(&self, together: &[u32]) -> Option<Vec<Vec<u32>>> {
        let seated: Vec<usize> = (0..together.len()).filter(|&class| together[class] > 0).collect();
        let column = |panel: usize, at: usize| panel * seated.len() + at;
        let mut dealt = Polytope {
            people: Vec::new(),
            seats: Vec::new(),
            rows: Vec::new(),
        };
        for (at, &class) in seated.iter().enumerate() {
            let all = f64::from(together[class]);
            dealt.rows.push(Row {
                low: all,
                high: all,
                entries: (0..self.panels).map(|panel| (column(panel, at), 1.0)).collect(),
            });
        }
        for panel in 0..self.panels {
            let most = seated.iter().map(|&class| self.one.seats[class].min(f64::from(together[class])));
            dealt.seats.extend(most);
            let placed = |&(class, factor): &(usize, f64)| seated.binary_search(&class).ok().map(|at| (column(panel, at), factor));
            dealt.rows.extend(self.one.rows.iter().map(|row| Row {
                entries: row.entries.iter().filter_map(placed).collect(),
                ..*row
            }));
        }
        dealt.people.clone_from(&dealt.seats);
        let found = Integer::new(&dealt).good(DEALT)?;
        let panel = |seats: &[u32]| {
            let mut panel = vec![0; together.len()];
            for (&class, &seats) in seated.iter().zip(seats) {
                panel[class] = seats;
            }
            panel
        };
        Some(
            (0..self.panels)
                .map(|number| panel(&found[column(number, 0)..column(number, seated.len())]))
                .collect(),
        )
    }
}

/// A search for panels that can be dealt: first for seats of all together that perhaps can, and only where they cannot with every panel's seats in sight, which takes much
/// longer.
pub(crate) struct Search {
    polytope: Polytope,
    together: Integer,
    apart: Option<Integer>,
    worth: Vec<f64>,
}

impl Search {
    pub(crate) fn new(polytope: &Polytope) -> Self {
        Self {
            together: Integer::new(polytope),
            apart: None,
            worth: vec![0.0; polytope.classes()],
            polytope: polytope.clone(),
        }
    }

    /// What a seat in the class is worth.
    pub(crate) fn value(&mut self, class: usize, worth: f64) {
        self.together.value(class, worth);
        self.worth[class] = worth;
    }

    /// Seats of all panels together that can be dealt and are worth more than `beats`, if there are any.
    pub(crate) fn better(&mut self, several: &mut Several, beats: f64, nodes: u64) -> Best {
        let found = self.together.better(beats, nodes);
        match &found.panel {
            Some((panel, _)) if several.deal(panel).is_none() => {}
            _ => return found,
        }
        let polytope = &self.polytope;
        let apart = self.apart.get_or_insert_with(|| Integer::new(&several.apart(polytope)));
        for (class, &worth) in self.worth.iter().enumerate() {
            apart.value(class, worth);
        }
        several.better(apart, beats, nodes.div_ceil(APART))
    }
}

/// The golden ratio's multiples fill the space from 0 to 1 evenly.
fn next(preferred: f64) -> f64 {
    (preferred + 0.618_033_988_749_894_9).fract()
}

#[expect(clippy::cast_precision_loss, reason = "panels are few")]
fn count(panels: usize) -> f64 {
    panels as f64
}
