//! Whoever changes a record is found out, and by the check that is about it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod recorded;
mod support;

use std::sync::LazyLock;

use proptest::prelude::*;
use recorded::{OBJECTIVES, origin, pool, recorded, with_households};
use serde_json::{Value, json};
use sortition::fair::{Objective, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::record::{Chance, Record};
use sortition::verify::{Code, Verdict, verify};

const SECRET: &str = "k3v9-q8sa-02mf-77xz-lp4w";

/// With households, a list, and a ticket drawn by a secret and a public text.
static GOOD: LazyLock<Record> = LazyLock::new(|| {
    let problem = with_households(pool("like_mass_24"));
    let outcome = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut record = Record::of(&problem, &outcome, origin());
    record.add_list(&uniform(&problem, &outcome.chances, 40, &mut Unwatched).unwrap());
    let (secret, text) = (SECRET.to_owned(), "0 4 2".to_owned());
    record.draw_ticket(&Chance::Joint { secret, text }).unwrap();
    record
});

fn failed(record: &Record) -> Vec<Code> {
    verify(record).failed().map(|check| check.code).collect()
}

#[track_caller]
fn finds(codes: &[Code], change: impl FnOnce(&mut Record)) {
    let mut record = GOOD.clone();
    change(&mut record);
    assert_ne!(record, *GOOD, "something is changed");
    assert_eq!(failed(&record), codes);
}

#[test]
fn as_it_was_made_everything_holds_and_in_public_too() {
    assert_eq!(failed(&GOOD), []);
    assert_eq!(failed(&GOOD.pseudonymous("sea salt")), []);
    assert_eq!(failed(&Record::from_json(&GOOD.to_json()).unwrap()), []);
}

#[test]
fn words_and_pool() {
    finds(&[Code::Format], |record| record.format.push('1'));
    finds(&[Code::Format, Code::Gap], |record| record.status = "perfect".to_owned());
    finds(&[Code::Gap], |record| record.status = "bounded".to_owned());
    finds(&[Code::Pool], |record| record.pool[3].id = record.pool[4].id.clone());
    finds(&[Code::Pool], |record| record.pool[3].values[0] = "purple".to_owned());
    finds(&[Code::Pool], |record| record.question.selected.push("nobody".to_owned()));
    finds(&[Code::Pool], |record| record.quotas[1].value = record.quotas[0].value.clone());
}

#[test]
fn panels() {
    let codes = [Code::Panels, Code::Probabilities, Code::Deviation, Code::Draw];
    let swap = |record: &mut Record, panel: usize| {
        let members = &mut record.panels[panel].members;
        members[1] = members[0].clone();
    };
    let drawn = GOOD.draw.as_ref().unwrap().panel;
    finds(&codes, |record| swap(record, drawn));
    finds(&codes[..3], |record| swap(record, drawn + 1));
    finds(&codes[..3], |record| drop(record.panels[drawn + 1].members.pop()));
    // Somebody who may not be drawn: all panels with them are wrong, and everything that counts those who can be drawn.
    let mut excluded = GOOD.clone();
    excluded.question.excluded = vec![GOOD.panels[0].members[0].clone()];
    assert!(failed(&excluded).starts_with(&[Code::Panels]));
    let mut quota = GOOD.clone();
    quota.quotas[0].max -= 1;
    assert!(failed(&quota).starts_with(&[Code::Panels]));
    let mut household = GOOD.clone();
    household
        .pool
        .iter_mut()
        .for_each(|person| person.household = person.household.map(|_| 7));
    assert!(failed(&household).starts_with(&[Code::Panels]));
}

#[test]
fn tickets_and_chances() {
    finds(&[Code::Tickets, Code::Probabilities], |record| {
        record.panels[0].tickets += 1;
        record.panels[0].probability = record.panels[0].tickets as f64 / 1e12;
    });
    finds(&[Code::Tickets], |record| record.panels[0].probability += 1e-12);
    let somebody = GOOD.panels[0].members[0].clone();
    finds(&[Code::Probabilities], |record| {
        *record.probabilities.get_mut(&somebody).unwrap() += 1e-12;
    });
    finds(
        &[Code::Probabilities, Code::Levels, Code::Figures, Code::Steps, Code::Gap],
        |record| {
            *record.probabilities.get_mut(&somebody).unwrap() = 0.002;
        },
    );
    finds(&[Code::Probabilities], |record| {
        record.probabilities.extend([("stranger".to_owned(), 0.5)]);
    });
}

#[test]
fn figures() {
    finds(&[Code::Levels], |record| record.levels[0].1 += 1);
    finds(&[Code::Levels], |record| record.levels.truncate(1));
    finds(&[Code::Figures], |record| record.max -= 1e-6);
    finds(&[Code::Figures], |record| record.gini -= 1e-6);
    finds(&[Code::Figures], |record| record.geometric_mean += 1e-6);
    finds(&[Code::Figures], |record| record.unreachable += 1);
    finds(&[Code::Figures, Code::Gap], |record| record.value += 1e-6);
}

#[test]
fn bound_and_gap() {
    finds(&[Code::Bound], |record| *record.bound.as_mut().unwrap() -= 1e-6);
    finds(&[Code::Bound], |record| record.bound = None);
    finds(&[Code::Gap], |record| *record.gap.as_mut().unwrap() += 1e-6);
    finds(&[Code::Bound, Code::Gap], |record| {
        let mut prices = record.certificate.levels.iter_mut().rev().filter_map(|level| level.prices.as_mut());
        prices.next().unwrap().quotas[0].0 = 999;
    });
    finds(&[Code::Steps], |record| {
        let last = record.certificate.levels.len() - 1;
        let again = record.certificate.levels[0].people[0].clone();
        record.certificate.levels[last].people.push(again);
    });
    finds(&[Code::Steps], |record| {
        record.certificate.levels.last_mut().unwrap().chance -= 1e-5;
    });
    // A higher chance than is proven, by however little, would make the steps after it look better than they are.
    let mut higher = GOOD.clone();
    higher.certificate.levels.iter_mut().for_each(|level| level.chance += 1e-8);
    assert!(failed(&higher).contains(&Code::Steps));
    let mut shorter = GOOD.clone();
    shorter.certificate.levels.pop();
    assert!(failed(&shorter).contains(&Code::Steps));
}

#[test]
fn whoever_is_said_to_be_unreachable_must_be_proven_to_be() {
    // The one with the lowest chance is taken off all panels by force.
    let mut record = recorded(&pool("like_mass_24"), Objective::Nash);
    let id = record.pool[0].id.clone();
    record.probabilities.insert(id, 0.0);
    assert!(failed(&record).contains(&Code::Unreachable));
}

#[test]
fn what_was_learnt_is_never_taken_on_trust() {
    let mut record = GOOD.clone();
    let everybody = record.pool.iter().map(|person| (person.id.clone(), 1.0));
    record.certificate.learnt = vec![sortition::record::Learnt {
        factors: everybody.collect(),
        bound: 23.0,
    }];
    assert_eq!(failed(&record), [Code::Learnt]);
    record.certificate.learnt[0].bound = 24.0;
    let report = verify(&record);
    assert!(report.passed() && report.unchecked().next().is_none());
    // A sum of many different factors is too much to try.
    for (number, factor) in record.certificate.learnt[0].factors.values_mut().enumerate() {
        *factor = f64::from(u32::try_from(number * number % 61).unwrap());
    }
    let verdicts: Vec<Verdict> = (0..=24 * 60)
        .step_by(20)
        .map(|bound| {
            record.certificate.learnt[0].bound = f64::from(bound);
            let report = verify(&record);
            report.checks.iter().find(|check| check.code == Code::Learnt).unwrap().verdict
        })
        .collect();
    // What is too low is never passed, and from where it is proven on everything higher is.
    let passes = verdicts.iter().position(|&one| one == Verdict::Passed).unwrap();
    assert!(verdicts[passes..].iter().all(|&one| one == Verdict::Passed), "{verdicts:?}");
    assert!(verdicts[..passes].contains(&Verdict::NotChecked), "{verdicts:?}");
}

#[test]
fn list() {
    finds(&[Code::Deviation], |record| record.lottery.as_mut().unwrap().deviation -= 1e-6);
    finds(&[Code::Deviation], |record| record.lottery.as_mut().unwrap().least += 1e-6);
    let mut list = GOOD.clone();
    let panels = &mut list.lottery.as_mut().unwrap().panels;
    panels[3][0] = panels[3][1].clone();
    assert!(failed(&list).contains(&Code::List));
}

#[test]
fn draw() {
    finds(&[Code::Draw], |record| record.draw.as_mut().unwrap().number += 1);
    finds(&[Code::Draw], |record| record.draw.as_mut().unwrap().panel += 1);
    finds(&[Code::Draw], |record| drop(record.draw.as_mut().unwrap().members.pop()));
    finds(&[Code::Draw], |record| record.draw.as_mut().unwrap().text[1].push('1'));
    finds(&[Code::Commitment, Code::Draw], |record| {
        record.draw.as_mut().unwrap().text[0].push('1');
    });
    finds(&[Code::Commitment], |record| record.draw.as_mut().unwrap().commitment = None);
    finds(&[Code::Commitment, Code::Draw], |record| {
        record.draw.as_mut().unwrap().by = "seed".to_owned();
    });
    finds(&[Code::Draw], |record| record.draw.as_mut().unwrap().from = "list".to_owned());
    let mut thrown = GOOD.clone();
    thrown.draw_by_ceremony(&[0, 7], 10).unwrap();
    assert_eq!(failed(&thrown), []);
    thrown.draw.as_mut().unwrap().text[1] = "8".to_owned();
    assert_eq!(failed(&thrown), [Code::Draw]);
}

/// Chances as trial draws would count them, never above one.
fn counted(chances: &[f64]) -> Vec<f64> {
    chances.iter().map(|chance| chance.min(1.0)).collect()
}

#[test]
fn a_run_of_the_program_is_not_repeated_here_and_its_panel_is_checked() {
    let problem = pool("like_mass_24");
    let fair = fair(&problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut record = Record::estimated(&problem, &counted(&fair.chances), 1000, origin());
    record
        .drawn_by_run(&fair.panels[0].members, &Chance::Public { text: "7".to_owned() })
        .unwrap();
    assert_eq!(failed(&record), []);
    assert_eq!(
        verify(&record).unchecked().map(|check| check.code).collect::<Vec<_>>(),
        [Code::Draw]
    );
    record.draw.as_mut().unwrap().members.pop();
    assert_eq!(failed(&record), [Code::Panels]);
    let mut chosen = Record::without_lottery(&problem, 3.0, origin());
    chosen
        .drawn_by_run(&fair.panels[0].members, &Chance::Fresh { text: "7".to_owned() })
        .unwrap();
    assert_eq!(failed(&chosen), []);
    chosen.bound = Some(1.0);
    assert_eq!(failed(&chosen), [Code::Bound]);
}

static ALL: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let problem = with_households(pool("like_mass_24"));
    OBJECTIVES.iter().map(|&objective| recorded(&problem, objective)).collect()
});

/// All prices of a record, in an order.
fn prices(record: &mut Record) -> Vec<&mut f64> {
    let steps = record.certificate.levels.iter_mut().filter_map(|level| level.prices.as_mut());
    steps
        .chain(record.certificate.prices.as_mut())
        .flat_map(|prices| {
            let quotas = prices.quotas.iter_mut().map(|(_, price)| price);
            let households = prices.households.iter_mut().map(|(_, price)| price);
            std::iter::once(&mut prices.size).chain(quotas).chain(households)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Another person in a seat changes that person's tickets, whatever else it does.
    #[test]
    fn another_person_in_a_seat_is_seen(which in 0usize..5, panel: prop::sample::Index, seat: prop::sample::Index, other: prop::sample::Index) {
        let mut record = ALL[which].clone();
        let id = record.pool[other.index(record.pool.len())].id.clone();
        let panels = record.panels.len();
        let members = &mut record.panels[panel.index(panels)].members;
        let seat = seat.index(members.len());
        prop_assume!(members[seat] != id);
        members[seat] = id;
        prop_assert!(failed(&record).contains(&Code::Probabilities));
    }

    #[test]
    fn tickets_moved_from_panel_to_panel_are_seen(which in 0usize..5, from: prop::sample::Index, to: prop::sample::Index, part in 1u64..1000) {
        let mut record = ALL[which].clone();
        let panels = record.panels.len();
        let (from, to) = (from.index(panels), to.index(panels));
        prop_assume!(from != to);
        let moved = (record.panels[from].tickets / part).max(1);
        record.panels[from].tickets -= moved;
        record.panels[to].tickets += moved;
        prop_assert!(failed(&record).contains(&Code::Tickets));
    }

    /// Wrong prices prove less or the same, never more: either the record does not hold any more, or it holds with the bound it states.
    #[test]
    fn no_price_proves_more_than_is_true(which in 0usize..5, price: prop::sample::Index, by in -2.0..2.0_f64) {
        let mut record = ALL[which].clone();
        let mut prices = prices(&mut record);
        let at = price.index(prices.len());
        *prices[at] += by;
        let report = verify(&record);
        let bound = report.checks.iter().find(|check| check.code == Code::Bound).unwrap();
        if let (Some(found), Some(stated)) = (bound.found, ALL[which].bound) {
            let better = if which < 3 { stated - found } else { found - stated };
            prop_assert!(better < 1e-9 || ALL[which].status == "bounded", "{stated} became {found}");
        }
    }

    #[test]
    fn another_ticket_is_seen(number in 0..1_000_000_000_000_u64) {
        let mut record = GOOD.clone();
        let draw = record.draw.as_mut().unwrap();
        prop_assume!(draw.number != number);
        draw.number = number;
        prop_assert_eq!(failed(&record), [Code::Draw]);
    }
}

/// Every place in a JSON value, as the way that leads there.
fn places(value: &Value, way: &str, all: &mut Vec<String>) {
    all.push(way.to_owned());
    match value {
        // Long lists hold more of the same.
        Value::Array(list) => (0..list.len().min(4)).for_each(|at| places(&list[at], &format!("{way}/{at}"), all)),
        Value::Object(fields) => fields
            .iter()
            .take(40)
            .for_each(|(name, value)| places(value, &format!("{way}/{name}"), all)),
        _ => {}
    }
}

static PLACES: LazyLock<(Value, Vec<String>)> = LazyLock::new(|| {
    let value: Value = serde_json::from_str(&GOOD.to_json()).unwrap();
    let mut all = Vec::new();
    places(&value, "", &mut all);
    (value, all)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// A stranger's file may hold anything: it is refused, or checked to the end.
    #[test]
    fn whatever_stands_in_a_record_is_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..9), 1..4),
    ) {
        let (mut value, all) = PLACES.clone();
        for (at, to) in changes {
            if let Some(place) = value.pointer_mut(&all[at.index(all.len())]) {
                *place = [
                    json!(null), json!(-1), json!(u64::MAX), json!(1e308), json!(""), json!("a"), json!([]), json!({}), json!([[], 0.5]),
                ][to].clone();
            }
        }
        if let Ok(record) = Record::from_json(&value.to_string()) {
            let _ = verify(&record).passed();
            let _ = Record::from_json(&record.pseudonymous("salt").to_json());
        }
    }
}
