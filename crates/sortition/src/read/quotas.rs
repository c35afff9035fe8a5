//! The file of quotas.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::heading::{Headings, plain};
use super::quota_columns::{self, QuotaColumns};
use super::{Reading, Sheet, SheetRow};
use crate::check::{self, Code, Finding, Place, Source};
use crate::model::{Feature, Quota, Quotas, Value};

/// Values are numbered in 16 bits.
const MOST_VALUES: usize = 1 << 16;

/// Reads quotas in any of the dialects in use: a column each for feature, value, min and max, under the names that programs and people give
/// them, and perhaps for `min_flex` and `max_flex`. A blank flex cell sets no bound: `min_flex` 0, `max_flex` any height. Rows without a
/// feature are left out, further columns are not read.
#[must_use]
pub fn quotas(sheet: &Sheet) -> Reading<Quotas> {
    let mut findings = Vec::new();
    let Some((headings, index, columns)) = quota_columns::find(sheet, &mut findings) else {
        return Reading::new(Quotas::default(), findings);
    };
    let mut reader = Reader {
        headings,
        columns,
        findings,
        quotas: Quotas::default(),
        features: HashMap::new(),
        rows: HashMap::new(),
    };
    for row in sheet.filled_rows().skip(index + 1) {
        reader.row(row);
    }
    if reader.quotas.features.is_empty() {
        reader
            .findings
            .push(Finding::new(Code::SheetNoRows, Place::file(Source::Quotas), []));
    }
    Reading::new(reader.quotas, reader.findings)
}

struct Reader<'s> {
    headings: Headings<'s>,
    columns: QuotaColumns,
    findings: Vec<Finding>,
    quotas: Quotas,
    /// The number of each feature, by its plain name.
    features: HashMap<String, usize>,
    /// The row of each value, by the number of its feature and its plain name.
    rows: HashMap<(usize, String), usize>,
}

impl Reader<'_> {
    fn row(&mut self, row: &SheetRow) {
        let (feature, value) = (row.cell(self.columns.feature), row.cell(self.columns.value));
        if feature.is_empty() {
            // A total or a note below the table is left out in silence; a value or merged cells are worth a word.
            if !value.is_empty() {
                self.push(Code::QuotaFeatureMissing, row, self.columns.feature, []);
            }
            return;
        }
        let number = *self.features.entry(plain(feature)).or_insert_with(|| {
            self.quotas.features.push(Feature {
                name: feature.to_owned(),
                values: Vec::new(),
            });
            self.quotas.features.len() - 1
        });
        let quota = self.quota(row, feature, value);
        if value.is_empty() {
            return self.push(Code::QuotaValueMissing, row, self.columns.value, [feature.into()]);
        }
        match self.rows.entry((number, plain(value))) {
            Entry::Occupied(first) => {
                let values = [feature.into(), value.into(), (*first.get()).into()];
                self.push(Code::QuotaValueTwice, row, self.columns.value, values);
            }
            Entry::Vacant(place) if self.quotas.features[number].values.len() < MOST_VALUES => {
                place.insert(row.number);
                self.quotas.features[number].values.push(Value {
                    name: value.to_owned(),
                    quota,
                });
            }
            Entry::Vacant(_) => self.push(Code::TooManyValues, row, self.columns.value, [feature.into(), MOST_VALUES.into()]),
        }
    }

    /// The numbers of a row. What cannot be read sets no bound, so that the rest can be checked.
    fn quota(&mut self, row: &SheetRow, feature: &str, value: &str) -> Quota {
        let QuotaColumns {
            min: min_column,
            max: max_column,
            min_flex,
            max_flex,
            ..
        } = self.columns;
        let min = self.number(row, min_column, feature, value, true);
        let max = self.number(row, max_column, feature, value, true);
        let min_flex = min_flex.and_then(|column| self.number(row, column, feature, value, false));
        let max_flex = max_flex.and_then(|column| self.number(row, column, feature, value, false));
        let quota = Quota {
            min: min.unwrap_or(0),
            max: max.unwrap_or(u32::MAX),
            min_flex: min_flex.unwrap_or(0),
            max_flex,
        };
        // Only numbers that were read can contradict each other.
        let compared = Quota {
            min_flex: if min.is_some() { quota.min_flex } else { 0 },
            max_flex: max_flex.filter(|_| max.is_some()),
            ..quota
        };
        self.findings
            .extend(check::quota(feature, value, compared, &Place::row(Source::Quotas, row.number)));
        quota
    }

    fn number(&mut self, row: &SheetRow, column: usize, feature: &str, value: &str, needed: bool) -> Option<u32> {
        let text = row.cell(column);
        let number = whole(text);
        if text.is_empty() {
            if needed {
                self.push(Code::NumberMissing, row, column, [feature.into(), value.into()]);
            }
        } else if number.is_none() {
            self.push(Code::NumberInvalid, row, column, [feature.into(), value.into(), text.into()]);
        }
        number
    }

    fn push<const N: usize>(&mut self, code: Code, row: &SheetRow, column: usize, values: [check::Parameter; N]) {
        self.findings
            .push(Finding::new(code, self.headings.cell(row.number, column), values));
    }
}

/// A whole number from 0. Programs that know only floating point write 7 as `7.0`; anything else behind a full stop or comma could be
/// thousands and is refused.
pub(super) fn whole(text: &str) -> Option<u32> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
}
