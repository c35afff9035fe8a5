use jiff::civil::{date as day_of, time as clock};
use uuid::Uuid;

use super::*;

fn october() -> Fields {
    let typed = [
        ("when", "days"),
        ("days-0-date", "2026-10-26"),
        ("days-0-start", "09:00"),
        ("days-0-end", "16:00"),
        ("mode", "online"),
        ("online-link", "https://video.example/rum"),
        ("capacity", "24"),
        ("minimum", "18"),
        ("deadline", "days"),
        ("deadline-days", "10"),
        ("price", "3.000"),
        ("price-unit", "course"),
        ("vat", "standard"),
        ("vat-rate", "25"),
        ("published", "on"),
    ];
    typed
        .into_iter()
        .fold(Fields::default(), |fields, (name, value)| fields.with(name, value))
}

fn wrong(fields: &Fields) -> Vec<String> {
    let errors = read(fields, Lang::Da, &[], 2).unwrap_err();
    errors.iter().map(|(field, _)| field.to_owned()).collect()
}

#[test]
fn the_october_course_of_the_page_is_read_with_its_rules() {
    let planned = read(&october(), Lang::Da, &[], 1).unwrap();
    let plan = &planned.plan;
    assert_eq!(plan.days().map(Days::first), Some(day_of(2026, 10, 26)));
    assert_eq!(plan.deadline.last_day(day_of(2026, 10, 26)), day_of(2026, 10, 16));
    assert_eq!(
        (plan.min_seats, plan.capacity.map(Capacity::get), plan.published),
        (18, Some(24), true)
    );
    assert_eq!(plan.price, Price::of_the_course_page(PriceUnit::Course));
    assert_eq!(planned.online_link.as_deref(), Some("https://video.example/rum"));
    assert!(plan.missing().is_empty());
}

#[test]
fn a_season_needs_no_days_and_backwards_seasons_are_turned_around() {
    let fields = october()
        .with("when", "season")
        .with("season-first", "2027-spring")
        .with("season-last", "2026-autumn")
        .with("capacity", "");
    let plan = read(&fields, Lang::Da, &[], 1).unwrap().plan;
    let window = SeasonWindow::new("2026-autumn".parse().unwrap(), "2027-spring".parse().unwrap());
    assert_eq!((plan.when, plan.capacity), (When::Season(window), None));
}

#[test]
fn every_mistake_is_found_at_once_and_named_at_its_field() {
    let fields = october()
        .with("days-0-end", "08:00")
        .with("days-1-start", "09:00")
        .with("capacity", "0")
        .with("minimum", "")
        .with("deadline", "date")
        .with("price", "gratis")
        .with("vat", "exempt");
    assert_eq!(
        wrong(&fields),
        [
            "days-0-end",
            "days-1-date",
            "days-1-end",
            "capacity",
            "minimum",
            "deadline-date",
            "price",
            "vat-reason"
        ]
    );
    assert_eq!(
        wrong(&Fields::default()),
        ["when", "mode", "minimum", "deadline", "price", "price-unit", "vat"]
    );
    assert_eq!(
        wrong(&october().with("deadline", "date").with("deadline-date", "2026-10-27")),
        ["deadline-date"]
    );
    let twice = october()
        .with("days-1-date", "26.10.2026")
        .with("days-1-start", "10")
        .with("days-1-end", "12.30");
    assert_eq!(wrong(&twice), ["days-0-date"]);
}

#[test]
fn t8_only_secure_web_addresses_are_taken_as_meeting_links() {
    for hostile in [
        "javascript:alert(1)",
        "http://video.example",
        "data:text/html,x",
        "https://",
        "https://a b",
        "//video.example",
        "https://x\\y",
    ] {
        assert_eq!(wrong(&october().with("online-link", hostile)), ["online-link"], "{hostile}");
    }
}

#[test]
fn dates_and_times_are_read_as_danes_and_browsers_write_them() {
    for typed in ["2026-10-26", " 26.10.2026", "26/10/2026", "26. 10. 2026", "26-10-2026"] {
        assert_eq!(date(typed), Ok(day_of(2026, 10, 26)), "{typed}");
    }
    for typed in ["31.2.2026", "26.10.26", "i morgen", "1.1.99999"] {
        assert_eq!(date(typed), Err(ValueError::NotAChoice), "{typed}");
    }
    for typed in ["09:00", "9.00", "9", "09:00:00"] {
        assert_eq!(time(typed), Ok(clock(9, 0, 0, 0)), "{typed}");
    }
    assert_eq!(
        (time("25:00"), time("ni"), time(" ")),
        (Err(ValueError::NotAChoice), Err(ValueError::NotAChoice), Err(ValueError::Empty))
    );
}

#[test]
fn a_place_is_one_of_the_house_or_a_new_one_never_a_stranger() {
    let id = VenueId::from_uuid(Uuid::from_u128(1));
    let venue = Venue {
        name: "Teknologirådet".parse().unwrap(),
        street: "Sorøgade 6".parse().unwrap(),
        postcode: None,
        town: "København Ø".parse().unwrap(),
        access: None,
    };
    let known = [(id, venue.clone())];
    let at = |place: &str| october().with("mode", "venue").with("venue", place);
    let planned = read(&at(&id.to_string()), Lang::Da, &known, 1).unwrap();
    assert_eq!((planned.venue, planned.plan.venue), (VenueChoice::Known(id), Some(venue)));
    let errors = read(&at(&Uuid::from_u128(2).to_string()), Lang::Da, &known, 1).unwrap_err();
    assert!(errors.get("venue").is_some());
    let new = at("new")
        .with("venue-name", "Rådhuset")
        .with("venue-street", "Torvet 1")
        .with("venue-town", "Nordby");
    assert!(matches!(read(&new, Lang::Da, &known, 1).unwrap().venue, VenueChoice::New(_)));
    let half = new.with("venue-access-da", "Elevator");
    assert!(read(&half, Lang::Da, &known, 1).unwrap_err().get("venue-access-en").is_some());
}
