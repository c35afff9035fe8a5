//! The record of a selection says everything, exactly, and the same each time.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod recorded;
mod support;

use std::collections::BTreeMap;

use recorded::{OBJECTIVES, origin, pool, recorded, with_households};
use sortition::fair::{Objective, Unwatched, fair};
use sortition::lottery::uniform;
use sortition::model::Problem;
use sortition::random::Commitment;
use sortition::record::{Chance, Difference, Record, TICKETS, Undrawn, Unreadable, status};
use support::{problem, quotas, together};

/// Five people for two seats; one of them fits nobody, and two live together.
fn five() -> Problem {
    let quotas = quotas(&[("gender", &[("f", 1, 2), ("m", 1, 2)]), ("age", &[("young", 1, 2), ("old", 1, 2)])]);
    let mut five = problem(quotas, &[&[0, 0], &[0, 0], &[1, 1], &[1, 1], &[1, 0]], 2);
    together(&mut five, &[0, 2]);
    five
}

fn public(text: &str) -> Chance {
    Chance::Public { text: text.to_owned() }
}

fn with_list(problem: &Problem, panels: u32) -> Record {
    let outcome = fair(problem, Objective::Leximin, &mut Unwatched).unwrap();
    let mut record = Record::of(problem, &outcome, origin());
    record.add_list(&uniform(problem, &outcome.chances, panels, &mut Unwatched).unwrap());
    record
}

#[test]
fn tickets_are_all_and_everybodys_chance_is_what_their_panels_have() {
    for objective in OBJECTIVES {
        let record = recorded(&pool("like_mass_24"), objective);
        assert_eq!(record.panels.iter().map(|panel| panel.tickets).sum::<u64>(), TICKETS);
        let mut tickets: BTreeMap<&str, u64> = BTreeMap::new();
        for panel in &record.panels {
            assert_eq!(panel.probability, panel.tickets as f64 / TICKETS as f64);
            panel
                .members
                .iter()
                .for_each(|member| *tickets.entry(member).or_default() += panel.tickets);
        }
        for (id, chance) in &record.probabilities {
            assert_eq!(*chance, tickets.get(id.as_str()).copied().unwrap_or(0) as f64 / TICKETS as f64);
        }
        assert_eq!(record.status, status::CERTIFIED, "{objective:?}");
        assert_eq!(record.objective, objective.name());
    }
}

#[test]
fn a_file_reads_back_to_the_same_record_and_is_written_the_same() {
    let problem = with_households(pool("like_mass_24"));
    for objective in OBJECTIVES {
        let mut record = recorded(&problem, objective);
        record.draw_ticket(&public("7 0 3")).unwrap();
        let text = record.to_json();
        assert_eq!(Record::from_json(&text).as_ref(), Ok(&record));
        assert_eq!(recorded(&problem, objective).to_json(), {
            record.draw = None;
            record.to_json()
        });
    }
}

#[test]
fn a_person_a_panel_and_a_level_have_a_row_each() {
    let text = recorded(&five(), Objective::Leximin).to_json();
    assert!(
        text.contains("\n  {\"id\": \"p0\",\"values\": [\"f\",\"young\"],\"household\": 0},\n"),
        "{text}"
    );
    assert!(text.contains("\n  \"p4\": 0.0\n },\n"), "{text}");
    assert!(text.starts_with("{\n \"format\": \"inddrag panel record 1\",\n"), "{text}");
    assert!(text.ends_with("\n}\n"), "{text}");
}

#[test]
fn another_kind_of_file_is_named_and_a_broken_one_says_where() {
    let text = recorded(&five(), Objective::Leximin).to_json();
    let other = text.replacen("record 1", "record 9", 1);
    assert_eq!(
        Record::from_json(&other),
        Err(Unreadable::Format {
            found: "inddrag panel record 9".to_owned()
        })
    );
    let broken = text.replacen("\"tickets\"", "\"tokens\"", 1);
    assert!(matches!(Record::from_json(&broken), Err(Unreadable::Text { line, .. }) if line > 1));
}

#[test]
fn a_ticket_belongs_to_the_panel_that_reaches_it_first() {
    let mut record = recorded(&five(), Objective::Leximin);
    for text in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        let draw = record.draw_ticket(&public(text)).unwrap().clone();
        let before: u64 = record.panels[..draw.panel].iter().map(|panel| panel.tickets).sum();
        assert!(before <= draw.number && draw.number < before + record.panels[draw.panel].tickets);
        assert_eq!(draw.members, record.panels[draw.panel].members);
    }
    let draw = record.draw_ticket(&public("7 0 3 · borgerting 2026")).unwrap();
    assert_eq!((draw.number, draw.panel), (48_428_992_679, 0), "the same for ever");
}

#[test]
fn dice_choose_from_the_numbered_panels_and_may_have_to_be_thrown_again() {
    let mut record = with_list(&five(), 8);
    assert_eq!(record.draw_by_ceremony(&[3], 10).unwrap().number, 3);
    assert_eq!(record.draw_by_ceremony(&[8], 10), Err(Undrawn::Again));
    assert!(matches!(record.draw_by_ceremony(&[3, 3], 10), Err(Undrawn::Misread(_))));
    assert_eq!(record.draw_by_ceremony(&[], 1), Err(Undrawn::Sides { sides: 1 }));
    let draw = record.draw_from_list(&public("7 0 3")).unwrap().clone();
    assert_eq!(draw.members, record.lottery.as_ref().unwrap().panels[draw.panel]);
    let mut without = recorded(&five(), Objective::Leximin);
    assert_eq!(without.draw_from_list(&public("7")), Err(Undrawn::NoList));
    assert_eq!(without.draw_by_ceremony(&[3], 10), Err(Undrawn::NoList));
}

#[test]
fn a_secret_stands_beside_what_was_promised_and_must_be_long() {
    let mut record = recorded(&five(), Objective::Leximin);
    let joint = |secret: &str| Chance::Joint {
        secret: secret.to_owned(),
        text: "0 4 2".to_owned(),
    };
    let secret = "k3v9-q8sa-02mf-77xz-lp4w";
    let draw = record.draw_ticket(&joint(secret)).unwrap();
    assert_eq!(draw.commitment, Some(Commitment::to(secret).unwrap().to_string()));
    assert_eq!(draw.text, [secret, "0 4 2"]);
    assert!(matches!(record.draw_ticket(&joint("short")), Err(Undrawn::Secret(_))));
}

#[test]
fn a_list_is_measured_against_the_chances_of_the_record() {
    let record = with_list(&pool("like_mass_24"), 100);
    let lottery = record.lottery.as_ref().unwrap();
    let furthest = record.probabilities.iter().map(|(id, chance)| {
        let share = lottery.panels.iter().filter(|panel| panel.contains(id)).count() as f64 / 100.0;
        (share - chance).abs()
    });
    assert!((furthest.fold(0.0, f64::max) - lottery.deviation).abs() < 1e-12);
    assert!(lottery.least <= lottery.deviation && lottery.least < 0.005 + 1e-12);
}

#[test]
fn in_the_public_version_nobody_is_named_and_everybody_finds_themself() {
    let mut record = with_list(&with_households(pool("like_mass_24")), 50);
    record.draw_ticket(&public("7 0 3")).unwrap();
    let salted = record.pseudonymous("sea salt");
    assert_eq!(salted.probabilities.len(), record.probabilities.len());
    for (id, chance) in &record.probabilities {
        assert_eq!(salted.probabilities[&Record::pseudonym(id, "sea salt")], *chance);
        assert!(!salted.to_json().contains(&format!("\"{id}\"")), "{id}");
    }
    let ids: Vec<&String> = salted.pool.iter().map(|person| &person.id).collect();
    assert!(ids.is_sorted(), "the order of the file says nothing");
    assert_ne!(Record::pseudonym("p1", "sea salt"), Record::pseudonym("p1", "rock salt"));
    assert_eq!(Record::pseudonym("p1", "sea salt"), "bcee7c1e8a817dc335882dd360809505");
}

#[test]
fn files_at_hand_are_the_same_question_or_the_difference_is_named() {
    let problem = with_households(pool("like_mass_24"));
    let record = recorded(&problem, Objective::Maximin);
    assert_eq!(record.same_question(&problem), []);
    assert_eq!(record.pseudonymous("sea salt").same_question_with_salt(&problem, "sea salt"), []);
    let mut other = problem.clone();
    other.size = 25;
    other.pool.people[3].values[0] ^= 1;
    other.pool.people[0].household = None;
    other.excluded = vec![5];
    let gone = other.pool.people.pop().unwrap().id;
    let id = |person: usize| problem.pool.people[person].id.clone();
    let differences = record.same_question(&other);
    assert!(differences.contains(&Difference::Size { recorded: 24, found: 25 }));
    assert!(differences.contains(&Difference::NotFound { id: gone }));
    assert!(differences.contains(&Difference::Household { id: id(0) }));
    assert!(differences.contains(&Difference::Excluded { id: id(5) }));
    assert!(matches!(&differences[..], [.., Difference::Values { id: changed, .. }, _, _] if *changed == id(3)));
}

#[test]
fn programs_without_panels_have_a_record_too() {
    let problem = five();
    let mut record = Record::estimated(&problem, &[0.4, 0.5, 0.4, 0.6, 0.1], 1000, origin());
    record.drawn_by_run(&[0, 3], &public("7 0 3")).unwrap();
    assert_eq!((record.status.as_str(), record.trials), ("estimated", Some(1000)));
    assert_eq!(record.draw_ticket(&public("7")), Err(Undrawn::NoPanels));
    assert_eq!(record.draw.as_ref().unwrap().members, ["p0", "p3"]);
    let mut chosen = Record::without_lottery(&problem, 3.0, origin());
    chosen.drawn_by_run(&[0, 3], &Chance::Fresh { text: "x".to_owned() }).unwrap();
    assert!(chosen.probabilities.is_empty() && chosen.bound.is_none());
    assert_eq!(Record::from_json(&chosen.to_json()), Ok(chosen));
}
