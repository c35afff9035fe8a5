//! From seats to people: who of a class sits on which panel, so that all of a class have exactly the same chance.
//!
//! Think of a panel's probability as time: the panel is in session that long, and each of its `c` seats for a class is a machine that runs that long. Every person of the
//! class is a job of the same length, their chance, and cannot be on two machines at once. With the panels in the order of falling `c`, machine `l` runs from 0 until
//! some time `T_l` without a gap, and such jobs always fit: the longest machine that is shorter than the job takes its first part, the shortest one that is long enough takes
//! the rest at its end (G. Schmidt, *Scheduling on semi-identical processors*, Zeitschrift für Operations Research 28, 1984). Each person changes machines at most
//! once and panels are cut only where people change, so there are at most as many more panels as people. People who share households are seated by [`homes`].

use super::{Composition, Portfolio, homes};
use crate::model::Classes;

/// Cuts closer than this are one.
pub(super) const SAME: f64 = 1e-12;

/// No more than rounding adds up to.
const MOMENT: f64 = 1e-9;

/// People who are drawn together.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Numbers in the pool, ascending.
    pub members: Vec<usize>,
    /// How likely this panel is.
    pub probability: f64,
}

/// Somebody's seat on a panel for part of its time.
pub(super) struct Sitting {
    pub(super) panel: usize,
    pub(super) person: usize,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The panels with people on them.
pub(crate) fn deal(classes: &Classes, portfolio: &Portfolio) -> Vec<Panel> {
    let mut sittings: Vec<Vec<Sitting>> = portfolio.panels.iter().map(|_| Vec::new()).collect();
    let mut of_class: Vec<homes::Order> = vec![Vec::new(); classes.classes.len()];
    for (panel, (composition, weight)) in portfolio.panels.iter().enumerate() {
        for (class, seats) in composition.seats() {
            of_class[class].push((panel, seats, *weight));
        }
    }
    let mut kinds: Vec<Vec<usize>> = vec![Vec::new(); classes.signatures.len()];
    for (number, class) in classes.classes.iter().enumerate() {
        match class.signature {
            Some(signature) => kinds[signature].push(number),
            None => {
                for sitting in sit(&class.people, std::mem::take(&mut of_class[number])) {
                    sittings[sitting.panel].push(sitting);
                }
            }
        }
    }
    for (signature, kinds) in kinds.iter().enumerate() {
        for sitting in homes::sit(classes, signature, kinds, &of_class) {
            sittings[sitting.panel].push(sitting);
        }
    }
    let mut panels = Vec::new();
    for ((composition, weight), sittings) in portfolio.panels.iter().zip(sittings) {
        let mut cuts: Vec<f64> = sittings
            .iter()
            .flat_map(|sitting| [sitting.from, sitting.to])
            .chain([0.0, *weight])
            .collect();
        cuts.sort_by(f64::total_cmp);
        cuts.dedup_by(|later, earlier| *later - *earlier < SAME);
        for pair in cuts.windows(2) {
            let middle = f64::midpoint(pair[0], pair[1]);
            let mut members: Vec<usize> = sittings
                .iter()
                .filter(|sitting| sitting.from < middle && middle < sitting.to)
                .map(|sitting| sitting.person)
                .collect();
            members.sort_unstable();
            // In the moment when people change seats, rounding may leave a seat empty.
            if pair[1] - pair[0] < MOMENT && !is_seated(classes, composition, &members) {
                continue;
            }
            panels.push(Panel {
                members,
                probability: pair[1] - pair[0],
            });
        }
    }
    let all: f64 = panels.iter().map(|panel| panel.probability).sum();
    for panel in &mut panels {
        panel.probability /= all;
    }
    panels
}

/// A machine: a seat that runs without a gap from the start.
struct Seat {
    until: f64,
}

/// Whether every seat is taken, by different people.
fn is_seated(classes: &Classes, composition: &Composition, members: &[usize]) -> bool {
    let mut taken: Vec<usize> = members.iter().filter_map(|&member| classes.of[member]).collect();
    taken.sort_unstable();
    let seats = composition.seats().flat_map(|(class, seats)| (0..seats).map(move |_| class));
    taken.into_iter().eq(seats) && members.is_sorted_by(|one, other| one < other)
}

/// Seats for the people of a class, who share no households.
fn sit(people: &[usize], mut order: homes::Order) -> Vec<Sitting> {
    // Those with most first.
    order.sort_by_key(|&(_, seats, _)| std::cmp::Reverse(seats));
    let mut starts = Vec::with_capacity(order.len());
    let mut time = 0.0;
    for &(_, _, weight) in &order {
        starts.push(time);
        time += weight;
    }
    let most = order.first().map_or(0, |&(_, seats, _)| seats);
    let mut seats: Vec<Seat> = (1..=most)
        .map(|at_least| Seat {
            until: order
                .iter()
                .filter(|(_, seats, _)| *seats >= at_least)
                .map(|(_, _, weight)| weight)
                .sum(),
        })
        .collect();
    let total: f64 = seats.iter().map(|seat| seat.until).sum();
    #[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
    let chance = total / people.len() as f64;
    let mut sittings = Vec::new();
    let mut place = |person: usize, from: f64, to: f64| {
        for (&(panel, _, weight), &start) in order.iter().zip(&starts) {
            let (from, to) = ((from - start).max(0.0), (to - start).min(weight));
            if to - from > SAME {
                sittings.push(Sitting { panel, person, from, to });
            }
        }
    };
    for &person in people {
        // Seats run shorter and shorter: the last that is long enough, and the one after it.
        let enough = seats.iter().rposition(|seat| seat.until >= chance - SAME);
        let Some(enough) = enough else {
            // Rounding has left a little less than a whole chance.
            for seat in seats.drain(..) {
                place(person, 0.0, seat.until);
            }
            continue;
        };
        let shorter = (enough + 1 < seats.len()).then(|| seats.remove(enough + 1).until);
        if let Some(until) = shorter {
            place(person, 0.0, until);
        }
        let seat = &mut seats[enough];
        let from = seat.until - (chance - shorter.unwrap_or(0.0));
        place(person, from.max(0.0), seat.until);
        seat.until = from;
        if seat.until <= SAME {
            seats.remove(enough);
        }
    }
    sittings
}
