//! The demo tells the truth about the page it follows, in both languages, and shows every state on every day.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date, time};
use platform::values::{Money, Totals};
use proptest::prelude::*;
use texts::Lang;
use toml::Value;

use super::*;
use crate::model::{Circumstances, Edition, EditionState, EditionStep, Format, PageTextKey, Phase, PublicStatus, Theme};

/// Read once: reading takes longer than most tests.
static HOUSES: LazyLock<Vec<DemoHouse>> = LazyLock::new(|| houses().unwrap());

fn course_house() -> &'static DemoHouse {
    &HOUSES[0]
}

#[test]
fn the_demo_has_a_course_house_and_a_municipality_of_its_own() {
    let houses = &*HOUSES;
    let slugs: Vec<&str> = houses.iter().map(|house| house.organisation.slug.as_str()).collect();
    assert_eq!(slugs, ["demohuset", "nordby"]);
    assert!(houses[0].organisation.is_default && !houses[1].organisation.is_default);
    assert_eq!(houses[1].courses.len(), 1);
    let shared = houses[0]
        .courses
        .iter()
        .filter(|course| houses[1].courses.iter().any(|other| other.slug == course.slug));
    assert_eq!(shared.count(), 0);
}

#[test]
fn the_five_courses_of_the_page_are_there_under_their_titles() {
    let house = course_house();
    let titles: Vec<&str> = house.courses.iter().map(|course| course.title.get(Lang::Da).as_str()).collect();
    assert_eq!(
        titles,
        [
            "Kom godt i gang med borgerinddragelse",
            "Vores borgerinddragelse var succes: hvad gør vi nu?",
            "Metoder til borgerinddragelse",
            "Workshop: Borgerinddragelsesforløb i praksis",
            "Digital inddragelse: Hvordan inddrages borgere digitalt?",
        ]
    );
    let outcomes: Vec<usize> = house.courses.iter().map(|course| course.outcomes.len()).collect();
    assert_eq!(outcomes, [5, 3, 3, 5, 3]);
    let workshop = &house.courses[3];
    assert_eq!(workshop.format, Format::Workshop);
    assert!(workshop.prerequisites.is_some());
}

#[test]
fn together_the_courses_cover_the_whole_way_and_all_four_themes() {
    let house = course_house();
    assert_eq!(Phase::covered_by(&house.courses).len(), Phase::ALL.len());
    let themes: BTreeSet<Theme> = house.courses.iter().flat_map(|course| course.themes.iter().copied()).collect();
    assert_eq!(themes.len(), Theme::ALL.len());
}

#[test]
fn the_practical_facts_are_those_of_the_page() {
    let practical = course_house().practical();
    assert_eq!(practical.price, Money::kroner(3_000));
    assert_eq!(
        Totals::of([(practical.price, platform::values::VatClass::Standard(practical.vat))])
            .unwrap()
            .gross,
        Money::kroner(3_750)
    );
    assert_eq!(practical.venue.unwrap().address(), "Sorøgade 6, København Ø");
    assert_eq!((practical.start, practical.end), (time(9, 0, 0, 0), time(16, 0, 0, 0)));
    assert_eq!((practical.deadline_days, practical.min_seats), (10, 18));
    assert_eq!(practical.contact.as_str(), "kursus@inddrag.example");
}

#[test]
fn earlier_years_and_participants_words_are_all_there() {
    let house = course_house();
    let mut counts: Vec<u32> = house.past.iter().map(|past| past.participants).collect();
    counts.sort_unstable();
    assert_eq!(counts, [20, 30, 100, 105]);
    assert!(house.past.is_sorted_by_key(|past| std::cmp::Reverse(past.years)));
    assert_eq!(house.testimonials.len(), 5);
    assert!(house.testimonials.iter().all(|words| words.year == 2023));
}

#[test]
fn the_house_says_everything_it_has_a_place_for_and_says_that_it_is_a_demo() {
    let house = course_house();
    let keys: Vec<PageTextKey> = house.texts.iter().map(|text| text.key).collect();
    for key in PageTextKey::ALL {
        assert_eq!(keys.iter().filter(|found| *found == key).count(), 1, "{key}");
    }
    let about = house.texts.iter().find(|text| text.key == PageTextKey::About).unwrap();
    for lang in Lang::ALL {
        let body = about.body.get(lang).as_str();
        assert!(body.contains("Teknologirådet") && body.contains("DeltagerDanmark") && body.contains("2023") && body.contains("demo"));
    }
    for provider in &house.series.providers {
        assert!(provider.name.as_str().ends_with("(demo)"));
    }
}

/// Empties every text of the files in turn: none of them may be missed by the reader, whatever the language.
#[test]
fn no_text_can_be_forgotten_in_either_language() {
    for file in [COURSE_HOUSE, MUNICIPALITY] {
        let whole: Value = toml::from_str(file).unwrap();
        let mut tried = 0;
        for path in texts_of(&whole, &mut Vec::new()) {
            let mut holed = whole.clone();
            *at(&mut holed, &path) = Value::String(" ".to_owned());
            let read: Result<DemoHouse, _> = holed.try_into();
            assert!(read.is_err(), "{path:?}");
            tried += 1;
        }
        assert!(tried > 20);
    }
}

/// A step into a value: a key or a place.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Place(usize),
}

fn texts_of(value: &Value, here: &mut Vec<Step>) -> Vec<Vec<Step>> {
    match value {
        Value::String(_) => vec![here.clone()],
        Value::Table(table) => table
            .iter()
            .flat_map(|(key, value)| below(value, here, Step::Key(key.clone())))
            .collect(),
        Value::Array(array) => array
            .iter()
            .enumerate()
            .flat_map(|(place, value)| below(value, here, Step::Place(place)))
            .collect(),
        _ => Vec::new(),
    }
}

fn below(value: &Value, here: &mut Vec<Step>, step: Step) -> Vec<Vec<Step>> {
    here.push(step);
    let found = texts_of(value, here);
    here.pop();
    found
}

fn at<'a>(value: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Place(place) => &mut value[*place],
    })
}

/// What the public sees when the demo is filled on a day.
fn seen_on(house: &DemoHouse, today: Date) -> Vec<PublicStatus> {
    let status = |demo: &DemoEdition| {
        let resolved = house.edition(demo, today).unwrap();
        PublicStatus::of(&resolved.edition, resolved.seats_held(), today).unwrap()
    };
    house.editions.iter().map(status).collect()
}

fn assert_every_state_is_seen(house: &DemoHouse, today: Date) {
    let seen = seen_on(house, today);
    let codes: BTreeSet<&str> = seen.iter().map(|status| status.code()).collect();
    let wanted = BTreeSet::from(["open", "full", "interest-only", "closed", "held", "cancelled"]);
    assert_eq!(codes, wanted, "{today}");
    let left: Vec<u16> = seen
        .iter()
        .filter_map(|status| match status {
            PublicStatus::Open { seats_left, .. } => Some(*seats_left),
            _ => None,
        })
        .collect();
    assert!(
        left.iter().any(|left| *left <= 3) && left.iter().any(|left| *left > 10),
        "few and many seats on {today}: {left:?}"
    );
    assert!(
        seen.iter()
            .any(|status| matches!(status, PublicStatus::InterestOnly { season: Some(_) }))
    );
}

#[test]
fn every_public_state_is_there_on_each_day_of_a_year() {
    let house = course_house();
    let mut today = date(2026, 11, 1);
    while today < date(2027, 11, 1) {
        assert_every_state_is_seen(house, today);
        today = today.tomorrow().unwrap();
    }
}

/// Leads a draft to where the demo says the edition stands, by the steps people would take.
fn walk(resolved: &ResolvedEdition, today: Date) -> EditionState {
    let mut edition = Edition::draft(resolved.edition.plan().clone());
    let last_signup_day = edition.last_signup_day().unwrap_or(today);
    let opened = today.min(last_signup_day);
    let steps = match resolved.edition.state() {
        EditionState::InterestOnly => vec![(EditionStep::InviteInterest, today)],
        EditionState::Open => vec![(EditionStep::Open, opened)],
        EditionState::SignupClosed => vec![(EditionStep::Open, opened), (EditionStep::CloseSignup, today)],
        EditionState::Confirmed => vec![
            (EditionStep::Open, opened),
            (EditionStep::CloseSignup, today),
            (EditionStep::Confirm, today),
        ],
        EditionState::Held => vec![
            (EditionStep::Open, opened),
            (EditionStep::Confirm, opened),
            (EditionStep::Hold, today),
        ],
        EditionState::Cancelled => vec![(EditionStep::Open, opened), (EditionStep::Cancel, today)],
        other => panic!("no demo edition is {other}"),
    };
    for (step, day) in steps {
        let now = Circumstances {
            today: day,
            seats_held: resolved.seats_taken,
            reason: resolved.reason.clone(),
        };
        edition
            .take(step, &now)
            .unwrap_or_else(|refusal| panic!("{step} on {day}: {refusal}"));
    }
    edition.state()
}

proptest! {
    #[test]
    fn every_public_state_is_there_whenever_somebody_looks(days in 0i32..36_500) {
        let today = date(2024, 1, 1).saturating_add(jiff::Span::new().days(days));
        assert_every_state_is_seen(course_house(), today);
    }

    /// No edition stands where the rules would not have let it come, and no room is overfull.
    #[test]
    fn every_edition_could_have_come_to_stand_where_it_stands(days in 0i32..36_500) {
        let today = date(2024, 1, 1).saturating_add(jiff::Span::new().days(days));
        for house in HOUSES.iter() {
            for (place, demo) in house.editions.iter().enumerate() {
                let resolved = house.edition(demo, today).unwrap();
                prop_assert_eq!(walk(&resolved, today), resolved.edition.state());
                let plan = resolved.edition.plan();
                prop_assert!(plan.capacity.is_none_or(|capacity| resolved.seats_taken <= capacity.get()));
                let length = plan.days().map_or(1, crate::model::Days::count);
                let orders = house.people.orders(place, resolved.seats_taken, plan.price, length).unwrap();
                let people: Vec<&str> = orders.iter().flat_map(crate::model::Order::participants).map(|person| person.email.as_str()).collect();
                let distinct: BTreeSet<&str> = people.iter().copied().collect();
                prop_assert_eq!(people.len(), usize::from(resolved.seats_taken));
                prop_assert_eq!(distinct.len(), people.len());
                prop_assert!(people.iter().all(|email| email.ends_with(".example")));
            }
        }
    }
}
