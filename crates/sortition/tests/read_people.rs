//! People come from registration pages by way of spreadsheets.

mod read_sheets;

use read_sheets::{sheet, told};
use sortition::model::Quotas;
use sortition::read::{People, PeopleSettings, Reading, people, quotas};

fn two_features() -> Quotas {
    quotas(&sheet(
        "feature,value,min,max\nGender,Female,1,2\nGender,Male,1,2\nage,18-39,1,2\nage,40+,1,2",
    ))
    .sound()
    .expect("sound")
    .0
}

fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|&column| column.to_owned()).collect()
}

fn settings(id: &str, keep: &[&str], address: &[&str]) -> PeopleSettings {
    let id_column = (!id.is_empty()).then(|| id.to_owned());
    PeopleSettings {
        id_column,
        columns_to_keep: names(keep),
        address_columns: names(address),
    }
}

fn read(text: &str, settings: &PeopleSettings) -> Reading<People> {
    people(&sheet(text), &two_features(), settings)
}

fn findings(text: &str, settings: &PeopleSettings) -> Vec<String> {
    told(&read(text, settings).findings)
}

#[test]
fn headings_and_values_are_found_whatever_their_case_and_blanks() {
    let reading = read("\u{feff}ID,AGE , gender\np1, 18-39,FEMALE\np2,40+ ,male", &settings("id", &[], &[]));
    let (people, findings) = reading.sound().expect("nothing wrong");
    assert!(findings.is_empty());
    let all: Vec<(&str, &[u16])> = people
        .pool
        .people
        .iter()
        .map(|person| (person.id.as_str(), person.values.as_slice()))
        .collect();
    assert_eq!(all, [("p1", &[0_u16, 0][..]), ("p2", &[1, 1])]);
    assert_eq!(
        people.pool.people[0].household, None,
        "without address columns everybody lives alone"
    );
}

#[test]
fn without_an_id_column_people_are_numbered_in_the_order_of_the_file() {
    let people = read("gender,age\nfemale,40+\n\n,\nmale,40+", &settings("", &[], &[]))
        .sound()
        .expect("nothing wrong")
        .0;
    let ids: Vec<&str> = people.pool.people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["r0", "r1"]);
    assert_eq!(people.kept.headings, ["id", "gender", "age"]);
    let taken = read("gender,age,Id\nfemale,40+,7", &settings("", &["id"], &[]))
        .sound()
        .expect("nothing wrong")
        .0;
    assert_eq!(taken.kept.headings, ["row_id", "Id", "gender", "age"]);
    assert_eq!(taken.kept.cells, [["r0", "7", "female", "40+"]]);
}

#[test]
fn what_is_kept_stands_in_the_order_id_kept_address_features_and_each_once() {
    let settings = settings("id", &["phone", "age"], &["street", "zip"]);
    let text = "zip,age,id,gender,secret,phone,street\n0800,18-39,007,Female,x,0045 12,Main st. 1\n8000,40+,008,Male,x,+45 12 34,Lane 2";
    let kept = read(text, &settings).sound().expect("nothing wrong").0.kept;
    assert_eq!(kept.headings, ["id", "phone", "age", "street", "zip", "gender"]);
    assert_eq!(kept.cells[0], ["007", "0045 12", "18-39", "Main st. 1", "0800", "Female"]);
    assert_eq!(kept.cells[1], ["008", "+45 12 34", "40+", "Lane 2", "8000", "Male"]);
}

#[test]
fn rows_without_an_id_are_left_out_and_told() {
    let text = "id,gender,age,note\np1,female,40+,\n,male,40+,no id\n,,,\np2,male,40+,\n\n,,,total 2";
    let reading = read(text, &settings("id", &[], &[]));
    assert_eq!(
        told(&reading.findings),
        ["sheet.id-missing people 3:id", "sheet.id-missing people 7:id"]
    );
    assert_eq!(reading.sound().expect("warnings only").0.pool.people.len(), 2);
}

#[test]
fn a_row_that_is_there_twice_counts_once_but_two_people_cannot_share_an_id() {
    let settings = settings("id", &[], &[]);
    let same = read("id,gender,age,note\np1,female,40+,\np1, female,40+", &settings);
    assert_eq!(told(&same.findings), ["people.id-twice-same people 3:id id=p1 first=2"]);
    assert_eq!(same.sound().expect("a warning only").0.pool.people.len(), 1);
    assert_eq!(
        findings(
            "id,gender,age,note\np1,female,40+,x\np2,female,40+,\np1,male,40+,y\np1,female,40+,x",
            &settings
        ),
        [
            "people.id-twice-different people 4:id id=p1 first=2 columns=[gender|note]",
            "people.id-twice-same people 5:id id=p1 first=2",
        ]
    );
    assert!(
        read("id,gender,age\nP1,female,40+\np1,male,40+", &settings).is_sound(),
        "ids are taken literally"
    );
}

#[test]
fn every_unknown_or_missing_value_is_told_with_what_there_is() {
    let text = "id,gender,age\np1,femal,40+\np2,,\np3,male,18-39\np4,male,40";
    assert_eq!(
        findings(text, &settings("id", &[], &[])),
        [
            "people.value-unknown people 2:gender feature=Gender text=femal values=[Female|Male]",
            "people.value-missing people 3:gender feature=Gender values=[Female|Male]",
            "people.value-missing people 3:age feature=age values=[18-39|40+]",
            "people.value-unknown people 5:age feature=age text=40 values=[18-39|40+]",
        ]
    );
    assert_eq!(
        read(text, &settings("id", &[], &[])).draft().pool.people.len(),
        1,
        "the others can still be looked at"
    );
}

#[test]
fn missing_and_doubled_columns_are_told_together_with_bad_cells() {
    let settings = settings("id", &["phone", "Street"], &["street"]);
    assert_eq!(
        findings("id,gender,Gender,note,note\np1,other,male,x,y", &settings),
        [
            "sheet.column-missing people 1 column=age found=[id|gender|Gender|note|note]",
            "sheet.column-missing people 1 column=phone found=[id|gender|Gender|note|note]",
            "sheet.column-missing people 1 column=Street found=[id|gender|Gender|note|note]",
            "sheet.column-missing people 1 column=street found=[id|gender|Gender|note|note]",
            "sheet.column-twice people 1:Gender column=Gender first=1",
            "people.value-unknown people 2:gender feature=Gender text=other values=[Female|Male]",
        ]
    );
    assert_eq!(
        findings(
            "name,gender,age\nx,female,?",
            &PeopleSettings {
                id_column: Some("id".to_owned()),
                ..PeopleSettings::default()
            }
        ),
        [
            "sheet.column-missing people 1 column=id found=[name|gender|age]",
            "people.value-unknown people 2:age feature=age text=? values=[18-39|40+]",
        ]
    );
}

#[test]
fn an_empty_file_and_one_of_headings_only_are_told_apart() {
    assert_eq!(findings("", &settings("id", &[], &[])), ["sheet.empty people"]);
    assert_eq!(findings("id,gender,age\n\n", &settings("id", &[], &[])), ["sheet.no-rows people"]);
}

#[test]
fn a_byte_order_mark_other_cases_spaces_and_rows_of_nothing_do_no_harm() {
    let settings = settings("id", &["phone"], &[]);
    let text = "\u{feff}ID , GENDER,Age,Phone\n007,  FEMALE ,40+,0045 12\n,,,\n008,male,18-39 ,00 1\n , , , \n,,,";
    let (people, findings) = read(text, &settings).sound().expect("nothing wrong");
    assert!(findings.is_empty(), "{:?}", told(&findings));
    assert_eq!(people.pool.people.len(), 2);
    assert_eq!(people.kept.cells[0][..2], ["007", "0045 12"]);
    assert_eq!(people.kept.cells[1][..2], ["008", "00 1"]);
}

#[test]
fn a_title_above_the_headings_does_no_harm() {
    let text = "Export of 1 May\n\nGender of all\nid,gender,age\np1,female,40+";
    assert_eq!(
        read(text, &settings("id", &[], &[]))
            .sound()
            .expect("nothing wrong")
            .0
            .pool
            .people
            .len(),
        1
    );
}

#[test]
fn people_live_together_if_the_whole_address_is_the_same_whatever_its_case() {
    let text = "id,gender,age,street,zip\np1,female,40+,Main  Street 1,8000\np2,male,40+,MAIN STREET 1 ,8000\np3,male,40+,main street 1,8000\n\
                p4,male,40+,Main Street 1,8200\np5,male,40+,,8000\np6,male,40+,,8000\np7,male,40+,,";
    let homes = |address: &[&str]| -> Vec<Option<String>> {
        let people = read(text, &settings("id", &[], address)).sound().expect("no errors").0;
        people.pool.people.into_iter().map(|person| person.household).collect()
    };
    let both = homes(&["street", "ZIP"]);
    assert!(both[0].is_some() && both[0] == both[1] && both[1] == both[2]);
    assert_ne!(both[0], both[3]);
    assert_eq!(both[4..], [None, None, None], "half an address is nobody's");
    let zip = homes(&["zip"]);
    assert!(zip[0] == zip[4] && zip[4] == zip[5] && zip[6].is_none());
    assert_eq!(homes(&[]), [const { None }; 7]);
    assert_eq!(
        findings(text, &settings("id", &[], &["street", "zip"])),
        ["people.addresses-incomplete people people=3"]
    );
}
