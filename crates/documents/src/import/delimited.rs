//! CSV, read by hand for three reasons: rows are numbered as a spreadsheet shows them, limits hold while reading, and a quotation mark
//! that is never closed is told instead of swallowing the rest of the list.

use crate::sheet::inert;

use super::cells::Filler;
use super::encoding::{Decoded, decode};
use super::{Format, ImportError, Limits, Notice, Table};

/// Separators tried, the most common in Denmark first.
const DELIMITERS: [char; 3] = [';', ',', '\t'];

/// Rows looked at to find the separator.
const ROWS_SNIFFED: usize = 20;

pub(super) fn read(bytes: &[u8], filename_hint: &str, limits: &Limits) -> Result<Table, ImportError> {
    let Decoded { text, encoding, guessed } = decode(bytes)?;
    let (announced, text) = announced_delimiter(&text);
    let delimiter = announced.unwrap_or_else(|| sniff(text, filename_hint));
    let mut filler = Filler::new(limits);
    walk(text, delimiter, |row, column, cell| {
        filler.put(row, column, inert::unguarded(cell)).map(|()| true)
    })?;
    let notices = if guessed { vec![Notice::GuessedEncoding] } else { Vec::new() };
    Ok(Table {
        rows: filler.finish(),
        format: Format::Csv { delimiter, encoding },
        notices,
    })
}

/// Excel's own habit: a first line `sep=;` names the separator and is not part of the list.
fn announced_delimiter(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = first.trim_end_matches('\r').trim_matches('"');
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| {
        let mut characters = line[4..].chars();
        characters.next().filter(|_| characters.next().is_none())
    });
    match named {
        Some(delimiter) => (Some(delimiter), rest),
        None => (None, text),
    }
}

/// The separator with which most rows have as many columns as the first one, and more than one. Where no separator cuts the first row, it may be a title.
fn sniff(text: &str, filename_hint: &str) -> char {
    let hinted = filename_hint.to_ascii_lowercase().ends_with(".tsv").then_some('\t');
    let score = |delimiter: char| {
        let columns = first_rows(text, delimiter);
        let first = columns.first().copied().unwrap_or(0);
        let agreeing = columns.iter().filter(|&&count| count == first).count();
        (first > 1, agreeing, hinted == Some(delimiter), first)
    };
    // The first of equals wins, hence the reverse: `max_by_key` takes the last.
    let best = DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|&delimiter| score(delimiter))
        .unwrap_or(';');
    match score(best) {
        // A row that no other is like.
        (false, ..) | (true, 1, ..) => below_titles(text).unwrap_or(best),
        _ => best,
    }
}

/// The separator that cuts nearly all rows below the titles into as many columns, two rows at least. Commas stand in ordinary text too, so two columns of them are no sign.
fn below_titles(text: &str) -> Option<char> {
    let agreeing = |delimiter: char| {
        let columns = first_rows(text, delimiter);
        let count = |wanted: usize| columns.iter().filter(|&&count| count == wanted).count();
        let usual = columns.iter().copied().max_by_key(|&wanted| (count(wanted), wanted))?;
        let below = columns.iter().skip_while(|&&count| count != usual).count();
        let least = if delimiter == ',' { 3 } else { 2 };
        (usual >= least && count(usual) > 1 && count(usual) * 4 >= below * 3).then(|| count(usual))
    };
    let cut = DELIMITERS.into_iter().rev().filter(|&delimiter| agreeing(delimiter).is_some());
    cut.max_by_key(|&delimiter| agreeing(delimiter))
}

/// How many columns each of the first rows has.
fn first_rows(text: &str, delimiter: char) -> Vec<usize> {
    let mut columns = Vec::with_capacity(ROWS_SNIFFED);
    let mut last_row = 0;
    // An open quotation mark is for the real reading to tell.
    let _ = walk(text, delimiter, |row, column, _| {
        if row != last_row {
            if columns.len() == ROWS_SNIFFED {
                return Ok(false);
            }
            last_row = row;
            columns.push(0);
        }
        if let Some(last) = columns.last_mut() {
            *last = column + 1;
        }
        Ok(true)
    });
    columns
}

/// Calls `each(row, column, cell)` for every cell of every row that is not blank, until it answers `false` or fails.
fn walk(text: &str, delimiter: char, mut each: impl FnMut(usize, usize, &str) -> Result<bool, ImportError>) -> Result<(), ImportError> {
    let mut characters = text.chars().peekable();
    let mut cell = String::new();
    let (mut row, mut column) = (1, 0);
    // Whether the cell began with a quotation mark, and whether we are still between the marks.
    let (mut quoted, mut inside) = (false, false);
    loop {
        match characters.next() {
            Some('"') if inside => {
                if characters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    inside = false;
                }
            }
            Some('"') if cell.is_empty() && !quoted => (quoted, inside) = (true, true),
            Some('\r') if inside && characters.peek() == Some(&'\n') => {}
            Some(c) if inside => cell.push(c),
            Some(c) if c == delimiter => {
                if !each(row, column, &cell)? {
                    return Ok(());
                }
                cell.clear();
                quoted = false;
                column += 1;
            }
            Some(end @ ('\r' | '\n')) => {
                if end == '\r' {
                    let _ = characters.next_if_eq(&'\n');
                }
                let blank = column == 0 && cell.is_empty();
                if !blank && !each(row, column, &cell)? {
                    return Ok(());
                }
                cell.clear();
                quoted = false;
                row += 1;
                column = 0;
            }
            Some(c) => cell.push(c),
            None if inside => return Err(ImportError::OpenQuote { row }),
            None => {
                if column > 0 || !cell.is_empty() {
                    each(row, column, &cell)?;
                }
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(text: &str) -> Table {
        read(text.as_bytes(), "liste.csv", &Limits::default()).expect("reads")
    }

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        table(text).rows.into_iter().map(|row| (row.number, row.cells)).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let text = "Navn;Note\n\n\"Åse\";\"to\nlinjer; og \"\"gåseøjne\"\"\"\r\n;;\r\nBo;x";
        assert_eq!(
            rows(text),
            [
                row(1, &["Navn", "Note"]),
                row(3, &["Åse", "to\nlinjer; og \"gåseøjne\""]),
                row(5, &["Bo", "x"])
            ]
        );
    }

    #[test]
    fn the_separator_is_found_also_where_others_stand_in_the_text() {
        for (text, delimiter) in [
            ("Navn;Pris\nÅse;3,50\nBo;4,75\n", ';'),
            ("name,town\n\"Hansen, Åse\",Ry\nBo,Ry;Ribe\n", ','),
            ("a\tb\n1,5\t2;5\n", '\t'),
            ("Navn\nÅse\n", ';'),
            ("sep=|\na|b\n", '|'),
            ("SEP=,\r\na,b;c\r\n", ','),
            ("Udtrukket i maj\n\nid\tnavn\n1\tÅse\n2\tBo\n", '\t'),
            ("Udtrukket, i maj\n\nid;navn\n1;Åse\n2;Bo\n", ';'),
            ("Udtrukket i maj\nTil mødet\nid,navn,by\n1,Åse,Ry\n2,Bo,Ribe\n", ','),
            ("Navn\nHansen, Åse\nJensen, Bo\n", ';'),
        ] {
            assert!(
                matches!(table(text).format, Format::Csv { delimiter: found, .. } if found == delimiter),
                "{text:?}"
            );
        }
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_its_row() {
        let text = "a;b\n1;2\n\"3;4\n5;6\n";
        assert_eq!(
            read(text.as_bytes(), "", &Limits::default()),
            Err(ImportError::OpenQuote { row: 3 })
        );
    }

    #[test]
    fn quotation_marks_inside_a_plain_cell_are_just_text() {
        assert_eq!(rows("a;5\" rør;c\n"), [row(1, &["a", "5\" rør", "c"])]);
    }

    #[test]
    fn each_limit_is_named() {
        let limits = Limits {
            rows: 3,
            columns: 2,
            cells: 4,
            cell_length: 5,
            ..Limits::default()
        };
        let read = |text: &str| read(text.as_bytes(), "", &limits).err();
        assert_eq!(read("a\nb\nc\nd\n"), Some(ImportError::TooManyRows { limit: 3 }));
        assert_eq!(read("a;b;c\n"), Some(ImportError::TooManyColumns { limit: 2 }));
        assert_eq!(read("a;b\nc;d\ne;f\n"), Some(ImportError::TooManyCells { limit: 4 }));
        assert_eq!(
            read("a;æøåæøå\n"),
            Some(ImportError::CellTooLong {
                row: 1,
                column: 1,
                limit: 5
            })
        );
        assert_eq!(read("a;æøåæø\n"), None);
        assert_eq!(read("a;b;;;;\n\n\n\n\n\n"), None, "blank cells and rows cost nothing");
    }

    proptest! {
        #[test]
        fn what_a_csv_writer_wrote_is_read_as_it_was(
            cells in prop::collection::vec(prop::collection::vec("[a-z;,\"\n æ0-9]{0,6}", 3), 1..6),
            delimiter in prop::sample::select(vec![b';', b',', b'\t']),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
            for row in &cells {
                writer.write_record(row).expect("writes");
            }
            let text = String::from_utf8(writer.into_inner().expect("flushes")).expect("is UTF-8");
            let mut read = vec![vec![String::new(); 3]; cells.len()];
            walk(&text, char::from(delimiter), |row, column, cell| {
                cell.clone_into(&mut read[row - 1][column]);
                Ok(true)
            }).expect("reads");
            prop_assert_eq!(read, cells);
        }

        #[test]
        fn no_bytes_make_the_reader_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes, "x.csv", &Limits::default());
        }
    }
}
