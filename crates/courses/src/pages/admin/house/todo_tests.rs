use jiff::civil::{date, time};
use uuid::Uuid;

use super::*;
use crate::model::{Day, DeadlineRule, Edition, EditionPlan, Mode, Price, PriceUnit, Season, SeasonWindow};

fn october(number: u128, state: EditionState, held: u16) -> StoredEdition {
    let day = Day::new(date(2026, 10, 26), time(9, 0, 0, 0), time(16, 0, 0, 0)).unwrap();
    let plan = EditionPlan {
        when: When::Days(Days::new(vec![day]).unwrap()),
        mode: Mode::Online,
        venue: None,
        capacity: Capacity::new(24).ok(),
        min_seats: 18,
        deadline: DeadlineRule::TEN_DAYS,
        price: Price::of_the_course_page(PriceUnit::Course),
        published: true,
    };
    StoredEdition {
        id: EditionId::from_uuid(Uuid::from_u128(number)),
        course_id: course(),
        edition: Edition::stored(state, plan),
        seats_held: held,
        venue_id: None,
        online_link: None,
        reason: None,
    }
}

fn course() -> CourseId {
    CourseId::from_uuid(Uuid::from_u128(1))
}

fn hoped_for(seats: i64) -> [Interest; 1] {
    [Interest {
        course: course(),
        seats,
        minimum: 18,
    }]
}

const BEFORE: Date = date(2026, 10, 10);
const DEADLINE: Date = date(2026, 10, 16);
const AFTER: Date = date(2026, 10, 17);

#[test]
fn the_day_after_the_deadline_somebody_must_decide_and_not_a_day_before() {
    for state in [EditionState::Open, EditionState::SignupClosed] {
        let editions = [october(1, state, 20)];
        assert_eq!(todo(&editions, &[], DEADLINE), []);
        assert_eq!(todo(&editions, &[], AFTER), [Todo::Decide(editions[0].id)]);
    }
    for settled in [
        EditionState::Draft,
        EditionState::Confirmed,
        EditionState::Cancelled,
        EditionState::Moved,
        EditionState::Held,
    ] {
        assert_eq!(todo(&[october(1, settled, 20)], &[], AFTER), [], "{settled}");
    }
}

#[test]
fn what_is_over_is_to_be_noted_as_held() {
    let editions = [october(1, EditionState::Confirmed, 20)];
    assert_eq!(todo(&editions, &[], date(2026, 10, 26)), []);
    assert_eq!(todo(&editions, &[], date(2026, 10, 27)), [Todo::Hold(editions[0].id)]);
}

#[test]
fn twelve_of_eighteen_propose_a_new_run_unless_one_is_on_its_way() {
    assert_eq!(todo(&[], &hoped_for(11), BEFORE), []);
    let proposal = Todo::Propose {
        course: course(),
        interest: 12,
        minimum: 18,
        dateless: None,
    };
    assert_eq!(todo(&[], &hoped_for(12), BEFORE), [proposal]);
    assert_eq!(
        todo(&[october(1, EditionState::Open, 3)], &hoped_for(12), BEFORE),
        [],
        "there are seats to be had"
    );
    assert_eq!(
        todo(&[october(1, EditionState::Draft, 0)], &hoped_for(12), BEFORE),
        [],
        "one is being planned"
    );
    assert_eq!(todo(&[october(1, EditionState::Cancelled, 0)], &hoped_for(12), BEFORE), [proposal]);
}

#[test]
fn a_full_edition_with_people_waiting_is_shown_before_the_proposal_it_leads_to() {
    let full = [october(1, EditionState::Open, 24)];
    let shown = todo(&full, &hoped_for(12), BEFORE);
    assert_eq!(
        shown[0],
        Todo::Full {
            edition: full[0].id,
            left: 0,
            interest: 12
        }
    );
    assert!(matches!(shown[1], Todo::Propose { .. }));
    assert_eq!(todo(&full, &[], BEFORE), [], "full and nobody waiting: nothing to decide");
    assert_eq!(todo(&[october(1, EditionState::Open, 21)], &hoped_for(1), BEFORE), []);
    assert_eq!(todo(&[october(1, EditionState::Open, 22)], &hoped_for(1), BEFORE).len(), 1);
}

#[test]
fn a_season_that_went_by_without_a_date_is_pointed_out() {
    let mut stored = october(1, EditionState::InterestOnly, 0);
    let window = SeasonWindow::only(Season::of(date(2026, 3, 1)));
    let plan = EditionPlan {
        when: When::Season(window),
        ..stored.edition.plan().clone()
    };
    stored.edition = Edition::stored(EditionState::InterestOnly, plan);
    assert_eq!(todo(&[stored.clone()], &[], date(2026, 6, 30)), []);
    assert_eq!(todo(&[stored.clone()], &[], date(2026, 7, 1)), [Todo::SeasonOver(stored.id)]);
    let proposal = todo(&[stored.clone()], &hoped_for(18), date(2026, 6, 30));
    assert_eq!(
        proposal,
        [Todo::Propose {
            course: course(),
            interest: 18,
            minimum: 18,
            dateless: Some(stored.id)
        }]
    );
}
