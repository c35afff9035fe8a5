//! When seats are filled up, those who sit already come from a file of their own.

mod read_sheets;

use read_sheets::{sheet, told};
use sortition::model::{Problem, Quotas};
use sortition::read::{Absent, People, PeopleSettings, Reading, Selected, people, quotas, selected};
use sortition::write;

fn one_feature() -> Quotas {
    quotas(&sheet("feature,value,min,max\ngender,female,1,2\ngender,male,1,2"))
        .sound()
        .expect("sound")
        .0
}

fn settings() -> PeopleSettings {
    PeopleSettings {
        id_column: Some("id".to_owned()),
        columns_to_keep: vec![],
        address_columns: vec!["street".to_owned(), "zip".to_owned()],
    }
}

fn pool() -> People {
    let text = "id,gender,street,zip\np1,female,Lane 1,8000\np2,male,Lane 1,8000\np3,male,Lane 2,8000\np4,female,Lane 9,8000\np5,male,,";
    people(&sheet(text), &one_feature(), &settings()).sound().expect("sound").0
}

fn read(text: &str) -> Reading<Selected> {
    selected(&sheet(text), &pool(), &one_feature(), &settings())
}

#[test]
fn those_selected_are_found_in_the_pool_and_their_housemates_step_back() {
    let (selected, findings) = read("id,gender,street,zip\np3,male,Lane 2,8000\np1,female,Lane 1,8000")
        .sound()
        .expect("nothing wrong");
    assert!(findings.is_empty());
    assert_eq!(selected.people, [0, 2]);
    assert_eq!(selected.housemates(&pool().pool), [1]);
}

#[test]
fn headings_may_stand_below_titles_that_mention_the_id() {
    let text = "Panel of May, id\nid,as agreed\n\nsurname,id,gender,street,zip\nx,p3,male,Lane 2,8000";
    assert_eq!(read(text).sound().expect("nothing wrong").0.people, [2]);
    let narrow = selected(
        &sheet("Panel\nid\np3"),
        &pool(),
        &one_feature(),
        &PeopleSettings {
            address_columns: vec![],
            ..settings()
        },
    );
    assert_eq!(narrow.sound().expect("nothing wrong").0.people, [2]);
}

#[test]
fn somebody_of_an_earlier_round_who_is_not_in_the_pool_still_keeps_housemates_out() {
    let reading = read("id,gender,street,zip\nq7,Male,LANE 9,8000\nq8,?,Lane 3,8000\nq9,male,,8000");
    assert_eq!(
        told(&reading.findings),
        [
            "selected.not-in-pool selected 2:id id=q7",
            "selected.values-unknown selected 3:id id=q8",
            "selected.not-in-pool selected 4:id id=q9"
        ]
    );
    let selected = reading.sound().expect("warnings only").0;
    assert_eq!(selected.housemates(&pool().pool), [3]);
    let absent: Vec<(&str, Option<&[u16]>, bool)> = selected
        .absent
        .iter()
        .map(|Absent { id, values, household, .. }| (id.as_str(), values.as_deref(), household.is_some()))
        .collect();
    assert_eq!(
        absent,
        [("q7", Some(&[1_u16][..]), true), ("q8", None, true), ("q9", Some(&[1]), false)]
    );
}

#[test]
fn an_old_address_counts_as_well_as_the_present_one() {
    let moved = read("id,street,zip\np1,Lane 9,8000").sound().expect("nothing wrong").0;
    assert_eq!(moved.housemates(&pool().pool), [1, 3]);
}

#[test]
fn doubled_and_blank_ids_and_missing_addresses_are_told() {
    assert_eq!(
        told(&read("id,gender,zip\np1,female,8000\n,male,8000\np1,female,8000").findings),
        [
            "selected.addresses-unknown selected columns=[street]",
            "sheet.id-missing selected 3:id",
            "selected.id-twice selected 4:id id=p1 first=2",
        ]
    );
    assert_eq!(told(&read("").findings), ["selected.nobody selected"]);
    assert_eq!(told(&read("id,street,zip").findings), ["selected.nobody selected"]);
    let missing = read("name,street\nx,y");
    assert_eq!(
        told(&missing.findings),
        ["sheet.column-missing selected 1 column=id found=[name|street]"]
    );
    assert!(missing.sound().is_err());
}

#[test]
fn our_own_list_of_the_panel_is_read_back_also_without_an_id_column() {
    for id_column in [Some("id".to_owned()), None] {
        let settings = PeopleSettings { id_column, ..settings() };
        let text = "id,gender,street,zip\np1,female,Lane 1,8000\np2,male,Lane 1,8000\np3,male,Lane 2,8000";
        let people = people(&sheet(text), &one_feature(), &settings).sound().expect("sound").0;
        let list = write::selected(&people, &[2, 0]).into_iter().collect();
        let before = people.clone();
        let selected = selected(&list, &people, &one_feature(), &settings)
            .sound()
            .expect("nothing wrong")
            .0;
        assert_eq!(selected.people, [0, 2]);
        assert_eq!(selected.housemates(&people.pool), [1]);
        assert_eq!(people, before);
        let mut problem = Problem::new(one_feature(), people.pool.clone(), 3);
        problem.one_per_household = true;
        problem.selected = selected.people;
        assert_eq!(problem.drawable(), [] as [usize; 0]);
    }
}
