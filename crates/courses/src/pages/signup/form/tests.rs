use platform::web::Fields;
use texts::Lang;

use super::{SignUp, numbered, read, rearranged, rows};
use crate::model::{Bill, CaseStage, Price, PriceUnit};

const GOOD: [(&str, &str); 12] = [
    ("key", "01890000-0000-7000-8000-000000000001"),
    ("participants-0-name", "Anne Holm"),
    ("participants-0-email", "anne@nordby.example"),
    ("payment", "ean"),
    ("organisation", "Nordby Kommune"),
    ("organisation-kind", "kommune"),
    ("ean", "5798 0008 8001 6"),
    ("order-reference", "R-17"),
    ("same-contact", "1"),
    ("terms", "1"),
    ("notice", "1"),
    ("ukendt-felt", "springes over"),
];

fn fields(changes: &[(&str, &str)]) -> Fields {
    let good = GOOD
        .iter()
        .fold(Fields::default(), |fields, (name, value)| fields.with(name, *value));
    changes.iter().fold(good, |fields, (name, value)| fields.with(name, *value))
}

fn without(name: &str) -> Fields {
    GOOD.iter()
        .filter(|(field, _)| *field != name)
        .fold(Fields::default(), |fields, (name, value)| fields.with(name, *value))
}

fn sign_up(fields: &Fields) -> Result<SignUp, Vec<String>> {
    let read = read(fields, Lang::Da, Price::of_the_course_page(PriceUnit::Course), 1);
    read.map_err(|errors| errors.iter().map(|(field, _)| field.to_owned()).collect())
}

#[test]
fn a_form_filled_in_becomes_an_order() {
    let sign_up = sign_up(&fields(&[])).expect("a good form");
    assert_eq!(sign_up.order.size().get(), 1);
    assert_eq!(sign_up.order.payer().contact.email.as_str(), "anne@nordby.example");
    assert!(matches!(&sign_up.order.payer().bill, Bill::Ean { gln, .. } if gln.as_str() == "5798000880016"));
    assert_eq!(sign_up.order.totals().gross.in_ore(), 375_000);
}

#[test]
fn an_empty_form_names_every_field_that_is_missing_at_once() {
    let missing = sign_up(&Fields::default()).err().expect("an empty form");
    for field in [
        "participants-0-name",
        "participants-0-email",
        "payment",
        "contact-name",
        "contact-email",
        "terms",
        "notice",
    ] {
        assert!(missing.iter().any(|name| name == field), "{field} of {missing:?}");
    }
}

#[test]
fn each_way_to_pay_asks_for_its_own() {
    assert_eq!(sign_up(&without("ean")).err(), Some(vec!["ean".to_owned()]));
    assert_eq!(sign_up(&without("order-reference")).err(), Some(vec!["order-reference".to_owned()]));
    assert_eq!(sign_up(&fields(&[("ean", "5798000880017")])).err(), Some(vec!["ean".to_owned()]));
    let company = [
        ("payment", "cvr"),
        ("organisation-kind", "virksomhed"),
        ("invoice-email", "bogholderi@firma.example"),
    ];
    assert_eq!(sign_up(&fields(&company)).err(), Some(vec!["cvr".to_owned()]));
    let private = sign_up(&fields(&[("payment", "private"), ("invoice-email", "anne@hjem.example")])).err();
    assert_eq!(private, Some(vec!["street".to_owned(), "postcode".to_owned(), "town".to_owned()]));
}

#[test]
fn a_public_authority_is_asked_for_its_ean_number() {
    let form = fields(&[("payment", "cvr"), ("cvr", "10150817"), ("invoice-email", "x@nordby.example")]);
    assert_eq!(sign_up(&form).err(), Some(vec!["payment".to_owned()]));
}

#[test]
fn two_participants_with_one_mailbox_are_told_which() {
    let form = fields(&[("participants-1-name", "Bo Lund"), ("participants-1-email", "ANNE@nordby.example")]);
    assert_eq!(sign_up(&form).err(), Some(vec!["participants-1-email".to_owned()]));
}

#[test]
fn a_case_needs_words_and_words_without_a_stage_are_an_idea() {
    let stage_only = fields(&[("participants-0-stage", "plan")]);
    assert_eq!(sign_up(&stage_only).err(), Some(vec!["participants-0-case".to_owned()]));
    let words_only = sign_up(&fields(&[("participants-0-case", "Klimaråd i bydelen")])).expect("a good form");
    let case = words_only.order.participants()[0].own_case.as_ref().expect("a case");
    assert_eq!(case.stage, CaseStage::Idea);
    let none = sign_up(&fields(&[("participants-0-stage", "none")])).expect("a good form");
    assert_eq!(none.order.participants()[0].own_case, None);
}

#[test]
fn adding_and_removing_people_without_script_keeps_everything_typed() {
    let two = fields(&[
        ("participants-1-name", "Bo Lund"),
        ("participants-1-email", "bo@nordby.example"),
        ("repeat", "add:participants"),
    ]);
    let three = rearranged(&two).expect("the button was pressed");
    assert_eq!(
        (rows(&three), three.get("participants-1-name"), three.get("ean")),
        (3, "Bo Lund", "5798 0008 8001 6")
    );
    let removed = rearranged(&three.with("repeat", "remove:participants:0")).expect("the button was pressed");
    assert_eq!((rows(&removed), removed.get("participants-0-name")), (2, "Bo Lund"));
    assert!(rearranged(&removed).is_none(), "the button is not pressed again by itself");
}

#[test]
fn a_row_taken_out_by_script_leaves_a_gap_and_no_empty_participant() {
    let gap = fields(&[("participants-2-name", "Bo Lund"), ("participants-2-email", "bo@nordby.example")]);
    let sign_up = sign_up(&gap).expect("two people");
    assert_eq!(sign_up.order.participants()[1].name.as_str(), "Bo Lund");
    let shown = numbered(&gap);
    assert_eq!(
        (rows(&shown), shown.get("participants-1-name"), shown.get("ean")),
        (2, "Bo Lund", "5798 0008 8001 6")
    );
}

#[test]
fn everybody_in_the_group_gets_their_messages_at_once() {
    let wrong = sign_up(&fields(&[
        ("participants-0-email", "anne"),
        ("participants-1-name", ""),
        ("participants-1-email", "bo"),
    ]))
    .err();
    let expected = ["participants-0-email", "participants-1-name", "participants-1-email"].map(str::to_owned);
    assert_eq!(wrong, Some(expected.to_vec()));
}

#[test]
fn rows_are_limited_whatever_the_browser_claims() {
    assert_eq!(rows(&fields(&[("participants-4000000000-name", "x")])), 20);
    assert_eq!(rows(&fields(&[("participants-x-name", "x")])), 1);
}
