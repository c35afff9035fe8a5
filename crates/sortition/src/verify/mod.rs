//! Checks a record as a stranger would: from what it says, and from nothing that made it.
//!
//! Nothing here knows the solvers, the panels' search or the lists' making. Whether panels are panels and tickets are tickets is counted in whole numbers. That no lottery is better is
//! recalculated from the prices in the record: prices are easy to check and hard to find, and wrong ones can only prove less (`bound`). A draw is repeated from its text.
//! `tests/validators/check_panel.py` does the same once more in another language.

mod asked;
mod bound;
mod chances;
mod draw;
mod groups;
mod learnt;
mod list;
mod panels;
mod proof;
mod report;

pub(crate) use proof::{enough, proven};
pub use report::{Check, Code, Fault, Place, Report, Verdict};

use crate::record::{FORMAT, Record, objective, status};
use asked::Asked;

/// Numbers that were calculated in floating point may differ by this part of themselves, or by as much where they are below one.
const SLACK: f64 = 1e-9;
/// Lower chances are none.
const NONE: f64 = 1e-9;

/// Checks everything that a record says of itself. Whether its files are those at hand is for whoever has them ([`Record::same_question`]).
#[must_use]
pub fn verify(record: &Record) -> Report {
    let mut checks = vec![format(record)];
    match Asked::read(record) {
        Err(faults) => checks.push(Check::of(Code::Pool, record.pool.len(), faults)),
        Ok(asked) => {
            checks.push(Check::of(Code::Pool, record.pool.len(), Vec::new()));
            checks.extend(panels::check(&asked));
            checks.extend(chances::check(&asked));
            checks.extend(proof::check(&asked));
            checks.extend(learnt::check(&asked));
            checks.extend(list::check(&asked));
            checks.extend(draw::check(&asked));
        }
    }
    Report { checks }
}

/// Whether two numbers are the same but for how they were calculated.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= SLACK * one.abs().max(1.0)
}

fn format(record: &Record) -> Check {
    let mut faults = Vec::new();
    if record.format != FORMAT {
        faults.push(Fault::Word {
            field: "format",
            found: record.format.clone(),
        });
    }
    let statuses: &[&str] = match record.objective.as_str() {
        objective::LEXIMIN | objective::MAXIMIN | objective::NASH | objective::GOLDILOCKS | objective::MINIMAX => {
            &[status::CERTIFIED, status::BOUNDED]
        }
        objective::LEGACY => &[status::ESTIMATED],
        objective::DIVERSIMAX => &[status::NO_LOTTERY],
        _ => {
            faults.push(Fault::Word {
                field: "objective",
                found: record.objective.clone(),
            });
            &[]
        }
    };
    if !statuses.contains(&record.status.as_str()) {
        faults.push(Fault::Word {
            field: "status",
            found: record.status.clone(),
        });
    }
    if (record.objective == objective::GOLDILOCKS) != record.question.gamma.is_some() {
        faults.push(Fault::Number {
            field: "gamma",
            stated: record.question.gamma,
            found: None,
        });
    }
    if (record.status == status::ESTIMATED) != record.trials.is_some() {
        faults.push(Fault::Number {
            field: "trials",
            stated: record.trials.map(f64::from),
            found: None,
        });
    }
    Check::of(Code::Format, 1, faults)
}
