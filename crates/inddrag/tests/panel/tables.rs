//! The kinds of files in which people keep lists.

use std::io::{Cursor, Write};

use documents::sheet::{Cell, Sheet, Workbook};
use texts::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::stage::{SMALL_FEATURES, SMALL_PEOPLE, Stage};

fn rows(csv: &str) -> Vec<Vec<&str>> {
    csv.lines().map(|line| line.split(',').collect()).collect()
}

/// As Excel keeps it: numbers are numbers.
fn xlsx(csv: &str) -> Vec<u8> {
    let rows = rows(csv);
    let mut sheet = Sheet::new("Ark1", &rows[0]);
    for row in &rows[1..] {
        sheet.push(
            row.iter()
                .map(|cell| cell.parse::<i64>().map_or_else(|_| Cell::from(*cell), Cell::Integer)),
        );
    }
    let created = "2026-10-25T00:30:00Z".parse().unwrap();
    Workbook::new("Ark", "Huset", Lang::Da, created).with(sheet).to_xlsx().unwrap()
}

/// As LibreOffice keeps it.
fn ods(csv: &str) -> Vec<u8> {
    let cell = |cell: &&str| match cell.parse::<i64>() {
        Ok(number) => {
            format!(
                r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number},00</text:p></table:table-cell>"#
            )
        }
        Err(_) => format!(r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#),
    };
    let row = |row: &Vec<&str>| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>());
    let contents = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Ark1">{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows(csv).iter().map(row).collect::<String>()
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, part) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &contents),
    ] {
        writer.start_file(name, options).unwrap();
        writer.write_all(part.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn every_kind_of_file_gives_the_same_selection() {
    let stage = Stage::small();
    let people = SMALL_PEOPLE.replace("Vej ", "0045 ");
    let semicolons = people.replace(',', ";");
    let excel = format!("\u{feff}{}", semicolons.replace('\n', "\r\n"));
    let old: Vec<u8> = semicolons.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    stage
        .file("people.csv", &people)
        .file("people.tsv", people.replace(',', "\t"))
        .file("excel.csv", excel)
        .file("old.csv", old)
        .file("people.xlsx", xlsx(&people))
        .file("people.ods", ods(&people))
        .file("features.xlsx", xlsx(SMALL_FEATURES))
        .file("features.ods", ods(SMALL_FEATURES))
        .file("other.csv", SMALL_FEATURES.replace("feature,value", "category,name"))
        .file("nature.csv", SMALL_FEATURES.replace("feature,value", "category,feature"));
    let mut all = Vec::new();
    for (features, people) in [
        ("features.csv", "people.csv"),
        ("features.xlsx", "people.tsv"),
        ("features.ods", "excel.csv"),
        ("other.csv", "people.xlsx"),
        ("nature.csv", "people.ods"),
        ("features.csv", "old.csv"),
    ] {
        stage
            .panel(&format!(
                "select --features {features} --people {people} --size 4 --id id --keep street,name --seed ens --out out"
            ))
            .ended(0);
        all.push((stage.read("out/selected.csv"), stage.read("out/remaining.csv")));
    }
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{all:#?}");
    assert!(all[0].0.contains("0045 "), "numbers that begin with zeros keep them");
}

#[test]
fn a_file_that_is_no_table_is_told_with_its_name_and_a_mend() {
    let stage = Stage::small();
    stage.file("people.csv", b"%PDF-1.7\n\0\x01");
    let answer = stage
        .panel("check --features features.csv --people people.csv --size 4 --json")
        .ended(1);
    assert_eq!(answer.codes(), ["file.no-table"]);
    assert!(answer.json()["findings"][0]["da"].as_str().unwrap().contains("people.csv"));
}
