//! Row by row from text to values; what does not fit goes into the report, and the reading goes on to find the rest.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Columns, Finding, Mapping, Problem, Report, Row, Table};

/// Reads every row below the headings with `read_row`, and gives all the values or, when anything is wrong anywhere, none of them and the
/// report. `read_row` answers `None` for a row it cannot use; without a finding that means "leave this row out".
///
/// # Errors
/// The report.
pub fn all_or_nothing<K: Copy + Eq, T>(
    table: &Table,
    columns: &Columns<K>,
    mut read_row: impl FnMut(&mut RowReader<'_, K>) -> Option<T>,
) -> Result<Vec<T>, Report> {
    let mut report = Report::default();
    let Some((headings, rows)) = table.rows.split_first() else {
        report.push(Finding::of_file(1, Problem::NoRows));
        return Err(report);
    };
    let mapping = columns.find(headings)?;
    if rows.is_empty() {
        report.push(Finding::of_file(headings.number, Problem::NoRows));
    }
    let mut seen = HashMap::new();
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        values.extend(read_row(&mut RowReader {
            row,
            mapping: &mapping,
            report: &mut report,
            seen: &mut seen,
        }));
    }
    if report.is_empty() { Ok(values) } else { Err(report) }
}

/// A row being read. Every method answers `None` for an empty cell or a missing column, and for a cell that does not fit, which it reports.
#[derive(Debug)]
pub struct RowReader<'t, K> {
    row: &'t Row,
    mapping: &'t Mapping<K>,
    report: &'t mut Report,
    /// Values that may stand only once, by column, and the row they were met in.
    seen: &'t mut HashMap<(usize, String), usize>,
}

impl<'t, K: Copy + Eq> RowReader<'t, K> {
    /// Number of the row in the file.
    #[must_use]
    pub fn number(&self) -> usize {
        self.row.number
    }

    /// The text of a cell, if it is filled.
    #[must_use]
    pub fn text(&self, key: K) -> Option<&'t str> {
        let place = self.mapping.place(key)?;
        self.row.cells.get(place).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The text of a cell that must be filled.
    pub fn required(&mut self, key: K) -> Option<&'t str> {
        let text = self.text(key);
        if text.is_none() {
            self.problem(key, Problem::Missing);
        }
        text
    }

    /// Text of at most `limit` characters.
    pub fn text_up_to(&mut self, key: K, limit: usize) -> Option<&'t str> {
        let text = self.text(key)?;
        let length = text.chars().count();
        if length > limit {
            self.problem(key, Problem::TooLong { length, limit });
            return None;
        }
        Some(text)
    }

    /// A value that no other row may have; case makes no difference.
    pub fn unique(&mut self, key: K) -> Option<&'t str> {
        let text = self.text(key)?;
        let place = self.mapping.place(key)?;
        let first = *self.seen.entry((place, text.to_lowercase())).or_insert(self.row.number);
        if first != self.row.number {
            self.problem(key, Problem::Twice { first });
            return None;
        }
        Some(text)
    }

    /// A whole number; blanks and full stops between groups of three are allowed.
    pub fn integer(&mut self, key: K) -> Option<i64> {
        self.parsed(key, |text| {
            integer(text).ok_or_else(|| Problem::NotANumber { value: text.to_owned() })
        })
    }

    /// An amount in øre, from `3.000`, `3.000,50`, `3000.50`, `3 000 kr.`
    pub fn money(&mut self, key: K) -> Option<i64> {
        self.parsed(key, |text| {
            oere(text).ok_or_else(|| Problem::NotAnAmount { value: text.to_owned() })
        })
    }

    /// A day, from `2026-10-26`, `26-10-2026`, `26/10/2026` or `26.10.2026`: day before month, and four digits for the year.
    pub fn date(&mut self, key: K) -> Option<Date> {
        self.parsed(key, |text| date(text).ok_or_else(|| Problem::NotADate { value: text.to_owned() }))
    }

    /// Yes or no, in the words and signs people use for it.
    pub fn yes_or_no(&mut self, key: K) -> Option<bool> {
        self.parsed(key, |text| {
            yes_or_no(text).ok_or_else(|| Problem::NotYesOrNo { value: text.to_owned() })
        })
    }

    /// A value of the room's own, by a function that tells what is wrong.
    pub fn parsed<T>(&mut self, key: K, parse: impl FnOnce(&'t str) -> Result<T, Problem>) -> Option<T> {
        match parse(self.text(key)?) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.problem(key, problem);
                None
            }
        }
    }

    /// Reports something about a cell of this row.
    pub fn problem(&mut self, key: K, problem: Problem) {
        let number = self.row.number;
        self.report.push(match self.mapping.place(key) {
            Some(place) => Finding::of_cell(number, place, self.mapping.heading(place).to_owned(), problem),
            None => Finding::of_file(number, problem),
        });
    }
}

fn integer(text: &str) -> Option<i64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = compact.strip_prefix('-').map_or((1, compact.as_str()), |rest| (-1, rest));
    Some(sign * ungrouped(digits, '.')?.parse::<i64>().ok()?)
}

/// Digits, plain or in groups of three with `separator` between them.
fn ungrouped(text: &str, separator: char) -> Option<String> {
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    (grouped && digits(first) && rest.iter().all(|group| digits(group))).then(|| format!("{first}{}", rest.concat()))
}

fn oere(text: &str) -> Option<i64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let bare = compact.trim_start_matches("dkk").trim_start_matches("kr.").trim_start_matches("kr");
    let bare = bare
        .trim_end_matches("dkk")
        .trim_end_matches("kr.")
        .trim_end_matches("kr")
        .trim_end_matches(",-");
    let (sign, bare) = bare.strip_prefix(['-', '\u{2212}']).map_or((1, bare), |rest| (-1, rest));
    // The later of the two signs is the decimal sign. Alone, a full stop before exactly three digits groups thousands, as Danes write;
    // a comma there could be either and is refused.
    let (whole, fraction, thousands) = match (bare.rfind('.'), bare.rfind(',')) {
        (Some(dot), Some(comma)) if dot > comma => (&bare[..dot], &bare[dot + 1..], ','),
        (Some(_) | None, Some(comma)) => (&bare[..comma], &bare[comma + 1..], '.'),
        (Some(dot), None) if bare.len() - dot <= 3 => (&bare[..dot], &bare[dot + 1..], ','),
        (Some(_) | None, None) => (bare, "00", '.'),
    };
    if !(1..=2).contains(&fraction.len()) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let kroner: i64 = ungrouped(whole, thousands)?.parse().ok()?;
    let oere: i64 = format!("{fraction:0<2}").parse().ok()?;
    Some(sign * kroner.checked_mul(100)?.checked_add(oere)?)
}

fn date(text: &str) -> Option<Date> {
    // A spreadsheet's day with a time at midnight is still a day.
    let text = text.strip_suffix(" 00:00").unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "sand" | "sandt" => Some(true),
        "nej" | "n" | "no" | "0" | "false" | "falsk" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_danes_and_spreadsheets_write_them() {
        for (text, expected) in [
            ("3.000", Some(300_000)),
            ("3000", Some(300_000)),
            ("3.000,50", Some(300_050)),
            ("3,000.50", Some(300_050)),
            ("3000.5", Some(300_050)),
            ("3000,5", Some(300_050)),
            ("3 000 kr.", Some(300_000)),
            ("DKK 3.000,00", Some(300_000)),
            ("3.000,-", Some(300_000)),
            ("-250", Some(-25_000)),
            ("1.234.567", Some(123_456_700)),
            ("3,000", None),
            ("3.0000", None),
            ("1234.567", None),
            ("3,14159", None),
            ("tre", None),
            ("", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(oere(text), expected, "{text:?}");
        }
    }

    #[test]
    fn days_are_read_with_the_day_before_the_month_and_never_guessed() {
        for text in [
            "2026-10-26",
            "26-10-2026",
            "26/10/2026",
            "26.10.2026",
            "2026-10-26 00:00",
            "26. 10. 2026",
        ] {
            assert_eq!(date(text), Some(jiff::civil::date(2026, 10, 26)), "{text:?}");
        }
        for text in ["26-10-26", "10/26/2026", "2026-10", "i morgen", "31-11-2026", "2026-10-26 09:15"] {
            assert_eq!(date(text), None, "{text:?}");
        }
    }

    #[test]
    fn whole_numbers_may_be_grouped_but_not_broken() {
        assert_eq!(integer("1.234"), Some(1234));
        assert_eq!(integer("-12"), Some(-12));
        assert_eq!(integer("1,5"), None);
        assert_eq!(integer("12.34"), None);
        assert_eq!(integer("1e3"), None);
    }

    #[test]
    fn yes_and_no_have_many_words() {
        assert_eq!(yes_or_no("JA"), Some(true));
        assert_eq!(yes_or_no("falsk"), Some(false));
        assert_eq!(yes_or_no("måske"), None);
    }
}
