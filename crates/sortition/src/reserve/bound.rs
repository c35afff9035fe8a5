//! What no reserve can do better than: a bound on the mean loss over the futures.
//!
//! [Cuts](super::cut) are made at points between the best known reserve and the one that looks best to the cuts so far. If they are given
//! multipliers that add up to at most 1 for the futures of a group, their weighted sum is below the losses of every reserve; its minimum
//! over all reserves is found by filling one with the kinds worth most. The bound is computed from the multipliers alone, so that it holds
//! even if the solver that found them is wrong.

use super::cases::Case;
use super::cut::{Aim, Cut, STEPS, add_cuts, future};
use super::loss::Loss;
use super::setting::Setting;
use crate::fair::Unwatched;
use crate::lp::{End, Lp};

/// Futures are put together in so many groups, neighbours in their order, each with cuts of its own: fewer make weak cuts, more make large
/// programmes.
const GROUPS: usize = 30;

/// From so many cuts on, those that say nothing are taken out.
const MANY: usize = 120;

/// A bound on the mean loss of all reserves of at most `most`. `near` is a good reserve; more `rounds` make the bound tighter.
pub(super) fn bound(setting: &Setting, cases: &[Case], loss: Loss, most: u32, near: &[u32], rounds: u32) -> f64 {
    let aim = Aim { loss, most };
    let groups: Vec<&[Case]> = cases.chunks(cases.len().div_ceil(GROUPS).max(1)).collect();
    let mut programme = future(setting);
    let mut cuts = Vec::new();
    let everybody: Vec<f64> = setting.kinds.iter().map(|kind| f64::from(kind.most.min(most))).collect();
    let near: Vec<f64> = near.iter().map(|&number| f64::from(number)).collect();
    add_cuts(setting, &groups, aim, &everybody, &mut programme, &mut cuts);
    add_cuts(setting, &groups, aim, &near, &mut programme, &mut cuts);
    let mut best = 0.0f64;
    for _ in 0..rounds {
        let Some(found) = master(groups.len(), &cuts, &everybody, most) else {
            break;
        };
        best = best.max(found.value);
        if cuts.len() > MANY {
            let mut used = found.multipliers.iter().map(|multiplier| *multiplier > 0.0);
            cuts.retain(|_| used.next().unwrap_or(true));
        }
        let before = cuts.len();
        let middle: Vec<f64> = found.point.iter().zip(&near).map(|(point, near)| (point + near) / 2.0).collect();
        add_cuts(setting, &groups, aim, &middle, &mut programme, &mut cuts);
        add_cuts(setting, &groups, aim, &found.point, &mut programme, &mut cuts);
        if cuts.len() == before {
            break;
        }
    }
    let futures: f64 = cases.iter().map(|case| case.times).sum();
    match loss {
        Loss::Distance => best / futures,
        // Broken futures are counted in whole numbers.
        Loss::Broken => (best - 1e-6).ceil().max(0.0) / futures,
    }
}

/// What the cuts say together.
struct Master {
    /// No reserve's losses add up to less.
    value: f64,
    /// The reserve, whole or not, that is best as far as the cuts tell.
    point: Vec<f64>,
    multipliers: Vec<f64>,
}

fn master(groups: usize, cuts: &[Cut], everybody: &[f64], most: u32) -> Option<Master> {
    let kinds = everybody.len();
    let highest = |group: usize| {
        cuts.iter()
            .filter(|cut| cut.group == group)
            .map(|cut| cut.least)
            .fold(0.0, f64::max)
    };
    let reach = |cut: &Cut| cut.worth.iter().zip(everybody).map(|(worth, number)| worth * number).sum::<f64>();
    let mut rows = vec![(0.0, f64::from(most))];
    rows.extend(cuts.iter().map(|cut| (cut.least, highest(cut.group) + reach(cut) + 1.0)));
    let mut programme = Lp::new(&rows);
    let of_kind = |kind: usize| {
        let entries = cuts
            .iter()
            .enumerate()
            .filter(|(_, cut)| cut.worth[kind] > 0.0)
            .map(|(row, cut)| (row + 1, cut.worth[kind]));
        (0.0, everybody[kind], 0.0, std::iter::once((0, 1.0)).chain(entries).collect())
    };
    programme.add_columns((0..kinds).map(of_kind));
    let of_group = |group: usize| {
        let entries = cuts
            .iter()
            .enumerate()
            .filter(|(_, cut)| cut.group == group)
            .map(|(row, _)| (row + 1, 1.0))
            .collect();
        (0.0, highest(group), 1.0, entries)
    };
    programme.add_columns((0..groups).map(of_group));
    if programme.solve(STEPS, &mut Unwatched) != End::Optimal {
        return None;
    }
    let point = (0..kinds).map(|kind| programme.value(kind).clamp(0.0, everybody[kind])).collect();
    let mut multipliers: Vec<f64> = (0..cuts.len()).map(|cut| programme.price(cut + 1).max(0.0)).collect();
    let mut sums = vec![0.0f64; groups];
    cuts.iter()
        .zip(&multipliers)
        .for_each(|(cut, multiplier)| sums[cut.group] += multiplier);
    cuts.iter()
        .zip(&mut multipliers)
        .for_each(|(cut, multiplier)| *multiplier /= sums[cut.group].max(1.0));
    let mut value = 0.0;
    let mut worth = vec![0.0; kinds];
    for (cut, multiplier) in cuts.iter().zip(&multipliers) {
        value += multiplier * cut.least;
        worth.iter_mut().zip(&cut.worth).for_each(|(sum, worth)| *sum += multiplier * worth);
    }
    let mut order: Vec<usize> = (0..kinds).collect();
    order.sort_by(|&one, &other| worth[other].total_cmp(&worth[one]));
    let mut left = f64::from(most);
    for kind in order {
        let number = everybody[kind].min(left);
        value -= worth[kind] * number;
        left -= number;
    }
    Some(Master { value, point, multipliers })
}
