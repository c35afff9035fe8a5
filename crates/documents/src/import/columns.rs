//! Which column holds what, found by its heading: people rename, reorder and add columns, and should not have to care.

use texts::Lang;

use super::{Finding, Problem, Report, Row};

/// The columns a list may have. `K` names the fields, best an enum.
#[derive(Clone, Debug)]
pub struct Columns<K> {
    fields: Vec<Field<K>>,
}

#[derive(Clone, Debug)]
struct Field<K> {
    key: K,
    da: &'static str,
    en: &'static str,
    others: &'static [&'static str],
    required: bool,
}

impl<K: Copy + Eq> Columns<K> {
    /// No columns yet.
    #[must_use]
    pub fn new() -> Self {
        Self { fields: Vec::new() }
    }

    /// A column without which the list cannot be read. `da` and `en` are its headings in templates and messages; `others` are further
    /// headings people use. Case, blanks, hyphens and full stops make no difference.
    #[must_use]
    pub fn required(self, key: K, da: &'static str, en: &'static str, others: &'static [&'static str]) -> Self {
        self.field(Field {
            key,
            da,
            en,
            others,
            required: true,
        })
    }

    /// A column that may be missing.
    #[must_use]
    pub fn optional(self, key: K, da: &'static str, en: &'static str, others: &'static [&'static str]) -> Self {
        self.field(Field {
            key,
            da,
            en,
            others,
            required: false,
        })
    }

    fn field(mut self, field: Field<K>) -> Self {
        self.fields.push(field);
        self
    }

    /// The headings in the order given, for an empty list to fill in.
    #[must_use]
    pub fn headings(&self, lang: Lang) -> Vec<&'static str> {
        self.fields.iter().map(|field| lang.pick(field.da, field.en)).collect()
    }

    /// Finds the fields among the headings.
    ///
    /// # Errors
    /// A report of required columns that are missing and of columns that are there twice.
    pub fn find(&self, headings: &Row) -> Result<Mapping<K>, Report> {
        let mut report = Report::default();
        let mut places: Vec<(K, usize)> = Vec::new();
        let mut known = vec![false; headings.cells.len()];
        for field in &self.fields {
            let mut found = headings
                .cells
                .iter()
                .enumerate()
                .filter(|(_, heading)| field.answers_to(heading))
                .map(|(place, _)| place);
            let Some(first) = found.next() else {
                if field.required {
                    report.push(Finding::of_file(
                        headings.number,
                        Problem::ColumnMissing {
                            da: field.da,
                            en: field.en,
                        },
                    ));
                }
                continue;
            };
            known[first] = true;
            places.push((field.key, first));
            for again in found {
                known[again] = true;
                let heading = headings.cells[again].clone();
                report.push(Finding::of_cell(headings.number, again, heading, Problem::ColumnTwice { first }));
            }
        }
        let unknown = headings
            .cells
            .iter()
            .zip(&known)
            .filter(|(heading, known)| !**known && !heading.is_empty());
        let ignored = unknown.map(|(heading, _)| heading.clone()).collect();
        if report.is_empty() {
            Ok(Mapping {
                places,
                headings: headings.cells.clone(),
                ignored,
            })
        } else {
            Err(report)
        }
    }
}

impl<K: Copy + Eq> Default for Columns<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> Field<K> {
    fn answers_to(&self, heading: &str) -> bool {
        let heading = plain(heading);
        !heading.is_empty() && [self.da, self.en].iter().chain(self.others).any(|name| plain(name) == heading)
    }
}

/// A heading without what people vary: `E-mail`, `e mail` and `EMAIL:` are one.
fn plain(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Where in this file each field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping<K> {
    places: Vec<(K, usize)>,
    headings: Vec<String>,
    /// Headings that no field answers to; their columns are not read.
    pub ignored: Vec<String>,
}

impl<K: Copy + Eq> Mapping<K> {
    /// The column of a field, from 0; `None` when the file does not have it.
    #[must_use]
    pub fn place(&self, key: K) -> Option<usize> {
        self.places.iter().find(|(found, _)| *found == key).map(|(_, place)| *place)
    }

    /// The heading of a column as it stands in the file.
    pub(super) fn heading(&self, place: usize) -> &str {
        self.headings.get(place).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Key {
        Name,
        Mail,
        Gln,
    }

    fn columns() -> Columns<Key> {
        Columns::new()
            .required(Key::Name, "Navn", "Name", &["Fulde navn", "Deltager"])
            .required(Key::Mail, "E-mail", "Email", &["Mail", "E-post"])
            .optional(Key::Gln, "EAN-nummer", "EAN number", &["EAN", "GLN"])
    }

    fn headings(cells: &[&str]) -> Row {
        Row {
            number: 1,
            cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
        }
    }

    #[test]
    fn headings_are_found_in_any_order_case_and_spelling() {
        let mapping = columns()
            .find(&headings(&["ean nr", "E MAIL:", "Bemærkning", "fulde  Navn"]))
            .expect("has what it needs");
        assert_eq!(
            (mapping.place(Key::Name), mapping.place(Key::Mail), mapping.place(Key::Gln)),
            (Some(3), Some(1), None)
        );
        assert_eq!(mapping.ignored, ["ean nr", "Bemærkning"]);
    }

    #[test]
    fn every_missing_and_every_doubled_column_is_told_at_once() {
        let report = columns()
            .find(&headings(&["Mail", "e-post", "EAN"]))
            .expect_err("no name, two mails");
        let lines = report.lines(Lang::Da);
        assert_eq!(
            lines,
            [
                "Række 1: kolonnen »Navn« mangler.",
                "Række 1, kolonne B »e-post«: samme oplysning står allerede i kolonne A. Slet den ene."
            ]
        );
    }

    #[test]
    fn the_headings_of_an_empty_list_are_found_again() {
        for lang in Lang::ALL {
            let mapping = columns().find(&headings(&columns().headings(lang))).expect("our own headings");
            assert_eq!(mapping.place(Key::Gln), Some(2));
        }
    }
}
