//! The report that organisers hand on: what was wanted, what the pool had, what the panel has, in percent.

use super::Rows;
use crate::check::{counts, percent};
use crate::model::Problem;

/// For each value the target (the middle of its quota), the pool and the panel in percent with one decimal, and how many people of the
/// value were excluded.
///
/// Excluded people count in the pool: they answered, and were left out later.
#[must_use]
pub fn summary(problem: &Problem, panel: &[usize]) -> Rows {
    let headings = ["Category", "Value", "Target %", "Pool %", "Selected %", "Excluded"]
        .map(str::to_owned)
        .to_vec();
    let all: Vec<usize> = (0..problem.pool.people.len()).collect();
    let whole = |people: &[usize]| u32::try_from(people.len()).unwrap_or(u32::MAX);
    let [pool, on_panel, excluded] = [&all, panel, &problem.excluded].map(|people| counts(problem, people));
    let rows = problem.quotas.values().map(|(feature, value, one)| {
        let target = if problem.size == 0 {
            0.0
        } else {
            (f64::from(one.quota.min) + f64::from(one.quota.max)) * 50.0 / f64::from(problem.size)
        };
        vec![
            problem.quotas.features[feature].name.clone(),
            one.name.clone(),
            format!("{target:.1}"),
            format!("{:.1}", percent(pool[feature][value], whole(&all))),
            format!("{:.1}", percent(on_panel[feature][value], whole(panel))),
            excluded[feature][value].to_string(),
        ]
    });
    std::iter::once(headings).chain(rows).collect()
}
