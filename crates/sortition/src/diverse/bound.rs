//! What no panel can do better than: the least excess of average panels.
//!
//! An average panel may have any number of seats between whole ones. A profile costs nothing from `⌊t⌋` to `⌈t⌉` people, so only those outside need a row in the programme, and
//! they are found by solving it again and again; without the others it is a bound as well. The bound is calculated from the prices of the rows alone, so that it holds
//! whatever the solver did. Because excesses are whole steps, it is rounded up to the next.

use super::setting::{Profile, Setting};
use crate::fair::Watch;
use crate::lp::{End, Lp};

/// Rows that are added at a time, and most of them: the solver keeps a square of this size.
const MORE: usize = 80;
const MOST: usize = 400;
/// Steps of the solver for one programme.
const STEPS: u64 = 20_000;
/// An excess less than this is none.
const SLIGHT: f64 = 1e-7;

/// What is known of all panels.
pub(super) struct Bound {
    /// No panel has less excess.
    pub(super) excess: f64,
    /// Seats of each class of an average panel with hardly more.
    pub(super) near: Vec<f64>,
}

pub(super) fn bound(setting: &Setting, watch: &mut dyn Watch) -> Bound {
    let mut best = 0.0_f64;
    let mut near = vec![0.0; setting.profiles_of.len()];
    let mut watched: Vec<usize> = Vec::new();
    while !watch.stop() {
        let Some((excess, seats)) = programme(setting, &watched) else {
            break;
        };
        best = best.max(excess);
        near = seats;
        let mut out = outside(setting, &near);
        out.retain(|(profile, _)| !watched.contains(profile));
        out.truncate(MORE.min(MOST - watched.len()));
        if out.is_empty() {
            break;
        }
        watched.extend(out.into_iter().map(|(profile, _)| profile));
    }
    Bound {
        excess: rounded_up(setting.fixed + best, setting.step),
        near,
    }
}

/// The next whole step, but for what calculating loses.
fn rounded_up(excess: f64, step: f64) -> f64 {
    if step > 0.0 {
        ((excess / step - 1e-6).ceil() * step).max(0.0)
    } else {
        (excess - SLIGHT).max(0.0)
    }
}

/// Profiles with too few or too many people, the costliest first.
fn outside(setting: &Setting, seats: &[f64]) -> Vec<(usize, f64)> {
    let mut people: Vec<f64> = setting.profiles.iter().map(|profile| f64::from(profile.kept)).collect();
    for (own, seats) in setting.profiles_of.iter().zip(seats) {
        own.iter().for_each(|&profile| people[profile] += seats);
    }
    let excess = |(number, people): (usize, &f64)| {
        let profile = &setting.profiles[number];
        let (few, many) = (f64::from(profile.floor) - people, people - f64::from(profile.ceiling));
        (number, (few * profile.below).max(many * profile.above))
    };
    let mut out: Vec<(usize, f64)> = people
        .iter()
        .enumerate()
        .map(excess)
        .filter(|(_, excess)| *excess > SLIGHT)
        .collect();
    out.sort_by(|one, other| other.1.total_cmp(&one.1));
    out
}

/// Bounds, cost and entries.
type Column = (f64, f64, f64, Vec<(usize, f64)>);

/// A bound on the excess of the watched profiles, and the seats of each class where it is least. `None`: the solver came to no end.
fn programme(setting: &Setting, watched: &[usize]) -> Option<(f64, Vec<f64>)> {
    let classes = setting.profiles_of.len();
    let mut rows = setting.polytope.row_bounds();
    let first = rows.len();
    rows.extend(watched.iter().map(|&profile| {
        let Profile { kept, floor, ceiling, .. } = setting.profiles[profile];
        (f64::from(floor) - f64::from(kept), f64::from(ceiling) - f64::from(kept))
    }));
    let mut row_of = vec![None; setting.profiles.len()];
    for (row, &profile) in watched.iter().enumerate() {
        row_of[profile] = Some(first + row);
    }
    let of_class = |(class, mut column): (usize, Vec<(usize, f64)>)| {
        let watched = setting.profiles_of[class].iter().filter_map(|&profile| row_of[profile]);
        column.extend(watched.map(|row| (row, 1.0)));
        (0.0, setting.polytope.seats[class], 0.0, column)
    };
    let mut columns: Vec<Column> = setting.polytope.columns().into_iter().enumerate().map(of_class).collect();
    let seats = setting.polytope.rows[0].high;
    for (row, &profile) in watched.iter().enumerate() {
        let profile = &setting.profiles[profile];
        columns.push((0.0, f64::from(profile.floor), profile.below, vec![(first + row, 1.0)]));
        columns.push((0.0, f64::from(profile.kept) + seats, profile.above, vec![(first + row, -1.0)]));
    }
    let mut lp = Lp::new(&rows);
    lp.add_columns(columns.iter().cloned());
    if lp.solve(STEPS) != End::Optimal {
        return None;
    }
    // Σ cost · x = Σ price · activity + Σ (cost − Σ price · entry) · x, each part at least as it is at its better end.
    let prices: Vec<f64> = (0..rows.len()).map(|row| lp.price(row)).collect();
    let of_rows: f64 = rows
        .iter()
        .zip(&prices)
        .map(|(&(low, high), price)| (price * low).min(price * high))
        .sum();
    let of_columns: f64 = columns
        .iter()
        .map(|(low, high, cost, column)| {
            let reduced = cost - column.iter().map(|&(row, entry)| prices[row] * entry).sum::<f64>();
            (reduced * low).min(reduced * high)
        })
        .sum();
    Some((of_rows + of_columns, (0..classes).map(|class| lp.value(class)).collect()))
}
