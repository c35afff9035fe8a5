//! Quotas, as other programs read them today.

use super::Rows;
use crate::model::Quotas;

/// The quotas under `feature,value,min,max`, and `min_flex,max_flex` if any of them differs from what is understood without: 0, and no
/// bound. A maximum without bound has a blank `max_flex`.
#[must_use]
pub fn quotas(quotas: &Quotas) -> Rows {
    let is_flexible = quotas
        .values()
        .any(|(_, _, value)| value.quota.min_flex != 0 || value.quota.max_flex.is_some());
    let columns = if is_flexible { 6 } else { 4 };
    let headings = ["feature", "value", "min", "max", "min_flex", "max_flex"].map(str::to_owned);
    let rows = quotas.values().map(|(feature, _, value)| {
        let quota = value.quota;
        let max_flex = quota.max_flex.map_or_else(String::new, |max_flex| max_flex.to_string());
        [
            quotas.features[feature].name.clone(),
            value.name.clone(),
            quota.min.to_string(),
            quota.max.to_string(),
            quota.min_flex.to_string(),
            max_flex,
        ]
    });
    std::iter::once(headings)
        .chain(rows)
        .map(|row| row.into_iter().take(columns).collect())
        .collect()
}
