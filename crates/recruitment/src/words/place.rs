//! Where something is, as a spreadsheet shows it.

use sortition::check::{Place, Source};
use texts::Lang;

use crate::t;

/// `Kvotefilen, række 4, kolonne C (»min«)`.
#[must_use]
pub fn place(lang: Lang, place: &Place) -> String {
    let file = t::file(lang, place.source.as_str());
    let Some(row) = place.row else {
        return file;
    };
    let row = match place.source {
        Source::Settings => t::place_line(lang, file, row),
        _ => t::place_row(lang, file, row),
    };
    match &place.column {
        None => row,
        Some(column) if column.name.is_empty() => t::place_cell(lang, row, letters(column.number)),
        Some(column) => t::place_cell_named(lang, row, letters(column.number), &column.name),
    }
}

/// The letters over a column, counted from 0: A to Z, then AA.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let wanted = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (number, text) in wanted {
            assert_eq!(letters(number), text);
        }
    }

    #[test]
    fn a_place_is_said_as_narrowly_as_it_is_known() {
        let said = |lang, at: &Place| place(lang, at);
        let cell = Place::cell(Source::Quotas, 1204, 2, "min".to_owned());
        assert_eq!(said(Lang::Da, &cell), "Kvotefilen, række 1204, kolonne C (»min«)");
        assert_eq!(
            said(Lang::En, &Place::cell(Source::People, 3, 27, String::new())),
            "The file of the pool, row 3, column AB"
        );
        assert_eq!(said(Lang::Da, &Place::row(Source::Settings, 7)), "Indstillingerne, linje 7");
        assert_eq!(said(Lang::En, &Place::file(Source::Selected)), "The file of those already selected");
    }
}
