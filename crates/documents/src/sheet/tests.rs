//! What is written is read back with another library, as a spreadsheet would.

use calamine::{Data, Reader, Xlsx};
use jiff::civil::{date, datetime};
use proptest::prelude::*;

use super::*;

fn created() -> Timestamp {
    "2026-10-25T00:30:00Z".parse().expect("a fixed instant")
}

fn book(sheets: Vec<Sheet>) -> Workbook {
    sheets
        .into_iter()
        .fold(Workbook::new("Tilmeldinger", "Kursushuset", Lang::Da, created()), Workbook::with)
}

fn of_texts(texts: &[&str]) -> Sheet {
    let mut sheet = Sheet::new("Ark", &["Tekst"]);
    for &text in texts {
        sheet.push([text.into()]);
    }
    sheet
}

fn cells(xlsx: &[u8]) -> Vec<Vec<Data>> {
    let mut file: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).expect("opens");
    let range = file.worksheet_range_at(0).expect("has a sheet").expect("reads");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn csv(sheet: &Sheet, dialect: Dialect) -> String {
    String::from_utf8(sheet.to_csv(dialect, Lang::Da).expect("writes")).expect("is UTF-8")
}

#[test]
fn each_kind_of_cell_is_what_it_says() {
    let mut sheet = Sheet::new("Ark", &["a", "b", "c", "d", "e", "f", "g"]);
    sheet.push([
        "Åse".into(),
        42.into(),
        Cell::Money(300_050),
        date(2026, 10, 26).into(),
        datetime(2026, 10, 26, 9, 15, 0, 0).into(),
        true.into(),
        Cell::Empty,
    ]);
    let rows = cells(&book(vec![sheet.clone()]).to_xlsx().expect("writes"));
    assert_eq!(rows[1][0], Data::String("Åse".into()));
    assert_eq!(rows[1][1], Data::Float(42.0));
    assert_eq!(rows[1][2], Data::Float(3000.5));
    assert!(matches!(&rows[1][3], Data::DateTime(day) if day.to_ymd_hms_milli() == (2026, 10, 26, 0, 0, 0, 0)));
    assert!(matches!(&rows[1][4], Data::DateTime(at) if at.to_ymd_hms_milli() == (2026, 10, 26, 9, 15, 0, 0)));
    assert_eq!(rows[1][5], Data::Bool(true));
    assert_eq!(
        csv(&sheet, Dialect::Plain).lines().nth(1),
        Some("Åse,42,3000.50,2026-10-26,2026-10-26 09:15,ja,")
    );
    assert_eq!(
        csv(&sheet, Dialect::DanishExcel).lines().nth(1),
        Some("Åse;42;3000,50;2026-10-26;2026-10-26 09:15;ja;")
    );
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let make = || book(vec![of_texts(&["a", "=b"]), of_texts(&["c"])]).to_xlsx().expect("writes");
    assert_eq!(make(), make());
}

#[test]
fn a_formula_in_somebodys_name_stays_text() {
    let hostile = [
        "=1+1",
        "=HYPERLINK(\"http://example.org\")",
        "+45 12345678",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "{=1}",
    ];
    let rows = cells(&book(vec![of_texts(&hostile)]).to_xlsx().expect("writes"));
    for (row, text) in rows[1..].iter().zip(hostile) {
        assert_eq!(row[0], Data::String(text.into()));
    }
    let written = csv(&of_texts(&hostile), Dialect::DanishExcel);
    assert!(
        written.contains("\r\n'=1+1\r\n\"'=HYPERLINK(\"\"http://example.org\"\")\"\r\n'+45 12345678\r\n'-2\r\n"),
        "{written}"
    );
}

#[test]
fn negative_amounts_are_numbers_and_get_no_apostrophe() {
    let mut sheet = Sheet::new("Ark", &["Beløb"]);
    sheet.push([Cell::Money(-5)]);
    sheet.push([Cell::Integer(-7)]);
    assert_eq!(csv(&sheet, Dialect::DanishExcel), "\u{feff}Beløb\r\n-0,05\r\n-7\r\n");
}

#[test]
fn quotes_separators_and_line_breaks_survive() {
    let text = "Han sagde \"ja; nej, måske\"\nog gik";
    assert_eq!(
        csv(&of_texts(&[text]), Dialect::DanishExcel),
        "\u{feff}Tekst\r\n\"Han sagde \"\"ja; nej, måske\"\"\nog gik\"\r\n"
    );
    assert_eq!(
        cells(&book(vec![of_texts(&[text])]).to_xlsx().expect("writes"))[1][0],
        Data::String(text.into())
    );
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_says_so() {
    let long = "å".repeat(40_000);
    let rows = cells(&book(vec![of_texts(&[&long])]).to_xlsx().expect("writes"));
    let Data::String(text) = &rows[1][0] else { panic!("not a text") };
    assert_eq!(text.encode_utf16().count(), 32_767);
    assert!(
        text.ends_with("[afkortet: teksten var på 40000 tegn]"),
        "{}",
        &text[text.len() - 60..]
    );
}

#[test]
fn names_that_a_tab_cannot_have_are_mended_and_never_collide() {
    let long = "Tilmeldinger til kurset i borgerinddragelse";
    let names = ["2023/2024: [alle]*", long, long, "''", "History", "ark"];
    let file = book(names.iter().map(|name| Sheet::new(*name, &["x"])).collect())
        .to_xlsx()
        .expect("writes");
    let read: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&file)).expect("opens");
    assert_eq!(
        read.sheet_names(),
        [
            "2023 2024   alle",
            "Tilmeldinger til kurset i borge",
            "Tilmeldinger til kurset i b (2)",
            "Ark",
            "Ark (2)",
            "ark (3)"
        ]
    );
}

#[test]
fn days_before_the_calendar_of_spreadsheets_are_written_as_text() {
    let mut sheet = Sheet::new("Ark", &["Dag"]);
    sheet.push([date(1849, 6, 5).into()]);
    assert_eq!(
        cells(&book(vec![sheet]).to_xlsx().expect("writes"))[1][0],
        Data::String("1849-06-05".into())
    );
}

#[test]
fn mistakes_of_the_caller_are_named() {
    let mut sheet = Sheet::new("Ark", &["en"]);
    sheet.push(["a".into(), "b".into()]);
    let error = book(vec![sheet.clone()]).to_xlsx().expect_err("a column without a heading");
    assert_eq!(
        error,
        SheetError::RowTooLong {
            sheet: "Ark".into(),
            row: 0,
            headings: 1
        }
    );
    assert_eq!(sheet.to_csv(Dialect::Plain, Lang::Da), Err(error));
    assert_eq!(book(vec![]).to_xlsx(), Err(SheetError::NoSheet));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_from_a_spreadsheet_as_it_went_in(text in "(\\PC|[=+@'\"_x0\n\t-])+") {
        let rows = cells(&book(vec![of_texts(&[&text])]).to_xlsx().expect("writes"));
        prop_assert_eq!(&rows[1][0], &Data::String(text));
    }
}
