//! The table of routes as people read it, in `docs/routes.md`. A route that appears, goes or changes its rule shows in review.

use std::collections::BTreeMap;

use http::Method;
use inddrag::rooms;
use platform::people::Role;
use platform::web::Rule;

fn who(rule: Rule) -> String {
    match rule {
        Rule::Public => "everybody".to_owned(),
        Rule::ByLink => "holders of the link".to_owned(),
        Rule::SignedIn => "signed in".to_owned(),
        Rule::Operator => "operators".to_owned(),
        Rule::Demo => "everybody, in the demo only".to_owned(),
        Rule::Member { right, allows } => {
            let roles: Vec<_> = Role::ALL.iter().filter(|role| allows(**role)).map(|role| role.as_str()).collect();
            format!("{right}: {}", roles.join(", "))
        }
    }
}

fn table() -> String {
    let mut rows = BTreeMap::new();
    for route in rooms::routes(&rooms::all()) {
        let english = if route.paths.is_shared() {
            String::new()
        } else {
            format!("`{}`", route.paths.en)
        };
        let earlier = rows.insert(
            (route.paths.da, route.method == Method::POST),
            format!("| {} | `{}` | {english} | {} |", route.method, route.paths.da, who(route.rule)),
        );
        assert_eq!(earlier, None, "{} is declared twice", route.paths.da);
    }
    let mut text = String::from(
        "# Routes and who may use them\n\nMade from the code by a test; run it with `UPDATE=1` to write it anew.\n\n| | Danish | English | Who |\n|---|---|---|---|\n",
    );
    for row in rows.values() {
        text.push_str(row);
        text.push('\n');
    }
    text
}

#[test]
fn the_table_in_the_documentation_is_the_table_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/routes.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, table()).expect("the documentation can be written");
    }
    let written = std::fs::read_to_string(path).expect("docs/routes.md");
    assert!(
        written == table(),
        "a route changed: look at it, then run the test with UPDATE=1\n{}",
        difference(&written, &table())
    );
}

fn difference(before: &str, after: &str) -> String {
    let gone = before.lines().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let new = after.lines().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}
