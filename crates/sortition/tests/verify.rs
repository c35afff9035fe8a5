//! A record is checked from what it says, and whoever changes it is found out.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod read_sheets;
mod recorded;
mod support;

use recorded::{OBJECTIVES, pool, recorded, with_households};
use sortition::record::Record;
use sortition::verify::verify;

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
fn households_are_proven_too() {
    for name in ["like_mass_24", "unreachable_250_20"] {
        let problem = with_households(pool(name));
        for objective in OBJECTIVES {
            let record = recorded(&problem, objective);
            holds(name, &record);
        }
    }
}
