//! The draw, once more from its text.

use super::asked::Asked;
use super::report::{Check, Code, Fault, Verdict};
use crate::random::{Ceremony, Commitment, Outcome, Seed};
use crate::record::{Draw, Record, TICKETS, by, from};

pub(super) fn check(asked: &Asked) -> Vec<Check> {
    let Some(draw) = &asked.record.draw else {
        return Vec::new();
    };
    let mut checks = Vec::new();
    let promised = draw.by == by::SEED_WITH_SECRET;
    if promised || draw.commitment.is_some() {
        let commitment = draw.commitment.as_deref().and_then(Commitment::read);
        let holds = promised && commitment.is_some_and(|commitment| draw.text.first().is_some_and(|secret| commitment.holds(secret)));
        checks.push(Check::of(
            Code::Commitment,
            1,
            (!holds).then_some(Fault::Secret).into_iter().collect(),
        ));
    }
    let mut repeated = Check::of(Code::Draw, 1, faults(asked.record, draw));
    if draw.from == from::RUN && repeated.faults.is_empty() {
        // Only the program itself can take its own steps again.
        repeated.verdict = Verdict::NotChecked;
    }
    checks.push(repeated);
    checks
}

fn faults(record: &Record, draw: &Draw) -> Vec<Fault> {
    if draw.from == from::RUN {
        let has_other = !record.panels.is_empty() || seed(draw).is_none();
        return has_other.then_some(Fault::Untold).into_iter().collect();
    }
    let Some(number) = number(record, draw) else {
        return vec![Fault::Untold];
    };
    let mut faults = Vec::new();
    if number != draw.number {
        faults.push(Fault::Drawn { number });
    }
    let found = if draw.from == from::LIST {
        let panels = record.lottery.as_ref().map(|lottery| &lottery.panels);
        let panel = usize::try_from(number).ok();
        panel.and_then(|panel| Some((panel, panels?.get(panel)?)))
    } else {
        let mut upto: u128 = 0;
        let mut panels = record.panels.iter().enumerate();
        let reached = panels.find(|(_, panel)| {
            upto += u128::from(panel.tickets);
            u128::from(number) < upto
        });
        reached.map(|(panel, found)| (panel, &found.members))
    };
    match found {
        None => faults.push(Fault::Untold),
        Some((panel, members)) => {
            if panel != draw.panel {
                faults.push(Fault::DrawnPanel { panel });
            }
            if *members != draw.members {
                faults.push(Fault::DrawnMembers);
            }
        }
    }
    faults
}

/// The ticket or number that the text gives.
fn number(record: &Record, draw: &Draw) -> Option<u64> {
    let panels = record.lottery.as_ref().map(|lottery| lottery.panels.len() as u64);
    match (draw.from.as_str(), draw.by.as_str()) {
        (from::LIST, by::CEREMONY) => {
            let throws: Vec<u32> = draw.text.iter().map(|throw| throw.parse().ok()).collect::<Option<_>>()?;
            match Ceremony::new(panels?, draw.sides?)?.read(&throws).ok()? {
                Outcome::Panel(number) => Some(number),
                Outcome::Again => None,
            }
        }
        (from::LIST, _) => Some(seed(draw)?.stream("panel number").below(panels?)),
        (from::TICKETS, _) => Some(seed(draw)?.stream("panel ticket").below(TICKETS)),
        _ => None,
    }
}

fn seed(draw: &Draw) -> Option<Seed> {
    let parts: Vec<&str> = draw.text.iter().map(String::as_str).collect();
    let is_told = match draw.by.as_str() {
        by::SEED | by::FRESH => parts.len() == 1,
        by::SEED_WITH_SECRET => parts.len() == 2,
        _ => false,
    };
    (is_told && draw.sides.is_none()).then(|| Seed::of(&parts))
}
