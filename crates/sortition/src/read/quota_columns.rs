//! Which columns of a file of quotas hold feature, value and numbers. Several programs have each named them in their own way.

use super::heading::{Headings, top};
use super::{Sheet, SheetRow};
use crate::check::{Code, Finding, Place, Source};

/// What programs and people call the numbers, without regard to case, blanks, hyphens and underscores.
const MIN: &[&str] = &["min", "minimum", "minquota", "mindst"];
const MAX: &[&str] = &["max", "maks", "maximum", "maksimum", "maxquota", "højst"];
const MIN_FLEX: &[&str] = &["minflex"];
const MAX_FLEX: &[&str] = &["maxflex", "maksflex"];

/// Names of the columns of features and values that belong together, the surest first.
///
/// `feature` with `value` is today's dialect, `category` with `name` the older one, and `FeatureName` with `ValueName` that of programs for
/// maximal entropy. The last pair is the trap: next to `category`, the column `feature` holds the *values*.
const PAIRS: &[(&[&str], &[&str])] = &[
    (&["feature", "featurename"], &["value", "valuename", "categoryvalue"]),
    (
        &["category", "kategori", "egenskab", "træk"],
        &["name", "navn", "value", "værdi", "valuename", "categoryvalue"],
    ),
    (&["feature", "featurename"], &["name", "værdi"]),
    (&["category"], &["feature"]),
];

/// Where things stand.
pub(super) struct QuotaColumns {
    pub(super) feature: usize,
    pub(super) value: usize,
    pub(super) min: usize,
    pub(super) max: usize,
    pub(super) min_flex: Option<usize>,
    pub(super) max_flex: Option<usize>,
}

/// The headings of the file, which of the filled rows they are, and the columns. `None` if a column is missing, which is told.
pub(super) fn find<'s>(sheet: &'s Sheet, findings: &mut Vec<Finding>) -> Option<(Headings<'s>, usize, QuotaColumns)> {
    let candidates = || top(sheet).map(|(index, row)| (index, row, Words::of(row)));
    // The first of the best: rows of quotas name no columns.
    let Some((index, row, words)) = candidates().reduce(|best, next| if next.2.known() > best.2.known() { next } else { best }) else {
        findings.push(Finding::new(Code::SheetEmpty, Place::file(Source::Quotas), []));
        return None;
    };
    let headings = Headings::new(Source::Quotas, row);
    if words.known() == 0
        && let Some(columns) = by_position(sheet)
    {
        findings.push(Finding::new(Code::QuotasByPosition, Place::row(Source::Quotas, row.number), []));
        return Some((headings, index, columns));
    }
    let (feature, value) = words.pair();
    let (min, max) = (words.of_any(MIN), words.of_any(MAX));
    let mut one = |wanted: &str, columns: &[usize]| {
        for &again in columns.iter().skip(1) {
            let place = headings.cell(row.number, again);
            findings.push(Finding::new(
                Code::ColumnTwice,
                place,
                [headings.name(again).into(), columns[0].into()],
            ));
        }
        if columns.is_empty() && !wanted.is_empty() {
            let place = Place::row(Source::Quotas, row.number);
            findings.push(Finding::new(Code::ColumnMissing, place, [wanted.into(), headings.found().into()]));
        }
        columns.first().copied()
    };
    let feature = one("feature", &feature);
    let value = one("value", &value);
    let min = one("min", &min);
    let max = one("max", &max);
    let min_flex = one("", &words.of_any(MIN_FLEX));
    let max_flex = one("", &words.of_any(MAX_FLEX));
    let columns = QuotaColumns {
        feature: feature?,
        value: value?,
        min: min?,
        max: max?,
        min_flex,
        max_flex,
    };
    Some((headings, index, columns))
}

/// The headings of a row, reduced to letters and digits.
struct Words(Vec<String>);

impl Words {
    fn of(row: &SheetRow) -> Self {
        let word = |column| {
            row.cell(column)
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        };
        Self((0..row.cells.len()).map(word).collect())
    }

    fn of_any(&self, names: &[&str]) -> Vec<usize> {
        let known = |(column, word): (usize, &String)| names.contains(&word.as_str()).then_some(column);
        self.0.iter().enumerate().filter_map(known).collect()
    }

    /// The columns called by the names of feature and value: of the first pair that is there, or else of whatever is there.
    fn pair(&self) -> (Vec<usize>, Vec<usize>) {
        let pairs = || PAIRS.iter().map(|(features, values)| (self.of_any(features), self.of_any(values)));
        let whole = pairs().find(|(features, values)| !features.is_empty() && !values.is_empty());
        whole.unwrap_or_else(|| {
            let features = PAIRS
                .iter()
                .map(|(names, _)| self.of_any(names))
                .find(|columns| !columns.is_empty());
            let values = PAIRS
                .iter()
                .take(3)
                .map(|(_, names)| self.of_any(names))
                .find(|columns| !columns.is_empty());
            (features.unwrap_or_default(), values.unwrap_or_default())
        })
    }

    /// How many of the four columns that must be there are there.
    fn known(&self) -> usize {
        let (feature, value) = self.pair();
        [feature, value, self.of_any(MIN), self.of_any(MAX)]
            .iter()
            .filter(|columns| !columns.is_empty())
            .count()
    }
}

/// The first four columns, if headings say nothing but every row below them has whole numbers in the third and fourth.
fn by_position(sheet: &Sheet) -> Option<QuotaColumns> {
    let mut rows = sheet.filled_rows();
    let numbers = |row: &SheetRow| [2, 3].map(|column| super::quotas::whole(row.cell(column)).is_some());
    let headings = rows.next()?;
    let named = (0..4).all(|column| !headings.cell(column).is_empty()) && numbers(headings) == [false, false];
    let mut below = rows.filter(|row| !row.cell(0).is_empty()).peekable();
    (named && below.peek().is_some() && below.all(|row| numbers(row) == [true, true])).then_some(QuotaColumns {
        feature: 0,
        value: 1,
        min: 2,
        max: 3,
        min_flex: None,
        max_flex: None,
    })
}
