//! Simpler ways to choose a reserve, to compare with.

use super::lot;
use super::setting::{Setting, Unreservable};
use crate::fair::Unwatched;
use crate::integer::Integer;
use crate::model::Problem;
use crate::polytope::{Polytope, Row};
use crate::random::Stream;

/// Most programmes that are solved for one set of quotas.
const NODES: u64 = 500;

/// Doubles for those most likely to drop out: the members of the panel from the least to the most likely to stay, and for each the
/// candidate who has the most values in common; over again until the reserve is full.
///
/// # Errors
/// If numbers or probabilities do not fit.
pub fn nearest(problem: &Problem, panel: &[usize], stay: &[f64], most: u32, stream: &mut Stream) -> Result<Vec<usize>, Unreservable> {
    let setting = Setting::new(problem, panel)?;
    let stay = setting.stays(stay)?;
    Ok(lot::people(&setting, &nearest_numbers(&setting, &stay, most), stream))
}

/// A small panel: the quotas in the proportion of reserve to panel, minima rounded down and maxima up, and loosened by one seat after
/// another until they can be met. `None`: not even then, because there are too few candidates.
///
/// # Errors
/// If numbers do not fit.
pub fn scaled(problem: &Problem, panel: &[usize], most: u32, stream: &mut Stream) -> Result<Option<Vec<usize>>, Unreservable> {
    let setting = Setting::new(problem, panel)?;
    Ok(scaled_numbers(&setting, most).map(|numbers| lot::people(&setting, &numbers, stream)))
}

pub(super) fn nearest_numbers(setting: &Setting, stay: &[f64], most: u32) -> Vec<u32> {
    let mut numbers = vec![0; setting.kinds.len()];
    let mut places: Vec<u32> = (0..setting.groups.len()).map(|group| setting.places(group)).collect();
    let mut members: Vec<usize> = (0..setting.panel.len()).collect();
    members.sort_by(|&one, &other| stay[one].total_cmp(&stay[other]));
    let mut left = most;
    for &member in members.iter().cycle().take(members.len().saturating_mul(most as usize)) {
        if left == 0 {
            break;
        }
        let alike = |kind: usize| {
            let pairs = setting.kinds[kind].counts.iter().zip(&setting.panel[member]);
            pairs.filter(|(one, other)| one == other).count()
        };
        let free = (0..numbers.len()).filter(|&kind| {
            let one = &setting.kinds[kind];
            numbers[kind] < one.most && one.group.is_none_or(|group| places[group] > 0)
        });
        let Some(kind) = free.reduce(|best, kind| if alike(kind) > alike(best) { kind } else { best }) else {
            break;
        };
        numbers[kind] += 1;
        if let Some(group) = setting.kinds[kind].group {
            places[group] -= 1;
        }
        left -= 1;
    }
    numbers
}

pub(super) fn scaled_numbers(setting: &Setting, most: u32) -> Option<Vec<u32>> {
    let panel = i32::try_from(setting.panel.len()).ok()?;
    let size = i32::try_from(most).ok()?;
    let seats: Vec<f64> = setting.kinds.iter().map(|kind| f64::from(kind.most)).collect();
    for looser in 0..=size {
        let mut rows = vec![Row {
            low: f64::from(size),
            high: f64::from(size),
            entries: (0..seats.len()).map(|kind| (kind, 1.0)).collect(),
        }];
        for (number, count) in setting.counts.iter().enumerate() {
            let min = i64::from(count.min) * i64::from(size) / i64::from(panel.max(1)) - i64::from(looser);
            let max = (i64::from(count.max) * i64::from(size) + i64::from(panel) - 1) / i64::from(panel.max(1)) + i64::from(looser);
            let those = (0..seats.len()).filter(|&kind| setting.kinds[kind].counts.contains(&number));
            rows.push(Row {
                low: min.max(0) as f64,
                high: max.min(i64::from(size)) as f64,
                entries: those.map(|kind| (kind, 1.0)).collect(),
            });
        }
        for group in 0..setting.groups.len() {
            let those = (0..seats.len()).filter(|&kind| setting.kinds[kind].group == Some(group));
            rows.push(Row {
                low: 0.0,
                high: f64::from(setting.places(group)),
                entries: those.map(|kind| (kind, 1.0)).collect(),
            });
        }
        let polytope = Polytope {
            people: seats.clone(),
            seats: seats.clone(),
            rows,
        };
        if let Some(numbers) = Integer::new(&polytope).good(NODES, &mut Unwatched) {
            return Some(numbers);
        }
    }
    None
}
