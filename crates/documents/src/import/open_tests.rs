//! OpenDocument spreadsheets as people send them, and as attackers send them.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use texts::Lang;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::*;

const MANIFEST: &str = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, contents) in parts {
        writer.start_file(*name, options).expect("starts");
        writer.write_all(contents.as_bytes()).expect("writes");
    }
    writer.finish().expect("finishes").into_inner()
}

/// A file with these tables, each as it stands in `office:spreadsheet`.
fn contents(tables: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    )
}

fn ods(tables: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &contents(tables)),
        ("META-INF/manifest.xml", MANIFEST),
    ])
}

fn table(rows: &str) -> String {
    format!(r#"<table:table table:name="Ark1" table:style-name="ta1"><table:table-column/>{rows}</table:table>"#)
}

fn words(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

#[test]
fn cells_become_the_same_text_as_those_of_other_spreadsheets() {
    let cells = [
        words("  Åse &amp; Bo&#8217;s<text:s text:c=\"2\"/>x "),
        r#"<table:table-cell office:value-type="float" office:value="30"><text:p>30,00</text:p></table:table-cell>"#.to_owned(),
        r#"<table:table-cell office:value-type="float" office:value="12345678"><text:p>0012345678</text:p></table:table-cell>"#.to_owned(),
        words("0045 12 34 56 78"),
        r#"<table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0,3</text:p></table:table-cell>"#.to_owned(),
        r#"<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SAND</text:p></table:table-cell>"#.to_owned(),
        r#"<table:table-cell office:value-type="date" office:date-value="2026-10-26"><text:p>26-10-26</text:p></table:table-cell>"#.to_owned(),
        r#"<table:table-cell office:value-type="time" office:time-value="PT09H15M00S"><text:p>09:15</text:p></table:table-cell>"#.to_owned(),
        r##"<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"##.to_owned(),
        r#"<table:table-cell office:value-type="string"><office:annotation><text:p>en note</text:p></office:annotation><text:p>to</text:p><text:p>linjer</text:p></table:table-cell>"#.to_owned(),
    ];
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\n<table:table-row>{}</table:table-row>",
        cells.concat()
    );
    let table = read(&ods(&table(&rows)), "liste.ods").expect("reads");
    assert_eq!(table.format, Format::Ods { sheet: "Ark1".into() });
    assert_eq!((table.rows.len(), table.rows[0].number), (1, 3));
    let expected = [
        "Åse & Bo’s  x",
        "30",
        "0012345678",
        "0045 12 34 56 78",
        "0,3",
        "ja",
        "2026-10-26",
        "09:15",
        "#N/A",
        "to\nlinjer",
    ];
    // The blank that goes before the two of its own is one of the text's.
    assert_eq!(table.rows[0].cells[1..], expected[1..]);
    assert_eq!(
        table.rows[0].cells[0].split_whitespace().collect::<Vec<_>>(),
        ["Åse", "&", "Bo’s", "x"]
    );
    assert_eq!(
        table.notices,
        [Notice::ErrorCell {
            row: 3,
            column: 8,
            value: "#N/A".into()
        }]
    );
}

#[test]
fn repeated_rows_and_columns_are_there_as_often_as_they_say() {
    let rows = format!(
        r#"<table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row>"#,
        words("a"),
        words("b")
    );
    let table = read(&ods(&table(&rows)), "x.ods").expect("reads");
    let read: Vec<(usize, Vec<String>)> = table.rows.into_iter().map(|row| (row.number, row.cells)).collect();
    let row = |number, cells: [&str; 2]| (number, cells.map(str::to_owned).to_vec());
    assert_eq!(read, [row(1, ["a", "b"]), row(2, ["1", "1"]), row(3, ["1", "1"])]);
}

#[test]
fn the_first_visible_tab_with_contents_is_read_and_the_others_are_told() {
    let tab = |name: &str, style: &str, cell: &str| {
        format!(r#"<table:table table:name="{name}" table:style-name="{style}"><table:table-row>{cell}</table:table-row></table:table>"#)
    };
    let tabs = [
        tab("tomt", "ta1", "<table:table-cell/>"),
        tab("skjult", "ta2", &words("hemmeligt")),
        tab("Liste", "ta1", &words("x")),
        tab("Gammel", "ta1", &words("y")),
    ];
    let table = read(&ods(&tabs.concat()), "x.ods").expect("reads");
    assert_eq!(table.format, Format::Ods { sheet: "Liste".into() });
    assert_eq!(
        table.notices,
        [Notice::OtherSheets {
            names: vec!["Gammel".into()]
        }]
    );
}

#[test]
fn a_file_that_repeats_itself_endlessly_is_stopped_by_the_limits() {
    let cell =
        r#"<table:table-cell table:number-columns-repeated="4294967295" office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let wide = format!("<table:table-row>{cell}</table:table-row>");
    assert_eq!(read(&ods(&table(&wide)), "x.ods"), Err(ImportError::TooManyColumns { limit: 200 }));
    let long = format!(
        r#"<table:table-row table:number-rows-repeated="4294967295">{}</table:table-row>"#,
        words("x")
    );
    assert_eq!(read(&ods(&table(&long)), "x.ods"), Err(ImportError::TooManyRows { limit: 50_000 }));
    let limits = Limits {
        cells: 4,
        ..Limits::default()
    };
    assert_eq!(
        read_within(&ods(&table(&long)), "x.ods", &limits),
        Err(ImportError::TooManyCells { limit: 4 })
    );
    let blank = format!("<table:table-row>{}</table:table-row>", words("x<text:s text:c=\"4000000000\"/>y"));
    assert!(matches!(
        read(&ods(&table(&blank)), "x.ods"),
        Err(ImportError::CellTooLong { row: 1, .. }) | Ok(_)
    ));
    let nothing = r#"<table:table-row table:number-rows-repeated="4294967295"><table:table-cell table:number-columns-repeated="4294967295"/></table:table-row>"#;
    assert_eq!(read(&ods(&table(nothing)), "x.ods"), Err(ImportError::Empty));
    let bomb = format!("<!--{}-->", " ".repeat(3 << 20));
    let limits = Limits {
        unpacked: 1 << 20,
        ..Limits::default()
    };
    assert_eq!(
        read_within(&ods(&table(&bomb)), "x.ods", &limits),
        Err(ImportError::Bomb { limit: 1 << 20 })
    );
}

#[test]
fn what_is_locked_or_another_kind_of_document_is_told_apart() {
    let locked = MANIFEST.replace(
        "/></manifest:manifest>",
        "><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    let file = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "\u{1}\u{2}"),
        ("META-INF/manifest.xml", &locked),
    ]);
    assert_eq!(read(&file, "x.ods"), Err(ImportError::OldOrLocked));
    let text = zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]);
    let error = read(&text, "x.odt").expect_err("a letter");
    assert_eq!(error, ImportError::NotAWorkbook);
    assert_eq!(
        error.text(Lang::Da),
        "Filen er ikke et regneark. Gem den som .xlsx, .ods eller .csv."
    );
    for broken in ["", "<a>", "<office:spreadsheet><table:table><table:table-row>"] {
        let file = zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", broken),
        ]);
        assert!(
            matches!(read(&file, "x.ods"), Err(ImportError::Damaged { .. } | ImportError::Empty)),
            "{broken}"
        );
    }
}

/// As in other spreadsheets, a document type of the file's own fills in nothing.
#[test]
fn entities_that_the_file_declares_are_nothing_to_us() {
    let laughs: String = (1..30).map(|n| format!("<!ENTITY l{n} \"&l{};&l{};\">", n - 1, n - 1)).collect();
    let inner = contents(&table(&format!(
        "<table:table-row>{}{}</table:table-row>",
        words("[&l29;&e;]"),
        words("7")
    )));
    let declared = inner.replacen(
        "?>",
        &format!("?><!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"),
        1,
    );
    let file = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &declared),
    ]);
    match read(&file, "x.ods") {
        Ok(table) => assert_eq!(table.rows[0].cells, ["[]", "7"]),
        Err(error) => assert!(matches!(error, ImportError::Damaged { .. }), "{error:?}"),
    }
}

#[test]
fn a_cut_off_file_is_damaged_and_nothing_worse() {
    let file = ods(&table(&format!("<table:table-row>{}</table:table-row>", words("a"))));
    for length in (4..file.len()).step_by(41) {
        assert!(read(&file[..length], "x.ods").is_err(), "cut at {length}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_to_the_contents_makes_the_reader_fall_over(
        place in any::<prop::sample::Index>(),
        cut in 0_usize..9,
        put in prop::sample::select(vec!["", "-1", "99999999999999999999", "\"", "<", ">", "/", "&", "&#x0;", "<text:p>", "</table:table-row>", "<table:table>"]),
    ) {
        let whole = contents(&table(&format!(
            r#"<table:table-row table:number-rows-repeated="3">{}<table:table-cell office:value-type="date" office:date-value="2026-10-26T09:15:00"/></table:table-row>"#,
            words("a<text:s/>b")
        )));
        let mut bytes = whole.into_bytes();
        let start = place.index(bytes.len());
        bytes.splice(start..(start + cut).min(bytes.len()), put.bytes());
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        let file = zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &damaged)]);
        let _ = read(&file, "x.ods");
    }
}
