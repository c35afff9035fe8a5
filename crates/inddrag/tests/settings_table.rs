//! The tables of settings in the guides are those of the program. Run with `UPDATE=1` to write them anew.

use platform::config::table;

#[test]
fn the_guides_list_every_setting_as_it_is() {
    for (guide, column) in [("operate.md", 0), ("drift.md", 1)] {
        let path = format!("{}/../../docs/{guide}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the guide is there");
        let (before, rest) = text.split_once("<!-- settings -->\n").expect("the guide has a place for the table");
        let (between, after) = rest.split_once("<!-- /settings -->").expect("the guide has an end of the table");
        if std::env::var_os("UPDATE").is_some() {
            let text = format!("{before}<!-- settings -->\n{}<!-- /settings -->{after}", table(column));
            std::fs::write(&path, text).expect("the guide can be written");
        } else {
            assert_eq!(between, table(column), "{guide} is behind; run this test with UPDATE=1");
        }
    }
}
