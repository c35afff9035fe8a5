//! Stories and properties of registrations.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::super::samples::anne;
use super::super::{Capacity, GroupSize, SeatDecision, Seats};
use super::*;

const FIRST: Date = date(2023, 10, 26);

fn confirmed() -> Registration {
    let requested = Registration::requested(anne(1), Money::kroner(3_000), CancellationTerms::usual(10));
    requested.stored(RegistrationState::Confirmed)
}

#[test]
fn giving_up_costs_what_the_accepted_terms_say() {
    let give_up = |day| confirmed().take(RegistrationStep::Withdraw, date(2023, 10, day), FIRST);
    assert_eq!(give_up(16), Ok(Money::ZERO));
    assert_eq!(give_up(17), Ok(Money::kroner(1_500)));
    assert_eq!(give_up(26), Ok(Money::kroner(3_000)));
    assert_eq!(give_up(27), Err(RegistrationRefusal::Begun { first_day: FIRST }));
}

#[test]
fn a_request_that_never_got_a_seat_is_given_up_for_nothing() {
    let mut request = confirmed().stored(RegistrationState::Requested);
    assert_eq!(request.take(RegistrationStep::Withdraw, FIRST, FIRST), Ok(Money::ZERO));
}

#[test]
fn a_colleague_may_come_instead_until_the_morning_of_the_course_and_for_nothing() {
    let mut mine = confirmed();
    assert_eq!(mine.take(RegistrationStep::Substitute, FIRST, FIRST), Ok(Money::ZERO));
    assert!(!mine.state().is_live());
}

#[test]
fn when_the_house_cancels_nobody_pays() {
    let mut registration = confirmed();
    assert_eq!(registration.take(RegistrationStep::CancelByHouse, FIRST, FIRST), Ok(Money::ZERO));
    assert_eq!(registration.state(), RegistrationState::CancelledByHouse);
}

#[test]
fn attendance_is_noted_from_the_first_day_and_mistakes_are_corrected() {
    let mut registration = confirmed();
    let early = registration.take(RegistrationStep::Attend, date(2023, 10, 25), FIRST);
    assert_eq!(early, Err(RegistrationRefusal::NotBegun { first_day: FIRST }));
    for step in [RegistrationStep::Miss, RegistrationStep::Attend] {
        registration.take(step, FIRST, FIRST).unwrap();
    }
    assert_eq!(registration.state(), RegistrationState::Attended);
    assert!(registration.take(RegistrationStep::Withdraw, FIRST, FIRST).is_err());
}

#[test]
fn what_may_reveal_health_is_forgotten_and_the_rest_stays() {
    let mut participant = anne(1);
    participant.forget_sensitive();
    assert_eq!((&participant.diet, &participant.access_needs), (&None, &None));
    assert_eq!(participant.name.as_str(), "Anne Holm");
}

#[test]
fn cancelled_and_substituted_are_the_only_ends_and_none_of_them_holds_a_seat() {
    for state in RegistrationState::ALL {
        assert_eq!(state.is_final(), !state.is_live(), "{state}");
        assert!(!state.holds_seat() || state.is_live());
    }
}

/// The unique index that keeps people from holding two seats names the states in which they would.
#[test]
fn the_database_and_the_model_agree_on_who_holds_a_seat() {
    let migration = include_str!("../../migrations/0002_signup.sql");
    let index = migration
        .split("u_registration_person")
        .nth(1)
        .and_then(|rest| rest.split(';').next())
        .unwrap();
    for state in RegistrationState::ALL {
        assert_eq!(index.contains(&format!("'{state}'")), state.is_live(), "{state}");
    }
}

proptest! {
    #[test]
    fn random_histories_stay_on_the_map(tries in prop::collection::vec((prop::sample::select(RegistrationStep::ALL), 0i32..4), 1..30)) {
        let mut today = FIRST.saturating_sub(30.days());
        let mut registration = confirmed().stored(RegistrationState::Requested);
        for (step, days) in tries {
            today = today.saturating_add(days.days());
            let before = registration.clone();
            match registration.take(step, today, FIRST) {
                Ok(fee) => {
                    prop_assert_eq!(before.state().after(step), Some(registration.state()));
                    prop_assert!(!before.state().is_final());
                    prop_assert!(fee.is_zero() || step == RegistrationStep::Withdraw);
                    prop_assert!(fee <= before.price);
                }
                Err(_) => prop_assert_eq!(&registration, &before),
            }
        }
    }

    /// Many people, one edition: whatever they do, the number of held seats stays within the room, and nobody holds two.
    #[test]
    fn an_edition_is_never_oversold(
        capacity in 1u16..15,
        events in prop::collection::vec((0usize..25, prop::sample::select(RegistrationStep::ALL)), 0..150),
    ) {
        let capacity = Capacity::new(capacity).unwrap();
        let mut rows: Vec<Registration> = Vec::new();
        for (person, step) in events {
            let who = anne(person);
            let held = |rows: &[Registration]| u16::try_from(rows.iter().filter(|row| row.state().holds_seat()).count()).unwrap();
            let live = rows.iter().position(|row| row.state().is_live() && row.participant.email == who.email);
            match (live, step) {
                (None, _) => rows.push(Registration::requested(who, Money::kroner(3_000), CancellationTerms::usual(10))),
                (Some(row), RegistrationStep::Confirm) => {
                    let seats = Seats::new(capacity, held(&rows));
                    if matches!(seats.decide(GroupSize::new(1).unwrap()), SeatDecision::Granted { .. }) {
                        let _ = rows[row].take(step, FIRST, FIRST);
                    }
                }
                (Some(row), _) => {
                    let _ = rows[row].take(step, FIRST, FIRST);
                }
            }
            prop_assert!(held(&rows) <= capacity.get());
            let mut people: Vec<&str> = rows.iter().filter(|row| row.state().is_live()).map(|row| row.participant.email.as_str()).collect();
            people.sort_unstable();
            let all = people.len();
            people.dedup();
            prop_assert_eq!(people.len(), all);
        }
    }
}
