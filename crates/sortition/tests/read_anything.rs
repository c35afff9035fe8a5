//! Whatever is handed to the readers, they answer; and what they call sound fits together.

use proptest::prelude::*;
use sortition::check;
use sortition::model::{Problem, Quotas};
use sortition::read::{PeopleSettings, Sheet, SheetRow, people, quotas, selected, settings};
use sortition::write;

/// Cells as they stand in such files, and some that stand in none.
fn cell() -> impl Strategy<Value = String> {
    let usual = [
        "feature", "value", "category", "name", "min", "max", "min_flex", "max_flex", "id", "a", "A ", "b", "street", "", " ", "0", "1",
        "2", "9",
    ];
    prop_oneof![
        8 => prop::sample::select(usual.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ]
}

fn any_sheet(rows: usize) -> impl Strategy<Value = Sheet> {
    let row = (0..12_usize, prop::collection::vec(cell(), 0..7)).prop_map(|(number, cells)| SheetRow { number, cells });
    prop::collection::vec(row, 0..rows).prop_map(|rows| Sheet { rows })
}

/// Sheets whose first row is a heading that some program writes, so that the rows below are read too.
fn headed(headings: &'static [&'static str], rows: usize) -> impl Strategy<Value = Sheet> {
    let heading = prop::sample::select(headings.to_vec());
    (heading, any_sheet(rows)).prop_map(|(heading, sheet)| {
        let heading = SheetRow {
            number: 1,
            cells: heading.split(',').map(str::to_owned).collect(),
        };
        Sheet {
            rows: std::iter::once(heading).chain(sheet.rows).collect(),
        }
    })
}

fn quota_sheets() -> impl Strategy<Value = Sheet> {
    let headings = &[
        "feature,value,min,max,min_flex,max_flex",
        "category,feature,min,max",
        "category,name,min,max",
        "x,y,z,w",
        "feature,feature,min",
    ];
    prop_oneof![any_sheet(12), headed(headings, 12)]
}

fn people_sheets() -> impl Strategy<Value = Sheet> {
    prop_oneof![any_sheet(12), headed(&["id,a,b,street", "a,b,street,id", "id,a,a"], 12)]
}

fn any_settings() -> impl Strategy<Value = PeopleSettings> {
    let columns = || prop::collection::vec(cell(), 0..3);
    (prop::option::of(prop_oneof![Just("id".to_owned()), cell()]), columns(), columns()).prop_map(
        |(id_column, columns_to_keep, address_columns)| PeopleSettings {
            id_column,
            columns_to_keep,
            address_columns,
        },
    )
}

fn sound_quotas() -> Quotas {
    let rows = [
        ["feature", "value", "min", "max"],
        ["a", "1", "0", "3"],
        ["a", "2", "0", "3"],
        ["b", "0", "0", "9"],
        ["b", "9", "0", "9"],
    ];
    quotas(&rows.into_iter().collect()).sound().expect("sound").0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_sheet_of_quotas_makes_the_reader_fall_over(sheet in quota_sheets()) {
        let reading = quotas(&sheet);
        prop_assert!(reading.findings.is_sorted_by(|one, next| one.place <= next.place));
        if let Ok((quotas, _)) = reading.sound() {
            prop_assert!(quotas.features.iter().all(|feature| !feature.values.is_empty()));
            let again: Sheet = write::quotas(&quotas).into_iter().collect();
            prop_assert_eq!(self::quotas(&again).sound(), Ok((quotas, vec![])));
        }
    }

    #[test]
    fn no_sheet_of_people_makes_the_readers_fall_over(
        of_quotas in prop_oneof![Just(None), quota_sheets().prop_map(Some)],
        of_people in people_sheets(),
        of_selected in people_sheets(),
        settings in any_settings(),
        size in 0..5_u32,
        parallel in 0..3_u32,
        one_per_household in any::<bool>(),
    ) {
        let quotas = of_quotas.map_or_else(sound_quotas, |sheet| quotas(&sheet).draft().clone());
        let reading = people(&of_people, &quotas, &settings);
        prop_assert!(reading.findings.is_sorted_by(|one, next| one.place <= next.place));
        let people = reading.draft().clone();
        prop_assert_eq!(people.pool.people.len(), people.kept.cells.len());
        prop_assert!(people.kept.cells.iter().all(|cells| cells.len() == people.kept.headings.len()));
        let selected = selected(&of_selected, &people, &quotas, &settings);
        let mut problem = Problem { one_per_household, parallel, ..Problem::new(quotas, people.pool.clone(), size) };
        problem.selected.clone_from(&selected.draft().people);
        problem.excluded = selected.draft().housemates(&people.pool);
        if reading.is_sound() && !problem.quotas.features.is_empty() {
            let fits = !matches!(problem.fits(), Err(sortition::model::Unfit::Values { .. } | sortition::model::Unfit::Nobody { .. }));
            prop_assert!(fits, "{:?}", problem.fits());
        }
        let _ = check::fit(&problem);
        let _ = check::overview(&problem);
        let _ = write::csv(&write::summary(&problem, &problem.selected));
        let _ = write::csv(&write::remaining(&people, &problem, &problem.selected));
    }

    #[test]
    fn no_text_makes_the_reader_of_settings_fall_over(
        lines in prop::collection::vec(
            prop_oneof![
                "(id_column|columns_to_keep|check_same_address|max_attempts|random_number_seed|selection_algorithm) ?= ?(1|-1|0x_f|''|\\[\\]|\\[1,'a'\\]|true|1.5|1979-05-27|\\{a=1\\})",
                "\\PC{0,12}",
                any::<String>(),
            ],
            0..6,
        ),
    ) {
        let _ = settings(&lines.join("\n"));
    }
}
