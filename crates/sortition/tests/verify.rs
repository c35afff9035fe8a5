//! A record is checked from what it says, and whoever changes it is found out.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod recorded;
mod support;

use recorded::{OBJECTIVES, origin, pool, recorded, with_households};
use sortition::fair::{Failure, Objective, Phase, Unwatched, Watch, fair};
use sortition::lottery::uniform;
use sortition::model::Quota;
use sortition::record::Record;
use sortition::verify::{Code, verify};

const POOLS: [&str; 4] = ["like_mass_24", "like_hd_30", "like_sf_d_40", "unreachable_250_20"];

fn holds(name: &str, record: &Record) {
    let report = verify(record);
    let failed: Vec<_> = report
        .failed()
        .map(|check| (check.code, &check.faults[..check.faults.len().min(3)], check.stated, check.found))
        .collect();
    assert!(failed.is_empty(), "{name} {}: {failed:?}", record.objective);
    println!(
        "{name} {}: {} value {:.9} bound {:.9} gap {:.1e} learnt {} unchecked {:?}",
        record.objective,
        record.status,
        record.value,
        record.bound.unwrap(),
        record.gap.unwrap(),
        record.certificate.learnt.len(),
        report.unchecked().map(|check| (check.code, check.faults.len())).collect::<Vec<_>>(),
    );
}

#[test]
fn every_objective_proves_itself() {
    for name in POOLS {
        for objective in OBJECTIVES {
            let record = recorded(&pool(name), objective);
            holds(name, &record);
        }
    }
}

#[test]
fn a_large_pool_proves_itself() {
    holds("like_sf_e_110", &recorded(&pool("like_sf_e_110"), Objective::Leximin));
}

#[test]
fn households_are_proven_too() {
    for name in ["like_mass_24", "unreachable_250_20"] {
        let problem = with_households(pool(name));
        for objective in OBJECTIVES {
            let record = recorded(&problem, objective);
            holds(name, &record);
        }
    }
}

#[test]
fn panels_at_once_are_proven_together_and_each_is_a_panel() {
    for objective in [Objective::Leximin, Objective::Nash, Objective::Minimax] {
        let mut problem = with_households(pool("like_mass_24"));
        problem.size = 12;
        problem.quotas = problem.quotas.map(|_, _, quota| Quota::new(quota.min / 2, quota.max.div_ceil(2)));
        problem.parallel = 2;
        let outcome = fair(&problem, objective, &mut Unwatched).unwrap();
        let mut record = Record::of(&problem, &outcome, origin());
        record.add_list(&uniform(&problem, &outcome.chances, 30, &mut Unwatched).unwrap());
        holds("two panels", &record);
        let parts = &mut record.panels[0].parts;
        let (first, rest) = parts.split_at_mut(1);
        std::mem::swap(&mut first[0][0], &mut rest[0][0]);
        first[0].pop();
        assert!(verify(&record).failed().any(|check| check.code == Code::Panels));
    }
}

/// Stops after so many questions.
struct Impatient(u32);

impl Watch for Impatient {
    fn phase(&mut self, _: Phase) {}

    fn progress(&mut self, _: f64) {}

    fn stop(&mut self) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 == 0
    }
}

#[test]
fn who_stops_before_the_end_claims_less_and_that_holds() {
    let mut stopped = 0;
    for questions in [1, 3, 10, 30, 100, 300] {
        for objective in OBJECTIVES {
            let outcome = match fair(&pool("like_mass_24"), objective, &mut Impatient(questions)) {
                Ok(outcome) => outcome,
                // Before there is any panel, there is nothing to give.
                Err(why) => {
                    assert_eq!((why, questions < 100), (Failure::Stopped, true));
                    stopped += 1;
                    continue;
                }
            };
            let record = Record::of(&pool("like_mass_24"), &outcome, origin());
            let failed: Vec<Code> = verify(&record).failed().map(|check| check.code).collect();
            assert_eq!(failed, [], "{objective:?} {questions}");
            assert_eq!(
                record.status == "certified",
                record.gap.is_some_and(|gap| gap < 1e-4),
                "{objective:?}"
            );
        }
    }
    assert!(stopped < 3 * OBJECTIVES.len(), "{stopped}");
}
