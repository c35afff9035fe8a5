//! Stories and properties of editions.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::super::samples::october;
use super::super::{PublicStatus, Season};
use super::*;

fn on(month: i8, day: i8, seats_held: u16) -> Circumstances {
    Circumstances {
        today: date(2023, month, day),
        seats_held,
        reason: None,
    }
}

fn because(month: i8, day: i8, seats_held: u16) -> Circumstances {
    Circumstances {
        reason: "For få tilmeldte".parse().ok(),
        ..on(month, day, seats_held)
    }
}

fn open() -> Edition {
    let mut edition = Edition::draft(october());
    edition.take(EditionStep::Open, &on(9, 1, 0)).unwrap();
    edition
}

#[test]
fn an_edition_without_a_date_collects_interest_and_cannot_open() {
    let autumn = Season::of(date(2023, 10, 1));
    let plan = EditionPlan {
        when: When::Season(SeasonWindow::new(autumn, autumn.later(1))),
        capacity: None,
        ..october()
    };
    let mut edition = Edition::draft(plan);
    assert_eq!(
        edition.take(EditionStep::InviteInterest, &on(9, 1, 0)),
        Ok(EditionState::InterestOnly)
    );
    let missing = vec![Missing::Days, Missing::Capacity];
    assert_eq!(
        edition.take(EditionStep::Open, &on(9, 1, 0)),
        Err(EditionRefusal::NotReady(missing))
    );
    assert_eq!(edition.state(), EditionState::InterestOnly);
    edition.revise(october(), 0).unwrap();
    assert_eq!(edition.take(EditionStep::Open, &on(9, 1, 0)), Ok(EditionState::Open));
}

#[test]
fn an_edition_in_a_room_needs_the_room_and_seats_for_the_minimum() {
    let plan = EditionPlan {
        mode: Mode::Venue,
        capacity: Capacity::new(17).ok(),
        ..october()
    };
    assert_eq!(plan.missing(), [Missing::Venue, Missing::RoomForMinimum]);
    let just_enough = EditionPlan {
        capacity: Capacity::new(18).ok(),
        ..october()
    };
    assert_eq!(just_enough.missing(), []);
}

#[test]
fn signup_runs_to_the_16th_of_october_and_nobody_can_close_it_before() {
    let mut edition = open();
    assert!(edition.takes_signups_on(date(2023, 10, 16)) && !edition.takes_signups_on(date(2023, 10, 17)));
    let last_day = date(2023, 10, 16);
    assert_eq!(
        edition.take(EditionStep::CloseSignup, &on(10, 16, 20)),
        Err(EditionRefusal::DeadlineAhead { last_day })
    );
    assert_eq!(
        edition.take(EditionStep::CloseSignup, &on(10, 17, 20)),
        Ok(EditionState::SignupClosed)
    );
    assert_eq!(
        edition.take(EditionStep::Reopen, &on(10, 17, 20)),
        Err(EditionRefusal::DeadlinePassed { last_day })
    );
    let later = DeadlineRule::LastDay(date(2023, 10, 20));
    edition
        .revise(
            EditionPlan {
                deadline: later,
                ..october()
            },
            20,
        )
        .unwrap();
    assert_eq!(edition.take(EditionStep::Reopen, &on(10, 17, 20)), Ok(EditionState::Open));
}

#[test]
fn sign_up_can_open_on_its_last_day_but_not_after_it() {
    let last_day = date(2023, 10, 16);
    let open_on = |day| Edition::draft(october()).take(EditionStep::Open, &on(10, day, 0));
    assert_eq!(open_on(16), Ok(EditionState::Open));
    assert_eq!(open_on(17), Err(EditionRefusal::DeadlinePassed { last_day }));
}

#[test]
fn a_draft_may_be_as_incomplete_as_it_likes() {
    let unknown = EditionPlan {
        capacity: None,
        ..october()
    };
    let mut draft = Edition::draft(october());
    assert_eq!(draft.revise(unknown.clone(), 0), Ok(()));
    assert_eq!(draft.plan(), &unknown);
}

#[test]
fn eighteen_run_without_a_word_seventeen_need_a_reason_and_nobody_is_no_course() {
    let decide = |circumstances: &Circumstances| {
        let mut edition = open();
        edition.take(EditionStep::Confirm, circumstances)
    };
    assert_eq!(decide(&on(10, 17, 18)), Ok(EditionState::Confirmed));
    assert_eq!(decide(&on(10, 17, 17)), Err(EditionRefusal::ReasonNeeded));
    assert_eq!(decide(&because(10, 17, 17)), Ok(EditionState::Confirmed));
    assert_eq!(decide(&because(10, 17, 0)), Err(EditionRefusal::Nobody));
}

#[test]
fn an_edition_confirmed_early_still_takes_signups_until_the_deadline() {
    let mut edition = open();
    edition.take(EditionStep::Confirm, &on(10, 1, 18)).unwrap();
    assert!(edition.takes_signups_on(date(2023, 10, 16)));
    assert!(!edition.takes_signups_on(date(2023, 10, 17)));
}

#[test]
fn cancelling_needs_a_reason_because_participants_will_ask() {
    let mut edition = open();
    assert_eq!(edition.take(EditionStep::Cancel, &on(10, 17, 9)), Err(EditionRefusal::ReasonNeeded));
    assert_eq!(edition.take(EditionStep::Cancel, &because(10, 17, 9)), Ok(EditionState::Cancelled));
    let state = EditionState::Cancelled;
    assert_eq!(edition.revise(october(), 0), Err(EditionRefusal::Settled { state }));
}

#[test]
fn nothing_is_held_before_its_last_day() {
    let mut edition = open();
    edition.take(EditionStep::Confirm, &on(10, 17, 20)).unwrap();
    let last_day = date(2023, 10, 26);
    assert_eq!(
        edition.take(EditionStep::Hold, &on(10, 25, 20)),
        Err(EditionRefusal::NotOver { last_day })
    );
    assert_eq!(edition.take(EditionStep::Hold, &on(10, 26, 20)), Ok(EditionState::Held));
}

#[test]
fn nobody_loses_a_seat_because_the_room_became_smaller() {
    let mut edition = open();
    let smaller = EditionPlan {
        capacity: Capacity::new(19).ok(),
        ..october()
    };
    assert_eq!(edition.revise(smaller.clone(), 20), Err(EditionRefusal::BelowHeld { held: 20 }));
    assert_eq!(edition.revise(smaller, 19), Ok(()));
    let without = EditionPlan {
        capacity: None,
        ..october()
    };
    assert_eq!(edition.revise(without, 0), Err(EditionRefusal::NotReady(vec![Missing::Capacity])));
}

fn a_step() -> impl Strategy<Value = EditionStep> {
    prop::sample::select(EditionStep::ALL)
}

proptest! {
    /// Whatever people try, in whatever order and on whatever day: the state moves only along the map, ends stay ends, and a refusal changes nothing.
    #[test]
    fn random_histories_stay_on_the_map(
        tries in prop::collection::vec((a_step(), 0i32..4, 0u16..30, any::<bool>()), 1..40),
        start in -60i32..60,
    ) {
        let mut today = date(2023, 10, 26).saturating_add(start.days());
        let mut edition = Edition::draft(october());
        for (step, days, seats_held, explained) in tries {
            today = today.saturating_add(days.days());
            let reason = explained.then(|| "Begrundelse".parse().unwrap());
            let before = edition.clone();
            match edition.take(step, &Circumstances { today, seats_held, reason }) {
                Ok(state) => {
                    prop_assert_eq!(before.state().after(step), Some(state));
                    prop_assert_eq!(edition.state(), state);
                    prop_assert!(!before.state().is_final());
                }
                Err(_) => prop_assert_eq!(&edition, &before),
            }
            prop_assert!(!edition.state().is_live() || edition.plan().missing().is_empty());
        }
    }

    /// Signing up is possible exactly while the public is told so.
    #[test]
    fn the_public_sees_open_exactly_while_signups_are_taken(state in prop::sample::select(EditionState::ALL), day in -90i32..30, held in 0u16..=24) {
        let today = date(2023, 10, 26).saturating_add(day.days());
        let edition = Edition::stored(state, october());
        let told = matches!(PublicStatus::of(&edition, held, today), Some(PublicStatus::Open { .. } | PublicStatus::FullWithInterest));
        prop_assert_eq!(told, edition.takes_signups_on(today));
    }
}
