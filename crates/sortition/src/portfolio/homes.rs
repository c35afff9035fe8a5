//! From seats to people who share households: of each household at most one person sits on a panel, and all of a class have exactly the same chance.
//!
//! The households of a signature are alike, and a panel has seats for classes of the signature, together at most as many as there are households. Panels with the same
//! seats for the signature are in session one after another; that time is cut into as many turns as there are households. In the first turn the first household has the
//! first seat, the second the second and so on; with each turn everybody moves on by one. So each household has each seat for one turn, and its members of the seat's class
//! share that turn.

use std::collections::BTreeMap;

use super::deal::{SAME, Sitting};
use crate::model::Classes;

/// Panels with seats for a class: the panel, how many, and its weight.
pub(super) type Order = Vec<(usize, u32, f64)>;

/// Seats for the people of a signature.
pub(super) fn sit(classes: &Classes, signature: usize, kinds: &[usize], of_class: &[Order]) -> Vec<Sitting> {
    let households = &classes.signatures[signature];
    // For each panel the seats of each class, and its weight.
    let mut panels: BTreeMap<usize, (Vec<u32>, f64)> = BTreeMap::new();
    for (at, &class) in kinds.iter().enumerate() {
        for &(panel, seats, weight) in &of_class[class] {
            panels.entry(panel).or_insert_with(|| (vec![0; kinds.len()], weight)).0[at] = seats;
        }
    }
    let mut alike: BTreeMap<Vec<u32>, Vec<(usize, f64)>> = BTreeMap::new();
    for (panel, (seats, weight)) in panels {
        alike.entry(seats).or_default().push((panel, weight));
    }
    let members: Vec<Vec<Vec<usize>>> = kinds.iter().map(|&class| of_households(classes, households, class)).collect();
    let mut sittings = Vec::new();
    for (seats, panels) in alike {
        let turn = panels.iter().map(|(_, weight)| weight).sum::<f64>() / count(households.len());
        let list = seats.iter().enumerate().flat_map(|(at, &seats)| (0..seats).map(move |_| at));
        for (seat, at) in list.enumerate() {
            for (household, members) in members[at].iter().enumerate() {
                let number = (household + households.len() - seat % households.len()) % households.len();
                let part = |part: usize| turn * (count(number) + count(part) / count(members.len()));
                for (nth, &person) in members.iter().enumerate() {
                    place(&panels, person, part(nth), part(nth + 1), &mut sittings);
                }
            }
        }
    }
    sittings
}

/// The members of each household who are of a class.
pub(crate) fn of_households(classes: &Classes, households: &[Vec<usize>], class: usize) -> Vec<Vec<usize>> {
    let own = |members: &Vec<usize>| {
        members
            .iter()
            .copied()
            .filter(|&person| classes.of[person] == Some(class))
            .collect()
    };
    households.iter().map(own).collect()
}

/// Gives a person a seat for some time of panels that follow each other.
fn place(panels: &[(usize, f64)], person: usize, from: f64, to: f64, sittings: &mut Vec<Sitting>) {
    let mut start = 0.0;
    for &(panel, weight) in panels {
        let (from, to) = (f64::max(from - start, 0.0), f64::min(to - start, weight));
        if to - from > SAME {
            sittings.push(Sitting { panel, person, from, to });
        }
        start += weight;
    }
}

#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
fn count(people: usize) -> f64 {
    people as f64
}
