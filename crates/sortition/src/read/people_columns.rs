//! Which columns of the file of people are for what.

use super::heading::{Headings, plain, top};
use super::{PeopleSettings, Sheet, SheetRow};
use crate::check::{Finding, Source};
use crate::model::Quotas;

/// The heading under which people are called r0, r1, … when their file has no ids. Where it is taken, the next one is used.
pub(super) const ROW_IDS: [&str; 2] = ["id", "row_id"];

/// The row that has most of the headings that are needed: there may be a title above it.
pub(super) fn headings<'s>(sheet: &'s Sheet, quotas: &Quotas, settings: &PeopleSettings) -> Option<(Headings<'s>, usize)> {
    let PeopleSettings {
        id_column,
        columns_to_keep,
        address_columns,
    } = settings;
    let features = quotas.features.iter().map(|feature| &feature.name);
    let wanted: Vec<&String> = features.chain(id_column).chain(columns_to_keep).chain(address_columns).collect();
    let rows = top(sheet).map(|(index, row)| {
        let headings = Headings::new(Source::People, row);
        let known = wanted.iter().filter(|name| headings.has(name)).count();
        (known, headings, index)
    });
    rows.reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, headings, index)| (headings, index))
}

/// Where things stand.
pub(super) struct Columns {
    /// `None` without an id column, or if it is missing.
    pub(super) id: Option<usize>,
    /// For each feature; `None` if it is missing.
    pub(super) features: Vec<Option<usize>>,
    pub(super) address: Vec<usize>,
    /// All that goes into the result, the id aside, each once.
    pub(super) kept: Vec<usize>,
}

impl Columns {
    pub(super) fn find(headings: &Headings<'_>, quotas: &Quotas, settings: &PeopleSettings, findings: &mut Vec<Finding>) -> Self {
        let id = settings.id_column.as_ref().and_then(|name| headings.need(name, findings));
        let features: Vec<Option<usize>> = quotas
            .features
            .iter()
            .map(|feature| headings.need(&feature.name, findings))
            .collect();
        let mut all = |names: &[String]| -> Vec<usize> { names.iter().filter_map(|name| headings.need(name, findings)).collect() };
        let to_keep = all(&settings.columns_to_keep);
        let address = all(&settings.address_columns);
        let mut kept = Vec::new();
        for &column in to_keep.iter().chain(&address).chain(features.iter().flatten()) {
            if Some(column) != id && !kept.contains(&column) {
                kept.push(column);
            }
        }
        Self {
            id,
            features,
            address,
            kept,
        }
    }

    pub(super) fn kept_headings(&self, headings: &Headings<'_>) -> Vec<String> {
        let kept: Vec<String> = self.kept.iter().map(|&column| headings.name(column)).collect();
        let taken = |name: &str| kept.iter().any(|heading| plain(heading) == name);
        let id = self.id.map_or_else(
            || ROW_IDS.into_iter().find(|name| !taken(name)).unwrap_or(ROW_IDS[0]).to_owned(),
            |column| headings.name(column),
        );
        std::iter::once(id).chain(kept).collect()
    }

    pub(super) fn kept(&self, id: &str, row: &SheetRow) -> Vec<String> {
        std::iter::once(id)
            .chain(self.kept.iter().map(|&column| row.cell(column)))
            .map(str::to_owned)
            .collect()
    }
}
