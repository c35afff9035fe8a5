//! Who of several alike households sits on which panel: of each household one at most, and all people of a class with exactly the same chance.
//!
//! A composition says how many seats each class of a signature gets, and no more of them than there are households. Which household takes which seat goes round: with `n`
//! households, the time in which a composition is in session is cut into `n` turns, and in each turn every household moves on by one seat, or out, or in. So nobody of a
//! household meets another of it, and every household has every seat for the same time. Where a household has several people of one class, they take turns in the same
//! way. Panels with the same seats for the signature share their turns, so that few are cut.

use std::collections::BTreeMap;

use super::Portfolio;
use super::deal::{Sitting, place};
use crate::model::Classes;

/// The households of a signature, each with its people of every class.
pub(crate) struct Homes {
    /// The classes of the signature.
    pub(crate) classes: Vec<usize>,
    /// For each household, the people of each of these classes.
    pub(crate) people: Vec<Vec<Vec<usize>>>,
}

impl Homes {
    pub(crate) fn of(classes: &Classes, signature: usize) -> Self {
        let own: Vec<usize> = (0..classes.classes.len())
            .filter(|&class| classes.classes[class].signature == Some(signature))
            .collect();
        let people = classes.signatures[signature]
            .iter()
            .map(|members| {
                let of = |class: &usize| {
                    members
                        .iter()
                        .copied()
                        .filter(|&member| classes.of[member] == Some(*class))
                        .collect()
                };
                own.iter().map(of).collect()
            })
            .collect();
        Self { classes: own, people }
    }

    /// The seats of a composition, each as the place of its class in [`Homes::classes`].
    pub(crate) fn seats(&self, of_class: impl Fn(usize) -> u32) -> Vec<usize> {
        let of = |(at, &class): (usize, &usize)| std::iter::repeat_n(at, of_class(class) as usize);
        self.classes.iter().enumerate().flat_map(of).collect()
    }

    /// How often each household must take its turns, so that each of its people has the same number.
    fn rounds(&self) -> usize {
        let sizes = self.people.first().into_iter().flatten().map(Vec::len);
        sizes.fold(1, |all, size| all / common(all, size) * size)
    }
}

fn common(one: usize, other: usize) -> usize {
    if other == 0 { one } else { common(other, one % other) }
}

/// When who of the households sits.
pub(crate) fn sit(homes: &Homes, portfolio: &Portfolio) -> Vec<Sitting> {
    let mut alike: BTreeMap<Vec<usize>, Vec<(usize, f64)>> = BTreeMap::new();
    for (panel, (composition, weight)) in portfolio.panels.iter().enumerate() {
        alike
            .entry(homes.seats(|class| composition.of_class(class)))
            .or_default()
            .push((panel, *weight));
    }
    let households = homes.people.len();
    let turns = households * homes.rounds();
    let mut sittings = Vec::new();
    for (seats, panels) in alike {
        let whole: f64 = panels.iter().map(|(_, weight)| weight).sum();
        for turn in 0..turns {
            let (from, to) = (whole * part(turn, turns), whole * part(turn + 1, turns));
            for (seat, &class) in seats.iter().enumerate() {
                let people = &homes.people[(seat + turn) % households][class];
                place(people[turn / households % people.len()], from, to, &panels, &mut sittings);
            }
        }
    }
    sittings
}

#[expect(clippy::cast_precision_loss, reason = "pools have far fewer than 2^53 people")]
fn part(turn: usize, turns: usize) -> f64 {
    turn as f64 / turns as f64
}

/// Who of the households sits on each of a list of panels, all of which are as likely: `(panel, person)`. Every household has each kind of seat as often as every other, and
/// every person of a class, to within one.
pub(crate) fn sit_on_list(homes: &Homes, compositions: &[Vec<u32>]) -> Vec<(usize, usize)> {
    let households = homes.people.len();
    let none = homes.classes.len();
    let mut seats: Vec<Vec<usize>> = vec![vec![none; compositions.len()]; households];
    let mut turns: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for (panel, composition) in compositions.iter().enumerate() {
        let kinds = homes.seats(|class| composition[class]);
        let turn = turns.entry(kinds.clone()).or_default();
        for (seat, kind) in kinds.into_iter().enumerate() {
            seats[(seat + *turn) % households][panel] = kind;
        }
        *turn += 1;
    }
    let mut counts: Vec<Vec<usize>> = seats.iter().map(|seats| count(seats, none)).collect();
    // Two households of which one has two seats of a kind more exchange panels, until there are none. Each exchange brings the counts closer together, so it ends.
    let mut kind = 0;
    while kind < none {
        let most = (0..households).max_by_key(|&home| counts[home][kind]).unwrap_or(0);
        let fewest = (0..households).min_by_key(|&home| counts[home][kind]).unwrap_or(0);
        if counts[most][kind] > counts[fewest][kind] + 1 {
            let mut one = std::mem::take(&mut seats[most]);
            exchange(&mut one, &mut seats[fewest], none);
            seats[most] = one;
            for home in [most, fewest] {
                counts[home] = count(&seats[home], none);
            }
            kind = 0;
        } else {
            kind += 1;
        }
    }
    let mut sitting = Vec::new();
    for (people, seats) in homes.people.iter().zip(&seats) {
        let mut turn = vec![0; none];
        for (panel, &kind) in seats.iter().enumerate().filter(|(_, kind)| **kind < none) {
            sitting.push((panel, people[kind][turn[kind] % people[kind].len()]));
            turn[kind] += 1;
        }
    }
    sitting
}

fn count(seats: &[usize], none: usize) -> Vec<usize> {
    let mut counts = vec![0; none];
    for &kind in seats.iter().filter(|&&kind| kind < none) {
        counts[kind] += 1;
    }
    counts
}

/// Two households exchange seats on some panels, so that they have as many of each kind to within one. A panel leads from the kind of one household to that of the other; who walks
/// all panels in closed rounds leaves each kind as often as they come to it (L. Euler), and the one household takes what is left, the other what is come to. Where an
/// odd number of panels meets, a round ends.
fn exchange(one: &mut [usize], other: &mut [usize], none: usize) {
    let mut panels: Vec<Vec<usize>> = vec![Vec::new(); none + 1];
    for (panel, (&from, &to)) in one.iter().zip(other.iter()).enumerate() {
        if from != to {
            panels[from].push(panel);
            panels[to].push(panel);
        }
    }
    let mut is_walked = vec![false; one.len()];
    // Rounds that end begin where an odd number meets.
    let is_odd: Vec<bool> = panels.iter().map(|panels| panels.len() % 2 == 1).collect();
    let starts = (0..=none).filter(|&kind| is_odd[kind]).chain(0..=none);
    for start in starts {
        let mut at = start;
        while let Some(panel) = panels[at].pop() {
            if is_walked[panel] {
                continue;
            }
            is_walked[panel] = true;
            let to = if one[panel] == at { other[panel] } else { one[panel] };
            (one[panel], other[panel]) = (at, to);
            at = to;
        }
    }
}
