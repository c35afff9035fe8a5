//! Numbered panels with equal chances.

use std::collections::BTreeMap;

use super::{Lottery, Record, TICKETS, tickets};
use crate::lottery::Uniform;

impl Record {
    /// Adds numbered panels that were made for the chances of this record. How far they are from them is calculated anew, in tickets. An earlier draw is forgotten.
    pub fn add_list(&mut self, list: &Uniform) {
        let panels: Vec<Vec<String>> = list
            .panels
            .iter()
            .map(|panel| panel.iter().map(|&person| self.pool[person].id.clone()).collect())
            .collect();
        let ids = |people: &Vec<usize>| people.iter().map(|&person| self.pool[person].id.clone()).collect();
        let parts = list.parts.iter().map(|parts| parts.iter().map(ids).collect()).collect();
        let mut seats: BTreeMap<&str, u128> = BTreeMap::new();
        for member in panels.iter().flatten() {
            *seats.entry(member).or_default() += 1;
        }
        let of_people = tickets::of_people(&self.panels);
        let (count, all) = (panels.len() as u128, u128::from(TICKETS));
        let (mut furthest, mut least) = (0, 0);
        for person in &self.pool {
            let wanted = u128::from(of_people.get(person.id.as_str()).copied().unwrap_or(0)) * count;
            let has = seats.get(person.id.as_str()).copied().unwrap_or(0) * all;
            furthest = furthest.max(wanted.abs_diff(has));
            least = least.max((wanted % all).min(all - wanted % all));
        }
        let part = |tickets: u128| ratio(tickets, count * all);
        self.lottery = Some(Lottery {
            deviation: part(furthest),
            least: part(least),
            panels,
            parts,
        });
        self.draw = None;
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the nearest number is meant, and every language rounds to the same"
)]
fn ratio(part: u128, whole: u128) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
