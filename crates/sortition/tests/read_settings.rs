//! Settings of other programs are taken over.

mod read_sheets;

use read_sheets::told;
use sortition::read::{Algorithm, PeopleSettings, Settings, settings};

#[test]
fn the_settings_of_the_peer_are_understood() {
    let text = r#"
        id_column = "nationbuilder_id"
        columns_to_keep = ["first_name", "mobile_number"]
        check_same_address = true
        check_same_address_columns = ["primary_address1", "zip_royal_mail"]
        max_attempts = 100
        selection_algorithm = "Maximin"
        solver_backend = "highspy"
        random_number_seed = 1_234
    "#;
    let (settings, findings) = settings(text).sound().expect("no errors");
    assert_eq!(told(&findings), ["settings.backend-unused settings 8 backend=highspy"]);
    let names = |columns: [&str; 2]| columns.map(str::to_owned).to_vec();
    let people = PeopleSettings {
        id_column: Some("nationbuilder_id".to_owned()),
        columns_to_keep: names(["first_name", "mobile_number"]),
        address_columns: names(["primary_address1", "zip_royal_mail"]),
    };
    let expected = Settings {
        people,
        one_per_household: true,
        algorithm: Some(Algorithm::Maximin),
        seed: Some(1234),
        max_attempts: Some(100),
    };
    assert_eq!(settings, expected);
}

#[test]
fn seed_0_is_fresh_chance_and_what_is_not_there_is_left_to_the_caller() {
    let (settings, findings) = settings("\u{feff}id_column='id'\ncolumns_to_keep=[]\nrandom_number_seed=0")
        .sound()
        .expect("no errors");
    assert!(findings.is_empty());
    let people = PeopleSettings {
        id_column: Some("id".to_owned()),
        ..PeopleSettings::default()
    };
    assert_eq!(
        settings,
        Settings {
            people,
            ..Settings::default()
        }
    );
    assert_eq!(
        told(&self::settings("").findings),
        [
            "settings.key-missing settings key=id_column",
            "settings.key-missing settings key=columns_to_keep"
        ]
    );
}

#[test]
fn everything_wrong_is_told_at_once_with_its_line() {
    let text = "id_column = 7\ncolumns_to_keep = ['a', 3]\ncheck_same_address = true\nmax_attempts = 0\nselection_algorithm = 'fairest'\n\
                solver_backend = 'cplex'\nrandom_number_seed = -5\nchek_same_address = false\n";
    assert_eq!(
        told(&settings(text).findings),
        [
            "settings.address-columns-missing settings",
            "settings.type-wrong settings 1 key=id_column expected=string found=integer",
            "settings.type-wrong settings 2 key=columns_to_keep expected=string found=integer",
            "settings.number-out-of-range settings 4 key=max_attempts text=0",
            "settings.algorithm-unknown settings 5 text=fairest known=[leximin|maximin|nash|goldilocks|minimax|legacy|diversimax]",
            "settings.backend-unknown settings 6 text=cplex known=[highspy|mip|mip-cbc|mip-highs|mip-gurobi]",
            "settings.number-out-of-range settings 7 key=random_number_seed text=-5",
            "settings.key-unknown settings 8 key=chek_same_address",
        ]
    );
}

#[test]
fn what_is_no_settings_file_is_told_by_line_and_the_rest_is_read() {
    let findings = settings("id_column = 'id'\ncolumns_to_keep = [\n= 3\nmax_attempts = 2").findings;
    assert!(
        told(&findings)
            .iter()
            .any(|finding| finding.starts_with("settings.syntax settings ")),
        "{findings:?}"
    );
    assert!(settings("id,gender\np1,female").sound().is_err());
}
