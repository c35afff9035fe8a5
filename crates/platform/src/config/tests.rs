use std::collections::BTreeMap;

use super::{Config, ConfigError, SETTINGS, host_of, table};

fn load(file: &str, environment: &[(&str, &str)], flags: &[(&'static str, &str)]) -> Result<Config, ConfigError> {
    let path = std::env::temp_dir().join(format!(
        "inddrag-config-{}-{}.toml",
        std::process::id(),
        file.len() + environment.len() * 1000
    ));
    std::fs::write(&path, file).expect("the temporary folder can be written");
    let environment = environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    let flags: BTreeMap<_, _> = flags.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    let config = Config::load(Some(&path), environment, &flags);
    std::fs::remove_file(&path).expect("the file was just written");
    config
}

#[test]
fn flags_win_over_environment_over_file_over_default() {
    let file = "listen = \"127.0.0.1:1\"\nlog = \"warn\"\nforms-per-hour = 7\n";
    let config = load(
        file,
        &[("INDDRAG_LISTEN", "127.0.0.1:2"), ("INDDRAG_LOG", "debug")],
        &[("listen", "127.0.0.1:3")],
    )
    .expect("valid settings");
    assert_eq!(config.listen.port(), 3);
    assert_eq!(config.log, "debug");
    assert_eq!(config.forms_per_hour, 7);
    assert_eq!(config.mail_links_per_hour, 5);
}

#[test]
fn an_unknown_key_in_the_file_is_named_with_what_was_probably_meant() {
    let error = load("mail-form = \"a@b.dk\"", &[], &[]).expect_err("a misspelt key");
    assert!(
        error.to_string().contains("mail-form") && error.to_string().contains("mail-from"),
        "{error}"
    );
}

#[test]
fn an_unusable_value_is_named_by_setting_and_origin_but_never_repeated() {
    let error = load(
        "",
        &[("INDDRAG_OIDC_ISSUER", "https://id.example"), ("INDDRAG_OIDC_CLIENT_ID", "x")],
        &[],
    )
    .expect_err("secret missing");
    assert!(error.to_string().contains("oidc-client-secret"), "{error}");
    let error = load("", &[("INDDRAG_MAIL", "carrier-pigeon://hemmelig:kode@x")], &[]).expect_err("unknown transport");
    assert!(
        error.to_string().contains("INDDRAG_MAIL") && !error.to_string().contains("kode"),
        "{error}"
    );
}

#[test]
fn secrets_do_not_show_in_debug_output() {
    let config = load(
        "",
        &[
            ("INDDRAG_DATABASE", "postgres://u:hemmeligkode@h/d"),
            ("INDDRAG_MAIL", "smtp://u:hemmeligkode@h:587"),
        ],
        &[],
    )
    .expect("valid");
    assert!(!format!("{config:?}").contains("hemmeligkode"));
}

#[test]
fn every_setting_has_a_row_in_both_tables() {
    for setting in SETTINGS {
        for column in [0, 1] {
            assert!(table(column).contains(&format!("| `{}` | `{}` |", setting.key, setting.variable())));
        }
    }
}

#[test]
fn the_host_is_found_in_every_form_of_address() {
    assert_eq!(host_of("kurser.example.dk:8080"), "kurser.example.dk");
    assert_eq!(host_of("[::1]:8080"), "::1");
    assert_eq!(host_of("example.dk/sti"), "example.dk");
}
