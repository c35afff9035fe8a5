//! From seats to people: who of a class sits on which panel, so that all of a class have exactly the same chance.
//!
//! Think of a panel's probability as time: the panel is in session that long, and each of its `c` seats for a class is a machine that runs that long. Every person of the
//! class is a job of the same length, their chance, and cannot be on two machines at once. With the panels in the order of falling `c`, machine `l` runs from 0 until
//! some time `T_l` without a gap, and such jobs always fit: the longest machine that is shorter than the job takes its first part, the shortest one that is long enough takes
//! the rest at its end (G. Schmidt, *Scheduling on semi-identical processors*, Zeitschrift für Operations Research 28, 1984). Each person changes machines at most
//! once and panels are cut only where people change, so there are at most as many more panels as people. People of shared households take turns
//! ([`homes`](super::homes)).

use super::Portfolio;
use super::homes::{self, Homes};
use super::several::Several;
use crate::model::Classes;

/// Cuts closer than this are one.
const SAME: f64 = 1e-12;

/// People who are drawn together.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Numbers in the pool, ascending. With several panels at once, the members of all of them.
    pub members: Vec<usize>,
    /// With several panels at once, the members of each; empty for one. Those of a class come to them in the order of the pool, so it is for the lot to say which of the
    /// panels is the first.
    pub parts: Vec<Vec<usize>>,
    /// How likely this panel is.
    pub probability: f64,
}

/// Somebody's seat on a panel for part of its time.
pub(crate) struct Sitting {
    panel: usize,
    person: usize,
    from: f64,
    to: f64,
}

/// Gives somebody a seat from and to times of a session, in which panels with their weights follow one another.
pub(crate) fn place(person: usize, from: f64, to: f64, panels: &[(usize, f64)], sittings: &mut Vec<Sitting>) {
    let mut start = 0.0;
    for &(panel, weight) in panels {
        let (from, to) = ((from - start).max(0.0), (to - start).min(weight));
        if to - from > SAME {
            sittings.push(Sitting { panel, person, from, to });
        }
        start += weight;
    }
}

/// The panels with people on them.
pub(crate) fn deal(classes: &Classes, several: &mut Several, portfolio: &Portfolio) -> Vec<Panel> {
    let mut sittings: Vec<Vec<Sitting>> = portfolio.panels.iter().map(|_| Vec::new()).collect();
    let alone = classes.classes.iter().enumerate().filter(|(_, class)| class.signature.is_none());
    let alone = alone.flat_map(|(number, class)| sit(&class.people, number, portfolio));
    let shared = (0..classes.signatures.len()).flat_map(|signature| homes::sit(&Homes::of(classes, signature), portfolio));
    for sitting in alone.chain(shared) {
        sittings[sitting.panel].push(sitting);
    }
    let mut panels = Vec::new();
    for ((together, weight), sittings) in portfolio.panels.iter().zip(sittings) {
        let seats = several.deal(together).unwrap_or_default();
        let mut cuts: Vec<f64> = sittings
            .iter()
            .flat_map(|sitting| [sitting.from, sitting.to])
            .chain([0.0, *weight])
            .collect();
        cuts.sort_by(f64::total_cmp);
        cuts.dedup_by(|later, earlier| *later - *earlier < SAME);
        let first = panels.len();
        let mut missed = 0.0;
        for pair in cuts.windows(2) {
            let middle = f64::midpoint(pair[0], pair[1]);
            let mut members: Vec<usize> = sittings
                .iter()
                .filter(|sitting| sitting.from < middle && middle < sitting.to)
                .map(|sitting| sitting.person)
                .collect();
            members.sort_unstable();
            if !has_seats(classes, &members, together) {
                missed += pair[1] - pair[0];
                continue;
            }
            panels.push(Panel {
                parts: parts(classes, &members, &seats),
                members,
                probability: pair[1] - pair[0],
            });
        }
        // Between one who leaves and one who comes, rounding may leave a seat empty for a moment. The moment goes to the others of the panel.
        let whole = weight - missed;
        for panel in &mut panels[first..] {
            panel.probability *= weight / whole;
        }
    }
    let all: f64 = panels.iter().map(|panel| panel.probability).sum();
    for panel in &mut panels {
        panel.probability /= all;
    }
    panels
}

/// Whether these people have the seats of the composition.
fn has_seats(classes: &Classes, members: &[usize], together: &[u32]) -> bool {
    let mut open = together.to_vec();
    let sits = |&member: &usize| {
        classes.of[member].is_some_and(|class| {
            let is_open = open[class] > 0;
            open[class] -= u32::from(is_open);
            is_open
        })
    };
    members.iter().all(sits) && open.iter().all(|&open| open == 0)
}

/// Members in the panels that have `seats` for their classes.
pub(crate) fn parts(classes: &Classes, members: &[usize], seats: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut seats = seats.to_vec();
    let mut parts = vec![Vec::new(); seats.len()];
    for &member in members {
        let Some(class) = classes.of[member] else { continue };
        if let Some(part) = seats.iter().position(|seats| seats[class] > 0) {
            seats[part][class] -= 1;
            parts[part].push(member);
        }
    }
    parts
}

/// A machine: a seat that runs without a gap from the start.
struct Seat {
    until: f64,
}

fn sit(people: &[usize], class: usize, portfolio: &Portfolio) -> Vec<Sitting> {
    // Panels with seats for the class, those with most first, and when each begins.
    let mut order: Vec<(usize, u32, f64)> = portfolio
        .panels
        .iter()
        .enumerate()
        .map(|(panel, (seats, weight))| (panel, seats[class], *weight))
        .filter(|(_, seats, _)| *seats > 0)
        .collect();
    order.sort_by_key(|&(_, seats, _)| std::cmp::Reverse(seats));
    let panels: Vec<(usize, f64)> = order.iter().map(|&(panel, _, weight)| (panel, weight)).collect();
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
    let mut place = |person: usize, from: f64, to: f64| place(person, from, to, &panels, &mut sittings);
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
