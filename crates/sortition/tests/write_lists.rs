//! Lists that leave the house: complete, inert in spreadsheets, and readable again.

mod read_sheets;

use read_sheets::{sheet, told};
use sortition::model::{Problem, Quotas};
use sortition::read::{People, PeopleSettings, Sheet, people, quotas};
use sortition::write::{Layout, csv, panels, remaining, remaining_people, selected, summary, unguarded};

fn one_feature() -> Quotas {
    quotas(&sheet("feature,value,min,max\ngender,f,1,2\ngender,m,1,2"))
        .sound()
        .expect("sound")
        .0
}

fn settings() -> PeopleSettings {
    let names = |columns: &[&str]| columns.iter().map(|&column| column.to_owned()).collect();
    PeopleSettings {
        id_column: Some("nr".to_owned()),
        columns_to_keep: names(&["phone"]),
        address_columns: names(&["home"]),
    }
}

fn read(sheet: &Sheet) -> People {
    let people = people(sheet, &one_feature(), &settings());
    assert!(people.is_sound(), "{:?}", told(&people.findings));
    people.draft().clone()
}

fn five() -> (People, Problem) {
    let people = read(&sheet("nr,gender,home,phone\n1,f,A,01\n2,m,a,02\n3,f,B,03\n4,m,C,04\n5,m,,05"));
    let problem = Problem::new(one_feature(), people.pool.clone(), 2);
    (people, problem)
}

/// What any program reads from the text.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_panel_and_those_who_remain_are_the_whole_pool_without_the_household_rule() {
    let (people, problem) = five();
    let panel = [3, 0];
    assert_eq!(csv(&selected(&people, &panel)), "nr,phone,home,gender\r\n1,01,A,f\r\n4,04,C,m\r\n");
    assert_eq!(
        csv(&remaining(&people, &problem, &panel)),
        "nr,phone,home,gender\r\n2,02,a,m\r\n3,03,B,f\r\n5,05,,m\r\n"
    );
}

#[test]
fn housemates_of_the_panel_and_people_who_are_out_do_not_remain() {
    let (_, mut problem) = five();
    problem.one_per_household = true;
    assert_eq!(remaining_people(&problem, &[0, 3]), [2, 4]);
    problem.excluded = vec![2];
    assert_eq!(remaining_people(&problem, &[0, 3]), [4]);
    problem.selected = vec![1];
    problem.excluded.clear();
    assert_eq!(
        remaining_people(&problem, &[3]),
        [2, 4],
        "also those who live with somebody of an earlier round are out"
    );
}

#[test]
fn several_panels_stand_in_columns_or_as_other_programs_write_them() {
    let (people, _) = five();
    let drawn = [vec![0, 3], vec![2, 4], vec![1]];
    assert_eq!(
        csv(&panels(&people, &drawn, Layout::default())),
        "Assembly 0,Assembly 1,Assembly 2\r\n1,3,2\r\n4,5,\r\n"
    );
    assert_eq!(
        csv(&panels(&people, &drawn, Layout::Rows)),
        "Assembly 0,Assembly 1,Assembly 2\r\n1,4\r\n3,5\r\n2\r\n"
    );
    assert_eq!(panels(&people, &[], Layout::Columns), [vec![] as Vec<String>]);
}

#[test]
fn the_summary_tells_target_pool_and_panel_in_percent() {
    let (_, mut problem) = five();
    problem.excluded = vec![4];
    assert_eq!(
        csv(&summary(&problem, &[0, 3])),
        "Category,Value,Target %,Pool %,Selected %,Excluded\r\ngender,f,75.0,40.0,50.0,0\r\ngender,m,75.0,60.0,50.0,1\r\n"
    );
}

#[test]
fn telephone_numbers_and_formulas_come_back_as_they_were_and_calculate_nowhere() {
    let cells = [
        "+4512345678",
        "0045 12 34",
        "=HYPERLINK(\"http://x\",\"y\")",
        "-1",
        "@me",
        "\t=1",
        "'=1",
        "a \"b\", c\nd",
        "  +1",
        "o'clock",
    ];
    let rows = std::iter::once(["nr", "gender", "home", "phone"].map(str::to_owned)).chain(
        cells
            .iter()
            .zip(0..)
            .map(|(cell, number)| [number.to_string(), "f".to_owned(), String::new(), (*cell).to_owned()]),
    );
    let first = read(&rows.collect());
    let everybody: Vec<usize> = (0..cells.len()).collect();
    let written = parsed(&csv(&selected(&first, &everybody)));
    assert!(
        written
            .iter()
            .flatten()
            .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
        "{written:?}"
    );
    let again = read(&written.iter().map(|row| row.iter().map(|cell| unguarded(cell))).collect());
    assert_eq!(again, first);
}
