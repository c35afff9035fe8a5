//! The golden code compiles under the house's lints and says what the texts say.

use texts::Lang::{Da, En};

mod t {
    include!("golden/texts.rs");
}

#[test]
fn fixed_texts_are_constants() {
    const TITLE: &str = t::title(Da);
    assert_eq!(TITLE, "Velkommen til Inddrag");
    assert_eq!(t::title(En), "Welcome to Inddrag");
    assert_eq!(t::quoted(Da), "\"Ja\" \\ `nej`\u{a0}{!");
    assert_eq!(t::quoted(En), "\"Yes\" \\ `no`");
}

#[test]
fn calls_take_values_as_they_come() {
    let name = String::from("Åse");
    assert_eq!(t::seats(Da, "member", &name, 0, "Metoder"), "Åse har ingen pladser på Metoder.");
    assert_eq!(t::seats(Da, "admin", &name, 1, "Metoder"), "Du har én plads på Metoder.");
    assert_eq!(t::seats(Da, "nobody", "Bo", 1_200, 7), "Bo har 1.200 pladser på 7.");
    assert_eq!(t::seats(En, "member", name, 1_200, "Methods"), "1,200 seats on Methods for Åse.");
}

#[test]
fn plural_forms_follow_the_size_of_the_number() {
    assert_eq!(t::seats(Da, "admin", "", -1, "X"), "Du har én plads på X.");
    assert_eq!(t::seats(En, "admin", "", -1, "X"), "minus one seat on X for you.");
    assert_eq!(t::seats(En, "admin", "", 0, "X"), "0 seats on X for you.");
}

#[test]
fn what_is_a_number_in_one_language_is_printed_as_one_in_both() {
    assert_eq!(t::budget(Da, 300_000, "alle"), "300.000 i alt til alle");
    assert_eq!(t::budget(En, 300_000, "all"), "300,000 in all for all");
}

#[test]
fn long_texts_keep_their_lines_and_their_nested_choices() {
    assert_eq!(t::letter(Da, "Bo", "admin", 2), "Kære Bo\n\nVi ses på 2 hold.");
    assert_eq!(t::letter(En, "Bo", "member", 2), "Dear Bo\n\nSee you on the course.");
}
