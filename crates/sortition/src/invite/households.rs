//! One letter to a household, with chances that do not depend on how many live in it.

use std::collections::HashMap;

use super::people::Frame;
use super::{Unsuited, systematic};
use crate::random::Stream;

/// Draws households, and one member of each. `order` lists everybody; `measures` says of each stratum what its people's chances are in
/// proportion to.
pub(super) fn of_households(
    frame: &Frame,
    order: &[usize],
    measures: &[u64],
    letters: u64,
    stream: &mut Stream,
) -> Result<(Vec<usize>, Vec<f64>), Unsuited> {
    let mut households: Vec<Vec<usize>> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for &person in order {
        let next = households.len();
        let number = frame.people[person]
            .household
            .as_deref()
            .map_or(next, |address| *numbers.entry(address).or_insert(next));
        if number == next {
            households.push(Vec::new());
        }
        households[number].push(person);
    }
    let measure = |person: usize| measures[frame.people[person].stratum];
    let sums: Vec<u64> = households
        .iter()
        .map(|members| members.iter().fold(0u64, |sum, &person| sum.saturating_add(measure(person))))
        .collect();
    let mut signatures: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut kinds = Vec::with_capacity(households.len());
    for members in &households {
        let mut signature: Vec<usize> = members.iter().map(|&person| frame.people[person].stratum).collect();
        signature.sort_unstable();
        let next = signatures.len();
        kinds.push(*signatures.entry(signature).or_insert(next));
    }
    let drawn = systematic(&sums, letters, |household| kinds[household], stream)?;
    let mut chances = vec![0.0; frame.people.len()];
    for ((members, &sum), &chance) in households.iter().zip(&sums).zip(&drawn.chances) {
        for &person in members.iter().filter(|_| sum > 0) {
            chances[person] = chance * measure(person) as f64 / sum as f64;
        }
    }
    let mut people = Vec::with_capacity(drawn.drawn.len());
    for household in drawn.drawn {
        let mut at = stream.below(sums[household]);
        for &person in &households[household] {
            if at < measure(person) {
                people.push(person);
                break;
            }
            at -= measure(person);
        }
    }
    Ok((people, chances))
}
