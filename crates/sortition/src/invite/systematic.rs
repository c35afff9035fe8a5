//! Drawing with unequal chances: systematic sampling with probability proportional to size.
//!
//! The units are laid end to end in an order by lot, each as long as its measure, and a comb with `n` teeth at equal distances is laid over
//! them from a start by lot; a unit with a tooth on it is drawn (W. G. Madow, *On the theory of systematic sampling II*, 1949). Its chance
//! is `n · measure / sum of measures`. A unit for which that would be 1 or more is *certain*: it is taken first, and the rest is drawn from
//! the rest. Measures are whole numbers and the start is one of as many as they add up to, so that chances are exact fractions.

use super::Unsuited;
use crate::random::Stream;

/// What was drawn, with the chances.
#[derive(Debug, Clone, PartialEq)]
pub struct Systematic {
    /// The numbers of the units, ascending.
    pub drawn: Vec<usize>,
    /// The chance of each unit. They add up to the number drawn.
    pub chances: Vec<f64>,
    /// The units that were certain, ascending.
    pub certain: Vec<usize>,
}

/// Draws `n` units with chances in proportion to `measures`.
///
/// `near` puts units that are alike next to each other in the order by lot (those with the same number stay together), so that the draw
/// spreads over kinds of units as evenly as it can; chances are the same whatever it says. The order of the units matters for who is drawn:
/// hand them in sorted by something that does not change.
///
/// # Errors
/// If there are fewer than `n` units with a measure, or the measures add up to 2⁶⁴ or more.
pub fn systematic(measures: &[u64], n: u64, near: impl Fn(usize) -> usize, stream: &mut Stream) -> Result<Systematic, Unsuited> {
    let mut sum = 0u64;
    for (at, &measure) in measures.iter().enumerate() {
        sum = sum.checked_add(measure).ok_or(Unsuited::Weight { at })?;
    }
    let there = measures.iter().filter(|&&measure| measure > 0).count() as u64;
    if there < n {
        return Err(Unsuited::TooMany { wanted: n, there });
    }
    let mut open: Vec<usize> = (0..measures.len()).filter(|&unit| measures[unit] > 0).collect();
    let mut certain = Vec::new();
    let mut left = n;
    let mut total = sum;
    loop {
        let (large, rest): (Vec<usize>, Vec<usize>) = open
            .iter()
            .partition(|&&unit| left > 0 && u128::from(left) * u128::from(measures[unit]) >= u128::from(total));
        if large.is_empty() {
            break;
        }
        left -= large.len() as u64;
        certain.extend(large);
        open = rest;
        total = open.iter().map(|&unit| measures[unit]).sum();
    }
    let mut chances = vec![0.0; measures.len()];
    for &unit in &open {
        chances[unit] = if left == 0 {
            0.0
        } else {
            (u128::from(left) * u128::from(measures[unit])) as f64 / total as f64
        };
    }
    for &unit in &certain {
        chances[unit] = 1.0;
    }
    let mut drawn = certain.clone();
    stream.shuffle(&mut open);
    open.sort_by_key(|&unit| near(unit));
    drawn.extend(teeth(&open, measures, left, total, stream));
    drawn.sort_unstable();
    certain.sort_unstable();
    Ok(Systematic { drawn, chances, certain })
}

/// The units on which a tooth of the comb falls. Everything is counted in units of which a measure has `left` and the comb's distance is
/// `total`.
fn teeth(order: &[usize], measures: &[u64], left: u64, total: u64, stream: &mut Stream) -> Vec<usize> {
    let mut drawn = Vec::new();
    if left == 0 || total == 0 {
        return drawn;
    }
    let mut tooth = u128::from(stream.below(total));
    let total = u128::from(total);
    let mut end = 0;
    for &unit in order {
        end += u128::from(left) * u128::from(measures[unit]);
        if tooth < end {
            drawn.push(unit);
            tooth += total;
        }
    }
    drawn
}
