//! Files as people send them, and files as attackers send them.

use std::io::{Cursor, Read, Write};

use jiff::civil::{date, datetime};
use proptest::prelude::*;
use rust_xlsxwriter::{Workbook as Writer, XlsxError};
use texts::Lang;
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::sheet::{Cell, Dialect, Sheet, Workbook};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Name,
    Mail,
    Born,
    Price,
    Lunch,
}

fn columns() -> Columns<Key> {
    Columns::new()
        .required(Key::Name, "Navn", "Name", &[])
        .required(Key::Mail, "E-mail", "Email", &["Mail"])
        .optional(Key::Born, "Født", "Born", &[])
        .optional(Key::Price, "Pris", "Price", &[])
        .optional(Key::Lunch, "Frokost", "Lunch", &[])
}

type Person = (String, String, Option<jiff::civil::Date>, Option<i64>, Option<bool>);

fn people(table: &Table) -> Result<Vec<Person>, Report> {
    all_or_nothing(table, &columns(), |row| {
        let name = row.required(Key::Name);
        let mail = row.required(Key::Mail).and_then(|_| row.unique(Key::Mail));
        let rest = (row.date(Key::Born), row.money(Key::Price), row.yes_or_no(Key::Lunch));
        Some((name?.to_owned(), mail?.to_owned(), rest.0, rest.1, rest.2))
    })
}

fn list() -> Sheet {
    let mut sheet = Sheet::new("Deltagere", &["Navn", "E-mail", "Født", "Pris", "Frokost"]);
    sheet.push([
        "=Åse".into(),
        "aase@example.dk".into(),
        date(1980, 2, 29).into(),
        Cell::Money(300_050),
        true.into(),
    ]);
    sheet.push([
        "Bo \"B\"; Bosen".into(),
        "bo@example.dk".into(),
        Cell::Empty,
        Cell::Money(-5),
        false.into(),
    ]);
    sheet
}

#[test]
fn a_list_of_ours_comes_back_as_it_was_from_xlsx_and_from_both_kinds_of_csv() {
    let expected = vec![
        (
            "=Åse".to_owned(),
            "aase@example.dk".to_owned(),
            Some(date(1980, 2, 29)),
            Some(300_050),
            Some(true),
        ),
        (
            "Bo \"B\"; Bosen".to_owned(),
            "bo@example.dk".to_owned(),
            None,
            Some(-5),
            Some(false),
        ),
    ];
    let created = "2026-10-25T00:30:00Z".parse().expect("a fixed instant");
    let files = [
        Workbook::new("Deltagere", "Huset", Lang::Da, created)
            .with(list())
            .to_xlsx()
            .expect("writes"),
        list().to_csv(Dialect::DanishExcel, Lang::Da).expect("writes"),
        list().to_csv(Dialect::Plain, Lang::En).expect("writes"),
    ];
    for file in files {
        let table = read(&file, "deltagere").expect("reads");
        assert_eq!(people(&table), Ok(expected.clone()), "{:?}", table.format);
        assert_eq!(table.notices, []);
    }
}

#[test]
fn everything_wrong_is_told_at_once_and_nothing_is_taken_in() {
    let text = "Navn;Mail;Født;Pris;Frokost\nÅse;aase@example.dk;26-10-26;3,000;måske\n;;;;\n;AASE@example.dk;;;\n";
    let report = people(&read(text.as_bytes(), "").expect("reads")).expect_err("five faults");
    assert_eq!(
        report.lines(Lang::Da),
        [
            "Række 2, kolonne C »Født«: »26-10-26« er ikke en dato. Skriv for eksempel 26-10-2026.",
            "Række 2, kolonne D »Pris«: »3,000« er ikke et beløb. Skriv for eksempel 3.000 eller 3.000,50.",
            "Række 2, kolonne E »Frokost«: »måske« er hverken ja eller nej.",
            "Række 4, kolonne A »Navn«: feltet skal udfyldes.",
            "Række 4, kolonne B »Mail«: står allerede i række 2.",
        ]
    );
    assert_eq!(report.lines(Lang::En)[4], "Row 4, column B “Mail”: is already in row 2.");
    let codes: Vec<_> = report.findings().iter().map(|finding| finding.problem.code()).collect();
    assert_eq!(codes, ["not-a-date", "not-an-amount", "not-yes-or-no", "missing", "twice"]);
}

#[test]
fn a_list_with_thousands_of_faults_gives_a_report_one_can_read() {
    let text = format!("Navn;Mail\n{}", "Åse;\n".repeat(1_000));
    let report = people(&read(text.as_bytes(), "").expect("reads")).expect_err("no mails");
    assert_eq!((report.findings().len(), report.count()), (200, 1_000));
    assert_eq!(
        report.lines(Lang::Da).last().map(String::as_str),
        Some("Der er 800 ting mere at rette.")
    );
}

#[test]
fn headings_alone_are_not_a_list() {
    let report = people(&read(b"Navn;Mail\n", "").expect("reads")).expect_err("no rows");
    assert_eq!(report.lines(Lang::Da), ["Række 1: der er ingen rækker under overskrifterne."]);
}

#[test]
fn letters_of_an_old_program_are_guessed_and_the_guess_is_told() {
    let table = read(b"Navn;Mail\n\xc5se;a@b.dk\n", "liste.csv").expect("reads");
    assert_eq!(table.rows[1].cells[0], "Åse");
    assert_eq!(
        table.notices[0].text(Lang::En),
        "The file did not say how letters such as æ, ø and å are written. Check that the names are right."
    );
}

/// A workbook made by a spreadsheet, with all the kinds of cell.
fn workbook(fill: impl FnOnce(&mut Writer) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Writer::new();
    fill(&mut book).expect("fills");
    book.save_to_buffer().expect("writes")
}

#[test]
fn cells_of_a_spreadsheet_become_the_text_a_dane_would_see() {
    let file = workbook(|book| {
        book.add_worksheet().set_name("tomt")?;
        book.add_worksheet().set_hidden(true).write(0, 0, "skjult")?;
        let sheet = book.add_worksheet().set_name("Liste")?;
        let day = rust_xlsxwriter::Format::new().set_num_format("dd-mm-yyyy");
        let time = rust_xlsxwriter::Format::new().set_num_format("dd-mm-yyyy hh:mm");
        let clock = rust_xlsxwriter::Format::new().set_num_format("hh:mm");
        sheet
            .write(2, 1, "  Åse\u{a0}")?
            .write(2, 2, 5_798_009_812_345_i64)?
            .write(2, 3, 0.1 + 0.2)?
            .write(2, 4, true)?;
        sheet.write_with_format(2, 5, 46_321, &day)?;
        sheet.write_with_format(2, 6, 46_321.385_416_666_664, &time)?;
        sheet.write_with_format(2, 7, 0.385_416_666_666_666_7, &clock)?;
        sheet.write_formula(2, 8, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))?;
        book.add_worksheet().set_name("Gammel")?.write(0, 0, "x")?;
        Ok(())
    });
    let table = read(&file, "liste.xlsx").expect("reads");
    assert_eq!(table.format, Format::Xlsx { sheet: "Liste".into() });
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].number, 3);
    let expected = [
        "",
        "Åse",
        "5798009812345",
        "0,3",
        "ja",
        "2026-10-26",
        "2026-10-26 09:15",
        "09:15",
        "#DIV/0!",
    ];
    assert_eq!(table.rows[0].cells, expected);
    assert_eq!(
        datetime(2026, 10, 26, 9, 15, 0, 0).strftime("%Y-%m-%d %H:%M").to_string(),
        expected[6]
    );
    let notices: Vec<String> = table.notices.iter().map(|notice| notice.text(Lang::Da)).collect();
    assert!(
        notices.contains(&"Kun det første ark er læst. Disse ark er ikke med: Gammel.".to_owned()),
        "{notices:?}"
    );
}

#[test]
fn two_cells_in_opposite_corners_do_not_cost_the_memory_between_them() {
    let file = workbook(|book| {
        book.add_worksheet().write(0, 0, "a")?.write(1_048_575, 16_383, "b")?;
        Ok(())
    });
    assert_eq!(read(&file, "x.xlsx"), Err(ImportError::TooManyRows { limit: 50_000 }));
    let generous = Limits {
        rows: 2_000_000,
        columns: 20_000,
        ..Limits::default()
    };
    let table = read_within(&file, "x.xlsx", &generous).expect("two rows");
    assert_eq!(table.rows.len(), 2);
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, contents) in parts {
        writer.start_file(*name, options).expect("starts");
        writer.write_all(contents).expect("writes");
    }
    writer.finish().expect("finishes").into_inner()
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    let file = zipped(&[("xl/workbook.xml", &vec![b' '; 3 << 20])]);
    assert!(file.len() < 10_000);
    assert_eq!(read_within(&file, "x.xlsx", &limits), Err(ImportError::Bomb { limit: 1 << 20 }));
}

#[test]
fn a_file_that_lies_about_its_size_is_refused_too() {
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    let size = 3_u32 << 20;
    let mut file = zipped(&[("xl/workbook.xml", &vec![b' '; size as usize])]);
    // Write "100 bytes" wherever the true size stands: in the part's own header and in the directory.
    for place in 0..file.len() - 4 {
        if file[place..place + 4] == size.to_le_bytes() {
            file[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    let mut archive = ZipArchive::new(Cursor::new(&file)).expect("still a zip");
    assert_eq!(archive.by_index_raw(0).expect("the part").size(), 100, "the lie is in place");
    let error = read_within(&file, "x.xlsx", &limits).expect_err("unpacks to three times the limit");
    assert!(matches!(error, ImportError::Bomb { .. } | ImportError::Damaged { .. }), "{error:?}");
}

#[test]
fn what_is_not_a_list_is_told_apart() {
    let error = |bytes: &[u8]| read(bytes, "x").err();
    assert_eq!(error(b""), Some(ImportError::Empty));
    assert_eq!(error(b"\n;;\n \n"), Some(ImportError::Empty));
    assert_eq!(error(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Some(ImportError::OldOrLocked));
    assert_eq!(error(b"%PDF-1.7\n\0\x01"), Some(ImportError::NotATable));
    assert_eq!(error(&zipped(&[("content.xml", b"<office/>")])), Some(ImportError::NotAWorkbook));
    assert!(matches!(error(b"PK\x03\x04 broken"), Some(ImportError::Damaged { .. })));
    assert!(matches!(
        error(&zipped(&[("xl/workbook.xml", b"<workbook>")])),
        Some(ImportError::Damaged { .. })
    ));
    let limits = Limits {
        bytes: 10,
        ..Limits::default()
    };
    assert_eq!(
        read_within(b"a;b;c;d;e;f", "x", &limits),
        Err(ImportError::TooLarge { bytes: 11, limit: 10 })
    );
}

/// T56 is about signatures, which we do not read; what we read of XML comes in workbooks, and there a document type is nothing to us: no entity is filled in, no
/// file and no address is asked for what it holds.
#[test]
fn t56_a_workbook_with_a_document_type_of_its_own_fills_in_nothing() {
    let place = std::env::temp_dir().join(format!("inddrag-entity-{}", std::process::id()));
    std::fs::write(&place, "read from a file").expect("writes");
    let laughs: String = (1..30).map(|n| format!("<!ENTITY l{n} \"&l{};&l{};\">", n - 1, n - 1)).collect();
    let declared = [
        "<!ENTITY e \"filled in\">".to_owned(),
        format!("<!ENTITY e SYSTEM \"file://{}\">", place.display()),
        "<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\">".to_owned(),
        format!("<!ENTITY l0 \"ha\">{laughs}<!ENTITY e \"&l29;\">"),
    ];
    for entities in declared {
        let strings = format!("<?xml version=\"1.0\"?><!DOCTYPE sst [{entities}]><sst count=\"1\"><si><t>[&e;]</t></si></sst>");
        let file = zipped(&[
            ("[Content_Types].xml", br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
            ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
            ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#),
            ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
            ("xl/worksheets/sheet1.xml", br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row></sheetData></worksheet>"#),
            ("xl/sharedStrings.xml", strings.as_bytes()),
        ]);
        match read(&file, "x.xlsx") {
            Ok(table) => {
                let cells: String = table.rows.iter().flat_map(|row| row.cells.clone()).collect();
                assert!(cells.contains('7'), "the control: the workbook itself is readable: {cells}");
                assert!(
                    !cells.contains("filled in") && !cells.contains("read from a file") && cells.len() < 100,
                    "{cells}"
                );
            }
            Err(error) => assert!(matches!(error, ImportError::Damaged { .. }), "{error:?}"),
        }
    }
    std::fs::remove_file(&place).expect("removes");
}

#[test]
fn a_cut_off_workbook_is_damaged_and_nothing_worse() {
    let file = workbook(|book| {
        book.add_worksheet().write(0, 0, "a")?;
        Ok(())
    });
    for length in (4..file.len()).step_by(97) {
        assert!(read(&file[..length], "x.xlsx").is_err(), "cut at {length}");
    }
}

#[test]
fn every_error_has_words_in_both_languages() {
    let errors = [
        ImportError::Empty,
        ImportError::TooLarge {
            bytes: 11 << 20,
            limit: 10 << 20,
        },
        ImportError::Bomb { limit: 64 << 20 },
        ImportError::TooManyRows { limit: 50_000 },
        ImportError::TooManyColumns { limit: 200 },
        ImportError::TooManyCells { limit: 1_000_000 },
        ImportError::CellTooLong {
            row: 3,
            column: 27,
            limit: 32_767,
        },
        ImportError::OpenQuote { row: 3 },
        ImportError::OldOrLocked,
        ImportError::NotAWorkbook,
        ImportError::NotATable,
        ImportError::Damaged { detail: "x".into() },
    ];
    for error in errors {
        for lang in Lang::ALL {
            assert!(error.text(lang).ends_with('.'), "{error}");
        }
    }
    assert_eq!(
        ImportError::TooManyRows { limit: 50_000 }.text(Lang::Da),
        "Filen har mere end 50.000 rækker. Del den i flere filer."
    );
}

fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut contents = Vec::new();
            part.read_to_end(&mut contents).expect("unpacks");
            (part.name().expect("a name").into_owned(), contents)
        })
        .collect()
}

/// A small workbook in which `find` was replaced by `replace` wherever it stands.
fn mangled(find: &str, replace: &str) -> Vec<u8> {
    let file = workbook(|book| {
        book.add_worksheet().write(0, 0, "a")?.write(0, 1, 7)?.write(1, 0, true)?;
        Ok(())
    });
    let parts: Vec<(String, Vec<u8>)> = parts(&file)
        .into_iter()
        .map(|(name, contents)| (name, String::from_utf8_lossy(&contents).replace(find, replace).into_bytes()))
        .collect();
    zipped(
        &parts
            .iter()
            .map(|(name, contents)| (name.as_str(), contents.as_slice()))
            .collect::<Vec<_>>(),
    )
}

#[test]
fn a_workbook_that_makes_the_library_panic_is_merely_damaged() {
    let error = read(&mangled("A1:B2", "A99999999999999999999:B2"), "x.xlsx");
    assert!(matches!(error, Ok(_) | Err(ImportError::Damaged { .. })), "{error:?}");
    for (find, replace) in [
        ("r=\"A1\"", "r=\"A0\""),
        ("r=\"B1\"", "r=\"ZZZZZZZZ1\""),
        ("<v>0</v>", "<v>99</v>"),
        ("<v>7</v>", "<v>1e999</v>"),
    ] {
        let _ = read(&mangled(find, replace), "x.xlsx");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_to_a_workbook_makes_the_reader_fall_over(
        part in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        cut in 0_usize..6,
        put in prop::sample::select(vec!["", "-1", "99999999999999999999", "\"", "<", ">", "/", "e308", "XFD9999999", "t=\"d\"", ":", "&#x0;"]),
    ) {
        let file = mangled("\0", "");
        let mut parts = parts(&file);
        let part = part.index(parts.len());
        let contents = &mut parts[part].1;
        let start = place.index(contents.len());
        contents.splice(start..(start + cut).min(contents.len()), put.bytes());
        let parts: Vec<_> = parts.iter().map(|(name, contents)| (name.as_str(), contents.as_slice())).collect();
        let _ = read(&zipped(&parts), "x.xlsx");
    }
}
