//! Who steps in, in one future: the best there is, proven.

use super::setting::Setting;
use crate::fair::Unwatched;
use crate::integer::Integer;
use crate::polytope::{Polytope, Row};

/// Programmes that are solved before the best so far is taken.
const NODES: u64 = 2_000;

/// The best way to fill seats, or the best that was found.
pub(super) struct Filled {
    /// How many of each kind step in.
    pub(super) taken: Vec<u32>,
    /// How far the seats are from the quotas then.
    pub(super) distance: f64,
    /// Whether nothing nearer exists.
    pub(super) proven: bool,
}

/// Fills from `least` to `open` seats from the reserve so that the quotas, which count `left` now, are met as nearly as possible. Only
/// looks for what is nearer than `than`; `None`: there is nothing like that (or it was not found).
pub(super) fn fill(setting: &Setting, left: &[i32], least: u32, open: u32, reserve: &[u32], than: f64) -> Option<Filled> {
    let kinds: Vec<usize> = (0..reserve.len()).filter(|&kind| reserve[kind] > 0).collect();
    let short = kinds.len();
    let quotas = setting.counts.len();
    // Columns: kinds, then for each quota the seats that it is short of, and those that are too many.
    let mut rows = vec![Row {
        low: f64::from(least),
        high: f64::from(open),
        entries: (0..short).map(|column| (column, 1.0)).collect(),
    }];
    for (number, (count, &left)) in setting.counts.iter().zip(left).enumerate() {
        let mut entries: Vec<(usize, f64)> = (0..short)
            .filter(|&column| setting.kinds[kinds[column]].counts.contains(&number))
            .map(|column| (column, 1.0))
            .collect();
        entries.extend([(short + number, 1.0), (short + quotas + number, -1.0)]);
        rows.push(Row {
            low: f64::from(count.min - left),
            high: f64::from(count.max - left),
            entries,
        });
    }
    let most_off = |count: &super::setting::Count, left: i32| f64::from((count.min - left).max(left - count.max).max(0)) + f64::from(open);
    let off: Vec<f64> = setting
        .counts
        .iter()
        .zip(left)
        .map(|(count, &left)| most_off(count, left))
        .collect();
    let mut seats: Vec<f64> = kinds.iter().map(|&kind| f64::from(reserve[kind].min(open))).collect();
    seats.extend(off.iter().chain(&off));
    let mut search = Integer::new(&Polytope {
        people: vec![1.0; seats.len()],
        seats,
        rows,
    });
    for (number, count) in setting.counts.iter().enumerate() {
        search.value(short + number, -count.weight);
        search.value(short + quotas + number, -count.weight);
    }
    let found = search.best(-than, NODES, &mut Unwatched);
    let (panel, value) = found.panel?;
    let mut taken = vec![0; reserve.len()];
    kinds.iter().zip(&panel).for_each(|(&kind, &number)| taken[kind] = number);
    let mut after = left.to_vec();
    for (kind, &number) in setting.kinds.iter().zip(&taken) {
        kind.counts
            .iter()
            .for_each(|&count| after[count] += i32::try_from(number).unwrap_or(i32::MAX / 4));
    }
    Some(Filled {
        taken,
        distance: setting.distance(&after),
        proven: found.bound <= value + 1e-6,
    })
}
