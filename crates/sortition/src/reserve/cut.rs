//! What a future costs at least, whatever the reserve.
//!
//! For prices `π` of the quotas (positive for a seat short, negative for one too many, at most the quota's weight in size) and `σ ≤ 0` of
//! empty seats, weak duality says of every future and every reserve `x`, whole or not:
//!
//! `distance(x) ≥ Σ (π⁺ low − π⁻ high) + σ · open − Σ_kinds max(0, Σ π + σ) · x`
//!
//! where `low` and `high` are what the quota still needs and bears, and `open` the empty seats, or the size of the reserve if that is less.
//! Prices are taken from the linear programme of the future (J. Benders, *Partitioning procedures for solving mixed-variables programming
//! problems*, 1962), and the inequality is made from them here: a mistake of the solver could make it weak, but not wrong.

use super::cases::Case;
use super::loss::Loss;
use super::setting::Setting;
use crate::fair::Unwatched;
use crate::lp::{End, Lp};

/// `sum of losses ≥ least − Σ worth · x` for some of the futures.
pub(super) struct Cut {
    pub(super) group: usize,
    pub(super) least: f64,
    pub(super) worth: Vec<f64>,
}

/// What is bounded: loss and size of the reserve.
#[derive(Clone, Copy)]
pub(super) struct Aim {
    pub(super) loss: Loss,
    pub(super) most: u32,
}

/// Steps of the simplex method for one programme.
pub(super) const STEPS: u64 = 20_000;

/// The linear programme of a future: columns are kinds, then for each quota the seats short and those too many.
pub(super) fn future(setting: &Setting) -> Lp {
    let quotas = setting.counts.len();
    let mut programme = Lp::new(&vec![(0.0, 0.0); quotas + 1]);
    let kinds = setting.kinds.iter().map(|kind| {
        let rows = kind.counts.iter().copied().chain([quotas]);
        (0.0, 0.0, 0.0, rows.map(|row| (row, 1.0)).collect())
    });
    programme.add_columns(kinds);
    let large = 4.0 * (setting.panel.len() as f64 + f64::from(setting.counts.iter().map(|count| count.min).max().unwrap_or(0)));
    for sign in [1.0, -1.0] {
        let off = setting
            .counts
            .iter()
            .enumerate()
            .map(|(row, count)| (0.0, large, count.weight, vec![(row, sign)]));
        programme.add_columns(off);
    }
    programme
}

/// Adds a cut for each group whose futures lose more with the reserve `x` than the cuts there are say.
pub(super) fn add_cuts(setting: &Setting, groups: &[&[Case]], aim: Aim, x: &[f64], programme: &mut Lp, cuts: &mut Vec<Cut>) {
    for (kind, &number) in x.iter().enumerate() {
        programme.set_bounds(kind, 0.0, number.max(0.0));
    }
    for (group, cases) in groups.iter().enumerate() {
        let mut sum = Cut {
            group,
            least: 0.0,
            worth: vec![0.0; x.len()],
        };
        for case in *cases {
            let Some((least, worth)) = cut(setting, case, aim, x, programme) else {
                continue;
            };
            sum.least += case.times * least;
            sum.worth.iter_mut().zip(&worth).for_each(|(sum, worth)| *sum += case.times * worth);
        }
        let known = cuts
            .iter()
            .filter(|cut| cut.group == group)
            .map(|cut| cut.at(x))
            .fold(0.0, f64::max);
        if sum.at(x) > known + 1e-7 {
            cuts.push(sum);
        }
    }
}

/// What one future loses at least: so much, minus the worth of each of a kind in the reserve. `None`: perhaps nothing.
fn cut(setting: &Setting, case: &Case, aim: Aim, x: &[f64], programme: &mut Lp) -> Option<(f64, Vec<f64>)> {
    let needs = setting
        .counts
        .iter()
        .zip(&case.left)
        .map(|(count, &left)| (f64::from(count.min - left), f64::from(count.max - left)));
    let needs: Vec<(f64, f64)> = needs.collect();
    for (row, &(low, high)) in needs.iter().enumerate() {
        programme.set_row_bounds(row, low, high);
    }
    let empty = setting.counts.len();
    let open = f64::from(case.open.min(aim.most));
    programme.set_row_bounds(empty, 0.0, open);
    if programme.solve(STEPS, &mut Unwatched) != End::Optimal {
        return None;
    }
    let price = |row: usize| programme.price(row).clamp(-setting.counts[row].weight, setting.counts[row].weight);
    let prices: Vec<f64> = (0..empty).map(price).collect();
    let values: Vec<f64> = setting
        .kinds
        .iter()
        .map(|kind| kind.counts.iter().map(|&count| prices[count]).sum())
        .collect();
    let seat = -seat_price(&values, x, open);
    let cost = |(price, (low, high)): (&f64, &(f64, f64))| if *price > 0.0 { price * low } else { price * high };
    let least = prices.iter().zip(&needs).map(cost).sum::<f64>() + seat * open;
    let worth = setting
        .kinds
        .iter()
        .map(|kind| (kind.counts.iter().map(|&count| prices[count]).sum::<f64>() + seat).max(0.0));
    match aim.loss {
        Loss::Distance => Some((least, worth.collect())),
        // A future is only whole if its distance is 0, so the reserve must be worth all of what is lacking; otherwise 1 is lost.
        Loss::Broken if least > 1e-4 => Some((1.0, worth.map(|worth| (worth / least).min(1.0)).collect())),
        Loss::Broken => None,
    }
}

/// What an empty seat is worth: as much as the kind that would come last to the `open` seats, those worth most coming first. No other price
/// gives a higher cut at `x`, and no lower one that is as high makes the reserve worth so little elsewhere.
fn seat_price(values: &[f64], x: &[f64], open: f64) -> f64 {
    let mut order: Vec<usize> = (0..values.len()).filter(|&kind| values[kind] > 0.0).collect();
    order.sort_by(|&one, &other| values[other].total_cmp(&values[one]));
    let mut seated = 0.0;
    for kind in order {
        seated += x[kind];
        if seated >= open {
            return values[kind];
        }
    }
    0.0
}

impl Cut {
    pub(super) fn at(&self, x: &[f64]) -> f64 {
        self.least - self.worth.iter().zip(x).map(|(worth, x)| worth * x).sum::<f64>()
    }
}
